"""Lengths, and the only place that converts or rounds them.

A length is a whole number of EMU (English Metric Units), the finest unit of Office Open XML:
1 mm is 36,000 EMU, 1 pt is 12,700, 1 twip (a twentieth of a point) is 635.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

__all__ = ["Length", "Mm", "Pt", "Twips"]

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_HALF_POINT = 6_350
EMU_PER_TWIP = 635


def _divide(value: int, by: int) -> int:
    """Divide and round half up, in whole numbers: the same result on every machine."""
    return (2 * value + by) // (2 * by)


class Length(Struct, frozen=True, order=True):
    """A length in EMU; made by `Mm`, `Pt` or `Twips`, read back in the unit that a place needs."""

    emu: int

    @property
    def mm(self) -> float:
        """Millimetres."""
        return self.emu / EMU_PER_MM

    @property
    def pt(self) -> float:
        """Points."""
        return self.emu / EMU_PER_PT

    @property
    def twips(self) -> int:
        """Whole twips, as `w:w`, `w:ind` and `w:spacing` take them. 15 mm is 850 twips."""
        return _divide(self.emu, EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        """Whole half-points, as `w:sz` takes them."""
        return _divide(self.emu, EMU_PER_HALF_POINT)

    @property
    def eighth_points(self) -> int:
        """Whole eighths of a point, as `w:sz` of a border takes them."""
        return _divide(self.emu * 8, EMU_PER_PT)

    def __add__(self, other: Length) -> Length:
        return Length(self.emu + other.emu)

    def __sub__(self, other: Length) -> Length:
        return Length(self.emu - other.emu)

    def __mul__(self, factor: int | Fraction) -> Length:
        return Length(round(self.emu * factor))

    def __bool__(self) -> bool:
        return self.emu != 0


def Mm(value: float | Fraction) -> Length:  # noqa: N802 - a unit is written as it is spoken of
    """Make a length from millimetres."""
    return Length(round(value * EMU_PER_MM))


def Pt(value: float | Fraction) -> Length:  # noqa: N802
    """Make a length from points."""
    return Length(round(value * EMU_PER_PT))


def Twips(value: int) -> Length:  # noqa: N802
    """Make a length from twips."""
    return Length(value * EMU_PER_TWIP)
