"""A plan and its office: what is read, and every fault of the data at its place."""

from __future__ import annotations

import pytest

from tests.loaders.inputs import OFFICE, PLAN, diagnostics, load, only, short, told
from vtdocs.likeness import closest, fold
from vtdocs.loaders.forms.noi_nhan import tidy_item
from vtdocs.model import CoQuan, DonVi, Luu, NgayThang, NguoiKy, NhomNoiNhan
from vtdocs.outline import Node
from vtdocs.standards.nd30_text import strip_end

SIGNER = NguoiKy("Nguyễn Đức Chung", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",))


def test_a_plan_is_read_whole() -> None:
    plan = load(
        PLAN.replace("so:", "so: 05\nco_quan: co-quan.yaml").replace("{ngay:, thang:, nam: 2026}", "05/01/2026")
        + """\
  - nhom: "Gửi bản giấy:"
    noi: [Các thôn]
  - Lưu trữ xã
can_cu:
  - Căn cứ Luật A ngày 16 tháng 6 năm 2025;
  - Căn cứ Luật B.
mo_dau: |
  Thực hiện Kế hoạch: a.

  Ủy ban nhân dân xã ban hành Kế hoạch:
ket_thuc: Trên đây là Kế hoạch./.
nguoi_ky:
  quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]
  chuc_vu: PHÓ CHỦ TỊCH
  chuc_vu_khac: Phó Trưởng ban
  ho_ten: Trần Văn B
luu: {don_vi_soan_thao: [VHXH], so_ban: 2, nguoi_soan_thao: PL, so_ban_phat_hanh: 300}
"""
    )
    assert plan.so == 5
    assert plan.ngay_ban_hanh == NgayThang(5, 1, 2026)
    assert plan.trich_yeu == "Tuyên truyền năm 2026"
    assert plan.can_cu == ("Căn cứ Luật A ngày 16 tháng 6 năm 2025", "Căn cứ Luật B")
    assert plan.mo_dau == (
        Node(None, text="Thực hiện Kế hoạch: a."),
        Node(None, text="Ủy ban nhân dân xã ban hành Kế hoạch:"),
    )
    assert plan.ket_thuc == (Node(None, text="Trên đây là Kế hoạch./."),)
    assert [node.full_text for node in plan.noi_dung] == ["I. MỤC ĐÍCH"]
    assert plan.nguoi_ky == NguoiKy(
        "Trần Văn B", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "Phó Trưởng ban"
    )
    assert plan.noi_nhan == (
        NhomNoiNhan(("Sở Nội vụ",)),
        NhomNoiNhan(("Các thôn",), "Gửi bản giấy"),
        NhomNoiNhan(("Lưu trữ xã",)),
    )
    assert plan.luu == Luu(("VHXH",), 2, "PL", 300)
    assert plan.co_quan == CoQuan(
        "Ủy ban nhân dân xã Vĩnh Thông",
        "UBND",
        "Vĩnh Thông",
        don_vi=(DonVi("Phòng Văn hóa - Xã hội", "VHXH"),),
        nguoi_ky=(SIGNER,),
    )
    assert plan.diagnostics == ()


def test_what_is_blank_is_as_if_not_written() -> None:
    plan = load(
        PLAN.replace("so:\n", "so:\ncan_cu:\nmo_dau: ~\nket_thuc: ''\nluu:\nphu_luc: null\nnguoi_ky:\nco_quan:\n")
    )
    assert plan == load()
    assert plan.nguoi_ky == SIGNER


def test_line_breaks_of_the_title_are_kept() -> None:
    assert (
        load(PLAN.replace("Tuyên truyền năm 2026", "|\n  Tuyên truyền\n  năm 2026\n")).trich_yeu
        == "Tuyên truyền\nnăm 2026"
    )


def test_an_office_may_stand_in_the_plan() -> None:
    inline = "co_quan: {ten: UBND xã A, ten_viet_tat: UBND, dia_danh: A}\nnguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: B}\n"
    plan = load(PLAN + inline, "hỏng")
    assert (plan.co_quan.ten, plan.nguoi_ky) == ("UBND xã A", NguoiKy("B", "CHỦ TỊCH"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ;", "Sở Nội vụ"),
        ("- Sở Nội vụ (B/c).", "Sở Nội vụ (B/c)"),
        ("– Các thôn ;", "Các thôn"),
        ("Các ban, ngành, v.v.", "Các ban, ngành, v.v."),
        ("Các thôn...", "Các thôn..."),
        ("-5 độ", "-5 độ"),
    ],
)
def test_only_what_the_form_writes_itself_is_taken_off(text: str, expected: str) -> None:
    assert tidy_item(text) == expected


def test_the_end_of_a_legal_basis_is_taken_off() -> None:
    assert [strip_end(text) for text in ("Luật A;", "Luật A.", "Luật A")] == ["Luật A"] * 3


# --- keys ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["trich-yeu", "Trích yếu", "trichyeu", "TRICH_YEU", "trich_yeo"])
def test_a_misspelt_key_is_told_with_the_one_that_was_meant(key: str) -> None:
    fault = only(PLAN.replace("trich_yeu", key))
    assert short(fault) == "ke-hoach.yaml:5:1 VT-009"
    assert "có phải ý là “trich_yeu”" in fault.message


def test_an_unknown_key_is_told_with_the_keys_that_there_are() -> None:
    fault = only(PLAN + "qwxz: 1\n")
    assert short(fault) == "ke-hoach.yaml:11:1 VT-009"
    assert fault.hint is not None
    assert "noi_nhan" in fault.hint


def test_a_key_written_twice_is_told_with_both_places() -> None:
    fault = only(PLAN + "so: 6\n")
    assert short(fault) == "ke-hoach.yaml:11:1 VT-011"
    assert "dòng 3" in fault.message


def test_a_missing_key_is_told_with_an_example() -> None:
    fault = only(PLAN.replace("trich_yeu: Tuyên truyền năm 2026\n", ""))
    assert short(fault) == "ke-hoach.yaml:1:1 VT-010"
    assert "trich_yeu" in fault.message
    assert fault.hint is not None
    assert "trich_yeu: " in fault.hint


def test_all_missing_keys_of_all_files_are_told() -> None:
    faults = diagnostics("phien_ban: 1\nloai: ke_hoach\n", "phien_ban: 1\nloai: co_quan\n")
    missing = [fault.message.split("(")[0].strip() for fault in faults if fault.code == "VT-010"]
    assert missing == [
        f"thiếu khóa {key}" for key in ("ten", "ten_viet_tat", "dia_danh", "trich_yeu", "noi_dung", "noi_nhan")
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("trich_yeu: Tuyên truyền năm 2026", "trich_yeu:", "5:1 VT-014"),
        ("trich_yeu: Tuyên truyền năm 2026", "trich_yeu: ''", "5:12 VT-014"),
        ("|\n  I. MỤC ĐÍCH\n  1. Mục đích\n", "\n", "6:1 VT-014"),
        ("|\n  I. MỤC ĐÍCH\n  1. Mục đích\n", "|\n\n", "6:11 VT-014"),
        ("- Sở Nội vụ", "-", "10:4 VT-014"),
        ("noi_nhan:\n  - Sở Nội vụ\n", "noi_nhan:\n", "9:1 VT-014"),
        ("noi_nhan:\n  - Sở Nội vụ\n", "noi_nhan: []\n", "9:11 VT-020"),
        ("trich_yeu: Tuyên", "trich_yeu: [a, b]\nso_x: Tuyên", "5:12 VT-013"),
        ("trich_yeu: Tuyên", "trich_yeu: {a: b}\nso_x: Tuyên", "5:12 VT-013"),
        ("noi_nhan:\n  - Sở Nội vụ\n", "noi_nhan: Sở Nội vụ\n", "9:11 VT-013"),
        ("noi_nhan:\n  - Sở Nội vụ\n", "noi_nhan:\n  - [Sở Nội vụ]\n", "10:5 VT-013"),
        ("so:", "luu: VHXH\nso:", "3:6 VT-013"),
        ("so:", "so: [1]", "3:5 VT-013"),
        ("so:", "so: 5a", "3:5 VT-015"),
        ("so:", "so: 0", "3:5 VT-015"),
        ("so:", "so: -5", "3:5 VT-015"),
        ("so:", "so: 5.0", "3:5 VT-015"),
        ("so:", "so: ٥", "3:5 VT-015"),
        ("so:", "so: 99999999999999999999", "3:5 VT-015"),
        ("so:", "luu: {so_ban: hai}\nso:", "3:15 VT-015"),
        ("loai: ke_hoach", "loai: ke-hoach", "2:7 VT-016"),
        ("loai: ke_hoach", "loai: co_quan", "2:7 VT-016"),
        ("loai: ke_hoach", "loai: giay_moi", "2:7 VT-016"),
        ("phien_ban: 1", "phien_ban: 2", "1:12 VT-017"),
        ("so:", "nguoi_ky:\n  chuc_vu: |\n    A\n    B\n  ho_ten: C\nso:", "4:12 VT-019"),
        ("so:", "nguoi_ky: {quyen_han: [a, b, c, d], chuc_vu: A, ho_ten: C}\nso:", "3:33 VT-020"),
        ("- Sở Nội vụ", "- Lưu: VT, VHXH.", "10:5 VT-026"),
        ("- Sở Nội vụ", "- 'Lưu : VT'", "10:5 VT-026"),
        ("so:", "nguoi_ky: Nguyễn Đức Trung\nso:", "3:11 VT-023"),
    ],
)
def test_a_fault_of_the_data_is_told_at_its_place(old: str, new: str, place: str) -> None:
    faults = diagnostics(PLAN.replace(old, new, 1))
    assert f"ke-hoach.yaml:{place}" in [short(fault) for fault in faults]
    assert all(fault.hint for fault in faults)


