"""The budget table: what is computed, what is checked, and what is said of what does not agree."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.diagnostics import Location
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import Folder
from vtdocs.loaders.forms.du_toan import DU_TOAN, Budget, apply_budget
from vtdocs.loaders.shapes import Field, Record
from vtdocs.loaders.source import read_source
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.yaml import parse_yaml
from vtdocs.model import Bang
from vtdocs.model.bang import Cot, Gop, KieuHang, VaiTro

NHOM, TONG = KieuHang.NHOM, KieuHang.TONG
FULL = (
    Cot(VaiTro.STT, "STT"),
    Cot(VaiTro.NOI_DUNG, "Nội dung"),
    Cot(VaiTro.DON_VI_TINH, "ĐVT"),
    Cot(VaiTro.SO_LUONG, "Số lượng"),
    Cot(VaiTro.DON_GIA, "Đơn giá"),
    Cot(VaiTro.THANH_TIEN, "Thành tiền"),
)
SUMS = (Cot(VaiTro.STT, "TT"), Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(VaiTro.THANH_TIEN, "Kinh phí"))


def place(row: int, column: int) -> Location:
    return Location("du-toan.csv", row + 2, column + 1)


def table(text: str, columns: tuple[Cot, ...] = FULL) -> Bang:
    """Make a table of lines of cells; a line that opens with * is a group, with = a total."""
    lines = [line.strip() for line in text.strip().splitlines()]
    kinds = {at: NHOM if line[0] == "*" else TONG for at, line in enumerate(lines) if line[0] in "*="}
    rows = tuple(tuple(cell.strip() for cell in line.lstrip("*=").split("|")) for line in lines)
    return Bang(columns, rows, kieu_hang=kinds)


def done(bang: Bang, options: Budget | None = None) -> tuple[Bang | None, list[str]]:
    faults = Faults()
    found = apply_budget(bang, options or Budget(), place, faults)
    assert (found is None) == faults.has_errors
    return found, [f"{fault.location} {fault.code} {fault.message}" for fault in faults.told()]


def money(bang: Bang | None) -> list[str]:
    assert bang is not None
    column = next(at for at, cot in enumerate(bang.cot) if cot.vai_tro is VaiTro.THANH_TIEN)
    return [row[column] for row in bang.hang]


def clean(bang: Bang, options: Budget | None = None) -> Bang:
    found, told = done(bang, options)
    assert told == []
    assert found is not None
    return found


def test_a_plain_budget_is_computed_summed_and_said_in_words() -> None:
    bang = table("""
        1 | In tờ rơi       | tờ  | 1000 | 2500      |
        2 | Băng rôn        | cái | 05   | 350.000   |
        3 | Bồi dưỡng       | giờ | 2,5  | 100 000   | 250000
    """)
    found = clean(bang)
    assert found.hang == (
        ("1", "In tờ rơi", "tờ", "1.000", "2.500", "2.500.000"),
        ("2", "Băng rôn", "cái", "05", "350.000", "1.750.000"),
        ("3", "Bồi dưỡng", "giờ", "2,5", "100.000", "250.000"),
        ("", "Tổng cộng", "", "", "", "4.500.000"),
    )
    assert found.kieu_hang == {3: TONG}
    assert found.ghi_chu == ("Bằng chữ: Bốn triệu năm trăm nghìn đồng.",)


def test_options_choose_words_unit_name_and_silence() -> None:
    bang = table("1 | Chi | | 1 | 1.005 |")
    spoken = Budget(linh="lẻ", nghin="ngàn", tong="Tổng kinh phí")
    assert clean(bang, spoken).ghi_chu == ("Bằng chữ: Một ngàn không trăm lẻ năm đồng.",)
    assert clean(bang, spoken).hang[1][1] == "Tổng kinh phí"
    assert clean(bang, Budget(bang_chu=False)).ghi_chu == ()
    # Figures in another unit: the words are of the amount itself.
    assert clean(bang, Budget(don_vi="triệu đồng")).ghi_chu == ("Bằng chữ: Một tỷ không trăm linh năm triệu đồng.",)


@pytest.mark.parametrize(
    ("above", "words"),
    [
        ("Đơn vị tính: đồng", "Một nghìn năm trăm đồng"),
        ("nghìn đồng", "Một triệu năm trăm nghìn đồng"),
        ("1.000đ", "Một triệu năm trăm nghìn đồng"),
        ("1.000 đồng", "Một triệu năm trăm nghìn đồng"),
        ("Triệu đồng", "Một tỷ năm trăm triệu đồng"),
        ("1.000.000 đồng", "Một tỷ năm trăm triệu đồng"),
        ("tỷ đồng", "Một nghìn năm trăm tỷ đồng"),
        ("người", "Một nghìn năm trăm đồng"),
    ],
)
def test_the_unit_above_the_table_is_that_of_the_figures(above: str, words: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh=above)
    assert clean(bang).ghi_chu == (f"Bằng chữ: {words}.",)


def test_two_units_contradict_each_other() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="nghìn đồng")
    assert done(bang, Budget(don_vi="đồng"))[1] == [
        "du-toan.csv:2:3 VT-022 dự toán khai đơn vị đồng, phía trên bảng ghi “nghìn đồng”"
    ]


def test_groups_hold_the_sum_of_their_rows() -> None:
    bang = table("""
        *I  | Tuyên truyền |   |   |         |
         1  | Tờ rơi       | tờ| 10| 1.000   |
         2  | Loa           | ca| 2 | 50.000  |
        *II | Hội nghị     |   |   |         | 300.000
         1  | Nước uống    | ng| 30| 10.000  |
    """)
    found = clean(bang)
    assert money(found) == ["110.000", "10.000", "100.000", "300.000", "300.000", "410.000"]
    assert found.kieu_hang == {0: NHOM, 3: NHOM, 5: TONG}


def test_parts_are_never_counted_beside_their_whole() -> None:
    bang = table(
        """
        A     | Phần một  |
        I     | Mục một   |
        1     | Chi một   |
        1.1   | Chi nhỏ   | 10
        1.2.  | Chi nhỏ   |
        1.2.1 | Chi bé    | 5
        a)    | Chi bé hơn| 2
        -     | Chi rất bé| 1
        2     | Chi hai   | 3
        II    | Mục hai   |
        1     | Chi       | 4
        B     | Phần hai  | 100
        C     | Phần ba   |
        1.1   | Chi       | 7
        2.1   | Chi       | 8
        """,
        SUMS,
    )
    found, told = done(bang)
    assert found is None
    assert told == [
        "du-toan.csv:8:3 VT-092 hàng “Chi bé hơn”: kinh phí ghi 2, tổng các hàng bên dưới là 1",
        "du-toan.csv:7:3 VT-092 hàng “Chi bé”: kinh phí ghi 5, tổng các hàng bên dưới là 1",
    ]
    mended = table(
        """
        A     | Phần một  |
        I     | Mục một   |
        1     | Chi một   |
        1.1   | Chi nhỏ   | 10
        1.2.  | Chi nhỏ   |
        1.2.1 | Chi bé    |
        a)    | Chi bé hơn| 2
        -     | Chi rất bé| 2
        2     | Chi hai   | 3
        II    | Mục hai   |
        1     | Chi       | 4
        B     | Phần hai  | 100
        C     | Phần ba   |
        1.1   | Chi       | 7
        2.1   | Chi       | 8
        """,
        SUMS,
    )
    assert money(clean(mended)) == "19 15 12 10 2 2 2 2 3 4 4 100 15 7 8 134".split()  # noqa: SIM905


def test_rows_without_a_mark_belong_to_the_numbered_row_without_figures() -> None:
    bang = table("""
        1 | Hội nghị  |     |    |        |
          | Nước uống | chai| 10 | 5.000  |
          | Tài liệu  | bộ  | 10 | 20.000 |
        2 | Tờ rơi    | tờ  | 2  | 1.000  |
          | Khác      |     |    |        | 500
    """)
    assert money(clean(bang)) == ["250.000", "50.000", "200.000", "2.000", "500", "252.500"]


def test_rows_without_a_mark_that_come_to_the_amount_above_explain_it() -> None:
    bang = table("1|Hội nghị|100\n|Nước|40\n|Tài liệu|60\n2|Tờ rơi|7\n|Khác|7\n|Khác|1", SUMS)
    found = clean(bang)
    assert money(found) == ["100", "40", "60", "7", "7", "1", "115"]
    assert clean(found) == found


def test_a_group_whose_mark_stands_before_its_name() -> None:
    bang = table("*|A. Phần|\n*|I. Mục|\n1|Chi|1\n*|II. Mục|\n1|Chi|2\n*|B. Phần|\n1|Chi|4", SUMS)
    assert money(clean(bang)) == ["3", "1", "1", "2", "2", "4", "4", "7"]


def test_a_total_in_a_merged_cell_and_a_numbered_row_of_that_name() -> None:
    merged = Bang(SUMS, (("1", "Chi", "1"), ("Tổng cộng", "", "")), gop=(Gop(1, 0, 1, 2),))
    assert clean(merged).hang[1] == ("Tổng cộng", "", "1")
    assert clean(merged).kieu_hang == {1: TONG}
    numbered = table("1|Tổng số|\n1.1|Nam|3\n1.2|Nữ|4\n2|Khác|5", SUMS)
    assert money(clean(numbered)) == ["7", "3", "4", "5", "12"]


def test_a_row_with_a_price_of_its_own_may_be_explained_by_its_parts() -> None:
    unit = table("""
        1   | Tập huấn     | lớp | 2  | 300.000 |
        1.1 | Nước         | chai| 10 | 10.000  |
        1.2 | Báo cáo viên | buổi| 1  | 200.000 |
    """)
    assert money(clean(unit)) == ["600.000", "100.000", "200.000", "600.000"]
    wrong = table("""
        1   | Tập huấn     | lớp | 2  | 300.000 |
        1.1 | Nước         | chai| 10 | 11.000  |
    """)
    assert done(wrong)[1] == [
        "du-toan.csv:2:6 VT-092 hàng “Tập huấn”: tổng các hàng bên dưới là 110.000, số lượng nhân đơn giá là 600.000"
    ]


def test_totals_within_the_table_count_what_stands_above_them() -> None:
    bang = table(
        """
        *I  | Một       |
         1  | Chi       | 10
         2  | Chi       | 20
        =   | Cộng I    |
        *II | Hai       |
         1  | Chi       | 5
        =   | Cộng II   | 5
        =   | Tổng cộng |
        """,
        SUMS,
    )
    assert money(clean(bang)) == ["30", "10", "20", "30", "5", "5", "5", "35"]


def test_the_total_of_a_group_is_not_that_of_all() -> None:
    bang = table("*I | Một |\n1 | Chi | 10\n= | Cộng mục I |\n*II | Hai |\n1 | Chi | 5\n= | Cộng mục II |", SUMS)
    found = clean(bang)
    assert money(found) == ["10", "10", "10", "5", "5", "5", "15"]
    assert found.hang[-1][1] == "Tổng cộng"


def test_a_total_right_below_another_is_that_of_the_outer_group() -> None:
    bang = table(
        """
        *A  | Phần A  |
        *I  | Một     |
         1  | Chi     | 1
        =   | Cộng I  |
        *II | Hai     |
         1  | Chi     | 2
        =   | Cộng II |
        =   | Cộng A  |
        *B  | Phần B  |
         1  | Chi     | 4
        =   | Cộng B  |
        =   | Tổng số |
        """,
        SUMS,
    )
    assert money(clean(bang)) == ["3", "1", "1", "1", "2", "2", "2", "3", "4", "4", "4", "7"]


def test_a_total_may_stand_first_and_be_known_by_its_name() -> None:
    bang = table("| TỔNG CỘNG |\n1 | Chi | 3\n2 | Chi | 4", SUMS)
    found = clean(bang)
    assert money(found) == ["7", "3", "4"]
    assert found.kieu_hang == {0: TONG}


def test_figures_that_do_not_agree_are_told_with_both() -> None:
    bang = table("""
        *I | Một | | | | 99
        1 | Tờ rơi    | tờ | 10 | 2.500 | 25.001
        2 | Băng rôn  |    |    |       | 1.000
        = | Tổng cộng |    |    |       | 26.000
    """)
    assert done(bang)[1] == [
        "du-toan.csv:3:6 VT-092 hàng “Tờ rơi”: thành tiền ghi 25.001, số lượng nhân đơn giá là 25.000",
        "du-toan.csv:2:6 VT-092 hàng “Một”: thành tiền ghi 99, tổng các hàng bên dưới là 26.001",
        "du-toan.csv:5:6 VT-092 hàng “Tổng cộng”: thành tiền ghi 26.000, tổng các hàng là 26.001",
    ]


def test_what_is_no_figure_is_told_at_its_cell() -> None:
    bang = table("""
        1 | Một | tờ | mười | 2.500   |
        2 | Hai | tờ | 2    | 1.50    |
        3 | Ba  | tờ | 50%  | 1,5     |
        4 | Bốn |    |      |         | 5.000đ
    """)
    assert done(bang)[1] == [
        "du-toan.csv:2:4 VT-090 Số lượng: “mười” không đọc được thành số",
        "du-toan.csv:4:4 VT-090 Số lượng: “50%” không đọc được thành số",
        "du-toan.csv:3:5 VT-090 Đơn giá: “1.50” không đọc được thành số",
        "du-toan.csv:5:6 VT-090 Thành tiền: “5.000đ” không đọc được thành số",
    ]


def test_a_column_with_decimal_dots_is_read_as_such() -> None:
    bang = table("1 | Một | giờ | 1.5 | 100.000 |\n2 | Hai | giờ | 2.125 | 8.000 |")
    found = clean(bang)
    assert [row[3] for row in found.hang] == ["1,5", "2,125", ""]
    assert money(found) == ["150.000", "17.000", "167.000"]


def test_parts_of_a_dong_are_rounded_half_up_and_said() -> None:
    bang = table("1 | Một | m | 0,5 | 101 |\n2 | Hai | m | 0,5 | 101 | 50,5\n3 | Ba | m | 0,5 | 101 | 51")
    found, told = done(table("1 | Một | m | 0,5 | 101 |\n3 | Ba | m | 0,5 | 101 | 51"))
    assert told == ["du-toan.csv:2:6 VT-093 hàng “Một”: 50,5 được làm tròn thành 51"]
    assert money(found) == ["51", "51", "102"]
    # A part of a đồng that was typed is kept, and cannot be said in words.
    assert done(bang)[1][-1] == ("du-toan.csv:4:6 VT-094 tổng 152,5 đồng lẻ dưới một đồng, không viết được bằng chữ")
    thousands = Budget(don_vi="nghìn đồng")
    assert money(clean(table("1 | Một | m | 0,5 | 101 |"), thousands)) == ["50,5", "50,5"]
    assert clean(table("1 | Một | m | 0,5 | 101 |"), thousands).ghi_chu == ("Bằng chữ: Năm mươi nghìn năm trăm đồng.",)


def test_rows_that_lack_figures() -> None:
    bang = table("1 | Một | tờ | 10 | |\n2 | Hai | | | |\n3 | Ba | | | | 5")
    assert done(bang)[1] == [
        "du-toan.csv:2:6 VT-091 hàng “Một”: mới có số lượng, chưa đủ để tính thành tiền",
        "du-toan.csv:3:6 VT-091 hàng “Hai”: chưa có số tiền nên không được tính vào tổng",
    ]
    found, told = done(table("2 | Hai | | | |\n3 | Ba | | | | 5"))
    assert money(found) == ["", "5", "5"]
    assert len(told) == 1


@pytest.mark.parametrize(
    "note",
    [
        "Bằng chữ: Một triệu không trăm linh tư nghìn đồng.",
        "(Bằng chữ: một triệu không trăm lẻ bốn ngàn đồng chẵn)",
        "Số tiền bằng chữ: MỘT TRIỆU, KHÔNG TRĂM LINH BỐN NGHÌN ĐỒNG./.",
    ],
)
def test_words_that_agree_stay_as_typed(note: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "1004000"),), ghi_chu=("Ghi chú khác.", note))
    assert clean(bang).ghi_chu == ("Ghi chú khác.", note)


def test_words_that_do_not_agree_are_an_error() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.004.000"),), ghi_chu=("Bằng chữ: Một triệu không trăm bốn mươi nghìn đồng.",))
    expected = "VT-094 số tiền bằng chữ “Một triệu không trăm bốn mươi nghìn đồng.” không khớp với tổng 1.004.000"
    assert done(bang) == (None, [f"du-toan.csv:2:3 {expected}"])
    assert done(bang, Budget(bang_chu=False)) == (None, [f"du-toan.csv:2:3 {expected}"])


@pytest.mark.parametrize("note", ["Bằng chữ:", "Bằng chữ", "Bằng chữ: ………", "Bằng chữ: ......", "(Bằng chữ: …)"])
def test_words_left_open_are_filled_in(note: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "5000"),), ghi_chu=(note, "Ghi chú."))
    words = "(Bằng chữ: Năm nghìn đồng.)" if note[0] == "(" else "Bằng chữ: Năm nghìn đồng."
    assert clean(bang).ghi_chu == (words, "Ghi chú.")


def test_words_in_a_row_of_the_table() -> None:
    bang = table("1 | Chi | 5000\n| Bằng chữ: Năm nghìn đồng |", SUMS)
    found = clean(bang)
    assert found.hang == (("1", "Chi", "5.000"), ("", "Tổng cộng", "5.000"), ("", "Bằng chữ: Năm nghìn đồng", ""))
    assert found.ghi_chu == ()
    assert found.kieu_hang == {1: TONG}
    merged = clean(replace(found, hang=(found.hang[0], found.hang[2]), kieu_hang={}, gop=(Gop(1, 1, 1, 2),)))
    assert (merged.hang, merged.gop) == (found.hang, (Gop(2, 1, 1, 2),))
    tall = clean(replace(found, hang=(found.hang[0], found.hang[2]), kieu_hang={}, gop=(Gop(0, 0, 2, 1),)))
    assert [row[2] for row in tall.hang] == ["5.000", "", "5.000"]
    wrong = table("1 | Chi | 5000\n= | Tổng | 5000\n| Bằng chữ: Sáu nghìn đồng |", SUMS)
    assert done(wrong)[1] == ["du-toan.csv:4:2 VT-094 số tiền bằng chữ “Sáu nghìn đồng” không khớp với tổng 5.000"]
    beside = table("1 | Chi | 5000\nBằng chữ | Năm nghìn đồng |", SUMS)
    assert clean(beside).hang[2] == ("Bằng chữ", "Năm nghìn đồng", "")
    still_open = table("1 | Chi | 5000\n| Bằng chữ: … |", SUMS)
    assert clean(still_open).hang[2] == ("", "Bằng chữ: Năm nghìn đồng.", "")


def test_words_in_the_unit_of_the_figures_agree_as_well() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="triệu đồng", ghi_chu=("Bằng chữ: Một tỷ rưỡi đồng",))
    assert done(bang)[0] is None
    for words in ("Một nghìn năm trăm triệu đồng", "Một tỷ năm trăm triệu đồng"):
        bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="triệu đồng", ghi_chu=(f"Bằng chữ: {words}",))
        assert clean(bang).ghi_chu == (f"Bằng chữ: {words}",)


def test_amounts_to_the_bound_and_past_it() -> None:
    assert clean(table("1 | Chi | 1.000.000.000.000.000", SUMS)).ghi_chu == ("Bằng chữ: Một triệu tỷ đồng.",)
    assert done(table("1 | Chi | 1.000.000.000.000.001", SUMS))[1] == [
        "du-toan.csv:2:3 VT-094 tổng 1.000.000.000.000.001 đồng quá lớn để viết bằng chữ"
    ]
    nines = "9" * 40
    found = clean(table(f"1 | Chi | | {nines} | {nines} |"), Budget(bang_chu=False))
    assert money(found)[-1].replace(".", "") == str(int(nines) ** 2)
    assert clean(table("1 | Giảm | (5.000)\n2 | Tăng | 1.000", SUMS)).ghi_chu == ("Bằng chữ: Âm bốn nghìn đồng.",)


def test_merged_cells_are_one_figure() -> None:
    rows = (("1", "Một", "", "2", "100", ""), ("2", "Hai", "", "", "50", ""), ("Tổng cộng", "", "", "", "", ""))
    found = clean(Bang(FULL, rows, gop=(Gop(0, 3, 2, 1), Gop(2, 0, 1, 5)), kieu_hang={2: TONG}))
    assert money(found) == ["200", "100", "300"]
    shared = (("1", "Một", "", "", "", "700"), ("2", "Hai", "", "", "", ""))
    assert money(clean(Bang(FULL, shared, gop=(Gop(0, 5, 2, 1),)))) == ["700", "", "700"]
    # A group whose name lies across the whole table has no cell for its sum; its rows count all the same.
    across = (("I. Nhóm", "", "", "", "", ""), ("1", "Một", "", "", "", "5"))
    found = clean(Bang(FULL, across, gop=(Gop(0, 0, 1, 6),), kieu_hang={0: NHOM}))
    assert money(found) == ["", "5", "5"]
    assert found.gop == (Gop(0, 0, 1, 6),)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ((Cot(VaiTro.NOI_DUNG, "Nội dung"),), "bảng dự toán không có cột thành tiền (vai trò thanh_tien)"),
        (
            (Cot(VaiTro.THANH_TIEN, "Xã"), Cot(VaiTro.THANH_TIEN, "Tỉnh")),
            "bảng dự toán nhiều hơn một cột thành tiền (vai trò thanh_tien)",
        ),
    ],
)
def test_a_budget_has_one_column_of_amounts(columns: tuple[Cot, ...], message: str) -> None:
    found, told = done(Bang(columns, (("1",) * len(columns),)))
    assert found is None
    assert told == [f"du-toan.csv:2:{len(columns)} {Code.COLUMN_MISSING} {message}"]


def test_a_table_of_amounts_only() -> None:
    found = clean(Bang((Cot(VaiTro.THANH_TIEN, "Số tiền"),), (("5",), ("6",))))
    assert found.hang == (("5",), ("6",), ("11",))


DECLARED = Record("Bảng", (Field("du_toan", DU_TOAN, "Dự toán."),))


def declared(text: str) -> tuple[object, list[str]]:
    """Read the declaration of a budget as a table holds it."""
    faults = Faults()
    source = read_source(f"du_toan: {text}\n".encode(), "ke-hoach.yaml", faults)
    assert source is not None
    document = parse_yaml(source, faults)
    assert document.root is not None
    found = Reader(document, faults, Folder(Path("ke-hoach.yaml"))).read(DECLARED, document.root)
    value = found["du_toan"] if isinstance(found, Fields) else found
    return value, [f"{fault.location} {fault.code} {fault.message}" for fault in faults.told()]


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("co", Budget()),
        ("có", Budget()),
        ("true", Budget()),
        ("khong", None),
        ("false", None),
        ("{cach_doc: {linh: lẻ, nghin: ngàn}}", Budget(linh="lẻ", nghin="ngàn")),
        ("{cach_doc: {linh: lẻ}, bang_chu: khong}", Budget(linh="lẻ", bang_chu=False)),
        ("{don_vi: triệu đồng, tong: Tổng kinh phí}", Budget(don_vi="triệu đồng", tong="Tổng kinh phí")),
    ],
)
def test_a_budget_is_declared_in_a_word_or_by_keys(text: str, budget: Budget | None) -> None:
    assert declared(text) == (budget, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("roi", "ke-hoach.yaml:1:10 VT-013 du_toan: “roi” không dùng được ở đây"),
        ("{don_vi: USD}", "ke-hoach.yaml:1:19 VT-013 du_toan.don_vi: “USD” không dùng được ở đây"),
        (
            "{cach_doc: {linh: le, nghin: ngàn}}",
            "ke-hoach.yaml:1:28 VT-013 du_toan.cach_doc.linh: “le” không dùng được ở đây",
        ),
        ("[có]", "ke-hoach.yaml:1:10 VT-013 du_toan: cần chữ hoặc nhóm khóa, đang là danh sách"),
    ],
)
def test_a_wrong_declaration_is_told(text: str, said: str) -> None:
    found, told = declared(text)
    assert found is INVALID
    assert told == [said]


def test_an_unknown_key_of_a_declaration_is_told() -> None:
    assert declared("{tien: có}")[1] == ["ke-hoach.yaml:1:11 VT-009 du_toan: không có khóa “tien”"]


@given(st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**7)), min_size=1, max_size=30), st.data())
def test_any_budget_adds_up_and_is_sound_when_read_again(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    rows: list[tuple[str, ...]] = []
    groups: dict[int, KieuHang] = {}
    for number, (amount, price) in enumerate(pairs, 1):
        if data.draw(st.booleans()):
            groups[len(rows)] = NHOM
            rows.append(("*", f"Nhóm {number}", "", "", "", ""))
        rows.append((str(number), "Chi", "", str(amount), str(price), ""))
    rows = [("", *row[1:]) if row[0] == "*" else row for row in rows]
    found = clean(Bang(FULL, tuple(rows), kieu_hang=groups))
    total = sum(amount * price for amount, price in pairs)
    assert money(found)[-1].replace(".", "") == str(total)
    plain = [int(row[5].replace(".", "")) for row in found.hang if row[0]]
    assert sum(plain) == total
    assert clean(found) == found


def test_a_large_budget_costs_what_its_rows_cost() -> None:
    start = time.perf_counter()
    rows = tuple((str(at), "Chi", "", "2", "1.000", "") for at in range(1, 20_001))
    assert money(clean(Bang(FULL, rows)))[-1] == "40.000.000"
    totals = tuple(("", f"Cộng {at}", "") for at in range(20_000))
    hostile = Bang(SUMS, (("1", "Chi", "1"), *totals), kieu_hang=dict.fromkeys(range(1, 20_001), TONG))
    assert money(clean(hostile))[-1] == "1"
    deep = tuple((".".join("1" * at), "Chi", "1" if at == 18 else "") for at in range(1, 19))
    assert money(clean(Bang(SUMS, deep * 500)))[-1] == "500"
    loose = tuple(("", "x" * 40 + ":", "1") for _ in range(20_000))
    assert money(clean(Bang(SUMS, loose)))[-1] == "20.000"
    assert time.perf_counter() - start < 5
