"""Appendices, texts issued with a paper, and what else stands behind the signature."""

from __future__ import annotations

import pytest

from tests.checking.papers import ISSUER, MOTTO, TEXT, item_list, kind, sheet
from vtdocs.checking.paper import PhuLuc

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


def appendix(part: PhuLuc) -> dict[str, str]:
    return {key: each.text for key, each in part.parts.items()}


KEM = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)"


@pytest.mark.parametrize(
    ("lines", "number", "parts"),
    [
        (["Phụ lục", "DANH SÁCH", KEM], "", {"phu_luc": "Phụ lục", "phu_luc_tieu_de": "DANH SÁCH", "kem_theo": KEM}),
        (
            ["Phụ lục I", "DANH SÁCH", KEM],
            "I",
            {"phu_luc": "Phụ lục I", "phu_luc_tieu_de": "DANH SÁCH", "kem_theo": KEM},
        ),
        (
            ["PHỤ LỤC 01", "DANH SÁCH\nCÁC THÔN", KEM],
            "01",
            {"phu_luc": "PHỤ LỤC 01", "phu_luc_tieu_de": "DANH SÁCH CÁC THÔN", "kem_theo": KEM},
        ),
        (
            ["PHỤ LỤC II. DANH SÁCH CÁC THÔN", KEM],
            "II",
            {"phu_luc": "PHỤ LỤC II.", "phu_luc_tieu_de": "DANH SÁCH CÁC THÔN", "kem_theo": KEM},
        ),
        (
            ["Phụ lục số 2: Danh sách các thôn"],
            "2",
            {"phu_luc": "Phụ lục số 2:", "phu_luc_tieu_de": "Danh sách các thôn"},
        ),
        (["Phụ lục", KEM, "DANH SÁCH"], "", {"phu_luc": "Phụ lục", "phu_luc_tieu_de": "DANH SÁCH", "kem_theo": KEM}),
        (["Phụ lục", KEM], "", {"phu_luc": "Phụ lục", "kem_theo": KEM}),
        (["Phụ lục", "DANH SÁCH", "", "Biểu mẫu 1"], "", {"phu_luc": "Phụ lục", "phu_luc_tieu_de": "DANH SÁCH"}),
        (
            ["Phụ lục", "", "DANH SÁCH", "", KEM],
            "",
            {"phu_luc": "Phụ lục", "phu_luc_tieu_de": "DANH SÁCH", "kem_theo": KEM},
        ),
        (["DANH SÁCH CÁC THÔN", KEM], "", {"phu_luc_tieu_de": "DANH SÁCH CÁC THÔN", "kem_theo": KEM}),
        (
            ["QUY CHẾ", "Tiếp công dân", "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)"],
            "",
            {
                "ten_loai": "QUY CHẾ",
                "trich_yeu": "Tiếp công dân",
                "kem_theo": "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)",
            },
        ),
        (
            ["Phụ lục I\nDANH SÁCH\n(Kèm theo Kế hoạch\ncủa Ủy ban nhân dân xã)"],
            "I",
            {
                "phu_luc": "Phụ lục I",
                "phu_luc_tieu_de": "DANH SÁCH",
                "kem_theo": "(Kèm theo Kế hoạch của Ủy ban nhân dân xã)",
            },
        ),
    ],
)
def test_heads_of_appendices(lines: list[str], number: str, parts: dict[str, str]) -> None:
    made = sheet().title().body().sign().new_page().centre(*lines).body(("I. NỘI DUNG", "1. Các thôn báo cáo."))
    paper = made.read()
    assert [(each.number, appendix(each)) for each in paper.phu_luc] == [(number, parts)]
    assert item_list(paper, 1)[-2:] == [("HEADING", "I.", "I. NỘI DUNG"), ("TEXT", "1.", "1. Các thôn báo cáo.")]
    assert paper.unsure == ()


def test_several_appendices_each_with_its_own_text() -> None:
    made = sheet().title().body((*TEXT[:-1], "Chi tiết tại Phụ lục I, Phụ lục II kèm theo./.")).sign().new_page()
    made.centre("Phụ lục I", "DANH SÁCH", KEM).grid((("STT",), ("Thôn",)), (("1",), ("Nà Lẹng",)), borders=True)
    made.new_page().centre("Phụ lục II", "ĐỀ CƯƠNG", KEM).body(("I. KẾT QUẢ", "1. Số liệu."))
    paper = made.read()
    first, second = paper.phu_luc
    assert (first.number, second.number, first.last + 1) == ("I", "II", second.first)
    assert item_list(paper, 2) == [("HEADING", "I.", "I. KẾT QUẢ"), ("TEXT", "1.", "1. Số liệu.")]
    assert paper.items[[x.body for x in paper.items].index(2)].below == -1
    assert [len(table.rows) for table in paper.data_tables] == [2]
    assert "Nà Lẹng" in paper.prose.whole
    assert "DANH SÁCH" not in paper.prose.whole


def test_a_text_issued_with_a_decision_has_its_own_head() -> None:
    made = sheet("Số: 12/QĐ-UBND").centre("QUYẾT ĐỊNH", "Ban hành Quy chế tiếp công dân")
    made.centre("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG").body(BASES).centre("QUYẾT ĐỊNH:").body(ARTICLES).sign()
    made.new_page().grid((ISSUER, MOTTO)).centre("QUY CHẾ", "Tiếp công dân")
    made.line("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)", align="centre")
    made.body(
        ("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc tiếp công dân./.")
    )
    paper = made.read()
    assert kind(paper) == "quyet_dinh"
    assert [appendix(each) for each in paper.phu_luc] == [
        {
            "quoc_hieu": MOTTO[0],
            "tieu_ngu": MOTTO[1],
            "co_quan_ban_hanh": " ".join(ISSUER),
            "ten_loai": "QUY CHẾ",
            "trich_yeu": "Tiếp công dân",
            "kem_theo": "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)",
        }
    ]
    assert item_list(paper, 1)[0] == ("HEADING", "Chương I", "Chương I")
    assert paper.head_tables == (0, 2)


def test_a_second_paper_in_the_file_is_left_alone() -> None:
    made = sheet().title().body().sign().new_page()
    made.head((*ISSUER, "Số: 13/KH-UBND")).title().body().sign()
    paper = made.read()
    assert paper.number == 12
    assert paper.phu_luc == ()
    assert len(item_list(paper)) == len(TEXT)
    assert len(paper.unsure) == 1
    assert paper.unsure[0].endswith("là một văn bản khác có số, ký hiệu riêng; chỉ văn bản đầu tiên được kiểm tra")


def test_what_stands_behind_the_signature_and_is_no_appendix_is_said() -> None:
    paper = sheet().title().body().sign().new_page().body(("Ý kiến của các đơn vị được tổng hợp tại bảng sau.",)).read()
    assert len(paper.unsure) == 1
    assert paper.unsure[0].endswith("sau phần ký, là phần chưa rõ có phải phụ lục hay không")
    assert len(item_list(paper)) == len(TEXT)
