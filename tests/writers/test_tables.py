"""Tables as XML: heads, spans, merged cells, figures, and rows that keep together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from tests import wellformed
from tests.docx_xml import W, parse, parts, texts
from tests.judges import validate_sdk
from tests.rendered import Renderer
from tests.writers.trees import CENTRE, LEFT, NUMBER, RIGHT, appendix, table, tables, text, write
from vtdocs.tree import (
    Break,
    Cell,
    CharStyle,
    Column,
    HeadCell,
    Link,
    Merge,
    Note,
    Paragraph,
    Row,
    Style,
    Table,
    Text,
)
from vtdocs.units import Pt
from vtdocs.writers.docx import stock_template
from vtdocs.writers.docx.decimals import Figures
from vtdocs.writers.docx.heads import place_head

TITLES = ("STT", "Nội dung", "Số liệu")
ALIGNS = (CENTRE, LEFT, NUMBER)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def ruled(data: bytes) -> list[etree._Element]:
    """The ruled tables of a file, in order."""
    body = parse(parts(data)["word/document.xml"])
    return [
        found
        for found in body.iter(w("tbl"))
        if (style := found.find(f"{w('tblPr')}/{w('tblStyle')}")) is not None and style.get(w("val")) == "BangSoLieu"
    ]


def rows_of(given_table: Table) -> list[etree._Element]:
    (found,) = ruled(write(appendices=[appendix(given_table)]))
    return found.findall(w("tr"))


def cells(row: etree._Element) -> list[str]:
    """Each cell of a row as "text", with its span, its place in a merged cell, and the style of its paragraphs."""
    result = []
    for cell in row.findall(w("tc")):
        span, merge = cell.find(f"{w('tcPr')}/{w('gridSpan')}"), cell.find(f"{w('tcPr')}/{w('vMerge')}")
        mark = "" if span is None else f"|{span.get(w('val'))}"
        mark += "" if merge is None else f"|{merge.get(w('val'))}"
        result.append("/".join(texts(cell)) + mark)
    return result


def styles(row: etree._Element) -> list[str | None]:
    return [found.get(w("val")) for found in row.iter(w("pStyle"))]


def holds(row: etree._Element, name: str) -> bool:
    return row.find(f"{w('trPr')}/{w(name)}") is not None


def kept(row: etree._Element) -> bool:
    return next(row.iter(w("keepNext")), None) is not None


# --- heads --------------------------------------------------------------------------------------------------------


def test_a_head_of_two_rows_spans_both_ways_and_repeats_with_its_signs() -> None:
    head = (
        (HeadCell("TT", rows=2), HeadCell("Kết quả", 2), HeadCell("Ghi chú", rows=2)),
        (HeadCell("Đơn vị tính"), HeadCell("Số liệu")),
    )
    columns = (Column(CENTRE), Column(CENTRE), Column(NUMBER), Column(LEFT))
    rows = rows_of(Table(columns, head, (("1", "%", "5", ""),), signs=("A", "B", "1=2+3", "")))
    assert [cells(row) for row in rows] == [
        ["TT|restart", "Kết quả|2", "Ghi chú|restart"],
        ["|continue", "Đơn vị tính", "Số liệu", "|continue"],
        ["A", "B", "1=2+3", ""],
        ["1", "%", "5", ""],
    ]
    assert [holds(row, "tblHeader") for row in rows] == [True, True, True, False]
    assert all(holds(row, "cantSplit") for row in rows)
    assert styles(rows[0]) == ["BangTieuDe"] * 3
    assert styles(rows[2]) == ["BangGiua"] * 4
    assert {run.get(w("val")) for run in rows[2].iter(w("rStyle"))} == {"Nghieng"}


def test_a_head_that_says_too_little_or_too_much_still_covers_every_column_once() -> None:
    head = ((HeadCell("a", 9), HeadCell("b")), (HeadCell("c", rows=5),))
    placed = place_head(head, 3)
    assert [[(p.first, p.columns, p.cell and p.cell.text) for p in row] for row in placed] == [
        [(0, 3, "a")],
        [(0, 1, "c"), (1, 1, ""), (2, 1, "")],
    ]


def test_a_head_higher_than_half_a_page_neither_repeats_nor_holds_its_rows_whole() -> None:
    head = tuple(HeadCell(words) for words in ("STT", "tiêu đề rất dài " * 200))
    rows = rows_of(Table((Column(), Column()), (head,), (("1", "x"),)))
    assert [holds(row, "tblHeader") for row in rows] == [False, False]
    assert [holds(row, "cantSplit") for row in rows] == [False, True]


TALL = (
    (HeadCell("Thành phần thể thức và chi tiết trình bày văn bản", rows=2), HeadCell("Ví dụ", 2)),
    (HeadCell("Chữ"), HeadCell("Cỡ")),
)


def test_a_head_that_repeats_is_as_high_as_what_reaches_over_its_rows() -> None:
    columns = (Column(), Column(), Column())
    rows = rows_of(Table(columns, TALL, (("a", "rất dài " * 40, "rất dài " * 40),)))
    heights = [[height.get(w("val")) for height in row.iter(w("trHeight"))] for row in rows]
    rules = {height.get(w("hRule")) for row in rows for height in row.iter(w("trHeight"))}
    # Four lines of 13 pt, each 15 pt high, with 3 pt above and below: 66 pt, shared by the rows.
    assert heights == [["660"], ["660"], []]
    assert rules == {"atLeast"}
    plain = rows_of(table(TITLES, ALIGNS, [("1", "a", "5")]))
    assert not any(list(row.iter(w("trHeight"))) for row in plain)


@pytest.mark.judge("libreoffice")
def test_no_word_of_such_a_head_is_cut_off_where_it_repeats(render: Renderer) -> None:
    body = tuple((str(n), "rất dài " * 40, "rất dài " * 40) for n in range(8))
    found = render(write(Table((Column(), Column(), Column()), TALL, body))).pages
    assert len(found) >= 2
    for page in found[:2]:
        assert {"Thành", "phần", "thể", "thức", "và", "chi", "tiết", "trình", "bày", "văn", "bản"} <= set(
            page.text().split()
        )


# --- rows ---------------------------------------------------------------------------------------------------------


def test_a_group_row_is_bold_spans_and_stays_with_the_row_below_it() -> None:
    group = Row((Cell("I"), Cell("Lĩnh vực thứ nhất", 2)), strong=True, keep_next=True)
    rows = rows_of(table(TITLES, ALIGNS, [group, ("1", "Một", "5")]))
    assert [cells(row) for row in rows[1:]] == [["I", "Lĩnh vực thứ nhất|2"], ["1", "Một", "5"]]
    assert [run.get(w("val")) for run in rows[1].iter(w("rStyle"))] == ["Dam", "Dam"]
    assert [kept(row) for row in rows[1:]] == [True, False]


def test_a_cell_merged_down_holds_its_rows_together_where_they_are_few() -> None:
    def merged(count: int) -> list[Row]:
        marks = [Merge.START, *[Merge.CONTINUE] * (count - 1)]
        return [
            Row((Cell(str(n)), Cell("Việc"), Cell("" if n else "Phòng VHXH", merge=mark, align=CENTRE)))
            for n, mark in enumerate(marks)
        ]

    rows = rows_of(table(TITLES, ALIGNS, merged(3)))[1:]
    assert [cells(row)[2] for row in rows] == ["Phòng VHXH|restart", "|continue", "|continue"]
    assert [kept(row) for row in rows] == [True, True, False]
    assert all(len(list(row.iter(w("vAlign")))) == 3 for row in rows)
    rows = rows_of(table(TITLES, ALIGNS, merged(60)))[1:]
    assert not any(map(kept, rows))
    # Its text stands at the top, where readers look for it, however many pages it runs over.
    assert all(len(list(row.iter(w("vAlign")))) == 2 for row in rows)


def test_rows_beside_a_merged_text_higher_than_a_page_may_break() -> None:
    rows = rows_of(
        table(
            TITLES,
            ALIGNS,
            [
                Row((Cell("1"), Cell("a"), Cell("rất dài " * 900, merge=Merge.START, align=LEFT))),
                Row((Cell("2"), Cell("b"), Cell("", merge=Merge.CONTINUE))),
            ],
        )
    )
    assert [holds(row, "cantSplit") for row in rows] == [True, False, False]


def test_a_row_higher_than_a_page_may_break_and_no_other() -> None:
    rows = rows_of(table(TITLES, ALIGNS, [("1", "từ " * 2000, ""), ("2", "từ " * 200, "5"), ("3", "a\n" * 80, "")]))
    assert [holds(row, "cantSplit") for row in rows] == [True, False, True, False]


def test_the_last_row_stays_with_the_note_below_and_the_caption_with_the_head() -> None:
    above, below = text("Bảng 1", Style.TEN_BANG), text("Ghi chú: x", Style.GHI_CHU_BANG)
    given_table = table(TITLES, ALIGNS, [("1", "a", "5"), ("2", "b", "6")], above=(above,), below=(below,))
    data = write(given_table, text("Tiếp theo."))
    (found,) = ruled(data)
    assert [kept(row) for row in found.findall(w("tr"))] == [False, False, True]
    before, after = found.getprevious(), found.getnext()
    assert before is not None
    assert after is not None
    assert ["".join(map(str, part.itertext())) for part in (before, after)] == ["Bảng 1", "Ghi chú: x"]
    assert [kept(part) for part in (before, after)] == [True, False]


def test_word_does_not_take_neighbouring_tables_for_one() -> None:
    one = table(TITLES, ALIGNS, [("1", "a", "5")])
    data = write(one, one)
    body = parse(parts(data)["word/document.xml"])
    neighbours = [n for n in body.iter(w("tbl")) if n.getnext() is not None and n.getnext().tag == w("tbl")]  # type: ignore[union-attr]
    assert neighbours == []
    assert len(ruled(data)) == 2


def test_a_table_without_a_name_stands_off_the_paragraph_above_it_and_no_other_does() -> None:
    one = table(TITLES, ALIGNS, [("1", "a", "5")])
    named = table(TITLES, ALIGNS, [("1", "a", "5")], above=(text("Bảng 1", Style.TEN_BANG),))
    kept_text = Paragraph(Style.DIEM, (Text("a) Chuyên mục:"),), keep_next=True)
    plain = b'<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr>'
    wide = b'<w:p><w:pPr><w:pStyle w:val="NoiDung"/><w:spacing w:after="60"/></w:pPr>'
    held = b'<w:p><w:pPr><w:pStyle w:val="Diem"/><w:keepNext/><w:spacing w:after="60"/></w:pPr>'
    body = parts(write(kept_text, one, text("Giữa"), named, text("Sau"), text("Trên"), one))["word/document.xml"]
    assert body.count(b'<w:spacing w:after="60"/>') == 2
    assert held + "<w:r><w:t>a) Chuyên mục:".encode() in body
    assert plain + "<w:r><w:t>Giữa".encode() in body
    assert plain + b"<w:r><w:t>Sau" in body
    # The last one: what stays with the signature is written apart, here the table alone.
    assert wide + "<w:r><w:t>Trên".encode() in body


# --- words with emphasis, links and notes -------------------------------------------------------------------------

NOTE = Note((Text("Số liệu sơ bộ."),))


def runs(cell: etree._Element) -> list[tuple[str, str | None]]:
    """Each run of a cell: its text, "*" for a note's mark, "/" for a line break; and its style."""
    found = []
    for run in cell.iter(w("r")):
        style = run.find(f"{w('rPr')}/{w('rStyle')}")
        marks = {"footnoteReference": "*", "br": "/"}
        words = "".join(marks.get(etree.QName(part).localname, part.text or "") for part in run if part.tag != w("rPr"))
        found.append((words, None if style is None else style.get(w("val"))))
    return found


