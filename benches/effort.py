"""How much is done for a figure: in full for docs/speed.md, and hardly anything to see that the benches run."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

__all__ = ["FULL", "QUICK", "Effort"]


class Effort(Struct, frozen=True):
    """Rounds of the works, seconds of a sample and of warming up, and sizes.

    `lengths` gives for each length of the appendix the rounds of the fast contenders and of the slow ones, and
    `growth_rounds` are those in which vtdocs writes all lengths in turn; `plans` are written by vtdocs and
    `plans_sampled` by docxtpl, in so many `slices` taken in turn. `pages` are lengths of the reports that are checked.
    """

    rounds: int
    sample_seconds: float
    warm_seconds: float
    starts: int
    lengths: Mapping[int, tuple[int, int]]
    growth_rounds: int
    plans: int
    plans_sampled: int
    slices: int
    pages: tuple[int, ...]


FULL = Effort(
    rounds=25,
    sample_seconds=0.1,
    warm_seconds=1.0,
    starts=25,
    lengths={1_000: (9, 5), 10_000: (7, 3), 50_000: (5, 1)},
    growth_rounds=9,
    plans=3_321,
    plans_sampled=270,
    slices=9,
    pages=(30, 120, 480, 1_000),
)
QUICK = Effort(
    rounds=2,
    sample_seconds=0.0,
    warm_seconds=0.0,
    starts=2,
    lengths={10: (1, 1), 20: (1, 1), 40: (1, 1)},
    growth_rounds=1,
    plans=6,
    plans_sampled=4,
    slices=2,
    pages=(2, 4),
)
