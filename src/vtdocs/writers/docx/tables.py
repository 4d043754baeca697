"""Ruled tables as XML, streamed row by row from plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.metrics import line_height, wrap_lines
from vtdocs.tree import Row, Style, Table
from vtdocs.units import Length, Twips

from .columns import column_widths
from .contract import TABLE_STYLE
from .stylesheet import Look
from .template import Template
from .xml import text_run

__all__ = ["table_xml"]

_CELL_END = "</w:p></w:tc>"
# w:tblHeader without a value: "true" is not of its type in the transitional schema.
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_BREAKABLE_ROW = "<w:tr>"
# A cell of fewer characters goes on a page in the narrowest of columns.
_SURELY_SHORT = 150
# Rows of text by which a row's measured height may fall short of its real one.
_SPARE_ROWS = 3


def table_xml(table: Table, template: Template, room: Length) -> Iterator[str]:
    """Write a table as wide as `room`, its widths in gridCol and tcW alike: LibreOffice reads the one, Word the other.

    The largest of the columns' styles measures them all; the stock styles are of one size.
    """
    titles = [cell.text for cell in table.head[0]]
    styles = [column.align.value for column in table.columns]
    head_look = template.looks[Style.BANG_TIEU_DE]
    look = max((template.looks[style] for style in styles), key=lambda look: look.size)
    plain = [row for row in table.rows if isinstance(row, tuple)]
    widths = column_widths(titles, plain, head_look, look, template.table.padding, room)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    rooms = [Twips(width) - template.table.padding for width in widths]
    limit = template.text_height - _row_height(titles, rooms, head_look) - line_height(look.size) * _SPARE_ROWS
    yield _row(_HEAD_ROW, titles, [_cell_start(width, Style.BANG_TIEU_DE) for width in widths])
    starts = [_cell_start(width, style) for width, style in zip(widths, styles, strict=True)]
    for given in table.rows:
        row = tuple(cell.text for cell in given.cells) if isinstance(given, Row) else given
        # A row that fits a page, below the repeated head, never breaks. A higher one has to be allowed to:
        # LibreOffice would print it past the foot of the page, and lose what stands there.
        short = max(map(len, row)) < _SURELY_SHORT or _row_height(row, rooms, look) <= limit
        yield _row(_WHOLE_ROW if short else _BREAKABLE_ROW, row, starts)
    yield "</w:tbl>"


def _row_height(cells: Sequence[str], rooms: Sequence[Length], look: Look) -> Length:
    return max(_cell_height(text, room, look) for text, room in zip(cells, rooms, strict=True))


def _cell_height(text: str, room: Length, look: Look) -> Length:
    paragraphs = text.count("\n") + 1
    return line_height(look.size) * wrap_lines(text, look.face, look.size, room) + look.around * paragraphs


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
