"""Lengths as a user reads them ("30 mm", "13,5 pt"), and whether one keeps the law after Word's own rounding."""

from __future__ import annotations

from collections.abc import Callable

from vtdocs.standards.base import AtLeast, Between, LengthRange, OneOf
from vtdocs.units import Length, Twips

__all__ = [
    "SINGLE",
    "format_about_mm",
    "format_allowed_mm",
    "format_allowed_pt",
    "format_allowed_sizes",
    "format_lines",
    "format_mm",
    "format_pt",
    "format_size",
    "length_fits",
    "size_fits",
]

# What Word writes for single spacing, where it counts lines.
SINGLE = 240
# Word keeps whole twips: 15 mm is 850,4 of them, and another program may round it up.
_ROUNDING = 1


def length_fits(twips: int, allowed: LengthRange, slack: int = _ROUNDING) -> bool:
    """Whether a length of whole twips lies in a range of the law; `slack` twips outside are forgiven."""
    if isinstance(allowed, OneOf):
        return any(abs(twips - value.twips) <= slack for value in allowed.values)
    if twips < allowed.low.twips - slack:
        return False
    return isinstance(allowed, AtLeast) or twips <= allowed.high.twips + slack


def size_fits(half_points: int, allowed: LengthRange) -> bool:
    """Whether letters of so many half-points have a size that the law allows."""
    return length_fits(half_points * 10, allowed, 0)


def format_mm(twips: int) -> str:
    """Write twips in millimetres: 1701 is "30 mm", 1690 "29,8 mm"; two decimals only where one would hide something."""
    mm = Twips(twips).mm
    tenth = round(mm, 1)
    return f"{_decimal(tenth if abs(Twips(twips).emu - tenth * 36_000) <= 635 else round(mm, 2))} mm"


def format_about_mm(twips: int) -> str:
    """Write what was measured, and not typed, in whole millimetres: 3908 is "69 mm"."""
    return f"{round(Twips(twips).mm)} mm"


def format_pt(twips: int) -> str:
    """Write twips in points: 120 is "6 pt", 130 "6,5 pt"."""
    return f"{_decimal(twips / 20)} pt"


def format_lines(spacing: int) -> str:
    """Write a spacing that Word counts in lines: 276 is "1,15 dòng"."""
    return f"{_decimal(spacing / SINGLE)} dòng"


def format_size(half_points: int) -> str:
    """Write a size of letters: 27 is "13,5"."""
    return _decimal(half_points / 2)


def format_allowed_mm(allowed: LengthRange) -> str:
    """Write a range of lengths: "30 - 35 mm", "10 mm hoặc 12,7 mm", "tối thiểu 6 mm"."""
    return _format_allowed(allowed, lambda length: _decimal(round(length.mm, 2)), " mm")


def format_allowed_pt(allowed: LengthRange) -> str:
    """Write a range of gaps: "tối thiểu 6 pt", "6 pt"."""
    return _format_allowed(allowed, lambda length: _decimal(length.pt), " pt")


def format_allowed_sizes(allowed: LengthRange) -> str:
    """Write the sizes that letters may have: "13 - 14", "13"."""
    return _format_allowed(allowed, lambda length: _decimal(length.pt), "")


def _format_allowed(allowed: LengthRange, write: Callable[[Length], str], unit: str) -> str:
    if isinstance(allowed, Between):
        return f"{write(allowed.low)} - {write(allowed.high)}{unit}"
    if isinstance(allowed, AtLeast):
        return f"tối thiểu {write(allowed.low)}{unit}"
    return " hoặc ".join(f"{write(value)}{unit}" for value in allowed.values)


def _decimal(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
