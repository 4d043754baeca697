"""The marks that open a line, and how each counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vtdocs.standards.nd30_text import DIEM_LETTERS, format_diem, format_roman, parse_diem, parse_roman

from .nodes import Marker

__all__ = ["MarkedLine", "ordinal", "read_marker", "written_like"]

# A mark is followed by a blank, or by a letter where the blank was forgotten ("1.Mục đích", "-Nâng cao"); never by a
# digit, so that "1.500 người" and "-5 độ" stay text. A "1.1" needs its last dot for the same reason, and a Roman one
# two letters, so that "V.I. Lênin" stays a name. Real papers type an en dash now and then for the hyphen.
_MARK = re.compile(
    r"""(?:
        (?P<muc>[IVXL]+\.)(?=\s|[^\W\d_]{2}) |
        (?P<tieu_khoan_3>\d{1,3}\.\d{1,3}\.\d{1,3}\.) |
        (?P<tieu_khoan>\d{1,3}\.\d{1,3}\.) |
        (?P<khoan>\d{1,3}\.) |
        (?P<diem>[a-zđ]\)) |
        (?P<gach>[-–—]) |
        (?P<cong>\+)
    )(?:\s+|(?=[^\W\d_]))(?=\S)""",
    re.VERBOSE,
)
_KINDS = {name.lower(): marker for name, marker in Marker.__members__.items()}


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line cut into its mark and what follows; `marker` is `None` where nothing marks it."""

    marker: Marker | None
    number: str
    rest: str


def read_marker(line: str) -> MarkedLine:
    """Cut the mark off a stripped line."""
    found = _MARK.match(line)
    if found is None or found.lastgroup is None:
        return MarkedLine(None, "", line)
    number = found.group(found.lastgroup)
    marker = _KINDS[found.lastgroup]
    if marker is Marker.MUC and parse_roman(number[:-1]) is None:
        return MarkedLine(None, "", line)
    return MarkedLine(marker, number, line[found.end() :])


def ordinal(marker: Marker, number: str) -> int | None:
    """Place of a mark among its siblings, from 1; `None` for dashes, and for f, j, w, z, which do not count."""
    match marker:
        case Marker.MUC:
            return parse_roman(number.rstrip("."))
        case Marker.KHOAN | Marker.TIEU_KHOAN | Marker.TIEU_KHOAN_3:
            return int(number.rstrip(".").rpartition(".")[2])
        case Marker.DIEM:
            return parse_diem(number[0])
        case _:
            return None


def written_like(marker: Marker, number: str, place: int) -> str:
    """Write the mark that would stand at `place` in the list that `number` belongs to."""
    match marker:
        case Marker.MUC:
            return f"{format_roman(place)}."
        case Marker.DIEM:
            return f"{format_diem(place)})" if place <= len(DIEM_LETTERS) else "?)"
        case _:
            prefix, dot, _last = number.rstrip(".").rpartition(".")
            return f"{prefix}{dot}{place}."
