"""What an outline is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from .spans import Span, cut_spans, shift_spans

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

    # Enum hashes its name in Python, and every line's mark is looked up several times; members are single.
    __hash__ = object.__hash__


class RefKind(Enum):
    """What a line may stand for: a table or a picture of the document; the value is the word that names it."""

    BANG = "bang"
    HINH = "hinh"

    @property
    def word(self) -> str:
        """How a text calls such a thing."""
        return "bảng" if self is RefKind.BANG else "hình"


@dataclass(frozen=True, slots=True)
class Reference:
    """A table or a picture by the name that the document gives it."""

    kind: RefKind
    name: str

    def __post_init__(self) -> None:
        if not isinstance(self.kind, RefKind):
            raise TypeError(f"kind is of type RefKind, not {self.kind!r}")
        if not isinstance(self.name, str):
            raise TypeError(f"name is a text, not {self.name!r}")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the outline, and what stands below it.

    `marker` is `None` for an unmarked paragraph. `number` is the mark as its author typed it, and is never
    renumbered. A node with a `heading` and no `text` is a heading on its own row; with both, the heading
    runs in ("1. Đối tượng: Đội ngũ …", heading "Đối tượng:"); with `text` alone it is running text.
    `spans` mark emphasis, links and footnotes in `words`. A node with a `ref` stands for a table or a picture, and
    has no words of its own. `line` is the line of the source it came from, counted from 0; it is no part of what
    the node says, and is not compared.
    Raises TypeError for values of other types, and ValueError for a node with a `ref` and words.
    """

    marker: Marker | None
    number: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Node, ...] = ()
    line: int = field(default=0, compare=False)
    spans: tuple[Span, ...] = ()
    ref: Reference | None = None

    def __post_init__(self) -> None:
        if self.marker is not None and not isinstance(self.marker, Marker):
            raise TypeError(f"marker is of type Marker or None, not {self.marker!r}")
        for name, text in (("number", self.number), ("heading", self.heading), ("text", self.text)):
            if not isinstance(text, str):
                raise TypeError(f"{name} is a text, not {text!r}")
        for name, parts, kind in (("children", self.children, Node), ("spans", self.spans, Span)):
            if not isinstance(parts, tuple):
                raise TypeError(f"{name} is a tuple, not {type(parts).__name__}")
            # Not even an empty tuple is gone through: outlines have many thousand nodes without either.
            if parts and not all(issubclass(one, kind) for one in set(map(type, parts))):
                raise TypeError(f"{name} holds a value that is no {getattr(kind, '__name__', 'span')}")
        if self.ref is not None:
            if not isinstance(self.ref, Reference):
                raise TypeError(f"ref is of type Reference or None, not {self.ref!r}")
            if self.number or self.heading or self.text or self.spans:
                raise ValueError("a node with a ref stands for a table or a picture, and has no words")

    @property
    def words(self) -> str:
        """Heading and text as they follow the mark; the spans count from its first character."""
        return f"{self.heading} {self.text}" if self.heading and self.text else self.heading or self.text

    @property
    def text_start(self) -> int:
        """Where the text begins in `words`: a blank parts it from the heading."""
        return len(self.heading) + bool(self.heading and self.text)

    @property
    def heading_spans(self) -> tuple[Span, ...]:
        """The spans over the heading, counted from its first character; a note right behind it is the heading's."""
        return cut_spans(self.spans, 0, len(self.heading)) if self.heading else ()

    @property
    def text_spans(self) -> tuple[Span, ...]:
        """The spans over the text, counted from its first character; a note behind the blank is the text's."""
        if not self.heading:
            return self.spans
        behind = cut_spans(self.spans, len(self.heading), len(self.words)) if self.text else ()
        return shift_spans(behind, 0, -1, len(self.text))

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
        if node.children:
            stack += node.children[::-1]
