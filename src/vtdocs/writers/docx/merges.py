"""Cells that are merged down: how many rows each covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from vtdocs.tree import Cell, Merge, Row, TableRow

__all__ = ["Merged", "find_merged"]


class Merged(Struct):
    """A cell merged down, the table's `number`th: from row `first` on over `rows` rows."""

    number: int
    cell: Cell
    strong: bool
    first: int
    column: int
    rows: int = 1


def find_merged(rows: Sequence[TableRow]) -> Mapping[tuple[int, int], Merged]:
    """Give the merged cell of each place, by row and first column, that one covers."""
    found: dict[tuple[int, int], Merged] = {}
    above: dict[int, Merged] = {}
    count = 0
    for number, row in enumerate(rows):
        if not isinstance(row, Row):
            above = {}
            continue
        here: dict[int, Merged] = {}
        column = 0
        for cell in row.cells:
            if cell.merge is Merge.START or (cell.merge is Merge.CONTINUE and column not in above):
                here[column] = Merged(count, cell, row.strong, number, column)
                count += 1
            elif cell.merge is Merge.CONTINUE:
                here[column] = above[column]
                here[column].rows += 1
            if column in here:
                found[number, column] = here[column]
            column += cell.columns
        above = here
    return found
