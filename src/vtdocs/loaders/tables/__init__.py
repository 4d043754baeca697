"""Tables from Excel and CSV files, and from the plan itself: a grid of cells, its head, its columns, its rows."""

from __future__ import annotations

from .assembly import Body, assemble
from .columns import name_columns
from .headings import DEFAULT_HEADINGS
from .options import (
    MAX_HEADINGS,
    MIN_HEADINGS,
    DanhSo,
    Declared,
    DeclaredColumn,
    SheetName,
    TableOptions,
)
from .reading import read_tables

__all__ = [
    "DEFAULT_HEADINGS",
    "MAX_HEADINGS",
    "MIN_HEADINGS",
    "Body",
    "DanhSo",
    "Declared",
    "DeclaredColumn",
    "SheetName",
    "TableOptions",
    "assemble",
    "name_columns",
    "read_tables",
]
