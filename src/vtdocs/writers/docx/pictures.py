"""Pictures: on a row of their own, in line with the text, so that no program lets one slide over another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vtdocs.metrics.text import line_height
from vtdocs.tree import Paragraph, Picture, Style
from vtdocs.units import Length, Pt

from .drawings import drawing_xml
from .layout import count_rows
from .paragraphs import paragraph_xml
from .parts import Parts
from .stylesheet import Look

__all__ = ["picture_size", "picture_xml"]

_EMU_PER_PIXEL = 9_525  # a pixel is the 96th part of an inch
_ABOVE_CAPTION = Pt(3)


def picture_size(picture: Picture, room: Length, height: Length) -> tuple[Length, Length]:
    """Give the size on paper, as the picture is seen when turned: inside `room` and `height`, in its proportion."""
    across, down = picture.pixels if picture.turn % 180 == 0 else picture.pixels[::-1]
    wish = picture.width.emu if picture.width else across * _EMU_PER_PIXEL
    width = max(1, min(wish, room.emu, height.emu * across // down))
    return Length(width), Length(max(1, min(width * down // across, height.emu)))


def picture_xml(
    picture: Picture, looks: Mapping[str, Look], room: tuple[Length, Length], parts: Parts, *, keep_next: bool = False
) -> Iterator[str]:
    """Write a picture and its caption; `room` is the width and the height for both.

    Both stand in one paragraph, whose lines stay on one page: LibreOffice does not keep a paragraph that holds a
    picture with the next one.
    """
    width, height = room
    caption = picture.caption
    look = looks[caption.style if caption else Style.HINH]
    # A line of text holds the picture, and its descenders stand below it.
    rows = 1 + (count_rows(caption, look, width) if caption else 0)
    height -= line_height(look.size) * rows + line_height(_ABOVE_CAPTION) + look.around
    size = picture_size(picture, width - look.left - look.right, height)
    relation = parts.add_picture(picture.data, picture.kind)
    drawing = drawing_xml(size, picture.turn, relation, parts.take_drawing(), picture.description)
    below = caption or Paragraph(Style.HINH, ())
    opening = f"<w:r>{drawing}</w:r>"
    if caption:
        # An empty line of its height is what all programs leave between the two.
        points = _ABOVE_CAPTION.half_points
        small = f'<w:rPr><w:sz w:val="{points}"/><w:szCs w:val="{points}"/></w:rPr>'
        opening = f"<w:r>{drawing}<w:br/></w:r><w:r>{small}<w:br/></w:r>"
    yield paragraph_xml(below, looks, width, parts, keep_next=keep_next, opening=opening)
