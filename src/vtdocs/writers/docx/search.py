"""The widths of columns at which a table is lowest, sought among the heights of its rows.

A row is as high as its highest cell, so most cells could be narrower without any row growing. The search starts where
columns are as wide as their texts would ask for if letters flowed like water. There each row has its lines, and for
these lines each column has a least width, set by one cell or two. What is over is spent on lines of rows, the cheapest
first. At last single rows of a small table are given a line more, where the width that this sets free takes two lines
elsewhere.

Trying widths instead, in steps, took three times as long and left tables a fiftieth higher: only few widths make a
difference, and the words tell which.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import isqrt

from msgspec import Struct

from .strands import Measured, Strand
from .texts import CellText

__all__ = ["Search", "add_by_weight"]

# A head is printed on every page, and is read first: a row of it counts as so many more of the body.
_HEAD_AGAIN = 2
# Tables of so many cells that may wrap are looked at row by row; in longer ones a line is too little to look for.
_SMALL = 60
# Each pass takes a line from every row that it can: rows of more lines than this are not looked for.
_MOST_PASSES = 40
# Lines are never full: to so much, in twips, comes what a row wants above its area. Trades that pay by less are not
# tried, which saves a twelfth of a small table's time, and leaves one of thirty a line higher.
_WASTE = 420
# So many lines at most are given to the rows of a column in exchange for others.
_MOST_GIVEN = 2


_Wrapping = tuple[int, int, CellText, int, int]
"""A cell of one column that may wrap: the numbers of its row and its column, the cell, its area, and the number of its
words, which is the most lines that it takes.
"""


class _Row(Struct, eq=False):
    """A row in which some cell may take more than one line.

    `cells` are such cells; `wide` those over several columns with their strands. No width makes the row lower than
    `fewest` lines.
    """

    weight: int
    cells: list[_Wrapping]
    wide: list[tuple[Strand, CellText]]
    fewest: int = 1


class _Gains(Struct, eq=False):
    """What a line less of each row costs at least, the cheapest first, and what the lines up to each weigh."""

    costs: list[int]
    weights: list[int]

    def within(self, room: int) -> int:
        """Give what the lines weigh that will hardly cost more than so much room."""
        return self.weights[bisect_right(self.costs, room - _WASTE)]


class Search:
    """Shares `total` among columns that need their `least` and would fill `most`. All are widths of rooms for text."""

    def __init__(self, measured: Measured, most: Sequence[int], total: int) -> None:
        self.pad = pad = measured.columns[0].pad
        self.least = [max(1, width - pad) for width in measured.least]
        self.most = [width - pad for width in most]
        self.total = total - pad * len(most)
        # The cells that may wrap, by row and by column. A row of nothing else is left as it is.
        self.rows: list[_Row] = []
        self.columns: list[list[_Wrapping]] = []
        self._read(measured)

    def _read(self, measured: Measured) -> None:
        head, depth = measured.head, len(measured.columns[0].cells)
        rows = self.rows = [_Row(1 if place >= head else 1 + _HEAD_AGAIN, [], []) for place in range(depth)]
        for column, (strand, room) in enumerate(zip(measured.columns, self.least, strict=True)):
            wrapping = [
                (row, column, cell, cell.load, len(cell.ends) - 1)
                for row, cell in enumerate(strand.cells)
                if cell is not None and cell.width > room
            ]
            for entry in wrapping:
                rows[entry[0]].cells.append(entry)
            self.columns.append(wrapping)
        if measured.uneven:
            for row, cells in zip(rows, zip(*[strand.cells for strand in measured.columns], strict=True), strict=True):
                row.fewest = max([1, *[cell.fewest for cell in cells if cell is not None]])
        for strand in measured.spans:
            room = self._room(self.least, strand)
            for row, spanning in zip(rows, strand.cells, strict=True):
                if spanning is not None and spanning.width > room:
                    row.wide.append((strand, spanning))
                    row.fewest = max(row.fewest, spanning.fewest)

    def _room(self, rooms: Sequence[int], strand: Strand) -> int:
        return sum(rooms[strand.first : strand.stop]) + self.pad * (strand.stop - strand.first - 1)

    def run(self) -> list[int]:
        """Give the widths of the columns, padding included, that sum to the total."""
        start = self._weigh()
        lines = self._count(start)
        rooms = self._fit(lines)
        if sum(rooms) > self.total:
            # Cells over several columns that overlap take more in equal parts than they had.
            rooms = [*start]
        self._lower(rooms, lines)
        if sum(map(len, self.columns)) <= _SMALL:
            while self._trade(rooms, lines):
                pass
        self._straighten(rooms)
        # What is left goes where the weighing would have it: cells that are not the highest of their rows want it too.
        wants = [max(0, want - room) for want, room in zip(start, rooms, strict=True)]
        if not any(wants):
            wants = [max(0, most - room) for most, room in zip(self.most, rooms, strict=True)]
        return [room + self.pad for room in add_by_weight(rooms, wants, self.total - sum(rooms))]

    def _weigh(self) -> list[int]:
        """Share the room by what each column's text would need if letters flowed like water.

        A row is as high as the largest of its areas over its width. With the rows that each column decides known, the
        table is lowest where widths are as the roots of those areas. Which rows these are is judged by the roots of all
        areas; another round finds tables no lower. The cell that decides a row is put first in it.
        """
        demand = [sum([entry[3] for entry in cells]) for cells in self.columns]
        roots = [*map(isqrt, demand)]
        whole = sum(roots) or 1
        rooms = [max(root * self.total // whole, least) for root, least in zip(roots, self.least, strict=True)]
        for row in self.rows:
            cells, weight = row.cells, row.weight
            if len(cells) > 1:
                heights = [load * 64 // rooms[column] for _row, column, _cell, load, _words in cells]
                highest = max(heights)
                # Cells nearly as high as the highest decide as well.
                high = highest * 7 // 8
                for entry, height in zip(cells, heights, strict=True):
                    if height >= high:
                        demand[entry[1]] += entry[3] * weight
                if heights[0] < highest:
                    place = heights.index(highest)
                    cells[0], cells[place] = cells[place], cells[0]
            elif cells:
                demand[cells[0][1]] += cells[0][3] * weight
        return _fill(self.least, self.most, [*map(isqrt, demand)], self.total)

    def _count(self, rooms: Sequence[int]) -> list[int]:
        """Count the lines of each row."""
        lines = []
        for row in self.rows:
            most = row.fewest
            for _row, column, cell, load, words in row.cells:
                # Two neighbouring lines hold more than one room does: so many lines a text has at most.
                if words > most and load // rooms[column] * 2 >= most:
                    found = cell.lines(rooms[column])
                    if found > most:
                        most = found
            for strand, spanning in row.wide:
                most = max(most, spanning.lines(self._room(rooms, strand)))
            lines.append(most)
        return lines

    def _fit(self, lines: Sequence[int]) -> list[int]:
        """Give the least rooms in which no row takes more lines than these."""
        rooms = [
            self._fit_column(cells, least, lines) if cells else least
            for cells, least in zip(self.columns, self.least, strict=True)
        ]
        for row, most in zip(self.rows, lines, strict=True):
            for strand, cell in row.wide:
                self._widen(rooms, strand, cell.fit(most, self._room(rooms, strand)))
        return rooms

    def _fit_column(self, cells: Sequence[_Wrapping], room: int, lines: Sequence[int]) -> int:
        """Give the least room of a column, from `room` on, for so many lines in each row."""
        # What cells would ask for if their lines were full is known at once, and most ask for little more.
        room = max(room, *[-(-load // lines[row]) - cell.blank for row, _column, cell, load, _words in cells])
        for row, _column, cell, load, words in cells:
            most = lines[row]
            if words > most and load // room * 2 >= most and cell.width > room:
                room = cell.fit(most, room)
        return room

    def _widen(self, rooms: list[int], strand: Strand, room: int) -> None:
        """Give the columns of a strand together so much room, what they lack in equal parts."""
        lack = room - self._room(rooms, strand)
        for column in range(strand.first, strand.stop):
            part = lack // (strand.stop - column)
            rooms[column] += part
            lack -= part

    def _lower(self, rooms: list[int], lines: list[int]) -> int:
        """Spend what the rooms leave on lines of rows, in place; give what these weigh."""
        rest, gain = self.total - sum(rooms), 0
        waiting: Sequence[int] = range(len(self.rows))
        for _pass in range(_MOST_PASSES):
            lowered = []
            for _cost, number in self._list_cheap(waiting, rooms, lines, rest):
                wider = self._fit_row(self.rows[number], lines[number] - 1, rooms, rest)
                if wider is not None:
                    rooms[:], rest = wider, self.total - sum(wider)
                    lines[number] -= 1
                    gain += self.rows[number].weight
                    lowered.append(number)
            # A row that was too dear stays so: what is spent elsewhere makes it cheaper by no more than what it takes.
            if not lowered:
                break
            waiting = lowered
        return gain

    def _list_cheap(
        self, numbers: Iterable[int], rooms: Sequence[int], lines: Sequence[int], rest: int
    ) -> list[tuple[int, int]]:
        """List the rows of which one line might cost no more than `rest`, with what it costs at least."""
        cheap = []
        for number in numbers:
            row, fewer = self.rows[number], lines[number] - 1
            if fewer < row.fewest:
                continue
            cost = 0
            for _row, column, cell, load, _words in row.cells:
                lack = -(-load // fewer) - cell.blank - rooms[column]
                if lack > 0:
                    cost += lack
                    if cost > rest:
                        break
            else:
                cheap.append((cost, number))
        return sorted(cheap)

    def _fit_row(self, row: _Row, most: int, given: Sequence[int], rest: int) -> list[int] | None:
        """Give the least rooms, none less than is given, in which a row takes so many lines, if `rest` is enough."""
        rooms = [*given]
        for _row, column, cell, load, words in row.cells:
            room = rooms[column]
            if words > most and load // room * 2 >= most and cell.width > room:
                rooms[column] = cell.fit(most, room)
                rest -= rooms[column] - room
                if rest < 0:
                    return None
        for strand, cell in row.wide:
            self._widen(rooms, strand, cell.fit(most, self._room(rooms, strand)))
        return None if row.wide and sum(rooms) > self.total else rooms

    def _straighten(self, rooms: list[int]) -> None:
        """Spend what the rooms leave so that cells need not wrap, though no row gets lower: a date reads better on one
        line. The cheapest cells come first, those that are alike together.
        """
        rest = self.total - sum(rooms)
        lacks = [
            [width - room for entry in cells if room < (width := entry[2].width) <= room + rest]
            for cells, room in zip(self.columns, rooms, strict=True)
        ]
        open_columns = [(column, sorted(costs)) for column, costs in enumerate(lacks) if costs]
        while open_columns:
            best, chosen = (0, 1), 0
            for place, (_column, costs) in enumerate(open_columns):
                for count, cost in enumerate(costs, 1):
                    if cost <= rest and count * best[1] > best[0] * cost:
                        best, chosen = (count, cost), place
            if not best[0]:
                break
            column, costs = open_columns[chosen]
            rooms[column] += best[1]
            rest -= best[1]
            open_columns[chosen] = column, [cost - best[1] for cost in costs if cost > best[1]]

    def _trade(self, rooms: list[int], lines: list[int]) -> bool:
        """Give the rows that ask for the room of some column a line more, where that takes more lines elsewhere."""
        gains = self._list_gains(rooms, lines)
        rest = self.total - sum(rooms)
        for column, cells in enumerate(self._list_asking(rooms, lines, gains)):
            tried, paid, room = [*lines], 0, rooms[column]
            while cells and room > self.least[column] and paid < _MOST_GIVEN:
                asking = [
                    number
                    for number, _column, cell, load, words in cells
                    if words > tried[number]
                    and load // tried[number] + 2 * _WASTE >= room
                    and cell.width >= room <= cell.fit(tried[number], room - 1)
                ]
                if not asking:
                    break
                for number in asking:
                    tried[number] += 1
                    paid += self.rows[number].weight
                room = self._fit_column(cells, self.least[column], tried)
                free = rest + rooms[column] - room
                if gains.within(free) <= paid:
                    continue
                narrower, fewer = [*rooms], [*tried]
                narrower[column] = room
                if self._lower(narrower, fewer) > paid:
                    rooms[:], lines[:] = narrower, fewer
                    return True
        return False

    def _list_gains(self, rooms: Sequence[int], lines: Sequence[int]) -> _Gains:
        cheap = self._list_cheap(range(len(self.rows)), rooms, lines, self.total)
        weights = [self.rows[number].weight for _cost, number in cheap]
        return _Gains([cost for cost, _number in cheap], [*accumulate(weights, initial=0)])

    def _list_asking(self, rooms: Sequence[int], lines: Sequence[int], gains: _Gains) -> list[list[_Wrapping]]:
        """List the cells of each column; none of a column that no trade can serve.

        With some rows given a line, a column is still as wide as the other rows ask for at least: what that sets free
        has to be worth more lines than were given. In most tables this is so of no column.
        """
        rest = self.total - sum(rooms)
        return [
            cells if room > least and cells and self._may_serve(cells, least, rest + room, lines, gains) else []
            for cells, room, least in zip(self.columns, rooms, self.least, strict=True)
        ]

    def _may_serve(
        self, cells: Sequence[_Wrapping], least: int, room: int, lines: Sequence[int], gains: _Gains
    ) -> bool:
        """Whether trades of a column's lines may pay: it and what is left have so much room together."""
        if gains.within(room - least) <= 1:
            return False
        asked = sorted(
            [
                (cell.blank - -(-load // lines[row]), row)
                for row, _column, cell, load, words in cells
                if words > lines[row]
            ]
        )
        given = 0
        for (_ask, number), (left, _number) in pairwise([*asked, (-least, 0)]):
            given += self.rows[number].weight
            if gains.within(room - max(least, -left)) > given:
                return True
        return False


def add_by_weight(widths: Sequence[int], weights: Sequence[int], rest: int) -> list[int]:
    """Add `rest` to the widths by weight, to the last twip."""
    whole = sum(weights) or len(weights)
    parts = [weight * rest // whole for weight in weights]
    parts[weights.index(max(weights))] += rest - sum(parts)
    return [width + part for width, part in zip(widths, parts, strict=True)]


def _fill(least: Sequence[int], most: Sequence[int], weights: Sequence[int], total: int) -> list[int]:
    """Give each column a width by its weight, between its bounds, so that all together are `total`."""
    widths, free, rest = [*least], [*range(len(least))], total
    while True:
        whole = sum([weights[column] for column in free]) or 1
        # Columns that their weight would leave below their least get that, the others share what is left.
        low = [column for column in free if weights[column] * rest < least[column] * whole]
        if not low:
            break
        rest -= sum([least[column] for column in low])
        free = [column for column in free if column not in low]
    for column in free:
        widths[column] = min(weights[column] * rest // whole, most[column])
    over = total - sum(widths)
    wants = [max(0, limit - width) for limit, width in zip(most, widths, strict=True)]
    return add_by_weight(widths, wants if any(wants) else [1] * len(widths), over)
