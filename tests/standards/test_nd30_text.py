from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.standards.loai_van_ban import BAN_SAO, LOAI_VAN_BAN
from vtdocs.standards.nd30_text import (
    DIEM_LETTERS,
    format_diem,
    format_ky_hieu,
    format_ngay,
    format_ngay_ngan,
    format_roman,
    format_so,
    format_thang,
    parse_diem,
    parse_roman,
)


def test_a_number_below_ten_has_a_zero_in_front() -> None:
    assert [format_so(n) for n in (1, 5, 9, 10, 101)] == ["01", "05", "09", "10", "101"]


def test_what_is_not_yet_known_is_an_empty_text() -> None:
    assert format_so(None) == format_ngay(None) == format_thang(None) == ""


def test_only_january_and_february_have_a_zero_in_front() -> None:
    assert [format_thang(month) for month in range(1, 13)] == [
        *("01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
    ]


@pytest.mark.parametrize("call", [lambda: format_so(0), lambda: format_ngay(32), lambda: format_ngay(0)])
def test_a_number_that_cannot_be_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match=r"start|no day"):
        call()  # type: ignore[operator]


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_that_is_none_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        format_thang(month)


def test_dates_are_written_as_the_decrees_samples_are() -> None:
    assert f"ngày {format_ngay(5)} tháng {format_thang(1)} năm 2020" == "ngày 05 tháng 01 năm 2020"
    assert f"ngày {format_ngay(29)} tháng {format_thang(6)} năm 2019" == "ngày 29 tháng 6 năm 2019"
    assert format_ngay_ngan(date(2026, 6, 5)) == "05/6/2026"
    assert format_ngay_ngan(date(2026, 2, 15)) == "15/02/2026"


@given(st.dates())
def test_a_date_reads_back_as_itself(day: date) -> None:
    d, m, y = format_ngay_ngan(day).split("/")
    assert date(int(y), int(m), int(d)) == day
    assert (len(d), len(m)) == (2, 1 if 3 <= day.month <= 9 else 2)


def test_a_ky_hieu_joins_its_groups_without_blanks() -> None:
    assert format_ky_hieu(LOAI_VAN_BAN["ke_hoach"], "UBND") == "KH-UBND"
    assert format_ky_hieu(LOAI_VAN_BAN["quyet_dinh"], "BNV") == "QĐ-BNV"
    assert format_ky_hieu(LOAI_VAN_BAN["cong_van"], "UBND", "VX") == "UBND-VX"
    assert format_ky_hieu(LOAI_VAN_BAN["cong_van"], "UBND") == "UBND"
    assert format_ky_hieu(BAN_SAO["sao_y"], "UBND") == "SY-UBND"


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back_as_itself(value: int) -> None:
    assert parse_roman(format_roman(value)) == value


def test_roman_numerals_are_those_everybody_knows() -> None:
    written = {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 90: "XC", 1994: "MCMXCIV", 3999: "MMMCMXCIX"}
    assert {value: format_roman(value) for value in written} == written


@given(st.text(alphabet="IVXLCDM", max_size=12))
def test_only_the_one_right_spelling_of_a_roman_numeral_is_read(text: str) -> None:
    value = parse_roman(text)
    assert value is None or format_roman(value) == text


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "ii", "I.", " I", "MMMM", "Ⅳ", "A"])
def test_what_is_no_roman_numeral_is_not_read(text: str) -> None:
    assert parse_roman(text) is None


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_a_number_without_a_roman_numeral_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        format_roman(value)


def test_the_letters_of_diem_are_the_vietnamese_ones_in_order() -> None:
    assert " ".join(DIEM_LETTERS) == "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert [format_diem(place) for place in (1, 4, 5, 6, 7, 23)] == ["a", "d", "đ", "e", "g", "y"]
    assert all(parse_diem(format_diem(place)) == place for place in range(1, 24))


def test_letters_that_number_no_diem_have_no_place() -> None:
    assert [parse_diem(letter) for letter in ("f", "j", "w", "z", "ă", "A", "", "ab")] == [None] * 8
    with pytest.raises(ValueError, match="no letter"):
        format_diem(24)
    with pytest.raises(ValueError, match="no letter"):
        format_diem(0)
