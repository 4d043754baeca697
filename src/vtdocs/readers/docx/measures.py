"""The values of WordprocessingML: switches, whole numbers, and lengths in twips, written in either of its ways."""

from __future__ import annotations

from lxml import etree

from vtdocs.patterns import compile_late

from .names import W_VAL

__all__ = ["is_on", "read_half_points", "read_int", "read_twips"]

LARGEST = 1_000_000
"""Twips, and all other numbers: 17 m. What is farther out is no measure but damage."""
_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER = compile_late(r"[+-]?[0-9]{1,12}(?:\.[0-9]{0,12})?")
_MEASURE = compile_late(r"([+-]?[0-9]{1,12}(?:\.[0-9]{0,12})?)(mm|cm|in|pt|pc|pi)")
# ST_UniversalMeasure, ISO/IEC 29500-1, 22.9.2.15: in twips.
_UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def is_on(element: etree._Element) -> bool:
    """Whether a switch is on: it is where it stands without a value."""
    return element.get(W_VAL, "1").lower() not in _OFF


def read_int(text: str | None) -> int | None:
    """Read a whole number, a decimal one cut off; `None` for what is none."""
    if text is None or not _NUMBER.fullmatch(text := text.strip()):
        return None
    return max(-LARGEST, min(LARGEST, int(float(text))))


def read_twips(text: str | None) -> int | None:
    """Read a length: bare twips, or with a unit ("12pt", "2.54cm")."""
    return _read_length(text, 1.0)


def read_half_points(text: str | None) -> int | None:
    """Read a size of letters: bare half-points, or with a unit."""
    return _read_length(text, 10.0)


def _read_length(text: str | None, bare_twips: float) -> int | None:
    if text is None:
        return None
    if text.isdigit() and len(text) < 7:
        return int(text)
    if measured := _MEASURE.fullmatch(text.strip()):
        value = float(measured[1]) * _UNITS[measured[2]] / bare_twips
        return round(max(-LARGEST, min(LARGEST, value)))
    return read_int(text)
