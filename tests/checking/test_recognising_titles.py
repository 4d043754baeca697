"""Titles, what letters are about, addressees."""

from __future__ import annotations

import pytest

from tests.checking.papers import ISSUER, MOTTO, TEXT, Sheet, item_list, kind, sheet, words

DATE = "Vĩnh Thông, ngày 05 tháng 01 năm 2026"


@pytest.mark.parametrize(
    ("lines", "name", "subject", "key"),
    [
        (["KẾ HOẠCH", "Tuyên truyền năm 2026"], "KẾ HOẠCH", ("Tuyên truyền năm 2026",), "ke_hoach"),
        (["KẾ HOẠCH\nTuyên truyền\nnăm 2026"], "KẾ HOẠCH", ("Tuyên truyền", "năm 2026"), "ke_hoach"),
        (["KẾ HOẠCH", "Tuyên truyền", "năm 2026"], "KẾ HOẠCH", ("Tuyên truyền", "năm 2026"), "ke_hoach"),
        (["BÁO CÁO", "KẾT QUẢ THỰC HIỆN"], "BÁO CÁO", ("KẾT QUẢ THỰC HIỆN",), "bao_cao"),
        (["BÁO CÁO TỔNG KẾT", "Công tác năm 2025"], "BÁO CÁO TỔNG KẾT", ("Công tác năm 2025",), "bao_cao"),
        (
            ["KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026"],
            "KẾ HOẠCH",
            ("TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026",),
            "ke_hoach",
        ),
        (["Kế hoạch", "Tuyên truyền năm 2026"], "Kế hoạch", ("Tuyên truyền năm 2026",), "ke_hoach"),
        (["K Ế  H O Ạ C H", "Tuyên truyền năm 2026"], "K Ế H O Ạ C H", ("Tuyên truyền năm 2026",), "ke_hoach"),
        (["KẾ HOẠCH (DỰ THẢO)", "Tuyên truyền năm 2026"], "KẾ HOẠCH (DỰ THẢO)", ("Tuyên truyền năm 2026",), "ke_hoach"),
        (
            ["KẾ HOẠCH", "Thực hiện Nghị quyết số 05/NQ-HĐND", "của Hội đồng nhân dân xã"],
            "KẾ HOẠCH",
            ("Thực hiện Nghị quyết số 05/NQ-HĐND", "của Hội đồng nhân dân xã"),
            "ke_hoach",
        ),
        (
            ["BÁO CÁO", "Kết quả cuộc họp ngày 05 tháng 01 năm 2026"],
            "BÁO CÁO",
            ("Kết quả cuộc họp ngày 05 tháng 01 năm 2026",),
            "bao_cao",
        ),
        (["QUYẾT ĐỊNH", "V/v thành lập Tổ công tác"], "QUYẾT ĐỊNH", ("V/v thành lập Tổ công tác",), "quyet_dinh"),
        (["KẾ HOẠCH", "(Dự thảo)", "Tuyên truyền năm 2026"], "KẾ HOẠCH", ("Tuyên truyền năm 2026",), "ke_hoach"),
        (["THÔNG BÁO", "Về việc tiếp công dân."], "THÔNG BÁO", ("Về việc tiếp công dân.",), "thong_bao"),
        (
            ["CHƯƠNG TRÌNH", "Công tác năm 2026", "(Từ ngày 01/01 đến ngày 31/12)"],
            "CHƯƠNG TRÌNH",
            ("Công tác năm 2026",),
            "chuong_trinh",
        ),
        (["CÔNG VĂN", "Về việc đôn đốc"], "CÔNG VĂN", ("Về việc đôn đốc",), "cong_van"),
    ],
)
def test_name_and_subject(lines: list[str], name: str, subject: tuple[str, ...], key: str) -> None:
    paper = sheet().centre(*lines).body().sign().read()
    assert words(paper, "ten_loai", "trich_yeu") == {"ten_loai": (name,), "trich_yeu": subject}
    assert kind(paper) == key
    assert [role for role, _number, _text in item_list(paper)] == [
        "MO_DAU",
        *["HEADING"] * 2,
        "TEXT",
        "HEADING",
        "TEXT",
    ]


@pytest.mark.parametrize("align", ["", "both", "right"])
def test_a_subject_that_is_not_in_the_middle_is_found(align: str) -> None:
    made = sheet().centre("KẾ HOẠCH")
    made.line("Tuyên truyền cải cách hành chính năm 2026", align=align, bold=True)
    paper = made.body().sign().read()
    assert words(paper, "trich_yeu") == {"trich_yeu": ("Tuyên truyền cải cách hành chính năm 2026",)}


