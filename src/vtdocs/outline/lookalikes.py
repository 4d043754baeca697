"""Lines that look marked and are not: what people paste from Word, and what the decree writes otherwise."""

from __future__ import annotations

import re

from .numbering import NumberingFault

__all__ = ["check_lookalike", "opens_part"]

_UPPER = "A-ZÀ-ỸĐ"
# The last three are the signs that Word's own bullets leave behind: they print as nothing.
_BULLETS = "•·▪●○◦■□➢✓\uf0b7\uf0a7\uf02d"
_OWN_HEADING = "thêm {tieu_de} ở cuối dòng để in đậm"
_LOOKALIKES = (
    (re.compile(rf"(?P<mark>[{_BULLETS}])\s+\S"), "gạch đầu dòng viết “- ”"),
    (re.compile(r"(?P<mark>[a-zđ]\.)\s+\S"), "điểm viết “a)”, có dấu đóng ngoặc"),
    (re.compile(rf"(?P<mark>[a-zđ]/)\s*[{_UPPER}]"), "điểm viết “a)”, có dấu đóng ngoặc"),
    (re.compile(rf"(?P<mark>\d{{1,2}}(?:\.\d{{1,2}})+)\s+[{_UPPER}]"), "thêm dấu chấm sau số, ví dụ “1.1.”"),
    (re.compile(rf"(?P<mark>\d{{1,2}}(?:[/)]|-|\s\.))\s+[{_UPPER}]"), "khoản viết “1.”"),
    (re.compile(rf"(?P<mark>[IVX]+\s?(?:/|[-–]|\s\.))\s*[{_UPPER}]{{2}}"), "mục viết “I.”"),
    (re.compile(rf"(?P<mark>[A-HJKM-UWYZ]\s?\.)\s+[{_UPPER}]{{2}}"), f"mục viết “I.”, hoặc {_OWN_HEADING}"),
    (re.compile(r"(?P<mark>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|[A-E]|\d{1,2}))(?:[.:]|$)"), _OWN_HEADING),
)


_PART = re.compile(r"(?:[A-Z]\s?\.|PHẦN|Phần|CHƯƠNG|Chương)\s")


def opens_part(heading: str) -> bool:
    """Whether an unmarked heading stands above all marks ("A. …", "PHẦN II", one in capitals), and not amid them."""
    return heading.isupper() or _PART.match(heading) is not None


def check_lookalike(text: str, line: int, column: int) -> NumberingFault | None:
    """Doubt an unmarked line that opens like a marked one; it is printed as it was typed."""
    for pattern, hint in _LOOKALIKES:
        if found := pattern.match(text):
            message = f"“{found['mark']}” không phải dấu đầu dòng nên dòng này được in như đoạn thường"
            return NumberingFault(
                line, column, "VT-105", message, f"{hint}; nếu đúng ý thì thêm {{doan_van}} ở cuối dòng"
            )
    return None
