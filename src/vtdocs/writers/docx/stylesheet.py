"""What the styles of a template really say: face, size, indents and spacing, after inheritance.

A property comes from the style itself, else from the nearest style that it is based on, else from the defaults of the
document. Toggles such as bold are no exception inside one chain: they turn each other off only where a character
style meets a paragraph style (ECMA-376-1, 17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.metrics.text import Face, line_height
from vtdocs.units import Length, Pt, Twips

from .measures import is_on, read_number, read_twips
from .xml import qname

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Look", "Looks", "Stylesheet", "TableLook", "embolden", "read_padding"]

_DEFAULT_HALF_POINTS = 20  # ECMA-376-1, 17.3.2.38: the size of text that no style gives one
_DEFAULT_PADDING = 115  # ECMA-376-1, 17.4.34: left and right of a cell's text, in twips, where nothing says it
_TEXT_LEVEL = 9  # ECMA-376-1, 17.3.1.20: of paragraphs that stand in no outline
_SINGLE = 240  # w:line of single spacing

_W = qname("")
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES, _BASED_ON, _VAL = map(qname, ("rPr", "pPr", "basedOn", "val"))
# What of a style is measured, by the name of the element; all others are passed over.
_RUN = {qname(name): name for name in ("b", "i", "sz")}
_PARAGRAPH = {qname(name): name for name in ("ind", "spacing", "keepNext", "outlineLvl", "jc")}
_ALIGNMENTS = {"center": "center", "distribute": "center", "right": "right", "end": "right"}  # all else: left


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
    first: Length = Length(0)
    """How much less room the first row has; below nought where it hangs out."""
    line: Length | None = None
    """The height of a row; `None` for single spacing."""
    align: str = "left"
    """Where a row stands that does not fill its room: "left", "center" or "right"."""

    @property
    def indents(self) -> Length:
        """What the indents of a paragraph take of the width of its narrowest row."""
        return Length(max(0, self.left.emu + self.right.emu + max(self.first.emu, 0)))

    @property
    def row_height(self) -> Length:
        """The height of a row of text."""
        return line_height(self.size) if self.line is None else self.line


def embolden(look: Look) -> Look:
    """Give a look in bold."""
    return replace(look, face=Face.of(bold=True, italic=look.face.is_italic))


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
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = _SINGLE
    rule: str = "auto"
    keep_next: bool = False
    level: int = _TEXT_LEVEL
    align: str = "left"


class Stylesheet:
    """The styles of one template, by their ids."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.by_id: dict[str, etree._Element] = {}
        self.defaults: dict[str, str] = {}
        """The id of the default style of each type."""
        for style in root.iterchildren(qname("style")):
            style_id = style.get(qname("styleId"), "")
            self.by_id.setdefault(style_id, style)
            if style.get(qname("default"), "0") in ("1", "true", "on"):
                self.defaults.setdefault(style.get(qname("type"), ""), style_id)
        self._found: dict[etree._Element | None, _Found] = {}

    def looks(self) -> Looks:
        """Give the look of every paragraph style, by id."""
        kind = qname("type")
        return {
            style_id: _look(self._find(style))
            for style_id, style in self.by_id.items()
            if style.get(kind) == "paragraph"
        }

    def run_look(self, look: Look, properties: etree._Element | None) -> Look:
        """Give the look of a run inside a paragraph of this look, by the run's own properties (w:rPr)."""
        if properties is None or not any(child.tag in _RUN for child in properties):
            return look
        found = _Found(look.face.is_bold, look.face.is_italic, look.size.half_points)
        _apply_run(properties, found)
        direct = _look(found)
        return replace(look, face=direct.face, size=direct.size)

    def default_look(self) -> Look:
        """Give the look of a paragraph that names no style."""
        return _look(self._find(self.by_id.get(self.defaults.get("paragraph", ""))))

    def table_look(self, style_id: str) -> TableLook:
        """Give the side padding of a table style, after inheritance; of the default one where there is none."""
        return TableLook(Twips(sum(self.padding(style_id, side) for side in ("left", "right"))))

    def padding(self, style_id: str, side: str) -> int:
        """Give the padding of the cells of a table style on one side, in twips."""
        known = style_id if style_id in self.by_id else self.defaults.get("table", "")
        for style in self.ancestry(self.by_id.get(known)):
            found = read_padding(style.find(f"{_W}tblPr/{_W}tblCellMar"), side)
            if found is not None:
                return found
        return _DEFAULT_PADDING

    def ancestry(self, style: etree._Element | None) -> Iterator[etree._Element]:
        """Give a style and what it is based on, nearest first. One that inherits from itself is cut where it closes."""
        seen = set()
        while style is not None and style not in seen:
            yield style
            seen.add(style)
            based_on = style.find(_BASED_ON)
            style = None if based_on is None else self.by_id.get(based_on.get(_VAL, ""))

    def _find(self, style: etree._Element | None) -> _Found:
        """Find what a style says with all that it inherits; a chain is walked once, however many stand on it."""
        chain: list[etree._Element] = []
        found = self._document_defaults()
        for ancestor in self.ancestry(style):
            known = self._found.get(ancestor)
            if known is not None:
                found = known
                break
            chain.append(ancestor)
        for ancestor in reversed(chain):
            found = self._found[ancestor] = replace(found)
            _apply(ancestor, found)
        return found

    def _document_defaults(self) -> _Found:
        known = self._found.get(None)
        if known is None:
            known = self._found[None] = _Found()
            for part in ("rPrDefault", "pPrDefault"):
                element = self.root.find(f"{_W}docDefaults/{_W}{part}")
                if element is not None:
                    _apply(element, known)
        return known


