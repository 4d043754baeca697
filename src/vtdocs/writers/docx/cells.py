"""Cells of a table as XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from vtdocs.tree import Align, Cell, CharStyle, Column, HeadCell, Inline, Link, Merge, Style, Text

from .inlines import inlines_xml
from .layouts import Layout
from .parts import Parts
from .stylesheet import Looks
from .xml import are_plain, text_run

__all__ = ["CellWriter"]

_CELL_END = "</w:p></w:tc>"
_STRONG = f'<w:rPr><w:rStyle w:val="{CharStyle.DAM}"/></w:rPr>'
_SIGN = f'<w:rPr><w:rStyle w:val="{CharStyle.NGHIENG}"/></w:rPr>'
# Cells of figures that are kept by their text: "0", "1", "100%" come a thousand times.
_MOST_KNOWN = 10_000


class CellWriter:
    """Writes the cells of one table, at its widths."""

    def __init__(self, columns: Sequence[Column], layout: Layout, looks: Looks, padding: int, parts: Parts) -> None:
        self.columns, self.layout, self.looks, self.padding, self.parts = columns, layout, looks, padding, parts
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
        if are_plain(row):
            pieces = [
                f"{cell}{paragraph}<w:r><w:t>{text}</w:t></w:r>{_CELL_END}" if text else cell + paragraph + _CELL_END
                for text, (cell, paragraph) in zip(row, self._starts, strict=True)
            ]
        else:
            pieces = [self._text(text, *start) for text, start in zip(row, self._starts, strict=True)]
        for number in self._figures:
            if row[number]:
                pieces[number] = self._figure(number, row[number])
        return "".join(pieces)

    @staticmethod
    def _text(text: str, cell: str, paragraph: str) -> str:
        inner = f"</w:p>{paragraph}".join(text_run(line) if line else "" for line in text.split("\n"))
        return cell + paragraph + inner + _CELL_END

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
        paragraphs = "".join(
            self._paragraph(column, cell, line, align, strong=strong, keep=keep, room=width - self.padding)
            for line in ([cell.text] if cell.inlines else cell.text.split("\n"))
        )
        return f"{_cell_start(width, cell.columns, cell.merge, top=top)}{paragraphs}</w:tc>"

    def _paragraph(
        self, column: int, cell: Cell, line: str, align: Align, *, strong: bool, keep: bool, room: int
    ) -> str:
        style = self.layout.size.cells[align]
        indent = ""
        figures = self.layout.figures[column]
        if align is Align.NUMBER and line:
            by = figures.indent(line, room, strong=strong or cell.is_bold) if figures and cell.columns == 1 else None
            if by is None:
                style = self.layout.size.cells[Align.CENTRE]
            else:
                indent = f'<w:ind w:right="{by + self.looks[style].right.twips}"/>'
        start = _paragraph_start(style, keep=keep, indent=indent)
        if cell.inlines:
            return start + self._inlines(map(_strengthen, cell.inlines) if strong else cell.inlines, style) + "</w:p>"
        return start + (text_run(line, _STRONG if strong else "") if line else "") + "</w:p>"

    def _inlines(self, inlines: Iterable[Inline], style: Style) -> str:
        return "".join(inlines_xml(inlines, self.looks[style], self.looks, self.parts))

    def heading(self, column: int, cell: HeadCell, merge: Merge | None) -> str:
        """Write a cell of the head."""
        width = sum(self.layout.widths[column : column + cell.columns])
        style = self.layout.size.head
        start = _paragraph_start(style)
        if cell.inlines:
            inner = start + self._inlines(cell.inlines, style)
        else:
            inner = "</w:p>".join(start + (text_run(line) if line else "") for line in cell.text.split("\n"))
        return _cell_start(width, cell.columns, merge) + inner + _CELL_END

    def sign(self, column: int, text: str) -> str:
        """Write a cell of the row of signs below the head."""
        start = _paragraph_start(self.layout.size.cells[Align.CENTRE], keep=True)
        return _cell_start(self.layout.widths[column]) + start + (text_run(text, _SIGN) if text else "") + _CELL_END


def _strengthen(inline: Inline) -> Inline:
    """Make words bold that stand in a strong row."""
    match inline:
        case Text():
            return _strengthen_text(inline)
        case Link():
            return replace(inline, texts=tuple(map(_strengthen_text, inline.texts)))
        case _:
            return inline


def _strengthen_text(text: Text) -> Text:
    italic = text.style is not None and text.style.is_italic
    return replace(text, style=CharStyle.DAM_NGHIENG if italic else CharStyle.DAM)


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