# --- dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05/01/2026", NgayThang(5, 1, 2026)),
        ("5/1/2026", NgayThang(5, 1, 2026)),
        ("2026-01-05", NgayThang(5, 1, 2026)),
        ("29/02/2028", NgayThang(29, 2, 2028)),
        ("{ngay: 05, thang: 1, nam: 2026}", NgayThang(5, 1, 2026)),
        ("{thang: 3, nam: 2026}", NgayThang(None, 3, 2026)),
        ("{ngay: 29, thang: 2}", NgayThang(29, 2, None)),
        ("{ngay: 31}", NgayThang(31, None, None)),
        ("{}", NgayThang()),
        ("", NgayThang()),
    ],
)
def test_a_date_is_read(text: str, expected: NgayThang) -> None:
    assert load(PLAN.replace("{ngay:, thang:, nam: 2026}", text)).ngay_ban_hanh == expected


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("31/02/2026", 16, "“31/02/2026” không phải ngày có thật"),
        ("2026-13-01", 16, "không phải ngày có thật"),
        ("29/02/2026", 16, "không phải ngày có thật"),
        ("01/01/0026", 16, "không phải ngày có thật"),
        ("1/5", 16, "không phải cách viết ngày"),
        ("ngày 5", 16, "không phải cách viết ngày"),
        ("{ngay: 31, thang: 4}", 23, "ngày 31 tháng 4 không phải ngày có thật"),
        ("{ngay: 30, thang: 2, nam: 2028}", 23, "ngày 30 tháng 2 năm 2028"),
        ("{ngay: 29, thang: 2, nam: 2026}", 23, "ngày 29 tháng 2 năm 2026"),
        ("{ngay: 32}", 23, "không có ngày 32"),
        ("{ngay: 0}", 23, "không có ngày 0"),
        ("{thang: 13}", 24, "không có tháng 13"),
        ("{nam: 26}", 22, "năm 26"),
    ],
)
def test_an_impossible_date_is_told(text: str, column: int, words: str) -> None:
    fault = only(PLAN.replace("{ngay:, thang:, nam: 2026}", text))
    assert short(fault) == f"ke-hoach.yaml:4:{column} VT-012"
    assert words in fault.message


