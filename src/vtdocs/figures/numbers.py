"""Figures in digits: read exactly and strictly, reckoned with exactly, written with dots between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from typing import Literal

from vtdocs.patterns import compile_late

__all__ = [
    "LONGEST_FIGURE",
    "DecimalMark",
    "add",
    "column_style",
    "find_digits",
    "find_doubtful",
    "format_number",
    "is_figure",
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


def _pattern(thousands: str, decimal: str) -> re.Pattern[str]:
    # A group never opens with 0: "0.125" is a decimal written with a dot, not 125.
    grouped = f"[1-9][0-9]{{0,2}}(?:{thousands}[0-9]{{3}})+"
    spaced = f"[1-9][0-9]{{0,2}}(?P<blank>{_BLANKS})[0-9]{{3}}(?:(?P=blank)[0-9]{{3}})*"
    digits = f"(?P<whole>{grouped}|{spaced}|[0-9]+)(?:{decimal}(?P<part>[0-9]+))?"
    return compile_late(rf"(?P<sign>[-\u2212+(])?\s*(?P<digits>{digits})\s*(?P<ratio>[%\u2030])?\s*(?P<close>\))?")


_FIGURES: dict[str, re.Pattern[str]] = {",": _pattern(r"\.", ","), ".": _pattern(",", r"\.")}
_NOT_DIGIT = compile_late("[^0-9]")
# What a figure begins with: most cells are words, and most figures plain digits, which is seen without a pattern.
_STARTS = frozenset("0123456789-\u2212+(")


def _match(text: str, decimal: DecimalMark) -> re.Match[str] | None:
    """Match a whole text, without the blanks around it, as one figure."""
    typed = text.strip()
    if len(text) > LONGEST_FIGURE or typed[:1] not in _STARTS:
        return None
    found = _FIGURES[decimal].fullmatch(typed)
    # A bracket that opens closes behind the figure; "1)" and "(1" are marks of a list.
    return found if found and (found["sign"] == "(") == (found["close"] is not None) else None


def find_digits(text: str) -> tuple[int, int] | None:
    """Tell where the digits of a figure stand, with the marks among them; `None` for what is not one figure.

    It may be written in either way, "1.234,5" or "1,234.5", and carry a sign ("-", "\u2212", "+"), round brackets and
    "%" or "\u2030": this is how a figure looks, `parse_number` says what it is worth. "1.2.3" and "1)" are none.
    """
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_FIGURE:
        return 0, len(text)
    found = _match(text, ",") or _match(text, ".")
    if found is None:
        return None
    before = len(text) - len(text.lstrip())
    return before + found.start("digits"), before + found.end("digits")


def is_figure(text: str) -> bool:
    """Whether a text is one figure, and no word; in the way of `find_digits`."""
    return find_digits(text) is not None


def parse_number(text: str, *, decimal: DecimalMark = ",") -> Decimal | None:
    """Read a figure exactly, or give `None` for what is not one beyond doubt.

    Thousands stand apart by dots (by commas where `decimal` is a dot), by blanks of one kind, or not at all: each
    group but the first has three digits, so "1.23" is no figure where commas are decimal. A minus sign or round
    brackets make it negative; a plus sign, which tells a change, is refused. A per cent sign is allowed and dropped:
    "67,05%" is 67.05. The digits after the mark are kept as typed, closing noughts too.
    """
    found = _match(text, decimal)
    if found is None or found["sign"] == "+" or found["ratio"] == "\u2030":
        return None
    digits = _NOT_DIGIT.sub("", found["whole"])
    value = Decimal(f"{digits}.{found['part']}" if found["part"] else digits)
    return value.copy_negate() if found["sign"] and value else value


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
        comma, dot = (_match(text, decimal) is not None for decimal in (",", "."))
        if comma and not dot:
            return ","
        dotted = dotted or (dot and not comma)
    return "." if dotted else ","


def find_doubtful(texts: Iterable[str], decimal: DecimalMark, *, whole: bool = False) -> set[str]:
    """Give those figures of a column that may as well be meant in the other way of writing, a thousand times as much.

    "2.000" is two thousand in the Vietnamese way and two in the English one. The way that the column is read in
    settles it where another figure, which can be read in that way only, shows the same mark in the same use:
    "1.5" says that dots are decimal, "1,500,000" only that commas stand between thousands. Dots between thousands
    need no such witness. Of `whole` figures, as those of đồng are, none is a witness for decimals.
    """
    other: DecimalMark = "." if decimal == "," else ","
    has_part, has_groups = False, decimal == ","
    either: list[tuple[str, bool]] = []
    for text in texts:
        found = _match(text, decimal)
        if found is None:
            continue
        if _match(text, other) is None:
            has_part = has_part or found["part"] is not None
            has_groups = has_groups or other in found["whole"]
        elif "." in text or "," in text:
            either.append((text, found["part"] is not None))
    return {text for text, is_part in either if not ((has_part and not whole) if is_part else has_groups)}


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
