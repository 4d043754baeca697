"""Measures as a Word file writes them: twips, or a number with a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .xml import qname

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["is_measure", "is_on", "read_number", "read_twips"]

# ST_UniversalMeasure (ECMA-376-1, 22.9.2.15): a number and one of these.
_UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
# Far more than any paper; what is larger is a damaged or a hostile file.
_LARGEST = 1_000_000


def read_twips(element: etree._Element, name: str, default: int = 0) -> int:
    """Give a measure of an element in whole twips; `default` where there is none, or one that cannot be read."""
    text = element.get(qname(name))
    if text is None:
        return default
    try:
        return _bounded(int(text), default)
    except ValueError:
        pass
    unit = _UNITS.get(text[-2:])
    try:
        value = float(text[:-2]) * unit if unit else float(text)
        return _bounded(round(value), default)
    except (ValueError, OverflowError):
        return default


def read_number(element: etree._Element, name: str, default: int = 0) -> int:
    """Give a whole number of an element."""
    try:
        return _bounded(int(element.get(qname(name), default)), default)
    except ValueError:
        return default


def _bounded(value: int, default: int) -> int:
    return value if -_LARGEST <= value <= _LARGEST else default


def is_measure(text: str) -> bool:
    """Whether a text is a number, with a unit or without."""
    try:
        return -_LARGEST <= float(text[:-2] if text[-2:] in _UNITS else text) <= _LARGEST
    except ValueError:
        return False


def is_on(element: etree._Element) -> bool:
    """Whether a property that is there is meant to be (ECMA-376-1, 22.9.2.7)."""
    return element.get(qname("val"), "true") not in ("0", "false", "off")
