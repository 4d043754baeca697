"""The issuing office and the body above it (ô 2; Phụ lục I, Phần I, Mục II, khoản 2)."""

from __future__ import annotations

import re

from vtdocs.model import CoQuan
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.tree import Block, Style

from .duong_ke import build_duong_ke
from .tieu_de import build_tieu_de

__all__ = ["build_co_quan_ban_hanh", "head_lines"]

# A Ủy ban or Hội đồng nhân dân bears one name on two rows: the body, and the unit that it governs. Both
# spellings of the tone mark are in use ("Uỷ ban"), and the decree itself mixes them.
_PEOPLES_BODY = compile_late(
    r"((?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)\s+"
    r"((?:xã|phường|đặc khu|thị trấn|tỉnh|thành phố|thị xã|huyện|quận)\s.+)",
    re.IGNORECASE,
)


def head_lines(co_quan: CoQuan) -> tuple[str, ...]:
    """Give the rows of the office's name in the head; the form prints them in capitals."""
    if co_quan.ten_trinh_bay:
        return co_quan.ten_trinh_bay
    if found := _PEOPLES_BODY.fullmatch(co_quan.ten):
        return (found[1], found[2])
    return (co_quan.ten,)


def build_co_quan_ban_hanh(co_quan: CoQuan) -> tuple[Block, ...]:
    """Make the rows of the head's left side: the body above, if any, the office, and its short line."""
    name = build_tieu_de(Style.CO_QUAN_BAN_HANH, "\n".join(head_lines(co_quan)), capitals=True)
    above: tuple[Block, ...] = ()
    if co_quan.co_quan_chu_quan:
        above = (build_tieu_de(Style.CO_QUAN_CHU_QUAN, co_quan.co_quan_chu_quan, capitals=True),)
    return (*above, name, build_duong_ke(Style.DUONG_KE, name, nd30.CO_QUAN_BAN_HANH_KE))
