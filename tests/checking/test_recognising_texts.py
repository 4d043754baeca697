"""The text of a paper: authority, bases, marks and levels, closing."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.checking.papers import TEXT, item_list, sheet, words
from vtdocs.outline import Marker

BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
)


ARTICLES = (
    "Điều 1. Thành lập Tổ công nghệ số cộng đồng xã Vĩnh Thông.",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    "Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
)


@pytest.mark.parametrize("order", ["QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", "QUYẾT NGHỊ:"])
def test_bases_authority_and_articles(order: str) -> None:
    made = sheet("Số: 12/QĐ-UBND").centre("QUYẾT ĐỊNH", "Về việc thành lập Tổ công nghệ số cộng đồng")
    made.centre("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG").body(BASES).centre(order).body(ARTICLES)
    paper = made.sign().read()
    assert item_list(paper) == [
        ("LOI", "", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨ"),
        ("CAN_CU", "", "Căn cứ Luật Tổ chức chính quyề"),
        ("CAN_CU", "", "Căn cứ Nghị định số 30/2020/NĐ"),
        ("CAN_CU", "", "Theo đề nghị của Trưởng phòng "),
        ("LOI", "", order),
        ("TEXT", "Điều 1.", "Điều 1. Thành lập Tổ công nghệ"),
        ("TEXT", "Điều 2.", "Điều 2. Quyết định này có hiệu"),
        ("TEXT", "Điều 3.", "Điều 3. Các ông, bà có tên tại"),
    ]
    assert words(paper, "trich_yeu", "can_cu") == {
        "trich_yeu": ("Về việc thành lập Tổ công nghệ số cộng đồng",),
        "can_cu": BASES,
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Căn cứ Nghị quyết số 05/NQ-HĐND ngày 01 tháng 12 năm 2025 của Hội đồng nhân dân xã;", "CAN_CU"),
        ("Căn cứ Nghị quyết số 05/NQ-HĐND ngày 01 tháng 12 năm 2025 của Hội đồng nhân dân xã.", "CAN_CU"),
        ("Căn cứ Kế hoạch số 05/KH-UBND, Ủy ban nhân dân xã báo cáo kết quả thực hiện như sau:", "MO_DAU"),
        (
            "Căn cứ Kế hoạch số 05/KH-UBND ngày 01 tháng 12 năm 2025, Ủy ban nhân dân xã xây dựng Kế hoạch năm 2026.",
            "MO_DAU",
        ),
        ("Thực hiện Nghị quyết số 05/NQ-HĐND ngày 01 tháng 12 năm 2025 của Hội đồng nhân dân xã;", "MO_DAU"),
    ],
)
def test_a_basis_is_told_from_the_opening(text: str, role: str) -> None:
    paper = sheet().title().body((text, *TEXT[1:])).sign().read()
    assert item_list(paper)[0][0] == role


@pytest.mark.parametrize(
    ("typed", "marker", "number"),
    [
        ("a) Niêm yết tại trụ sở;", Marker.DIEM, "a)"),
        ("a. Niêm yết tại trụ sở;", Marker.DIEM, "a."),
        ("a/ Niêm yết tại trụ sở;", Marker.DIEM, "a/"),
        ("(a) Niêm yết tại trụ sở;", Marker.DIEM, "(a)"),
        ("đ) Niêm yết tại trụ sở;", Marker.DIEM, "đ)"),
        ("f) Niêm yết tại trụ sở;", Marker.DIEM, "f)"),
        ("1/ Niêm yết tại trụ sở;", Marker.KHOAN, "1/"),
        ("1) Niêm yết tại trụ sở;", Marker.KHOAN, "1)"),
        ("1.Niêm yết tại trụ sở;", Marker.KHOAN, "1."),
        ("1.1. Niêm yết tại trụ sở;", Marker.TIEU_KHOAN, "1.1."),
        ("1.1 Niêm yết tại trụ sở;", Marker.TIEU_KHOAN, "1.1"),
        ("1.1.1. Niêm yết tại trụ sở;", Marker.TIEU_KHOAN_3, "1.1.1."),
        ("(1) Niêm yết tại trụ sở;", Marker.NGOAC, "(1)"),
        ("– Niêm yết tại trụ sở;", Marker.GACH, "–"),
        ("• Niêm yết tại trụ sở;", Marker.GACH, "•"),
        ("+ Niêm yết tại trụ sở;", Marker.CONG, "+"),
        ("* Niêm yết tại trụ sở;", Marker.SAO, "*"),
        ("IV/ NIÊM YẾT TẠI TRỤ SỞ", Marker.MUC, "IV/"),
        ("Điều 5 Niêm yết tại trụ sở", Marker.DIEU, "Điều 5"),
        ("Điều 5: Niêm yết tại trụ sở", Marker.DIEU, "Điều 5:"),
        ("1/3 số hộ đã niêm yết", None, ""),
        ("Điều 5 Luật Tổ chức chính quyền địa phương", None, ""),
        ("**Niêm yết** {bang: a} tại trụ sở", None, ""),
        ("12.500 người đã niêm yết", None, ""),
    ],
)
def test_marks(typed: str, marker: Marker | None, number: str) -> None:
    paper = sheet().title().body((*TEXT[:4], typed, *TEXT[4:])).sign().read()
    item = paper.items[4]
    assert (item.marker, item.number, item.line.text) == (marker, number, typed)


def test_levels_and_what_stands_below_what() -> None:
    texts = (
        "Phần I",
        "TÌNH HÌNH",
        "I. KẾT QUẢ",
        "1. Đối tượng: Cán bộ, công chức xã.",
        "2. Nội dung",
        "a) Nâng cao nhận thức;",
        "- Tổ chức hội nghị;",
        "b) Tăng cường kiểm tra.",
        "Đoạn văn không có dấu đầu dòng.",
        "II. HẠN CHẾ",
        "Không có./.",
    )
    paper = sheet("Số: 12/BC-UBND").title("BÁO CÁO", "Kết quả năm 2025").body(texts).sign().read()
    read = [(x.role.name, x.marker and x.marker.name, x.heading, x.below, x.depth, x.order) for x in paper.items]
    assert read == [
        ("HEADING", "PHAN", "", -1, 0, 1),
        ("HEADING", None, "TÌNH HÌNH", 0, 1, None),
        ("HEADING", "MUC", "KẾT QUẢ", 0, 1, 1),
        ("TEXT", "KHOAN", "Đối tượng:", 2, 2, 1),
        ("HEADING", "KHOAN", "Nội dung", 2, 2, 2),
        ("TEXT", "DIEM", "", 4, 3, 1),
        ("TEXT", "GACH", "", 5, 4, None),
        ("TEXT", "DIEM", "", 4, 3, 2),
        ("TEXT", None, "", 7, 4, None),
        ("HEADING", "MUC", "HẠN CHẾ", 0, 1, 2),
        ("TEXT", None, "", 9, 2, None),
    ]


@pytest.mark.parametrize(
    ("texts", "closing"),
    [
        (
            ("1. Mục đích.", "Trên đây là Kế hoạch tuyên truyền năm 2026./."),
            "Trên đây là Kế hoạch tuyên truyền năm 2026./.",
        ),
        (
            ("1. Mục đích.", "Trên đây là Kế hoạch năm 2026.", "Yêu cầu các đơn vị thực hiện./."),
            "Trên đây là Kế hoạch năm 2026. Yêu cầu các đơn vị thực hiện./.",
        ),
        (("1. Mục đích./.",), None),
        (("1. Mục đích.", "./."), "./."),
        (("Đoạn mở đầu thông báo.", "Đề nghị các thôn thực hiện."), "Đề nghị các thôn thực hiện."),
    ],
)
def test_the_closing(texts: tuple[str, ...], closing: str | None) -> None:
    part = sheet().title().body(texts).sign().read().part("ket_thuc")
    assert (part.text if part else None) == closing


def test_a_table_of_contents_holds_no_headings() -> None:
    made = sheet().title()
    contents = [made.line("I. MỤC ĐÍCH, YÊU CẦU\t1"), made.line("II. NHIỆM VỤ\t2")]
    made.body((*TEXT, "II. NHIỆM VỤ", "1. Tuyên truyền trên trang thông tin điện tử./."))
    without = item_list(made.sign().read())
    for paragraph, signs in ((contents[0], ("begin", "code", "separate")), (contents[1], ("end",))):
        for place, sign in enumerate(signs):
            run = paragraph.add_run()._r
            if sign == "code":
                run.append(parse_xml(f"<w:instrText {nsdecls('w')}> TOC \\o </w:instrText>"))
            else:
                run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{sign}"/>'))
            if sign != "end":
                paragraph._p.insert(place, run)
    paper = made.read()
    assert [number for _, number, _ in without].count("II.") == 2
    assert [(role, number) for role, number, _ in item_list(paper)] == [
        ("MO_DAU", ""),
        ("HEADING", "I."),
        ("HEADING", "1."),
        ("TEXT", ""),
        ("HEADING", "2."),
        ("TEXT", ""),
        ("HEADING", "II."),
        ("TEXT", "1."),
    ]
