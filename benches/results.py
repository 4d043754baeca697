"""All that one run has measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from .race import Outcome
from .timing import Sample
from .works.checking import Checking
from .works.many import Many

__all__ = ["Results"]


class Results(Struct, frozen=True):
    """The outcome of each work; `lengths` by rows of the appendix, `starts` by command.

    `exponents` are the growth exponents of rounds in which all lengths were written in turn; `row_bytes` is the memory
    that the rows of each length take by themselves.
    """

    plan: Outcome
    disk: Outcome
    lengths: Mapping[int, Outcome]
    exponents: Sequence[float]
    row_bytes: Mapping[int, int]
    starts: Mapping[str, Sequence[Sample]]
    starts_absent: Mapping[str, str]
    many: Many
    checking: Checking
