"""Tables with data: as wide as the text, heads repeated, rows on one page. All of it is custom."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Place, Slip, place_of
from vtdocs.checking.lengths import format_mm
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Cell, Paragraph, Row, Table
from vtdocs.standards import custom

__all__: list[str] = []

_CUSTOM = "thói quen trình bày (Nghị định không quy định)"
_OVERHANG = custom.BANG_THO_RA.value.twips
# A page of the decree's own layout holds about so many lines of a table's text.
_LINES_OF_PAGE = 34
# Twips that an average letter takes at 13 pt.
_LETTER = 125
_FEWEST_COLUMNS = 3


@rule(
    "VB-650",
    "Bảng sang trang không lặp lại hàng tiêu đề",
    source=_CUSTOM,
    severity=Severity.WARNING,
    example=Example("hàng tiêu đề lặp lại ở đầu mỗi trang", "bảng hai trang, trang sau không có hàng tiêu đề"),
)
def _head_not_repeated(paper: Paper) -> Iterator[Slip]:
    broken = [
        table
        for table in _real_tables(paper)
        if not table.rows[0].is_header and _has_head(table) and _turns_page(table)
    ]
    if broken:
        yield Slip(
            "bảng dài hơn một trang mà hàng tiêu đề không lặp lại ở trang sau",
            tuple(_place(table) for table in broken),
            "chọn hàng tiêu đề, mở Table Properties, thẻ Row, bật Repeat as header row",
            found="không lặp lại",
            expected="lặp lại hàng tiêu đề",
        )


@rule(
    "VB-651",
    "Hàng của bảng bị tách sang trang sau",
    source=_CUSTOM,
    severity=Severity.WARNING,
    example=Example("mỗi hàng nằm trọn trên một trang", "nửa hàng cuối trang 1, nửa hàng đầu trang 2"),
    why="Chỉ xét khi tệp ghi chỗ ngắt trang và hàng đủ ngắn để nằm trọn một trang.",
)
def _row_splits(paper: Paper) -> Iterator[Slip]:
    places = tuple(
        place_of(next(_paragraphs_of(row)))
        for table in _real_tables(paper)
        for row in table.rows
        if not row.cant_split and _lines_of(row) * 4 <= _LINES_OF_PAGE and _splits(row)
    )
    if places:
        yield Slip(
            "hàng của bảng bị tách làm hai ở chỗ sang trang",
            places,
            "chọn cả bảng, mở Table Properties, thẻ Row, bỏ Allow row to break across pages",
            found="hàng bị tách",
            expected="hàng nằm trọn một trang",
        )


@rule(
    "VB-652",
    "Bảng rộng hơn phần lời văn",
    source=_CUSTOM,
    severity=Severity.WARNING,
    example=Example("bảng rộng bằng vùng lời văn", "bảng tràn ra lề phải"),
)
def _too_wide(paper: Paper) -> Iterator[Slip]:
    over = [
        (table, table.extent - width)
        for table in _real_tables(paper)
        if not table.floats and table.extent - (width := _text_width(paper, table)) > _OVERHANG
    ]
    if over:
        table, by = max(over, key=lambda pair: pair[1])
        many = f"{len(over)} bảng rộng" if len(over) > 1 else "bảng rộng"
        yield Slip(
            f"{many} hơn vùng lời văn, {'nhiều nhất' if len(over) > 1 else 'tới'} {format_mm(by)}",
            tuple(_place(table) for table, _by in over),
            "chọn bảng, thẻ Layout, AutoFit Window; bảng nhiều cột thì để trang ngang",
            found=format_mm(table.extent),
            expected=format_mm(_text_width(paper, table)),
        )


def _text_width(paper: Paper, table: Table) -> int:
    section = paper.sections[table.section]
    return section.text_width // max(1, section.columns)


def _real_tables(paper: Paper) -> Iterator[Table]:
    """The tables with lines that stand in the text; those without lay out, and hang out in the decree's own samples."""
    return (
        table
        for table in paper.data_tables
        if table.has_borders and table.inside is None and table.box is None and _is_ruled(table)
    )


def _is_ruled(table: Table) -> bool:
    """Whether lines part its columns; one above a note parts none."""
    return any(cell.borders & {"left", "right"} for row in table.rows[:2] for cell in row.cells)


def _place(table: Table) -> Place:
    first = next((paragraph for row in table.rows for paragraph in _paragraphs_of(row)), None)
    return place_of(first) if first is not None else Place()


def _has_head(table: Table) -> bool:
    """Whether the first row names columns: each has words of its own, and most of them are bold."""
    cells = table.rows[0].cells
    if len(table.grid) < _FEWEST_COLUMNS or len(cells) < _FEWEST_COLUMNS:
        return False
    words = [paragraph for cell in cells for paragraph in _own_paragraphs(cell) if paragraph.text.strip()]
    bold = [paragraph for paragraph in words if all(run.format.bold for run in paragraph.runs)]
    return len(words) >= len(cells) and 2 * len(bold) > len(words)


def _turns_page(table: Table) -> bool:
    """Whether a table takes more than a page: as Word left it in the file, or by the length of its words."""
    pages = [paragraph.page for row in table.rows for paragraph in _paragraphs_of(row)]
    known = [page for page in pages if page is not None]
    if known and max(known) > 1:
        return max(known) > min(known)
    lines = 0
    for row in table.rows:
        lines += _lines_of(row)
        if lines > _LINES_OF_PAGE:
            return True
    return False


def _lines_of(row: Row) -> int:
    return max(
        (
            sum(1 + len(paragraph.text) * _LETTER // max(1, cell.width) for paragraph in _own_paragraphs(cell))
            for cell in row.cells
            if not cell.merged
        ),
        default=1,
    )


def _splits(row: Row) -> bool:
    pages = {paragraph.page for paragraph in _paragraphs_of(row) if paragraph.page is not None}
    return len(pages) > 1


def _paragraphs_of(row: Row) -> Iterator[Paragraph]:
    return (paragraph for cell in row.cells for paragraph in _own_paragraphs(cell))


def _own_paragraphs(cell: Cell) -> Iterator[Paragraph]:
    """The paragraphs of a cell, without those of tables in it."""
    return (block for block in cell.blocks if isinstance(block, Paragraph))
