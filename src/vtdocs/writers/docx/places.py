"""Where something stands in a part of a Word file, in words: "bảng 1, hàng 2, ô 1, đoạn 1"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .xml import qname

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["COUNTED", "Places", "say_place", "shorten"]

COUNTED = {"p": "đoạn", "tc": "ô", "tr": "hàng", "tbl": "bảng"}
"""What is counted, each among those of its own parent, by the name of its element; and the word for it."""

_BOX = "txbxContent"
_WORDS = {qname(name): name for name in (*COUNTED, _BOX)}
_COUNTED = tuple(map(qname, COUNTED))
_LONGEST_TEXT = 60


def say_place(steps: Iterable[tuple[str, int]]) -> str:
    """Write the way to a place, from the outside in: of each step the name of the element and its number.

    A step that is not in `COUNTED` is a text box, which has no number: the paragraph that holds it is where a reader
    finds it.
    """
    return ", ".join(f"{COUNTED[name]} {number}" if name in COUNTED else "hộp chữ" for name, number in steps)


class Places:
    """The places in one part: numbered in one pass, when first asked, and as the part was then."""

    def __init__(self, root: etree._Element) -> None:
        self._numbers: dict[etree._Element, int] = {}
        self._orders: dict[etree._Element, int] = {}
        counts: Counter[tuple[etree._Element | None, str]] = Counter()
        for order, element in enumerate(root.iter(*_COUNTED), 1):
            key = element.getparent(), element.tag
            counts[key] += 1
            self._numbers[element], self._orders[element] = counts[key], order

    def order(self, element: etree._Element) -> int | None:
        """Give a number that grows from the beginning of the part to its end."""
        return self._orders.get(element)

    def words(self, element: etree._Element) -> str:
        """Give the way to a paragraph, a cell, a row or a table."""
        nodes = [node for node in (element, *element.iterancestors()) if node.tag in _WORDS]
        return say_place((_WORDS[node.tag], self._numbers.get(node, 0)) for node in reversed(nodes))


def shorten(text: str) -> str:
    """Give the words around a fault, cut to what a line holds."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
