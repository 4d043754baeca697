"""Ruled tables as XML, streamed row by row from plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.tree import Style, Table
from vtdocs.units import Length

from .columns import column_widths
from .contract import TABLE_STYLE
from .stylesheet import Look
from .template import Template
from .xml import text_run

__all__ = ["table_xml"]

_CELL_END = "</w:p></w:tc>"
# Rows never break over pages; where one is taller than a page, Word and LibreOffice break it all the same.
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
# w:tblHeader without a value: "true" is not of its type in the transitional schema.
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def table_xml(table: Table, template: Template, room: Length) -> Iterator[str]:
    """Write a table as wide as `room`, its widths in gridCol and tcW alike: LibreOffice reads the one, Word the other.

    The look of the widest style among the columns measures them all; the stock styles are of one size.
    """
    titles = [column.title for column in table.columns]
    styles = [column.align.value for column in table.columns]
    widths = column_widths(
        titles,
        table.rows,
        template.looks[Style.BANG_TIEU_DE],
        _cell_look(styles, template),
        template.table.padding,
        room,
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    yield _row(_HEAD_ROW, titles, [_cell_start(width, Style.BANG_TIEU_DE) for width in widths])
    starts = [_cell_start(width, style) for width, style in zip(widths, styles, strict=True)]
    for row in table.rows:
        yield _row(_ROW, row, starts)
    yield "</w:tbl>"


def _cell_look(styles: Sequence[Style], template: Template) -> Look:
    return max((template.looks[style] for style in styles), key=lambda look: look.size)


def _cell_start(width: int, style: Style) -> tuple[str, str]:
    """Give the XML that opens a cell, and the XML that opens a paragraph in it."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return cell, f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def _row(opening: str, cells: Sequence[str], starts: Sequence[tuple[str, str]]) -> str:
    pieces = [opening]
    for text, (cell, paragraph) in zip(cells, starts, strict=True):
        pieces.append(cell + paragraph)
        if "\n" in text:
            pieces.append(f"</w:p>{paragraph}".join(text_run(line) if line else "" for line in text.split("\n")))
        elif text:
            pieces.append(text_run(text))
        pieces.append(_CELL_END)
    pieces.append("</w:tr>")
    return "".join(pieces)
