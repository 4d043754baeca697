"""Sheets as offices have them: notes and places for signing below, deep heads, a second table, hidden text, days."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import pytest

from tests.loaders.inputs import diagnostics, load, short, told, with_table, workbook
from vtdocs.diagnostics import Diagnostic
from vtdocs.loaders.tables.date_formats import show_date
from vtdocs.model import Bang, Cot, VaiTro

HEAD = ("STT", "Họ và tên", "Đơn vị", "Điểm")
ROWS = (HEAD, (1, "An", "Xã A", 9), (2, "Bình", "Xã B", 8))
BODY = (("1", "An", "Xã A", "9"), ("2", "Bình", "Xã B", "8"))
BLANK = (None,) * 4


def book(*rows: tuple[Any, ...], merged: str = "") -> bytes:
    return workbook(*rows, head=None, edit=lambda page: [page.merge_cells(area) for area in merged.split()])


def sheet(*rows: tuple[Any, ...], merged: str = "", what: str = "hoat-dong.xlsx") -> Bang:
    return load(with_table(what), hoat_dong_xlsx=book(*rows, merged=merged)).phu_luc[0].bang[0]


def faults(*rows: tuple[Any, ...], merged: str = "", what: str = "hoat-dong.xlsx") -> tuple[Diagnostic, ...]:
    return diagnostics(with_table(what), hoat_dong_xlsx=book(*rows, merged=merged))


@pytest.mark.parametrize("note", ["Ghi chú: KH là kế hoạch", "(1) Số liệu ước", "* Số liệu ước", "Lưu ý: số ước"])
@pytest.mark.parametrize("column", [0, 1])
def test_a_note_below_the_rows_stands_below_the_table(note: str, column: int) -> None:
    found = sheet(*ROWS, (None,) * column + (note,))
    assert (found.hang, found.ghi_chu) == (BODY, (note,))


def test_places_for_signing_are_left_out_with_one_warning() -> None:
    below = [
        BLANK,
        ("Bình Minh, ngày 05 tháng 6 năm 2026",),
        ("Người lập biểu", None, "KẾ TOÁN TRƯỞNG"),
        ("Lê A", None, "Vũ B"),
    ]
    (fault,) = faults(*ROWS, *below)
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!A5 VT-066?"
    assert fault.message.startswith("chữ phía dưới bảng không được in: “Bình Minh, ngày 05 tháng 6 năm 2026 Người lập")
    assert sheet(*ROWS, *below).hang == BODY


def test_notes_and_signatures_part_from_each_other_and_join_the_notes_of_the_plan() -> None:
    below = [BLANK, ("Ghi chú:",), ("(2) Xếp theo vần chữ cái.",), ("CHỦ TỊCH UBND XÃ",)]
    found = sheet(*ROWS, *below, what="{tep: hoat-dong.xlsx, ghi_chu: Số ước}")
    assert (found.hang, found.ghi_chu) == (BODY, ("Số ước", "Ghi chú:", "(2) Xếp theo vần chữ cái."))


def test_a_note_below_a_csv_table() -> None:
    text = "STT;Họ và tên;Đơn vị;Điểm\n1;An;Xã A;9\n2;Bình;Xã B;8\n(1) Số ước;;;\nNGƯỜI LẬP;;;\n"
    found = load(with_table("hoat-dong.csv"), hoat_dong_csv=text.encode()).phu_luc[0].bang[0]
    assert (found.hang, found.ghi_chu) == (BODY, ("(1) Số ước",))
    assert told(with_table("hoat-dong.csv"), hoat_dong_csv=text.encode()) == ["hoat-dong.csv:5 VT-066?"]


def test_a_total_behind_an_empty_row_stays_a_row() -> None:
    assert sheet(*ROWS, BLANK, (None, "Tổng cộng", None, 17)).hang[-1] == ("", "Tổng cộng", "", "17")


DEEP = (
    ("TT", "Lĩnh vực", "Tiếp nhận", None, None),
    (None, None, "Tổng số", "Trong đó", None),
    (None, None, None, "Trực tuyến", "Trực tiếp"),
    (1, "Hộ tịch", 30, 20, 10),
)
DEEP_MERGED = "A1:A3 B1:B3 C1:E1 C2:C3 D2:E2"


def test_of_three_rows_of_headings_the_lower_two_are_one() -> None:
    found = sheet(*DEEP, merged=DEEP_MERGED)
    assert [(cot.nhom, cot.ten) for cot in found.cot] == [
        (None, "TT"),
        (None, "Lĩnh vực"),
        ("Tiếp nhận", "Tổng số"),
        ("Tiếp nhận", "Trong đó - Trực tuyến"),
        ("Tiếp nhận", "Trong đó - Trực tiếp"),
    ]
    assert found.hang == (("1", "Hộ tịch", "30", "20", "10"),)


@pytest.mark.parametrize("what", ["dong_dau: 2, so_dong_dau: 2", "dong_dau: 1, so_dong_dau: 2"])
def test_a_head_that_the_plan_cuts_is_a_fault_and_loses_no_column(what: str) -> None:
    (fault,) = faults(*DEEP, merged=DEEP_MERGED, what=f"{{tep: hoat-dong.xlsx, {what}}}")
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!A1 VT-065"
    assert fault.hint == "ghi dong_dau: 1, so_dong_dau: 3; hoặc bỏ gộp ô ở đầu bảng trong Excel"


def test_a_second_row_of_a_csv_head_is_told_once() -> None:
    text = "TT;Đơn vị;Năm 2025;;Năm 2026;\n;;KH;TH;KH;TH\n1;Xã A;1;2;3;4\n2;Xã B;1;2;3;4\n"
    found = told(with_table("hoat-dong.csv"), hoat_dong_csv=text.encode())
    assert found[0] == "hoat-dong.csv:2 VT-056"
    assert sum("VT-056" in line for line in found) == 1


def test_a_second_table_in_the_sheet_is_never_swallowed() -> None:
    rows = (*ROWS, BLANK, ("BIỂU 2. LAO ĐỘNG",), ("TT", "Tên DN", "Lao động", "Lương"), (1, "DN A", 2, 3))
    found = {short(fault): fault.hint or "" for fault in faults(*rows)}
    assert list(found) == ["hoat-dong.xlsx!Phụ lục!A5 VT-066?", "hoat-dong.xlsx!Phụ lục!A6 VT-067"]
    assert found["hoat-dong.xlsx!Phụ lục!A6 VT-067"].endswith("bảng này ghi dong_dau: 1, bảng sau ghi dong_dau: 6")
    first = sheet(*rows, what="{tep: hoat-dong.xlsx, dong_dau: 1}")
    second = sheet(*rows, what="{tep: hoat-dong.xlsx, dong_dau: 6}")
    assert (first.hang, second.hang) == (BODY, (("1", "DN A", "2", "3"),))


def spoilt(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as made:
        for name in package.namelist():
            content = package.read(name)
            assert name != part or old in content
            made.writestr(name, content.replace(old, new, 1) if name == part else content)
    return buffer.getvalue()


def test_text_below_a_merged_cell_is_told() -> None:
    data = spoilt(
        book(*ROWS),
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b'</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
    )
    (fault,) = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!C3 VT-068?"
    assert fault.message == "chữ “Xã B” nằm khuất trong vùng ô gộp nên không được in"


@pytest.mark.parametrize("index", ["-1", "x", "9" * 40, "12"])
def test_a_shared_text_that_is_not_there_is_damage(index: str) -> None:
    old = b'<c r="B2" t="inlineStr"><is><t>An</t></is></c>'
    new = f'<c r="B2" t="s"><v>{index}</v></c>'.encode()
    data = spoilt(book(*ROWS), "xl/worksheets/sheet1.xml", old, new)
    (fault,) = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
    assert short(fault) == "hoat-dong.xlsx VT-040"
    assert fault.message == "trang tính “Phụ lục” bị hỏng: ô B2 trỏ tới chữ không có trong tệp"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd/mm/yyyy", "02/03/1985"),
        ("dd/mm/yyyy;@", "02/03/1985"),
        ("[$-42A]d/m/yy", "2/3/85"),
        ("mm/yyyy", "03/1985"),
        ("dd/mm", "02/03"),
        ('"Tháng "m\\/yyyy', "Tháng 3/1985"),
        ("m/d/yyyy", None),
        ("yyyy-mm-dd", None),
        ("mmm-yy", None),
        ("General", None),
    ],
)
def test_a_day_is_printed_as_its_cell_shows_it(code: str, shown: str | None) -> None:
    assert show_date(code, datetime.date(1985, 3, 2)) == shown


def test_a_day_of_a_sheet_has_the_format_of_its_cell() -> None:
    def edit(page: Any) -> None:
        page["C2"].number_format = "mm/yyyy"

    rows = (("STT", "Họ và tên", "Ngày sinh"), (1, "An", datetime.date(2026, 3, 1)))
    found = load(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook(*rows, head=None, edit=edit))
    assert found.phu_luc[0].bang[0].hang == (("1", "An", "03/2026"),)
    assert found.diagnostics == ()


def test_words_above_the_head_that_the_plan_says_are_not_told() -> None:
    rows = (("BIỂU 1. KẾT QUẢ",), (None, None, None, "Đơn vị tính: điểm"), *ROWS)
    assert faults(*rows, what="{tep: hoat-dong.xlsx, tieu_de: Biểu 1. Kết quả, don_vi_tinh: điểm}") == ()
    (fault,) = faults(*rows, what="{tep: hoat-dong.xlsx, tieu_de: Biểu 1. Kết quả}")
    assert fault.message == "chữ phía trên hàng tiêu đề không được in: “Đơn vị tính: điểm”"
    assert fault.hint == "đơn vị tính ghi ở khóa don_vi_tinh; chữ còn lại không cần thì xóa"


def test_columns_that_are_not_listed_are_told_once() -> None:
    (fault,) = faults(*ROWS, what="{tep: hoat-dong.xlsx, cot: [STT, Họ và tên]}")
    assert fault.message == "cột “Đơn vị”, “Điểm” không có trong danh sách cot, chữ trong cột không được in"


def test_rows_that_open_with_their_own_numbers_get_no_column_for_them() -> None:
    found = sheet(("Nội dung", "Cơ quan chủ trì"), ("1. Tập huấn", "Phòng VHXH"), ("2. Tờ rơi", "Phòng VHXH"))
    assert [cot.ten for cot in found.cot] == ["Nội dung", "Cơ quan chủ trì"]


def test_a_repeated_number_is_told_as_such() -> None:
    (fault,) = faults(*ROWS, (2, "Chi", "Xã C", 7))
    assert fault.message == "số thứ tự bị lặp: hai hàng cùng ghi 2"


def test_a_unit_in_brackets_hides_no_role() -> None:
    found = sheet(("STT", "Nội dung", "Đơn giá (đồng)", "Kinh phí (triệu đồng)"), (1, "a", 2, 3))
    assert [cot.vai_tro for cot in found.cot][2:] == [VaiTro.DON_GIA, VaiTro.THANH_TIEN]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("{hang: [{nhom: }, {noi_dung: a}]}", "ke-hoach.yaml:12:20 VT-014"),
        ('{hang: [{nhom: "", so: I}, {noi_dung: a}]}', "ke-hoach.yaml:12:20 VT-014"),
        ('{hang: [{tong: , stt: "1"}]}', "ke-hoach.yaml:12:20 VT-014"),
        ("{hang: }", "ke-hoach.yaml:12:12 VT-014"),
        ("{cot: [STT, TT, A], hang: [[1, 2, 3]]}", "ke-hoach.yaml:12:17 VT-022"),
    ],
)
def test_what_was_left_empty_or_given_twice_is_told_at_its_key(what: str, expected: str) -> None:
    assert told(with_table(what)) == [expected]


def test_several_columns_of_quantities_are_declared() -> None:
    cot = ", ".join(
        f"{{ten: {name}, vai_tro: {role}}}"
        for name, role in (
            ("Việc", "noi_dung"),
            ("Người", "so_luong"),
            ("Buổi", "so_luong"),
            ("Giá", "don_gia"),
            ("Tiền", "thanh_tien"),
        )
    )
    what = f'{{du_toan: co, cot: [{cot}], hang: [[a, "10", "4", "50.000", ""]]}}'
    found = load(with_table(what)).phu_luc[0].bang[0]
    assert found.hang == (("a", "10", "4", "50.000", "2.000.000"), ("Tổng cộng", "", "", "", "2.000.000"))
    assert Cot(VaiTro.SO_LUONG, "Buổi") in found.cot


def test_a_budget_is_checked_by_the_numbers_that_excel_stores() -> None:
    def edit(page: Any) -> None:
        for cell in ("E2", "F2", "F3"):
            page[cell].number_format = "#,##0"

    head = ("STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền")
    data = workbook(
        head,
        (1, "Chia đều", "hộ", 3, 100000 / 3, 100000),
        (None, "Tổng cộng", None, None, None, 100000),
        head=None,
        edit=edit,
    )
    found = load(with_table("{tep: hoat-dong.xlsx, du_toan: co}"), hoat_dong_xlsx=data)
    assert found.phu_luc[0].bang[0].hang[0][3:] == ("3", "33.333", "100.000")
    assert [short(fault) for fault in found.diagnostics] == ["hoat-dong.xlsx!Phụ lục!F2 VT-093?"]