def test_inlines_are_printed_in_place_of_the_text_of_a_cell() -> None:
    inlines = (Text("Trồng "), Text("lúa", CharStyle.DAM), Break(), Link((Text("xem"),), "https://a.vn/"), NOTE)
    row = Row((Cell("1"), Cell("Trồng lúa\nxem", inlines=inlines), Cell("1,5", inlines=(Text("1,5"), NOTE))))
    given_table = table(TITLES, ALIGNS, [row])
    data = write(appendices=[appendix(given_table)])
    cells_found = ruled(data)[0].findall(w("tr"))[1].findall(w("tc"))
    assert runs(cells_found[1]) == [
        ("Trồng ", None),
        ("lúa", "Dam"),
        ("/", None),
        ("xem", "LienKet"),
        ("*", "SoChuThich"),
    ]
    assert len(cells_found[1].findall(w("p"))) == 1
    assert runs(cells_found[2]) == [("1,5", None), ("*", "SoChuThich")]
    notes = parse(parts(data)["word/footnotes.xml"])
    assert ["".join(map(str, found.itertext())).strip() for found in notes][2:] == ["Số liệu sơ bộ."] * 2


def test_a_strong_row_stays_bold_under_inlines() -> None:
    inlines = (Text("Nhóm ", CharStyle.NGHIENG), Link((Text("một"),), "https://a.vn/"), Text("!"), NOTE)
    rows = rows_of(table(TITLES, ALIGNS, [Row((Cell("I"), Cell("Nhóm một!", 2, inlines=inlines)), strong=True)]))
    cell = rows[1].findall(w("tc"))[1]
    assert runs(cell) == [("Nhóm ", "DamNghieng"), ("một", "LienKet"), ("!", "Dam"), ("*", "SoChuThich")]
    assert len(list(cell.iter(w("b")))) == 1  # the link's: its run has one style


