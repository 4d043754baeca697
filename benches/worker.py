"""A contender's own process: it sets up, then does its work as often as it is told, and says how long that took.

    python -m benches.worker MODULE:FACTORY SETUP

SETUP is JSON, and the factory's arguments. Requests come as lines of JSON on standard input, answers go out as lines
on standard output: {"do": "sample", "calls": n} gives seconds of the wall clock and of the processor for one call,
{"do": "peak"} the most memory that was held, {"do": "save", "path": …} writes the file that was made last.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, Any

__all__ = ["Work", "main"]

# What is timed: gives the file it made, or the path where it wrote it.
Work = Callable[[], bytes | Path]


def main(arguments: list[str]) -> None:
    """Set up, and answer until the requests end."""
    answers = _take_standard_output()
    name, setup = arguments
    try:
        module, _, factory = name.partition(":")
        work: Work = getattr(import_module(module), factory)(**json.loads(setup))
    except Exception as error:
        _answer(answers, {"absent": _reason(error)})
        return
    _answer(answers, {"ready": True})
    made: bytes | Path = b""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            match request["do"]:
                case "sample":
                    made, sample = _sample(work, request["calls"])
                    _answer(answers, sample)
                case "peak":
                    # Linux counts in KiB.
                    _answer(answers, {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024})
                case _:
                    data = made.read_bytes() if isinstance(made, Path) else made
                    Path(request["path"]).write_bytes(data)
                    _answer(answers, {"bytes": len(data)})
        except Exception as error:
            _answer(answers, {"failed": _reason(error)})


def _take_standard_output() -> IO[str]:
    """Keep standard output for the answers: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _answer(answers: IO[str], answer: dict[str, Any]) -> None:
    answers.write(f"{json.dumps(answer, ensure_ascii=False)}\n")
    answers.flush()


def _sample(work: Work, calls: int) -> tuple[bytes | Path, dict[str, float]]:
    cpu, start = time.process_time(), time.perf_counter()
    for _ in range(calls):
        made = work()
    wall, used = time.perf_counter() - start, time.process_time() - cpu
    return made, {"wall": wall / calls, "cpu": used / calls}


def _reason(error: Exception) -> str:
    """Say in one line why something cannot be measured."""
    text = str(error).strip().split("\n")[0]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


if __name__ == "__main__":
    main(sys.argv[1:])
