"""Whether typed marks run on without gaps. They are never renumbered: real papers have gaps, on purpose too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .markers import ordinal, written_like
from .nodes import Marker, Node

__all__ = ["NumberingFault", "check_numbering"]


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """A doubt about a mark; `line` and `column` count from 0 within the text."""

    line: int
    column: int
    code: str
    message: str
    hint: str | None = None


def check_numbering(nodes: Iterable[Node], columns: Mapping[int, int]) -> tuple[NumberingFault, ...]:
    """Compare every mark with the one that should stand there; `columns` gives each line's indent."""
    return tuple(sorted(_check(tuple(nodes), None, columns), key=lambda fault: fault.line))


def _check(siblings: tuple[Node, ...], parent: Node | None, columns: Mapping[int, int]) -> Iterator[NumberingFault]:
    last: dict[Marker, int] = {}
    anew: frozenset[Marker] = frozenset()
    for node in siblings:
        if node.marker is None and node.heading:
            # Below a heading of the author's own kind marks begin anew, or run on: real papers do both.
            anew = frozenset(last)
        if node.marker is not None and node.marker not in (Marker.GACH, Marker.CONG):
            if node.marker in anew and ordinal(node.marker, node.number) == 1:
                last.pop(node.marker, None)
            anew -= {node.marker}
            yield from _check_one(node, parent, last, columns.get(node.line, 0))
        yield from _check(node.children, node, columns)


def _check_one(node: Node, parent: Node | None, last: dict[Marker, int], column: int) -> Iterator[NumberingFault]:
    marker, number = node.marker, node.number
    if marker is None:
        return
    place = ordinal(marker, number)
    if place is None:
        yield NumberingFault(
            node.line,
            column,
            "VT-103",
            f"điểm “{number}” không có trong thứ tự bảng chữ cái tiếng Việt",
            "đánh điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k, l …",
        )
        return
    before = last.get(marker, 0)
    last[marker] = place
    expected = written_like(marker, number, before + 1)
    if place == before and before:
        yield NumberingFault(node.line, column, "VT-102", f"số “{number}” bị lặp lại", f"có thể phải là “{expected}”")
    elif place != before + 1:
        after = f"sau “{written_like(marker, number, before)}” là" if before else "danh sách bắt đầu bằng"
        yield NumberingFault(
            node.line,
            column,
            "VT-101",
            f"số thứ tự bị nhảy: {after} “{number}”",
            f"có thể phải là “{expected}”",
        )
    if _has_foreign_prefix(node, parent):
        yield NumberingFault(
            node.line,
            column,
            "VT-104",
            f"số “{number}” không nằm dưới mục “{number.split('.')[0]}.”",
            f"mục đang chứa nó là “{parent.number if parent else ''}”",
        )


def _has_foreign_prefix(node: Node, parent: Node | None) -> bool:
    """Whether a 1.1. stands below a 2., or a 1.1.1. below a 1.2."""
    if parent is None or node.marker not in (Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3):
        return False
    if parent.marker not in (Marker.KHOAN, Marker.TIEU_KHOAN):
        return False
    return not node.number.startswith(parent.number)
