"""What is measured follows the template: styles after inheritance, pages, places, the padding of cells."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.docx_xml import parts
from tests.templates.restyled import DOCUMENT, HEADER, STYLES, changed, read_part
from tests.writers.hand_made import document, recipients
from tests.writers.plans import plan
from vtdocs.documents import build_document
from vtdocs.metrics.text import Face
from vtdocs.units import Mm, Pt, Twips
from vtdocs.writers.docx import Template, compile_template, render_docx, stock_file
from vtdocs.writers.docx.measures import read_twips
from vtdocs.writers.docx.stylesheet import Look, Stylesheet
from vtdocs.writers.docx.template import SlotChunk

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def sheet(inner: str) -> Stylesheet:
    return Stylesheet(etree.fromstring(f'<w:styles xmlns:w="{W}">{inner}</w:styles>'))


def style(name: str, inner: str = "", based_on: str = "", kind: str = "paragraph", more: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:name w:val="{name}"/>{based}{inner}</w:style>'


def look(*styles: str, of: str = "A") -> Look:
    return sheet("".join(styles)).looks()[of]


# --- styles ---------------------------------------------------------------------------------------------------------


def test_a_style_without_a_word_has_the_defaults_of_the_document() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:before="40" w:after="160" w:line="360"/><w:ind w:left="100"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    found = look(defaults, style("A"))
    assert (found.face, found.size, found.around, found.left) == (Face.BOLD, Pt(13), Pt(10), Twips(100))
    assert found.row_height.emu == Pt(13).emu * 1149 // 1000 * 360 // 240
    assert look(style("A")).size == Pt(10)


def test_bold_twice_in_a_chain_is_bold() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    assert look(style("B", bold), style("A", bold, "B")).face is Face.BOLD
    assert look(style("B", bold), style("A", '<w:rPr><w:b w:val="0"/></w:rPr>', "B")).face is Face.REGULAR
    assert (
        look(style("C", bold), style("B", "<w:rPr><w:i/></w:rPr>", "C"), style("A", "", "B")).face is Face.BOLD_ITALIC
    )


def test_indents_are_read_by_their_old_and_their_new_names() -> None:
    base = style("B", '<w:pPr><w:ind w:start="200" w:end="10mm" w:firstLine="300"/></w:pPr>')
    assert look(base, of="B") == Look(Face.REGULAR, Pt(10), Twips(200), Twips(567), first=Twips(300))
    hung = look(base, style("A", '<w:pPr><w:ind w:left="400" w:hanging="150"/></w:pPr>', "B"))
    assert (hung.left, hung.right, hung.first) == (Twips(400), Twips(567), Twips(-150))


def test_a_row_is_as_high_as_its_style_says() -> None:
    exact = '<w:pPr><w:spacing w:line="{}" w:lineRule="{}"/></w:pPr>'
    assert look(style("A", exact.format(300, "exact"))).row_height == Pt(15)
    assert look(style("A", exact.format(300, "atLeast"))).row_height == Pt(15)
    assert look(style("A", exact.format(20, "atLeast"))).row_height == look(style("A")).row_height
    assert look(style("A", exact.format(480, "auto"))).row_height == look(style("A")).row_height * 2


def test_styles_that_stand_on_each_other_in_a_ring_end() -> None:
    ring = sheet(style("A", "<w:rPr><w:b/></w:rPr>", "B") + style("B", '<w:rPr><w:sz w:val="30"/></w:rPr>', "A"))
    assert {name: (found.size, found.face) for name, found in ring.looks().items()}["A"] == (Pt(15), Face.BOLD)


def test_a_run_s_own_size_counts_over_that_of_its_paragraph() -> None:
    run = etree.fromstring(f'<w:rPr xmlns:w="{W}"><w:i/><w:sz w:val="40"/></w:rPr>')
    found = sheet("").run_look(Look(Face.BOLD, Pt(13), left=Twips(5)), run)
    assert (found.face, found.size, found.left) == (Face.BOLD_ITALIC, Pt(20), Twips(5))


@pytest.mark.parametrize(
    ("margins", "twips"),
    [
        ('<w:left w:w="100" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>', 150),
        ('<w:start w:w="100"/><w:end w:w="50" w:type="dxa"/>', 150),
        ('<w:left w:w="100" w:type="dxa"/>', 170),  # the right one is that of the style below
        ('<w:top w:w="9" w:type="dxa"/>', 185),
    ],
)
def test_the_padding_of_a_table_style_comes_side_by_side_from_its_chain(margins: str, twips: int) -> None:
    base = '<w:tblPr><w:tblCellMar><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    own = f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    found = sheet(style("B", base, kind="table") + style("A", own, "B", kind="table"))
    assert found.table_look("A").padding.twips == twips


def test_a_table_without_a_style_has_the_padding_of_the_default_one_or_of_word() -> None:
    assert sheet("").table_look("").padding.twips == 230
    default = '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    assert sheet(style("N", default, kind="table", more=' w:default="1"')).table_look("").padding.twips == 115


@given(st.text(max_size=12))
def test_a_measure_that_cannot_be_read_is_the_default(text: str) -> None:
    element = etree.Element("x")
    try:
        element.set(f"{{{W}}}w", text)
    except ValueError:
        return
    assert -1_000_000 <= read_twips(element, "w", 7) <= 1_000_000


@pytest.mark.parametrize(
    ("text", "twips"),
    [("1701", 1701), ("30mm", 1701), ("3cm", 1701), ("1in", 1440), ("12pt", 240), ("2pc", 480), ("1.5", 2), ("x", 7),
     ("nan", 7), ("1e400mm", 7), ("99999999999", 7), ("-20", -20)],
)  # fmt: skip
def test_measures_are_read_with_their_units(text: str, twips: int) -> None:
    element = etree.Element("x")
    element.set(f"{{{W}}}w", text)
    assert read_twips(element, "w", 7) == twips


# --- pages and places -----------------------------------------------------------------------------------------------


def room(template: Template, name: str) -> int:
    return next(chunk for chunk in template.chunks if isinstance(chunk, SlotChunk) and chunk.name == name).width.twips


def of(*changes: tuple[str, str], part: str = DOCUMENT) -> Template:
    return compile_template(changed({part: list(changes)}))


def test_the_narrowest_column_of_a_page_counts() -> None:
    cols = '<w:cols w:space="720"/>'
    whole = 11906 - 1701 - 1134
    assert of((cols, '<w:cols w:num="2" w:space="500"/>')).text_width.twips == (whole - 500) // 2
    unequal = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000" w:space="300"/><w:col w:w="5771"/></w:cols>'
    assert of((cols, unequal)).text_width.twips == 3000


def test_room_for_the_binding_is_where_the_settings_say() -> None:
    gutter = {DOCUMENT: [('w:gutter="0"', 'w:gutter="567"')]}
    left = compile_template(changed(gutter))
    top = compile_template(changed({**gutter, "word/settings.xml": [("<w:zoom", "<w:gutterAtTop/><w:zoom")]}))
    assert (left.text_width.twips, left.text_height.twips) == (9071 - 567, 14570)
    assert (top.text_width.twips, top.text_height.twips) == (9071, 14570 - 567)


LEFT = '<w:tcPr><w:tcW w:w="3515" w:type="dxa"/></w:tcPr>'
MARGINS = '<w:tcMar><w:left w:w="50" w:type="dxa"/><w:end w:w="70"/></w:tcMar></w:tcPr>'


@pytest.mark.parametrize(
    ("cell", "twips"),
    [
        (LEFT, 3515),
        ('<w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>', 3515),
        ('<w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>', 3515),
        ("<w:tcPr/>", 3515),
        ('<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>', 3000),
        (LEFT.replace("</w:tcPr>", MARGINS), 3395),
    ],
)  # fmt: skip
def test_a_slot_s_room_is_its_cell_without_its_padding(cell: str, twips: int) -> None:
    assert room(of((LEFT, cell)), "co_quan") == twips


def test_the_padding_of_a_table_counts_before_that_of_its_style() -> None:
    margins = '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="30" w:type="dxa"/></w:tblCellMar>'
    template = of(('<w:tblLayout w:type="fixed"/>', margins))
    assert (room(template, "co_quan"), room(template, "nguoi_ky")) == (3485, 4649 - 30)
    wider = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="40" w:type="dxa"/>'
    stock = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    assert room(of((stock, wider), part=STYLES), "co_quan") == 3475


def test_recipients_that_stand_in_no_table_are_all_written_where_they_are() -> None:
    slot = "<w:p><w:r><w:t>{{p noi_nhan }}</w:t></w:r></w:p>"
    xml = read_part(stock_file(), DOCUMENT)
    table = xml[xml.rindex("<w:tbl>") : xml.rindex("</w:tbl>") + len("</w:tbl>")]
    plain = slot + "<w:p><w:r><w:t>{{p nguoi_ky }}</w:t></w:r></w:p>"
    lines = [f"- Thôn số {number};" for number in range(60)]
    data = render_docx(document(noi_nhan=recipients(*lines)), of((table, plain)))
    text = parts(data)[DOCUMENT].decode()
    assert [text.count(f">{line}<") for line in lines] == [1] * 60


def test_recipients_beside_the_signature_go_on_below_it_with_nothing_above_them() -> None:
    margins = '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="240" w:type="dxa"/></w:tblCellMar>'
    lines = [f"- Thôn số {number};" for number in range(60)]
    data = render_docx(document(noi_nhan=recipients(*lines)), of(('<w:tblLayout w:type="fixed"/>', margins)))
    text = parts(data)[DOCUMENT].decode()
    assert [text.count(f">{line}<") for line in lines] == [1] * 60
    assert text.count('<w:tcMar><w:top w:w="0" w:type="dxa"/></w:tcMar>') == 2


def test_tags_in_headers_are_filled_and_escaped_in_every_document() -> None:
    number = '<w:fldSimple w:instr=" PAGE ">'
    template = of((number, f"<w:r><w:t>{{{{ ky_hieu }}}} {{{{ so }}}}</w:t></w:r>{number}"), part=HEADER)
    for sign in ("KH-UBND", "A & B <c>"):
        data = render_docx(build_document(plan(ky_hieu=sign, so=7)), template)
        header = etree.fromstring(parts(data)[HEADER])
        assert "".join(str(text) for text in header.itertext()).strip() == f"{sign} 072"


def test_a_template_travels_between_processes() -> None:
    template = compile_template(stock_file())
    copy = pickle.loads(pickle.dumps(template))
    assert copy == template
    tree = build_document(plan())
    assert render_docx(tree, copy) == render_docx(tree, template)


def test_a_document_s_first_line_of_a_title_has_its_indent_off_its_room() -> None:
    body = 'w:styleId="TenLoai"><w:name w:val="Tên loại"/>'
    styles = read_part(stock_file(), STYLES)
    start = styles.index('<w:jc w:val="center"/>', styles.index(body))
    before = styles[styles.index(body) : start]
    template = of((before, f'{before}<w:ind w:firstLine="720"/>'), part=STYLES)
    assert template.looks["TenLoai"].first == Mm(12.7)
