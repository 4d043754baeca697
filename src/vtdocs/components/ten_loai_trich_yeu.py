"""The name of the kind and what the document is about (ô 5a; Phụ lục I, Phần I, Mục II, khoản 5)."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LoaiVanBan
from vtdocs.tree import Block, Paragraph, Style, Text

from .duong_ke import build_duong_ke
from .tieu_de import build_tieu_de

__all__ = ["build_ten_loai_trich_yeu"]


def build_ten_loai_trich_yeu(loai: LoaiVanBan, trich_yeu: str) -> tuple[Block, ...]:
    """Make the two titles and the line under the second."""
    about = build_tieu_de(Style.TRICH_YEU, trich_yeu)
    return (
        Paragraph(Style.TEN_LOAI, (Text(loai.ten.upper()),)),
        about,
        build_duong_ke(Style.DUONG_KE_TRICH_YEU, about, nd30.TRICH_YEU_KE),
    )
