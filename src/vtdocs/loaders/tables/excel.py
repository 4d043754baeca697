"""Excel to a grid, by calamine, behind the bounds of `workbook`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from vtdocs.diagnostics import Location
from vtdocs.likeness import closest, fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, listed

from .grid import Cell, Grid, Range, share_texts
from .heads import count_known
from .options import SheetName, TableOptions
from .workbook import DamagedError, SheetPart, TooLargeError, Workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from .sheet_scan import SheetScan

__all__ = ["read_workbook"]

_SAVE_AGAIN = "mở tệp bằng Excel, chọn Tệp > Lưu thành (Save as), kiểu “Excel Workbook (.xlsx)”, rồi chạy lại"
_MAKE_SMALLER = "chép bảng sang một tệp Excel mới, chỉ gồm phần cần in"
# So many known headings are those of a table, whatever other sheets hold.
_ENOUGH = 5


def read_workbook(data: bytes, name: str, options: TableOptions, faults: Faults) -> tuple[Grid, ...] | None:
    """Read the sheets that hold the tables; `None` where a fault was told."""
    try:
        book = Workbook(data)
        if options.sheets:
            return _read_named(book, name, options, faults)
        return (_read_best(book, name, options),)
    except DamagedError as error:
        faults.error(Code.WORKBOOK_DAMAGED, str(error), Location(name), _SAVE_AGAIN)
    except TooLargeError as error:
        faults.error(Code.WORKBOOK_TOO_LARGE, str(error), Location(name), _MAKE_SMALLER)
    return None


def _read_named(book: Workbook, name: str, options: TableOptions, faults: Faults) -> tuple[Grid, ...] | None:
    grids = []
    for wanted in options.sheets:
        sheet = _by_name(book, wanted.name)
        if sheet is None:
            _tell_no_sheet(book, name, wanted, faults)
        else:
            grids.append(_grid(book, sheet, name))
    return tuple(grids) if len(grids) == len(options.sheets) else None


def _read_best(book: Workbook, name: str, options: TableOptions) -> Grid:
    """Read the first sheet that has the headings; where none has, the one that comes nearest is told of."""
    shown = [sheet for sheet in book.sheets if sheet.visible]
    if len(shown) == 1:
        return _grid(book, shown[0], name)
    best: Grid | None = None
    # 0 is a sheet without a head, 1 a head without a known heading.
    best_score = -1
    refused: TooLargeError | None = None
    for sheet in shown:
        try:
            grid = _grid(book, sheet, name)
        except TooLargeError as error:
            refused = error
            continue
        known = count_known(grid, options)
        score = 0 if known is None else 1 + known
        if score > best_score:
            best, best_score = grid, score
        if score >= _ENOUGH:
            break
    # One heading and the word that there is a head: no table worth taking for the one that was refused.
    if refused is not None and best_score < 3:
        raise refused
    if best is None:
        raise DamagedError(f"tệp không có trang tính nào{' đang hiện' if book.sheets else ''}")
    return best


def _by_name(book: Workbook, wanted: str) -> SheetPart | None:
    same = [sheet for sheet in book.sheets if sheet.name == wanted]
    return next(iter(same or [sheet for sheet in book.sheets if fold(sheet.name) == fold(wanted)]), None)


def _tell_no_sheet(book: Workbook, name: str, wanted: SheetName, faults: Faults) -> None:
    names = [sheet.name for sheet in book.sheets]
    meant = closest(wanted.name, names)
    message = f"tệp “{name}” không có trang tính “{wanted.name}”" + (f"; có phải ý là “{meant}”?" if meant else "")
    hint = f"viết trang_tinh: {meant}" if meant else f"tệp có các trang tính: {listed(names)}"
    faults.error(Code.SHEET_MISSING, message, wanted.at, hint)


def _grid(book: Workbook, sheet: SheetPart, name: str) -> Grid:
    scan = book.scan(sheet)
    rows, merged = _read_cells(book.package(), sheet.name)
    return _with_scan(Grid(name, rows, sheet.name, merged=merged), scan)


def _with_scan(grid: Grid, scan: SheetScan) -> Grid:
    grid.errors, grid.formulas = scan.errors, scan.formulas
    grid.hidden, grid.formats = scan.hidden, scan.formats
    grid.hidden_columns = frozenset(scan.hidden_columns)
    return grid


def _read_cells(package: bytes, sheet: str) -> tuple[list[list[Cell]], list[Range]]:
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(package)) as book:
            found = book.get_sheet_by_name(sheet)
            rows = _absolute_rows(found)
            merged = [(top, left, bottom, right) for (top, left), (bottom, right) in found.merged_cell_ranges or ()]
    except BaseException as error:
        # A library in Rust: besides its own errors any ValueError or OverflowError may come of a damaged part, and
        # a panic arrives as an exception that is no Exception. Only the user's interruption goes on its way.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise DamagedError(f"trang tính “{sheet}” bị hỏng") from error
        raise
    return rows, merged


def _absolute_rows(sheet: CalamineSheet) -> list[list[Cell]]:
    """Give the rows from the first of the sheet, and their cells from column A."""
    if sheet.start is None:
        return []
    # calamine counts rows from the top of the sheet, but cells from the first used column.
    left = sheet.start[1]
    if not left:
        return list(share_texts(sheet.iter_rows()))
    blank: list[Cell] = [""] * left
    return [blank + row for row in share_texts(sheet.iter_rows())]
