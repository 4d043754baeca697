"""Checking a long report, beside what only opening it with python-docx and reading each paragraph's text takes."""

from __future__ import annotations

from contextlib import ExitStack

from msgspec import Struct

from benches.contenders import Absent, PythonPeer, Worker, started
from benches.effort import Effort
from benches.inputs import Inputs
from benches.reports import PAGES
from benches.timing import Turns, growth_exponent, sample_in_turn

__all__ = ["CHECK", "OPEN", "Checking", "check_reports"]

CHECK, OPEN = "vtdocs, read and check", "python-docx, open and read texts"


class Checking(Struct, frozen=True):
    """Samples of the report of 30 pages, growth exponents over longer ones, why others were not measured."""

    turns: Turns
    exponents: list[float]


def check_reports(inputs: Inputs, effort: Effort) -> Checking:
    """Race on the report of 30 pages; then let vtdocs check all lengths in turn."""
    with ExitStack() as stack:
        report = str(inputs.report(PAGES))
        running = {
            CHECK: stack.enter_context(started(PythonPeer("ours:check_report", {"report": report}), inputs.bytecode)),
            OPEN: stack.enter_context(started(PythonPeer("by_code:read_texts", {"report": report}), inputs.bytecode)),
        }
        workers = {name: worker for name, worker in running.items() if not isinstance(worker, Absent)}
        for worker in workers.values():
            worker.warm(effort.warm_seconds, effort.sample_seconds)
        turns = sample_in_turn({name: worker.sample for name, worker in workers.items()}, effort.rounds)
        failed = {name: worker.reason for name, worker in running.items() if isinstance(worker, Absent)}
    return Checking(Turns(turns.samples, turns.failed | failed), _grow(inputs, effort))


def _grow(inputs: Inputs, effort: Effort) -> list[float]:
    lengths = effort.pages
    with ExitStack() as stack:
        running: dict[str, Worker] = {}
        for length in lengths:
            contender = PythonPeer("ours:check_report", {"report": str(inputs.report(length))})
            worker = stack.enter_context(started(contender, inputs.bytecode))
            if isinstance(worker, Absent):
                return []
            running[str(length)] = worker
        timed = {name: worker.sample for name, worker in running.items()}
        sample_in_turn(timed, 1)
        turns = sample_in_turn(timed, effort.growth_rounds)
    if turns.failed:
        return []
    rounds = zip(*(turns.samples[str(length)] for length in lengths), strict=True)
    return [growth_exponent(lengths, [sample.wall for sample in one]) for one in rounds]
