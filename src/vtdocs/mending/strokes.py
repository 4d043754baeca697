"""Lines that are drawn: their length and their dashes, in DrawingML and in the VML that older programs read."""

from __future__ import annotations

import re

from lxml import etree

from vtdocs.readers.docx.names import A_NS, V_NS, WP_NS, WPS_NS
from vtdocs.readers.docx.observed import Rule, RuleKind
from vtdocs.units import EMU_PER_TWIP

from .work import W

__all__ = ["make_solid", "set_length"]

WP, A, WPS, V = (f"{{{name}}}" for name in (WP_NS, A_NS, WPS_NS, V_NS))

_TWIPS_PER_POINT = 20
# Twips: a drawing's extent and what was read of it differ by rounding alone.
_SAME = 2
_NUMBER = re.compile(r"^\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm)?\s*$")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, None: 0.75}
_WIDTH = re.compile(r"(?<![\w-])width\s*:\s*([^;]{1,20})")
_LEFT = re.compile(r"(?<![\w-])(margin-left|left)\s*:\s*([^;]{1,20})")


def set_length(p: etree._Element, rule: Rule, wanted: int) -> bool:
    """Make a line of a paragraph so many twips long, its middle where it was; tell whether that could be done."""
    if rule.length is None or rule.kind not in (RuleKind.DRAWING, RuleKind.VML):
        return False
    changed = [_set_drawing(holder, rule.length, wanted) for holder in _holders(p)]
    changed += [_set_vml(shape, rule.length, wanted) for shape in _vml(p)]
    return any(changed)


def make_solid(p: etree._Element, rule: Rule) -> bool:
    """Draw the lines of a paragraph in one solid stroke; tell whether any was not."""
    if rule.kind in (RuleKind.BORDER_ABOVE, RuleKind.BORDER_BELOW):
        return _make_borders_solid(p, "bottom" if rule.kind is RuleKind.BORDER_BELOW else "top")
    changed = False
    for holder in _holders(p):
        for line in holder.iter(f"{A}ln"):
            for dashes in [*line.iterchildren(f"{A}custDash")]:
                line.remove(dashes)
                changed = True
            for dash in line.iterchildren(f"{A}prstDash"):
                changed = changed or dash.get("val") != "solid"
                dash.set("val", "solid")
            changed = line.attrib.pop("cmpd", "sng") != "sng" or changed
    for shape in _vml(p):
        for stroke in shape.iterchildren(f"{V}stroke"):
            taken = [stroke.attrib.pop(name, "") for name in ("dashstyle", "linestyle")]
            changed = changed or any(taken)
    return changed


def _make_borders_solid(p: etree._Element, side: str) -> bool:
    border = p.find(f"{W}pPr/{W}pBdr/{W}{side}")
    if border is None or border.get(f"{W}val") == "single":
        return False
    border.set(f"{W}val", "single")
    return True


def _holders(p: etree._Element) -> list[etree._Element]:
    """The drawings of a paragraph that are one shape: in a group the parts have measures of their own."""
    found = []
    for holder in p.iter(f"{WP}anchor", f"{WP}inline"):
        data = holder.find(f"{A}graphic/{A}graphicData")
        if data is not None and [child.tag for child in data] == [f"{WPS}wsp"]:
            found.append(holder)
    return found


def _set_drawing(holder: etree._Element, length: int, wanted: int) -> bool:
    extent = holder.find(f"{WP}extent")
    if extent is None or not _is_same(extent.get("cx"), length):
        return False
    extent.set("cx", str(wanted * EMU_PER_TWIP))
    for inner in holder.iter(f"{A}ext"):
        if _is_same(inner.get("cx"), length):
            inner.set("cx", str(wanted * EMU_PER_TWIP))
    offset = holder.find(f"{WP}positionH/{WP}posOffset")
    if offset is not None:
        offset.text = str(int(offset.text or "0") + (length - wanted) * EMU_PER_TWIP // 2)
    return True


def _is_same(emu: str | None, twips: int) -> bool:
    return emu is not None and emu.isdigit() and abs(int(emu) / EMU_PER_TWIP - twips) <= _SAME


def _vml(p: etree._Element) -> list[etree._Element]:
    """The lines and shapes of VML in a paragraph, not those of a group."""
    return [
        shape
        for shape in p.iter(f"{V}line", f"{V}shape", f"{V}rect")
        if (parent := shape.getparent()) is not None and parent.tag != f"{V}group"
    ]


def _set_vml(shape: etree._Element, length: int, wanted: int) -> bool:
    moved = (length - wanted) / _TWIPS_PER_POINT / 2
    begin, end = (_read_pair(shape.get(name)) for name in ("from", "to"))
    if begin is not None and end is not None:
        if abs(abs(end[0] - begin[0]) * _TWIPS_PER_POINT - length) > _SAME:
            return False
        if end[0] < begin[0]:
            moved = -moved
        for name, (x, y), by in (("from", begin, moved), ("to", end, -moved)):
            shape.set(name, f"{x + by:.2f}pt,{y:.2f}pt")
        return True
    style = shape.get("style", "")
    width = _WIDTH.search(style)
    points = _read_points(width[1]) if width else None
    if width is None or points is None or abs(points * _TWIPS_PER_POINT - length) > _SAME:
        return False
    style = f"{style[: width.start(1)]}{wanted / _TWIPS_PER_POINT:.2f}pt{style[width.end(1) :]}"
    left = _LEFT.search(style)
    at = _read_points(left[2]) if left else None
    if left is not None and at is not None:
        style = f"{style[: left.start(2)]}{at + moved:.2f}pt{style[left.end(2) :]}"
    shape.set("style", style)
    return True


def _read_pair(value: str | None) -> tuple[float, float] | None:
    x, _, y = (value or "").partition(",")
    across, down = _read_points(x), _read_points(y or "0")
    return (across, down) if across is not None and down is not None else None


def _read_points(value: str) -> float | None:
    found = _NUMBER.match(value)
    return float(found[1]) * _POINTS[found[2]] if found else None
