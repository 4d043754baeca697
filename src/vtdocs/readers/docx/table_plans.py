"""A table laid out: where its cells stand in the grid, how wide they are, which of their sides are drawn."""

from __future__ import annotations

from lxml.etree import _Element as Element
from msgspec import Struct

from .formats import CellLook, TableLook
from .lines import Column

__all__ = ["CellPlan", "RowPlan", "TablePlan"]


class CellPlan(Struct):
    """A cell: the elements it is made of (more than one where cells are merged across), and where it stands."""

    elements: list[Element]
    row: int
    column: int
    span: int
    said_width: int | None
    merged: bool
    merges: bool = False
    row_span: int = 1
    width: int = 0
    look: CellLook = CellLook()
    borders: set[str] = set()
    column_inside: Column = Column(None, 0)


class RowPlan(Struct):
    """A row: its cells, what it says of itself, and where it ends in the grid, columns left free counted in."""

    element: Element
    cells: list[CellPlan]
    is_header: bool = False
    cant_split: bool = False
    height: int | None = None
    height_rule: str = "auto"
    end: int = 0


class TablePlan(Struct):
    """A table laid out; `left` is where its edge stands from the page's, None where that is not known."""

    look: TableLook
    grid: tuple[int, ...]
    rows: list[RowPlan]
    left: int | None
    indent: int
    width: int | None
    has_borders: bool
