"""A sheet or a CSV file as rows of cells that know their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from msgspec import Struct, field

from vtdocs.diagnostics import Location

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Cell", "Grid", "Range", "column_letters", "share_texts"]

# A table beyond these is no appendix; calamine would take memory for all of it.
MAX_ROWS = 60_000
MAX_COLUMNS = 64

# So many texts are remembered to find equal ones.
_MOST_KNOWN = 5_000

# What a cell may hold: a text, a number, a truth value, a date or a time.
Cell = int | float | str | bool | time | date | datetime | timedelta
# First row, first column, last row, last column; from 0.
Range = tuple[int, int, int, int]


class Grid(Struct):
    """Rows of cells from the first of the file on; rows and columns count from 0.

    `lines` are the lines of a CSV file's rows. Of a workbook `errors` and `formulas` are the cells whose text is
    not there to read: error values, and formulas that were never calculated; `hidden` and `hidden_columns` what a user
    does not see, `formats` the number formats of cells that may show a number otherwise.
    """

    file: str
    rows: list[list[Cell]]
    sheet: str | None = None
    lines: list[int] | None = None
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: frozenset[int] = frozenset()
    formats: dict[tuple[int, int], str] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Location:
        """Make the location of a cell."""
        if self.lines is not None:
            return Location(self.file, self.lines[row], column + 1)
        return Location(self.file, sheet=self.sheet, cell=f"{column_letters(column)}{row + 1}")

    def row_place(self, row: int) -> Location:
        """Make the location of a row."""
        return Location(self.file, self.lines[row]) if self.lines is not None else self.place(row, 0)

    @property
    def whole(self) -> Location:
        """The location of all of it."""
        return Location(self.file, sheet=self.sheet)


def share_texts(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Give the rows with equal texts made one: a column of a long table holds the same few words again and again."""
    known: dict[Cell, Cell] = {}
    for row in rows:
        if len(known) > _MOST_KNOWN:
            known.clear()
        yield [known.setdefault(cell, cell) if cell.__class__ is str else cell for cell in row]


def column_letters(column: int) -> str:
    """Write a column, counted from 0, as a workbook does: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
