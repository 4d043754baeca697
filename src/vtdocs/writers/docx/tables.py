"""Ruled tables as XML, streamed row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from vtdocs.tree import Block, Bracket, Cell, HeadCell, Merge, Row, Style, Table
from vtdocs.units import Length

from .cells import CellWriter
from .contract import TABLE_STYLE
from .heights import Heights
from .layouts import Layouts
from .merges import Merged
from .paragraphs import empty_paragraph
from .parts import Parts
from .stylesheet import Looks

__all__ = ["gap_xml", "table_xml"]

# So many plain rows are held as XML at the most: some hundred KB of it.
_AT_ONCE = 128
_WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_BREAKABLE_ROW = "<w:tr>"
_WHOLE, _BREAKABLE = _WHOLE_ROW.encode(), _BREAKABLE_ROW.encode()
# w:tblHeader without a value: "true" is not of its type in the transitional schema.
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def table_xml(
    table: Table, layouts: Layouts, room: tuple[Length, Length], parts: Parts, *, keep_next: bool = False
) -> Iterator[str | bytes]:
    """Write a table as wide as `room`, on pages whose text is as high; not what stands above and below it.

    Its widths stand in gridCol and tcW alike: LibreOffice reads the one, Word the other. With `keep_next`, or where
    something stands below it, its last row stays with what follows.
    """
    yield from _TableWriter(table, layouts, room, parts).pieces(keep_next=keep_next or bool(table.below))


def gap_xml(before: Block | None, after: Block | None, looks: Looks) -> str:
    """Write a paragraph between two blocks that Word would take for one table, else nothing.

    `None` is a table of the template: what stands above the body, and the signature.
    """
    if before is not None and (not isinstance(before, Table) or before.below):
        return ""
    if after is None:
        return empty_paragraph(Style.KET_PHAN, "<w:keepNext/>")
    if isinstance(after, Bracket) or (isinstance(after, Table) and not after.above):
        return empty_paragraph(Style.KET_PHAN, f'<w:spacing w:before="{looks[Style.NOI_DUNG].around.twips}"/>')
    return ""


class _TableWriter:
    def __init__(self, table: Table, layouts: Layouts, room: tuple[Length, Length], parts: Parts) -> None:
        width, height = room
        self.table, self.layout = table, layouts.lay_out(table, width.twips)
        template = layouts.template
        self.padding = self.layout.size.padding(template.table).twips
        self.margins = self.padding != template.table.padding.twips
        self.cells = CellWriter(table.columns, self.layout, template.looks, self.padding, parts)
        self.head, self.merged = self.layout.plan.head, self.layout.plan.merged
        self.heights = Heights(self.layout, template, height)
        # One way for all of the table's merged cells: a reader would take the difference for a meaning.
        self.at_top = not all(map(self.heights.kept_together, self.merged.values()))

    def pieces(self, *, keep_next: bool) -> Iterator[str | bytes]:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.layout.widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
            f'<w:tblW w:w="{sum(self.layout.widths)}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{self._margins()}'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{self._head()}"
        )
        last = len(self.table.rows) - 1 if keep_next else -1
        plain: list[tuple[str, ...]] = []
        for number, row in enumerate(self.table.rows):
            if isinstance(row, tuple) and number != last:
                plain.append(row)
                if len(plain) == _AT_ONCE:
                    yield self._plain_rows(plain)
                    plain = []
            else:
                if plain:
                    yield self._plain_rows(plain)
                    plain = []
                yield self._row(
                    number, row if isinstance(row, Row) else Row(tuple(map(Cell, row))), last=number == last
                )
        if plain:
            yield self._plain_rows(plain)
        yield "</w:tbl>"

    def _plain_rows(self, rows: list[tuple[str, ...]]) -> bytes:
        texts = [*chain.from_iterable(rows)]
        count = len(self.table.columns)
        if self.heights.all_fit(texts[column::count] for column in range(count)):
            openings = [_WHOLE] * len(rows)
        else:
            openings = [_WHOLE if self.heights.fits(row) else _BREAKABLE for row in rows]
        return self.cells.plain_rows(texts, openings)

    def _margins(self) -> str:
        """Write the side padding of cells where it is not the template's."""
        if not self.margins:
            return ""
        left = self.padding // 2
        return (
            f'<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{self.padding - left}" w:type="dxa"/>'
            "</w:tblCellMar>"
        )

    def _head(self) -> str:
        """Write the head; one that is higher than half of a page neither repeats nor keeps whole."""
        repeats, heading = self.heights.head_repeats, self.cells.heading
        opening = _HEAD_ROW if repeats else _BREAKABLE_ROW
        down = any(placed.cell is None for row in self.head for placed in row)
        pieces: list[str] = []
        for number, row in enumerate(self.head):
            # Where the head repeats, LibreOffice grows no row for a heading that reaches over several.
            pieces.append(_high_head_row(self.heights.head_rows[number]) if repeats and down else opening)
            for placed in row:
                if placed.cell is None:
                    pieces.append(heading(placed.first, HeadCell("", placed.columns), Merge.CONTINUE))
                else:
                    merge = Merge.START if placed.cell.rows > 1 else None
                    pieces.append(heading(placed.first, placed.cell, merge))
            pieces.append("</w:tr>")
        if self.table.signs:
            signs = (*self.table.signs, *[""] * len(self.table.columns))
            cells = [self.cells.sign(number, signs[number]) for number in range(len(self.table.columns))]
            pieces += (opening, *cells, "</w:tr>")
        return "".join(pieces)

    def _row(self, number: int, row: Row, *, last: bool) -> str:
        """Write a row that is not plain, or the last one above a note.

        A cell that is merged down and low enough holds its rows on one page, so that its text stands in their middle.
        Where one may run over several pages, they have their text at their top, where readers look for it.
        """
        merged = [self.merged.get((number, column)) for column in _columns(row)]
        fits = self.heights.row_fits(number, row) and all(map(self.heights.merged_fits, filter(None, merged)))
        # LibreOffice prints a row that is higher than a page past its foot where it is kept with the next one.
        keep = fits and (row.keep_next or last or any(self._held(number, cell) for cell in merged if cell))
        cells = "".join(
            self.cells.cell(column, cell, strong=row.strong, keep=keep, top=found is not None and self.at_top)
            for column, cell, found in zip(_columns(row), row.cells, merged, strict=True)
        )
        return f"{_WHOLE_ROW if fits else _BREAKABLE_ROW}{cells}</w:tr>"

    def _held(self, number: int, merged: Merged) -> bool:
        return number < merged.first + merged.rows - 1 and self.heights.kept_together(merged)


def _high_head_row(height: int) -> str:
    """Open a row of the head that is at least so many twips high; the children of w:trPr stand in any order."""
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/><w:tblHeader/></w:trPr>'


def _columns(row: Row) -> list[int]:
    """List the first column of each cell."""
    columns = [0]
    for cell in row.cells[:-1]:
        columns.append(columns[-1] + cell.columns)
    return columns
