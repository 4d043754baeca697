"""Where the page changes with a template though nothing is wrong with it: measured, mended, or warned of."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from tests.templates.restyled import DOCUMENT, HEADER, STYLES, changed, edited, read_part
from tests.templates.test_soundness import with_named
from vtdocs.errors import TemplateError
from vtdocs.tree import Style
from vtdocs.units import Mm as Millimetres
from vtdocs.writers.docx import compile_template, lost_marks, missing_marks, read_template, stock_file, stock_template
from vtdocs.writers.docx.paragraphs import rule_xml
from vtdocs.writers.docx.sizes import NORMAL, SIZES
from vtdocs.writers.docx.stylesheet import Look
from vtdocs.writers.docx.wiring import connect_properties

SETTINGS, THEME = "word/settings.xml", "word/theme/theme1.xml"
LETTERS = '<w:rFonts w:ascii="Times New Roman"'


def warned(data: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in compile_template(data, "mau.docx", judged=True).warnings]


def faults(data: bytes) -> list[tuple[str, str, str | None]]:
    with pytest.raises(TemplateError) as caught:
        compile_template(data, "mau.docx")
    return [(each.code, each.message, each.hint) for each in caught.value.diagnostics]


# --- indents and rules ----------------------------------------------------------------------------------------------


def _indent_cells(document: Any) -> None:
    for name in ("Bảng: nội dung", "Bảng: nội dung canh giữa", "Bảng: nội dung canh phải"):
        form = document.styles[name].paragraph_format
        form.left_indent, form.right_indent = Mm(4), Mm(2)
    document.styles["Bảng: tiêu đề cột"].paragraph_format.first_line_indent = Mm(8)


def test_indents_of_a_tables_styles_take_of_the_room_of_its_words() -> None:
    stock, indented = stock_template(), compile_template(edited(_indent_cells))
    assert [size.taken(stock.table, stock.looks) for size in SIZES] == [size.padding(stock.table) for size in SIZES]
    taken = NORMAL.taken(indented.table, indented.looks)
    assert round((taken - NORMAL.padding(indented.table)).mm, 1) == 8.0


@pytest.mark.parametrize(
    ("look", "left", "right"),
    [
        (("center", 0, 0, 0), 25, 25),
        (("center", 0, 0, 10), 30, 20),
        (("left", 5, 0, 10), 15, 35),
        (("right", 0, 5, 10), 45, 5),
    ],
)
def test_a_rule_stands_as_the_row_above_it(look: tuple[str, int, int, int], left: int, right: int) -> None:
    face, size = stock_template().looks[Style.TIEU_NGU].face, stock_template().looks[Style.TIEU_NGU].size
    align, *indents = look
    near, far, first = map(Millimetres, indents)
    text = Look(face, size, left=near, right=far, first=first, align=align)
    xml = rule_xml(Style.DUONG_KE, text, Millimetres(50), Millimetres(100), first=True)
    wanted = f'w:left="{Millimetres(left).twips}" w:right="{Millimetres(right).twips}"'
    found = [int(number) for number in re.findall(r'w:(?:left|right)="(\d+)"', xml)]
    wished = [int(number) for number in re.findall(r'"(\d+)"', wanted)]
    assert all(abs(one - other) <= 1 for one, other in zip(found, wished, strict=True))


def test_the_alignment_of_a_style_is_read() -> None:
    def edit(document: Any) -> None:
        document.styles["Tiêu ngữ"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        document.styles["Cơ quan ban hành"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    looks = compile_template(edited(edit)).looks
    aligned = [looks[style].align for style in (Style.QUOC_HIEU, Style.TIEU_NGU, Style.CO_QUAN_BAN_HANH)]
    assert aligned == ["center", "left", "right"]


def test_a_nation_wider_than_its_cell_is_told() -> None:
    def edit(document: Any) -> None:
        document.styles["Quốc hiệu"].paragraph_format.first_line_indent = Mm(12.7)

    ((code, message),) = warned(edited(edit))
    assert code == "VT-417"
    assert message.startswith("“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” cần 108 mm, ô của nó chỉ có 9")


def test_a_filled_row_of_an_exact_height_grows() -> None:
    def edit(document: Any) -> None:
        for table in document.tables:
            for row in table.rows:
                row.height, row.height_rule = Mm(10), 2

    data = edited(edit)
    assert 'w:hRule="exact"' in read_part(data, DOCUMENT)
    text = "".join(chunk for chunk in compile_template(data).chunks if isinstance(chunk, str))
    assert 'w:hRule="exact"' not in text
    assert 'w:hRule="atLeast"' in text


# --- fonts, pages, cells --------------------------------------------------------------------------------------------


def test_a_font_of_the_theme_is_looked_up() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    message = "phông Arial không phải Times New Roman; chỗ ngắt dòng và độ rộng cột đo theo nó sẽ không đúng"
    for place, found in (("major", [("VT-413", message)]), ("minor", [])):
        named = [(LETTERS, f'<w:rFonts w:asciiTheme="{place}HAnsi" w:ascii="Times New Roman"')]
        assert warned(changed({STYLES: named}, with_named({THEME: theme.encode()}))) == found


def test_a_gutter_at_the_top_belongs_to_the_upper_margin() -> None:
    def edit(document: Any) -> None:
        document.sections[0].gutter = Mm(10)

    data = edited(edit)
    settings = read_part(data, SETTINGS)
    opening = settings[: settings.index(">", settings.index("<w:settings")) + 1]
    top = changed({SETTINGS: [(opening, opening + "<w:gutterAtTop/>")]}, data)
    assert [message for code, message in warned(top) if code == "VT-413"] == ["lề trên là 30.0 mm, quy định 20 - 25 mm"]


def test_what_is_not_measured_is_told() -> None:
    turned = [("<w:tcPr>", '<w:tcPr><w:textDirection w:val="btLr"/>')]
    assert ("VT-416", "chữ trong ô này xoay dọc, vtdocs đo như chữ nằm ngang") in warned(changed({DOCUMENT: turned}))
    grid = [("</w:sectPr>", '<w:docGrid w:type="linesAndChars" w:charSpace="4096"/></w:sectPr>')]
    xml = read_part(stock_file(), DOCUMENT)
    plain = [(found, "") for found in dict.fromkeys(re.findall(r"<w:docGrid[^>]*/>", xml))]
    found = warned(changed({DOCUMENT: [*plain, *grid]}))
    assert ("VT-416", "trang có lưới ký tự, làm chữ rộng hẹp khác vtdocs đo") in found


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', "kiểu Khoan tự đánh số, nên số sẽ in hai lần và chữ lệch chỗ"),
        ('<w:ind w:left="-1701"/>', "kiểu Khoan thụt lề ra ngoài chỗ cho chữ giữa hai lề"),
        ('<w:ind w:firstLine="20000"/>', "kiểu Khoan thụt lề ra ngoài chỗ cho chữ giữa hai lề"),
        ('<w:ind w:left="abc"/>', "kiểu Khoan có số đo không đọc được: “abc”"),
    ],
)
def test_what_is_odd_in_a_style_is_told(inner: str, message: str) -> None:
    styles = read_part(stock_file(), STYLES)
    (style,) = re.findall(r'<w:style [^>]*w:styleId="Khoan".*?</w:style>', styles)
    properties = re.sub(r"<w:pPr>.*?</w:pPr>|<w:pPr/>", "", style).replace("<w:rPr", f"<w:pPr>{inner}</w:pPr><w:rPr", 1)
    if inner not in properties:
        properties = properties.replace("</w:style>", f"<w:pPr>{inner}</w:pPr></w:style>")
    assert ("VT-416", message) in warned(changed({STYLES: [(style, properties)]}))


# --- tags -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["del", "ins"])
def test_a_row_that_waits_for_approval_may_hold_no_slot(change: str) -> None:
    xml = read_part(stock_file(), DOCUMENT)
    start = xml.rindex("<w:tr", 0, xml.index("{{p nguoi_ky }}"))
    row = xml[start : xml.index("</w:tr>", start)]
    mark = f'<w:{change} w:id="1" w:author="x"/>'
    if "<w:trPr>" in row:
        tracked = row.replace("</w:trPr>", f"{mark}</w:trPr>", 1)
    else:
        opening = row[: row.index(">") + 1]
        tracked = row.replace(opening, f"{opening}<w:trPr>{mark}</w:trPr>", 1)
    found = faults(changed({DOCUMENT: [(row, tracked)]}))
    assert [each[:2] for each in found] == [
        ("VT-408", "nằm trong phần sửa đổi đang chờ duyệt: “{{p noi_nhan }}”"),
        ("VT-408", "nằm trong phần sửa đổi đang chờ duyệt: “{{p nguoi_ky }}”"),
    ]


def test_a_cell_that_waits_for_approval_may_hold_no_slot() -> None:
    xml = read_part(stock_file(), DOCUMENT)
    start = xml.rindex("<w:tc>", 0, xml.index("{{p nguoi_ky }}"))
    cell = xml[start : xml.index("</w:tc>", start)]
    tracked = cell.replace("</w:tcPr>", '<w:cellDel w:id="1" w:author="x"/></w:tcPr>', 1)
    found = faults(changed({DOCUMENT: [(cell, tracked)]}))
    assert [each[:2] for each in found] == [("VT-408", "nằm trong phần sửa đổi đang chờ duyệt: “{{p nguoi_ky }}”")]


@pytest.mark.parametrize("typed", ["{p noi_nhan }", "{ noi_nhan }", "｛｛p noi_nhan ｝｝"])
def test_a_slot_in_other_braces_is_shown_where_it_stands(typed: str) -> None:
    message = f"“{typed}” không phải dấu ngoặc của thẻ, nên sẽ in nguyên như thế"
    told = ("VT-406", message, "viết {{p noi_nhan }}, hoặc xóa đi")
    assert faults(changed({DOCUMENT: [("{{p noi_nhan }}", typed)]})) == [told]
    beside = "<w:p><w:r><w:t>{{p ten_loai }}</w:t></w:r></w:p>"
    more = f"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p>"
    assert faults(changed({DOCUMENT: [(beside, more + beside)]})) == [told]


def test_braces_around_other_words_are_text() -> None:
    title = "<w:p><w:r><w:t>{{p ten_loai }}</w:t></w:r></w:p>"
    text = "<w:p><w:r><w:t>{x} { so sánh } {{}</w:t></w:r></w:p>".replace(" {{}", "")
    assert compile_template(changed({DOCUMENT: [(title, text + title)]})).warnings == ()


def test_remedies_lead_to_what_is_allowed() -> None:
    (filtered,) = faults(changed({DOCUMENT: [("{{ so }}", "{{ so|upper }}")]}))
    assert (filtered[0], filtered[2]) == ("VT-409", "viết {{ so }}")
    number = '<w:fldSimple w:instr=" PAGE ">'
    typed = "<w:r><w:t>{{ ten_co_quan }}</w:t></w:r>"
    (header,) = faults(changed({HEADER: [(number, typed + number)]}))
    assert (header[0], header[2]) == ("VT-403", "các thẻ có: {{ so }}, {{ ky_hieu }}")


def test_a_template_that_lost_its_slots_is_told_from_a_free_one() -> None:
    stock = read_template(stock_file()) or {}
    document = stock[DOCUMENT].decode()
    without_p = re.sub(r"\{\{p (\w+) \}\}", r"{{ \1 }}", document)
    single = document.replace("{{", "{").replace("}}", "}")
    one = re.sub(r"\{\{p (?!noi_dung)\w+ \}\}", "", document)
    for lost in (without_p, single, one):
        parts = {**stock, DOCUMENT: lost.encode()}
        assert "{{p nguoi_ky }}" in lost_marks(parts) == missing_marks(parts)
    assert lost_marks({**stock, DOCUMENT: b"<w:t>{{ so }} {{ noi_nhan }}</w:t>"}) == ()


# --- properties -----------------------------------------------------------------------------------------------------


def test_core_properties_have_one_relationship_of_the_usual_type() -> None:
    from lxml import etree

    odd = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    usual = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts = read_template(stock_file()) or {}
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(usual.encode(), odd.encode())
    assert odd.encode() in parts["_rels/.rels"]
    connect_properties(parts, lambda data, _part: etree.fromstring(data))
    assert parts["_rels/.rels"].count(usual.encode()) == 1
    assert parts["_rels/.rels"].count(b"core.xml") == 1
    assert odd.encode() not in parts["_rels/.rels"]
