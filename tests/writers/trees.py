"""Trees built by hand, for tests of what is written from them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from vtdocs.tree import (
    Align,
    Appendix,
    Block,
    Cell,
    CharStyle,
    Column,
    Document,
    Frame,
    HeadCell,
    Inline,
    Link,
    Merge,
    Note,
    Orientation,
    Paragraph,
    Properties,
    Row,
    Style,
    Table,
    TableRow,
    Text,
)
from vtdocs.writers.docx import render_docx, stock_template
from vtdocs.writers.docx.contract import SLOTS

LEFT, CENTRE, RIGHT, NUMBER = Align.LEFT, Align.CENTRE, Align.RIGHT, Align.NUMBER


def text(words: str, style: Style = Style.NOI_DUNG) -> Paragraph:
    return Paragraph(style, (Text(words),))


HEAD: tuple[Block, ...] = (text("Phụ lục", Style.PHU_LUC), text("BẢNG", Style.TEN_PHU_LUC))
CLOSING = text("Trên đây là Kế hoạch./.")


def document(*body: Block, appendices: Sequence[Appendix] = ()) -> Document:
    slots: dict[str, tuple[Block, ...]] = dict.fromkeys(SLOTS, ())
    slots["nguoi_ky"] = (text("KT. CHỦ TỊCH", Style.QUYEN_HAN_CHUC_VU), text("Nguyễn Văn An", Style.HO_TEN))
    slots["noi_nhan"] = (text("Nơi nhận:", Style.NOI_NHAN),)
    frame = Frame({"so": Text("01"), "ky_hieu": Text("KH-UBND")}, slots)
    return Document(Properties("Thử", "", "UBND"), frame, body or (CLOSING,), tuple(appendices))


def appendix(*blocks: Block) -> Appendix:
    return Appendix(HEAD, blocks)


def table(titles: Sequence[str], aligns: Sequence[Align], rows: Sequence[TableRow], **changes: object) -> Table:
    head = (tuple(map(HeadCell, titles)),)
    return Table(tuple(map(Column, aligns)), head, tuple(rows), **changes)  # type: ignore[arg-type]


def write(*body: Block, appendices: Sequence[Appendix] = ()) -> bytes:
    return render_docx(document(*body, appendices=appendices), stock_template())


WORDS = st.one_of(
    st.text("aăâbcdđeêghiklmnoôơuưxyấầẩẫậ0123456789&<>\"'.,;-%", min_size=1, max_size=12),
    st.sampled_from(["x" * 60, "25.898", "67,05%", "1.50", "-", "Có"]),
)
CELL_TEXTS = st.one_of(
    st.just(""),
    WORDS,
    st.lists(WORDS, max_size=12).map(" ".join),
    st.lists(WORDS, min_size=2, max_size=3).map("\n".join),
    st.just("từ " * 150 + "hết"),
)


@st.composite
def _head(draw: st.DrawFn, count: int) -> tuple[tuple[HeadCell, ...], ...]:
    """One row, or two whose headings span columns or reach down."""
    if not draw(st.booleans()):
        return (tuple(HeadCell(draw(WORDS)) for _ in range(count)),)
    first: list[HeadCell] = []
    second: list[HeadCell] = []
    column = 0
    while column < count:
        columns = draw(st.integers(1, min(4, count - column)))
        down = draw(st.booleans())
        words = draw(WORDS)
        first.append(HeadCell(words, columns, 2 if down else 1, draw(_inlines(words))))
        second += [] if down else [HeadCell(draw(WORDS)) for _ in range(columns)]
        column += columns
    return tuple(first), tuple(second)


def _inlines(words: str) -> st.SearchStrategy[tuple[Inline, ...]]:
    """None, or what says these words with emphasis, as a link, or with a note."""
    if not words or "\n" in words:
        return st.just(())
    styled = st.sampled_from([None, *CharStyle]).map(lambda style: (Text(words, style),))
    linked = styled.map(lambda texts: (Link(texts, "https://a.vn/"),))
    return st.one_of(st.just(()), styled, linked, styled.map(lambda texts: (*texts, Note((Text("Chú thích."),)))))


@st.composite
def _spanning_row(draw: st.DrawFn, count: int) -> Row:
    cells: list[Cell] = []
    column = 0
    while column < count:
        columns = draw(st.integers(1, count - column))
        words = draw(CELL_TEXTS)
        align = draw(st.none() | st.sampled_from(Align))
        cells.append(Cell(words, columns, align=align, inlines=draw(_inlines(words))))
        column += columns
    return Row(tuple(cells), draw(st.booleans()), draw(st.booleans()))


@st.composite
def _merged_rows(draw: st.DrawFn, count: int) -> list[Row]:
    at = draw(st.integers(0, count - 1))
    rows = draw(st.integers(2, 4))
    merged = [Merge.START, *[Merge.CONTINUE] * (rows - 1)]
    return [
        Row(
            tuple(
                Cell(draw(CELL_TEXTS) if n != at or merge is Merge.START else "", merge=merge if n == at else None)
                for n in range(count)
            )
        )
        for merge in merged
    ]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any table of the tree."""
    count = draw(st.integers(2, 24))
    plain = st.tuples(*[CELL_TEXTS] * count).map(lambda row: [row])
    group = st.one_of(plain, _spanning_row(count).map(lambda row: [row]), _merged_rows(count))
    rows = [row for rows in draw(st.lists(group, max_size=4)) for row in rows]
    signs = tuple(draw(st.sampled_from(["A", "B", "1=2+3", ""])) for _ in range(count)) if draw(st.booleans()) else ()
    note = st.lists(WORDS.map(text), max_size=1).map(tuple)
    return Table(
        tuple(Column(draw(st.sampled_from(Align))) for _ in range(count)),
        draw(_head(count)),
        tuple(rows),
        signs,
        draw(note),
        draw(note),
        draw(st.sampled_from(Orientation)),
    )
