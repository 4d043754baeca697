"""Số, ký hiệu (ô 3; Phụ lục I, Phần I, Mục II, khoản 3)."""

from __future__ import annotations

from vtdocs.model import VanBan
from vtdocs.standards import custom
from vtdocs.standards.loai_van_ban import LoaiVanBan
from vtdocs.standards.nd30_text import format_ky_hieu, format_so
from vtdocs.tree import Field, Text

__all__ = ["build_ky_hieu", "build_so"]


def build_so(so: int | None) -> Field:
    """Make the number, or the blank that waits for it."""
    return Field("so", "Số văn bản", format_so(so), custom.CHO_TRONG_SO.value)


def build_ky_hieu(loai: LoaiVanBan, van_ban: VanBan) -> Text:
    """Make the ký hiệu as it is given, else of the kind's abbreviation and the office's.

    A letter, whose name is not on the paper, takes the unit that drafts it: "UBND-VHXH".
    """
    if van_ban.ky_hieu:
        return Text(van_ban.ky_hieu)
    units = van_ban.luu.don_vi_soan_thao if not loai.co_ten else ()
    return Text(format_ky_hieu(loai, van_ban.co_quan.ten_viet_tat, units[0] if units else None))
