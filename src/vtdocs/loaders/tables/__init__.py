"""Tables of activities from Excel and CSV files: a grid of cells, its heading row, its columns by role, its rows."""

from __future__ import annotations

from .headings import DEFAULT_HEADINGS
from .options import Declared, TableOptions
from .reading import read_table

__all__ = ["DEFAULT_HEADINGS", "Declared", "TableOptions", "read_table"]
