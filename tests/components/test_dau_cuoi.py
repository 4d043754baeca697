"""What frames the body: addressees, recipients, signatures, the titles of letters and others, pictures."""

from __future__ import annotations

import pytest

from vtdocs.components.chu_ky import build_chu_ky
from vtdocs.components.hinh import build_hinh
from vtdocs.components.kinh_gui import build_kinh_gui
from vtdocs.components.noi_nhan import build_noi_nhan
from vtdocs.components.ten_loai_trich_yeu import build_ten_loai_trich_yeu, build_trich_yeu_cong_van
from vtdocs.model import Hinh, KieuAnh, Luu, NguoiKy, NhomNoiNhan
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN
from vtdocs.tree import Bracket, Paragraph, Picture, Rule, Style, Text
from vtdocs.units import Mm


def title(style: Style, text: str, *, capitals: bool = False) -> Paragraph:
    return Paragraph(style, (Text(text),), by_sense=True, capitals=capitals)


def line(text: str) -> Paragraph:
    return Paragraph(Style.NOI_NHAN_MUC, (Text(text),))


PNG = b"\x89PNG\r\n\x1a\n"
LABEL = Paragraph(Style.NOI_NHAN, (Text("Nơi nhận:"),))


# --- Kính gửi -----------------------------------------------------------------------------------------------------


def test_one_addressee_stands_on_the_row_of_the_label() -> None:
    assert build_kinh_gui(("Ủy ban nhân dân tỉnh Thái Nguyên;",)) == (
        Paragraph(Style.KINH_GUI, (Text("Kính gửi: Ủy ban nhân dân tỉnh Thái Nguyên"),)),
    )


def test_more_of_them_stand_on_rows_of_their_own() -> None:
    assert build_kinh_gui(("Bộ Nội vụ", "Bộ Tài chính;", "Các sở, v.v.")) == (
        Paragraph(Style.KINH_GUI, (Text("Kính gửi:"),), keep_next=True),
        Paragraph(Style.KINH_GUI_MUC, (Text("- Bộ Nội vụ;"),)),
        Paragraph(Style.KINH_GUI_MUC, (Text("- Bộ Tài chính;"),)),
        Paragraph(Style.KINH_GUI_MUC, (Text("- Các sở, v.v."),)),
    )


def test_no_addressee_is_nothing() -> None:
    assert build_kinh_gui(()) == ()


# --- Nơi nhận -----------------------------------------------------------------------------------------------------


def test_recipients_of_a_decision_stand_as_typed() -> None:
    assert build_noi_nhan((NhomNoiNhan(("Như Điều 3", "Các thôn")),), Luu(("VHXH",))) == (
        LABEL,
        line("- Như Điều 3;"),
        line("- Các thôn;"),
        line("- Lưu: VT, VHXH."),
    )


def test_below_kinh_gui_the_first_line_is_as_above() -> None:
    assert build_noi_nhan((NhomNoiNhan(("Các thôn",)),), Luu(), kinh_gui=True) == (
        LABEL,
        line("- Như trên;"),
        line("- Các thôn;"),
        line("- Lưu: VT."),
    )


@pytest.mark.parametrize("typed", ["Như trên", "như kính gửi", "Như trên (để báo cáo)", "Như ở trên"])
def test_what_the_author_wrote_of_it_stays(typed: str) -> None:
    assert build_noi_nhan((NhomNoiNhan((typed,)),), Luu(), kinh_gui=True) == (
        LABEL,
        line(f"- {typed};"),
        line("- Lưu: VT."),
    )


@pytest.mark.parametrize("note", ["để báo cáo", "(để báo cáo)"])
def test_a_brace_gives_one_note_to_its_lines(note: str) -> None:
    groups = (
        NhomNoiNhan(("Thường trực Đảng ủy", "Thường trực HĐND"), chung=note),
        NhomNoiNhan(("Các thôn",), nhom="Gửi bản giấy"),
    )
    assert build_noi_nhan(groups, Luu(("VP",), 2, "PL", 30)) == (
        LABEL,
        Bracket((line("- Thường trực Đảng ủy;"), line("- Thường trực HĐND;")), line("(để báo cáo)")),
        line("Gửi bản giấy:"),
        line("- Các thôn;"),
        line("- Lưu: VT, VP (2). PL.(30)"),
    )


