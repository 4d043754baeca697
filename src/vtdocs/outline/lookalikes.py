"""Lines that look marked and are not: what people paste from Word, and what the decree writes otherwise."""

from __future__ import annotations

import re

from .numbering import NumberingFault

__all__ = ["check_lookalike"]

_UPPER = "A-ZÀ-ỸĐ"
_LOOKALIKES = (
    (re.compile(r"(?P<mark>[•·▪●○◦■□➢✓*])\s+\S"), "gạch đầu dòng viết “- ”"),
    (re.compile(r"(?P<mark>[a-zđ]\.)\s+\S"), "điểm viết “a)”, có dấu đóng ngoặc"),
    (re.compile(rf"(?P<mark>\d{{1,2}}(?:\.\d{{1,2}})+)\s+[{_UPPER}]"), "thêm dấu chấm sau số, ví dụ “1.1.”"),
    (re.compile(rf"(?P<mark>\d{{1,2}}[/)])\s+[{_UPPER}]"), "khoản viết “1.”"),
    (re.compile(rf"(?P<mark>[A-HJKM-UWYZ]\.)\s+[{_UPPER}]{{2}}"), "mục viết “I.”, hoặc thêm {tieu_de} ở cuối dòng"),
)


def check_lookalike(text: str, line: int, column: int) -> NumberingFault | None:
    """Doubt an unmarked line that opens like a marked one; it is printed as it was typed."""
    for pattern, hint in _LOOKALIKES:
        if found := pattern.match(text):
            message = f"“{found['mark']}” không phải dấu đầu dòng nên dòng này được in như đoạn thường"
            return NumberingFault(
                line, column, "VT-105", message, f"{hint}; nếu đúng ý thì thêm {{doan_van}} ở cuối dòng"
            )
    return None
