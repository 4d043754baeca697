"""A guard for work that hostile input might make endless. It measures nothing: what is quick and what is slow on a
shared machine is for the benches; what goes on for a minute of the processor's own time has no bound at all.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS_OF_WORK = 60


@contextmanager
def ends() -> Iterator[None]:
    """Fail where the work inside goes on for `SECONDS_OF_WORK` of processor time."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"no end after {SECONDS_OF_WORK} s of work")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_OF_WORK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
