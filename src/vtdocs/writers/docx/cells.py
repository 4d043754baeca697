"""Cells of a table as XML."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.tree import Align, Cell, CharStyle, Column, Merge, Style

from .layouts import Layout
from .stylesheet import Looks
from .xml import text_run

__all__ = ["CellWriter"]

_CELL_END = "</w:p></w:tc>"
_STRONG = f'<w:rPr><w:rStyle w:val="{CharStyle.DAM}"/></w:rPr>'
_SIGN = f'<w:rPr><w:rStyle w:val="{CharStyle.NGHIENG}"/></w:rPr>'
# Cells of figures that are kept by their text: "0", "1", "100%" come a thousand times.
_MOST_KNOWN = 10_000


class CellWriter:
    """Writes the cells of one table, at its widths."""

    def __init__(self, columns: Sequence[Column], layout: Layout, looks: Looks, padding: int) -> None:
        self.columns, self.layout, self.looks, self.padding = columns, layout, looks, padding
        self.styles = [layout.size.cells[column.align] for column in columns]
        # For each column: the XML that opens a cell, and the XML that opens a paragraph in it.
        self._starts = [
            (_cell_start(width), _paragraph_start(style))
            for width, style in zip(layout.widths, self.styles, strict=True)
        ]
        self._figures = [number for number, figures in enumerate(layout.figures) if figures is not None]
        self._known: dict[tuple[int, str], str] = {}

    def plain(self, row: Sequence[str]) -> str:
        """Write all cells of a row that is plain: this is the way of a table's thousands of rows."""
        pieces = []
        for text, (cell, paragraph) in zip(row, self._starts, strict=True):
            if "\n" in text:
                inner = f"</w:p>{paragraph}".join(text_run(line) if line else "" for line in text.split("\n"))
                pieces.append(cell + paragraph + inner + _CELL_END)
            else:
                pieces.append(cell + paragraph + (text_run(text) if text else "") + _CELL_END)
        for number in self._figures:
            if row[number]:
                pieces[number] = self._figure(number, row[number])
        return "".join(pieces)

    def _figure(self, column: int, text: str) -> str:
        known = self._known.get((column, text))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[column, text] = self.cell(column, Cell(text))
        return known

    def cell(self, column: int, cell: Cell, *, strong: bool = False, keep: bool = False, top: bool = False) -> str:
        """Write one cell. With `keep` it stays on the page of the row below, with `top` its text does not centre."""
        width = sum(self.layout.widths[column : column + cell.columns])
        align = cell.align or self.columns[column].align
        run = _STRONG if strong else ""
        paragraphs = "".join(
            self._paragraph(column, cell, line, align, run, keep=keep, room=width - self.padding)
            for line in cell.text.split("\n")
        )
        return f"{_cell_start(width, cell.columns, cell.merge, top=top)}{paragraphs}</w:tc>"

    def _paragraph(self, column: int, cell: Cell, line: str, align: Align, run: str, *, keep: bool, room: int) -> str:
        style = self.layout.size.cells[align]
        indent = ""
        figures = self.layout.figures[column]
        if align is Align.NUMBER and line:
            by = figures.indent(line, room, strong=bool(run)) if figures and cell.columns == 1 else None
            if by is None:
                style = self.layout.size.cells[Align.CENTRE]
            else:
                indent = f'<w:ind w:right="{by + self.looks[style].right.twips}"/>'
        return _paragraph_start(style, keep=keep, indent=indent) + (text_run(line, run) if line else "") + "</w:p>"

    def heading(self, column: int, columns: int, text: str, merge: Merge | None) -> str:
        """Write a cell of the head."""
        width = sum(self.layout.widths[column : column + columns])
        start = _paragraph_start(self.layout.size.head)
        inner = "</w:p>".join(start + (text_run(line) if line else "") for line in text.split("\n"))
        return _cell_start(width, columns, merge) + inner + _CELL_END

    def sign(self, column: int, text: str) -> str:
        """Write a cell of the row of signs below the head."""
        start = _paragraph_start(self.layout.size.cells[Align.CENTRE], keep=True)
        return _cell_start(self.layout.widths[column]) + start + (text_run(text, _SIGN) if text else "") + _CELL_END


def _cell_start(width: int, columns: int = 1, merge: Merge | None = None, *, top: bool = False) -> str:
    """Open a cell; its properties stand in the order of CT_TcPr."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merged = f'<w:vMerge w:val="{merge.value}"/>' if merge else ""
    place = "" if top else '<w:vAlign w:val="center"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{place}</w:tcPr>'


def _paragraph_start(style: Style, *, keep: bool = False, indent: str = "") -> str:
    """Open a paragraph; its properties stand in the order of CT_PPr."""
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{indent}</w:pPr>'