def test_a_heading_may_hold_inlines_too() -> None:
    head = (
        (
            HeadCell("Tên"),
            HeadCell("Số liệu (tấn)", inlines=(Text("Số liệu "), Text("(tấn)", CharStyle.NGHIENG), NOTE)),
        ),
    )
    rows = rows_of(Table((Column(), Column(NUMBER)), head, (("a", "1"),)))
    # The style of headings is bold already: a second one would turn it off.
    assert runs(rows[0].findall(w("tc"))[1]) == [("Số liệu ", None), ("(tấn)", "Nghieng"), ("*", "SoChuThich")]


def test_words_that_are_bold_in_a_cell_are_measured_so() -> None:
    words = "mmmmmmmmmmmmmmmmmmmm"
    widths = []
    for inlines in ((), (Text(words, CharStyle.DAM),)):
        row = Row((Cell("1"), Cell(words, inlines=inlines), Cell("rất dài " * 90)))
        (found,) = ruled(write(appendices=[appendix(table(TITLES, (CENTRE, LEFT, LEFT), [row]))]))
        widths.append([int(column.get(w("w")) or 0) for column in found.iter(w("gridCol"))][1])
    assert widths[1] > widths[0]


# --- figures ------------------------------------------------------------------------------------------------------

LOOK = stock_template().looks["BangSo"]


