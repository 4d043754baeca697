"""The legal bases (Phụ lục I, Phần I, Mục II, khoản 6, điểm a): italic, one a line, ";" and at last "."."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import Paragraph, Style, Text

__all__ = ["build_can_cu"]


def build_can_cu(can_cu: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Make one paragraph for each basis."""
    last = len(can_cu) - 1
    return tuple(Paragraph(Style.CAN_CU, (Text(_end(basis, place == last)),)) for place, basis in enumerate(can_cu))


def _end(basis: str, is_last: bool) -> str:
    text = strip_end(basis)
    end = nd30.CAN_CU_CUOI_CUNG.default if is_last else nd30.CAN_CU_CUOI_DONG.default
    return text if text.endswith(end) else text + end  # "v.v." ends with its full stop already
