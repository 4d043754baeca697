"""Quốc hiệu and Tiêu ngữ with its line (ô 1; Phụ lục I, Phần I, Mục II, khoản 1)."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.tree import Block, Paragraph, Style, Text

from .duong_ke import build_duong_ke

__all__ = ["build_quoc_hieu"]


def build_quoc_hieu() -> tuple[Block, ...]:
    """Make the two rows, and the line as long as the second."""
    tieu_ngu = Paragraph(Style.TIEU_NGU, (Text(nd30.TIEU_NGU_TEXT.default),))
    return (
        Paragraph(Style.QUOC_HIEU, (Text(nd30.QUOC_HIEU_TEXT.default),)),
        tieu_ngu,
        build_duong_ke(Style.DUONG_KE, tieu_ngu, nd30.TIEU_NGU_KE),
    )
