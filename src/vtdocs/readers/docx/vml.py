"""Drawings of older programs (VML, in `w:pict` and `w:object`): lines, pictures, frames of text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from vtdocs.patterns import compile_late
from vtdocs.units import EMU_PER_TWIP

from .drawings import Drawn, Frame, is_flat
from .lines import Column
from .names import (
    MC_ALTERNATE_CONTENT,
    O_NS,
    V_GROUP,
    V_IMAGEDATA,
    V_LINE,
    V_NS,
    V_RECT,
    V_SHAPE,
    V_STROKE,
    V_TEXTBOX,
    W_TXBX_CONTENT,
)
from .observed import Rule, RuleKind, Section
from .placing import Shape
from .walking import branch_of

__all__ = ["read_object", "read_vml"]

_SHAPES = frozenset({V_SHAPE, V_LINE, V_RECT, *(f"{{{V_NS}}}{name}" for name in (
    "roundrect", "oval", "polyline", "curve", "arc", "image"))})  # fmt: skip
_HR, _HR_PERCENT, _HR_ALIGN = f"{{{O_NS}}}hr", f"{{{O_NS}}}hrpct", f"{{{O_NS}}}hralign"
_CONNECTOR = f"{{{O_NS}}}connectortype"
_TEXT_PATH = f"{{{V_NS}}}textpath"
# msosptLine and msosptStraightConnector1, [MS-ODRAW] 2.4.24.
_LINE_TYPES = ("#_x0000_t20", "#_x0000_t32")
_LENGTH = compile_late(r"\s*([+-]?[0-9]{0,12}(?:\.[0-9]{0,12})?)\s*(pt|in|cm|mm|px|pc|pi|emu)?\s*")
_UNITS = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525, "pc": 152_400, "pi": 152_400}
_UNITS["emu"] = 1
# The whole width of a horizontal rule, in tenths of a percent.
_WHOLE = 1_000
_FALSE = ("f", "false", "0", "off")
_MOST_SHAPES = 2_000
_FARTHEST = 50_000_000  # EMU: 1.4 m


def read_vml(pict: Element, column: Column | None, section: Section | None, drawn: Drawn) -> None:
    """Add what a `w:pict` shows to `drawn`."""
    is_picture = False
    for shape, styles in _shapes(pict):
        is_picture |= _read_shape(shape, styles, column, section, drawn)
    drawn.pictures += is_picture


def read_object(holder: Element, column: Column | None, section: Section | None, drawn: Drawn) -> None:
    """Add an embedded object: it is a picture, whatever is behind it."""
    for shape, styles in _shapes(holder):
        if shape.element.find(f"{V_TEXTBOX}/{W_TXBX_CONTENT}") is not None:
            _read_shape(shape, styles, column, section, drawn)
    drawn.pictures += 1


def _read_shape(
    shape: Shape, styles: Mapping[str, str], column: Column | None, section: Section | None, drawn: Drawn
) -> bool:
    """Add one shape; true if it is to be counted as a picture."""
    element = shape.element
    content = element.find(f"{V_TEXTBOX}/{W_TXBX_CONTENT}")
    stroked = element.get("stroked", "t").lower() not in _FALSE
    left, top = _corner(shape, styles, column, section)
    if content is not None:
        drawn.frames[content] = Frame(
            round(shape.width / EMU_PER_TWIP), round(shape.height / EMU_PER_TWIP), left, top, stroked
        )
        return False
    is_hidden = styles.get("visibility") == "hidden"
    if element.get(_HR, "f").lower() not in _FALSE:
        if not is_hidden:
            drawn.rules.append(_read_bar(shape, column))
        return False
    has_picture = element.find(V_IMAGEDATA) is not None
    if not has_picture and element.find(_TEXT_PATH) is not None:
        return not is_hidden
    filled = element.get("filled", "t").lower() not in _FALSE
    is_line = element.tag == V_LINE or element.get("type") in _LINE_TYPES or element.get(_CONNECTOR) == "straight"
    if is_hidden or not (has_picture or stroked or (filled and not is_line)):
        return False
    width, height = (shape.height, shape.width) if _is_upright(styles) else (shape.width, shape.height)
    if not is_flat(width, height, is_line=is_line):
        return True
    solid, thickness = (True, None) if has_picture else _stroke(element)
    offset = left - column.left if left is not None and column is not None and column.left is not None else None
    if column is not None and column.left is None and _is_in_column(styles):
        offset = _shift(shape, styles, column)
    kind = RuleKind.PICTURE if has_picture else RuleKind.VML
    drawn.rules.append(Rule(kind, round(width / EMU_PER_TWIP), offset, solid, thickness))
    return False


def _read_bar(shape: Shape, column: Column | None) -> Rule:
    """Read a horizontal rule (o:hr): its width is of its column where it says a share of it, or none."""
    share = shape.element.get(_HR_PERCENT, "")
    width: int | None = round(shape.width / EMU_PER_TWIP)
    if share.isdecimal() and 0 < int(share[:5]) <= _WHOLE:
        width = column.width * int(share[:5]) // _WHOLE if column is not None else None
    elif not width:
        width = column.width if column is not None else None
    offset = None
    if column is not None and width is not None:
        room = column.width - width
        offset = {"center": room // 2, "right": room}.get(shape.element.get(_HR_ALIGN, "left"), 0)
    return Rule(
        RuleKind.VML, width, offset, thickness=max(1, round(shape.height / EMU_PER_TWIP)) if shape.height else None
    )


def _shapes(holder: Element) -> Iterator[tuple[Shape, dict[str, str]]]:
    """Give the shapes of a holder with the styles of the outermost one, groups opened."""
    count = 0
    stack: list[tuple[Iterator[Element], float, float, float, float, dict[str, str] | None]]
    stack = [(iter(holder), 0.0, 0.0, 1.0, 1.0, None)]
    while stack:
        children, x, y, across, down, outermost = stack[-1]
        for child in children:
            tag = child.tag
            if tag == MC_ALTERNATE_CONTENT:
                branch = branch_of(child)
                if branch is not None:
                    stack.append((iter(branch), x, y, across, down, outermost))
                    break
                continue
            if tag != V_GROUP and tag not in _SHAPES:
                continue
            count += 1
            if count > _MOST_SHAPES:
                return
            styles = _read_styles(child.get("style") or "")
            left, top, wide, high = _place(child, styles, bare=1.0 if outermost is not None else 9_525.0)
            if outermost is not None:
                left, top, wide, high = x + left * across, y + top * down, wide * across, high * down
            if tag == V_GROUP:
                origin, size = _pair(child.get("coordorigin"), 0.0), _pair(child.get("coordsize"), 1000.0)
                scale, fall = wide / (size[0] or 1000.0), high / (size[1] or 1000.0)
                inside = (left - origin[0] * scale, top - origin[1] * fall, scale, fall)
                stack.append((iter(child), *inside, outermost if outermost is not None else styles))
                break
            yield Shape(child, left, top, wide, high), outermost if outermost is not None else styles
        else:
            stack.pop()


def _place(element: Element, styles: Mapping[str, str], *, bare: float) -> tuple[float, float, float, float]:
    """Give left, top, width and height of a shape; bare numbers count `bare` EMU."""
    across = _length(styles.get("margin-left") or styles.get("left"), bare)
    down = _length(styles.get("margin-top") or styles.get("top"), bare)
    if element.tag == V_LINE and element.get("from") and element.get("to"):
        start, end = _pair(element.get("from"), 0.0, bare), _pair(element.get("to"), 0.0, bare)
        # Where both stand, the style says how far the whole line is moved.
        left, top = min(start[0], end[0]) + across, min(start[1], end[1]) + down
        return left, top, abs(end[0] - start[0]), abs(end[1] - start[1])
    return across, down, _length(styles.get("width"), bare), _length(styles.get("height"), bare)


def _corner(
    shape: Shape, styles: Mapping[str, str], column: Column | None, section: Section | None
) -> tuple[int | None, int | None]:
    """Give where a shape's upper left corner stands on the page, in twips, as far as that is said."""
    if styles.get("position") != "absolute" or section is None:
        return None, None
    about, align = styles.get("mso-position-horizontal-relative", "text"), styles.get("mso-position-horizontal")
    inner_left = section.left + section.gutter
    span: tuple[int, int] | None = {"page": (0, section.page_width), "margin": (inner_left, section.text_width)}.get(
        about
    )
    if span is None and _is_in_column(styles) and column is not None and column.left is not None:
        span = column.left, column.width
    left = None
    if span is not None:
        width = round(shape.width / EMU_PER_TWIP)
        shares = {"left": 0, "center": (span[1] - width) // 2, "right": span[1] - width}
        left = span[0] + (shares[align] if align in shares else round(shape.x / EMU_PER_TWIP))
    below = {"page": 0, "margin": section.top}.get(styles.get("mso-position-vertical-relative", "text"))
    told = styles.get("mso-position-vertical", "absolute") == "absolute"
    return left, below + round(shape.y / EMU_PER_TWIP) if below is not None and told else None


def _is_in_column(styles: Mapping[str, str]) -> bool:
    return styles.get("position") == "absolute" and styles.get("mso-position-horizontal-relative", "text") in (
        "text",
        "column",
    )


def _shift(shape: Shape, styles: Mapping[str, str], column: Column) -> int:
    room = column.width - round(shape.width / EMU_PER_TWIP)
    shares = {"left": 0, "center": room // 2, "right": room}
    return shares.get(styles.get("mso-position-horizontal", ""), round(shape.x / EMU_PER_TWIP))


def _stroke(element: Element) -> tuple[bool, int | None]:
    """Tell whether a stroke is one unbroken line, and how thick it is in twips."""
    stroke = element.find(V_STROKE)
    solid = stroke is None or (
        stroke.get("dashstyle", "solid") == "solid" and stroke.get("linestyle", "single") == "single"
    )
    weight = _length(element.get("strokeweight"), 9_525.0)
    return solid, max(1, round(weight / EMU_PER_TWIP)) if weight else None


def _is_upright(styles: Mapping[str, str]) -> bool:
    """Whether a shape is turned by about a quarter."""
    turn = styles.get("rotation", "0")
    try:
        degrees = float(turn[:-2]) / 65_536 if turn.endswith("fd") else float(turn[:12])
    except ValueError:
        return False
    return 45 < degrees % 180 < 135


def _read_styles(text: str) -> dict[str, str]:
    pairs = (pair.partition(":") for pair in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _colon, value in pairs}


def _length(text: str | None, bare: float) -> float:
    """Read a length in EMU; one of metres is damage."""
    found = _LENGTH.fullmatch(text or "")
    try:
        value = float(found[1]) * (_UNITS[found[2]] if found[2] else bare) if found else 0.0
    except ValueError:
        return 0.0
    return max(-_FARTHEST, min(_FARTHEST, value))


def _pair(text: str | None, missing: float, bare: float = 1.0) -> tuple[float, float]:
    first, comma, second = (text or "").partition(",")
    return (
        _length(first, bare) if first.strip() else missing,
        _length(second, bare) if comma and second.strip() else missing,
    )
