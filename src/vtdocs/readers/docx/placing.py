"""Where drawings stand: against the paragraph's column, and on the page, in twips as far as the file says so."""

from __future__ import annotations

from lxml.etree import _Element as Element
from msgspec import Struct

from vtdocs.units import EMU_PER_TWIP

from .lines import Column
from .names import WP_ALIGN, WP_EXTENT, WP_POS_OFFSET, WP_POSITION_H, WP_POSITION_V
from .observed import Section

__all__ = ["Shape", "corner_of", "offset_of", "read_emu", "read_number"]

_LONGEST_NUMBER = 12


class Shape(Struct, frozen=True):
    """A shape in a drawing: where it stands in it and how large it is, in EMU, groups' scales counted in."""

    element: Element
    x: float
    y: float
    width: float
    height: float


def read_emu(element: Element, name: str) -> float:
    """Read an attribute in EMU."""
    return read_number(element.get(name))


def read_number(text: str | None) -> float:
    """Read a whole number of EMU; a broken one, and one of kilometres, is nothing."""
    try:
        return float(int(text)) if text and len(text) < _LONGEST_NUMBER else 0.0
    except ValueError:
        return 0.0


def offset_of(holder: Element, shape: Shape, column: Column | None, section: Section | None) -> int | None:
    """Give how far the shape's left end stands right of its paragraph's column."""
    if column is None:
        return None
    position = holder.find(WP_POSITION_H)
    if position is None:
        return None
    about = position.get("relativeFrom")
    shift, align = _position(position)
    inner = round(shape.x / EMU_PER_TWIP)
    if about == "column":
        if shift is not None:
            return shift + inner
        room = column.width - round(_extent(holder, "cx") / EMU_PER_TWIP)
        shares = {"left": 0, "center": room // 2, "right": room}
        return shares[align] + inner if align in shares else None
    left, _top = corner_of(holder, shape, column, section)
    return left - column.left if left is not None and column.left is not None else None


def corner_of(
    holder: Element, shape: Shape, column: Column | None, section: Section | None
) -> tuple[int | None, int | None]:
    """Give where a shape's upper left corner stands on the page, in twips, as far as that is said."""
    across, down = holder.find(WP_POSITION_H), holder.find(WP_POSITION_V)
    if across is None or down is None or section is None:
        return None, None
    wide, high = (round(_extent(holder, name) / EMU_PER_TWIP) for name in ("cx", "cy"))
    inner_left = section.left + section.gutter
    spans = {"page": (0, section.page_width), "margin": (inner_left, section.text_width)}
    spans["leftMargin"] = spans["insideMargin"] = (0, inner_left)
    spans["rightMargin"] = spans["outsideMargin"] = (section.page_width - section.right, section.right)
    if column is not None and column.left is not None:
        spans["column"] = (column.left, column.width)
    left = _place(across, spans, wide, {"left": 0, "inside": 0, "center": 1, "right": 2, "outside": 2})
    heights = {
        "page": (0, section.page_height),
        "margin": (section.top, section.page_height - section.top - section.bottom),
        "topMargin": (0, section.top),
        "bottomMargin": (section.page_height - section.bottom, section.bottom),
    }
    top = _place(down, heights, high, {"top": 0, "inside": 0, "center": 1, "bottom": 2, "outside": 2})
    return (
        left + round(shape.x / EMU_PER_TWIP) if left is not None else None,
        top + round(shape.y / EMU_PER_TWIP) if top is not None else None,
    )


def _place(position: Element, spans: dict[str, tuple[int, int]], size: int, shares: dict[str, int]) -> int | None:
    span = spans.get(position.get("relativeFrom") or "")
    if span is None:
        return None
    shift, align = _position(position)
    if shift is not None:
        return span[0] + shift
    return span[0] + (span[1] - size) * shares[align] // 2 if align in shares else None


def _position(position: Element) -> tuple[int | None, str]:
    """Give the distance (twips), or the word of alignment."""
    shift, align = position.find(WP_POS_OFFSET), position.find(WP_ALIGN)
    if shift is not None:
        return round(read_number(shift.text) / EMU_PER_TWIP), ""
    return None, (align.text or "").strip() if align is not None else ""


def _extent(holder: Element, name: str) -> float:
    extent = holder.find(WP_EXTENT)
    return read_emu(extent, name) if extent is not None else 0.0
