"""A picture in line with the text, as DrawingML."""

from __future__ import annotations

from vtdocs.units import Length

from .seams import REL
from .xml import escape

__all__ = ["drawing_xml"]

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_WP = f"{_DRAWINGML}/wordprocessingDrawing"
_DEGREE = 60_000  # ST_Angle


def drawing_xml(
    size: tuple[Length, Length], turn: int, relation: str, number: int, description: str, *, link: str = ""
) -> str:
    """Write w:drawing: `size` as it is seen on paper, when turned by `turn` degrees.

    `relation` is that to the picture, `link` that to what a click opens; `number` is the drawing's own.

    Both extents are those before the turn. Word from 2010 on, and LibreOffice as Word does, swap them for the row
    that the picture takes, if it lies on its side: so wp:effectExtent, what reaches beyond the row, is nothing.
    """
    across, down = size if turn % 180 == 0 else size[::-1]
    rotation = f' rot="{turn * _DEGREE}"' if turn else ""
    extent = f'cx="{across.emu}" cy="{down.emu}"'
    name = f'id="{number}" name="Hình {number}" descr="{escape(description)}"'
    end, picture_end = "/>", "/>"
    if link:
        click = f'><a:hlinkClick xmlns:a="{_DRAWINGML}/main" xmlns:r="{REL}" r:id="{link}"/>'
        end, picture_end = f"{click}</wp:docPr>", f"{click}</pic:cNvPr>"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name}{end}<wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr {name}{picture_end}<pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{REL}" r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm{rotation}><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