def test_what_was_left_out_of_a_title_is_absent_for_sure() -> None:
    assert sheet().centre("KẾ HOẠCH").body().sign().read().absent == {"trich_yeu"}
    unnamed = sheet().centre("Tuyên truyền cải cách hành chính năm 2026").body().sign().read()
    assert unnamed.absent == frozenset()
    assert unnamed.unsure == (
        "Chưa rõ “Tuyên truyền cải cách hành chính năm 2026” có phải là tên loại, trích yếu hay không",
    )
    assert kind(unnamed) is None
    assert sheet().body().sign().read().absent == {"ten_loai"}
    letter = sheet("Số: 12/UBND-VP").body(("Kính gửi: Sở Nội vụ", *TEXT[:1])).sign().read()
    assert (kind(letter), set(letter.absent)) == ("cong_van", {"trich_yeu_cong_van"})
    asking = sheet("Số: 12/TTr-UBND").centre("TỜ TRÌNH", "Về việc hỗ trợ kinh phí").body().sign().read()
    assert asking.absent == {"kinh_gui"}


@pytest.mark.parametrize(
    "about",
    [
        ["V/v tăng cường công tác", "tuyên truyền năm 2026"],
        ["V/v tăng cường công tác\ntuyên truyền năm 2026"],
        ["V/V TĂNG CƯỜNG CÔNG TÁC", "TUYÊN TRUYỀN"],
        ["V/v trả lời Công văn", "số 12/SNV-VP", "ngày 05 tháng 01 năm 2026"],
        ["V/v: tăng cường công tác tuyên truyền"],
        ["Về việc tăng cường công tác tuyên truyền"],
    ],
)
def test_what_a_letter_is_about(about: list[str]) -> None:
    made = sheet("Số: 12/UBND-VHXH", *about, "KHẨN").body(("Kính gửi: Các thôn", *TEXT)).sign().read()
    assert words(made, "trich_yeu_cong_van", "do_khan", "kinh_gui") == {
        "trich_yeu_cong_van": tuple("\n".join(about).split("\n")),
        "do_khan": ("KHẨN",),
        "kinh_gui": ("Kính gửi: Các thôn",),
    }
    assert (kind(made), made.symbol, made.absent, made.unsure) == ("cong_van", "UBND-VHXH", frozenset(), ())


def test_what_a_letter_is_about_in_paragraphs() -> None:
    made = Sheet()
    made.line(f"{ISSUER[0]}\t\t{MOTTO[0]}")
    made.line(f"{ISSUER[1]}\t\t{MOTTO[1]}")
    made.line(f"Số: 12/UBND-VHXH\t\t\t{DATE}")
    made.line("V/v tăng cường công tác")
    made.line("tuyên truyền năm 2026")
    made.line()
    paper = made.body(("Kính gửi: Các thôn", *TEXT)).sign().read()
    assert words(paper, "trich_yeu_cong_van", "kinh_gui") == {
        "trich_yeu_cong_van": ("V/v tăng cường công tác", "tuyên truyền năm 2026"),
        "kinh_gui": ("Kính gửi: Các thôn",),
    }


@pytest.mark.parametrize(
    "lines",
    [
        ["Kính gửi: Sở Nội vụ tỉnh Thái Nguyên"],
        ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."],
        ["Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính."],
        ["Kính gửi:", "Sở Nội vụ;", "Sở Tài chính."],
        ["Kính gửi: - Sở Nội vụ;", "- Sở Tài chính;", "- Kho bạc Nhà nước khu vực VII."],
        ["KÍNH GỬI: SỞ NỘI VỤ"],
    ],
)
def test_addressees(lines: list[str]) -> None:
    made = sheet("Số: 12/UBND-VP", "V/v báo cáo").lines(lines, align="centre").body().sign()
    assert words(made.read(), "kinh_gui") == {"kinh_gui": tuple("\n".join(lines).split("\n"))}
    assert len([1 for role, _mark, _text in item_list(made.read()) if role == "MO_DAU"]) == 1


def test_addressees_in_a_table() -> None:
    made = sheet("Số: 12/UBND-VP", "V/v báo cáo").grid((("Kính gửi:",), ("- Sở Nội vụ;", "- Sở Tài chính.")))
    paper = made.body().sign().read()
    assert words(paper, "kinh_gui") == {"kinh_gui": ("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính.")}
    assert paper.data_tables == ()


@pytest.mark.parametrize(
    "subject",
    [
        "Thực hiện Nghị quyết số 05-NQ/ĐU của Đảng ủy xã",
        "Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị",
        "Tổ chức kỷ niệm ngày 20 tháng 11 năm 2026",
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    ],
)
@pytest.mark.parametrize("text", [TEXT, ("Căn cứ Nghị quyết số 05-NQ/ĐU của Đảng ủy xã;", *TEXT)])
def test_a_subject_may_begin_like_a_text_or_name_a_day(subject: str, text: tuple[str, ...]) -> None:
    paper = sheet().centre("KẾ HOẠCH", subject).body(text).sign().read()
    assert words(paper, "trich_yeu", "dia_danh_thoi_gian") == {"trich_yeu": (subject,), "dia_danh_thoi_gian": (DATE,)}
