"""The same work on many files, by several processes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

__all__ = ["run_in_processes"]

_T = TypeVar("_T")


def run_in_processes(work: Callable[[Path], _T], paths: Sequence[Path], count: int) -> Iterator[tuple[Path, _T | None]]:
    """Do the work on each path; give the results as they come, None where the system ended a process."""
    # Not forked: a progress bar draws in a thread, and a lock that a thread holds stays held in the copy.
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_ignore_interrupts)
    try:
        waiting = {pool.submit(work, path): path for path in paths}
        for future in as_completed(waiting):
            try:
                yield waiting[future], future.result()
            except BrokenProcessPool:
                yield waiting[future], None
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave Ctrl+C to the process that was asked: it stops the others, without a traceback of each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
