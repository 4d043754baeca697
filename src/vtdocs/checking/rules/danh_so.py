"""Whether numbers and letters of the levels run on: no gap, none twice, the letters of the Vietnamese alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.checking.finding import Slip
from vtdocs.checking.once import once
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker, Node, OutlineFault, check_numbering
from vtdocs.outline.faults import Doubt
from vtdocs.standards import nd30

__all__: list[str] = []

_SOURCE = f"{nd30.KHOAN_SAU_SO.source.rpartition(', ')[0]}, điểm c và đ"
# Levels that the decree names; 1.1., A. and (1) are of custom, and counted as their authors like.
_OF_THE_DECREE = frozenset(
    {
        Marker.PHAN,
        Marker.CHUONG,
        Marker.MUC_SO,
        Marker.TIEU_MUC,
        Marker.MUC,
        Marker.DIEU,
        Marker.KHOAN,
        Marker.DIEM,
    }
)
_UNCOUNTED = (None, Marker.GACH, Marker.CONG, Marker.SAO)
_DOTTED = (Marker.MUC, Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4, Marker.CHU_HOA)


@rule(
    "ND30-450",
    "Số thứ tự bị nhảy",
    source=_SOURCE,
    example=Example("I, II, III", "I, III, IV"),
    why="Danh sách bắt đầu từ số khác 1 có thể tiếp nối chỗ khác nên là cảnh báo; phụ lục, các cấp 1.1., A. cũng vậy.",
)
def _gaps_in_numbers(paper: Paper) -> Iterator[Slip]:
    yield from _tell(paper, Doubt.GAP)


@rule(
    "ND30-451",
    "Số thứ tự bị lặp",
    source=_SOURCE,
    example=Example("1, 2, 3", "1, 2, 2"),
)
def _repeated_numbers(paper: Paper) -> Iterator[Slip]:
    yield from _tell(paper, Doubt.REPEATED)


@rule(
    "ND30-452",
    "Điểm đánh bằng chữ không có trong bảng chữ cái tiếng Việt",
    fact=nd30.DIEM_SAU_CHU,
    example=Example("đ) e) g)", "đ) e) f)"),
)
def _foreign_letters(paper: Paper) -> Iterator[Slip]:
    yield from _tell(paper, Doubt.LETTER)


@rule(
    "VB-453",
    "Số của mục con không theo mục chứa nó",
    source=f"{_SOURCE} (bố cục theo trình tự nhất định)",
    severity=Severity.WARNING,
    example=Example("2. → 2.1.", "2. → 1.1."),
)
def _foreign_prefixes(paper: Paper) -> Iterator[Slip]:
    yield from _tell(paper, Doubt.FOREIGN)


def _tell(paper: Paper, doubt: Doubt) -> Iterator[Slip]:
    for fault in _faults(paper):
        if fault.code is not doubt:
            continue
        item = paper.items[fault.line]
        mild = item.body or item.marker not in _OF_THE_DECREE or "bắt đầu bằng" in fault.message
        hint = fault.hint or ""
        yield Slip(
            fault.message,
            (item.line.place,),
            f"{hint[:1].upper()}{hint[1:]}." if hint else None,
            found=item.number,
            expected=hint.partition("“")[2].partition("”")[0],
            severity=Severity.WARNING if mild else None,
        )


@once
def _faults(paper: Paper) -> tuple[OutlineFault, ...]:
    """Ask the grammar of the outline about the numbers of each text of the paper."""
    bodies: dict[int, list[int]] = {}
    for index, item in enumerate(paper.items):
        if item.role not in (Role.EMPTY, Role.CAPTION) and item.line.paragraph.spot is None:
            bodies.setdefault(item.body, []).append(index)
    return tuple(
        fault
        for indices in bodies.values()
        if any(paper.items[index].marker is not None for index in indices)
        for fault in check_numbering(_make_nodes(paper.items, indices), {})
    )


def _as_the_decree_has_it(item: Item) -> str:
    """The number with the sign of its level: "1/", "(a)", "I -" are told of by rules of their own."""
    bare = item.number.strip("()/.-–: ")
    if item.marker in _DOTTED:
        return f"{bare}."
    return f"{bare})" if item.marker is Marker.DIEM and len(bare) == 1 else item.number


def _make_nodes(items: Sequence[Item], indices: Sequence[int]) -> tuple[Node, ...]:
    """Make the outline of some items from the last one up, so that each finds what stands below it made."""
    own = set(indices)
    children: dict[int, list[Node]] = {}
    for index in reversed(indices):
        item = items[index]
        below = tuple(reversed(children.pop(index, ())))
        # Two lines of three are dashes and sentences with nothing below them, and do not count.
        if item.marker in _UNCOUNTED and not below and not item.heading:
            continue
        text = "" if item.heading else item.line.text
        node = Node(item.marker, _as_the_decree_has_it(item), item.heading, text, below, index)
        children.setdefault(item.below if item.below in own and item.below < index else -1, []).append(node)
    return tuple(reversed(children.get(-1, ())))
