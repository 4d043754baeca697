"""The two columns of the head: that of Quốc hiệu takes from the other what it lacks for one row, if that has it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vtdocs.checking.lengths import format_mm
from vtdocs.checking.paper import Line
from vtdocs.checking.positions import room_of, width_of
from vtdocs.metrics.text import Face, text_width
from vtdocs.readers.docx.observed import Table
from vtdocs.standards import nd30
from vtdocs.units import EMU_PER_HALF_POINT, Length

from .changes import Change
from .telling import Told
from .work import W, Work

__all__ = ["mend_columns", "narrow_head"]

# Of the row's width: programs measure letters a little differently.
_SPARE = 50
# Twips that a head may hang out over the text: less than a reader sees.
_OVERHANG = 284


def mend_columns(work: Work) -> Iterator[Change]:
    """Move the edge between both columns where Quốc hiệu falls on two rows and the other column has room to give."""
    part = work.paper.part("quoc_hieu")
    if not any(work.findings("ND30-206")) or part is None or len(part.lines) > 1:
        return
    line = part.lines[0]
    spot, room, width = line.paragraph.spot, room_of(work.paper, line.paragraph), width_of(line)
    if spot is None or spot.column != 1 or room is None or width is None:
        return
    table = work.paper.observed.tables[spot.table]
    lacking = width + width // _SPARE - (room[1] - room[0])
    if len(table.grid) != 2 or table.inside is not None or lacking > _room_beside(work, table):
        return
    element = work.table_element(table)
    if element is None:
        return
    _set_columns(element, (table.grid[0] - lacking, table.grid[1] + lacking))
    told = Told(work)
    before, after = format_mm(table.grid[1]), format_mm(table.grid[1] + lacking)
    told.tell("độ rộng cột Quốc hiệu", before, after, nd30.QUOC_HIEU_VI_TRI, line.paragraph)
    yield from told.changes()


def narrow_head(work: Work, table: Table, target: int) -> bool:
    """Make the head so many twips wide, by what its columns can spare, the left one first; tell whether it is the head.

    What neither can spare hangs out over the text by a few millimetres, and beyond that is the left column's to give:
    an office's name may stand on several rows, Quốc hiệu on one.
    """
    part = work.paper.part("quoc_hieu")
    spot = part.lines[0].paragraph.spot if part is not None else None
    element = work.table_element(table)
    if part is None or element is None or spot is None or (spot.table, spot.column) != (table.index, 1):
        return False
    width, room = _width_when_mended(part.lines[0]), room_of(work.paper, part.lines[0].paragraph)
    if len(table.grid) != 2 or len(part.lines) > 1 or room is None:
        return False
    lacking = max(0, sum(table.grid) - target)
    left = min(lacking, max(0, _room_beside(work, table)))
    right = min(lacking - left, max(0, room[1] - room[0] - width - width // _SPARE))
    left += max(0, lacking - left - right - _OVERHANG)
    columns = table.grid[0] - left, table.grid[1] - right
    if columns[0] <= 0:
        return False
    _set_columns(element, columns)
    for whole in element.findall(f"{W}tblPr/{W}tblW"):
        if whole.get(f"{W}type", "dxa") == "dxa":
            whole.set(f"{W}w", str(sum(columns)))
    return True


def _width_when_mended(line: Line) -> int:
    """How wide Quốc hiệu is in the letters that it is to have, which may be others than today's."""
    sizes = nd30.QUOC_HIEU.size.values
    today = max((Length(run.format.size * EMU_PER_HALF_POINT) for run in line.runs), default=nd30.QUOC_HIEU.default)
    return text_width(line.text.upper(), Face.BOLD, min(max(today, min(sizes)), max(sizes))).twips


def _room_beside(work: Work, table: Table) -> int:
    """How much the left column is wider than its widest row; nothing where that cannot be measured."""
    spare = table.grid[0]
    for paragraph in work.paper.observed.paragraphs[table.first - 1 : table.last]:
        # A line that is drawn by its paragraph's indents is made as long as it has to be when all else is done.
        if not paragraph.text.strip() or paragraph.spot is None:
            continue
        if (paragraph.spot.table, paragraph.spot.column) != (table.index, 0):
            continue
        room = room_of(work.paper, paragraph)
        start = 0
        for row in paragraph.text.split("\n"):
            width = width_of(Line(paragraph, start, start + len(row)))
            start += len(row) + 1
            if room is None or width is None:
                return 0
            spare = min(spare, room[1] - room[0] - width - width // _SPARE)
    return spare


def _set_columns(table: etree._Element, columns: tuple[int, int]) -> None:
    """Say the widths in the grid and in each row of two cells: programs heed one or the other."""
    rows = [row.findall(f"{W}tc/{W}tcPr/{W}tcW") for row in table.iterchildren(f"{W}tr")]
    for widths in (table.findall(f"{W}tblGrid/{W}gridCol"), *rows):
        if len(widths) != len(columns):
            continue
        for element, width in zip(widths, columns, strict=True):
            element.set(f"{W}w", str(width))
            if element.tag == f"{W}tcW":
                element.set(f"{W}type", "dxa")
