"""Merged cells of a sheet as those of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, dotted
from vtdocs.model import Gop

from .grid import Grid, Range, column_letters

__all__ = ["cover", "cut_at", "map_merged"]

# Cells that may lie in merged ones, all together: beyond it a sheet was made to harm.
_MOST_MERGED = 300_000


def map_merged(grid: Grid, columns: Sequence[int], places: Sequence[int], faults: Faults) -> list[Gop]:
    """Give the merged cells of the body; `columns` are the sheet's columns of the table, `places` its rows.

    What reaches past the body is cut, what lies over another one is left out. Rows that were left out count for
    nothing.
    """
    if not grid.merged or not places:
        return []
    at_column = {column: at for at, column in enumerate(columns)}
    first_after = _first_after(places)
    found: list[Gop] = []
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in sorted(grid.merged):
        if top >= len(first_after) or left not in at_column:
            continue
        start = first_after[top]
        stop = first_after[bottom + 1] if bottom + 1 < len(first_after) else len(places)
        # A merged cell whose own row was left out has no text that could be set.
        if start >= stop or places[start] != top:
            continue
        column = at_column[left]
        width = 1
        while left + width <= right and at_column.get(left + width) == column + width:
            width += 1
        if (stop - start) * width < 2:
            continue
        if len(taken) + (stop - start) * width > _MOST_MERGED:
            message = f"trang tính gộp quá nhiều ô (hơn {dotted(_MOST_MERGED)}); từ đây trở đi ô không được gộp khi in"
            faults.warn(Code.MERGED, message, grid.place(top, left), "bỏ gộp các vùng ô không cần thiết")
            break
        if _overlaps(start, column, width, taken):
            _tell_overlap(grid, (top, left, bottom, right), faults)
            continue
        gop = Gop(start, column, stop - start, width)
        taken.update(gop.cells())
        found.append(gop)
    return found


def _overlaps(start: int, column: int, width: int, taken: set[tuple[int, int]]) -> bool:
    # Merged cells come in the order of their first rows, so an earlier one that reaches into this one covers part
    # of its first row.
    return any((start, at) in taken for at in range(column, column + width))


def _first_after(places: Sequence[int]) -> list[int]:
    """Give for each row of the sheet the first row of the body that is not above it."""
    found: list[int] = []
    for at, place in enumerate(places):
        found += [at] * (place + 1 - len(found))
    return found


def _tell_overlap(grid: Grid, area: Range, faults: Faults) -> None:
    top, left, bottom, right = area
    name = f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}"
    message = f"vùng ô gộp {name} chồng lên vùng khác nên không được gộp khi in"
    faults.warn(Code.MERGED, message, grid.place(top, left), "bỏ gộp ô (Merge Cells) ở vùng này rồi gộp lại")


def cover(merged: Sequence[Gop]) -> set[tuple[int, int]]:
    """Give the cells that lie below the first one of a merged cell."""
    return {cell for gop in merged for cell in islice(gop.cells(), 1, None)}


def cut_at(merged: Sequence[Gop], kinds: Mapping[int, object]) -> tuple[list[Gop], list[Gop]]:
    """Cut merged cells at the rows of groups and totals; give what is left of them, and those that were cut."""
    if not merged or not kinds:
        return list(merged), []
    special = sorted(kinds)
    kept: list[Gop] = []
    cut: list[Gop] = []
    at = 0
    for gop in sorted(merged, key=lambda gop: gop.hang):
        while at < len(special) and special[at] < gop.hang:
            at += 1
        if at == len(special) or special[at] >= gop.rows.stop or gop.so_hang == 1:
            kept.append(gop)
            continue
        # The part with the text stays: the rows above the group, or the group's own row.
        height = max(special[at] - gop.hang, 1)
        cut.append(gop)
        if height * gop.so_cot > 1:
            kept.append(Gop(gop.hang, gop.cot, height, gop.so_cot))
    return kept, cut