# --- signer, units, appendix -----------------------------------------------------------------------

TWO_SIGNERS = OFFICE + "  - {chuc_vu: CHỦ TỊCH, ho_ten: Trần Văn B}\n"


def test_a_signer_of_the_office_is_called_by_name() -> None:
    assert load(PLAN + "nguoi_ky: Trần Văn B\n", TWO_SIGNERS).nguoi_ky == NguoiKy("Trần Văn B", "CHỦ TỊCH")


def test_a_misspelt_signer_is_told_with_the_one_that_was_meant() -> None:
    fault = only(PLAN + "nguoi_ky: Tran Van B\n", TWO_SIGNERS)
    assert short(fault) == "ke-hoach.yaml:11:11 VT-023"
    assert "“Trần Văn B”" in fault.message


def test_one_of_several_signers_must_be_chosen() -> None:
    fault = only(PLAN, TWO_SIGNERS)
    assert fault.code == "VT-023"
    assert "“Nguyễn Đức Chung”, “Trần Văn B”" in fault.message


def test_an_office_without_signers_leaves_the_plan_to_name_one() -> None:
    fault = only(PLAN, OFFICE.split("nguoi_ky")[0])
    assert fault.code == "VT-010"
    assert "nguoi_ky" in fault.message


TWO_CAPACITIES = OFFICE + "  - {quyen_han: [TM. ỦY BAN, 'KT. CHỦ TỊCH'], chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}\n"


