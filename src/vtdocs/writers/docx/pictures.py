"""Pictures: on a row of their own, in line with the text, so that no program lets one slide over another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vtdocs.metrics.text import line_height
from vtdocs.tree import Paragraph, Picture, Style
from vtdocs.units import Length, Pt

from .layout import count_rows
from .paragraphs import paragraph_xml
from .parts import Parts
from .seams import REL
from .stylesheet import Look
from .xml import escape

__all__ = ["picture_size", "picture_xml"]

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_WP = f"{_DRAWINGML}/wordprocessingDrawing"
_EMU_PER_PIXEL = 9_525  # a pixel is the 96th part of an inch
_DEGREE = 60_000  # ST_Angle
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
    drawing = _drawing(picture, size, relation, parts.take_drawing())
    below = caption or Paragraph(Style.HINH, ())
    opening = f"<w:r>{drawing}</w:r>"
    if caption:
        # An empty line of its height is what all programs leave between the two.
        points = _ABOVE_CAPTION.half_points
        small = f'<w:rPr><w:sz w:val="{points}"/><w:szCs w:val="{points}"/></w:rPr>'
        opening = f"<w:r>{drawing}<w:br/></w:r><w:r>{small}<w:br/></w:r>"
    yield paragraph_xml(below, looks, width, parts, keep_next=keep_next, opening=opening)


def _drawing(picture: Picture, size: tuple[Length, Length], relation: str, number: int) -> str:
    """Write w:drawing.

    Both extents are those before the turn. Word from 2010 on, and LibreOffice as Word does, swap them for the row
    that the picture takes, if it lies on its side: so wp:effectExtent, what reaches beyond the row, is nothing.
    """
    across, down = size if picture.turn % 180 == 0 else size[::-1]
    turn = f' rot="{picture.turn * _DEGREE}"' if picture.turn else ""
    extent = f'cx="{across.emu}" cy="{down.emu}"'
    name = f'name="Hình {number}" descr="{escape(picture.description)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" {name}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{REL}" r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm{turn}><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