def test_one_recipient_takes_its_note_on_its_own_line() -> None:
    groups = (NhomNoiNhan(("Sở Nội vụ",), chung="báo cáo"), NhomNoiNhan(("Các thôn",), nhom="Gửi", chung="(b/c)"))
    assert build_noi_nhan(groups, Luu()) == (
        LABEL,
        line("- Sở Nội vụ (báo cáo);"),
        line("Gửi:"),
        line("- Các thôn (b/c);"),
        line("- Lưu: VT."),
    )


def test_a_brace_around_nothing_is_none() -> None:
    assert build_noi_nhan((NhomNoiNhan((), chung="(x)"),), Luu()) == (LABEL, line("- Lưu: VT."))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("VT, CST (PLP) (02b).", "VT, CST (PLP) (02b)."),
        ("VT, CST (02b)", "VT, CST (02b)."),
        ("VT, NC.Châu", "VT, NC.Châu."),
        ("VT, VHXH;", "VT, VHXH."),
        ("VT, VP (2). PL.(300)", "VT, VP (2). PL.(300)"),
    ],
)
def test_an_archive_line_of_its_author_stands_as_he_wrote_it_and_ends(typed: str, printed: str) -> None:
    assert build_noi_nhan((), Luu(chu=typed))[1:] == (line(f"- Lưu: {printed}"),)


# --- Chữ ký -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signer", "above"),
    [
        (NguoiKy("A", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (
            NguoiKy("A", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (NguoiKy("A", "CHỦ TỊCH"), ["CHỦ TỊCH"]),
        (NguoiKy("A", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",)), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (
            NguoiKy("A", "PHÓ CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")),
            ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (NguoiKy("A", "Người báo cáo"), ["Người báo cáo"]),
    ],
)
def test_every_form_of_a_signature(signer: NguoiKy, above: list[str]) -> None:
    assert build_chu_ky(signer) == (
        *(title(Style.QUYEN_HAN_CHUC_VU, text, capitals=True) for text in above),
        Paragraph(Style.CHO_KY, ()),
        title(Style.HO_TEN, "A"),
    )


def test_a_second_title_stands_above_the_name() -> None:
    signer = NguoiKy("Lê Văn A", "PHÓ TRƯỞNG BAN", ("TM. BAN CHỈ ĐẠO",), "PHÓ CHỦ TỊCH UBND TỈNH")
    assert build_chu_ky(signer)[2:] == (
        Paragraph(Style.CHO_KY, ()),
        title(Style.CHUC_VU_KHAC, "PHÓ CHỦ TỊCH UBND TỈNH", capitals=True),
        title(Style.HO_TEN, "Lê Văn A"),
    )


def test_a_draft_without_a_name_keeps_the_room_and_the_row() -> None:
    assert build_chu_ky(NguoiKy("", "CHỦ TỊCH")) == (
        title(Style.QUYEN_HAN_CHUC_VU, "CHỦ TỊCH", capitals=True),
        Paragraph(Style.CHO_KY, ()),
        Paragraph(Style.HO_TEN, (), by_sense=True),
    )


# --- titles -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["báo cáo tiến độ", "V/v báo cáo tiến độ", "v/v: báo cáo tiến độ", "Về việc báo cáo tiến độ"]
)
def test_a_letter_says_what_it_is_about_once(typed: str) -> None:
    assert build_trich_yeu_cong_van(typed) == (title(Style.TRICH_YEU_CONG_VAN, "V/v báo cáo tiến độ"),)


def test_a_letter_about_nothing_says_nothing() -> None:
    assert build_trich_yeu_cong_van(" ") == ()


def test_a_kind_without_a_second_title_has_its_line_below_its_name() -> None:
    name = Paragraph(Style.TEN_LOAI, (Text("GIẤY GIỚI THIỆU"),))
    blocks = build_ten_loai_trich_yeu(LOAI_VAN_BAN["giay_gioi_thieu"], "")
    assert blocks[0] == name
    assert [block.under for block in blocks if isinstance(block, Rule)] == [(name,)]
    assert len(blocks) == 2


# --- pictures -----------------------------------------------------------------------------------------------------


def test_a_picture_with_its_caption() -> None:
    hinh = Hinh(PNG, KieuAnh.PNG, 40, 30, "Sơ đồ", rong=Mm(80), tieu_de="Hình 1. Sơ đồ", xoay=90)
    assert build_hinh(hinh) == Picture(
        PNG, "png", (40, 30), "Sơ đồ", Mm(80), 90, title(Style.TEN_HINH, "Hình 1. Sơ đồ")
    )
    assert build_hinh(Hinh(b"\xff\xd8\xff", KieuAnh.JPEG, 1, 1, "Ảnh")).caption is None
