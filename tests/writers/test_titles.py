"""Titles of plain words, written by their rows, and the heads of tables: the short way says what the long one does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.writers.trees import LEFT, table
from vtdocs.tree import Break, CharStyle, Field, Inline, Paragraph, Style, Table, Text
from vtdocs.units import Length, Mm
from vtdocs.writers.docx import stock_template
from vtdocs.writers.docx.heights import Heights
from vtdocs.writers.docx.layout import fit, plain_text
from vtdocs.writers.docx.layouts import Layouts
from vtdocs.writers.docx.paragraphs import paragraph_xml
from vtdocs.writers.docx.parts import Parts
from vtdocs.writers.docx.titles import Titles, rows_xml

TITLE = "Ủy ban nhân dân xã Vĩnh Thông và của năm 2026 kế hoạch, tuyên truyền cải cách (CCHC) <b> & quý II – 12"
WORDS = TITLE.split()
ROWS = st.lists(st.sampled_from([*WORDS, "", "x" * 90, "\u00a0", "ﷺ" * 20]), min_size=1, max_size=30).map(" ".join)
WIDTHS = st.integers(20, 170).map(Mm)
STYLES = st.sampled_from([Style.TRICH_YEU, Style.TEN_PHU_LUC, Style.HO_TEN, Style.CO_QUAN_BAN_HANH])


def titled(style: Style, rows: list[str], *, capitals: bool = False) -> Paragraph:
    inlines: list[Inline] = [inline for row in rows for inline in (Text(row), Break())]
    return Paragraph(style, tuple(inlines[:-1]), by_sense=True, capitals=capitals)


@given(STYLES, st.lists(ROWS, min_size=1, max_size=3), st.booleans(), WIDTHS)
def test_the_rows_of_a_title_are_those_that_its_paragraph_is_cut_into(
    style: Style, rows: list[str], capitals: bool, width: Length
) -> None:
    template = stock_template()
    looks, parts = template.looks, Parts(template.seams)
    title = titled(style, rows, capitals=capitals)
    found = Titles(looks).rows(title, width)
    if any(row != row.strip() or "  " in row or not row for row in rows):
        assert found is None
    if found is not None:
        assert found == plain_text(fit(title, looks, width).inlines, looks[style]).split("\n")
        long_way = paragraph_xml(title, looks, width, parts)
        assert paragraph_xml(title, looks, width, parts, runs=rows_xml(found)) == long_way


def test_what_is_more_than_words_goes_the_long_way() -> None:
    titles = Titles(stock_template().looks)
    blank = Field("so", "Số", "", Mm(12))
    for inlines in (
        (Text("Số "), blank),
        (Text("Đậm", CharStyle.DAM),),
        (Text("a"), Text("b")),
        (Text("a"), Break()),
        (Break(), Text("a")),
        (),
    ):
        assert titles.rows(Paragraph(Style.TRICH_YEU, inlines, by_sense=True), Mm(160)) is None
    tighter = Paragraph(Style.TRICH_YEU, (Text("a"),), by_sense=True, tighter=Style.HO_TEN)
    assert titles.rows(tighter, Mm(160)) is None


@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=7), st.booleans(), st.integers(20, 300).map(Mm))
def test_a_head_repeats_where_it_is_not_higher_than_half_of_a_page(
    columns: list[tuple[str, str]], signs: bool, page: Length
) -> None:
    template = stock_template()
    given_table: Table = table(
        [title for title, _cell in columns],
        [LEFT] * len(columns),
        [tuple(cell for _title, cell in columns)],
        signs=tuple("ABCDEFG"[: len(columns)]) if signs else (),
    )
    heights = Heights(Layouts(template).lay_out(given_table, Mm(160).twips), template, page)
    head = sum(heights.head_rows)
    if not signs:
        assert heights.head_repeats == (head * 2 <= page.twips)
        assert heights.limit < page.twips - (head if heights.head_repeats else 0)
    (row,) = given_table.rows
    assert isinstance(row, tuple)
    columns_of_one = [[text] for text in row]
    assert heights.fits(row) or not heights.all_fit(columns_of_one)
