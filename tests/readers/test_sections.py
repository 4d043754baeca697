"""Sections, headers and footers; lengths in twips."""

from __future__ import annotations

import pytest

from tests.readers.making import MODERN, p, part, r, read
from vtdocs.readers.docx.observed import Section

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1135" w:left="1701" w:header="567" w:footer="568" w:gutter="{}"/>'
)


def sections(*properties: str, settings: str = MODERN) -> tuple[Section, ...]:
    ends = [p("a", f"<w:sectPr>{each}</w:sectPr>") for each in properties[:-1]]
    return read("".join(ends) + p("z") + f"<w:sectPr>{properties[-1]}</w:sectPr>", settings=settings).sections


def test_paper_and_margins() -> None:
    (seen,) = sections(A4 + MARGINS.format(284))
    assert (seen.page_width, seen.page_height, seen.landscape) == (11906, 16838, False)
    assert (seen.top, seen.right, seen.bottom, seen.left, seen.gutter) == (1134, 851, 1135, 1701, 284)
    assert (seen.header, seen.footer, seen.text_width) == (567, 568, 9070)
    assert (seen.start, seen.title_page, seen.page_start, seen.page_format, seen.columns) == (
        "nextPage", False, None, "decimal", 1,
    )  # fmt: skip


def test_what_is_not_said_is_as_word_has_it() -> None:
    seen = read(p("a")).sections[0]
    assert (seen.page_width, seen.page_height, seen.top, seen.left, seen.header) == (12240, 15840, 1440, 1440, 720)
    assert (seen.first, seen.last) == (1, 1)


def test_numbers_columns_and_kinds() -> None:
    first, second = sections(
        '<w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:titlePg/>'
        '<w:pgNumType w:fmt="lowerRoman" w:start="1"/><w:cols w:num="2" w:space="720"/>',
        '<w:titlePg w:val="0"/><w:cols w:num="3" w:equalWidth="0"><w:col w:w="4000"/><w:col w:w="2000"/></w:cols>',
    )
    assert (first.start, first.landscape, first.title_page, first.page_start) == ("continuous", True, True, 1)
    assert (first.page_format, first.columns) == ("lowerRoman", 2)
    assert (second.title_page, second.columns) == (False, 2)


@pytest.mark.parametrize(
    ("properties", "top", "gutter"),
    [
        pytest.param(MARGINS.format(100).replace('"1134"', '"-1134"'), 1134, 100, id="fixed"),
        pytest.param(MARGINS.format(0).replace('"1134"', '"20mm"'), 1134, 0, id="with a unit"),
        pytest.param(MARGINS.format(0).replace('"1134"', '"x"'), 1440, 0, id="damaged"),
    ],
)
def test_odd_margins(properties: str, top: int, gutter: int) -> None:
    (seen,) = sections(properties)
    assert (seen.top, seen.gutter) == (top, gutter)


def test_a_gutter_at_the_top_is_no_width() -> None:
    (seen,) = sections(A4 + MARGINS.format(284), settings="<w:gutterAtTop/>")
    assert (seen.top, seen.gutter, seen.text_width) == (1418, 0, 9354)


def test_paragraphs_and_tables_know_their_section() -> None:
    end = "<w:sectPr/>"
    table = f"<w:tbl><w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"
    seen = read(
        p("a") + p("b", end) + table + f"<w:sdt><w:sdtContent>{p('d', end)}</w:sdtContent></w:sdt>" + p("e") + end
    )
    assert [x.section for x in seen.paragraphs] == [0, 0, 1, 1, 2]
    assert [(x.first, x.last) for x in seen.sections] == [(1, 2), (3, 4), (5, 5)]
    assert seen.tables[0].section == 1


def test_a_section_cannot_end_in_a_cell() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('a', '<w:sectPr/>')}</w:tc></w:tr></w:tbl>"
    assert len(read(table + p("b") + "<w:sectPr/>").sections) == 1


@pytest.mark.parametrize(
    "around",
    [
        "<w:del>{}</w:del>",
        "<x:la>{}</x:la>",
        "<mc:AlternateContent><mc:Choice Requires='wps'/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>",
    ],
)
def test_a_section_cannot_end_in_what_is_not_read(around: str) -> None:
    assert len(read(around.format(p("a", "<w:sectPr/>")) + p("b") + "<w:sectPr/>").sections) == 1


HEADER = '<w:headerReference w:type="{}" r:id="{}"/>'
FOOTER = '<w:footerReference w:type="{}" r:id="{}"/>'


def test_headers_are_inherited() -> None:
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    first = f"<w:sectPr>{HEADER.format('default', 'header1')}{HEADER.format('first', 'header2')}<w:titlePg/></w:sectPr>"
    second = f"<w:sectPr>{HEADER.format('default', 'header2')}{FOOTER.format('even', 'footer1')}</w:sectPr>"
    third = f"<w:sectPr>{HEADER.format('default', 'missing')}</w:sectPr>"
    seen = read(
        p("a", first) + p("b", second) + p("c") + third,
        parts={
            "header1.xml": part("hdr", p(page)),
            "header2.xml": part("hdr", p("x")),
            "footer1.xml": part("ftr", p("y")),
        },
    )

    def told(section: Section) -> dict[str, tuple[str, bool]]:
        both = {**section.headers, **{f"chân {kind}": text for kind, text in section.footers.items()}}
        return {kind: (text.part.removeprefix("word/"), text.inherited) for kind, text in both.items()}

    assert [told(section) for section in seen.sections] == [
        {"default": ("header1.xml", False), "first": ("header2.xml", False)},
        {"default": ("header2.xml", False), "first": ("header2.xml", True), "chân even": ("footer1.xml", False)},
        {"default": ("header2.xml", True), "first": ("header2.xml", True), "chân even": ("footer1.xml", True)},
    ]
    number = seen.sections[0].headers["default"].paragraphs[0]
    assert (number.text, number.fields, number.number, number.part, number.page) == (
        "2", ("PAGE",), 1, "word/header1.xml", None,
    )  # fmt: skip
    assert [run.field for run in number.runs] == ["PAGE"]


def test_all_of_a_header_is_read() -> None:
    words = f"<w:txbxContent>{p('khung')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:rect><v:textbox>{words}</v:textbox></v:rect></w:pict></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    inside = f"<w:sdt><w:sdtContent>{p(r('a') + box)}</w:sdtContent></w:sdt>{table}"
    seen = read(
        p("x") + f"<w:sectPr>{FOOTER.format('default', 'footer1')}</w:sectPr>",
        parts={"footer1.xml": part("ftr", inside)},
    )
    footer = seen.sections[0].footers["default"]
    assert [x.text for x in footer.paragraphs] == ["a", "khung", "b"]
    assert (len(footer.blocks), len(footer.tables), len(footer.boxes)) == (2, 1, 1)
    assert [x.text for x in seen.paragraphs] == ["x"]
