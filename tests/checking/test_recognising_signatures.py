"""Signatures and recipients in the layouts that people use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.checking.papers import Sheet, fill, words
from vtdocs.checking.paper import Paper, PhuLuc

SIGNED = {
    "quyen_han": ("KT. CHỦ TỊCH",),
    "chuc_vu": ("PHÓ CHỦ TỊCH",),
    "ho_ten": ("Nguyễn Văn An",),
    "noi_nhan": ("Nơi nhận:",),
    "noi_nhan_danh_sach": ("- Các phòng;", "- Các thôn;"),
    "luu": ("- Lưu: VT, VHXH.",),
}
LEFT = ("Nơi nhận:", "- Các phòng;", "- Các thôn;", "- Lưu: VT, VHXH.")
RIGHT = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "Nguyễn Văn An")


def start() -> Sheet:
    return Sheet().head().title().body()


def one_row(sheet: Sheet) -> None:
    sheet.sign(LEFT, RIGHT)


def line_breaks(sheet: Sheet) -> None:
    sheet.sign(("\n".join(LEFT),), ("\n".join(RIGHT),))


def two_rows(sheet: Sheet) -> None:
    sheet.grid((LEFT[:1], RIGHT[:2]), (LEFT[1:], RIGHT[2:]))


def three_rows(sheet: Sheet) -> None:
    sheet.grid((LEFT[:1], RIGHT[:2]), (LEFT[1:], ("", "")), (("",), RIGHT[-1:]))


def spacer_column(sheet: Sheet) -> None:
    sheet.grid((LEFT, ("",), RIGHT), widths=(75, 10, 80))


def nested(sheet: Sheet) -> None:
    inner = sheet.docx.add_table(1, 1).rows[0].cells[0].add_table(1, 2)
    fill(inner.rows[0].cells[0], LEFT)
    fill(inner.rows[0].cells[1], RIGHT)


def bordered_frame(sheet: Sheet) -> None:
    outer = sheet.docx.add_table(1, 1)
    outer.style = "Table Grid"
    inner = outer.rows[0].cells[0].add_table(1, 2)
    fill(inner.rows[0].cells[0], LEFT)
    fill(inner.rows[0].cells[1], RIGHT)


def tabs(sheet: Sheet) -> None:
    sheet.line("Nơi nhận:\t\t\t\t\tKT. CHỦ TỊCH")
    sheet.line("- Các phòng;\t\t\t\tPHÓ CHỦ TỊCH")
    sheet.line("- Các thôn;")
    sheet.line("- Lưu: VT, VHXH.\t\t\tNguyễn Văn An")


def blanks(sheet: Sheet) -> None:
    sheet.line("Nơi nhận:                                    KT. CHỦ TỊCH")
    sheet.line("- Các phòng;                                 PHÓ CHỦ TỊCH")
    sheet.line("- Các thôn;")
    sheet.line("- Lưu: VT, VHXH.")
    sheet.line("                                                    Nguyễn Văn An")


def signature_above(sheet: Sheet) -> None:
    sheet.line("KT. CHỦ TỊCH", align="right")
    sheet.line("PHÓ CHỦ TỊCH", align="right")
    sheet.lines(("", ""))
    sheet.line("Nguyễn Văn An", align="right")
    sheet.lines(LEFT)


def signature_above_centred(sheet: Sheet) -> None:
    for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn An"):
        sheet.line(text, align="centre", indent=80)
    sheet.line()
    sheet.lines(LEFT)


def signature_below(sheet: Sheet) -> None:
    sheet.lines(LEFT)
    for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn An"):
        sheet.line(text, align="right")


def recipients_in_a_table_signature_above(sheet: Sheet) -> None:
    for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn An"):
        sheet.line(text, align="right")
    sheet.grid((LEFT, ("",)))


def two_tables(sheet: Sheet) -> None:
    sheet.grid((("",), RIGHT), widths=(75, 90))
    sheet.line()
    sheet.grid((LEFT, ("",)), widths=(75, 90))


def signed_remark(sheet: Sheet) -> None:
    sheet.sign(LEFT, (*RIGHT[:2], "(Đã ký)", "", RIGHT[-1]))


def label_with_its_first_line(sheet: Sheet) -> None:
    sheet.sign(("Nơi nhận: - Các phòng;", *LEFT[2:]), RIGHT)


def empty_lines_between(sheet: Sheet) -> None:
    sheet.lines(("", "", ""))
    sheet.sign(("", *LEFT), ("", *RIGHT, "", ""))


LAYOUTS: list[Callable[[Sheet], None]] = [
    one_row,
    line_breaks,
    two_rows,
    three_rows,
    spacer_column,
    nested,
    bordered_frame,
    tabs,
    blanks,
    signature_above,
    signature_above_centred,
    signature_below,
    recipients_in_a_table_signature_above,
    two_tables,
    signed_remark,
    label_with_its_first_line,
    empty_lines_between,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_signature_is_found_in_every_layout(layout: Callable[[Sheet], None]) -> None:
    sheet = start()
    layout(sheet)
    paper = sheet.read()
    assert words(paper, *SIGNED) == SIGNED
    assert len(paper.signers) == 1
    assert paper.unsure == ()
    assert paper.absent == frozenset()
    assert words(paper, "ket_thuc", "phu_luc") == {}
    assert [item.line.text for item in paper.items if item.line.text][-1].endswith("địa phương./.")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_an_appendix_behind_the_signature_is_no_part_of_it(layout: Callable[[Sheet], None]) -> None:
    sheet = start()
    layout(sheet)
    sheet.new_page().centre("Phụ lục", "DANH SÁCH CÁC ĐƠN VỊ").line("(Kèm theo Kế hoạch này)", align="centre")
    sheet.grid((("STT",), ("Đơn vị",)), (("1",), ("Phòng Kinh tế",)), borders=True)
    paper = sheet.read()
    assert words(paper, *SIGNED) == SIGNED
    assert [words_of(part) for part in paper.phu_luc] == [
        {"phu_luc": "Phụ lục", "phu_luc_tieu_de": "DANH SÁCH CÁC ĐƠN VỊ", "kem_theo": "(Kèm theo Kế hoạch này)"}
    ]
    assert len(paper.data_tables) == 1


def words_of(appendix: PhuLuc) -> dict[str, str]:
    return {key: part.text for key, part in appendix.parts.items()}


def signer(paper: Paper) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        ([x.text for x in one.quyen_han], [x.text for x in one.chuc_vu], [x.text for x in one.ho_ten])
        for one in paper.signers
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("CHỦ TỊCH", "", "Nguyễn Văn An"), ([], ["CHỦ TỊCH"], ["Nguyễn Văn An"])),
        (
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn An"),
            (["TM. ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"], ["Nguyễn Văn An"]),
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn An"),
            (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], ["Nguyễn Văn An"]),
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "CHỦ TỊCH", "", "Nguyễn Văn An"),
            (["TM. ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"], ["CHỦ TỊCH"], ["Nguyễn Văn An"]),
        ),
        (
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "", "Lê Thị Bích Ngọc"),
            (["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"], ["Lê Thị Bích Ngọc"]),
        ),
        (
            ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN", "", "PHÓ CHỦ TỊCH UBND XÃ", "Nguyễn Văn An"),
            (["TM. BAN CHỈ ĐẠO"], ["PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND XÃ"], ["Nguyễn Văn An"]),
        ),
        (
            ("TRƯỞNG BAN", "", "Phó Chủ tịch UBND xã", "Nguyễn Văn An"),
            ([], ["TRƯỞNG BAN", "Phó Chủ tịch UBND xã"], ["Nguyễn Văn An"]),
        ),
        (("Q. CHỦ TỊCH", "", "Nguyễn Văn An"), (["Q. CHỦ TỊCH"], ["CHỦ TỊCH"], ["Nguyễn Văn An"])),
        (("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG", "", "An Thế"), (["TUQ. CHỦ TỊCH"], ["TRƯỞNG PHÒNG"], ["An Thế"])),
        (("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"), (["KT.CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], ["Nguyễn Văn An"])),
        (("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"), (["K/T CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], ["Nguyễn Văn An"])),
        (
            ("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An"),
            (["T/M ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"], ["Nguyễn Văn An"]),
        ),
        (("KT. CHỦ TỊCH", "Nguyễn Văn An"), (["KT. CHỦ TỊCH"], [], ["Nguyễn Văn An"])),
        (("CHỦ TỊCH", "", "NGUYỄN VĂN AN"), ([], ["CHỦ TỊCH"], ["NGUYỄN VĂN AN"])),
        (("GIÁM ĐỐC", "", "ThS. Nguyễn Văn An"), ([], ["GIÁM ĐỐC"], ["ThS. Nguyễn Văn An"])),
        (("TRƯỞNG CÔNG AN XÃ", "", "Thiếu tá Nguyễn Văn An"), ([], ["TRƯỞNG CÔNG AN XÃ"], ["Thiếu tá Nguyễn Văn An"])),
        (("CHỦ TỊCH", "", ""), ([], ["CHỦ TỊCH"], [])),
        (("NGƯỜI BÁO CÁO", "", "Nguyễn Văn An"), ([], ["NGƯỜI BÁO CÁO"], ["Nguyễn Văn An"])),
    ],
)
def test_capacities_titles_and_names(lines: tuple[str, ...], read: tuple[list[str], list[str], list[str]]) -> None:
    assert signer(start().sign(LEFT, lines).read()) == [read]


@pytest.mark.parametrize("layout", ["table", "tabs", "rows"])
def test_secretary_and_chair_sign_side_by_side(layout: str) -> None:
    sheet = Sheet().head(
        ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 03/BB-UBND"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    )
    sheet.title("BIÊN BẢN", "Họp triển khai công tác cải cách hành chính")
    sheet.body(
        (
            "Thời gian bắt đầu: 8 giờ 00 phút, ngày 05 tháng 01 năm 2026.",
            "Địa điểm: Hội trường Ủy ban nhân dân xã.",
            "Cuộc họp kết thúc vào 11 giờ 00 phút, ngày 05 tháng 01 năm 2026./.",
        )
    )
    if layout == "table":
        sheet.grid((("THƯ KÝ", "", "Lê Thị Minh"), ("CHỦ TỌA", "", "Nguyễn Văn An")))
        sheet.lines(("Nơi nhận:", "- Các phòng;", "- Lưu: VT, Hồ sơ."))
    elif layout == "rows":
        sheet.grid(
            (("THƯ KÝ",), ("CHỦ TỌA",)),
            (("(Chữ ký)",), ("(Chữ ký)",)),
            (("Lê Thị Minh",), ("Nguyễn Văn An",)),
            (("Nơi nhận:", "- Các phòng;", "- Lưu: VT, Hồ sơ."), ("",)),
        )
    else:
        sheet.line("THƯ KÝ\t\t\t\t\tCHỦ TỌA")
        sheet.line("Lê Thị Minh\t\t\t\tNguyễn Văn An")
        sheet.lines(("Nơi nhận:", "- Các phòng;", "- Lưu: VT, Hồ sơ."))
    paper = sheet.read()
    assert signer(paper) == [([], ["THƯ KÝ"], ["Lê Thị Minh"]), ([], ["CHỦ TỌA"], ["Nguyễn Văn An"])]
    assert words(paper, "noi_nhan", "noi_nhan_danh_sach", "luu", "chuc_vu") == {
        "noi_nhan": ("Nơi nhận:",),
        "noi_nhan_danh_sach": ("- Các phòng;",),
        "luu": ("- Lưu: VT, Hồ sơ.",),
        "chuc_vu": ("THƯ KÝ", "CHỦ TỌA"),
    }
    assert paper.absent == frozenset()
    assert paper.unsure == ()


def test_two_offices_sign_together() -> None:
    paper = (
        start()
        .grid((("GIÁM ĐỐC", "SỞ NỘI VỤ", "", "Lê Thị Minh"), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn An")))
        .read()
    )
    assert signer(paper) == [
        ([], ["GIÁM ĐỐC", "SỞ NỘI VỤ"], ["Lê Thị Minh"]),
        (["KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], ["Nguyễn Văn An"]),
    ]
    assert paper.absent == {"noi_nhan"}


@pytest.mark.parametrize(
    ("lines", "listed", "filed"),
    [
        (("Nơi nhận", "- Như trên;", "- Lưu VT."), ("- Như trên;",), ("- Lưu VT.",)),
        (("NƠI NHẬN:", "- Như trên;", "- Lưu: VT, NC (Quý)."), ("- Như trên;",), ("- Lưu: VT, NC (Quý).",)),
        (
            ("Nơi nhận:", "Gửi bản điện tử:", "- Sở Nội vụ (b/c);", "Gửi bản giấy:", "- Lưu: VT."),
            ("Gửi bản điện tử:", "- Sở Nội vụ (b/c);", "Gửi bản giấy:"),
            ("- Lưu: VT.",),
        ),
        (("Nơi nhận:", "Như trên;", "Lưu: VT, VHXH"), ("Như trên;",), ("Lưu: VT, VHXH",)),
        (
            ("Nơi nhận:", "- Thường trực Đảng ủy,", "HĐND xã;", "- Lưu: VT,", "VHXH (2)."),
            ("- Thường trực Đảng ủy,", "HĐND xã;"),
            ("- Lưu: VT,", "VHXH (2)."),
        ),
        (("Nơi nhận:", "– Như Điều 3;", "– Lưu: VT, VP.PL.(300)"), ("– Như Điều 3;",), ("– Lưu: VT, VP.PL.(300)",)),
    ],
)
def test_lists_of_recipients(lines: tuple[str, ...], listed: tuple[str, ...], filed: tuple[str, ...]) -> None:
    paper = start().sign(lines, RIGHT).read()
    assert words(paper, "noi_nhan", "noi_nhan_danh_sach", "luu") == {
        "noi_nhan": (lines[0],),
        "noi_nhan_danh_sach": listed,
        "luu": filed,
    }


@pytest.mark.parametrize(
    ("left", "right", "absent"),
    [
        (("", ""), RIGHT, {"noi_nhan"}),
        (LEFT[:-1], RIGHT, {"luu"}),
        (LEFT, (*RIGHT[:2], "", ""), {"ho_ten"}),
    ],
)
def test_what_was_left_out_of_a_signature_is_absent_for_sure(
    left: tuple[str, ...], right: tuple[str, ...], absent: set[str]
) -> None:
    assert start().sign(left, right).read().absent == absent


def test_a_paper_without_signature_says_so() -> None:
    paper = start().read()
    assert paper.unsure == ("Không tìm thấy phần ký và nơi nhận",)
    assert paper.absent == {"chuc_vu", "ho_ten", "noi_nhan"}


def test_words_of_the_text_are_no_signature() -> None:
    sheet = (
        Sheet()
        .head()
        .title()
        .body(
            (
                "I. PHÂN CÔNG",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
                "Nơi nhận hồ sơ: Trung tâm Phục vụ hành chính công xã.",
                "Chủ tịch Ủy ban nhân dân xã chỉ đạo chung.",
            )
        )
    )
    paper = sheet.sign().read()
    assert len([item for item in paper.items if item.line.text]) == 4
    assert signer(paper) == [(["KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], ["Nguyễn Văn An"])]


def test_the_signature_of_an_appendix_is_not_the_papers() -> None:
    sheet = start().new_page().centre("Phụ lục", "BẢNG TỔNG HỢP")
    sheet.grid((("NGƯỜI LẬP BIỂU", "", "Lê Thị Minh"), ("CHỦ TỊCH", "", "Nguyễn Văn An")))
    paper = sheet.read()
    assert paper.signers == ()
    assert len(paper.phu_luc) == 1
    assert len(paper.sign_tables) == 1


def test_the_address_stands_at_the_foot() -> None:
    sheet = start().sign()
    sheet.line("Địa chỉ: thôn Nà Lẹng, xã Vĩnh Thông; điện thoại: 0209 1234 567; email: a@b.vn")
    assert words(sheet.read(), "dia_chi") == {
        "dia_chi": ("Địa chỉ: thôn Nà Lẹng, xã Vĩnh Thông; điện thoại: 0209 1234 567; email: a@b.vn",)
    }