def behind(texts_given: list[str], room: int = 0) -> list[int | None]:
    """Indents of figures from the right edge in half digits of 13 pt; a dot or a comma is as wide as half a digit."""
    figures = Figures(texts_given, (), LOOK)
    half = Pt(13).twips / 4
    indents = [figures.indent(given_text, room or figures.width) for given_text in texts_given]
    return [None if indent is None else round(indent / half) for indent in indents]


@pytest.mark.parametrize(
    ("column", "indents"),
    [
        (["1,25", "12,5", "100", "25.898"], [0, 2, 5, 5]),
        (["1.50", "8.00", "10", "1.5"], [0, 0, 5, 2]),
        (["25.898", "1.234.567", "5"], [0, 0, 0]),
        (["67,05%", "65,528%"], [2, 0]),
        (["1.234,5", "7", "-"], [0, 3, None]),
        (["Có", "x", "", "45/45", "Quý II"], [None, None, None, None, None]),
        (["-5,5", "(3)", "+1"], [0, 2, 3]),
        (["99,10", "1.50", "25.898"], [0, 0, 5]),
    ],
)
def test_decimal_marks_stand_one_below_the_other(column: list[str], indents: list[int | None]) -> None:
    assert behind(column) == indents


def test_the_block_of_figures_stands_in_the_middle_of_a_wide_column() -> None:
    figures = Figures(["100", "5"], (), LOOK)
    assert figures.width == 390  # three digits of 13 pt
    assert [figures.indent("100", 1390), figures.indent("5", 1390)] == [500, 500]


def test_figures_stand_right_and_other_texts_of_their_column_in_the_middle() -> None:
    rows = rows_of(table(TITLES, ALIGNS, [("1", "a", "1,5"), ("2", "b", "Không"), ("3", "c", "10"), ("4", "d", "")]))
    assert [styles(row)[2] for row in rows[1:]] == ["BangSo", "BangGiua", "BangSo", "BangSo"]
    indents = [
        [int(indent.get(w("right")) or 0) for indent in row.findall(w("tc"))[2].iter(w("ind"))] for row in rows[1:]
    ]
    assert [len(found) for found in indents] == [1, 0, 1, 0]
    assert indents[2][0] - indents[0][0] == 195  # ",5" of 13 pt: a quarter and a half of an em


