"""Samples taken in turn, and what is made of them: medians, quartiles, ratios of pairs, growth.

The machine is shared and noisy, so no time stands alone. In each round every contender takes one sample, right after
the others; a ratio is of two samples of one round, and its median and quartiles are over the rounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median, quantiles
from typing import Literal

from msgspec import Struct

__all__ = [
    "Clock",
    "ContenderError",
    "Sample",
    "Spread",
    "Turns",
    "growth_exponent",
    "ratio",
    "sample_in_turn",
    "spread",
]

Clock = Literal["wall", "cpu"]


class ContenderError(Exception):
    """A contender failed at its work."""


class Sample(Struct, frozen=True):
    """Seconds for one piece of work: of the clock on the wall, and of the processor."""

    wall: float
    cpu: float


class Spread(Struct, frozen=True):
    """A median and the quartiles around it."""

    low: float
    middle: float
    high: float


class Turns(Struct, frozen=True):
    """The samples of those who did their work in every round, and why others did not."""

    samples: dict[str, list[Sample]]
    failed: dict[str, str]


def sample_in_turn(
    contenders: Mapping[str, Callable[[], Sample]], rounds: int, fewer: Mapping[str, int] | None = None
) -> Turns:
    """Take a sample of each contender in each round; those named in `fewer` only in that many rounds.

    Each round begins with the next contender, so that none always follows the same one. One that fails is out.
    """
    taken: dict[str, list[Sample]] = {name: [] for name in contenders}
    failed: dict[str, str] = {}
    names = list(contenders)
    for number in range(rounds):
        turn = number % len(names) if names else 0
        for name in (*names[turn:], *names[:turn]):
            if name in failed or number >= (fewer or {}).get(name, rounds):
                continue
            try:
                taken[name].append(contenders[name]())
            except ContenderError as error:
                failed[name] = str(error)
                del taken[name]
    return Turns(taken, failed)


def spread(values: Iterable[float]) -> Spread:
    """Give the median and the quartiles; of a single value, that."""
    known = sorted(values)
    if len(known) == 1:
        return Spread(known[0], known[0], known[0])
    low, _, high = quantiles(known, n=4, method="inclusive")
    return Spread(low, median(known), high)


def ratio(more: Sequence[Sample], less: Sequence[Sample], clock: Clock = "wall") -> Spread:
    """How many times as long one takes as the other, round by round, in the rounds that both were in."""
    return spread(getattr(one, clock) / getattr(other, clock) for one, other in zip(more, less, strict=False))


def growth_exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Fit seconds = c * size ** e by least squares of the logarithms; give e."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - x_mean) ** 2 for x in xs)
