"""Which rows of a budget stand below which: what a sum is made of, so that nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

from vtdocs.figures import add
from vtdocs.likeness import fold
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import parse_roman

__all__ = ["BudgetLine", "BudgetRow", "Total", "arrange"]

_NUMBERED = compile_late(r"(?:[IVXLC]+\.)?(?P<number>\d{1,4}(?:\.\d{1,4})*)[.)]?")
_CAPITALS = compile_late(r"[A-ZĐ]+")
_SMALL = compile_late(r"[a-zđ][.)]?")
# Longer than any mark, and than any name of the sum of a group.
_LONGEST_MARK = 40
_BY_LETTER = "chữ"

_GROUP, _NUMBER, _LETTER, _DASH, _PLUS = range(5)

# "Cộng I", "Cộng mục 2", "Cộng phần A": the sum of one group, not of all.
_PARTIAL = compile_late(r"cong (?:(?:muc|phan|nhom) )?(?:[ivxlc]+|[a-z]|\d+)(?: .*)?")


class BudgetLine(Struct):
    """A row, by its place from 0, and the rows that are part of it. `own` says that it has figures of its own."""

    row: int
    level: tuple[int, int]
    number: tuple[str, ...] = ()
    own: bool = False
    parts: list[BudgetLine] = field(default_factory=list)

    def walk(self) -> Iterator[BudgetLine]:
        """Give all lines below this one, each before the one that it is part of, and at last itself."""
        waiting: list[tuple[BudgetLine, Iterator[BudgetLine]]] = [(self, iter(self.parts))]
        while waiting:
            line, parts = waiting[-1]
            below = next(parts, None)
            if below is None:
                waiting.pop()
                yield line
            else:
                waiting.append((below, iter(below.parts)))


class Total(Struct):
    """A row that sums up the lines from one row up to before another."""

    row: int
    start: int
    stop: int


class BudgetRow(Struct, frozen=True):
    """What is known of a row before it has its place; `typed` is the amount that stands there."""

    stt: str
    noi_dung: str
    is_group: bool
    is_total: bool
    own: bool
    typed: Decimal | None = None


def arrange(rows: Sequence[tuple[int, BudgetRow]]) -> tuple[list[BudgetLine], list[Total], bool]:
    """Give the outermost lines, the totals, and whether one of these sums up everything.

    A group (I, A, or a row declared as one) holds what follows up to the next group of its kind; kinds lie within
    each other in the order in which they first appear. A 1.1 is part of the 1 above it, a), - and + of the number
    above them. A row without a mark is part of the numbered row above it where that has no figures of its own,
    or where several such rows come to just its amount.
    A total counts what stands above it up to the total before; one right below another, its outermost group.
    """
    top: list[BudgetLine] = []
    stack: list[BudgetLine] = []
    kinds: dict[str, int] = {}
    letter = ""
    totals: list[Total] = []
    start = 0
    loose: list[BudgetLine] = []
    typed = {place: row.typed for place, row in rows}
    for place, row in rows:
        if row.is_total:
            _gather(loose, stack, top, typed)
            follows = bool(totals) and start == place and bool(stack)
            totals.append(Total(place, stack[0].row if follows else start, place))
            start = place + 1
            continue
        stt = row.stt.strip() if len(row.stt) <= _LONGEST_MARK else ""
        kind = _group_kind(stt, letter, row.is_group)
        if kind == _BY_LETTER:
            letter = stt.rstrip(".)")
        line = _line(place, stt, kind, kinds, row.own)
        if line is None:
            line = BudgetLine(place, (_PLUS + 1, 0), own=row.own)
            # Looked for among what is open only, which is never deeper than the marks of one row are long.
            parent = next((above for above in reversed(stack) if not above.own), None)
            if stack and parent is not stack[-1]:
                loose.append(line)
        else:
            _gather(loose, stack, top, typed)
            while stack and not _holds(stack[-1], line):
                stack.pop()
            parent = stack[-1] if stack else None
            stack.append(line)
        (parent.parts if parent else top).append(line)
    _gather(loose, stack, top, typed)
    return top, totals, _settle_whole(rows, totals)


def _gather(
    loose: list[BudgetLine], stack: list[BudgetLine], top: list[BudgetLine], typed: Mapping[int, Decimal | None]
) -> None:
    """Make rows without a mark part of the row above them where they come to its amount, which they then explain."""
    amounts = [amount for line in loose if (amount := typed[line.row]) is not None]
    if 1 < len(loose) == len(amounts) and add(amounts) == typed[stack[-1].row]:
        parent = next((above for above in reversed(stack) if not above.own), None)
        del (parent.parts if parent else top)[-len(loose) :]
        stack[-1].parts.extend(loose)
    loose.clear()


def _settle_whole(rows: Sequence[tuple[int, BudgetRow]], totals: list[Total]) -> bool:
    """Make the first row, or the last of all, the sum of everything, where it is a total and not one of a group."""
    if not totals:
        return False
    first, last = totals[0], totals[-1]
    if first.row == rows[0][0]:
        first.start, first.stop = 0, rows[-1][0] + 1
        return True
    names = {place: fold(row.noi_dung[:_LONGEST_MARK]) for place, row in rows if row.is_total}
    earlier = {names[total.row] for total in totals[:-1]}
    is_whole = last.row == rows[-1][0] and names[last.row] not in earlier and not _PARTIAL.fullmatch(names[last.row])
    if is_whole:
        last.start = 0
    return is_whole


def _group_kind(stt: str, letter: str, is_group: bool) -> str | None:
    """Tell the kind of mark of a group; `letter` is the last one of A, B, C …, which tells C from a Roman hundred."""
    mark = stt.rstrip(".)")
    if _CAPITALS.fullmatch(mark):
        if len(mark) == 1 and (mark == "A" or (letter and ord(mark) == ord(letter) + 1)):
            return _BY_LETTER
        if parse_roman(mark) is not None:
            return "la mã"
        if len(mark) == 1:
            return _BY_LETTER
    return f"nhóm {mark.count('.') if mark[:1].isdigit() else ''}" if is_group else None


def _line(place: int, stt: str, kind: str | None, kinds: dict[str, int], own: bool) -> BudgetLine | None:
    """Make the line of a marked row; a row without a mark has none yet."""
    if kind is not None:
        return BudgetLine(place, (_GROUP, kinds.setdefault(kind, len(kinds))), own=own)
    if numbered := _NUMBERED.fullmatch(stt):
        number = tuple(numbered["number"].split("."))
        return BudgetLine(place, (_NUMBER, len(number)), number, own)
    if _SMALL.fullmatch(stt):
        return BudgetLine(place, (_LETTER, 0), own=own)
    if stt in ("-", "–", "+"):
        return BudgetLine(place, (_PLUS if stt == "+" else _DASH, 0), own=own)
    return None


def _holds(above: BudgetLine, line: BudgetLine) -> bool:
    """Whether an open line can have another as its part."""
    if above.level >= line.level:
        return False
    if above.number and line.number:
        return line.number[: len(above.number)] == above.number
    return True
