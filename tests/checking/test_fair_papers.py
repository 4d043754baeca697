"""Papers that an office could have issued, laid out in the ways that offices do: no rule on page and head speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.checking.asking import ask, read
from tests.checking.papers import TEXT, Sheet
from tests.checking.test_strokes import draw
from vtdocs.checking.registry import all_rules

RULES = [rule.id for rule in all_rules().values() if rule.id.rpartition("-")[2] < "330"]
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
# How the lines of a head look: size, bold, italic.
LOOKS = {
    "CỘNG": (13, True, False),
    "Độc": (14, True, False),
    "UBND": (13, False, False),
    "SỞ": (13, True, False),
    "PHÒNG": (13, True, False),
    "ỦY": (13, True, False),
    "TỈNH": (13, True, False),
    "XÃ": (13, True, False),
    "Số:": (13, False, False),
    "Số": (13, False, False),
    "V/v": (13, False, False),
    "chính": (13, False, False),
    "Vĩnh": (14, False, True),
}


def start() -> Sheet:
    made = Sheet()
    style = made.docx.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    section = made.docx.sections[0]
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    return made


def look(paragraph: Paragraph) -> Paragraph:
    """Give a line of the head what is its own."""
    size, bold, italic = LOOKS.get(paragraph.text.split(" ")[0].strip(), (14, None, None))
    for run in paragraph.runs:
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.line_spacing = 1.0
    return paragraph


def number_pages(made: Sheet) -> None:
    """Put the number in the middle of the header of all pages but the first."""
    section = made.docx.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def finish(made: Sheet, *, letter: bool = False) -> bytes:
    if letter:
        made.line("Kính gửi: Sở Nội vụ", align="centre")
    else:
        for text in ("KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2026"):
            made.line(text, align="centre", bold=True)
        draw(made.docx.paragraphs[-1], 42, 62)
    made.body(TEXT).sign()
    number_pages(made)
    return made.save()


def lay(made: Sheet, *rows: tuple[tuple[str, ...], tuple[str, ...]], line: float = 62) -> Sheet:
    """Add the head as a table of rows, with its lines below the names where they hang most often."""
    widths = (66, 99)
    made.grid(*rows, widths=widths)
    for row in made.docx.tables[0].rows:
        for cell, width in zip(row.cells, widths, strict=True):
            for paragraph in cell.paragraphs:
                look(paragraph)
                if paragraph.text.startswith("Độc"):
                    draw(paragraph, line, (width - 4 - line) / 2)
                if paragraph.text in ISSUERS:
                    draw(paragraph, ISSUERS[paragraph.text], (width - 4 - ISSUERS[paragraph.text]) / 2)
    return made


ISSUERS = {"XÃ VĨNH THÔNG": 17, "PHÒNG VĂN HÓA - XÃ HỘI": 26, "SỞ NỘI VỤ": 11}
NUMBER, DATE = "Số: 12/KH-UBND", "Vĩnh Thông, ngày 05 tháng 01 năm 2026"
BLANK, BLANK_DATE = "Số:          /KH-UBND", "Vĩnh Thông, ngày      tháng 01 năm 2026"


def one_row(made: Sheet) -> bytes:
    return finish(lay(made, (("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "", NUMBER), (*MOTTO, "", DATE))))


def two_rows(made: Sheet) -> bytes:
    rows = ((("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"), MOTTO), ((NUMBER,), (DATE,)))
    return finish(lay(made, *rows))


def three_rows(made: Sheet) -> bytes:
    return finish(lay(made, (("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"), MOTTO), (("",), ("",)), ((BLANK,), (BLANK_DATE,))))


def with_parent(made: Sheet) -> bytes:
    rows = (("UBND XÃ VĨNH THÔNG", "PHÒNG VĂN HÓA - XÃ HỘI", "", "Số: 05/KH-VHXH"), (*MOTTO, "", DATE))
    return finish(lay(made, rows))


def of_province(made: Sheet) -> bytes:
    return finish(lay(made, (("UBND TỈNH THÁI NGUYÊN", "SỞ NỘI VỤ", "", "Số: 777/KH-SNV"), (*MOTTO, "", DATE))))


def letter(made: Sheet) -> bytes:
    left = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "", "Số: 12/UBND-VP", "V/v đẩy mạnh cải cách hành", "chính năm 2026")
    lay(made, (left, (*MOTTO, "", DATE)))
    cell = made.docx.tables[0].rows[0].cells[0]
    cell.paragraphs[3].paragraph_format.space_after = Pt(0)
    cell.paragraphs[4].paragraph_format.space_before = Pt(6)
    return finish(made, letter=True)


def small(made: Sheet) -> bytes:
    """The smaller of the two sets of sizes."""
    lay(made, (("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "", NUMBER), (*MOTTO, "", DATE)), line=57)
    for row in made.docx.tables[0].rows:
        for paragraph in (*row.cells[0].paragraphs[:2], *row.cells[1].paragraphs):
            for run in paragraph.runs:
                run.font.size = Pt(12 if paragraph.text.isupper() else 13)
    return finish(made)


def tabs(made: Sheet) -> bytes:
    """Without a table: blanks and tabs part left and right."""
    made.line("UBND XÃ VĨNH THÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    made.line("     VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc")
    made.line("  Số: 12/KH-VP\tVĩnh Thông, ngày 05 tháng 01 năm 2026")
    for paragraph in made.docx.paragraphs:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(75))
        left, _tab, right = paragraph.text.partition("\t")
        paragraph.text = ""
        for text in (f"{left}\t", right):
            size, bold, italic = LOOKS.get(text.split(" ")[0], (13, text.strip() == "VĂN PHÒNG", False))
            run = paragraph.add_run(text)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
        paragraph.paragraph_format.line_spacing = 1.0
    draw(made.docx.paragraphs[1], 12, 20)
    draw(made.docx.paragraphs[1], 62, 76)
    return finish(made)


@pytest.mark.parametrize(
    "make",
    [one_row, two_rows, three_rows, with_parent, of_province, letter, small, tabs],
    ids=lambda make: make.__name__,
)
def test_no_rule_speaks(make: Callable[[Sheet], bytes]) -> None:
    paper = read(make(start()))
    assert {rule: [slip.message for slip in ask(paper, rule)] for rule in RULES if ask(paper, rule)} == {}
    assert {"quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian", "co_quan_ban_hanh"} <= set(paper.parts)
