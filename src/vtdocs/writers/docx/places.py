"""Where something stands in a part of a Word file, in words: "bảng 1, hàng 2, ô 1, đoạn 1"."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from vtdocs.diagnostics import Diagnostic, Location, Severity, has_errors

from .xml import qname

__all__ = ["Faults", "shorten"]

_NAMES = {
    qname("p"): "đoạn",
    qname("tc"): "ô",
    qname("tr"): "hàng",
    qname("tbl"): "bảng",
}
_BOX = qname("txbxContent")
# So many faults of one template are told; a file with more of them is no template.
_MOST = 100
_LONGEST_TEXT = 60


class Faults:
    """Gathers the faults of one template file, with the part and the place of each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Diagnostic] = []
        self.left_out = 0
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def add(
        self,
        code: str,
        message: str,
        hint: str,
        *,
        part: str | None = None,
        at: etree._Element | None = None,
        severity: Severity = Severity.ERROR,
        source: str | None = None,
    ) -> None:
        """Add a fault of the file, of a part, or of the paragraph `at` in it."""
        if len(self.found) >= _MOST:
            self.left_out += 1
            return
        place = Location(self.name, sheet=part)
        if at is not None:
            numbers = self._count(at.getroottree().getroot())
            # The line is not printed beside a part; it puts the faults in the order of the text.
            place = Location(self.name, line=numbers.get(at), sheet=part, cell=_words(at, numbers))
        self.found.append(Diagnostic(code, severity, message, place, hint, source))

    def has(self, code: str) -> bool:
        """Whether a fault of this code was found."""
        return any(fault.code == code for fault in self.found)

    @property
    def are_grave(self) -> bool:
        """Whether any of them is an error."""
        return has_errors(self.found)

    def all(self) -> list[Diagnostic]:
        """Give what was found, and how much more there is."""
        if self.left_out:
            last = Diagnostic(
                "VT-406",
                Severity.ERROR,
                f"còn {self.left_out} lỗi nữa trong tệp mẫu này",
                Location(self.name),
                "sửa các lỗi đã nêu trước",
            )
            return [*self.found, last]
        return self.found

    def _count(self, root: etree._Element) -> dict[etree._Element, int]:
        """Number the paragraphs, tables, rows and cells of a part, each among those of its parent; in one pass."""
        known = self._numbers.get(root)
        if known is None:
            known = self._numbers[root] = {}
            counts: Counter[tuple[etree._Element | None, str]] = Counter()
            for element in root.iter(*_NAMES):
                key = element.getparent(), element.tag
                counts[key] += 1
                known[element] = counts[key]
        return known


def _words(element: etree._Element, numbers: dict[etree._Element, int]) -> str:
    words = []
    node: etree._Element | None = element
    while node is not None:
        name = _NAMES.get(node.tag)
        if name is not None:
            words.append(f"{name} {numbers.get(node, 0)}")
        elif node.tag == _BOX:
            # The paragraph that holds the box is where a reader finds it.
            words.append("hộp chữ")
        node = node.getparent()
    return ", ".join(reversed(words))


def shorten(text: str) -> str:
    """Give the words around a fault, cut to what a line holds."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
