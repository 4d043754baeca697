"""What the stages of a job take: `--profile` records them, and nothing else does.

A job enters a stage by name; a stage inside of another interrupts it, so that every moment belongs to one stage and the
shares add up to the whole. The clock is given by whoever asks for the profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from .stages import STAGES, Watch

__all__ = ["Profile", "Recorder", "StageTimes"]

# What is done between the stages: names of files, messages, the progress that is shown.
_REST = "khác"


class StageTimes(Struct, frozen=True):
    """Seconds by stage, in the order of the work; `document` is `None` for what all documents share."""

    document: str | None
    seconds: Mapping[str, float]

    @property
    def whole(self) -> float:
        """The seconds of all its stages."""
        return sum(self.seconds.values())


class Profile(Struct, frozen=True):
    """The seconds of each document, then of what they share."""

    parts: tuple[StageTimes, ...]

    @property
    def whole(self) -> float:
        """The seconds of the job."""
        return sum(part.whole for part in self.parts)

    def stages(self) -> tuple[str, ...]:
        """Name the stages that took place, in the order of the work."""
        there = {stage for part in self.parts for stage in part.seconds}
        return tuple(stage for stage in (*STAGES, _REST) if stage in there)

    def total(self, stage: str) -> float:
        """Give the seconds of a stage over all documents."""
        return sum(part.seconds.get(stage, 0.0) for part in self.parts)


class Recorder(Watch):
    """Records a job from its start on; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._stage = _REST
        self._document: str | None = None
        self._seconds: dict[str | None, dict[str, float]] = {}

    @contextmanager
    def enter(self, stage: str) -> Iterator[None]:
        """What is done inside belongs to this stage."""
        before = self._stage
        self._pass()
        self._stage = stage
        try:
            yield
        finally:
            self._pass()
            self._stage = before

    @contextmanager
    def on(self, document: str) -> Iterator[None]:
        """What is done inside belongs to this document."""
        self._pass()
        self._document = document
        try:
            yield
        finally:
            self._pass()
            self._document = None

    def profile(self) -> Profile:
        """Give what was recorded until now."""
        self._pass()
        shared = self._seconds.get(None, {})
        documents = [StageTimes(name, dict(times)) for name, times in self._seconds.items() if name is not None]
        return Profile((*documents, StageTimes(None, dict(shared))))

    def _pass(self) -> None:
        """Give the time since the last change to the stage and the document that it belongs to."""
        now = self._clock()
        times = self._seconds.setdefault(self._document, {})
        times[self._stage] = times.get(self._stage, 0.0) + now - self._last
        self._last = now
