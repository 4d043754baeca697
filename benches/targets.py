"""What was asked for, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .race import Outcome
from .results import Results
from .timing import Sample, Spread, growth_exponent, ratio, spread
from .works.checking import CHECK, OPEN
from .works.plan import DOCXTPL
from .works.starts import BARE, BUILD, DOCXTPL_SCRIPT, IMPORT

__all__ = ["Target", "compare_targets", "length_exponent"]

_FAST = ("isal-0", "isal-1", "zlib-ng-1", "zlib-ng-6")
_MILLION = 1_000_000


class Target(Struct, frozen=True):
    """A bound, in words, and what was measured; `None` where it could not be measured."""

    work: str
    bound: float
    at_least: bool
    unit: str
    measured: Spread | None

    @property
    def met(self) -> bool | None:
        """Whether the median keeps the bound."""
        if self.measured is None:
            return None
        middle = self.measured.middle
        return middle >= self.bound if self.at_least else middle <= self.bound


def compare_targets(results: Results) -> Iterator[Target]:
    """Give every target with its figure."""
    plan, disk = results.plan, results.disk
    yield Target("loaded plan, zlib-6, against docxtpl", 15, True, "x", _times(plan, "vtdocs, zlib-6"))
    yield Target("loaded plan, zlib-1, against docxtpl", 25, True, "x", _times(plan, "vtdocs, zlib-1"))
    fast, times = _best(plan, (f"vtdocs, {name}" for name in _FAST))
    yield Target(f"loaded plan, the `fast` extra{fast}, against docxtpl", 40, True, "x", times)
    yield Target(
        "from disk to disk, against docxtpl's render and save", 2.5, True, "x", _times(disk, "vtdocs, default")
    )
    longest = max(results.lengths)
    outcome = results.lengths[longest]
    exponent = spread(results.exponents) if results.exponents else None
    yield Target("growth with the rows of the appendix", 1.05, False, "", exponent)
    rows = f"{longest:,} rows"
    yield Target(f"{rows}, against docxtpl", 30, True, "x", _times(outcome, "vtdocs, default"))
    peak = outcome.peaks.get("vtdocs, default")
    megabytes = None if peak is None else spread([peak / _MILLION])
    yield Target(f"{rows}, peak memory", 80, False, "MB", megabytes)
    starts = results.starts
    yield Target(
        "`vtdocs build`, against a script with docxtpl",
        1.2,
        False,
        "x",
        _against(starts.get(BUILD), starts.get(DOCXTPL_SCRIPT)),
    )
    checked = results.checking
    samples = checked.turns.samples
    yield Target(
        "a report of 30 pages checked, against python-docx reading it",
        4,
        False,
        "x",
        _against(samples.get(CHECK), samples.get(OPEN)),
    )
    exponent = spread(checked.exponents) if checked.exponents else None
    yield Target("growth of checking with pages, to 1,000", 1.05, False, "", exponent)
    yield Target("`import vtdocs` over bare Python", 40, False, "ms", _difference(starts.get(IMPORT), starts.get(BARE)))


def length_exponent(results: Results, name: str) -> Spread | None:
    """Give the growth exponent of a contender's medians over all lengths, if it was measured at all of them."""
    sizes = [size for size, outcome in results.lengths.items() if outcome.samples.get(name)]
    if len(sizes) < len(results.lengths) or len(sizes) < 2:
        return None
    medians = [spread(s.wall for s in results.lengths[size].samples[name]).middle for size in sizes]
    return spread([growth_exponent(sizes, medians)])


def _times(outcome: Outcome, name: str) -> Spread | None:
    return _against(outcome.samples.get(DOCXTPL), outcome.samples.get(name))


def _against(more: Sequence[Sample] | None, less: Sequence[Sample] | None) -> Spread | None:
    return ratio(more, less) if more and less else None


def _best(outcome: Outcome, names: Iterable[str]) -> tuple[str, Spread | None]:
    """Give the best of several, and its name in brackets."""
    found = [(times.middle, name, times) for name in names if (times := _times(outcome, name))]
    if not found:
        return "", None
    _middle, name, times = max(found, key=lambda one: one[0])
    return f" ({name.removeprefix('vtdocs, ')})", times


def _difference(more: Sequence[Sample] | None, less: Sequence[Sample] | None) -> Spread | None:
    """Give the milliseconds between two, round by round."""
    if not more or not less:
        return None
    return spread((one.wall - other.wall) * 1000 for one, other in zip(more, less, strict=True))
