"""How a table is laid out: which cells stand where, how they are merged, which lines are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from lxml.etree import _Element as Element

from .formats import Formats
from .grids import MOST_COLUMNS, find_grid, read_table_width
from .lines import Column
from .measures import is_on, read_int, read_twips
from .names import (
    W_CANT_SPLIT,
    W_GRID_AFTER,
    W_GRID_BEFORE,
    W_GRID_SPAN,
    W_H_MERGE,
    W_NS,
    W_TBL_HEADER,
    W_TBL_PR,
    W_TBL_W,
    W_TC_PR,
    W_TC_W,
    W_TR_HEIGHT,
    W_TR_PR,
    W_TYPE,
    W_V_MERGE,
    W_VAL,
)
from .table_plans import CellPlan, RowPlan, TablePlan
from .walking import Deletions, cells_in, rows_in

__all__ = ["lay_out"]

_W, _H_RULE = f"{{{W_NS}}}w", f"{{{W_NS}}}hRule"
_TBL_PR_EX = f"{{{W_NS}}}tblPrEx"
_CELL_MERGE = f"{{{W_NS}}}cellMerge"
# Beyond this column cells span no others: a grid is never much longer than its rows have cells.
_WIDEST = 1_000
# From this mode on (Word 2013) a table's edge stands at its indent; before, the text of its first cell does.
_EDGE_AT_INDENT = 15
_NARROWEST = 200


def lay_out(
    table: Element, formats: Formats, deletions: Deletions, column: Column, *, compatibility: int, nested: bool
) -> TablePlan:
    """Lay out a `w:tbl` in a column."""
    tbl_pr = table.find(W_TBL_PR)
    look = formats.table(tbl_pr)
    rows = [_plan_row(row, index, deletions) for index, row in enumerate(rows_in(table, deletions))]
    _join_down(rows)
    count = max((row.end for row in rows), default=0)
    width = read_table_width(tbl_pr.find(W_TBL_W) if tbl_pr is not None else None, column.width)
    grid = find_grid(table, rows, count, column.width, width)
    indent = look.indent
    for row in rows:
        exceptions = row.element.find(_TBL_PR_EX)
        for cell in row.cells:
            cell.look = formats.cell(
                look,
                cell.elements[0].find(W_TC_PR),
                cell.row,
                cell.column,
                len(rows),
                count,
                cell.span,
                cell.row_span,
                exceptions,
            )
    if not nested and compatibility < _EDGE_AT_INDENT and look.align == "left" and rows and rows[0].cells:
        indent -= rows[0].cells[0].look.padding_left
    left = _left_edge(look.align, indent, sum(grid), column)
    _place_cells(rows, grid, left)
    return TablePlan(look, grid, rows, left, indent, width, _draw_borders(rows))


def _plan_row(row: Element, index: int, deletions: Deletions) -> RowPlan:
    tr_pr = row.find(W_TR_PR)
    said = {child.tag: child for child in reversed(tr_pr)} if tr_pr is not None else {}
    column = _count(said.get(W_GRID_BEFORE), 0)
    plan = RowPlan(row, [])
    for element in cells_in(row, deletions):
        cell = _plan_cell(element, index, column)
        if column > _WIDEST:
            cell.span = min(cell.span, 1)
        if cell.span or not plan.cells:
            cell.span = cell.span or 1
            plan.cells.append(cell)
            column += cell.span
            continue
        # Merged across as Word 97 did it: the cell before has its place and its width.
        before = plan.cells[-1]
        before.elements.append(element)
        before.span += 1
        column += 1
        if before.said_width is not None and cell.said_width is not None:
            before.said_width += cell.said_width
    plan.end = column + _count(said.get(W_GRID_AFTER), 0)
    plan.is_header, plan.cant_split = (_is_on(said.get(name)) for name in (W_TBL_HEADER, W_CANT_SPLIT))
    if (height := said.get(W_TR_HEIGHT)) is not None:
        plan.height = read_twips(height.get(W_VAL))
        plan.height_rule = height.get(_H_RULE, "atLeast" if plan.height else "auto")
    return plan


def _plan_cell(element: Element, row: int, column: int) -> CellPlan:
    """Read what a cell says of its place; a span of 0 means that it is merged into the one before."""
    cell = CellPlan([element], row, column, 1, None, merged=False)
    tc_pr = element.find(W_TC_PR)
    for child in tc_pr if tc_pr is not None else ():
        tag = child.tag
        if tag == W_TC_W:
            # A share of the table is no width.
            cell.said_width = read_twips(child.get(_W)) if child.get(W_TYPE, "dxa") == "dxa" else None
        elif tag == W_GRID_SPAN:
            cell.span = max(1, min(MOST_COLUMNS, read_int(child.get(W_VAL)) or 1))
        elif tag == W_V_MERGE:
            cell.merges, cell.merged = True, child.get(W_VAL, "continue") != "restart"
        elif tag == _CELL_MERGE:
            cell.merges, cell.merged = True, child.get(W_V_MERGE) == "cont"
        elif tag == W_H_MERGE and child.get(W_VAL, "continue") != "restart":
            cell.span = 0
    return cell


def _is_on(switch: Element | None) -> bool:
    return switch is not None and is_on(switch)


def _count(element: Element | None, missing: int) -> int:
    value = read_int(element.get(W_VAL)) if element is not None else None
    return max(0, min(MOST_COLUMNS, value)) if value is not None else missing


def _join_down(rows: Sequence[RowPlan]) -> None:
    """Tell each cell how many rows it covers. What goes on from nothing that can be merged begins itself."""
    above: dict[int, CellPlan] = {}
    for row in rows:
        here = {}
        for cell in row.cells:
            start = above.get(cell.column)
            if cell.merged and start is not None:
                start.row_span += 1
                here[cell.column] = start
            else:
                cell.merged = False
                if cell.merges:
                    here[cell.column] = cell
        above = here


def _left_edge(align: str, indent: int, extent: int, column: Column) -> int | None:
    if column.left is None:
        return None
    if align == "center":
        return column.left + (column.width - extent) // 2
    return column.left + (column.width - extent if align == "right" else indent)


def _place_cells(rows: Sequence[RowPlan], grid: Sequence[int], left: int | None) -> None:
    """Tell each cell its width, and the column that text in it has."""
    starts = [0, *accumulate(grid)]
    for row in rows:
        for cell in row.cells:
            start = starts[cell.column]
            cell.width = starts[cell.column + cell.span] - start
            padding = cell.look.padding_left
            inside = left + start + padding if left is not None else None
            width = max(_NARROWEST, cell.width - padding - cell.look.padding_right)
            cell.column_inside = Column(inside, width)


def _draw_borders(rows: Sequence[RowPlan]) -> bool:
    """Tell each cell which of its sides are drawn, by itself or by the cell beside; true if any is.

    Between two cells a line is drawn if either has one.
    """
    drawn = False
    above: dict[int, CellPlan] = {}
    for row in rows:
        before: CellPlan | None = None
        here = {}
        for cell in row.cells:
            cell.borders = set(cell.look.borders)
            if cell.merged:
                cell.borders.discard("top")
            if before is not None and before.column + before.span == cell.column:
                _share(before.borders, "right", cell.borders, "left")
            upper = above.get(cell.column)
            if upper is not None and not cell.merged:
                _share(upper.borders, "bottom", cell.borders, "top")
            elif upper is not None:
                upper.borders.discard("bottom")
            for at in range(cell.column, cell.column + cell.span):
                here[at] = cell
            before = cell
        above = here
    for row in rows:
        drawn = drawn or any(cell.borders for cell in row.cells)
    return drawn


def _share(one: set[str], side: str, other: set[str], across: str) -> None:
    if side in one or across in other:
        one.add(side)
        other.add(across)
