"""The room that a place of a template leaves for text: a cell of a table, or the page."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from vtdocs.units import Length, Twips

from .measures import read_number, read_twips
from .stylesheet import Stylesheet, read_padding
from .xml import qname

__all__ = ["NARROWEST_MM", "measure_room"]

NARROWEST_MM = 20
"""What is narrower, the page between its margins or the cell of a slot, holds no text."""

_CELL = qname("tc")


def measure_room(place: etree._Element, sheet: Stylesheet, page: Length) -> Length:
    """Give the width for text in a paragraph's place: its cell without its side padding, else that of the page."""
    cell = next(place.iterancestors(_CELL), None)
    table = None if cell is None else next(cell.iterancestors(qname("tbl")), None)
    if cell is None or table is None:
        return page
    outer = measure_room(table, sheet, page)
    width = _cell_width(cell, table, outer.twips)
    return Twips(width - sum(_padding(cell, table, sheet, side) for side in ("left", "right")))


def _cell_width(cell: etree._Element, table: etree._Element, outer: int) -> int:
    """Give a cell's own width, else that of its columns in the table's grid, else its part of the room around."""
    wish = cell.find(f"{qname('tcPr')}/{qname('tcW')}")
    kind = "auto" if wish is None else wish.get(qname("type"), "dxa")
    if wish is not None and kind == "dxa" and read_twips(wish, "w") > 0:
        return read_twips(wish, "w")
    grid = [read_twips(column, "w") for column in table.iterfind(f"{qname('tblGrid')}/{qname('gridCol')}")]
    row = cell.getparent()
    before = [] if row is None else list(takewhile(lambda other: other is not cell, row.iterchildren(_CELL)))
    first = sum(map(_span, before)) + (0 if row is None else _grid_before(row))
    width = sum(grid[first : first + _span(cell)])
    if width > 0:
        return width
    cells = 1 if row is None else max(1, len(list(row.iterchildren(_CELL))))
    return outer // cells


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{qname('tcPr')}/{qname('gridSpan')}")
    return 1 if span is None else max(1, read_number(span, "val", 1))


def _grid_before(row: etree._Element) -> int:
    skipped = row.find(f"{qname('trPr')}/{qname('gridBefore')}")
    return 0 if skipped is None else max(0, read_number(skipped, "val"))


def _padding(cell: etree._Element, table: etree._Element, sheet: Stylesheet, side: str) -> int:
    """Give the padding of a cell on one side: its own, that of its row's exception, of its table, of the style."""
    row = cell.getparent()
    for holder, path in (
        (cell, f"{qname('tcPr')}/{qname('tcMar')}"),
        (row, f"{qname('tblPrEx')}/{qname('tblCellMar')}"),
        (table, f"{qname('tblPr')}/{qname('tblCellMar')}"),
    ):
        found = None if holder is None else read_padding(holder.find(path), side)
        if found is not None:
            return found
    style = table.find(f"{qname('tblPr')}/{qname('tblStyle')}")
    return sheet.padding("" if style is None else style.get(qname("val"), ""), side)
