"""Tables from Excel and CSV files, and from the plan itself: a grid of cells, its head, its columns, its rows."""

from __future__ import annotations

from .assembly import RawTable, assemble
from .columns import name_columns
from .headings import DEFAULT_HEADINGS
from .kinds import is_total_label
from .options import (
    MAX_HEADINGS,
    MIN_HEADINGS,
    DanhSo,
    Declared,
    DeclaredColumn,
    Finish,
    Place,
    SheetName,
    Stored,
    TableOptions,
)
from .reading import read_tables

__all__ = [
    "DEFAULT_HEADINGS",
    "MAX_HEADINGS",
    "MIN_HEADINGS",
    "DanhSo",
    "Declared",
    "DeclaredColumn",
    "Finish",
    "Place",
    "RawTable",
    "SheetName",
    "Stored",
    "TableOptions",
    "assemble",
    "is_total_label",
    "name_columns",
    "read_tables",
]
