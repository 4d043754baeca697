"""Texts, signatures and appendices that an office could have issued, laid out as offices do: no rule says error."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.checking.papers import Sheet
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import all_rules
from vtdocs.diagnostics import Severity

LONG = (
    "tăng cường tuyên truyền, nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính, "
    "góp phần nâng cao chất lượng phục vụ người dân, doanh nghiệp trên địa bàn xã"
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Kế hoạch số 101/KH-UBND ngày 17 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Thái Nguyên;",
    "Xét đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội tại Tờ trình số 05/TTr-VHXH ngày 02 tháng 3 năm 2026.",
)


def start() -> Sheet:
    made = Sheet()
    normal = made.docx.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    return made


def say(
    made: Sheet,
    text: str,
    *,
    first: float = 12.5,
    left: float = 0,
    before: float = 6,
    after: float = 0,
    line: float | Pt = 1.1,
    bold: bool = False,
    italic: bool = False,
) -> Paragraph:
    """Add a paragraph of text as a person formats it."""
    paragraph = made.line(text, align="both", bold=bold, italic=italic)
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.left_indent = Mm(first), Mm(left)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    return paragraph


def sign(made: Sheet, left: tuple[str, ...], right: tuple[str, ...]) -> Sheet:
    """Add recipients and signature in the letters of the decree."""
    made.sign(left, right)
    for cell, plain in zip(made.docx.tables[-1].rows[0].cells, (11, 14), strict=True):
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                head = paragraph.text.startswith("Nơi nhận")
                run.font.size = Pt(12) if head else Pt(plain)
                run.bold, run.italic = (True, True) if head else (plain == 14, False)
    return made


def plan() -> Sheet:
    """Exact spacing, 6 pt behind, a closing sentence, lists by hand, a signature by a deputy."""
    made = start().head().title()
    for words in (f"Thực hiện Nghị quyết số 76/NQ-CP, Ủy ban nhân dân xã ban hành Kế hoạch {LONG} như sau:",):
        say(made, words, first=10, before=0, after=6, line=Pt(18))
    for words, bold in (
        ("I. MỤC ĐÍCH, YÊU CẦU", True),
        ("1. Mục đích", True),
        (f"- Việc thứ nhất là {LONG}.", False),
        ("- Việc thứ hai:", False),
        ("+ Một việc nhỏ;", False),
        ("+ Hai việc nhỏ.", False),
        ("2. Yêu cầu", True),
        (f"2.1. Bảo đảm thiết thực, {LONG}.", False),
        ("2.2. Bảo đảm đúng tiến độ.", False),
        ("II. TỔ CHỨC THỰC HIỆN", True),
        (f"1. Phòng Văn hóa - Xã hội: Chủ trì, {LONG}.", False),
        ("2. Văn phòng: Theo dõi, đôn đốc.", False),
        (f"Trên đây là Kế hoạch {LONG}./.", False),
    ):
        say(made, words, first=10, before=0, after=6, line=Pt(18), bold=bold)
    recipients = ("Nơi nhận:", "- UBND tỉnh (b/c);", "- Các phòng, đơn vị;", "- Lưu: VT, VHXH.")
    return sign(made, recipients, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"))


def decision() -> Sheet:
    """Bases in italics, articles that run straight on, three lines of authority."""
    made = (
        start()
        .head(("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 45/QĐ-UBND"))
        .title("QUYẾT ĐỊNH", "Về việc kiện toàn Tổ công tác")
    )
    made.centre("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG")
    for words in BASES:
        say(made, words, italic=True)
    made.centre("QUYẾT ĐỊNH:")
    for number, words in (
        ("Điều 1.", f" Kiện toàn Tổ công tác để {LONG}."),
        ("Điều 2.", " Tổ công tác có nhiệm vụ:"),
        ("", "1. Giúp Chủ tịch Ủy ban nhân dân xã chỉ đạo;"),
        ("", "2. Báo cáo kết quả hằng quý."),
        ("Điều 3.", f" Chánh Văn phòng, các đơn vị có liên quan {LONG} chịu trách nhiệm thi hành Quyết định này./."),
    ):
        paragraph = say(made, number, bold=True)
        run = paragraph.add_run(words)
        run.font.size = Pt(14)
    recipients = ("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, VP (2).")
    return sign(made, recipients, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"))


def letter() -> Sheet:
    """Two addressees, size 13, both spaces of 3 pt, by order of the chairman and for the head of the office."""
    head = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 777/UBND-VP", "V/v báo cáo cải cách hành chính")
    made = start().head(head)
    for words, indent in (("Kính gửi:", 35), ("- Sở Nội vụ;", 45), ("- Sở Tài chính.", 45)):
        made.line(words, indent=indent)
    for words in (
        f"Thực hiện Công văn số 12/SNV-CCHC của Sở Nội vụ về {LONG}, Ủy ban nhân dân xã báo cáo như sau:",
        f"1. Kết quả đạt được là {LONG}.",
        f"2. Khó khăn là {LONG}.",
        "Ủy ban nhân dân xã kính gửi Sở Nội vụ, Sở Tài chính xem xét, tổng hợp theo quy định./.",
    ):
        paragraph = say(made, words, first=10, before=3, after=3, line=1.0)
        for run in paragraph.runs:
            run.font.size = Pt(13)
    right = ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "", "", "Nguyễn Văn An")
    return sign(made, ("Nơi nhận:", "- Như trên;", "- Lưu: VT, CCHC&VTLT (Quý)."), right)


def report_with_appendix() -> Sheet:
    """Lists that are moved as a block, an empty number, an appendix with a table and its own line of reference."""
    made = start().head(("UBND XÃ VĨNH THÔNG", "PHÒNG VĂN HÓA - XÃ HỘI", "Số:      /BC-VHXH"))
    made.title("BÁO CÁO", "Kết quả cải cách hành chính quý I năm 2026")
    say(made, f"Phòng Văn hóa - Xã hội báo cáo kết quả {LONG} (số liệu chi tiết tại Phụ lục kèm theo) như sau:")
    say(made, "I. KẾT QUẢ", bold=True)
    for words in ("- Một là đã ban hành kế hoạch;", "- Hai là đã kiểm tra bốn đơn vị."):
        say(made, words, left=12.7, first=-6.35)
    say(made, f"Phòng Văn hóa - Xã hội trân trọng báo cáo Ủy ban nhân dân xã, {LONG}./.")
    sign(made, ("Nơi nhận:", "- UBND xã;", "- Lưu: VT."), ("TRƯỞNG PHÒNG", "", "", "Nguyễn Văn An"))
    made.new_page().centre("Phụ lục", "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2026")
    line = made.line("(Kèm theo Báo cáo số      /BC-VHXH ngày     tháng     năm 2026 của Phòng Văn hóa - Xã hội)")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.runs[0].italic = True
    return made.grid((("STT",), ("Nội dung",)), (("1",), ("Hồ sơ tiếp nhận",)), widths=(20, 140), borders=True)


def rules() -> Sheet:
    """Chương with its title on two rows, điều with titles, khoản, điểm, at least and multiple spacing."""
    made = start().head(("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 03/QC-UBND")).title("QUY CHẾ", "Tiếp công dân")
    made.centre("Chương I", "QUY ĐỊNH CHUNG VỀ VIỆC TIẾP CÔNG DÂN", "CỦA ỦY BAN NHÂN DÂN XÃ")
    for words, bold in (
        ("Điều 1. Phạm vi điều chỉnh", True),
        (f"Quy chế này quy định việc tiếp công dân, {LONG}.", False),
        ("Điều 2. Nguyên tắc", True),
        ("1. Công khai, dân chủ.", False),
        ("2. Khi lịch thay đổi, Văn phòng có trách nhiệm:", False),
        ("a) Niêm yết tại trụ sở;", False),
        ("b) Thông báo trên hệ thống truyền thanh./.", False),
    ):
        paragraph = say(made, words, bold=bold, line=1.5)
        if words.startswith("1."):
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
            paragraph.paragraph_format.line_spacing = Pt(15)
    return sign(
        made, ("Nơi nhận:", "- Các phòng;", "- Lưu: VT, VP."), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn An")
    )


def minutes() -> Sheet:
    """A record: who writes and who presides sign side by side, the recipients below."""
    made = (
        start()
        .head(("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 07/BB-UBND"))
        .title("BIÊN BẢN", "Họp Tổ công tác cải cách hành chính")
    )
    for words in (
        "Thời gian bắt đầu: 8 giờ 00 phút.",
        f"Nội dung họp: {LONG}.",
        "Cuộc họp kết thúc vào 11 giờ 00 phút./.",
    ):
        say(made, words)
    made.grid((("THƯ KÝ", "", "", "Trần Thị Bình"), ("CHỦ TỌA", "", "", "Nguyễn Văn An")), widths=(80, 85))
    for cell in made.docx.tables[-1].rows[0].cells:
        for run in cell.paragraphs[-1].runs:
            run.bold = True
    for text, size in (("Nơi nhận:", 12), ("- Các thành viên;", 11), ("- Lưu: VT, Hồ sơ.", 11)):
        paragraph = made.line(text, bold=size == 12, italic=size == 12)
        paragraph.runs[0].font.size = Pt(size)
    return made


def _own(paper: Paper) -> list[tuple[str, str]]:
    """What the rules from bases to appendices call an error."""
    found = []
    for rule in all_rules().values():
        if not 350 <= int(rule.id[-3:]) < 700:
            continue
        found += [
            (rule.id, slip.message)
            for slip in rule.check(paper)
            if min(rule.severity, slip.severity or rule.severity) is Severity.ERROR
        ]
    return found


@pytest.mark.parametrize(
    "make", [plan, decision, letter, report_with_appendix, rules, minutes], ids=lambda make: make.__name__
)
def test_a_fair_paper_has_no_error(make: object) -> None:
    assert callable(make)
    assert _own(make().read()) == []
