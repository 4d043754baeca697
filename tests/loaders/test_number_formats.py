"""Numbers of a workbook, printed as Excel shows them, in the Vietnamese way."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.loaders.inputs import diagnostics, load, short, with_table, workbook
from vtdocs.loaders.tables.number_formats import show_general, show_number


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (25898, "#,##0", "25.898"),
        (0.6705, "0.00%", "67,05%"),
        (0.65528, "0.000%", "65,528%"),
        (99.1, "0.00", "99,10"),
        (1.5, "0.##", "1,5"),
        (2, "0.##", "2"),
        (0.005, "0.00", "0,01"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (-1234, "#,##0", "-1.234"),
        (-0.2, "0", "0"),
        (-1234, "#,##0_);(#,##0)", "(1.234)"),
        (-5, "0;-0", "-5"),
        (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
        (15000, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "15.000"),
        (5, '0" thôn"', "5 thôn"),
        (5, "0000", "0005"),
        (1500, "[$₫-42A]#,##0", "₫1.500"),
        (1500, '#,##0\\ "đ"', "1.500 đ"),
        (1500, "[Red]#,##0", "1.500"),
        (1500000, "#,##0,", "1.500"),
        (1500000, '#,##0.0,,"tr"', "1,5tr"),
        (12, "General", "12"),
        (12.5, 'General" ha"', "12,5 ha"),
        (1e14, "#,##0", "100.000.000.000.000"),
        (5, "000,000", "000.005"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str, text: str) -> None:
    assert show_number(code, value) == text


@pytest.mark.parametrize(
    "code", ["0.00E+00", "# ?/?", "[>100]0;0.0", "yyyy", "0;;", '"', "[h]:mm", "0 0", "@", "0." + "0" * 99, "", "\\"]
)
def test_a_format_that_is_not_understood_is_none(code: str) -> None:
    assert show_number(code, 0.5 if code != "0;;" else -5) is None


@pytest.mark.parametrize(
    ("value", "grouped", "text"),
    [
        (12, False, "12"),
        (0.5, False, "0,5"),
        (-12.25, False, "-12,25"),
        (0.1 + 0.2, False, "0,3"),
        (1 / 3, False, "0,333333333"),
        (1500000, True, "1.500.000"),
        (1500.5, True, "1.500,5"),
        (1e12, False, None),
        (1e-7, False, None),
    ],
)
def test_a_number_without_a_format_is_shown_as_excel_does(value: float, grouped: bool, text: str | None) -> None:
    assert show_general(value, grouped=grouped) == text


HEAD = ("STT", "Chỉ tiêu", "Số liệu", "Đơn giá", "Tỷ lệ", "Ghi chú")


def cells(*values: Any, formats: dict[str, str] | None = None, odd: str = "") -> tuple[tuple[str, ...], list[str]]:
    def edit(page: Any) -> None:
        for cell, code in (formats or {}).items():
            page[cell].number_format = code

    data = workbook((1, "a", *values), head=HEAD, edit=edit)
    told = [short(fault) for fault in diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)]
    return load(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data).phu_luc[0].bang[0].hang[0][2:], told


def test_figures_are_printed_by_their_formats_without_a_word() -> None:
    formats = {"C2": "#,##0", "D2": "#,##0", "E2": "0.00%"}
    assert cells(25898, 1500, 0.6705, "x", formats=formats) == (("25.898", "1.500", "67,05%", "x"), [])
    assert cells(99.1, 1500.5, 0.5, None, formats={"C2": "0.00"}) == (("99,10", "1.500,5", "0,5", ""), [])


def test_figures_of_a_budget_are_grouped_and_others_are_not() -> None:
    assert cells(25898, 1500000, 2026, None) == (("25898", "1.500.000", "2026", ""), [])


def test_figures_that_are_texts_stay_as_typed() -> None:
    assert cells("25898", "1.500.000,00", "67.05 %", "x") == (("25898", "1.500.000,00", "67.05 %", "x"), [])


def test_a_format_that_is_not_understood_is_doubted() -> None:
    shown, told = cells(0.5, 1, 0.25, None, formats={"C2": "# ?/?", "E2": "0.0E+0"})
    assert shown == ("0,5", "1", "0,25", "")
    assert told == ["hoat-dong.xlsx!Phụ lục!C2 VT-057?", "hoat-dong.xlsx!Phụ lục!E2 VT-057?"]


def test_numbers_amid_words_stay_plain() -> None:
    shown, told = cells(1, 1, "x", 15000, formats={"F2": "#,##0"})
    assert shown == ("1", "1", "x", "15000")
    assert told == ["hoat-dong.xlsx!Phụ lục!F2 VT-057?"]


def test_a_day_in_a_column_of_figures_is_a_day() -> None:
    assert cells(datetime.date(2026, 6, 5), 1, 2, None) == (("05/6/2026", "1", "2", ""), [])


@pytest.mark.parametrize(("value", "code", "text"), [(1.1, "General", "1.1"), (1.1, "0.00", "1.10"), (3, "0", "3")])
def test_a_number_in_a_list_keeps_its_dot(value: float, code: str, text: str) -> None:
    def edit(page: Any) -> None:
        page["A3"].number_format = code

    data = workbook((1, "a"), (value, "b"), head=("STT", "Tên"), edit=edit)
    assert load(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data).phu_luc[0].bang[0].hang[1][0] == text
