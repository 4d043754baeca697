"""Heads of one and two rows, columns of any kind, rows of signs, roles by their headings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.loaders.inputs import diagnostics, load, short, told_of_sheet, with_table, workbook
from vtdocs.loaders.tables.signs import find_signs
from vtdocs.model import Bang, CanhO, Cot, VaiTro


def table(what: str, **files: bytes) -> Bang:
    return load(with_table(what), **files).phu_luc[0].bang[0]


def sheet(*rows: tuple[Any, ...], merged: str = "", what: str = "hoat-dong.xlsx") -> Bang:
    return table(what, hoat_dong_xlsx=book(*rows, merged=merged))


def book(*rows: tuple[Any, ...], merged: str = "") -> bytes:
    return workbook(*rows, head=None, edit=lambda page: [page.merge_cells(area) for area in merged.split()])


def csv(text: str, what: str = "hoat-dong.csv") -> Bang:
    return table(what, hoat_dong_csv=text.encode())


def heads(bang: Bang) -> list[tuple[str | None, str]]:
    return [(cot.nhom, cot.ten) for cot in bang.cot]


def roles(bang: Bang) -> list[str | None]:
    return [cot.vai_tro.value if cot.vai_tro else None for cot in bang.cot]


TWO_ROWS = (
    ("STT", "Chỉ tiêu", "Kết quả", None, "Ghi chú"),
    (None, None, "Đơn vị tính", "Số liệu", None),
    (1, "Số văn bản", "văn bản", 12, None),
)
TWO_ROWS_HEADS = [
    (None, "STT"),
    (None, "Chỉ tiêu"),
    ("Kết quả", "Đơn vị tính"),
    ("Kết quả", "Số liệu"),
    (None, "Ghi chú"),
]


def test_every_column_with_a_heading_is_taken() -> None:
    found = sheet(("Tên thôn", "Số hộ", "Trưởng thôn"), ("Đông", 120, "Nguyễn Văn A"), ("Tây", 98, "Trần Thị B"))
    assert found == Bang(
        (Cot(None, "Tên thôn"), Cot(None, "Số hộ"), Cot(None, "Trưởng thôn")),
        (("Đông", "120", "Nguyễn Văn A"), ("Tây", "98", "Trần Thị B")),
    )


def test_the_seven_columns_of_an_action_table_have_their_roles() -> None:
    found = csv(
        "STT;Nhiệm vụ;Sản phẩm;Thời gian hoàn thành;Chủ trì;Phối hợp;Theo dõi, kiểm tra, đôn đốc\n1;a;b;c;d;e;f"
    )
    assert roles(found) == ["stt", "noi_dung", "san_pham", "thoi_gian", "chu_tri", "phoi_hop", "theo_doi"]


def test_the_columns_of_a_budget_have_their_roles() -> None:
    found = csv("TT;Nội dung chi;ĐVT;Số lượng;Đơn giá;Thành tiền;Ghi chú\n1;a;b;2;3;6;g\n")
    assert roles(found) == ["stt", "noi_dung", "don_vi_tinh", "so_luong", "don_gia", "thanh_tien", "ghi_chu"]


def test_the_first_of_two_columns_takes_the_role() -> None:
    found = csv("STT;Nội dung;Nhiệm vụ;Số lượng;Số lượng\n1;a;b;2;3\n")
    assert roles(found) == ["stt", "noi_dung", "nhiem_vu", "so_luong", None]


def test_a_result_in_words_is_no_figure() -> None:
    assert roles(csv("STT;Nội dung;Kết quả\n1;a;Đã xong\n2;b;Chưa xong\n"))[2] is None
    assert roles(csv("STT;Nội dung;Kết quả\n1;a;25.898\n2;b;67,05%\n"))[2] == "so_lieu"
    assert roles(csv("STT;Nội dung;Kết quả\n1;a;1 234 567\n2;b;−3\n3;c;+4,5\n"))[2] == "so_lieu"
    assert roles(csv("STT;Nội dung;Kết quả\n1;a;01.02.2026\n2;b;1.2.3\n3;c;5\n"))[2] is None


@pytest.mark.parametrize("merged", ["A1:A2 B1:B2 C1:D1 E1:E2", "C1:D1"])
def test_a_head_of_two_rows_is_found_by_its_merged_cells(merged: str) -> None:
    found = sheet(*TWO_ROWS, merged=merged)
    assert heads(found) == TWO_ROWS_HEADS
    assert roles(found) == ["stt", None, "don_vi_tinh", "so_lieu", "ghi_chu"]
    assert found.hang == (("1", "Số văn bản", "văn bản", "12", ""),)


def test_a_head_of_two_rows_below_a_title() -> None:
    found = sheet(("BIỂU 1",), *TWO_ROWS, merged="A1:E1 A2:A3 B2:B3 C2:D2 E2:E3")
    assert heads(found) == TWO_ROWS_HEADS


def test_groups_above_known_headings_belong_to_the_head() -> None:
    rows = [
        (None, None, "Trong kỳ", None, "Lũy kế", None),
        ("STT", "Nội dung", "Số lượng", "Số tiền", "Lượng", "Tiền"),
        (1, "a", 1, 2, 3, 4),
    ]
    assert heads(sheet(*rows, merged="C1:D1 E1:F1")) == [
        (None, "STT"),
        (None, "Nội dung"),
        ("Trong kỳ", "Số lượng"),
        ("Trong kỳ", "Số tiền"),
        ("Lũy kế", "Lượng"),
        ("Lũy kế", "Tiền"),
    ]


def test_a_head_of_two_rows_without_merged_cells_is_declared() -> None:
    assert heads(sheet(*TWO_ROWS, what="{tep: hoat-dong.xlsx, so_dong_dau: 2}")) == TWO_ROWS_HEADS
    text = "STT;Chỉ tiêu;Kết quả;;Ghi chú\n;;Đơn vị tính;Số liệu;\n1;Số văn bản;văn bản;12;\n"
    found = csv(text, "{tep: hoat-dong.csv, so_dong_dau: 2}")
    assert heads(found) == TWO_ROWS_HEADS
    assert found.hang == (("1", "Số văn bản", "văn bản", "12", ""),)


def test_years_may_stand_below_a_group() -> None:
    rows = [("STT", "Tên", "Kế hoạch", None), (None, None, 2025, 2026), (1, "a", 3, 4)]
    assert heads(sheet(*rows, merged="C1:D1"))[2:] == [("Kế hoạch", "2025"), ("Kế hoạch", "2026")]
    # Figures below are those of the first row.
    rows[1] = (None, None, 5, 6)
    assert heads(sheet(*rows[:2], merged="C1:D1")) == [(None, "STT"), (None, "Tên"), (None, "Kế hoạch")]


def test_a_group_over_a_single_column_is_kept() -> None:
    text = "STT;Tên;Năm trước;Năm nay\n;;Thực hiện;Kế hoạch\n1;a;2;3\n"
    assert heads(csv(text, "{tep: hoat-dong.csv, so_dong_dau: 2}"))[2:] == [
        ("Năm trước", "Thực hiện"),
        ("Năm nay", "Kế hoạch"),
    ]


def test_a_head_of_four_rows_is_a_fault_with_the_way_out() -> None:
    rows = [("STT", "Tên", "Kết quả", None), *[(None, None, "Năm", None)] * 2, (None, None, "x", "y"), (1, "a", 1, 2)]
    (fault,) = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=book(*rows, merged="A1:A4 B1:B4 C1:D1 C2:D2"))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!A1 VT-065"
    assert fault.hint == "trong Excel, gộp các tiêu đề lại còn nhiều nhất 3 hàng"


@pytest.mark.parametrize("count", [25, 40])
def test_more_columns_than_a_page_holds_are_a_fault(count: int) -> None:
    data = book(tuple(f"Cột {n}" for n in range(count)), tuple("a" for _ in range(count)))
    assert told_of_sheet(data) == ["hoat-dong.xlsx!Phụ lục!A1 VT-064"]
    what = "{tep: hoat-dong.xlsx, cot: [Cột 3, Cột 1]}"
    assert table(what, hoat_dong_xlsx=data).cot == (Cot(None, "Cột 3"), Cot(None, "Cột 1"))


# --- columns as the plan lists them ----------------------------------------------------------------


def test_listed_columns_are_taken_in_their_order_with_what_is_said_of_them() -> None:
    data = book(("TT", "Tên thôn", "Số hộ", "Lý do"), (1, "Đông", 120, "x"))
    what = (
        "{tep: hoat-dong.xlsx, cot: [TEN THON, {ten: số hộ, vai_tro: so_lieu, nhom: Hộ, ky_hieu: 1=2+3, canh: giua, "
        "gop_doc: true}, {ten: Lý do, noi_bo: co}]}"
    )
    what = what.replace("nhom: Hộ, ", "")
    found = table(what, hoat_dong_xlsx=data)
    assert found.cot == (
        Cot(None, "TEN THON"),
        Cot(VaiTro.SO_LIEU, "số hộ", None, "1=2+3", CanhO.GIUA, gop_doc=True),
        Cot(None, "Lý do", noi_bo=True),
    )
    assert found.hang == (("Đông", "120", "x"),)
    assert [short(fault) for fault in load(with_table(what), hoat_dong_xlsx=data).diagnostics] == [
        "hoat-dong.xlsx!Phụ lục!A1 VT-046?"
    ]


def test_the_group_tells_two_columns_of_one_heading_apart() -> None:
    text = "Tên;Trong kỳ;;Lũy kế;\n;Giao;Làm;Giao;Làm\na;1;2;3;4\n"
    what = "{tep: hoat-dong.csv, so_dong_dau: 2, cot: [Tên, {ten: Làm, nhom: Lũy kế}, {ten: Làm, nhom: Trong kỳ}]}"
    found = csv(text, what)
    assert heads(found) == [(None, "Tên"), ("Lũy kế", "Làm"), ("Trong kỳ", "Làm")]
    assert found.hang == (("a", "4", "2"),)


def test_a_listed_column_that_is_not_there_is_told_at_its_place() -> None:
    data = book(("Tên thôn", "Số hộ"), ("Đông", 120))
    faults = diagnostics(with_table("{tep: hoat-dong.xlsx, cot: [Tên thông, Số hộ, Khác]}"), hoat_dong_xlsx=data)
    assert [short(fault) for fault in faults] == ["ke-hoach.yaml:12:39 VT-045", "ke-hoach.yaml:12:57 VT-045"]
    assert "có phải ý là “Tên thôn”" in faults[0].message


# --- signs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "below"),
    [
        (("A", "B", "1=2+3", "2", "3"), ("1", "Số hồ sơ", "5", "2", "3")),
        (("A", "1=2+3", "2", "3", "4=5+6", "5", "6"), ("1", "9", "4", "5", "3", "1", "2")),
        (("(1)", "(2)", "(3)"), ("1", "a", "b")),
        (("(1)", "(2)"), ("9", "b")),
        (("1", "2", "3", "4"), ("1", "a", "b", "c")),
        (("1", "2", "3", "4"), ("I", "a", "", "")),
        (("1", "2", "3", "4"), ("Thôn Đông", "5", "6", "7")),
        (("", "A", "1", "2"), ("1", "a", "3", "4")),
        (("A", "B", "1", "2"), ("I", "Nhóm", "", "")),
    ],
)
def test_a_row_of_signs_is_known(row: tuple[str, ...], below: tuple[str, ...]) -> None:
    assert find_signs(row, below) == row


@pytest.mark.parametrize(
    ("row", "below"),
    [
        (("1", "2", "3", "4"), ("2", "5", "6", "7")),
        (("1", "2", "3", "4"), None),
        (("1", "2", "3", "4"), ("4", "3", "2", "1")),
        (("1", "2"), ("1", "a")),
        (("1", "a", "2", "3"), ("2", "b", "3", "4")),
        (("1", "2", "2", "3"), ("1", "b", "3", "4")),
        (("A", "1", "2"), ("B", "3", "4")),
        (("A", "B", "C"), ("1", "x", "y")),
        (("A", "C", "1", "2"), ("1", "x", "y", "z")),
        (("", "", "1", "2", ""), ("1", "x", "y", "z", "")),
        (("1", "2.5", "3"), ("1", "x", "y")),
    ],
)
def test_a_row_of_figures_is_no_row_of_signs(row: tuple[str, ...], below: tuple[str, ...] | None) -> None:
    assert find_signs(row, below) is None


def test_signs_of_a_sheet_become_those_of_the_columns() -> None:
    found = sheet(("STT", "Nội dung", "Tổng", "Nam", "Nữ"), ("A", "B", "1=2+3", 2, 3), (1, "Thôn", 5, 2, 3))
    assert [cot.ky_hieu for cot in found.cot] == ["A", "B", "1=2+3", "2", "3"]
    assert found.hang == (("1", "Thôn", "5", "2", "3"),)
    listed = "{tep: hoat-dong.xlsx, cot: [Nội dung, {ten: Tổng, ky_hieu: T}]}"
    rows = [("STT", "Nội dung", "Tổng"), ("(1)", "(2)", "(3)"), (1, "Thôn", 5)]
    # "(2)" and "(3)" do not count up from 1.
    assert sheet(*rows, what=listed).hang[0] == ("(2)", "(3)")


def test_a_head_typed_again_is_left_out_with_a_word() -> None:
    rows = [("TT", "Tên", "Số"), ("(1)", "(2)", "(3)"), (1, "a", 5), ("TT", "Tên", "Số"), ("(1)", "(2)", "(3)")]
    data = book(*rows, (2, "b", 6))
    assert told_of_sheet(data) == ["hoat-dong.xlsx!Phụ lục!A4 VT-063?"]
    assert table("hoat-dong.xlsx", hoat_dong_xlsx=data).hang == (("1", "a", "5"), ("2", "b", "6"))


def test_a_head_of_two_rows_typed_again_is_left_out() -> None:
    rows = [*TWO_ROWS, *TWO_ROWS[:2], (2, "Số cuộc", "cuộc", 3, None)]
    data = book(*rows, merged="A1:A2 B1:B2 C1:D1 E1:E2 A4:A5 B4:B5 C4:D4 E4:E5")
    assert told_of_sheet(data) == ["hoat-dong.xlsx!Phụ lục!A4 VT-063?"]
    assert [row[0] for row in table("hoat-dong.xlsx", hoat_dong_xlsx=data).hang] == ["1", "2"]


def test_hidden_columns_are_printed_with_a_warning() -> None:
    def edit(page: Any) -> None:
        page.column_dimensions["B"].hidden = True
        page.column_dimensions["J"].hidden = True

    for odd in ((), ("=1",)):
        data = workbook(("x", "y", "z"), ("x", "y", "z", *odd), head=("Tên", "Mã", "Ghi chú"), edit=edit)
        faults = [fault for fault in diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
                  if fault.code == "VT-059"]  # fmt: skip
        assert [short(fault) for fault in faults] == ["hoat-dong.xlsx!Phụ lục!B1 VT-059?"]
        assert "1 cột" in faults[0].message


def test_several_sheets_are_several_tables() -> None:
    def edit(page: Any) -> None:
        for name in ("Biểu 1", "Biểu 2"):
            other = page.parent.create_sheet(name)
            other.append(("Tên", "Số"))
            other.append((name, 5))

    data = workbook(("x",), head=None, edit=edit)
    what = "{tep: hoat-dong.xlsx, trang_tinh: [Biểu 2, Biểu 1], tieu_de: T, ghi_chu: [a, b], don_vi_tinh: đồng}"
    first, second = load(with_table(what), hoat_dong_xlsx=data).phu_luc[0].bang
    assert (first.hang, first.tieu_de, first.ghi_chu, first.don_vi_tinh) == ((("Biểu 2", "5"),), "T", (), "đồng")
    assert (second.hang, second.tieu_de, second.ghi_chu) == ((("Biểu 1", "5"),), None, ("a", "b"))
    faults = diagnostics(with_table("{tep: hoat-dong.xlsx, trang_tinh: [Biểu 2, Bieu 3, X]}"), hoat_dong_xlsx=data)
    assert [short(fault) for fault in faults] == ["ke-hoach.yaml:12:54 VT-043", "ke-hoach.yaml:12:62 VT-043"]
