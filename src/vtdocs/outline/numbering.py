"""Whether typed marks run on without gaps. They are never renumbered: real papers have gaps, on purpose too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from .faults import Doubt, OutlineFault
from .markers import UNORDERED, follows, read_insertion, read_ordinal, write_like
from .nodes import Marker, Node, walk_outline

__all__ = ["check_numbering"]

# "I." runs on, or begins anew, below the next "A."; so does a chương below the next phần.
_RUNS_BELOW = {Marker.MUC: (Marker.PHAN, Marker.CHU_HOA), Marker.CHUONG: (Marker.PHAN,)}
_PREFIXED = (Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4)
_DEPTHS = (Marker.KHOAN, *_PREFIXED)
# The place of a mark, and that of one put in behind it ("1a."), else 0.
_Place = tuple[int, int]
_START: _Place = (0, 0)


class _List(Struct):
    """Siblings that are being gone through: the last place of each kind, and the kinds that may begin anew."""

    siblings: tuple[Node, ...]
    nodes: Iterator[Node]
    parent: Node | None
    last: dict[Marker, _Place] = field(default_factory=dict)
    anew: set[Marker] = field(default_factory=set)
    numbers: frozenset[str] | None = None

    def has(self, number: str) -> bool:
        """Whether a sibling has this number."""
        if self.numbers is None:
            self.numbers = _list_numbers(self.siblings)
        return number.rstrip(".:") in self.numbers


def check_numbering(nodes: Iterable[Node], columns: Mapping[int, int]) -> tuple[OutlineFault, ...]:
    """Compare every mark with the one that should stand there; `columns` gives each line's indent.

    Điều are counted through the whole outline, all else among siblings. "1a." may stand between "1." and "2.".
    """
    top = tuple(nodes)
    faults: list[OutlineFault] = []
    ran: dict[Marker, _Place] = {}
    fresh: set[Marker] = set()
    outline = _List((), iter(()), None)
    stack = [_List(top, iter(top), None)]
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
            place = _place_of(node, node.marker)
            before = _find_before(node.marker, place, level, ran, fresh)
            if node.marker is Marker.DIEU and place == before and outline.numbers is None:
                outline.numbers = _list_numbers(walk_outline(top))
            counted = outline if node.marker is Marker.DIEU else level
            faults.extend(
                _check_one(node, node.marker, place, before, level.parent, counted, columns.get(node.line, 0))
            )
            if place is not None:
                level.last[node.marker] = ran[node.marker] = place
            if node.marker in _DEPTHS:
                for deeper in _DEPTHS[_DEPTHS.index(node.marker) + 1 :]:
                    level.last.pop(deeper, None)
            level.anew.discard(node.marker)
            fresh.discard(node.marker)
        if node.children:
            stack.append(_List(node.children, iter(node.children), node))
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _place_of(node: Node, marker: Marker) -> _Place | None:
    place = read_ordinal(marker, node.number)
    return None if place is None else (place, read_insertion(marker, node.number))


def _list_numbers(nodes: Iterable[Node]) -> frozenset[str]:
    return frozenset(node.number.rstrip(".:") for node in nodes)


def _check_one(
    node: Node, marker: Marker, place: _Place | None, before: _Place, parent: Node | None, counted: _List, column: int
) -> Iterator[OutlineFault]:
    number = node.number
    if place is None:
        yield _doubt_letter(node, column)
        return
    # One put in follows the one before it of its place: 1, 1a, 1b, 2.
    runs_on = place == (before[0], before[1] + 1) if place[1] else follows(marker, place[0], before[0])
    if place == before != _START:
        expected = write_like(marker, number, before[0] + 1)
        message, hint = f"số “{number}” bị lặp lại", f"có thể phải là “{expected}”"
        if counted.has(expected):
            hint = f"số “{expected}” cũng đã có; xem lại số của các dòng cùng cấp từ đây"
        yield OutlineFault(node.line, column, Doubt.REPEATED, message, hint)
    elif not runs_on:
        after = f"sau “{write_like(marker, number, before[0])}” là" if before[0] else "danh sách bắt đầu bằng"
        message = f"số thứ tự bị nhảy: {after} “{number}”"
        expected = write_like(marker, number, before[0] + 1)
        yield OutlineFault(node.line, column, Doubt.GAP, message, f"có thể phải là “{expected}”")
    if parent is not None and _has_foreign_prefix(node, parent):
        message = f"số “{number}” không nằm dưới mục “{number.rstrip('.').rpartition('.')[0]}.”"
        yield OutlineFault(node.line, column, Doubt.FOREIGN, message, f"mục đang chứa nó là “{parent.number}”")


def _doubt_letter(node: Node, column: int) -> OutlineFault:
    """Doubt a letter that counts for nothing; where the letters ran out no mark could be written at all."""
    if node.number.startswith("?"):
        message = "danh sách dài hơn bảng chữ cái nên không còn chữ nào để đánh tiếp"
        hint = "tách thành nhiều danh sách, hoặc đánh bằng số"
        return OutlineFault(node.line, column, Doubt.LETTER, message, hint, is_error=True)
    message = f"điểm “{node.number}” không có trong thứ tự bảng chữ cái tiếng Việt"
    hint = "đánh điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k, l …"
    return OutlineFault(node.line, column, Doubt.LETTER, message, hint)


def _find_before(
    marker: Marker, place: _Place | None, level: _List, ran: Mapping[Marker, _Place], fresh: set[Marker]
) -> _Place:
    """The place of the mark that this one comes after; 0 where it begins a list."""
    if marker in level.anew | fresh and place == (1, 0):
        return _START
    if marker is Marker.DIEU:
        return ran.get(marker, _START)
    if marker in level.last:
        return level.last[marker]
    above = level.parent.marker if level.parent else None
    last = ran.get(marker, _START)
    return last if above in _RUNS_BELOW.get(marker, ()) and place == (last[0] + 1, 0) else _START


def _has_foreign_prefix(node: Node, parent: Node) -> bool:
    """Whether a 1.1. stands below a 2., or a 1.1.1. below a 1.2."""
    if node.marker not in _PREFIXED or parent.marker not in (Marker.KHOAN, *_PREFIXED):
        return False
    return not node.number.startswith(f"{parent.number.rstrip('.')}.")
