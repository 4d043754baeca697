"""The shape of a format fact: a range, a default inside it, its article, and the law's own words.

A fact of the law is a `Fact`; a number that offices use and no law gives is a `Practice`. They share no
base class, so that neither can be taken for the other.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from vtdocs.units import Length

__all__ = [
    "AtLeast",
    "Between",
    "ChuFact",
    "CountFact",
    "Fact",
    "FlagFact",
    "KhungFact",
    "LengthFact",
    "ListFact",
    "OneOf",
    "Practice",
    "Range",
    "RatioFact",
    "TextFact",
    "collect_facts",
    "collect_practices",
    "only",
]

T = TypeVar("T")
Ordered = TypeVar("Ordered", Length, Fraction, int)


class Between(Struct, Generic[Ordered], frozen=True):
    """Every value from `low` to `high`, both included."""

    low: Ordered
    high: Ordered

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise ValueError(f"an empty range: {self.low} to {self.high}")

    def __contains__(self, value: object) -> bool:
        return isinstance(value, type(self.low)) and self.low <= value <= self.high

    @property
    def values(self) -> tuple[Ordered, ...]:
        """The values that the law writes down."""
        return (self.low, self.high)


class AtLeast(Struct, Generic[Ordered], frozen=True):
    """`low` and every value above it."""

    low: Ordered

    def __contains__(self, value: object) -> bool:
        return isinstance(value, type(self.low)) and self.low <= value

    @property
    def values(self) -> tuple[Ordered, ...]:
        """The values that the law writes down."""
        return (self.low,)


class OneOf(Struct, Generic[T], frozen=True):
    """A closed set of values; the first is the one that the law prints first."""

    values: tuple[T, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError("a choice of nothing")

    def __contains__(self, value: object) -> bool:
        return value in self.values


def only(value: T) -> OneOf[T]:
    """Allow one value and no other."""
    return OneOf((value,))


# In quotation marks, as only annotations need them: to make them anew took half a millisecond of every start.
LengthRange: TypeAlias = "Between[Length] | AtLeast[Length] | OneOf[Length]"
RatioRange: TypeAlias = "Between[Fraction] | AtLeast[Fraction] | OneOf[Fraction]"
CountRange: TypeAlias = "Between[int] | AtLeast[int] | OneOf[int]"
Range: TypeAlias = "LengthRange | RatioRange | CountRange"


class Fact(Struct, frozen=True, kw_only=True):
    """What every fact of the law carries.

    `source` is the article, in Vietnamese, as a user reads it; `quote` the law's own few words, letter for
    letter, with ` […] ` where words between two passages are left out.
    """

    id: str
    source: str
    quote: str


def _require_default(fact_id: str, default: object, allowed: Container[object]) -> None:
    if default not in allowed:
        raise ValueError(f"{fact_id}: the default {default!r} lies outside {allowed!r}")


class LengthFact(Fact, frozen=True, kw_only=True):
    """A length: a margin, an indent, a gap."""

    allowed: LengthRange
    default: Length

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.allowed)


class RatioFact(Fact, frozen=True, kw_only=True):
    """A share of what the row's comment names: a line's length of its text, a spacing of single spacing."""

    allowed: RatioRange
    default: Fraction

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.allowed)


class CountFact(Fact, frozen=True, kw_only=True):
    """A whole number without a unit."""

    allowed: CountRange
    default: int

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.allowed)


class TextFact(Fact, frozen=True, kw_only=True):
    """Fixed words or marks of the paper, or a property in the law's own words ("canh giữa")."""

    allowed: OneOf[str]
    default: str

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.allowed)


class FlagFact(Fact, frozen=True, kw_only=True):
    """Something that the law requires (`True`) or forbids (`False`)."""

    default: bool

    @property
    def allowed(self) -> OneOf[bool]:
        """The one value that keeps the law."""
        return only(self.default)


class ListFact(Fact, Generic[T], frozen=True, kw_only=True):
    """Several values that hold together, in the law's order: months, abbreviations, sets of sizes."""

    members: tuple[T, ...]


class ChuFact(Fact, frozen=True, kw_only=True):
    """The type of one component: sizes allowed and chosen, weight, slant, capitals.

    `same_size_as` names the fact whose size this one must have in the same paper; None: its size is its own.
    """

    size: LengthRange
    default: Length
    bold: bool
    italic: bool
    caps: bool
    same_size_as: str | None = None

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.size)

    @property
    def allowed(self) -> LengthRange:
        """The sizes allowed, under the name that all facts share."""
        return self.size


class KhungFact(Fact, frozen=True, kw_only=True):
    """A framed stamp: its words and the size of its frame."""

    text: OneOf[str]
    default: str
    width: Length
    height: Length

    def __post_init__(self) -> None:
        _require_default(self.id, self.default, self.text)


class Practice(Struct, Generic[T], frozen=True, kw_only=True):
    """A value that offices use and the law does not give; `seen` says where, `allowed` what else is usual."""

    id: str
    value: T
    seen: str
    allowed: LengthRange | RatioRange | CountRange | None = None

    def __post_init__(self) -> None:
        if self.allowed is not None:
            _require_default(self.id, self.value, self.allowed)


def _by_id(rows: list[T], ids: list[str]) -> Mapping[str, T]:
    index = dict(zip(ids, rows, strict=True))
    if len(index) != len(rows):
        raise ValueError(f"an id stands twice: {sorted({i for i in ids if ids.count(i) > 1})}")
    return MappingProxyType(index)


def collect_facts(namespace: Mapping[str, object]) -> Mapping[str, Fact]:
    """Index the facts of a namespace by id, in their order; raises ValueError for an id that stands twice."""
    rows = [value for value in namespace.values() if isinstance(value, Fact)]
    return _by_id(rows, [row.id for row in rows])


def collect_practices(namespace: Mapping[str, object]) -> Mapping[str, Practice[object]]:
    """Index the practices of a module's namespace by id, as `collect_facts` does facts."""
    rows = [value for value in namespace.values() if isinstance(value, Practice)]
    return _by_id(rows, [row.id for row in rows])
