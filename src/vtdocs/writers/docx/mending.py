"""What programs write so that Word reads it, but the schema does not allow, or LibreOffice takes otherwise."""

from __future__ import annotations

from lxml import etree

from .measures import is_on, read_twips
from .xml import qname

__all__ = ["mend_foreign"]

# CT_TrPr takes no "true" in the transitional schema, only the bare element; LibreOffice writes the word.
_ROW_TOGGLES = tuple(map(qname, ("cantSplit", "tblHeader", "hidden")))
_VAL, _GRID, _SPACE, _W, _TYPE, _SPAN = map(qname, ("val", "docGrid", "charSpace", "w", "type", "gridSpan"))
_HEIGHT, _RULE = map(qname, ("trHeight", "hRule"))
_WORD = 2**32


def mend_foreign(document: etree._Element) -> None:
    """Write toggles of rows, and the grid of a section, as the schema has them; and one width for each column.

    A row that is filled grows with what comes into it: one of an exact height would cut names and lines off.
    """
    for height in document.iter(_HEIGHT):
        row = next(height.iterancestors(qname("tr")), None)
        if height.get(_RULE) == "exact" and row is not None and any("{" in text for text in row.itertext()):
            height.set(_RULE, "atLeast")
    for table in document.iter(qname("tbl")):
        _align_grid(table)
    for toggle in list(document.iter(*_ROW_TOGGLES)):
        on, row = is_on(toggle), toggle.getparent()
        if _VAL in toggle.attrib:
            del toggle.attrib[_VAL]
        if not on and row is not None:
            row.remove(toggle)
    for grid in document.iter(_GRID):
        text = grid.get(_SPACE, "")
        # A number below nought, written by LibreOffice as if there were none.
        if text.isdecimal() and _WORD // 2 <= int(text[:12]) < _WORD:
            grid.set(_SPACE, str(int(text) - _WORD))


def _align_grid(table: etree._Element) -> None:
    """Write the widths of a fixed table's cells into its grid and its own width.

    Word goes by the cells and LibreOffice by the grid and the table; who drags a border in Word, or sets a cell's
    width in a script, changes one of them. Tables whose rows differ are left as they are.
    """
    layout = table.find(f"{qname('tblPr')}/{qname('tblLayout')}")
    grid = table.findall(f"{qname('tblGrid')}/{qname('gridCol')}")
    if layout is None or layout.get(qname("type")) != "fixed" or not grid:
        return
    rows = [[_width(cell) for cell in row.iterchildren(qname("tc"))] for row in table.iterchildren(qname("tr"))]
    if not rows or any(row != rows[0] for row in rows) or len(rows[0]) != len(grid) or 0 in rows[0]:
        return
    for column, width in zip(grid, rows[0], strict=True):
        column.set(_W, str(width))
    whole = table.find(f"{qname('tblPr')}/{qname('tblW')}")
    if whole is not None:
        whole.set(_W, str(sum(rows[0])))
        whole.set(_TYPE, "dxa")


def _width(cell: etree._Element) -> int:
    """Give the width of a cell that spans no other column; nought where it does, or has none."""
    properties = cell.find(qname("tcPr"))
    width = None if properties is None else properties.find(qname("tcW"))
    if properties is None or width is None or width.get(_TYPE, "dxa") != "dxa" or properties.find(_SPAN) is not None:
        return 0
    return max(0, read_twips(width, "w"))
