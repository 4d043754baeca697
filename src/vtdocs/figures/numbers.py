"""Figures in digits: read exactly and strictly, reckoned with exactly, written with dots between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from typing import Literal

__all__ = [
    "LONGEST_FIGURE",
    "DecimalMark",
    "add",
    "column_style",
    "format_number",
    "multiply",
    "parse_number",
    "round_half_up",
]

DecimalMark = Literal[",", "."]

# Characters of a figure: the budget of the State has sixteen digits, and its groups five marks.
LONGEST_FIGURE = 40

# Room for a product of the two longest figures, and for a sum of millions of such products, to the last digit.
# A result that would not fit raises instead of being rounded.
_EXACT = Context(prec=12 * LONGEST_FIGURE, traps=[Inexact, InvalidOperation])

# Blanks that people and programs set between thousands: plain, no-break, narrow no-break, thin.
_BLANKS = "[ \u00a0\u202f\u2009]"
_MINUS = "-\u2212"


def _pattern(thousands: str, decimal: str) -> re.Pattern[str]:
    # A group never opens with 0: "0.125" is a decimal written with a dot, not 125.
    grouped = f"[1-9][0-9]{{0,2}}(?:{thousands}[0-9]{{3}})+"
    spaced = f"[1-9][0-9]{{0,2}}(?P<blank>{_BLANKS})[0-9]{{3}}(?:(?P=blank)[0-9]{{3}})*"
    return re.compile(f"(?P<whole>{grouped}|{spaced}|[0-9]+)(?:{decimal}(?P<part>[0-9]+))?")


_BODIES: dict[str, re.Pattern[str]] = {",": _pattern(r"\.", ","), ".": _pattern(",", r"\.")}
_NOT_DIGIT = re.compile("[^0-9]")


def parse_number(text: str, *, decimal: DecimalMark = ",") -> Decimal | None:
    """Read a figure exactly, or give `None` for what is not one beyond doubt.

    Thousands stand apart by dots (by commas where `decimal` is a dot), by blanks of one kind, or not at all: each
    group but the first has three digits, so "1.23" is no figure where commas are decimal. A minus sign or round
    brackets make it negative. A per cent sign is allowed and dropped: "67,05%" is 67.05. The digits after the mark
    are kept as typed, closing noughts too.
    """
    if len(text) > LONGEST_FIGURE:
        return None
    text = text.strip()
    negative = False
    if text.startswith("(") and text.endswith(")"):
        negative, text = True, text[1:-1].strip()
    elif text and text[0] in _MINUS:
        negative, text = True, text[1:].lstrip()
    text = text.removesuffix("%").rstrip()
    found = _BODIES[decimal].fullmatch(text)
    if found is None:
        return None
    digits = _NOT_DIGIT.sub("", found["whole"])
    value = Decimal(f"{digits}.{found['part']}" if found["part"] else digits)
    return value.copy_negate() if negative and value else value


def format_number(value: Decimal | int, *, decimals: int | None = None) -> str:
    """Write a figure as "1.234.567,5"; with `decimals` that many digits behind the mark, rounded half up."""
    number = Decimal(value)
    if decimals is not None:
        number = round_half_up(number, decimals)
    whole, _, part = f"{number.copy_abs():f}".partition(".")
    sign = "-" if number < 0 else ""
    return f"{sign}{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def column_style(texts: Iterable[str]) -> DecimalMark:
    """Tell the decimal mark of a column by all of its figures.

    "25.898" alone may be either; beside "1.50" its dot is decimal, beside "99,10" it is not. Where figures
    contradict each other, or none decides, the mark is the comma of Vietnamese papers.
    """
    dotted = False
    for text in texts:
        comma = parse_number(text, decimal=",") is not None
        dot = parse_number(text, decimal=".") is not None
        if comma and not dot:
            return ","
        dotted = dotted or (dot and not comma)
    return "." if dotted else ","


def add(values: Iterable[Decimal]) -> Decimal:
    """Sum up without rounding."""
    total = Decimal(0)
    for value in values:
        total = _EXACT.add(total, value)
    return total


def multiply(left: Decimal, right: Decimal) -> Decimal:
    """Multiply without rounding."""
    return _EXACT.multiply(left, right)


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """Round to so many digits behind the mark, halves away from nought; a value with fewer gains noughts."""
    context = Context(prec=12 * LONGEST_FIGURE, rounding=ROUND_HALF_UP)
    return value.quantize(Decimal(1).scaleb(-decimals), context=context)
