"""An outline as nested data: groups of keys to nodes, and nodes to groups of keys.

A group has `so` (the mark as typed) or `kieu` (its kind, and the mark is written by place), `tieu_de`, `loi`, `con`
(groups below it), or `bang` or `hinh` (a name) alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from msgspec import structs

from .faults import OutlineFault
from .markers import LABELLED, read_marker, read_ordinal, write_like
from .markup import parse_markup
from .nodes import Marker, Node, walk_outline
from .spans import shift_spans
from .typed import format_markup

__all__ = ["KIEU", "make_node", "number_nodes", "read_mark", "to_data"]

_DEPTHS = (Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4)
# The names of kinds in `kieu`; how deep a tiểu khoản is, the number above it says.
KIEU = {name.lower(): marker for name, marker in Marker.__members__.items() if marker not in _DEPTHS[2:]}
_PARTED = LABELLED | {Marker.DIEU}
_ENDS = (":", ".", "?", "!")


def read_mark(so: str) -> tuple[Marker, str] | None:
    """Read a mark that stands alone; `None` for what is none."""
    mark = so.strip()
    for line in (mark, f"{mark} XX"):
        marked = read_marker(line)
        if marked.marker is not None and marked.number.rstrip(".:") == mark.rstrip(".:"):
            number = mark if marked.marker is Marker.DIEU else marked.number
            return (marked.marker, number) if marked.marker in LABELLED or number == mark else None
    return None


def make_node(
    marker: Marker | None, number: str, heading: str, text: str, children: Sequence[Node] = (), line: int = 0
) -> tuple[Node, tuple[OutlineFault, ...]]:
    """Make a node of a heading and a text as they are typed, with their marks inside; also give the doubts.

    With both, the heading runs in, with a colon where no sign ends it; a part or a điều has its text below it.
    Further lines of the text are paragraphs below it. An empty `number` is written later, by `number_nodes`. Columns
    of the doubts count in the line of heading or text that they are about; their line is `line`.
    """
    title, faults = _read(heading, line, keeps_lines=marker in LABELLED)
    paragraphs: list[Node] = []
    for part in text.split("\n"):
        if part.strip():
            read, doubts = _read(part, line)
            paragraphs.append(read)
            faults += doubts
    own = Node(None)
    if paragraphs and not (heading.strip() and marker in _PARTED):
        own = paragraphs.pop(0)
    colon = ":" if title.text and own.text and not title.text.endswith(_ENDS) else ""
    node = Node(marker, number, title.text + colon, own.text, (*paragraphs, *children), line)
    behind = shift_spans(own.spans, 0, node.text_start, len(node.words))
    return replace(node, spans=(*title.spans, *behind)), faults


def _read(typed: str, line: int, keeps_lines: bool = False) -> tuple[Node, tuple[OutlineFault, ...]]:
    parts = [part.strip() for part in typed.split("\n") if part.strip()]
    read = parse_markup(("\n" if keeps_lines else " ").join(parts))
    return Node(None, text=read.text, spans=read.spans, line=line), tuple(
        structs.replace(fault, line=line) for fault in read.faults
    )


def number_nodes(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Write the marks that are still empty, each by its place among the siblings of its kind.

    They carry on the marks that were typed. Điều run on through the whole outline; a tiểu khoản has the number of
    its parent in front, and is as deep as that makes it.
    """
    marks: list[tuple[Marker | None, str]] = []
    last_dieu = 0
    # The last place of each kind below each node, which is known by its place in reading order.
    places: dict[tuple[int, Marker], int] = {}
    walk: list[tuple[Node, int]] = [(node, -1) for node in reversed(nodes)]
    while walk:
        node, owner = walk.pop()
        above = marks[owner] if owner >= 0 else (None, "")
        marker, number = node.marker, node.number
        if marker is not None:
            if not number:
                marker = _deepen(marker, above[0])
            key = (owner, marker)
            before = last_dieu if marker is Marker.DIEU else places.get(key, 0)
            number = number or write_like(marker, _first(marker, above), before + 1)
            places[key] = read_ordinal(marker, number) or before + 1
            last_dieu = places[key] if marker is Marker.DIEU else last_dieu
        walk.extend((child, len(marks)) for child in reversed(node.children))
        marks.append((marker, number))
    return _rebuild(nodes, marks)


def _deepen(marker: Marker, above: Marker | None) -> Marker:
    if marker is Marker.TIEU_KHOAN and above in _DEPTHS[1:]:
        return _DEPTHS[min(_DEPTHS.index(above) + 1, len(_DEPTHS) - 1)]
    return marker


def _first(marker: Marker, above: tuple[Marker | None, str]) -> str:
    """A mark of the list that a node below `above` belongs to."""
    if marker in _DEPTHS[1:] and above[0] is _DEPTHS[_DEPTHS.index(marker) - 1]:
        return f"{above[1].rstrip('.')}.1."
    return marker.value


def _rebuild(nodes: Sequence[Node], marks: Sequence[tuple[Marker | None, str]]) -> tuple[Node, ...]:
    """Make the nodes anew with their marks, the last first, so that each finds its children made."""
    made: list[Node] = []
    for node, (marker, number) in zip(list(walk_outline(nodes))[::-1], reversed(marks), strict=True):
        children = tuple(made.pop() for _ in node.children)
        made.append(replace(node, marker=marker, number=number, children=children))
    return tuple(reversed(made))


def to_data(nodes: Iterable[Node]) -> list[dict[str, Any]]:
    """Give an outline as groups of keys, which hold texts and lists alone; empty keys are left out."""
    made: list[dict[str, Any]] = []
    for node in list(walk_outline(nodes))[::-1]:
        children = [made.pop() for _ in node.children]
        made.append(_to_group(node, children))
    return made[::-1]


def _to_group(node: Node, children: list[dict[str, Any]]) -> dict[str, Any]:
    if node.ref is not None:
        return {node.ref.kind.value: node.ref.name}
    group = {
        "so": node.number,
        "tieu_de": format_markup(node.heading, node.heading_spans),
        "loi": format_markup(node.text, node.text_spans),
        "con": children,
    }
    return {key: value for key, value in group.items() if value}
