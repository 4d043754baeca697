"""What is written to a terminal, and to one that cannot do much."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from vtdocs import console
from vtdocs.console import Console
from vtdocs.diagnostics import Diagnostic, Severity
from vtdocs.jobs.report import BuildReport, Made

FAULT = Diagnostic("VT-000", Severity.ERROR, "thử")
VARIABLES = ("NO_COLOR", "TERM", "WT_SESSION", "ANSICON", "TERM_PROGRAM")


def say(monkeypatch: pytest.MonkeyPatch, system: str = "posix", **environment: str) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)

    class System:
        name, environ = system, os.environ

    monkeypatch.setattr(console, "os", System)
    Console().diagnostics([FAULT])
    Console().made(BuildReport((Made(Path("a.yaml"), Path("a.docx"), 1),)))
    with Console().progress() as tell:
        tell("Đọc", 1, 2)


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    say(monkeypatch, TERM="xterm")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err


def test_no_color_is_heard(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    say(monkeypatch, TERM="xterm", NO_COLOR="1")
    assert "VT-000  lỗi: thử" in capsys.readouterr().err
    say(monkeypatch, TERM="xterm", NO_COLOR="")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err


@pytest.mark.parametrize(("system", "environment"), [("posix", {"TERM": "dumb"}), ("nt", {})])
def test_a_terminal_without_escape_codes_gets_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str, environment: dict[str, str]
) -> None:
    say(monkeypatch, system, **environment)
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "a.docx" in said.out


def test_the_newer_terminal_of_windows_gets_colours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(monkeypatch, "nt", WT_SESSION="1")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err
