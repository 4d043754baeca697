"""Contenders, each in a process of its own: none shares memory, caches or a collector of garbage with another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from .timing import ContenderError, Sample

__all__ = ["ROOT", "Absent", "NodePeer", "Peers", "PythonPeer", "Worker", "environment", "started"]

ROOT = Path(__file__).resolve().parent.parent
NODE_PROGRAM = Path(__file__).parent / "peers" / "node.js"

# What would change how a measured process works: no bytecode, another compressor than the default one.
_NOT_KEPT = ("PYTHONDONTWRITEBYTECODE", "VTDOCS_NEN")

# A process is counted with the most memory that its parent held when it was started. This one is started by a shell,
# which is small, and which stays: told to do nothing else, it would become the process itself.
SMALL_PARENT = ("sh", "-c", '"$0" "$@"; exit $?')


class Absent(Struct, frozen=True):
    """Why a contender is not measured."""

    reason: str


class Peers(Struct, frozen=True):
    """Where the peers are that do not stand in this Python: a folder of Node modules, one of docxtpl-ng."""

    folder: Path

    @property
    def node_modules(self) -> Path:
        """The modules that npm installed."""
        return self.folder / "node" / "node_modules"

    @property
    def docxtpl_ng(self) -> Path:
        """docxtpl-ng has docxtpl's name, so it stands apart."""
        return self.folder / "docxtpl-ng"


class PythonPeer(Struct, frozen=True):
    """A factory of `benches.peers` and its arguments; `path` is searched before all other modules."""

    factory: str
    setup: Mapping[str, Any]
    path: Path | None = None

    def command(self) -> tuple[str, ...]:
        """Give the command that starts it."""
        return (sys.executable, "-m", "benches.worker", f"benches.peers.{self.factory}", json.dumps(self.setup))

    def missing(self) -> str | None:
        """Say what is not there."""
        return f"{self.path.name} is not installed" if self.path and not self.path.is_dir() else None


class NodePeer(Struct, frozen=True):
    """A peer of node.js and its arguments."""

    peer: str
    modules: Path
    setup: Mapping[str, Any]
    path: Path | None = field(default=None)

    def command(self) -> tuple[str, ...]:
        """Give the command that starts it."""
        setup = {**self.setup, "peer": self.peer, "modules": str(self.modules)}
        return ("node", str(NODE_PROGRAM), json.dumps(setup))

    def missing(self) -> str | None:
        """Say what is not there."""
        if shutil.which("node") is None:
            return "Node is not installed"
        return None if (self.modules / self.peer).is_dir() else f"{self.peer} is not installed"


class Worker:
    """A contender's process, ready to work."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.calls = 1

    def request(self, **request: Any) -> None:
        """Send a request."""
        assert self._process.stdin is not None
        with _told_if_gone():
            self._process.stdin.write(f"{json.dumps(request)}\n")
            self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Wait for an answer. Raises ContenderError where the work failed."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ContenderError("the process ended")
        answer: dict[str, Any] = json.loads(line)
        if "failed" in answer:
            raise ContenderError(answer["failed"])
        return answer

    def ask(self, **request: Any) -> dict[str, Any]:
        """Send a request; give the answer. Raises ContenderError where the work failed."""
        self.request(**request)
        return self.answer()

    def sample(self) -> Sample:
        """Let it work as often as `calls` says; give the seconds of one time."""
        return Sample(**self.ask(do="sample", calls=self.calls))

    def warm(self, seconds: float, sample_seconds: float) -> None:
        """Let it work until it is warm, and set `calls` so that a sample takes about `sample_seconds`."""
        spent, last = 0.0, self.sample().wall
        while spent < seconds:
            last = self.sample().wall
            spent += last * self.calls
            self.calls = max(1, min(1000, round(sample_seconds / max(last, 1e-6))))

    def peak(self) -> int:
        """Give the most bytes of memory that the process has held."""
        peak: int = self.ask(do="peak")["bytes"]
        return peak

    def save(self, path: Path) -> int:
        """Let it write the file that it made last; give its size."""
        size: int = self.ask(do="save", path=str(path))["bytes"]
        return size


@contextmanager
def started(contender: PythonPeer | NodePeer, bytecode: Path) -> Iterator[Worker | Absent]:
    """Start a contender's process, and end it; gives why where that cannot be. Python keeps its `bytecode` there."""
    if missing := contender.missing():
        yield Absent(missing)
        return
    process = subprocess.Popen(
        (*SMALL_PARENT, *contender.command()),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(bytecode, contender.path),
        cwd=ROOT,
    )
    try:
        worker = Worker(process)
        answer = worker.answer()
        yield Absent(answer["absent"]) if "absent" in answer else worker
    finally:
        process.communicate()


def environment(bytecode: Path, first: Path | None = None) -> dict[str, str]:
    """Give the environment of a measured process: it finds our modules, and all its bytecode is kept in one folder.

    So every contender has its bytecode ready after its first start, whether or not its modules may be written beside.
    """
    paths = [*([str(first)] if first else []), str(ROOT / "src"), str(ROOT)]
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_KEPT}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(bytecode)}


@contextmanager
def _told_if_gone() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ContenderError("the process ended") from None
