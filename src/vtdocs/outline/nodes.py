"""What an outline is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from .spans import Span

__all__ = ["Marker", "Node", "RefKind", "Reference", "walk_outline"]


class Marker(Enum):
    """The kind of mark that opens a line; the value is how its first one looks.

    In the order of the decree, and of custom where the decree is silent; papers chain them in other orders too.
    MUC_SO is the mục of texts that are laid out by điều ("Mục 1"), MUC that of all others ("I.").
    """

    PHAN = "Phần I"
    CHUONG = "Chương I"
    MUC_SO = "Mục 1"
    TIEU_MUC = "Tiểu mục 1"
    CHU_HOA = "A."
    MUC = "I."
    DIEU = "Điều 1."
    KHOAN = "1."
    TIEU_KHOAN = "1.1."
    TIEU_KHOAN_3 = "1.1.1."
    TIEU_KHOAN_4 = "1.1.1.1."
    DIEM = "a)"
    NGOAC = "(1)"
    SAO = "*"
    GACH = "-"
    CONG = "+"


class RefKind(Enum):
    """What a line may stand for: a table or a picture of the document; the value is the word that names it."""

    BANG = "bang"
    HINH = "hinh"


@dataclass(frozen=True, slots=True)
class Reference:
    """A table or a picture by the name that the document gives it."""

    kind: RefKind
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the outline, and what stands below it.

    `marker` is `None` for an unmarked paragraph. `number` is the mark as its author typed it, and is never
    renumbered. A node with a `heading` and no `text` is a heading on its own row; with both, the heading
    runs in ("1. Đối tượng: Đội ngũ …", heading "Đối tượng:"); with `text` alone it is running text.
    `spans` mark emphasis, links and footnotes in `words`. A node with a `ref` stands for a table or a picture, and
    has no words of its own. `line` is the line of the source it came from, counted from 0; it is no part of what
    the node says, and is not compared.
    """

    marker: Marker | None
    number: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Node, ...] = ()
    line: int = field(default=0, compare=False)
    spans: tuple[Span, ...] = ()
    ref: Reference | None = None

    @property
    def words(self) -> str:
        """Heading and text as they follow the mark; the spans count from its first character."""
        return f"{self.heading} {self.text}" if self.heading and self.text else self.heading or self.text

    @property
    def full_text(self) -> str:
        """The line as it is printed: mark, heading and text."""
        return " ".join(part for part in (self.number, self.heading, self.text) if part)


def walk_outline(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give every node in reading order, however deep they stand."""
    stack = list(nodes)[::-1]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))
