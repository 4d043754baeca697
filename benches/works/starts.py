"""Whole processes: a command from its start to its end, and `import vtdocs` beside a bare Python."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benches.contenders import environment
from benches.effort import Effort
from benches.inputs import PLAN, Inputs
from benches.timing import ContenderError, Sample, sample_in_turn

__all__ = ["BARE", "BUILD", "DOCXTPL_SCRIPT", "IMPORT", "start_in_turn"]

BARE, IMPORT, BUILD = "python -c pass", "import vtdocs", "vtdocs build"
DOCXTPL_SCRIPT = "script: import docxtpl, render once"

_SCRIPT = """\
import json
from docxtpl import DocxTemplate

template = DocxTemplate({template!r})
with open({context!r}, encoding="utf-8") as file:
    template.render(json.load(file), autoescape=True)
template.save({target!r})
"""
_VTDOCS = "import sys; from vtdocs.cli import main; sys.exit(main())"


def start_in_turn(inputs: Inputs, effort: Effort) -> tuple[dict[str, list[Sample]], dict[str, str]]:
    """Start the commands in turn; gives the samples, and why others were not measured.

    The first start of each, which writes the bytecode, is not counted. Nothing is a terminal.
    """
    made, peer_made = Path(inputs.path("built/ke-hoach.docx")), Path(inputs.path("script-made.docx"))
    script = Path(inputs.path("script.py"))
    script.write_text(
        _SCRIPT.format(template=inputs.template("docxtpl"), context=inputs.context, target=str(peer_made)),
        encoding="utf-8",
    )
    commands: dict[str, tuple[tuple[str, ...], Path | None]] = {
        BARE: (("-c", "pass"), None),
        IMPORT: (("-c", "import vtdocs"), None),
        BUILD: (("-c", _VTDOCS, "build", str(PLAN), "-o", str(made.parent)), made),
        DOCXTPL_SCRIPT: ((str(script),), peer_made),
    }
    contenders: dict[str, Callable[[], Sample]] = {}
    absent: dict[str, str] = {}
    for name, (arguments, target) in commands.items():
        starter = _Starter((sys.executable, *arguments), target, inputs.bytecode)
        try:
            starter()
        except ContenderError as error:
            absent[name] = str(error)
            continue
        contenders[name] = starter
    turns = sample_in_turn(contenders, effort.starts)
    return turns.samples, absent | turns.failed


class _Starter:
    """Runs a command whole; what it made is taken away before, so that each run finds the same."""

    def __init__(self, command: tuple[str, ...], target: Path | None, bytecode: Path) -> None:
        self.command, self.target = command, target
        self.environment = environment(bytecode)

    def __call__(self) -> Sample:
        if self.target is not None:
            self.target.unlink(missing_ok=True)
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or (self.target is not None and not self.target.is_file()):
            raise ContenderError(f"exit code {process.returncode}")
        return Sample(wall, used.ru_utime + used.ru_stime)
