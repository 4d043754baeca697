"""The tags in a paragraph, whole again where Word has torn them over runs.

Word cuts text into runs wherever it notes a spelling mistake, a language, a bookmark or an editing session, and so
through the middle of tags. Runs that look alike are one for the reader, and a tag over several of them is put
together without a word; only one whose letters really look different is not, for it is not known which look is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vtdocs.patterns import compile_late

from .measures import is_on
from .xml import qname

__all__ = ["BRACES", "CELL_CHANGES", "CHANGES", "Piece", "Token", "read_pieces", "read_tokens"]

BRACES = compile_late(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
CHANGES = frozenset(qname(name) for name in ("ins", "del", "moveFrom", "moveTo"))
"""What was typed, deleted or moved with changes tracked, and nobody has accepted yet."""
CELL_CHANGES = frozenset(qname(name) for name in ("cellIns", "cellDel", "cellMerge"))
"""The same of a cell, in its properties; of a row it is one of `CHANGES` there."""

# Each ends before the next one opens: else a thousand that are never closed would be looked through to the end.
_TOKEN = compile_late(r"\{\{(?:(?!\{\{)[\s\S])*?\}\}|\{%(?:(?!\{%)[\s\S])*?%\}|\{#(?:(?!\{#)[\s\S])*?#\}")
_TEXT, _PARAGRAPH, _RUN, _PROPERTIES = qname("t"), qname("p"), qname("r"), qname("rPr")
# What stands for a letter in a run; a tag that has one of them inside loses it.
_SIGNS = {qname("tab"): "\t", qname("br"): "\n", qname("cr"): "\n", qname("noBreakHyphen"): "-"}
# Elements whose text is not the paragraph's: properties, and boxes that hold paragraphs of their own.
_CLOSED = frozenset({qname("pPr"), _PROPERTIES, qname("sdtPr"), qname("txbxContent")})
# What two runs may differ in and still look alike to whoever reads Vietnamese.
_UNSEEN = frozenset(
    qname(name) for name in ("lang", "noProof", "bCs", "iCs", "szCs", "webHidden", "rPrChange", "kern", "cs", "rtl")
)
_UNSEEN_FONTS = frozenset(qname(name) for name in ("hint", "eastAsia", "eastAsiaTheme", "cs", "cstheme"))
_FONTS = qname("rFonts")
_TOGGLES = frozenset(qname(name) for name in ("b", "i", "caps", "smallCaps", "strike", "vanish"))


class Piece:
    """A text element, or a sign that stands for a letter, and where its text begins in the paragraph's."""

    __slots__ = ("element", "start", "text")

    def __init__(self, element: etree._Element, text: str, start: int) -> None:
        self.element, self.text, self.start = element, text, start

    @property
    def stop(self) -> int:
        """Where its text ends in the paragraph's."""
        return self.start + len(self.text)


class Token:
    """A tag with its braces, its place in the paragraph's text, and the pieces that hold it."""

    __slots__ = ("pieces", "start", "stop", "text")

    def __init__(self, text: str, start: int, pieces: list[Piece]) -> None:
        self.text, self.start, self.stop, self.pieces = text, start, start + len(text), pieces

    @property
    def is_even(self) -> bool:
        """Whether all its letters look alike."""
        first, *others = (_look(piece.element) for piece in self.pieces)
        return all(look == first for look in others)


def read_pieces(paragraph: etree._Element) -> list[Piece]:
    """Give the text of a paragraph in order, without that of boxes inside it and of what was deleted."""
    pieces = []
    position = 0
    for element in _own(paragraph):
        text = element.text or "" if element.tag == _TEXT else _SIGNS[element.tag]
        pieces.append(Piece(element, text, position))
        position += len(text)
    return pieces


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    # A stack of iterators: a hostile file may nest deeper than Python may call.
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == _TEXT or element.tag in _SIGNS:
            yield element
        elif element.tag not in _CLOSED and len(element):
            stack.append(iter(element))


def read_tokens(text: str, pieces: list[Piece]) -> list[Token]:
    """Give the tags in a paragraph's text, in order."""
    tokens = []
    number = 0
    for found in _TOKEN.finditer(text):
        while pieces[number].stop <= found.start():
            number += 1
        last = number
        while pieces[last].stop < found.end():
            last += 1
        held = [piece for piece in pieces[number : last + 1] if piece.text]
        tokens.append(Token(found[0], found.start(), held))
        number = last
    return tokens


def _look(element: etree._Element) -> list[tuple[str, object]]:
    """Give what is seen of a run's own properties, in an order that does not depend on the file."""
    run = next(element.iterancestors(_RUN), None)
    properties = None if run is None else run.find(_PROPERTIES)
    if properties is None:
        return []
    seen: list[tuple[str, object]] = []
    for child in properties:
        if child.tag in _TOGGLES:
            seen.append((child.tag, is_on(child)))
        elif child.tag == _FONTS:
            fonts = sorted((name, value) for name, value in child.attrib.items() if name not in _UNSEEN_FONTS)
            seen += [(child.tag, fonts)] if fonts else []
        elif child.tag not in _UNSEEN:
            seen.append((child.tag, sorted(child.attrib.items())))
    return sorted(seen, key=lambda one: one[0])
