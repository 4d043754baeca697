"""Place and date (ô 4; Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

from vtdocs.model import NgayThang
from vtdocs.standards import custom, nd30
from vtdocs.standards.nd30_text import format_ngay, format_thang
from vtdocs.tree import Field, Paragraph, Style, Text

__all__ = ["build_dia_danh_thoi_gian", "build_nam", "build_ngay", "build_thang"]


def build_dia_danh_thoi_gian(dia_danh: str, date: NgayThang) -> Paragraph:
    """Make the row: a long place takes the smaller of the decree's sizes, then a row of its own."""
    return Paragraph(
        Style.DIA_DANH_THOI_GIAN,
        (
            Text(f"{dia_danh}{nd30.SAU_DIA_DANH.default} ngày "),
            build_ngay(date),
            Text(" tháng "),
            build_thang(date),
            Text(" năm "),
            build_nam(date),
        ),
        by_sense=True,
        tighter=Style.DIA_DANH_THOI_GIAN_DAI,
    )


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
