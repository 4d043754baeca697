"""The figures of a budget: what is computed, what is checked, and what is said of what does not agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.loaders.budgets import FULL, NHOM, SUMS, TONG, clean, done, money, table
from vtdocs.loaders.budget.options import Budget
from vtdocs.loaders.codes import Code
from vtdocs.model import Bang, Cot, Gop, KieuHang, VaiTro


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
        4 | Bốn |    |      |         | 5.000 USD
    """)
    assert done(bang)[1] == [
        "du-toan.csv:2:4 VT-090 Số lượng: “mười” không đọc được thành số",
        "du-toan.csv:4:4 VT-090 Số lượng: “50%” không đọc được thành số",
        "du-toan.csv:3:5 VT-090 Đơn giá: “1.50” không đọc được thành số",
        "du-toan.csv:5:6 VT-090 Thành tiền: “5.000 USD” không đọc được thành số",
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
    with ends():
        rows = tuple((str(at), "Chi", "", "2", "1.000", "") for at in range(1, 20_001))
        assert money(clean(Bang(FULL, rows)))[-1] == "40.000.000"
        totals = tuple(("", f"Cộng {at}", "") for at in range(20_000))
        hostile = Bang(SUMS, (("1", "Chi", "1"), *totals), kieu_hang=dict.fromkeys(range(1, 20_001), TONG))
        assert money(clean(hostile))[-1] == "1"
        deep = tuple((".".join("1" * at), "Chi", "1" if at == 18 else "") for at in range(1, 19))
        assert money(clean(Bang(SUMS, deep * 500)))[-1] == "500"
        loose = tuple(("", "x" * 40 + ":", "1") for _ in range(20_000))
        assert money(clean(Bang(SUMS, loose)))[-1] == "20.000"


def test_a_figure_that_may_be_meant_in_two_ways_is_told_and_never_rewritten() -> None:
    bang = table("1 | A | xã | 10 | 2.000 |\n2 | B | xã | 1 | 1,500,000 |")
    assert done(bang)[1] == ["du-toan.csv:2:5 VT-090 Đơn giá: “2.000” có thể đọc theo hai cách, hơn kém nhau nghìn lần"]
    assert done(table("1 | A | xã | 10 | 2,000 |"))[1] == [
        "du-toan.csv:2:5 VT-090 Đơn giá: “2,000” có thể đọc theo hai cách, hơn kém nhau nghìn lần"
    ]
    english = clean(table("1 | A | xã | 1 | 1,500,000 |\n2 | B | xã | 1 | 200,000 |"))
    assert money(english) == ["1.500.000", "200.000", "1.700.000"]


def test_a_dash_is_nothing_and_a_unit_behind_a_price_is_read() -> None:
    bang = table("1 | A | xã | - | - | 5.000đ\n2 | B | xã | 2 | 1.500 đồng |\n3 | C | xã | - | - | -")
    assert clean(bang).hang[:3] == (
        ("1", "A", "xã", "-", "-", "5.000"),
        ("2", "B", "xã", "2", "1.500", "3.000"),
        ("3", "C", "xã", "-", "-", "-"),
    )
    assert done(table("1 | A | xã | - | 5.000 |"))[1] == [
        "du-toan.csv:2:4 VT-090 Số lượng: “-” không đọc được thành số"
    ]


def test_a_count_between_quantity_and_price_is_a_factor() -> None:
    columns = (*FULL[:4], Cot(None, "Số buổi"), *FULL[4:])
    assert money(clean(table("1 | A | người | 10 | 4 | 50.000 |", columns))) == ["2.000.000", "2.000.000"]
    # The typed amount says that it is none.
    assert money(clean(table("1 | A | người | 10 | 4 | 50.000 | 500.000", columns))) == ["500.000", "500.000"]


def test_headings_name_the_units_of_their_figures() -> None:
    columns = (*FULL[:4], Cot(VaiTro.DON_GIA, "Đơn giá (đồng)"), Cot(VaiTro.THANH_TIEN, "Thành tiền (nghìn đồng)"))
    found = clean(table("1 | A | cái | 10 | 50.000 |", columns))
    assert money(found) == ["500", "500"]
    assert found.ghi_chu == ("Bằng chữ: Năm trăm nghìn đồng.",)
