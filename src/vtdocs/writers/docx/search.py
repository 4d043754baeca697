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

from collections.abc import Iterator, Sequence
from math import isqrt

from .strands import Measured, Strand
from .texts import CellText

__all__ = ["Search", "add_by_weight"]

# A head is printed on every page, and is read first: a row of it counts as so many more of the body.
_HEAD_AGAIN = 2
# Tables of so many cells that may wrap are looked at row by row; in longer ones a line is too little to look for.
_SMALL = 60
# Each pass takes a line from every row that it can: rows of more lines than this are not looked for.
_MOST_PASSES = 40
# So many lines at most are given to the rows of a column in exchange for others.
_MOST_GIVEN = 2


class _Row:
    """A row in which some cell may take more than one line.

    `cells` are such cells with their columns and their areas, `wide` those over several columns with their strands. No
    width makes the row lower than `fewest` lines.
    """

    __slots__ = ("cells", "fewest", "weight", "wide")

    def __init__(self, weight: int) -> None:
        self.weight, self.fewest = weight, 1
        self.cells: list[tuple[int, CellText, int]] = []
        self.wide: list[tuple[Strand, CellText]] = []


class Search:
    """Shares `total` among columns that need their `least` and would fill `most`. All are widths of rooms for text."""

    def __init__(self, measured: Measured, most: Sequence[int], total: int) -> None:
        self.pad = pad = measured.columns[0].pad
        self.least = [max(1, width - pad) for width in measured.least]
        self.most = [width - pad for width in most]
        self.total = total - pad * len(most)
        self.rows = [*self._read_rows(measured)]
        # The cells of each column that may wrap, by the numbers of their rows.
        self.columns: list[list[tuple[int, CellText, int]]] = [[] for _ in most]
        for number, row in enumerate(self.rows):
            for column, cell, load in row.cells:
                self.columns[column].append((number, cell, load))

    def _read_rows(self, measured: Measured) -> Iterator[_Row]:
        least = self.least
        wide = [(strand, self._room(least, strand)) for strand in measured.spans]
        for place, cells in enumerate(zip(*(column.cells for column in measured.columns), strict=True)):
            row = _Row(1 + _HEAD_AGAIN if place < measured.head else 1)
            for column, cell in enumerate(cells):
                if cell is not None and cell.width > least[column]:
                    row.cells.append((column, cell, cell.load))
                if cell is not None and cell.gaps:
                    row.fewest = max(row.fewest, cell.lines(cell.width))
            for strand, room in wide:
                spanning = strand.cells[place]
                if spanning is not None and spanning.width > room:
                    row.wide.append((strand, spanning))
                    row.fewest = max(row.fewest, spanning.lines(spanning.width))
            if row.cells or row.wide:
                yield row

    def _room(self, rooms: Sequence[int], strand: Strand) -> int:
        return sum(rooms[strand.first : strand.stop]) + self.pad * (strand.stop - strand.first - 1)

    def run(self) -> list[int]:
        """Give the widths of the columns, padding included, that sum to the total."""
        start = self._weigh()
        lines = [self._count(row, start) for row in self.rows]
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
        areas; another round finds tables no lower.
        """
        demand = [sum([load for _number, _cell, load in cells]) for cells in self.columns]
        roots = [*map(isqrt, demand)]
        whole = sum(roots) or 1
        rooms = [max(root * self.total // whole, least) for root, least in zip(roots, self.least, strict=True)]
        for row in self.rows:
            cells = row.cells
            if len(cells) == 1:
                demand[cells[0][0]] += cells[0][2] * row.weight
                continue
            heights = [load * 64 // rooms[column] for column, _cell, load in cells]
            # Cells nearly as high as the highest decide as well.
            high = max(heights, default=0) * 7 // 8
            for (column, _cell, load), height in zip(cells, heights, strict=True):
                if height >= high:
                    demand[column] += load * row.weight
        return _fill(self.least, self.most, [*map(isqrt, demand)], self.total)

    def _count(self, row: _Row, rooms: Sequence[int]) -> int:
        """Count the lines of a row."""
        lines = row.fewest
        for column, cell, load in row.cells:
            if load // rooms[column] * 2 >= lines:
                lines = max(lines, cell.lines(rooms[column]))
        for strand, cell in row.wide:
            lines = max(lines, cell.lines(self._room(rooms, strand)))
        return lines

    def _fit(self, lines: Sequence[int]) -> list[int]:
        """Give the least rooms in which no row takes more lines than these."""
        rooms = [self._fit_column(column, lines) for column in range(len(self.columns))]
        for row, most in zip(self.rows, lines, strict=True):
            for strand, cell in row.wide:
                self._widen(rooms, strand, cell.fit(most, self._room(rooms, strand)))
        return rooms

    def _fit_column(self, column: int, lines: Sequence[int]) -> int:
        """Give the least room of a column for so many lines in each row."""
        room = self.least[column]
        # What they would ask for if their lines were full is known at once, and most ask for little more.
        for number, cell, load in self.columns[column]:
            full = -(-load // lines[number]) - cell.blank
            if full > room:
                room = full
        for number, cell, load in self.columns[column]:
            # Two neighbouring lines hold more than one room does: so many lines a text has at most.
            if cell.width > room and load // room * 2 >= lines[number]:
                room = cell.fit(lines[number], room)
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
        for _pass in range(_MOST_PASSES):
            lowered = False
            for _cost, number in self._list_cheap(rooms, lines, rest):
                wider = self._fit_row(self.rows[number], lines[number] - 1, rooms)
                left = self.total - sum(wider)
                if left >= 0:
                    rooms[:], rest, lowered = wider, left, True
                    lines[number] -= 1
                    gain += self.rows[number].weight
            if not lowered:
                break
        return gain

    def _list_cheap(self, rooms: Sequence[int], lines: Sequence[int], rest: int) -> list[tuple[int, int]]:
        """List the rows of which one line might cost no more than `rest`, with what it costs at least."""
        cheap = []
        for number, row in enumerate(self.rows):
            fewer = lines[number] - 1
            if fewer < row.fewest:
                continue
            cost = 0
            for column, cell, load in row.cells:
                lack = -(-load // fewer) - cell.blank - rooms[column]
                if lack > 0:
                    cost += lack
                    if cost > rest:
                        break
            else:
                cheap.append((cost, number))
        return sorted(cheap)

    def _fit_row(self, row: _Row, most: int, given: Sequence[int]) -> list[int]:
        """Give the least rooms, none less than is given, in which a row takes so many lines."""
        rooms = [*given]
        for column, cell, _load in row.cells:
            if cell.width > rooms[column]:
                rooms[column] = cell.fit(most, rooms[column])
        for strand, cell in row.wide:
            self._widen(rooms, strand, cell.fit(most, self._room(rooms, strand)))
        return rooms

    def _straighten(self, rooms: list[int]) -> None:
        """Spend what the rooms leave so that cells need not wrap, though no row gets lower: a date reads better on one
        line. The cheapest cells come first, those that are alike together.
        """
        rest = self.total - sum(rooms)
        for _column in rooms:
            best = 0, 1, 0
            for column, cells in enumerate(self.columns):
                lacks = [cell.width - rooms[column] for _number, cell, _load in cells]
                costs = sorted([lack for lack in lacks if 0 < lack <= rest])
                for count, cost in enumerate(costs, 1):
                    if count * best[1] > best[0] * cost:
                        best = count, cost, column
            count, cost, column = best
            if not count:
                break
            rooms[column] += cost
            rest -= cost

    def _trade(self, rooms: list[int], lines: list[int]) -> bool:
        """Give the rows that ask for the room of some column a line more, where that takes more lines elsewhere."""
        costs = self._list_cheap(rooms, lines, self.total)
        rest = self.total - sum(rooms)
        for column, least in enumerate(self.least):
            tried, paid, room = [*lines], 0, rooms[column]
            while room > least and paid < _MOST_GIVEN:
                asking = [
                    number
                    for number, cell, load in self.columns[column]
                    if load // room * 2 + 2 >= tried[number] and cell.width >= room <= cell.fit(tried[number], room - 1)
                ]
                if not asking:
                    break
                for number in asking:
                    tried[number] += 1
                    paid += self.rows[number].weight
                room = self._fit_column(column, tried)
                free = rest + rooms[column] - room
                if sum([self.rows[number].weight for cost, number in costs if cost <= free]) <= paid:
                    continue
                narrower, fewer = [*rooms], [*tried]
                narrower[column] = room
                if self._lower(narrower, fewer) > paid:
                    rooms[:], lines[:] = narrower, fewer
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
