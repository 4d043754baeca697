"""Lines under words, as people draw them: where they hang, to which words they belong, whether one is missing."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.checking.asking import ask
from tests.checking.papers import DATE, ISSUER, MOTTO, NUMBER, Sheet
from vtdocs.checking.paper import Paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MISSING = ("ND30-215", "ND30-226")


def sheet() -> Sheet:
    made = Sheet()
    made.docx.styles["Normal"].font.name = "Times New Roman"
    return made


def draw(paragraph: Paragraph, length: float, offset: float, about: str = "column") -> None:
    """Hang a drawn line of some millimetres on a paragraph, so far right of its column or of the page's edge."""
    cx, at = Mm(length), Mm(offset)
    paragraph._p.append(
        parse_xml(
            f'<w:r xmlns:w="{W}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing><wp:anchor '
            'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
            f'relativeFrom="{about}"><wp:posOffset>{at}</wp:posOffset></wp:positionH><wp:positionV '
            'relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{cx}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Line"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
            '</a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
    )


def finish(made: Sheet) -> Paper:
    return made.title().body().sign().read()


def said(paper: Paper, *rules: str) -> dict[str, list[str]]:
    return {rule: [slip.message for slip in ask(paper, rule)] for rule in rules}


def test_each_line_hangs_on_its_own_words() -> None:
    made = sheet().head()
    left, right = made.docx.tables[0].rows[0].cells
    draw(left.paragraphs[1], 20, 25)
    draw(right.paragraphs[1], 62, 14)
    paper = finish(made)
    assert said(paper, *MISSING) == {rule: [] for rule in MISSING}
    assert said(paper, "ND30-216", "ND30-227") == {"ND30-216": [], "ND30-227": []}


def test_both_lines_hang_on_one_paragraph() -> None:
    made = sheet().head()
    cell = made.docx.tables[0].rows[0].cells[1]
    draw(cell.paragraphs[0], 62, 114, "page")
    draw(cell.paragraphs[0], 20, 55, "page")
    paper = finish(made)
    assert said(paper, *MISSING, "ND30-216", "ND30-227") == {rule: [] for rule in (*MISSING, "ND30-216", "ND30-227")}


def test_the_line_of_one_is_not_the_others() -> None:
    made = sheet().head()
    draw(made.docx.tables[0].rows[0].cells[1].paragraphs[0], 62, 114, "page")
    assert said(finish(made), *MISSING) == {"ND30-215": [], "ND30-226": ["dưới cơ quan ban hành thiếu đường kẻ ngang"]}
    made = sheet().head()
    draw(made.docx.tables[0].rows[0].cells[1].paragraphs[0], 20, 55, "page")
    assert said(finish(made), *MISSING) == {"ND30-215": ["dưới Tiêu ngữ thiếu đường kẻ ngang"], "ND30-226": []}


def test_lines_typed_as_underscores_belong_to_their_column() -> None:
    made = sheet().head((*ISSUER, "_" * 8, NUMBER), (*MOTTO, "_" * 25, DATE))
    paper = finish(made)
    assert said(paper, *MISSING, "ND30-216", "ND30-227") == {rule: [] for rule in (*MISSING, "ND30-216", "ND30-227")}


def test_a_line_typed_too_short_is_measured() -> None:
    made = sheet().head((*ISSUER, "_" * 8, NUMBER), (*MOTTO, "_" * 8, DATE))
    (message,) = said(finish(made), "ND30-216")["ND30-216"]
    assert message.startswith("đường kẻ dưới Tiêu ngữ quá ngắn: 20 mm")


def test_a_head_of_tabs_with_its_lines_drawn() -> None:
    made = sheet()
    made.line("UBND XÃ VĨNH THÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    made.line("VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc", bold=True)
    made.line("Số: 12/KH-VP\tVĩnh Thông, ngày 05 tháng 01 năm 2026")
    draw(made.docx.paragraphs[1], 15, 15)
    draw(made.docx.paragraphs[1], 62, 95)
    paper = finish(made)
    assert paper.part("tieu_ngu") is not None
    assert said(paper, *MISSING) == {rule: [] for rule in MISSING}


def test_a_border_of_the_cell_is_a_line() -> None:
    made = sheet().head()
    cell = made.docx.tables[0].rows[0].cells[1]
    borders = etree.SubElement(cell._tc.get_or_add_tcPr(), f"{{{W}}}tcBorders")
    etree.SubElement(borders, f"{{{W}}}bottom", {f"{{{W}}}val": "single", f"{{{W}}}sz": "4"})
    assert said(finish(made), "ND30-215") == {"ND30-215": []}


def test_a_picture_in_the_head_may_be_a_line() -> None:
    made = sheet().head()
    cell = made.docx.tables[0].rows[0].cells[0]
    cell.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r xmlns:w="{W}"><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:shape style="width:50pt;height:20pt">'
            '<v:imagedata src="x"/></v:shape></w:pict></w:r>'
        )
    )
    assert said(finish(made), *MISSING) == {rule: [] for rule in MISSING}


@pytest.mark.parametrize(("place", "found"), [(0, 0), (1, 0), (2, 0), (3, 0), (5, 1)])
def test_the_line_below_a_subject_hangs_on_it_or_near_it(place: int, found: int) -> None:
    made = sheet().head()
    made.title("KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2026")
    made.line()
    made.body().sign()
    draw(made.docx.paragraphs[place], 35, 65)
    assert len(ask(made.read(), "ND30-316")) == found


def test_a_subject_without_a_line() -> None:
    made = sheet().head().title().body().sign()
    (slip,) = ask(made.save(), "ND30-316")
    assert slip.message == "dưới trích yếu thiếu đường kẻ ngang"
