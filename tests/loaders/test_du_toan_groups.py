"""The groups, parts and totals of a budget: what each sum is made of."""

from __future__ import annotations

from tests.loaders.budgets import NHOM, SUMS, TONG, clean, done, money, table
from vtdocs.model import Bang, Gop


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