@pytest.mark.parametrize("named", ["", "nguoi_ky: Nguyễn Đức Chung\n"])
def test_a_signer_with_two_capacities_has_to_be_written_out(named: str) -> None:
    fault = only(PLAN + named, TWO_CAPACITIES)
    assert fault.code == "VT-023"
    assert "“KT. CHỦ TỊCH, PHÓ CHỦ TỊCH”, “TM. ỦY BAN, KT. CHỦ TỊCH, CHỦ TỊCH”" in fault.message
    assert fault.hint is not None
    written = fault.hint.split("“")[1].rstrip("”")
    assert load(f"{PLAN}{written}\n", TWO_CAPACITIES).nguoi_ky == SIGNER


def test_what_is_written_out_is_yaml_again() -> None:
    office = OFFICE.split("nguoi_ky")[0] + (
        "nguoi_ky:\n  - {quyen_han: ['A, B: C', D], chuc_vu: 'E #1', chuc_vu_khac: F, ho_ten: G}\n"
        "  - {chuc_vu: H, ho_ten: G}\n"
    )
    hint = only(PLAN, office).hint or ""
    plan = load(PLAN + hint.split("“")[1].rstrip("”") + "\n", office)
    assert plan.nguoi_ky == NguoiKy("G", "E #1", ("A, B: C", "D"), "F")


def test_a_signer_who_is_listed_twice_alike_is_one() -> None:
    assert load(PLAN, OFFICE + OFFICE.splitlines()[-1] + "\n").nguoi_ky == SIGNER


def test_no_appendix_needs_no_mention() -> None:
    assert told(PLAN + "phu_luc: []\n") == []


def test_a_drafting_unit_that_the_office_does_not_have_is_a_warning() -> None:
    fault = only(PLAN + "luu:\n  don_vi_soan_thao: [VHXH, VHXX]\n")
    assert short(fault) == "ke-hoach.yaml:12:28 VT-024?"
    assert "có phải ý là “VHXH”" in fault.message


def test_an_office_that_lists_no_units_is_not_asked() -> None:
    office = OFFICE.replace("don_vi:\n  - {ten: Phòng Văn hóa - Xã hội, ten_viet_tat: VHXH}\n", "")
    assert told(PLAN + "luu: {don_vi_soan_thao: VHXX}\n", office) == []


APPENDIX = "phu_luc:\n  - bang: {hang: [{noi_dung: Phát tờ rơi}]}\n"


def test_an_appendix_that_no_words_mention_is_a_warning() -> None:
    assert told(PLAN + APPENDIX) == ["ke-hoach.yaml:12:3 VT-025?"]


@pytest.mark.parametrize(
    "words", ["(Có Phụ lục kèm theo)", "theo biểu kèm theo Kế hoạch này", "chi tiết tại PHỤ LỤC I"]
)
def test_an_appendix_that_is_mentioned_is_well(words: str) -> None:
    assert told(PLAN.replace("Mục đích", words) + APPENDIX) == []


def test_faults_of_plan_and_office_come_together_in_reading_order() -> None:
    assert told(PLAN.replace("so:", "so: x"), OFFICE.replace("ten:", "ten_x:", 1)) == [
        "co-quan.yaml:3:1 VT-009",
        "ke-hoach.yaml:3:5 VT-015",
    ]


def test_a_fault_inside_a_list_names_the_item() -> None:
    fault = only(PLAN, OFFICE.replace("ho_ten: Nguyễn Đức Chung", "ho_ten: [a]"))
    assert fault.message.startswith("nguoi_ky[1].ho_ten: ")


# --- did you mean ----------------------------------------------------------------------------------


def test_accents_case_and_joints_do_not_count_when_guessing() -> None:
    assert fold("Cơ  quan, ĐƠN-vị_chủ trì:") == "co quan don vi chu tri"
    assert closest("Noi-Nhan", ["noi_dung", "noi_nhan"]) == "noi_nhan"
    assert closest("zzz", ["noi_dung"]) is None
