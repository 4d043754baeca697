"""Figures in digits: what is one and what is not, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from vtdocs.figures import (
    add,
    column_style,
    find_digits,
    format_number,
    is_figure,
    multiply,
    parse_number,
    round_half_up,
)
from vtdocs.figures.numbers import LONGEST_FIGURE

READ = {
    "0": "0",
    "7": "7",
    "01": "1",
    "1234567": "1234567",
    "1.234.567": "1234567",
    "25.898": "25898",
    "99,10": "99.10",
    "67,05%": "67.05",
    "65,528 %": "65.528",
    "1.234,5": "1234.5",
    "0,5": "0.5",
    "1 234 567": "1234567",
    "1\u00a0234\u00a0567": "1234567",
    "1\u202f234,50": "1234.50",
    " 12 ": "12",
    "(123)": "-123",
    "(1.234,5)": "-1234.5",
    "-123": "-123",
    "- 1.000": "-1000",
    "\u2212123": "-123",
    "-0": "0",
}
NOT = [
    "", " ", "-", "()", "(", "1.23", "1.2345", "12.34.567", "1234.567", "0.125", "01.234", "1,", ",5", "1,5,5",
    "1.234.56", "1..000", "1 23", "1 234\u00a0567", "1 234.567", "--1", "(-1)", "((1))", "+1", "1e5", "1 triệu",
    "5.000đ", "%", "5%%", "NaN", "Infinity", "1_000", "\u0661\u0662", "\uff11", "²", "1\n000", "½", "abc", "…",
    "9" * (LONGEST_FIGURE + 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_figures_are_read(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_figure_is_not_guessed(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.50", "1.50"), ("8.00", "8.00"), ("0.125", "0.125"), ("25.898", "25.898"), ("1,234.5", "1234.5"),
     ("1,234,567", "1234567"), ("(2.5)", "-2.5"), ("12", "12"), ("99,10", None), ("1.234.567", None)],
)  # fmt: skip
def test_figures_of_a_column_with_decimal_dots(text: str, value: str | None) -> None:
    found = parse_number(text, decimal=".")
    assert (str(found) if found is not None else None) == value


# What looks like a figure, and the digits of it; beside those of READ, in the other way of writing too.
LOOKS = {
    "25.898": "25.898",
    "99,10": "99,10",
    " 67,05% ": "67,05",
    "-3": "3",
    "\u22123": "3",
    "+3": "3",
    "+ 1,5 %": "1,5",
    "4,2\u2030": "4,2",
    "(1.200)": "1.200",
    "( 5 % )": "5",
    "1.5": "1.5",
    "0.125": "0.125",
    "1,234.50": "1,234.50",
    "1 234 567": "1 234 567",
    "1\u202f234,50": "1\u202f234,50",
    "05": "05",
}
NO_LOOKS = [
    "", " ", "-", "x", "Có", "1.2.3", "1.2.3.4", "12.34.567", "01.02.2026", "1)", "(1", "(-1)", "1.", "5.000đ", "5 - 7",
    "10/12", "1 23", "--1", "%", "5%%", "\u0661", "1\n2", "9" * (LONGEST_FIGURE + 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "digits"), LOOKS.items())
def test_a_figure_is_told_by_its_looks(text: str, digits: str) -> None:
    span = find_digits(text)
    assert span is not None
    assert text[slice(*span)] == digits
    assert is_figure(text)


@pytest.mark.parametrize("text", NO_LOOKS)
def test_what_does_not_look_like_a_figure(text: str) -> None:
    assert find_digits(text) is None
    assert not is_figure(text)


@given(st.text(alphabet="0123456789.,-+()% \u2212", max_size=45) | st.sampled_from([*READ, *NOT]))
def test_what_can_be_read_looks_like_a_figure(text: str) -> None:
    read = {mark: parse_number(text, decimal=mark) for mark in (",", ".")}
    if read[","] is not None or read["."] is not None:
        assert is_figure(text)
    if is_figure(text) and "+" not in text:
        assert read[","] is not None or read["."] is not None


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        ([], ","),
        (["", "x"], ","),
        (["25.898"], ","),
        (["25.898", "99,10"], ","),
        (["1.50", "8.00", "25.898"], "."),
        (["0.125", "12"], "."),
        (["1,234.50"], "."),
        # Beside a comma that can only be decimal, a dot that can only be decimal is a fault of its own cell.
        (["1.50", "99,10"], ","),
        (["1,500", "2,000"], ","),
        (["+1.50", "25.898"], "."),
        (["+1.50", "4,2\u2030"], ","),
    ],
)
def test_the_mark_is_that_of_the_whole_column(texts: list[str], mark: str) -> None:
    assert column_style(texts) == mark


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234567.5", None, "1.234.567,5"),
        ("99.10", None, "99,10"),
        ("0", None, "0"),
        ("-1234", None, "-1.234"),
        ("999", None, "999"),
        ("1E+6", None, "1.000.000"),
        ("0.005", 2, "0,01"),
        ("-0.5", 0, "-1"),
        ("-0.004", 2, "0,00"),
        ("2.5", 0, "3"),
        ("12", 2, "12,00"),
    ],
)
def test_figures_are_written_with_dots(value: str, decimals: int | None, text: str) -> None:
    assert format_number(Decimal(value), decimals=decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.text(max_size=60))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    for mark in (",", "."):
        found = parse_number(text, decimal=mark)
        assert found is None or found.is_finite()


def test_reckoning_is_exact_at_the_longest_figures() -> None:
    long = parse_number("9" * 39)
    tiny = parse_number("0," + "0" * 37 + "1")
    assert long is not None
    assert tiny is not None
    product = multiply(long, long)
    assert int(product) == int("9" * 39) ** 2
    assert add([product, multiply(tiny, tiny), product.copy_negate()]) == Decimal("1E-76")
    assert round_half_up(product) == product
    assert round_half_up(Decimal("0.5")) == 1


def test_a_long_text_costs_nothing() -> None:
    with ends():
        for text in ("1" * 10**6, "1." * 10**6, "1 234" * 10**6, " " * 10**6):
            assert parse_number(text) is None
            assert not is_figure(text)