# --- sizes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "size"), [(12, ""), (16, "Nho"), (19, "RatNho"), (40, "RatNho")])
def test_a_table_takes_the_largest_size_in_which_no_word_breaks_as_a_whole(count: int, size: str) -> None:
    titles = [f"Chỉ tiêu thành phần {n}" for n in range(count)]
    rows = rows_of(table(titles, [LEFT] * count, [tuple("nghiêng" for _ in titles)]))
    assert {style for row in rows for style in styles(row)} == {f"BangTieuDe{size}", f"BangTrai{size}"}


def test_a_table_of_a_smaller_size_has_less_room_beside_its_words() -> None:
    titles = [f"Chỉ tiêu thành phần {n}" for n in range(24)]
    rows = rows_of(table(titles, [LEFT] * 24, [tuple("nghiêng" for _ in titles)]))
    margins = [margin for row in rows[:1] for margin in row.getparent().iter(w("tblCellMar"))]  # type: ignore[union-attr]
    assert [[side.get(w("w")) for side in margin] for margin in margins] == [["57", "57"]]


def test_one_word_that_fits_in_no_size_does_not_make_its_table_small() -> None:
    rows = rows_of(table(TITLES, (CENTRE, LEFT, LEFT), [("1", "a" * 120, "b")]))
    assert {style for row in rows for style in styles(row)} == {"BangTieuDe", "BangGiua", "BangTrai"}


# --- everything ---------------------------------------------------------------------------------------------------


def expected_texts(given_table: Table) -> list[str]:
    found = [paragraph.inlines[0].text for paragraph in given_table.above]  # type: ignore[union-attr]
    for placed in place_head(given_table.head, len(given_table.columns)):
        found += [p.cell.text if p.cell else "" for p in placed]
    found += given_table.signs
    for row in given_table.rows:
        found += list(row) if isinstance(row, tuple) else [cell.text for cell in row.cells]
    return [*found, *(paragraph.inlines[0].text for paragraph in given_table.below)]  # type: ignore[union-attr]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(tables())
def test_every_text_of_any_table_is_in_its_file_in_order(given_table: Table) -> None:
    data = write(appendices=[appendix(given_table)])
    assert wellformed.faults(data, text_may_hold_braces=True) == []
    body = parse(parts(data)["word/document.xml"])
    printed = "\n".join(texts(body))
    wanted = "\n".join(expected_texts(given_table))
    assert wanted in printed
    (found,) = ruled(data)
    grid = [int(column.get(w("w")) or 0) for column in found.iter(w("gridCol"))]
    page = 16838 if "landscape" in etree.tostring(body, encoding="unicode") else 11906
    assert sum(grid) == page - 1701 - 1134
    assert min(grid) > 0
    for row in found.iter(w("tr")):
        place = 0
        for cell in row.iter(w("tc")):
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            count = 1 if span is None else int(span.get(w("val")) or 1)
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            assert width is not None
            assert int(width.get(w("w")) or 0) == sum(grid[place : place + count])
            place += count
        assert place == len(grid)


@pytest.mark.judge("sdk")
def test_fifty_tables_of_every_shape_are_valid(tmp_path: Path) -> None:
    found: list[Table] = []

    @settings(max_examples=50, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    @given(tables())
    def collect(one: Table) -> None:
        found.append(one)

    collect()
    assert len(found) >= 50
    # The judge asks its time by the file.
    files = [tmp_path / f"{start}.docx" for start in range(0, len(found), 10)]
    for start, file in zip(range(0, len(found), 10), files, strict=True):
        body, rest = found[start : start + 5], found[start + 5 : start + 10]
        file.write_bytes(write(*body, text("Tiếp."), *rest[:2], appendices=[appendix(*rest[2:])]))
    assert validate_sdk(files) == []


def test_a_cell_of_two_thousand_words_is_written_whole() -> None:
    words = " ".join(f"từ{n}" for n in range(2000))
    (row,) = rows_of(table(TITLES, (CENTRE, LEFT, RIGHT), [("1", words, "")]))[1:]
    assert re.findall(r"từ\d+", cells(row)[1]) == words.split()
