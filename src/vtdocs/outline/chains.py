"""What stands below what: ranks are read off the lines that are open, as papers chain their marks in many orders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from .markers import LABELLED, UNORDERED, follows
from .nodes import Marker

__all__ = ["Opening", "find_parents"]

_RANK = {marker: rank for rank, marker in enumerate(Marker)}


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line opens: its mark, its place in a list (`None` if it has none), and whether a bare colon ends it.

    `closes_all` is an unmarked heading above all marks.
    """

    marker: Marker | None
    place: int | None = None
    leads: bool = False
    closes_all: bool = False


@dataclass(slots=True)
class _Open:
    """A line that is open, and the pairs of kinds that were nested against the order of ranks right below it."""

    index: int
    marker: Marker
    nested: set[tuple[Marker, Marker]] = field(default_factory=set)


def find_parents(lines: Sequence[Opening]) -> list[int]:
    """Give for each line the index of the line that it stands below, or -1.

    A mark whose kind is open closes down to it and becomes its sibling. Any other closes what is of its rank or lower
    by the order of `Marker`, except where a new list opens below the line (see `_Chains._nests`). An unmarked line
    stands below the last open line. O(n log n).
    """
    return _Chains(lines).find()


class _Chains:
    def __init__(self, lines: Sequence[Opening]) -> None:
        self._lines = lines
        self._stack: list[_Open] = []
        self._top_nested: set[tuple[Marker, Marker]] = set()
        self._places: dict[Marker | None, list[int]] = {}
        for index, line in enumerate(lines):
            if line.marker is not None or line.closes_all:
                self._places.setdefault(line.marker, []).append(index)

    def find(self) -> list[int]:
        parents: list[int] = []
        for index, line in enumerate(self._lines):
            if line.closes_all:
                self._stack.clear()
            elif line.marker is not None:
                self._close_for(index, line.marker)
            parents.append(self._stack[-1].index if self._stack else -1)
            if line.marker is not None:
                self._stack.append(_Open(index, line.marker))
        return parents

    def _close_for(self, index: int, marker: Marker) -> None:
        stack = self._stack
        if any(opened.marker is marker for opened in stack):
            while stack.pop().marker is not marker:
                pass
            return
        while stack and _RANK[stack[-1].marker] >= _RANK[marker] and not self._nests(index, marker):
            stack.pop()

    def _nests(self, index: int, marker: Marker) -> bool:
        """Whether a mark that would close the last open line opens a list below it.

        It begins a list, and the open line is taken up again behind the list (a) 1. 2. b)), or ends with a colon
        right above it, or had a neighbour with such a list. Parts and điều are above all lists.
        """
        line, opened = self._lines[index], self._stack[-1]
        if marker in LABELLED or marker is Marker.DIEU or not (line.place == 1 or marker in UNORDERED):
            return False
        known = self._stack[-2].nested if len(self._stack) > 1 else self._top_nested
        pair = (opened.marker, marker)
        leads = opened.index == index - 1 and self._lines[opened.index].leads
        if pair in known or leads or self._is_taken_up(index):
            known.add(pair)
            return True
        return False

    def _is_taken_up(self, index: int) -> bool:
        """Whether the next line of the last open line's kind carries on its number before its parents are closed."""
        opened = self._stack[-1]
        place, following = self._lines[opened.index].place, self._next(opened.marker, index)
        if place is None or following is None or not follows(opened.marker, self._lines[following].place or 0, place):
            return False
        above = self._stack[:-1]
        closing: set[Marker | None] = {None, *(line.marker for line in above)}
        if above:
            closing.update(marker for marker in Marker if _RANK[marker] <= _RANK[above[-1].marker])
        return all((at := self._next(kind, index)) is None or at > following for kind in closing)

    def _next(self, kind: Marker | None, index: int) -> int | None:
        """The next line of a kind behind a line; `None` as the kind is what closes all."""
        places = self._places.get(kind, [])
        found = bisect_right(places, index)
        return places[found] if found < len(places) else None
