"""Numbers as a workbook shows them, in the Vietnamese way: 25.898, 67,05%, 99,10."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from msgspec import Struct

from vtdocs.patterns import compile_late

__all__ = ["show_general", "show_number"]

# What a cell shows of a number without a format: eleven characters.
_GENERAL_WIDTH = 11
_MOST_DECIMALS = 30
_TOKEN = compile_late(
    r"\[(?P<bracket>[^\]]*)\]"
    r'|"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)|_.|\*."  # a sign as it is; the width of a sign; a sign that fills the cell
    r"|(?P<general>General)"
    r"|(?P<number>[#0?][#0?,]*(?:\.[#0?]*,*)?|\.[#0?]+)"
    r"|(?P<percent>%)|(?P<text>@)"
    r"|(?P<plain>[-+$()!^&'~{}<>=:/ ]|[^\x00-\x7f])",
    re.IGNORECASE | re.DOTALL,
)
_SILENT = compile_late(r"\$-[0-9A-Fa-f]*|Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+", re.IGNORECASE)
_CURRENCY = compile_late(r"\$([^-\]]+)(?:-[0-9A-Fa-f]*)?")


class _Section(Struct, frozen=True):
    """A part of a format: what stands before and behind the number, and how that is written."""

    before: str
    behind: str
    number: str | None
    percents: int
    is_general: bool


def show_number(code: str, value: float, *, grouped: bool = False) -> str | None:
    """Write a number by a format code of Excel; `None` where the code is not understood, or hides the number.

    `grouped` parts the thousands of what has no format of its own.
    """
    sections = _read(code)
    if not sections or any(section is None for section in sections[:3]):
        return None
    number = Decimal(format(value, ".15g"))
    sign = ""
    if len(sections) == 1:
        chosen = sections[0]
        sign = "-" if number < 0 else ""
    elif number < 0:
        chosen = sections[1]
    else:
        chosen = sections[2] if not number and len(sections) > 2 else sections[0]
    if chosen is None:
        return None
    if chosen.is_general:
        text = show_general(abs(value), grouped=grouped)
    elif chosen.number is None:
        text = ""
    else:
        text = _write(abs(number) * 100**chosen.percents, chosen.number)
    if text is None:
        return None
    if sign and not any(digit in text for digit in "123456789"):
        sign = ""
    shown = f"{sign}{chosen.before}{text}{chosen.behind}".strip()
    return shown or None


def show_general(value: float, *, grouped: bool = False) -> str | None:
    """Write a number that has no format; `None` where Excel writes it with an exponent."""
    number = Decimal(format(value, ".15g"))
    whole = len(str(abs(int(number))))
    if whole > _GENERAL_WIDTH or (number and abs(number) < Decimal("0.0001")):
        return None
    decimals = max(0, _GENERAL_WIDTH - 1 - whole)
    code = ("#,##0" if grouped else "0") + ("." + "#" * decimals if decimals else "")
    text = _write(abs(number), code)
    return f"-{text}" if number < 0 and text != "0" else text


@lru_cache(maxsize=1024)
def _read(code: str) -> tuple[_Section | None, ...]:
    return tuple(_read_section(section) for section in _split(code))


def _split(code: str) -> list[str]:
    """Part a code at its semicolons, but not at those within quotes."""
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;])+|;', code, re.DOTALL)
    sections = [""]
    for part in parts:
        if part == ";":
            sections.append("")
        else:
            sections[-1] += part
    return sections[:4]


def _read_section(section: str) -> _Section | None:
    sides = ["", ""]
    number: str | None = None
    percents, is_general, place = 0, False, 0
    while place < len(section):
        match = _TOKEN.match(section, place)
        if match is None:
            return None
        place = match.end()
        literal = match["quoted"] or match["escaped"] or match["plain"] or ""
        if match["number"] or match["general"]:
            if number is not None or is_general:
                return None
            number, is_general = match["number"], match["number"] is None
        elif match["percent"]:
            percents += 1
            literal = "%"
        elif match["text"]:
            return None
        elif match["bracket"] is not None and not _SILENT.fullmatch(match["bracket"]):
            currency = _CURRENCY.fullmatch(match["bracket"])
            if currency is None:
                return None
            literal = currency[1]
        sides[number is not None or is_general] += literal
    return _Section(sides[0], sides[1], number, percents, is_general)


def _write(number: Decimal, pattern: str) -> str | None:
    """Write a number that is not negative by "#,##0.00" and the like."""
    # Each comma at the end takes off three digits.
    scaled = len(pattern) - len(pattern.rstrip(","))
    whole_pattern, _, decimal_pattern = pattern.rstrip(",").partition(".")
    if len(decimal_pattern) > _MOST_DECIMALS:
        return None
    number = (number / 1000**scaled).quantize(Decimal(1).scaleb(-len(decimal_pattern)), ROUND_HALF_UP)
    whole, _, decimals = f"{number:f}".partition(".")
    needed = whole_pattern.count("0")
    whole = whole.lstrip("0").rjust(needed, "0")
    if "," in whole_pattern:
        whole = f"{int(whole):,}".replace(",", ".") if whole and not whole.startswith("0") else _group(whole)
    kept = len(decimal_pattern.rstrip("#?"))
    decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    return f"{whole},{decimals}" if decimals else whole


def _group(digits: str) -> str:
    first = len(digits) % 3
    parts = [digits[:first], *(digits[start : start + 3] for start in range(first, len(digits), 3))]
    return ".".join(part for part in parts if part)
