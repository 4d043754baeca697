"""Text boxes: what a frame says of them, and what is in them."""

from __future__ import annotations

from .drawings import Frame
from .lines import Column
from .observed import Block, Box

__all__ = ["box_column", "make_box"]

# The insets of a text box that says none, left and right: 0.1 inch each.
_INSETS = 2 * 144
_NARROWEST = 200
# A box that says no width: as wide as Word makes a new one.
_USUAL = 3600


def box_column(frame: Frame | None) -> Column:
    """Give the column inside a text box."""
    width = frame.width if frame is not None and frame.width else _USUAL
    left = frame.left + _INSETS // 2 if frame is not None and frame.left is not None else None
    return Column(left, max(_NARROWEST, width - _INSETS))


def make_box(index: int, anchor: int, blocks: tuple[Block, ...], frame: Frame | None) -> Box:
    """Make the value of a text box that hangs on the paragraph `anchor`."""
    if frame is None:
        return Box(index, anchor, blocks)
    return Box(
        index,
        anchor,
        blocks,
        width=frame.width,
        height=frame.height,
        has_border=frame.has_border,
        left=frame.left,
        top=frame.top,
    )
