"""The tables of a part whose columns are known only when it is written: those with tags between cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.patterns import compile_late

from .items import Item, Mark, Site, Tag, nearest, tags_in

__all__ = ["GRID", "Grid", "mark_grids"]

GRID = "\x01g"
"""Begins the mark that stands for a grid; no XML can hold the character, so no text can feign it."""

_WIDTH = compile_late(r'\bw:w="(\d+(?:\.\d+)?)"')
_SPAN = compile_late(r'w:val="(\d{1,4})"')
_SPANS = {"w:gridSpan": 1, "w:gridBefore": 0, "w:gridAfter": 0}


class Grid(Struct, frozen=True):
    """The grid of such a table: its XML, the width of each column, and the first tag that makes its columns."""

    text: str
    widths: tuple[float, ...]
    site: Site | None = None


def mark_grids(items: Sequence[Item], outers: Mapping[int, Mark | None], grids: list[Grid]) -> dict[int, str]:
    """Find the grids to be made anew, and add them to `grids`; gives what to write for each item of theirs.

    These are also the grids of tables whose rows have more or fewer columns than it, as in docxtpl.
    """
    changing, counts = _count_columns(items, outers)
    written: dict[int, str] = {}
    for item in items:
        if not (isinstance(item, Mark) and item.name == "w:tblGrid" and item.sort == "<"):
            continue
        table, end = item.outer, item.other
        if table is None or table.name != "w:tbl" or end is None:
            continue
        grid = _read_grid(items[item.index : end.index + 1], item)
        if grid is None:
            continue
        odd = any(count != len(grid.widths) for count in counts.get(table.index, ()))
        if odd or table.index in changing:
            written |= dict.fromkeys(range(item.index, end.index + 1), "")
            written[item.index] = f"{GRID}{len(grids)};"
            grids.append(replace(grid, site=changing.get(table.index)))
    return written


def _count_columns(
    items: Sequence[Item], outers: Mapping[int, Mark | None]
) -> tuple[dict[int, Site], dict[int, set[int]]]:
    """Give the tables whose rows change, and how many columns the rows of each table have, by the table's place."""
    changing: dict[int, Site] = {}
    counts: dict[int, int] = {}
    for index, item in enumerate(items):
        row = nearest(outers[index], "w:tr")
        table = nearest(row, "w:tbl")
        if isinstance(item, Mark) and item.name == "w:tr" and item.sort != ">":
            counts[index] = 0
        elif row is None or table is None or (isinstance(item, Mark) and item.sort == ">"):
            continue
        elif (isinstance(item, Tag) and outers[index] is row) or (isinstance(item, Mark) and _changes(item)):
            changing.setdefault(table.index, next(tags_in([item])).site)
        elif isinstance(item, Mark):
            counts[row.index] += _columns(item)
    columns: dict[int, set[int]] = {}
    for index, count in counts.items():
        table = nearest(outers[index], "w:tbl")
        if table is not None:
            columns.setdefault(table.index, set()).add(count)
    return changing, columns


def _changes(mark: Mark) -> bool:
    return mark.name in _SPANS and bool(mark.pieces)


def _columns(mark: Mark) -> int:
    """Give by how many columns a mark makes its row longer."""
    if mark.name == "w:tc":
        return 1
    span = _SPAN.search(mark.text) if mark.name in _SPANS else None
    return int(span[1]) - _SPANS[mark.name] if span else 0


def _read_grid(inside: Sequence[Item], opening: Mark) -> Grid | None:
    if any(isinstance(one, Tag) or (isinstance(one, Mark) and one.pieces) for one in inside):
        return None
    widths = tuple(
        float(found[1]) if (found := _WIDTH.search(one.text)) else 0.0
        for one in inside
        if isinstance(one, Mark) and one.name == "w:gridCol" and one.sort != ">" and one.outer is opening
    )
    return Grid("".join(one if isinstance(one, str) else one.text for one in inside), widths) if widths else None
