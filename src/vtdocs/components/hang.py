"""The rows of a table that are not plain: groups, totals, cells merged across and down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from vtdocs.figures import is_figure
from vtdocs.model import Bang, Gop, KieuHang, VaiTro, find_role
from vtdocs.tree import Align, Cell, Column, Merge, Row, TableRow

__all__ = ["build_hang"]


def build_hang(bang: Bang, columns: Sequence[Column]) -> tuple[TableRow, ...]:
    """Give the rows of a table. Plain ones are the model's own tuples, whatever others stand beside them."""
    if not bang.kieu_hang and not bang.gop and not any(cot.gop_doc for cot in bang.cot):
        return bang.hang
    maker = _RowMaker(bang, columns)
    rows: list[TableRow] = list(bang.hang)
    for place in maker.places:
        rows[place] = maker.make(place)
    return tuple(rows)


class _RowMaker:
    """Makes the rows of one table that are not plain, which stand at `places`."""

    def __init__(self, bang: Bang, columns: Sequence[Column]) -> None:
        self._bang, self._columns = bang, columns
        # Where the numbers of rows stand: the column of that role, else the first one.
        self._number_column = find_role(bang.cot, VaiTro.STT) or 0
        self._gop: dict[int, list[Gop]] = {}
        for gop in sorted(bang.gop, key=lambda gop: gop.cot):
            for row in gop.rows:
                self._gop.setdefault(row, []).append(gop)
        self._merges: dict[int, dict[int, Merge]] = {}
        for column, cot in enumerate(bang.cot):
            if cot.gop_doc:
                self._merge_down(column)
        self.places = {*bang.kieu_hang, *self._gop, *self._merges}

    def _merge_down(self, column: int) -> None:
        """Note the cells of a column that go on above or below: equal neighbours in plain rows, not yet merged."""
        barred = {*self._bang.kieu_hang, *(row for gop in self._bang.gop if column in gop.columns for row in gop.rows)}
        for place, (above, text) in enumerate(pairwise(map(itemgetter(column), self._bang.hang)), 1):
            if text == above and text.strip() and place not in barred and place - 1 not in barred:
                self._merges.setdefault(place - 1, {}).setdefault(column, Merge.START)
                self._merges.setdefault(place, {})[column] = Merge.CONTINUE

    def make(self, place: int) -> Row:
        row, kind, gops = self._bang.hang[place], self._bang.kieu_hang.get(place), self._gop.get(place, ())
        if gops or kind is None:
            cells = _merged_cells(place, row, gops, self._merges.get(place, {}))
        else:
            cells = self._group_cells(row) if kind is KieuHang.NHOM else self._total_cells(row)
        return Row(cells, strong=kind is not None, keep_next=kind is KieuHang.NHOM)

    def _group_cells(self, row: tuple[str, ...]) -> tuple[Cell, ...]:
        """Let the name of a group take the rest of its row, where that is empty."""
        filled = [place for place, text in enumerate(row) if text.strip()]
        number = filled[:1] if len(filled) == 2 and filled[0] == self._number_column else []
        if len(filled) - len(number) != 1:
            return tuple(map(Cell, row))
        return self._spanned(row, filled[-1], len(row), Align.LEFT)

    def _total_cells(self, row: tuple[str, ...]) -> tuple[Cell, ...]:
        """Let the label of a sum reach up to the first figure, from the edge of the table or behind its number."""
        filled = [place for place, text in enumerate(row) if text.strip()]
        if not filled:
            return tuple(map(Cell, row))
        start, label = 0, filled[0]
        if len(filled) > 1 and label == self._number_column and not is_figure(row[filled[1]]):
            start = label = filled[1]
        end = next((place for place in filled if place > label), len(row))
        return self._spanned(row, label, end, Align.CENTRE if end < len(row) else Align.LEFT, start)

    def _spanned(
        self, row: tuple[str, ...], label: int, end: int, align: Align, start: int | None = None
    ) -> tuple[Cell, ...]:
        start = label if start is None else start
        own = self._columns[start].align is align
        middle = Cell(row[label], end - start, align=None if own else align)
        return (*map(Cell, row[:start]), middle, *map(Cell, row[end:]))


def _merged_cells(
    place: int, row: tuple[str, ...], gops: Sequence[Gop], merges: Mapping[int, Merge]
) -> tuple[Cell, ...]:
    begins = {gop.cot: gop for gop in gops}
    cells: list[Cell] = []
    column = 0
    while column < len(row):
        gop = begins.get(column)
        if gop is None:
            merge = merges.get(column)
            cells.append(Cell("" if merge is Merge.CONTINUE else row[column], merge=merge))
            column += 1
        else:
            below = place > gop.hang
            down = (Merge.CONTINUE if below else Merge.START) if gop.so_hang > 1 else None
            cells.append(Cell("" if below else row[column], gop.so_cot, down))
            column += gop.so_cot
    return tuple(cells)
