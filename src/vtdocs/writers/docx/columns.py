"""Widths of a table's columns, from its text: no word broken, never past the room, as low on paper as may be.

All sums are whole numbers, so the same table gets the same widths on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from .search import Search, add_by_weight
from .strands import Measured

__all__ = ["column_widths", "count_broken"]


def column_widths(measured: Measured, total: int) -> tuple[int, ...]:
    """Share `total` among the columns; widths in whole twips, padding included, that sum exactly to `total`.

    Every column gets its longest word. Where even that is wider than the room, the columns with the longest words
    give way, and only their words break: a table never leaves the page.
    """
    least = measured.least
    if sum(least) >= total:
        return _cut_longest(least, total)
    texts = [max([cell.width for cell in column.cells if cell], default=0) for column in measured.columns]
    naturals = _naturals(measured, texts)
    if sum(naturals) <= total:
        # Everything fits on one row; what is left is shared by the text that the columns hold.
        return tuple(add_by_weight(naturals, texts, total - sum(naturals)))
    return tuple(Search(measured, naturals, total).run())


def count_broken(measured: Measured, widths: Sequence[int]) -> int:
    """Count the columns that are narrower than their longest word."""
    return sum(width < least for width, least in zip(widths, measured.least, strict=True))


def _naturals(measured: Measured, texts: Sequence[int]) -> list[int]:
    """Give the widths at which no cell wraps; what a wide cell lacks is shared alike."""
    widths = [max(text + c.pad, least) for text, c, least in zip(texts, measured.columns, measured.least, strict=True)]
    for span in measured.spans:
        lack = max(cell.width for cell in span.cells if cell) + span.pad - sum(widths[span.first : span.stop])
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
