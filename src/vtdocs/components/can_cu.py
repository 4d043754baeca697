"""The legal bases (Phụ lục I, Phần I, Mục II, khoản 6, điểm a): italic, one a line, ";" and at last "."."""

from __future__ import annotations

from vtdocs.tree import Paragraph, Style, Text

__all__ = ["build_can_cu"]


def build_can_cu(can_cu: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Make one paragraph for each basis."""
    ends = [";"] * (len(can_cu) - 1) + ["."]
    return tuple(
        Paragraph(Style.CAN_CU, (Text(basis.rstrip(" .;,") + end),)) for basis, end in zip(can_cu, ends, strict=False)
    )
