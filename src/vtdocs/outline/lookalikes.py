"""Lines that look marked and are not, and marks that the decree writes otherwise: what people paste from Word."""

from __future__ import annotations

import re

from .faults import OutlineFault
from .markers import MarkedLine
from .nodes import Marker

__all__ = ["check_lookalike", "opens_part"]

# The last three are the signs that Word's own bullets leave behind: they print as nothing.
_BULLETS = "•·▪●○◦■□➢✓\uf0b7\uf0a7\uf02d"
# What follows the mark has so many capitals at its start.
_LOOKALIKES = (
    (re.compile(rf"(?P<mark>[{_BULLETS}])\s+(?=\S)"), 0, "gạch đầu dòng viết “- ”"),
    (re.compile(r"(?P<mark>[a-zđ]/)\s*"), 1, "điểm viết “a)”, có dấu đóng ngoặc"),
    (re.compile(r"(?P<mark>\d{1,2}(?:[/)]|-|\s\.))\s+"), 1, "khoản viết “1.”"),
    (re.compile(r"(?P<mark>[IVX]+\s?(?:/|[-–]|\s\.))\s*"), 2, "mục viết “I.”"),
    (re.compile(r"(?P<mark>[A-HJKM-UWYZĐ]\s\.)\s+"), 2, "viết “A.”, dấu chấm liền sau chữ"),
    (re.compile(r"(?P<mark>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+[A-HĐ])(?=[.:]|$)"), 0, "viết “Phần I”, “Chương I”"),
)
_PART = re.compile(r"(?:[A-Z]\s?\.|PHẦN|Phần|CHƯƠNG|Chương)\s")
_KEEP = "nếu đúng ý thì thêm {doan_van} ở cuối dòng"


def opens_part(heading: str) -> bool:
    """Whether an unmarked heading stands above all marks ("PHẦN A", one in capitals), and not amid them."""
    return heading.isupper() or _PART.match(heading) is not None


def check_lookalike(marked: MarkedLine, line: int, column: int) -> OutlineFault | None:
    """Doubt an unmarked line that opens like a marked one, and a mark that wants mending; both print as typed."""
    if marked.marker is not None:
        return _check_mark(marked, line, column)
    for pattern, capitals, hint in _LOOKALIKES:
        found = pattern.match(marked.rest)
        if found and _opens_with(marked.rest[found.end() : found.end() + capitals], capitals):
            message = f"“{found['mark']}” không phải dấu đầu dòng nên dòng này được in như đoạn thường"
            return OutlineFault(line, column, "VT-105", message, f"{hint}; {_KEEP}")
    return None


def _opens_with(start: str, capitals: int) -> bool:
    return len(start) == capitals and all(letter.isupper() for letter in start)


def _check_mark(marked: MarkedLine, line: int, column: int) -> OutlineFault | None:
    number = marked.number
    if marked.marker is Marker.DIEM and number.endswith("."):
        message = f"“{number}” được hiểu là điểm; theo thể thức, điểm có dấu đóng ngoặc"
        return OutlineFault(
            line,
            column,
            "VT-105",
            message,
            f"viết “{number[0]})”; nếu là đoạn thường thì thêm {{doan_van}} ở cuối dòng",
        )
    if marked.marker in (Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4) and not number.endswith("."):
        message = f"“{number}” thiếu dấu chấm sau số cuối; dòng này được hiểu là “{number}.”, số in như đã gõ"
        return OutlineFault(
            line, column, "VT-105", message, f"viết “{number}.”; nếu là đoạn thường thì thêm {{doan_van}} ở cuối dòng"
        )
    return None
