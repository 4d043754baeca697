"""Widths of a table's columns, from its text: no word broken, never past the room, as low on paper as may be.

All sums are whole numbers, so the same table gets the same widths on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isqrt

from vtdocs.metrics.text import UNITS_PER_EM, text_units
from vtdocs.units import Length

from .stylesheet import Look

__all__ = ["column_widths"]

# The layout of a long table is judged by this many of its rows, spread evenly.
_SAMPLE = 120
# A cell of more words than this is measured by its length alone: where each of its rows ends matters no more.
_MOST_WORDS = 150
# Word and LibreOffice round widths of letters differently; a word that fits by less than this may break.
_SPARE_TWIPS = 30
# Where a line may break: not at a no-break space, where str.split would cut as well.
_BLANKS = re.compile("[ \t\n]+")


def column_widths(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    head_look: Look,
    look: Look,
    padding: Length,
    room: Length,
) -> tuple[int, ...]:
    """Share `room` among the columns; widths in whole twips, padding included, that sum exactly to `room.twips`.

    Every column gets its longest word. Where even that is wider than the room, the columns with the longest words
    give way, and only their words break: a table never leaves the page.
    """
    step = max(1, -(-len(rows) // _SAMPLE))
    pad = padding.twips + _SPARE_TWIPS
    space = _twips(text_units(" ", look.face), look)
    columns: list[_Column] = []
    for number, title in enumerate(head):
        cells = [row[number] for row in rows]
        measured = [_measure(title, head_look), *(_measure(cell, look) for cell in cells[::step])]
        # Splitting the whole column at once and measuring each word once is what makes 50,000 rows cheap.
        words = {*_BLANKS.split(" ".join(cells))}
        longest = max(_longest(words, look), _longest(_BLANKS.split(title), head_look))
        columns.append(_Column(measured, longest + pad, space, pad))
    total = room.twips
    least = [column.least for column in columns]
    if sum(least) >= total:
        return _cut_longest(least, total)
    return tuple(_lowest(columns, total))


Cell = tuple[tuple[int, tuple[int, ...]], ...]
"""For each paragraph of a cell, in twips: its width on one row, and those of its words (none of a very long text)."""


class _Column:
    """A column that is asked for its rows' heights at many widths."""

    def __init__(self, cells: list[Cell], least: int, space: int, pad: int) -> None:
        self.cells, self.least, self.space, self.pad = cells, least, space, pad
        self._known: dict[int, list[int]] = {}

    @property
    def natural(self) -> int:
        """The width at which no cell wraps."""
        return max(whole for cell in self.cells for whole, _words in cell) + self.pad

    def heights(self, width: int) -> list[int]:
        """Lines that each cell takes at a width."""
        if width not in self._known:
            room = max(1, width - self.pad)
            self._known[width] = [
                sum(1 if whole <= room else _count(whole, words, room, self.space) for whole, words in cell)
                for cell in self.cells
            ]
        return self._known[width]


def _count(whole: int, words: tuple[int, ...], room: int, space: int) -> int:
    """Fill lines as a word processor does: each takes what fits."""
    if not words:
        return -(-whole // room)
    lines, used = 1, words[0]
    for word in words[1:]:
        if used + space + word > room:
            lines += 1
            used = word
        else:
            used += space + word
    return lines


def _measure(text: str, look: Look) -> Cell:
    return tuple(_measure_paragraph(line, look) for line in text.split("\n"))


def _measure_paragraph(text: str, look: Look) -> tuple[int, tuple[int, ...]]:
    whole = _twips(text_units(text, look.face), look)
    words = _BLANKS.split(text)
    if len(words) > _MOST_WORDS:
        return whole, ()
    return whole, tuple(_twips(text_units(word, look.face), look) for word in words)


def _longest(words: Iterable[str], look: Look) -> int:
    return _twips(max((text_units(word, look.face) for word in words), default=0), look)


def _twips(units: int, look: Look) -> int:
    return -(-units * look.size.half_points * 10 // UNITS_PER_EM)


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


def _lowest(columns: Sequence[_Column], total: int) -> list[int]:
    """Try several ways to share the room, improve each, and take the one that makes the table lowest."""
    rest = total - sum(column.least for column in columns)
    wants = [max(0, column.natural - column.least) for column in columns]
    if sum(wants) <= rest:
        # Everything fits on one row; what is left is shared by the text that the columns hold.
        widths = [column.least + want for column, want in zip(columns, wants, strict=True)]
        return _add(widths, [column.natural for column in columns], rest - sum(wants))
    # By length the widest column gets nearly all, by square root somewhat more than the others, or all the same.
    shares = (wants, [isqrt(want) for want in wants], [1 if want else 0 for want in wants])
    least = [column.least for column in columns]
    return min(_improve(columns, _add(least, share, rest), total) for share in shares)[1]


def _add(widths: Sequence[int], weights: Sequence[int], rest: int) -> list[int]:
    """Add `rest` to the widths by weight, to the last twip."""
    whole = sum(weights)
    parts = [weight * rest // whole for weight in weights]
    parts[weights.index(max(weights))] += rest - sum(parts)
    return [width + part for width, part in zip(widths, parts, strict=True)]


def _improve(columns: Sequence[_Column], widths: list[int], total: int) -> tuple[tuple[int, int], list[int]]:
    """Move room between columns, in ever smaller steps, while that makes the table lower."""
    lines = [column.heights(width) for column, width in zip(columns, widths, strict=True)]
    best = _height(lines)
    for step in (total // 16, total // 48):
        for _round in columns:
            before = best
            for giver, taker in _pairs(len(columns)):
                if widths[giver] - step < columns[giver].least:
                    continue
                trial = list(lines)
                trial[giver] = columns[giver].heights(widths[giver] - step)
                trial[taker] = columns[taker].heights(widths[taker] + step)
                height = _height(trial)
                if height < best:
                    best, lines = height, trial
                    widths[giver] -= step
                    widths[taker] += step
            if best == before:
                break
    return best, widths


def _pairs(count: int) -> list[tuple[int, int]]:
    return [(giver, taker) for giver in range(count) for taker in range(count) if giver != taker]


def _height(lines: list[list[int]]) -> tuple[int, int]:
    """Height of the table in rows of text; then the rows of all cells, so that no column is starved."""
    return sum(map(max, zip(*lines, strict=True))), sum(map(sum, lines))
