"""The name of the kind and what the document is about (ô 5a; Phụ lục I, Phần I, Mục II, khoản 5)."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LoaiVanBan
from vtdocs.tree import Block, Break, Paragraph, Style, Text

from .duong_ke import build_duong_ke

__all__ = ["build_rows", "build_ten_loai_trich_yeu"]


def build_rows(style: Style, text: str) -> Paragraph:
    """Make a centred title: its own line breaks are kept; without any it is broken by sense."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    inlines: list[Text | Break] = []
    for row in rows:
        inlines += [Text(row), Break()]
    return Paragraph(style, tuple(inlines[:-1]), by_sense=len(rows) == 1)


def build_ten_loai_trich_yeu(loai: LoaiVanBan, trich_yeu: str) -> tuple[Block, ...]:
    """Make the two titles and the line under the second."""
    about = build_rows(Style.TRICH_YEU, trich_yeu)
    return (
        Paragraph(Style.TEN_LOAI, (Text(loai.ten.upper()),)),
        about,
        build_duong_ke(Style.DUONG_KE_TRICH_YEU, about, nd30.TRICH_YEU_KE),
    )
