"""What the styles of a template really say: face, size, indents and spacing, after inheritance."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from vtdocs.metrics.text import Face
from vtdocs.units import Length, Pt, Twips

from .xml import qname

__all__ = ["Look", "Looks", "TableLook", "embolden", "read_looks", "read_table_look", "slant"]

_DEFAULT_HALF_POINTS = 20  # ECMA-376-1, 17.3.2.38: the size of text that no style gives one
_TEXT_LEVEL = 9  # ECMA-376-1, 17.3.1.20: of paragraphs that stand in no outline


class Look(Struct, frozen=True):
    """How a paragraph style sets its text: what measuring needs."""

    face: Face
    size: Length
    left: Length = Length(0)
    right: Length = Length(0)
    around: Length = Length(0)
    """Room above and below a paragraph, together."""
    keep_next: bool = False
    """Whether a paragraph stays on the page of what follows."""
    level: int | None = None
    """Where it stands in the outline, from 0; `None` for text."""


def embolden(look: Look) -> Look:
    """Give a look in bold."""
    return replace(look, face=Face.of(bold=True, italic=look.face.is_italic))


def slant(look: Look) -> Look:
    """Give a look in italics."""
    return replace(look, face=Face.of(bold=look.face.is_bold, italic=True))


Looks = Mapping[str, Look]
"""The look of each paragraph style, by the style's id."""


class TableLook(Struct, frozen=True):
    """The side padding of a table style's cells, left and right together."""

    padding: Length


class _Found(Struct):
    bold: bool = False
    italic: bool = False
    half_points: int = _DEFAULT_HALF_POINTS
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    level: int = _TEXT_LEVEL


def read_looks(styles: etree._Element) -> Looks:
    """Give the look of every paragraph style, by id. A style that inherits from itself is cut where it closes."""
    by_id = {style.get(qname("styleId"), ""): style for style in styles.iter(qname("style"))}
    looks = {}
    for style_id, style in by_id.items():
        if style.get(qname("type")) != "paragraph":
            continue
        found = _Found()
        defaults = styles.find(f"{qname('docDefaults')}/{qname('rPrDefault')}")
        if defaults is not None:
            _apply(defaults, found)
        for ancestor in reversed(_ancestry(style, by_id)):
            _apply(ancestor, found)
        face = Face.of(bold=found.bold, italic=found.italic)
        size = Pt(Fraction(found.half_points, 2))
        around = Twips(found.before + found.after)
        level = found.level if 0 <= found.level < _TEXT_LEVEL else None
        looks[style_id] = Look(face, size, Twips(found.left), Twips(found.right), around, found.keep_next, level)
    return looks


def read_table_look(styles: etree._Element, style_id: str) -> TableLook:
    """Give the side padding of a table style, from the nearest ancestor that has one."""
    by_id = {style.get(qname("styleId"), ""): style for style in styles.iter(qname("style"))}
    style = by_id.get(style_id)
    for ancestor in _ancestry(style, by_id) if style is not None else []:
        margins = ancestor.find(f"{qname('tblPr')}/{qname('tblCellMar')}")
        if margins is not None:
            sides = [margins.find(qname(side)) for side in ("left", "right")]
            return TableLook(Twips(sum(_number(side, "w") for side in sides if side is not None)))
    return TableLook(Length(0))


def _ancestry(style: etree._Element, by_id: Mapping[str, etree._Element]) -> list[etree._Element]:
    """List a style and what it is based on, nearest first."""
    chain: list[etree._Element] = []
    current: etree._Element | None = style
    while current is not None and current not in chain:
        chain.append(current)
        based_on = current.find(qname("basedOn"))
        current = None if based_on is None else by_id.get(based_on.get(qname("val"), ""))
    return chain


def _apply(element: etree._Element, found: _Found) -> None:
    properties = element.find(qname("rPr"))
    if properties is not None:
        found.bold = _toggle(properties, "b", found.bold)
        found.italic = _toggle(properties, "i", found.italic)
        size = properties.find(qname("sz"))
        if size is not None:
            found.half_points = _number(size, "val") or found.half_points
    paragraph = element.find(qname("pPr"))
    if paragraph is None:
        return
    found.keep_next = _toggle(paragraph, "keepNext", found.keep_next)
    level = paragraph.find(qname("outlineLvl"))
    if level is not None:
        found.level = _number(level, "val", _TEXT_LEVEL)
    indents = paragraph.find(qname("ind"))
    if indents is not None:
        found.left = _number(indents, "left", found.left)
        found.right = _number(indents, "right", found.right)
    spacing = paragraph.find(qname("spacing"))
    if spacing is not None:
        found.before = _number(spacing, "before", found.before)
        found.after = _number(spacing, "after", found.after)


def _toggle(properties: etree._Element, name: str, inherited: bool) -> bool:
    element = properties.find(qname(name))
    return inherited if element is None else element.get(qname("val"), "true") not in ("0", "false", "off")


def _number(element: etree._Element, name: str, default: int = 0) -> int:
    try:
        return int(element.get(qname(name), default))
    except ValueError:
        return default
