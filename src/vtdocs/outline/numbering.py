"""Whether typed marks run on without gaps. They are never renumbered: real papers have gaps, on purpose too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .faults import OutlineFault
from .markers import UNORDERED, follows, ordinal, written_like
from .nodes import Marker, Node

__all__ = ["check_numbering"]

# "I." runs on, or begins anew, below the next "A."; so does a chương below the next phần.
_RUNS_BELOW = {Marker.MUC: (Marker.PHAN, Marker.CHU_HOA), Marker.CHUONG: (Marker.PHAN,)}
_PREFIXED = (Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4)


@dataclass(slots=True)
class _List:
    """Siblings that are being gone through: the last place of each kind, and the kinds that may begin anew."""

    nodes: Iterator[Node]
    parent: Node | None
    last: dict[Marker, int] = field(default_factory=dict)
    anew: set[Marker] = field(default_factory=set)


def check_numbering(nodes: Iterable[Node], columns: Mapping[int, int]) -> tuple[OutlineFault, ...]:
    """Compare every mark with the one that should stand there; `columns` gives each line's indent.

    Điều are counted through the whole outline, all else among siblings.
    """
    faults: list[OutlineFault] = []
    ran: dict[Marker, int] = {}
    fresh: set[Marker] = set()
    stack = [_List(iter(nodes), None)]
    while stack:
        level = stack[-1]
        node = next(level.nodes, None)
        if node is None:
            stack.pop()
            continue
        if node.marker is None and node.heading:
            # Below a heading of the author's own kind marks begin anew, or run on: real papers do both.
            level.anew = set(level.last)
            fresh.add(Marker.DIEU)
        if node.marker is not None and node.marker not in UNORDERED:
            place = ordinal(node.marker, node.number)
            before = _find_before(node.marker, place, level, ran, fresh)
            faults.extend(_check_one(node, node.marker, place, before, level.parent, columns.get(node.line, 0)))
            if place is not None:
                level.last[node.marker] = ran[node.marker] = place
            level.anew.discard(node.marker)
            fresh.discard(node.marker)
        if node.children:
            stack.append(_List(iter(node.children), node))
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _check_one(
    node: Node, marker: Marker, place: int | None, before: int, parent: Node | None, column: int
) -> Iterator[OutlineFault]:
    number = node.number
    if place is None:
        message = f"điểm “{number}” không có trong thứ tự bảng chữ cái tiếng Việt"
        hint = "đánh điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k, l …"
        yield OutlineFault(node.line, column, "VT-103", message, hint)
        return
    expected = written_like(marker, number, before + 1)
    if place == before and before:
        message = f"số “{number}” bị lặp lại"
        yield OutlineFault(node.line, column, "VT-102", message, f"có thể phải là “{expected}”")
    elif not follows(marker, place, before):
        after = f"sau “{written_like(marker, number, before)}” là" if before else "danh sách bắt đầu bằng"
        message = f"số thứ tự bị nhảy: {after} “{number}”"
        yield OutlineFault(node.line, column, "VT-101", message, f"có thể phải là “{expected}”")
    if parent is not None and _has_foreign_prefix(node, parent):
        message = f"số “{number}” không nằm dưới mục “{number.rstrip('.').rpartition('.')[0]}.”"
        yield OutlineFault(node.line, column, "VT-104", message, f"mục đang chứa nó là “{parent.number}”")


def _find_before(marker: Marker, place: int | None, level: _List, ran: Mapping[Marker, int], fresh: set[Marker]) -> int:
    """The place of the mark that this one comes after; 0 where it begins a list."""
    if marker in level.anew | fresh and place == 1:
        return 0
    if marker is Marker.DIEU:
        return ran.get(marker, 0)
    if marker in level.last:
        return level.last[marker]
    above = level.parent.marker if level.parent else None
    runs_on = above in _RUNS_BELOW.get(marker, ()) and place == ran.get(marker, 0) + 1
    return ran.get(marker, 0) if runs_on else 0


def _has_foreign_prefix(node: Node, parent: Node) -> bool:
    """Whether a 1.1. stands below a 2., or a 1.1.1. below a 1.2."""
    if node.marker not in _PREFIXED or parent.marker not in (Marker.KHOAN, *_PREFIXED):
        return False
    return not node.number.startswith(f"{parent.number.rstrip('.')}.")
