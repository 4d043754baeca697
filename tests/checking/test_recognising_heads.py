"""Heads of papers in the layouts that people use."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from docx.shared import Mm

from tests.checking.papers import ISSUER, MOTTO, TEXT, Sheet, fill, words
from vtdocs.checking.office import Office
from vtdocs.checking.paper import Regime

HEAD = {
    "quoc_hieu": (MOTTO[0],),
    "tieu_ngu": (MOTTO[1],),
    "co_quan_ban_hanh": ISSUER,
    "so_ky_hieu": ("Số: 12/KH-UBND",),
    "dia_danh_thoi_gian": ("Vĩnh Thông, ngày 05 tháng 01 năm 2026",),
    "ten_loai": ("KẾ HOẠCH",),
    "trich_yeu": ("Tuyên truyền cải cách hành chính năm 2026",),
}
KEYS = (*HEAD, "co_quan_chu_quan", "trich_yeu_cong_van", "kinh_gui", "do_khan", "do_mat", "du_thao")


def one_row(sheet: Sheet) -> None:
    sheet.head()


def one_row_line_breaks(sheet: Sheet) -> None:
    sheet.grid(
        (("\n".join((*ISSUER, "", "Số: 12/KH-UBND")),), ("\n".join((*MOTTO, "", HEAD["dia_danh_thoi_gian"][0])),))
    )


def two_rows(sheet: Sheet) -> None:
    sheet.grid((ISSUER, MOTTO), (HEAD["so_ky_hieu"], HEAD["dia_danh_thoi_gian"]))


def three_rows(sheet: Sheet) -> None:
    sheet.grid((ISSUER[:1], MOTTO[:1]), (ISSUER[1:], MOTTO[1:]), (HEAD["so_ky_hieu"], HEAD["dia_danh_thoi_gian"]))


def four_rows_with_rules(sheet: Sheet) -> None:
    sheet.grid(
        (ISSUER[:1], MOTTO[:1]), (ISSUER[1:], MOTTO[1:]), (("_______",), ("________________",)),
        (HEAD["so_ky_hieu"], HEAD["dia_danh_thoi_gian"]),
    )  # fmt: skip


def three_columns(sheet: Sheet) -> None:
    sheet.grid((ISSUER, ("",), MOTTO), (HEAD["so_ky_hieu"], ("",), HEAD["dia_danh_thoi_gian"]), widths=(70, 5, 90))


def nested(sheet: Sheet) -> None:
    outer = sheet.docx.add_table(1, 1)
    inner = outer.rows[0].cells[0].add_table(1, 2)
    fill(inner.rows[0].cells[0], (*ISSUER, "Số: 12/KH-UBND"))
    fill(inner.rows[0].cells[1], (*MOTTO, HEAD["dia_danh_thoi_gian"][0]))


def tables_in_cells(sheet: Sheet) -> None:
    outer = sheet.docx.add_table(1, 2)
    for cell, lines in zip(
        outer.rows[0].cells, ((*ISSUER, "Số: 12/KH-UBND"), (*MOTTO, HEAD["dia_danh_thoi_gian"][0])), strict=True
    ):
        fill(cell.add_table(1, 1).rows[0].cells[0], lines)


def two_tables(sheet: Sheet) -> None:
    sheet.grid((ISSUER, MOTTO))
    sheet.line()
    sheet.grid((HEAD["so_ky_hieu"], HEAD["dia_danh_thoi_gian"]))


def number_before_motto(sheet: Sheet) -> None:
    sheet.grid(((*ISSUER, "______", "Số: 12/KH-UBND"), (*MOTTO, "_______", HEAD["dia_danh_thoi_gian"][0])))


def tabs(sheet: Sheet) -> None:
    sheet.line(f"{ISSUER[0]}\t\t{MOTTO[0]}", bold=True)
    sheet.line(f"{ISSUER[1]}\t\t{MOTTO[1]}", bold=True)
    sheet.line(f"Số: 12/KH-UBND\t\t{HEAD['dia_danh_thoi_gian'][0]}")


def blanks(sheet: Sheet) -> None:
    sheet.line(f"    {ISSUER[0]}          {MOTTO[0]}", bold=True)
    sheet.line(f"      {ISSUER[1]}              {MOTTO[1]}", bold=True)
    sheet.line("       _______                   ____________________")
    sheet.line(f"  Số: 12/KH-UBND           {HEAD['dia_danh_thoi_gian'][0]}")


def one_column(sheet: Sheet) -> None:
    sheet.centre(*MOTTO)
    sheet.centre("_______________", bold=False)
    sheet.centre(*ISSUER)
    sheet.centre("Số: 12/KH-UBND", HEAD["dia_danh_thoi_gian"][0], bold=False)


def one_column_office_first(sheet: Sheet) -> None:
    sheet.centre(*ISSUER)
    sheet.centre("Số: 12/KH-UBND", bold=False)
    sheet.centre(*MOTTO)
    sheet.centre(HEAD["dia_danh_thoi_gian"][0], bold=False)


def motto_at_left(sheet: Sheet) -> None:
    sheet.grid(((*MOTTO, HEAD["dia_danh_thoi_gian"][0]), (*ISSUER, "Số: 12/KH-UBND")))


def number_below_table(sheet: Sheet) -> None:
    sheet.grid((ISSUER, MOTTO))
    sheet.line(f"Số: 12/KH-UBND\t\t\t{HEAD['dia_danh_thoi_gian'][0]}")


def empty_lines_first(sheet: Sheet) -> None:
    sheet.lines(("", ""))
    sheet.head()
    sheet.lines(("", "", ""))


def no_break_blanks(sheet: Sheet) -> None:
    sheet.head((*ISSUER, "Số:\xa012/KH-UBND"), (MOTTO[0].replace(" ", "\xa0"), MOTTO[1], HEAD["dia_danh_thoi_gian"][0]))


def left_then_right(sheet: Sheet) -> None:
    sheet.lines((*ISSUER, "Số: 12/KH-UBND"))
    sheet.lines((*MOTTO, HEAD["dia_danh_thoi_gian"][0]), align="right")


def right_then_left(sheet: Sheet) -> None:
    sheet.lines(MOTTO, align="right")
    sheet.lines((*ISSUER, "Số: 12/KH-UBND"))
    sheet.lines(HEAD["dia_danh_thoi_gian"], align="right")


LAYOUTS: list[Callable[[Sheet], None]] = [
    one_row, one_row_line_breaks, two_rows, three_rows, four_rows_with_rules, three_columns, nested, tables_in_cells,
    two_tables, number_before_motto, tabs, blanks, one_column, one_column_office_first, motto_at_left,
    number_below_table, empty_lines_first, no_break_blanks,
    left_then_right,
    right_then_left,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_head_is_found_in_every_layout(layout: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    layout(sheet)
    paper = sheet.title().body().sign().read()
    assert words(paper, *KEYS) == HEAD
    assert (paper.regime, paper.loai and paper.loai.key) == (Regime.ND30, "ke_hoach")
    assert (paper.number, paper.symbol, str(paper.date), paper.is_draft) == (12, "KH-UBND", "2026-01-05", False)
    assert paper.unsure == ()
    assert paper.absent == frozenset()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_combining_marks_are_read_as_letters(layout: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    layout(sheet)
    sheet.title().body().sign()
    for text in sheet.docx.element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        text.text = unicodedata.normalize("NFD", text.text or "")
    assert words(sheet.read(), *KEYS) == HEAD


@pytest.mark.parametrize(
    ("number", "date", "read"),
    [
        ("Số:           /KH-UBND", "Vĩnh Thông, ngày       tháng       năm 2026", (None, "KH-UBND")),
        ("Số: ….. /KH-UBND", "Vĩnh Thông, ngày ... tháng ... năm 2026", (None, "KH-UBND")),
        ("Số: ____/KH-UBND", "Vĩnh Thông, ngày __ tháng 01 năm 2026", (None, "KH-UBND")),
        ("Số:\t/KH-UBND", "Vĩnh Thông, ngày\ttháng\tnăm 2026", (None, "KH-UBND")),
        ("SỐ: 12/KH-UBND", "Vĩnh Thông, ngày 5/1/2026", (12, "KH-UBND")),
        ("Số 12/KH.UBND", "Vĩnh Thông ngày 05 tháng 01 năm 2026", (12, "KH.UBND")),
        ("Số: 12-KH/UBND", "Xã Vĩnh Thông, ngày 05 tháng 1 năm 2026", (12, "KH/UBND")),
        ("Số : 12 / KH - UBND", "Vĩnh Thông, Ngày 05 Tháng 01 Năm 2026", (12, "KH - UBND")),
        ("12/KH-UBND", "Vĩnh Thông, 5/1/2026", (12, "KH-UBND")),
        ("Số: 13/2026/KH-UBND", "Vĩnh Thông, ngày 31 tháng 2 năm 2026", (13, "KH-UBND")),
        ("số: 05/KH-UBND", "ngày 05 tháng 01 năm 2026", (5, "KH-UBND")),
        ("Số:", "Vĩnh Thông, ngày tháng năm", (None, "")),
    ],
)
@pytest.mark.parametrize("layout", ["table", "tabs"])
def test_broken_and_blank_numbers_and_dates_are_found(
    layout: str, number: str, date: str, read: tuple[int | None, str]
) -> None:
    sheet = Sheet()
    if layout == "table":
        sheet.head((*ISSUER, number), (*MOTTO, date))
    else:
        sheet.line(f"{ISSUER[0]}\t\t{MOTTO[0]}").paragraph_format.left_indent = Mm(0)
        sheet.line(f"{ISSUER[1]}\t\t{MOTTO[1]}")
        sheet.line(f"{number}\t\t\t{date}")
    paper = sheet.title().body().sign().read()
    assert words(paper, "so_ky_hieu", "dia_danh_thoi_gian") == {
        "so_ky_hieu": (" ".join(number.split()),),
        "dia_danh_thoi_gian": (" ".join(date.split()),),
    }
    assert (paper.number, paper.symbol) == read
    assert paper.regime is Regime.ND30


@pytest.mark.parametrize(
    "motto",
    [
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập – Tự do – Hạnh phúc"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("CỘNG  HÒA  XÃ  HỘI  CHỦ  NGHĨA  VIỆT  NAM", "Độc lập-Tự do-Hạnh phúc"),
        ("C Ộ N G H Ò A X Ã H Ộ I C H Ủ N G H Ĩ A V I Ệ T N A M", "Độc lập - tự do - hạnh phúc"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.", "Độc lập Tự do Hạnh phúc"),
    ],
)
def test_broken_mottos_are_found(motto: tuple[str, str]) -> None:
    paper = (
        Sheet().head((*ISSUER, "Số: 12/KH-UBND"), (*motto, HEAD["dia_danh_thoi_gian"][0])).title().body().sign().read()
    )
    assert words(paper, "quoc_hieu", "tieu_ngu") == {
        "quoc_hieu": (" ".join(motto[0].split()),),
        "tieu_ngu": (motto[1],),
    }
    assert paper.regime is Regime.ND30


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"], 0, 2),
        (["ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG"], 0, 1),
        (["UBND XÃ VĨNH THÔNG", "PHÒNG VĂN HÓA - XÃ HỘI"], 1, 1),
        (["UBND XÃ VĨNH THÔNG", "PHÒNG VĂN HÓA", "- XÃ HỘI"], 1, 2),
        (["UBND XÃ VĨNH THÔNG", "VĂN PHÒNG HĐND VÀ UBND"], 1, 1),
        (["ỦY BAN NHÂN DÂN", "TỈNH THÁI NGUYÊN", "SỞ NỘI VỤ"], 2, 1),
        (["UBND TỈNH THÁI NGUYÊN", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"], 1, 2),
        (["BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ LƯU TRỮ", "NHÀ NƯỚC"], 1, 2),
        (["HỘI ĐỒNG NHÂN DÂN", "XÃ VĨNH THÔNG"], 0, 2),
        (["HỘI ĐỒNG NHÂN DÂN", "XÃ VĨNH THÔNG", "BAN KINH TẾ - NGÂN SÁCH"], 2, 1),
        (["UBND XÃ VĨNH THÔNG", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"], 1, 2),
        (["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ", "ỦY BAN NHÂN DÂN"], 0, 3),
        (["CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG"], 0, 2),
        (["Ủy ban nhân dân", "xã Vĩnh Thông"], 0, 2),
        (["UBND xã Vĩnh Thông", "Trường Tiểu học Cao Sơn"], 1, 1),
    ],
)
def test_parent_and_issuer_are_told_apart(lines: list[str], parent: int, issuer: int) -> None:
    paper = Sheet().head((*lines, "Số: 12/KH-UBND")).title().body().sign().read()
    found = words(paper, "co_quan_chu_quan", "co_quan_ban_hanh")
    assert len(found.get("co_quan_chu_quan", ())) == parent
    assert found["co_quan_ban_hanh"] == tuple(lines[parent:])
    assert len(found["co_quan_ban_hanh"]) == issuer


def test_an_office_file_tells_its_own_name() -> None:
    lines = ("LIÊN HIỆP HỢP TÁC XÃ", "CAO SƠN VĨNH THÔNG")
    sheet = Sheet().head((*lines, "Số: 12/KH-UBND")).title().body().sign()
    assert words(sheet.read(), "co_quan_ban_hanh") == {"co_quan_ban_hanh": lines}
    office = Office("Cao Sơn Vĩnh Thông")
    assert words(sheet.read(office), "co_quan_chu_quan", "co_quan_ban_hanh") == {
        "co_quan_chu_quan": lines[:1],
        "co_quan_ban_hanh": lines[1:],
    }


def test_stamps_are_no_office() -> None:
    sheet = Sheet().head(
        ("DỰ THẢO", *ISSUER, "Số: 12/KH-UBND", "HỎA TỐC"), ("LƯU HÀNH NỘI BỘ", *MOTTO, HEAD["dia_danh_thoi_gian"][0])
    )
    paper = sheet.title().body().sign().read()
    assert words(paper, "du_thao", "do_khan", "pham_vi_luu_hanh", "co_quan_ban_hanh") == {
        "du_thao": ("DỰ THẢO",),
        "do_khan": ("HỎA TỐC",),
        "pham_vi_luu_hanh": ("LƯU HÀNH NỘI BỘ",),
        "co_quan_ban_hanh": ISSUER,
    }
    assert paper.unsure == ()


@pytest.mark.parametrize("name", ["quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian"])
def test_what_was_left_out_of_a_head_is_absent_for_sure(name: str) -> None:
    lines = {**HEAD}
    lines.pop(name)
    left = (*ISSUER, *lines.get("so_ky_hieu", ()))
    right = tuple(lines[key][0] for key in ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian") if key in lines)
    paper = Sheet().head(left, right).title().body().sign().read()
    assert paper.absent == {name}
    assert paper.part(name) is None
    assert paper.regime is Regime.ND30


def test_a_line_that_is_not_placed_keeps_its_neighbours_from_being_missed() -> None:
    paper = Sheet().head((*ISSUER, "Số: 12/KH-UBND"), (*MOTTO, "Vĩnh Thông, hôm nay")).title().body().sign().read()
    assert paper.unsure == ("Chưa rõ “Vĩnh Thông, hôm nay” ở đầu văn bản là thành phần nào",)
    assert paper.part("dia_danh_thoi_gian") is None
    assert paper.absent == frozenset()


def test_a_paper_without_issuer_has_none() -> None:
    paper = Sheet().grid((("Số: 12/KH-UBND",), (*MOTTO, HEAD["dia_danh_thoi_gian"][0]))).title().body().sign().read()
    assert paper.absent == {"co_quan_ban_hanh"}


def test_a_text_without_head_is_of_no_known_regime() -> None:
    paper = Sheet().centre("BÀI PHÁT BIỂU", "Tại hội nghị tổng kết").body(TEXT[1:]).read()
    assert paper.regime is Regime.UNKNOWN
    assert paper.unsure == ("Không thấy Quốc hiệu, số, ký hiệu ở đầu văn bản nên chưa rõ đây là loại văn bản gì",)
    assert paper.absent == frozenset()


def test_papers_of_the_party_are_told_apart() -> None:
    sheet = Sheet().head(
        ("ĐẢNG BỘ XÃ VĨNH THÔNG", "ĐẢNG ỦY", "*", "Số 05-NQ/ĐU"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Vĩnh Thông, ngày 05 tháng 01 năm 2026"),
    )
    paper = sheet.title("NGHỊ QUYẾT", "về công tác cải cách hành chính").body().read()
    assert paper.regime is Regime.DANG
    assert (paper.number, paper.loai and paper.loai.key) == (5, "nghi_quyet")


@pytest.mark.parametrize(
    ("number", "kind", "regime"),
    [
        ("Số: 15/2025/QĐ-UBND", "QUYẾT ĐỊNH", Regime.QPPL),
        ("Số: 15/2025/NQ-HĐND", "NGHỊ QUYẾT", Regime.QPPL),
        ("Số: 15/2025/TT-BNV", "THÔNG TƯ", Regime.QPPL),
        ("Luật số: 72/2025/QH15", "LUẬT", Regime.QPPL),
        ("Số: 15/QĐ-UBND", "QUYẾT ĐỊNH", Regime.ND30),
        ("Số: 15/L-UBND", "LỆNH ĐIỀU ĐỘNG", Regime.ND30),
        ("Số: 15/2025/KH-UBND", "KẾ HOẠCH", Regime.ND30),
    ],
)
def test_legal_normative_papers_are_told_apart(number: str, kind: str, regime: Regime) -> None:
    paper = Sheet().head((*ISSUER, number)).title(kind, "Về chính sách hỗ trợ").body().sign().read()
    assert paper.regime is regime
