"""Drawings (DrawingML): which of them are horizontal lines, which are pictures, which are text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element
from msgspec import Struct

from vtdocs.units import EMU_PER_TWIP

from .lines import Column
from .names import (
    A_EXT,
    A_GRAPHIC,
    A_GRAPHIC_DATA,
    A_LN,
    A_NO_FILL,
    A_NS,
    A_OFF,
    A_PRST_DASH,
    A_PRST_GEOM,
    A_XFRM,
    MC_ALTERNATE_CONTENT,
    PIC_NS,
    PIC_PIC,
    W_TXBX_CONTENT,
    WP_ANCHOR,
    WP_DOC_PR,
    WP_EXTENT,
    WP_INLINE,
    WPC_NS,
    WPG_NS,
    WPG_WGP,
    WPS_NS,
    WPS_TXBX,
    WPS_WSP,
)
from .observed import Rule, RuleKind, Section
from .placing import Shape, corner_of, offset_of, read_emu
from .walking import branch_of

__all__ = ["Drawn", "Frame", "is_flat", "read_drawing"]

_GROUPS = frozenset({WPG_WGP, f"{{{WPG_NS}}}grpSp", f"{{{WPC_NS}}}wpc"})
_GROUP_PR = f"{{{WPG_NS}}}grpSpPr"
_SHAPE_PR = f"{{{WPS_NS}}}spPr"
_STYLE = f"{{{WPS_NS}}}style"
_PICTURE_PR = f"{{{PIC_NS}}}spPr"
_CH_OFF, _CH_EXT = f"{{{A_NS}}}chOff", f"{{{A_NS}}}chExt"
_LN_REF, _FILL_REF = f"{{{A_NS}}}lnRef", f"{{{A_NS}}}fillRef"
_CUST_DASH = f"{{{A_NS}}}custDash"
_FILLS = frozenset(f"{{{A_NS}}}{kind}Fill" for kind in ("solid", "grad", "blip", "patt"))
_LINES = frozenset({"line", "lineInv", "straightConnector1"})
# A line drawn by hand is seldom quite level; a bar thicker than this is an area.
_STEEPEST, _THICKEST = 10, 4 * 12_700
_SHORTEST = 5 * 12_700
# Shapes in a drawing that are looked at; a canvas of more is a picture all the same.
_MOST_SHAPES = 2_000

# A level of groups: what is left of its shapes, where their origin is on the drawing, their scale across and down, and
# whether it is the outermost one, whose shape is as large as the drawing.
_Level = tuple[Iterator[Element], float, float, float, float, bool]


class Frame(Struct, frozen=True):
    """A text box's frame: sizes and place from the page's edges in twips where they are said."""

    width: int | None = None
    height: int | None = None
    left: int | None = None
    top: int | None = None
    has_border: bool = False


class Drawn(Struct):
    """What a paragraph's drawings are: lines, pictures, and the frames of text boxes by their content."""

    rules: list[Rule]
    frames: dict[Element, Frame]
    pictures: int = 0


def is_flat(width: float, height: float, *, is_line: bool) -> bool:
    """Whether a shape of this size (EMU) is a horizontal line: a level one, or a bar too thin for an area."""
    if width < _SHORTEST or height * _STEEPEST > width:
        return False
    return is_line or height <= _THICKEST


def read_drawing(drawing: Element, column: Column | None, section: Section | None, drawn: Drawn) -> None:
    """Add what a `w:drawing` shows to `drawn`."""
    for holder in drawing:
        if holder.tag not in (WP_ANCHOR, WP_INLINE):
            continue
        name = holder.find(WP_DOC_PR)
        hidden = name is not None and name.get("hidden") in ("1", "true")
        extent = holder.find(WP_EXTENT)
        width, height = (read_emu(extent, "cx"), read_emu(extent, "cy")) if extent is not None else (0, 0)
        data = holder.find(f"{A_GRAPHIC}/{A_GRAPHIC_DATA}")
        if data is None:
            continue
        is_picture = False
        for shape in _shapes(data, width, height):
            is_picture |= _read_shape(shape, holder, column, section, drawn, hidden=hidden)
        drawn.pictures += is_picture and not hidden


def _read_shape(
    shape: Shape, holder: Element, column: Column | None, section: Section | None, drawn: Drawn, *, hidden: bool
) -> bool:
    """Add one shape; true if it is to be counted as a picture."""
    element = shape.element
    if element.tag == WPS_WSP:
        content = element.find(f"{WPS_TXBX}/{W_TXBX_CONTENT}")
        look = element.find(_SHAPE_PR)
        outlined, solid, thickness = _outline(element, look)
        if content is not None:
            left, top = corner_of(holder, shape, column, section)
            drawn.frames[content] = Frame(
                width=round(shape.width / EMU_PER_TWIP),
                height=round(shape.height / EMU_PER_TWIP),
                left=left,
                top=top,
                has_border=outlined,
            )
            return False
        filled = _is_filled(element, look)
        if not outlined and not filled:
            return False
        geometry = look.find(A_PRST_GEOM) if look is not None else None
        is_line = geometry is not None and geometry.get("prst") in _LINES
        kind = RuleKind.DRAWING
    elif element.tag == PIC_PIC:
        look, is_line, solid, thickness, kind = element.find(_PICTURE_PR), False, True, None, RuleKind.PICTURE
    else:
        return True
    width, height = (shape.height, shape.width) if _is_upright(look) else (shape.width, shape.height)
    if not is_flat(width, height, is_line=is_line):
        return True
    if not hidden:
        if width is not shape.width:
            # Turned by a quarter around its middle.
            shape = Shape(element, shape.x + (shape.width - width) / 2, shape.y, width, height)
        offset = offset_of(holder, shape, column, section)
        drawn.rules.append(Rule(kind, round(width / EMU_PER_TWIP), offset, solid, thickness))
    return False