def read_padding(margins: etree._Element | None, side: str) -> int | None:
    """Give the padding that w:tblCellMar or w:tcMar sets on one side, "left" or "right", in twips."""
    if margins is None:
        return None
    for name in (side, {"left": "start", "right": "end"}[side]):
        element = margins.find(_W + name)
        if element is not None and element.get(qname("type"), "dxa") in ("dxa", "nil"):
            return max(0, read_twips(element, "w")) if element.get(qname("type"), "dxa") == "dxa" else 0
    return None


def _look(found: _Found) -> Look:
    size = Pt(found.half_points / 2)
    return Look(
        face=Face.of(bold=found.bold, italic=found.italic),
        size=size,
        left=Twips(found.left),
        right=Twips(found.right),
        around=Twips(found.before + found.after),
        keep_next=found.keep_next,
        level=found.level if 0 <= found.level < _TEXT_LEVEL else None,
        first=Twips(found.first),
        line=_row_height(found, size),
        align=found.align,
    )


def _row_height(found: _Found, size: Length) -> Length | None:
    if found.rule == "exact":
        return Twips(max(found.line, 1))
    if found.rule == "atLeast":
        return max(line_height(size), Twips(found.line))
    return None if found.line == _SINGLE else Length(line_height(size).emu * max(found.line, 1) // _SINGLE)


def _apply(element: etree._Element, found: _Found) -> None:
    properties = element.find(_RUN_PROPERTIES)
    if properties is not None:
        _apply_run(properties, found)
    properties = element.find(_PARAGRAPH_PROPERTIES)
    if properties is not None:
        _apply_paragraph(properties, found)


def _apply_run(properties: etree._Element, found: _Found) -> None:
    for child in properties:
        match _RUN.get(child.tag):
            case "b":
                found.bold = is_on(child)
            case "i":
                found.italic = is_on(child)
            case "sz":
                # Half points; "14pt" is allowed too, and is twips to `read_twips`.
                text = child.get(qname("val"), "")
                size = read_number(child, "val") if text.isdigit() else read_twips(child, "val") // 10
                found.half_points = size if size > 0 else found.half_points


def _apply_paragraph(properties: etree._Element, found: _Found) -> None:
    for child in properties:
        match _PARAGRAPH.get(child.tag):
            case "keepNext":
                found.keep_next = is_on(child)
            case "jc":
                found.align = _ALIGNMENTS.get(child.get(_VAL, ""), "left")
            case "outlineLvl":
                found.level = read_number(child, "val", _TEXT_LEVEL)
            case "ind":
                # The names of left and right in newer files; both never stand side by side.
                found.left = read_twips(child, "start", read_twips(child, "left", found.left))
                found.right = read_twips(child, "end", read_twips(child, "right", found.right))
                # Where both stand, Word takes the one that hangs (ECMA-376-1, 17.3.1.12).
                found.first = read_twips(child, "firstLine", found.first)
                if child.get(qname("hanging")) is not None:
                    found.first = -read_twips(child, "hanging")
            case "spacing":
                found.before = read_twips(child, "before", found.before)
                found.after = read_twips(child, "after", found.after)
                found.line = read_twips(child, "line", found.line)
                found.rule = child.get(qname("lineRule"), found.rule)
