"""The head of a table on its grid: where each heading stands, and what it covers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.tree import HeadCell

__all__ = ["Placed", "place_head"]


class Placed(Struct, frozen=True):
    """A heading, or an empty place (`cell` is `None`) below one that reaches down: `above` is that one."""

    first: int
    columns: int
    cell: HeadCell | None
    above: HeadCell | None = None


def place_head(head: Sequence[Sequence[HeadCell]], columns: int) -> tuple[tuple[Placed, ...], ...]:
    """Place the rows of a head on a grid, from left to right, where no heading from above reaches down.

    A row that says less than the grid holds ends with empty headings, so that every row covers all columns.
    """
    if len(head) == 1 and len(head[0]) == columns and all(cell.columns == cell.rows == 1 for cell in head[0]):
        return (tuple([Placed(column, 1, cell) for column, cell in enumerate(head[0])]),)
    placed: list[tuple[Placed, ...]] = []
    reaching: dict[int, tuple[HeadCell, int]] = {}
    for number, given in enumerate(head):
        row: list[Placed] = []
        next_reaching: dict[int, tuple[HeadCell, int]] = {}
        cells = iter(given)
        column = 0
        while column < columns:
            if column in reaching:
                cell, rows = reaching[column]
                row.append(Placed(column, cell.columns, None, cell))
            else:
                cell = next(cells, HeadCell(""))
                # A heading neither leaves the grid nor covers a place that one from above has taken.
                free = next((c for c in range(column, columns) if c in reaching), columns) - column
                cell = replace(cell, columns=min(cell.columns, free), rows=min(cell.rows, len(head) - number))
                rows = cell.rows
                row.append(Placed(column, cell.columns, cell))
            if rows > 1:
                next_reaching[column] = (cell, rows - 1)
            column += cell.columns
        placed.append(tuple(row))
        reaching = next_reaching
    return tuple(placed)
