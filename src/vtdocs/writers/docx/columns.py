"""Widths of a table's columns, from its text: no word broken, never past the room, as low on paper as may be.

All sums are whole numbers, so the same table gets the same widths on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt

from .strands import Measured, Strand

__all__ = ["column_widths", "count_broken"]

# Rounds of weighing before the search, and moves at most in it for each column and step.
_ROUNDS = 6
# A head is printed on every page, and is read first: a row of it counts as so many more of the body.
_HEAD_AGAIN = 2
_MOVES = 3
# Rows count for so much more than the lines of all cells, which only part equal heights.
_ROW = 1 << 24


def column_widths(measured: Measured, total: int) -> tuple[int, ...]:
    """Share `total` among the columns; widths in whole twips, padding included, that sum exactly to `total`.

    Every column gets its longest word. Where even that is wider than the room, the columns with the longest words
    give way, and only their words break: a table never leaves the page.
    """
    least = measured.least
    if sum(least) >= total:
        return _cut_longest(least, total)
    naturals = _naturals(measured)
    if sum(naturals) <= total:
        # Everything fits on one row; what is left is shared by the text that the columns hold.
        return tuple(_add(naturals, [strand.natural for strand in measured.columns], total - sum(naturals)))
    return tuple(_Search(measured, total).run(_weigh(measured, naturals, total)))


def count_broken(measured: Measured, widths: Sequence[int]) -> int:
    """Count the columns that are narrower than their longest word."""
    return sum(width < least for width, least in zip(widths, measured.least, strict=True))


def _naturals(measured: Measured) -> list[int]:
    """Give the widths at which no cell wraps; what a wide cell lacks is shared alike."""
    widths = [max(strand.natural, least) for strand, least in zip(measured.columns, measured.least, strict=True)]
    for span in measured.spans:
        lack = span.natural - sum(widths[span.first : span.stop])
        for column in range(span.first, span.stop):
            part = max(0, lack) // (span.stop - column)
            widths[column] += part
            lack -= part
    return widths


def _cut_longest(least: Sequence[int], total: int) -> tuple[int, ...]:
    """Cut the widest columns down to one width, so that the others keep their longest word."""
    rest, count = total, len(least)
    limit = total
    for width in sorted(least):
        if width * count >= rest:
            limit = rest // count
            break
        rest -= width
        count -= 1
    widths = [min(width, limit) for width in least]
    widths[least.index(max(least))] += total - sum(widths)
    return tuple(widths)


def _add(widths: Sequence[int], weights: Sequence[int], rest: int) -> list[int]:
    """Add `rest` to the widths by weight, to the last twip."""
    whole = sum(weights) or len(weights)
    parts = [weight * rest // whole for weight in weights]
    parts[weights.index(max(weights))] += rest - sum(parts)
    return [width + part for width, part in zip(widths, parts, strict=True)]


def _weigh(measured: Measured, naturals: Sequence[int], total: int) -> list[int]:
    """Share the room by what each column's text would need if letters flowed like water.

    A row is as high as the largest of its areas over its width. With the rows that each column decides known, the
    table is lowest where widths are as the roots of those areas; the two are found in turn.
    """
    columns, least = measured.columns, measured.least
    rows = [row for row in zip(*(strand.loads() for strand in columns), strict=True) if any(row)]
    widths = _fill(least, naturals, [isqrt(natural) for natural in naturals], total)
    demand = [0] * len(columns)
    for _round in range(_ROUNDS):
        areas = [0] * len(columns)
        for row in rows:
            heights = [load * 64 // width for load, width in zip(row, widths, strict=True)]
            highest = max(heights)
            # Cells nearly as high as the highest decide as well.
            for column, height in enumerate(heights):
                if height * 8 >= highest * 7:
                    areas[column] += row[column]
        demand = [(old + new) // 2 for old, new in zip(demand, areas, strict=True)] if any(demand) else areas
        widths = _fill(least, naturals, [isqrt(area * 64) for area in demand], total)
    return widths


def _fill(least: Sequence[int], most: Sequence[int], weights: Sequence[int], total: int) -> list[int]:
    """Give each column a width by its weight, between its bounds, so that all together are `total`."""
    widths = list(least)
    free = set(range(len(least)))
    rest = total
    # Columns that their weight would leave below their least get that, the others share what is left.
    while free:
        whole = sum(weights[c] for c in free) or 1
        low = [c for c in free if weights[c] * rest // whole < least[c]]
        if not low:
            for c in free:
                widths[c] = weights[c] * rest // whole
            break
        for c in low:
            widths[c] = least[c]
            rest -= least[c]
        free.difference_update(low)
    over = 0
    for c in range(len(widths)):
        if widths[c] > most[c]:
            over += widths[c] - most[c]
            widths[c] = most[c]
    over += total - sum(widths) - over
    wants = [max(0, limit - width) for limit, width in zip(most, widths, strict=True)]
    return _add(widths, wants, over) if any(wants) else _add(widths, [1] * len(widths), over)


class _Search:
    """Room moved between columns, in ever smaller steps, while that makes the table lower."""

    def __init__(self, measured: Measured, total: int) -> None:
        self.least, self.total, self.head = measured.least, total, measured.head
        self.strands: list[Strand] = [*measured.columns, *measured.spans]
        count = len(measured.columns)
        self.over = [
            [n for n, strand in enumerate(self.strands) if strand.first <= column < strand.stop]
            for column in range(count)
        ]

    def run(self, widths: list[int]) -> list[int]:
        self.widths = widths
        self.lines = [strand.lines(sum(widths[strand.first : strand.stop])) for strand in self.strands]
        best = self._height(self.lines)
        columns = range(len(widths))
        for step in (self.total // 16, self.total // 48, self.total // 128):
            for _move in range(_MOVES * len(widths)):
                givers = sorted((self._moved({c: -step}), c) for c in columns if widths[c] - step >= self.least[c])
                takers = sorted((self._moved({c: step}), c) for c in columns)
                pairs = [(g, t) for _gh, g in givers[:3] for _th, t in takers[:3] if g != t]
                tries = [(self._moved({g: -step, t: step}), g, t) for g, t in pairs]
                if not tries or min(tries)[0] >= best:
                    break
                best, giver, taker = min(tries)
                widths[giver] -= step
                widths[taker] += step
                for n in {*self.over[giver], *self.over[taker]}:
                    strand = self.strands[n]
                    self.lines[n] = strand.lines(sum(widths[strand.first : strand.stop]))
        return widths

    def _moved(self, change: dict[int, int]) -> int:
        """Tell the height after a change of some columns' widths."""
        lines = list(self.lines)
        for n in {n for column in change for n in self.over[column]}:
            strand = self.strands[n]
            width = sum(self.widths[strand.first : strand.stop])
            width += sum(by for column, by in change.items() if strand.first <= column < strand.stop)
            lines[n] = strand.lines(width)
        return self._height(lines)

    def _height(self, lines: Sequence[Sequence[int]]) -> int:
        """Height of the table in rows of text; then the lines of all cells, so that no column is starved."""
        if len(lines) == 1:
            return sum(lines[0]) * _ROW
        rows: list[int] = list(map(max, *lines))
        return (sum(rows) + _HEAD_AGAIN * sum(rows[: self.head])) * _ROW + sum(map(sum, lines))
