"""Thousands of plans, each of another office and date, written to the disk; by one process, and by two."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct

from benches.contenders import Absent, PythonPeer, Worker, started
from benches.effort import Effort
from benches.inputs import Inputs
from benches.timing import ContenderError, Sample, sample_in_turn
from benches.wording import read_words

__all__ = ["Many", "write_many"]

_PROCESSES = (1, 2)


class Many(Struct, frozen=True):
    """Seconds for one document, by contender and number of processes; why others were not measured."""

    samples: Mapping[str, Sequence[Sample]]
    absent: Mapping[str, str]


def write_many(inputs: Inputs, effort: Effort) -> Many:
    """Let vtdocs write all plans and docxtpl a sample of them, in slices taken in turn."""
    contexts, words = inputs.offices(effort.plans_sampled)
    absent: dict[str, str] = {}
    timed: dict[str, Callable[[], Sample]] = {}
    with ExitStack() as stack:
        for name, plans in (("vtdocs", effort.plans), ("docxtpl", effort.plans_sampled)):
            for count in _PROCESSES:
                folder = Path(inputs.path(f"many-{name}-{count}"))
                folder.mkdir()
                each = plans // effort.slices // count
                label = f"{name}, {count} process{'es' * (count > 1)}"
                crew = [
                    stack.enter_context(started(_contender(name, inputs, contexts, folder, place), inputs.bytecode))
                    for place in ((first, count, each) for first in range(count))
                ]
                try:
                    team = _Team([_present(worker) for worker in crew], each)
                    team()
                    _check(folder, words)
                except ContenderError as error:
                    absent[label] = str(error)
                    continue
                timed[label] = team
        turns = sample_in_turn(timed, effort.slices)
    return Many(turns.samples, absent | turns.failed)


def _contender(name: str, inputs: Inputs, contexts: str, folder: Path, place: tuple[int, int, int]) -> PythonPeer:
    first, step, count = place
    setup = {"folder": str(folder), "first": first, "step": step, "count": count}
    if name == "vtdocs":
        return PythonPeer("ours:many_plans", {**setup, "plan": inputs.plan})
    return PythonPeer("jinja:many_plans", {**setup, "template": inputs.template("docxtpl"), "contexts": contexts})


def _present(worker: Worker | Absent) -> Worker:
    if isinstance(worker, Absent):
        raise ContenderError(worker.reason)
    return worker


class _Team:
    """Processes that are given the same request at once; the time is that of the slowest."""

    def __init__(self, workers: Sequence[Worker], each: int) -> None:
        self.workers, self.each = workers, each

    def __call__(self) -> Sample:
        start = time.perf_counter()
        for worker in self.workers:
            worker.request(do="sample", calls=1)
        used = [Sample(**worker.answer()) for worker in self.workers]
        documents = self.each * len(self.workers)
        return Sample((time.perf_counter() - start) / documents, sum(sample.cpu for sample in used) / documents)


def _check(folder: Path, words: Sequence[Sequence[str]]) -> None:
    """Look whether the files say what they should."""
    for path in folder.iterdir():
        number = int(path.stem)
        if number < len(words) and read_words(path.read_bytes()) != list(words[number]):
            raise ContenderError(f"document {number} has other words than it should")
