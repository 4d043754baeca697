"""Whom a letter, a submission or a report is for (ô 9a; Phụ lục I, Phần I, Mục II, khoản 9, điểm d)."""

from __future__ import annotations

from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import Paragraph, Style, Text

__all__ = ["build_kinh_gui"]


def build_kinh_gui(names: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Make one row for one addressee; for more of them one row each, with a dash, ";" and at last "."."""
    label = nd30.KINH_GUI_TEXT.default
    if not names:
        return ()
    if len(names) < nd30.KINH_GUI_XUONG_DONG_TU.default:
        return (Paragraph(Style.KINH_GUI, (Text(f"{label} {names[0].rstrip(' ;,')}"),)),)
    ends = [nd30.KINH_GUI_CUOI_DONG.default] * (len(names) - 1) + [nd30.KINH_GUI_CUOI_CUNG.default]
    return (
        Paragraph(Style.KINH_GUI, (Text(label),), keep_next=True),
        *(Paragraph(Style.KINH_GUI_MUC, (Text(_line(*pair)),)) for pair in zip(names, ends, strict=True)),
    )


def _line(name: str, end: str) -> str:
    text = f"{nd30.KINH_GUI_DAU_DONG.default} {strip_end(name)}"
    return text if text.endswith(end) else text + end  # "v.v." ends with its full stop already