def _shapes(data: Element, width: float, height: float) -> Iterator[Shape]:
    """Give the shapes of a drawing, groups opened, of alternatives the one that is read."""
    count = 0
    stack: list[_Level] = [(iter(data), 0.0, 0.0, 1.0, 1.0, True)]
    while stack:
        children, x, y, across, down, is_outermost = stack[-1]
        for child in children:
            tag = child.tag
            if tag == MC_ALTERNATE_CONTENT:
                branch = branch_of(child)
                if branch is not None:
                    stack.append((iter(branch), x, y, across, down, is_outermost))
                    break
                continue
            count += 1
            if count > _MOST_SHAPES:
                return
            if tag in _GROUPS:
                stack.append(_enter_group(child, x, y, across, down, (width, height) if is_outermost else None))
                break
            if is_outermost:
                yield Shape(child, 0.0, 0.0, width, height)
            elif tag in (WPS_WSP, PIC_PIC):
                transform = child.find(f"{_SHAPE_PR if tag == WPS_WSP else _PICTURE_PR}/{A_XFRM}")
                left, top, wide, high = _box(transform, A_OFF, A_EXT)
                yield Shape(child, x + left * across, y + top * down, wide * across, high * down)
            elif tag.__class__ is str and tag.endswith(("}graphicFrame", "}contentPart")):
                yield Shape(child, x, y, 0, 0)
        else:
            stack.pop()


def _enter_group(
    group: Element, x: float, y: float, across: float, down: float, outermost: tuple[float, float] | None
) -> _Level:
    """Give the level of a group: where its children's origin is on the page, and how they are scaled."""
    transform = group.find(f"{_GROUP_PR}/{A_XFRM}")
    left, top, wide, high = _box(transform, A_OFF, A_EXT)
    child_left, child_top, child_wide, child_high = _box(transform, _CH_OFF, _CH_EXT)
    if outermost is not None:
        left, top, (wide, high) = 0.0, 0.0, outermost
    x, y = x + left * across, y + top * down
    across *= wide / child_wide if child_wide and wide else 1.0
    down *= high / child_high if child_high and high else 1.0
    return iter(group), x - child_left * across, y - child_top * down, across, down, False


def _box(transform: Element | None, offset: str, extent: str) -> tuple[float, float, float, float]:
    if transform is None:
        return 0.0, 0.0, 0.0, 0.0
    start, size = transform.find(offset), transform.find(extent)
    return (
        read_emu(start, "x") if start is not None else 0.0,
        read_emu(start, "y") if start is not None else 0.0,
        read_emu(size, "cx") if size is not None else 0.0,
        read_emu(size, "cy") if size is not None else 0.0,
    )


def _outline(shape: Element, look: Element | None) -> tuple[bool, bool, int | None]:
    """Tell whether a shape's outline is drawn, whether it is one unbroken line, and how thick (twips)."""
    line = look.find(A_LN) if look is not None else None
    referred = shape.find(f"{_STYLE}/{_LN_REF}")
    by_style = referred is not None and referred.get("idx") not in (None, "0")
    if line is None:
        return by_style, True, None
    width = read_emu(line, "w")
    thickness = max(1, round(width / EMU_PER_TWIP)) if width else None
    if line.find(A_NO_FILL) is not None:
        return False, True, thickness
    dash = line.find(A_PRST_DASH)
    solid = (dash is None or dash.get("val") == "solid") and line.find(_CUST_DASH) is None
    drawn = by_style or width > 0 or any(child.tag in _FILLS for child in line)
    return drawn, solid and line.get("cmpd", "sng") == "sng", thickness


def _is_filled(shape: Element, look: Element | None) -> bool:
    if look is not None:
        for child in look:
            if child.tag == A_NO_FILL:
                return False
            if child.tag in _FILLS:
                return True
    referred = shape.find(f"{_STYLE}/{_FILL_REF}")
    return referred is not None and referred.get("idx") not in (None, "0")


def _is_upright(look: Element | None) -> bool:
    """Whether a shape is turned by about a quarter (in 60,000ths of a degree)."""
    transform = look.find(A_XFRM) if look is not None else None
    if transform is None:
        return False
    turn = read_emu(transform, "rot") % 10_800_000
    return 2_700_000 < turn < 8_100_000
