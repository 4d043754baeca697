"""What stands below what: ranks are read off the lines that are open, as papers chain their marks in many orders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

from .markers import LABELLED, UNORDERED, follows
from .nodes import Marker

__all__ = ["Opening", "find_parents"]

# How many lines of a kind are looked at for the end of a list.
_LOOKED_AT = 60
_RANK = {marker: rank for rank, marker in enumerate(Marker)}


class Opening(Struct, frozen=True):
    """How a line opens: its mark, its place in a list (`None` if it has none), and whether a bare colon ends it.

    `closes_all` is an unmarked heading above all marks.
    """

    marker: Marker | None
    place: int | None = None
    leads: bool = False
    closes_all: bool = False


class _Open(Struct):
    """A line that is open, and the pairs of kinds that were nested against the order of ranks right below it."""

    index: int
    marker: Marker
    place: int | None = None
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
                self._stack.append(_Open(index, line.marker, line.place))
        return parents

    def _close_for(self, index: int, marker: Marker) -> None:
        stack = self._stack
        same = [depth for depth, opened in enumerate(stack) if opened.marker is marker]
        if same:
            if len(same) == 1 and self._restarts(index, marker, stack[same[0]]):
                return
            place = self._lines[index].place or 0
            goes_on = [depth for depth in same if follows(marker, place, stack[depth].place or 0)]
            del stack[goes_on[-1] if goes_on else same[-1] :]
            return
        while stack and _RANK[stack[-1].marker] >= _RANK[marker] and not self._nests(index, marker):
            stack.pop()

    def _restarts(self, index: int, marker: Marker, outer: _Open) -> bool:
        """Whether a mark whose kind is open begins a list of its own deeper down: 1. a) 1. 2. b) 2.

        It is the first of its list, right below a colon or where a neighbour has such a list, and the numbers show
        that the line above it, or the outer list, is taken up again.
        """
        opened = self._stack[-1]
        line = self._lines[index]
        if line.place != 1 or opened is outer or marker in LABELLED or marker is Marker.DIEU:
            return False
        known = self._stack[-2].nested
        pair = (opened.marker, marker)
        if pair in known:
            return True
        if opened.index != index - 1 or not self._lines[opened.index].leads:
            return False
        if self._goes_on_behind(index, opened, outer) or self._outer_goes_on(index, marker, outer):
            known.add(pair)
            return True
        return False

    def _end_of(self, index: int, outer: _Open) -> int:
        """Where the list of `outer` ends at the latest: at the next line of a higher rank, or of what it is below."""
        depth = self._stack.index(outer)
        kinds: set[Marker | None] = {None, *(opened.marker for opened in self._stack[:depth])}
        between = {opened.marker for opened in self._stack[depth:]}
        kinds.update(kind for kind in Marker if _RANK[kind] < _RANK[outer.marker] and kind not in between)
        return min((at for kind in kinds if (at := self._next(kind, index)) is not None), default=len(self._lines))

    def _goes_on_behind(self, index: int, opened: _Open, outer: _Open) -> bool:
        following = self._next(opened.marker, index)
        if opened.place is None or following is None or following > self._end_of(index, outer):
            return False
        return follows(opened.marker, self._lines[following].place or 0, opened.place)

    def _outer_goes_on(self, index: int, marker: Marker, outer: _Open) -> bool:
        """Whether, behind the list that begins here, a number carries on the outer list and not this one."""
        places, end = self._places[marker], self._end_of(index, outer)
        start = bisect_right(places, index)
        last = 1
        for at in places[start : start + _LOOKED_AT]:
            place = self._lines[at].place or 0
            if at > end:
                return False
            if place != 1 and not follows(marker, place, last):
                return follows(marker, place, outer.place or 0)
            last = place
        return False

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
