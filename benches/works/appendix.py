"""A long appendix: the plan with a thousand, ten thousand, fifty thousand plain rows."""

from __future__ import annotations

from contextlib import ExitStack

from benches.contenders import Absent, NodePeer, Peers, PythonPeer, Worker, started
from benches.effort import Effort
from benches.inputs import Inputs
from benches.race import Contender, Outcome, race
from benches.timing import growth_exponent, sample_in_turn

from .plan import DOCXTPL

__all__ = ["race_lengths", "take_lengths_in_turn"]


def race_lengths(inputs: Inputs, peers: Peers, effort: Effort) -> dict[int, Outcome]:
    """Race at each length; at those where docxtpl takes long it has fewer rounds, without warming up."""
    return {length: _race_one(length, inputs, peers, effort) for length in effort.lengths}


def take_lengths_in_turn(inputs: Inputs, effort: Effort) -> list[float]:
    """Let vtdocs alone write all lengths in turn; give the growth exponent of each round, empty where it fails.

    Lengths that are measured one after the other meet a machine that is busy now and idle then.
    """
    lengths = list(effort.lengths)
    with ExitStack() as stack:
        running: dict[str, Worker] = {}
        for length in lengths:
            contender = PythonPeer("ours:write_long", {"plan": inputs.plan, "rows": length})
            worker = stack.enter_context(started(contender, inputs.bytecode))
            if isinstance(worker, Absent):
                return []
            running[str(length)] = worker
            # A short one works several times, to last about a tenth as long as the longest.
            worker.calls = max(1, lengths[-1] // length // 10)
        timed = {name: worker.sample for name, worker in running.items()}
        sample_in_turn(timed, 1)
        turns = sample_in_turn(timed, effort.growth_rounds)
    if turns.failed:
        return []
    rounds = zip(*(turns.samples[str(length)] for length in lengths), strict=True)
    return [growth_exponent(lengths, [sample.wall for sample in one]) for one in rounds]


def _race_one(length: int, inputs: Inputs, peers: Peers, effort: Effort) -> Outcome:
    rows, words = inputs.rows(length)
    ours = {"plan": inputs.plan, "rows": length}
    carbone = {"template": inputs.template("carbone"), "context": inputs.context, "rows": rows}
    contenders: dict[str, Contender] = {
        "vtdocs, default": PythonPeer("ours:write_long", ours),
        "vtdocs, zlib-1": PythonPeer("ours:write_long", {**ours, "compression": "zlib-1"}),
        "vtdocs, isal-1": PythonPeer("ours:write_long", {**ours, "compression": "isal-1"}),
        DOCXTPL: PythonPeer(
            "jinja:open_each_time",
            {"template": inputs.template("docxtpl"), "context": inputs.context, "rows": rows},
        ),
        "carbone": NodePeer("carbone", peers.node_modules, carbone),
    }
    rounds, few = effort.lengths[length]
    return race(contenders, inputs, words, effort, rounds=rounds, fewer={DOCXTPL: few})
