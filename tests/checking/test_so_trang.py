"""Page numbers: where they stand, on which pages, how they look; what a file does not tell is no fault."""

from __future__ import annotations

import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import HEADER, sections, set_element
from tests.checking.mutating import Mutation, child, clean, deep, w
from tests.checking.mutations.so_trang import MUTATIONS, aside, behind_tabs, look, numbered, on_first_page, without
from tests.checking.papers import Sheet
from vtdocs.diagnostics import Severity

ONE_PAGE = "examples/mau/quyet-dinh.yaml"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def test_a_header_that_sections_share_is_one_place() -> None:
    docx = clean()
    aside("right")(docx)
    (slip,) = ask(docx, "ND30-121")
    assert slip.message == "số trang đặt ở bên phải, không canh giữa"
    assert [str(place) for place in slip.places] == ["đầu trang, đoạn 1 “2”"]


def test_a_tab_to_the_middle_is_the_middle() -> None:
    docx = clean()
    behind_tabs(1)(docx)
    assert ask(docx, "ND30-121") == []


@pytest.mark.parametrize(("place", "found"), [("center", 0), ("right", 1), ("left", 1), ("outside", 0)])
def test_a_frame_says_where_the_number_stands(place: str, found: int) -> None:
    docx = clean()
    p_pr = child(docx.paragraphs(HEADER)[0], "pPr")
    set_element(p_pr, "jc", val="left")
    set_element(p_pr, "framePr", wrap="around", vAnchor="text", hAnchor="margin", xAlign=place, y=1)
    assert len(ask(docx, "ND30-121")) == found


def test_a_number_moved_by_an_indent_may_stand_anywhere() -> None:
    docx = clean()
    p_pr = child(docx.paragraphs(HEADER)[0], "pPr")
    set_element(p_pr, "jc", val="left")
    set_element(p_pr, "ind", left=4400)
    assert ask(docx, "ND30-121") == []


def test_a_paper_of_one_page_needs_no_number() -> None:
    docx = clean("examples/mau/yaml-long.yaml")
    assert len(sections(docx)) == 1
    without(docx)
    assert ask(docx, "ND30-123") == []


@pytest.mark.parametrize(("lines", "said"), [(15, []), (70, ["văn bản dài hơn một trang nhưng không có số trang"])])
def test_a_file_without_breaks_is_counted_roughly(lines: int, said: list[str]) -> None:
    texts = ["1. Nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính."] * lines
    paper = Sheet().head().title().body(texts).sign().read()
    slips = ask(paper, "ND30-123")
    assert [slip.message for slip in slips] == said
    assert {slip.severity for slip in slips} <= {Severity.WARNING}


def test_pages_are_counted_by_breaks_that_word_left() -> None:
    docx = clean("examples/mau/yaml-long.yaml")
    without(docx)
    run = next(docx.paragraph("Địa điểm").iter(w("r")))
    run.insert(0, run.makeelement(w("lastRenderedPageBreak")))
    (slip,) = ask(docx, "ND30-123")
    assert slip.message == "văn bản có từ 2 trang nhưng không có số trang"


def test_what_a_program_counted_is_a_warning() -> None:
    docx = clean("examples/mau/yaml-long.yaml")
    without(docx)
    properties = docx.xml("docProps/app.xml")
    pages = properties.makeelement(properties[0].tag.rpartition("}")[0] + "}Pages")
    pages.text = "3"
    properties.append(pages)
    assert [(slip.message, slip.severity) for slip in ask(docx, "ND30-123")] == [
        ("văn bản có từ 3 trang nhưng không có số trang", Severity.WARNING)
    ]


def test_even_pages_may_have_the_number_too() -> None:
    docx = clean()
    set_element(docx.xml("word/settings.xml"), "evenAndOddHeaders", val=1)
    for section in sections(docx):
        reference = section.find(w("headerReference"))
        assert reference is not None
        even = deep(reference)
        even.set(w("type"), "even")
        section.insert(0, even)
    assert ask(docx, "ND30-123") == []


def test_looks_are_told_in_figures() -> None:
    docx = clean()
    look(size=11, italic=True, bold=True)(docx)
    assert [slip.message for slip in ask(docx, "ND30-124")] == ["số trang cỡ chữ 11, ngoài khoảng 13 - 14"]
    assert [(slip.message, slip.severity) for slip in ask(docx, "ND30-125")] == [
        ("số trang in nghiêng; quy định là kiểu chữ đứng", None),
        ("số trang in đậm; quy định là kiểu chữ đứng", Severity.WARNING),
    ]


def test_on_page_one_the_hint_fits_the_cause() -> None:
    docx = clean()
    on_first_page(docx)
    (slip,) = ask(docx, "ND30-122")
    assert slip.hint == "bấm đúp vào đầu trang, đánh dấu chọn Different First Page"


def test_a_number_that_a_field_hides_on_page_one() -> None:
    docx = clean()
    on_first_page(docx)
    simple = docx.xml(HEADER).find(f"{w('p')}/{w('fldSimple')}")
    assert simple is not None
    paragraph = simple.getparent()
    assert paragraph is not None
    outer = paragraph.makeelement(w("fldSimple"), {w("instr"): ' IF 1 = 1 "" "x" '})
    paragraph.replace(simple, outer)
    outer.append(simple)
    assert ask(docx, "ND30-122") == []


def test_an_appendix_whose_first_number_is_hidden_may_have_one_page_only() -> None:
    docx = clean()
    numbered(1, start=7)(docx)
    (slip,) = ask(docx, "ND30-128")
    assert slip.message == "số trang của Phụ lục đánh tiếp theo phần trước, không đánh riêng"
    assert slip.severity is Severity.WARNING


def test_every_appendix_is_named() -> None:
    docx = clean("examples/mau/phu-luc-loi-van.yaml")
    for section in sections(docx)[1:]:
        for name in ("pgNumType", "titlePg"):
            found = section.find(w(name))
            assert found is not None
            section.remove(found)
    (slip,) = ask(docx, "ND30-128")
    assert slip.message == "số trang của Phụ lục I, Phụ lục II đánh tiếp theo phần trước, không đánh riêng"
    assert slip.severity is None
    assert len(slip.places) == 2


@pytest.mark.parametrize(
    ("start", "hidden", "behind_signature", "said"),
    [
        ("1", False, False, ["số trang giữa văn bản đánh lại từ 1, không tiếp theo trang trước"]),
        # The page's own number, a number that is not printed, an appendix.
        ("2", False, False, []),
        ("1", True, False, []),
        ("1", False, True, []),
    ],
)
def test_a_section_amid_the_text_goes_on(start: str, hidden: bool, behind_signature: bool, said: list[str]) -> None:
    sheet = Sheet().head().title().body()
    if behind_signature:
        sheet.sign()
    section = sheet.docx.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="{start}"/>'))
    section.different_first_page_header_footer = hidden
    sheet.lines(["II. NHIỆM VỤ", "Các thôn thực hiện./."])
    if not behind_signature:
        sheet.sign()
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    sheet.docx.sections[0].header.paragraphs[0]._p.append(field)
    slips = ask(sheet.read(), "ND30-127")
    assert [slip.message for slip in slips] == said
    assert {slip.severity for slip in slips} <= {Severity.WARNING}
