"""Place and date (ô 4; Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

from vtdocs.model import NgayThang
from vtdocs.standards import custom
from vtdocs.standards.nd30_text import format_ngay, format_thang
from vtdocs.tree import Field

__all__ = ["build_nam", "build_ngay", "build_thang"]


def build_ngay(date: NgayThang) -> Field:
    """Make the day, or its blank."""
    return Field("ngay", "Ngày ban hành", format_ngay(date.ngay), custom.CHO_TRONG_NGAY.value)


def build_thang(date: NgayThang) -> Field:
    """Make the month, or its blank."""
    return Field("thang", "Tháng ban hành", format_thang(date.thang), custom.CHO_TRONG_THANG.value)


def build_nam(date: NgayThang) -> Field:
    """Make the year, or its blank."""
    text = "" if date.nam is None else str(date.nam)
    return Field("nam", "Năm ban hành", text, custom.CHO_TRONG_NAM.value)
