"""A race: contenders started side by side, warmed, checked by the words they write, and timed in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct

from .contenders import Absent, NodePeer, PythonPeer, Worker, started
from .effort import Effort
from .inputs import Inputs
from .timing import ContenderError, Sample, sample_in_turn
from .wording import read_words

__all__ = ["Outcome", "race"]

Contender = PythonPeer | NodePeer


class Outcome(Struct, frozen=True):
    """What a race gave, by contender: samples, bytes of the file, bytes of memory; why others were not measured.

    Memory is that of the process when it had done its work once.
    """

    samples: Mapping[str, Sequence[Sample]]
    sizes: Mapping[str, int]
    peaks: Mapping[str, int]
    absent: Mapping[str, str]


def race(
    contenders: Mapping[str, Contender],
    inputs: Inputs,
    words: Sequence[str],
    effort: Effort,
    *,
    rounds: int,
    fewer: Mapping[str, int] | None = None,
) -> Outcome:
    """Let contenders make the same document in turn; those in `fewer` in that many rounds, and not warmed at all."""
    sizes: dict[str, int] = {}
    peaks: dict[str, int] = {}
    absent: dict[str, str] = {}
    running: dict[str, Worker] = {}
    with ExitStack() as stack:
        for name, contender in contenders.items():
            worker = stack.enter_context(started(contender, inputs.bytecode))
            if isinstance(worker, Absent):
                absent[name] = worker.reason
                continue
            try:
                worker.sample()
                peaks[name] = worker.peak()
                sizes[name] = _check(worker, Path(inputs.path("made.docx")), words)
            except ContenderError as error:
                absent[name] = str(error)
                continue
            running[name] = worker
        for name, worker in running.items():
            if name not in (fewer or {}):
                worker.warm(effort.warm_seconds, effort.sample_seconds)
        timed = {name: worker.sample for name, worker in running.items()}
        turns = sample_in_turn(timed, rounds, fewer)
    return Outcome(turns.samples, sizes, peaks, absent | turns.failed)


def _check(worker: Worker, path: Path, words: Sequence[str]) -> int:
    """Look whether a contender wrote what it should; give the size of its file."""
    size = worker.save(path)
    found = read_words(path.read_bytes())
    if found != list(words):
        place = next((n for n, pair in enumerate(zip(found, words, strict=False)) if pair[0] != pair[1]), len(found))
        raise ContenderError(f"its document has {len(found)} words where {len(words)} are due, another one at {place}")
    return size
