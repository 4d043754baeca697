"""Sections: pages that turn for a table and turn back, their numbers, and nothing lost between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from tests.docx_xml import W, parse, parts
from tests.rendered import Page, Rendered, Renderer
from tests.writers.trees import CENTRE, CLOSING, LEFT, NUMBER, appendix, table, text, write
from vtdocs.tree import (
    Appendix,
    Block,
    Cell,
    Column,
    HeadCell,
    Merge,
    Orientation,
    Paragraph,
    Row,
    Style,
    Table,
    TableRow,
    Text,
)
from vtdocs.writers.docx import stock_template
from vtdocs.writers.docx.layouts import Layouts

SENTENCE = "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức xã trong tổ chức thực hiện. "
PROSE = text(SENTENCE * 4)
HEADING = text("II. KẾT QUẢ CỦA CÁC XÃ", Style.MUC)
NARROW = table(("STT", "Nội dung"), (CENTRE, LEFT), [("1", "Một"), ("2", "Hai")])
ACROSS = replace(NARROW, orientation=Orientation.LANDSCAPE)
TASKS = ("Tuyên truyền, phổ biến các văn bản chỉ đạo về công tác cải cách hành chính", "Rà soát thủ tục hành chính")
BODIES = ("Văn phòng HĐND và UBND xã", "Trung tâm Phục vụ hành chính công", "Phòng Văn hóa - Xã hội")
TITLES_7 = ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Chủ trì", "Phối hợp", "Theo dõi, đôn đốc")


def actions(count: int, **changes: object) -> Table:
    """The action table of seven columns that plans carry."""
    rows = [
        (
            str(n),
            TASKS[n % 2],
            "Kế hoạch, báo cáo kết quả thực hiện",
            f"Trước ngày 15/{n % 12 + 1}/2026",
            BODIES[n % 3],
            f"{BODIES[(n + 1) % 3]}; các thôn",
            BODIES[(n + 2) % 3],
        )
        for n in range(1, count + 1)
    ]
    return table(TITLES_7, (CENTRE, LEFT, LEFT, CENTRE, CENTRE, CENTRE, CENTRE), rows, **changes)


def comparison(count: int) -> Table:
    """Twelve columns of three former provinces side by side, with signs, groups and a total."""
    head = (
        (
            HeadCell("TT", rows=2),
            HeadCell("Chỉ tiêu", rows=2),
            HeadCell("Đơn vị", rows=2),
            *(HeadCell(f"Tỉnh {name}", 3) for name in "ABC"),
        ),
        tuple(HeadCell(title) for _ in range(3) for title in ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)")),
    )
    figures = ("25.898", "1.204", "99,10", "12", "-", "67,05", "1.000", "999", "100")
    rows: list[TableRow] = [
        Row((Cell("I"), Cell("Thủ tục hành chính", 11)), strong=True, keep_next=True),
        *((str(n), "Hồ sơ đã giải quyết", "Hồ sơ", *figures) for n in range(1, count + 1)),
        Row((Cell("Tổng cộng", 3, align=CENTRE), *map(Cell, figures)), strong=True),
    ]
    signs = ("A", "B", "C", "1", "2", "3=2/1", "4", "5", "6=5/4", "7", "8", "9=8/7")
    return Table(tuple(map(Column, (CENTRE, LEFT, CENTRE, *[NUMBER] * 9))), head, tuple(rows), signs)


def sections(data: bytes) -> list[str]:
    """Each section as "body|landscape first 1": how it lies, whether it hides a number, where it begins to count."""
    found = []
    for section in parse(parts(data)["word/document.xml"]).iter(f"{{{W}}}sectPr"):
        size, numbers = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgNumType")
        assert size is not None
        wide = int(size.get(f"{{{W}}}w") or 0) > int(size.get(f"{{{W}}}h") or 0)
        assert wide == (size.get(f"{{{W}}}orient") == "landscape")
        assert section.find(f"{{{W}}}headerReference") is not None
        mark = "across" if wide else "upright"
        mark += " title" if section.find(f"{{{W}}}titlePg") is not None else ""
        mark += "" if numbers is None else f" from {numbers.get(f'{{{W}}}start')}"
        found.append(mark)
    return found


UPRIGHT, ACROSS_ON, UPRIGHT_ON = "upright title from 1", "across", "upright"


@pytest.mark.parametrize(
    ("body", "appendices", "wanted"),
    [
        ([PROSE, CLOSING], [], [UPRIGHT]),
        ([PROSE, NARROW, CLOSING], [], [UPRIGHT]),
        ([PROSE, ACROSS, CLOSING], [], [UPRIGHT, ACROSS_ON, UPRIGHT_ON]),
        ([PROSE, ACROSS, ACROSS, CLOSING], [], [UPRIGHT, ACROSS_ON, UPRIGHT_ON]),
        ([PROSE, ACROSS, PROSE, ACROSS, CLOSING], [], [UPRIGHT, ACROSS_ON, UPRIGHT_ON, ACROSS_ON, UPRIGHT_ON]),
        ([ACROSS], [], [UPRIGHT, ACROSS_ON, UPRIGHT_ON]),
        ([PROSE], [appendix(NARROW)], [UPRIGHT, UPRIGHT]),
        ([PROSE], [appendix(ACROSS), appendix(PROSE)], [UPRIGHT, "across title from 1", UPRIGHT]),
        ([PROSE], [appendix(NARROW, ACROSS)], [UPRIGHT, "across title from 1"]),
        (
            [PROSE],
            [appendix(replace(NARROW, orientation=Orientation.PORTRAIT), ACROSS)],
            [UPRIGHT, UPRIGHT, ACROSS_ON],
        ),
        ([PROSE], [appendix(PROSE, ACROSS, PROSE)], [UPRIGHT, UPRIGHT, ACROSS_ON, UPRIGHT_ON]),
        ([PROSE], [appendix(ACROSS, PROSE)], [UPRIGHT, "across title from 1", UPRIGHT_ON]),
        ([PROSE], [appendix()], [UPRIGHT, UPRIGHT]),
        ([ACROSS], [appendix(PROSE, ACROSS)], [UPRIGHT, ACROSS_ON, UPRIGHT_ON, UPRIGHT, ACROSS_ON]),
    ],
)
def test_pages_turn_with_their_tables_and_turn_back(
    body: Sequence[Block], appendices: Sequence[Appendix], wanted: list[str]
) -> None:
    assert sections(write(*body, appendices=appendices)) == wanted


# --- the outline --------------------------------------------------------------------------------------------------


def test_a_paragraph_says_its_level_only_where_its_style_says_another() -> None:
    moved = [replace(HEADING, level=level) for level in (None, 0, 1)]
    body = parts(write(*moved, replace(PROSE, level=2), CLOSING))["word/document.xml"]
    assert re.findall(rb'"(\w+)"/>(?:<w:keepNext/>)?<w:outlineLvl w:val="(\d)"/></w:pPr>', body) == [
        (b"Muc", b"1"),
        (b"NoiDung", b"2"),
    ]
    assert body.count(b"<w:outlineLvl") == 2


# --- what leads up to a table that turns --------------------------------------------------------------------------

LEAD = Paragraph(Style.NOI_DUNG, (Text("Kết quả như sau:"),), keep_next=True)


def by_section(data: bytes) -> list[list[str]]:
    """The first words of each paragraph of the body, section by section; "#" for a table."""
    found: list[list[str]] = [[]]
    body = parse(parts(data)["word/document.xml"]).find(f"{{{W}}}body")
    assert body is not None
    for block in body:
        if block.tag == f"{{{W}}}tbl":
            found[-1].append("#")
        elif block.tag == f"{{{W}}}p":
            words = "".join(part.text or "" for part in block.iter(f"{{{W}}}t"))
            found[-1] += [words[:9]] if words else []
            if next(block.iter(f"{{{W}}}sectPr"), None) is not None:
                found.append([])
    return found


def test_headings_and_words_that_open_a_table_turn_with_it() -> None:
    data = write(PROSE, HEADING, LEAD, ACROSS, CLOSING)
    assert by_section(data) == [["#", "Nâng cao "], ["II. KẾT Q", "Kết quả n", "#"], ["Trên đây ", "#"]]
    # Between two of them, all stay on turned pages.
    data = write(PROSE, ACROSS, HEADING, ACROSS, CLOSING)
    assert by_section(data) == [["#", "Nâng cao "], ["#", "II. KẾT Q", "#"], ["Trên đây ", "#"]]
    data = write(HEADING, ACROSS)
    assert by_section(data) == [["#"], ["II. KẾT Q", "#"], ["#"]]
    data = write(PROSE, appendices=[appendix(HEADING, ACROSS, PROSE)])
    assert by_section(data)[1:] == [["Phụ lục", "BẢNG", "II. KẾT Q", "#"], ["Nâng cao "]]


def test_no_more_than_a_few_lines_turn_with_a_table() -> None:
    assert by_section(write(PROSE, *[HEADING] * 9, ACROSS, CLOSING))[1] == [*["II. KẾT Q"] * 6, "#"]
    long = replace(LEAD, inlines=(Text(SENTENCE * 20 + ":"),))
    assert by_section(write(PROSE, long, HEADING, ACROSS, CLOSING))[1] == ["II. KẾT Q", "#"]
    assert by_section(write(PROSE, HEADING, PROSE, ACROSS, CLOSING))[1] == ["#"]


# --- what turns by itself -----------------------------------------------------------------------------------------


def turns(given: Table) -> bool:
    return Layouts(stock_template()).turns(given)


def test_a_table_that_reads_badly_upright_is_turned() -> None:
    assert turns(actions(12))
    assert turns(comparison(12))
    sixteen = table(
        ("TT", "Tên đơn vị", *(f"Chỉ số thành phần {n}" for n in range(13)), "Xếp hạng"),
        (CENTRE, LEFT, *[NUMBER] * 13, CENTRE),
        [("1", "Vĩnh Thông", *["8.25"] * 13, "1")],
    )
    assert turns(sixteen)


def test_a_table_that_reads_well_upright_is_not() -> None:
    budget = table(
        ("STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"),
        (CENTRE, LEFT, CENTRE, NUMBER, NUMBER, NUMBER, LEFT),
        [(str(n), TASKS[n % 2], "Cuốn", "120", "25.000", "3.000.000", "") for n in range(20)],
    )
    assert not turns(budget)
    six = table(
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Năm trước", "Năm nay", "Tỷ lệ (%)"),
        (CENTRE, LEFT, CENTRE, NUMBER, NUMBER, NUMBER),
        [(str(n), TASKS[n % 2], "Hồ sơ", "25.898", "26.000", "100,39") for n in range(20)],
    )
    assert not turns(six)


def test_fewer_than_six_columns_stay_upright_however_they_read() -> None:
    words = "Trung tâm Phục vụ hành chính công xã " * 40
    assert not turns(table("ABCDE", [LEFT] * 5, [(words,) * 5]))


def test_a_table_is_turned_or_not_as_it_is_told() -> None:
    assert turns(ACROSS)
    assert not turns(actions(12, orientation=Orientation.PORTRAIT))


# --- pages --------------------------------------------------------------------------------------------------------


def merged_leads(groups: int, rows: int, lead: str) -> Table:
    return table(
        ("STT", "Nội dung", "Chủ trì"),
        (CENTRE, LEFT, CENTRE),
        [
            Row(
                (
                    Cell(f"{group}.{n}"),
                    Cell(TASKS[n % 2]),
                    Cell("" if n else lead, merge=Merge.CONTINUE if n else Merge.START),
                )
            )
            for group in range(groups)
            for n in range(rows)
        ],
    )


@pytest.fixture(scope="module")
def printed(render: Renderer) -> dict[str, Rendered]:
    """Documents of every kind of page, in one call of LibreOffice."""
    caption = text("Bảng 1. Phân công", Style.TEN_BANG)
    long = table(("STT", "Nội dung"), (CENTRE, LEFT), [(str(n), TASKS[n % 2]) for n in range(1, 301)])
    documents = {
        "body": write(PROSE, actions(12, above=(caption,)), PROSE, CLOSING),
        "end": write(PROSE, actions(3), appendices=[appendix(comparison(40)), appendix(PROSE, actions(3), PROSE)]),
        "long": write(PROSE, appendices=[appendix(long)]),
        "merged": write(PROSE, appendices=[appendix(merged_leads(9, 5, BODIES[1]), merged_leads(2, 40, BODIES[0]))]),
        "high": write(PROSE, appendices=[appendix(merged_leads(2, 8, " ".join(f"từ{n}" for n in range(900))))]),
        "wide": write(
            PROSE,
            appendices=[appendix(table([f"Cột {n}" for n in range(24)], [LEFT] * 24, [("nghiêng " * 3,) * 24] * 20))],
        ),
        "name": write(table(("STT", "Tên"), (CENTRE, LEFT), [("1", "a" * 300)]), CLOSING),
    }
    return dict(zip(documents, render.many(documents.values()), strict=True))


def across(page: Page) -> bool:
    return page.width > page.height


def numbers(pages: Sequence[Page]) -> list[str]:
    return [" ".join(line.text for line in page.lines(y1=18)) for page in pages]


def squeezed(rendered: Rendered) -> str:
    return re.sub(r"\s", "", rendered.text)


@pytest.mark.judge("libreoffice")
def test_nothing_stands_past_the_margins_and_no_page_is_empty(printed: dict[str, Rendered]) -> None:
    for name, rendered in printed.items():
        for page in rendered.pages:
            lines = page.lines(y0=18)
            assert lines, f"page {page.number} of {name} is empty"
            assert min(line.x0 for line in lines) >= 29.5, name
            assert max(line.x1 for line in lines) <= page.width - 19.5, name
            assert max(line.bottom for line in lines) <= page.height - 19.4, name
            assert all(rule.x0 >= 29.5 and rule.x1 <= page.width - 19.5 for rule in page.rules), name


@pytest.mark.judge("libreoffice")
def test_a_table_of_the_body_turns_its_pages_with_its_caption_and_the_text_goes_on_upright(
    printed: dict[str, Rendered],
) -> None:
    pages = printed["body"].pages
    turned = [across(page) for page in pages]
    assert turned[0] is turned[-1] is False
    assert all(turned[1:-1])
    assert len(pages) >= 3
    assert numbers(pages) == ["", *map(str, range(2, len(pages) + 1))]
    assert "Bảng 1. Phân công" in pages[1].text()
    for page in pages[1:-1]:
        assert "Nhiệm vụ" in page.text()
        assert (round(page.width), round(page.height)) == (297, 210)
    assert "Trên đây là Kế hoạch./." in pages[-1].text()
    assert "KT. CHỦ TỊCH" in pages[-1].text()


@pytest.mark.judge("libreoffice")
def test_appendices_count_their_own_pages_through_all_their_turns(printed: dict[str, Rendered]) -> None:
    pages = printed["end"].pages
    first, second = [n for n, page in enumerate(pages) if "Phụ lục" in page.text()]
    assert [across(page) for page in pages[:first]] == [False, True, False]
    assert "KT. CHỦ TỊCH" in pages[2].text()
    assert all(across(page) for page in pages[first:second])
    assert [across(page) for page in pages[second:]] == [False, True, False]
    assert numbers(pages[:first]) == ["", "2", "3"]
    assert numbers(pages[first:second]) == ["", *map(str, range(2, second - first + 1))]
    assert numbers(pages[second:]) == ["", "2", "3"]
    for page in pages[first:second]:
        assert "3=2/1" in page.text()
        assert "Tỉnh A" in page.text()


@pytest.mark.judge("libreoffice")
def test_three_hundred_rows_stand_in_order_below_a_head_on_every_page(printed: dict[str, Rendered]) -> None:
    pages = printed["long"].pages[1:]
    assert all("STT Nội dung" in page.text() for page in pages)
    seen = [line.text for page in pages for line in page.lines(x1=44, y0=18) if line.text.isdigit()]
    assert seen == [str(n) for n in range(1, 301)]


@pytest.mark.judge("libreoffice")
def test_no_word_beside_or_in_a_merged_cell_is_lost_over_the_pages(printed: dict[str, Rendered]) -> None:
    text_of = "".join(
        line.text.replace(" ", "") for page in printed["merged"].pages for line in page.lines(x0=31, x1=300)
    )
    assert text_of.count("Rà") == 9 * 2 + 2 * 20
    leads = "".join(
        word.text for page in printed["merged"].pages[1:] for word in page.words(x0=140) if word.text in BODIES[1]
    )
    assert leads.count("Trung") == 9
    whole = squeezed(printed["high"])
    assert all(f"từ{n}" in whole for n in range(900))


@pytest.mark.judge("libreoffice")
def test_decimal_marks_stand_below_each_other_on_paper(render: Renderer) -> None:
    rows = [(str(n), figure) for n, figure in enumerate(["1,25", "25.898", "12,5", "67,05%", "100"], 1)]
    page = render(write(table(("STT", "Số liệu"), (CENTRE, NUMBER), rows), CLOSING)).pages[0]
    places = {}
    for _number, figure in rows:
        (word,) = page.phrase(figure)
        mark = next((char.x0 for char in word.chars if char.text == ","), word.x1)
        places[figure] = mark
    assert max(places.values()) - min(places.values()) < 0.3, places
