"""The widths of a table's columns: what the file says of them, and what mends it where that is wrong; in twips."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from .measures import read_int, read_twips
from .names import W_GRID_COL, W_NS, W_TBL_GRID, W_TYPE
from .table_plans import RowPlan

__all__ = ["MOST_COLUMNS", "find_grid", "read_table_width"]

MOST_COLUMNS = 63
"""Columns that Word has; a span of more is damage."""
_W = f"{{{W_NS}}}w"
# Twips by which cells of one column may differ and still agree.
_AGREE = 30
_FIFTIETHS = 5_000


def read_table_width(element: Element | None, room: int) -> int | None:
    """Read a table's width; a share is of its column, in fiftieths of a percent or as "50%"."""
    if element is None:
        return None
    kind, value = element.get(W_TYPE, "dxa"), element.get(_W) or ""
    if kind == "pct" or value.endswith("%"):
        share = read_int(value.rstrip("%"))
        if not share:
            return None
        return share * room // 100 if value.endswith("%") else share * room // _FIFTIETHS
    return (read_twips(value) or None) if kind == "dxa" else None


def find_grid(table: Element, rows: Sequence[RowPlan], count: int, room: int, width: int | None) -> tuple[int, ...]:
    """Give the widths of the columns: those of the grid, or those of the cells where the grid is none.

    Word lays a table out by its cells' widths; the grid is what it last came to. Other programs write one that says
    nothing: then all cells of each column agree on another width.
    """
    said = table.find(W_TBL_GRID)
    grid = [read_twips(child.get(_W)) or 0 for child in said if child.tag == W_GRID_COL] if said is not None else []
    if not count:
        return tuple(grid[:MOST_COLUMNS])
    lowest, highest = [0] * count, [0] * count
    for row in rows:
        for cell in row.cells:
            if cell.span == 1 and cell.said_width:
                at = cell.column
                lowest[at] = min(lowest[at] or cell.said_width, cell.said_width)
                highest[at] = max(highest[at], cell.said_width)
    agreed = all(lowest) and all(high - low <= _AGREE for low, high in zip(lowest, highest, strict=True))
    grid = grid[:count]
    if len(grid) == count and all(grid):
        differs = any(abs(each - high) > _AGREE for each, high in zip(grid, highest, strict=True))
        return tuple(highest) if agreed and differs and sum(highest) <= max(room, sum(grid)) + _AGREE else tuple(grid)
    if agreed:
        return tuple(highest)
    return _repair_grid(rows, highest, [*grid, *[0] * (count - len(grid))], width or room)


def _repair_grid(rows: Sequence[RowPlan], voted: list[int], grid: list[int], width: int) -> tuple[int, ...]:
    """Fill columns that nothing tells by what is left of the cells that span them, then of the table."""
    widths = [vote or each for vote, each in zip(voted, grid, strict=True)]
    for row in rows:
        for cell in row.cells:
            if cell.span > 1 and cell.said_width:
                span = range(cell.column, cell.column + cell.span)
                unknown = [at for at in span if not widths[at]]
                left = cell.said_width - sum(widths[at] for at in span)
                for at in unknown:
                    widths[at] = max(0, left) // len(unknown)
    unknown = [at for at, each in enumerate(widths) if not each]
    left = max(0, width - sum(widths))
    for at in unknown:
        widths[at] = left // len(unknown)
    return tuple(widths)
