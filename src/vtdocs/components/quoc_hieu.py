"""Quốc hiệu and Tiêu ngữ with its line (ô 1; Phụ lục I, Phần I, Mục II, khoản 1)."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.tree import Block, Paragraph, Style, Text

from .duong_ke import build_duong_ke

__all__ = ["build_quoc_hieu"]


_TIEU_NGU = Paragraph(Style.TIEU_NGU, (Text(nd30.TIEU_NGU_TEXT.default),))
_BLOCKS = (
    Paragraph(Style.QUOC_HIEU, (Text(nd30.QUOC_HIEU_TEXT.default),)),
    _TIEU_NGU,
    build_duong_ke(Style.DUONG_KE, _TIEU_NGU, nd30.TIEU_NGU_KE),
)


def build_quoc_hieu() -> tuple[Block, ...]:
    """Give the two rows, and the line as long as the second: the same ones in every document."""
    return _BLOCKS
