"""What an outline is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

__all__ = ["Marker", "Node", "walk_outline"]


class Marker(Enum):
    """The kind of mark that opens a line; the value is how its first one looks."""

    MUC = "I."
    KHOAN = "1."
    TIEU_KHOAN = "1.1."
    TIEU_KHOAN_3 = "1.1.1."
    DIEM = "a)"
    GACH = "-"
    CONG = "+"


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the outline, and what stands below it.

    `marker` is `None` for an unmarked paragraph. `number` is the mark as its author typed it, and is never
    renumbered. A node with a `heading` and no `text` is a heading on its own row; with both, the heading
    runs in ("1. Đối tượng: Đội ngũ …", heading "Đối tượng:"); with `text` alone it is running text.
    `line` is the line of the source it came from, counted from 0.
    """

    marker: Marker | None
    number: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Node, ...] = ()
    line: int = 0

    @property
    def full_text(self) -> str:
        """The line as it is printed: mark, heading and text."""
        return " ".join(part for part in (self.number, self.heading, self.text) if part)


def walk_outline(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give every node in reading order. Depth is bounded by the kinds of marks, so recursion is safe."""
    for node in nodes:
        yield node
        yield from walk_outline(node.children)
