"""A table file by its name and bytes: which kind it is, who reads it, and what is not read at all."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec.structs import replace

from vtdocs.diagnostics import Location
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang

from .assembly import RawTable, assemble, needs_stt
from .columns import choose_columns, warn_hidden_columns
from .grid import Grid
from .heads import find_head
from .merges import map_merged
from .options import TableOptions
from .rows import SheetRows, doubt_figures, read_rows, stored_numbers, write_signs
from .tail import find_tail, tell_tail

__all__ = ["read_tables"]

_WORKBOOKS = {".xlsx", ".xlsm"}
_TEXTS = {".csv", ".tsv", ".txt"}
_SAVE_AS_XLSX = "mở tệp, chọn Tệp > Lưu thành (Save as), kiểu “Excel Workbook (.xlsx)”, rồi ghi lại tên tệp"
_CONVERT = {
    ".xls": _SAVE_AS_XLSX,
    ".xlsb": _SAVE_AS_XLSX,
    ".ods": _SAVE_AS_XLSX,
    ".doc": "chép bảng từ Word sang Excel rồi lưu kiểu .xlsx",
    ".docx": "chép bảng từ Word sang Excel rồi lưu kiểu .xlsx",
    ".pdf": "chép bảng sang Excel rồi lưu kiểu .xlsx",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_tables(data: bytes, name: str, options: TableOptions, faults: Faults, at: Location) -> tuple[Bang, ...] | None:
    """Read the table of a file, or those of the sheets that are named; `at` is the place that names the file.

    `None` where a fault was told.
    """
    suffix = PurePosixPath(name).suffix.lower()
    grids: tuple[Grid, ...] | None
    if suffix in _WORKBOOKS:
        if data.startswith(_OLE):
            _tell_ole(data, name, faults)
            return None
        from .excel import read_workbook

        grids = read_workbook(data, name, options, faults)
    elif suffix in _TEXTS:
        from .csv import read_csv

        if options.sheets:
            message = f"tệp “{name}” không có trang tính: chỉ tệp Excel mới có"
            faults.error(Code.SHEET_MISSING, message, options.sheets[0].at, "xóa khóa trang_tinh")
            return None
        grid = read_csv(data, name, options, faults)
        grids = (grid,) if grid else None
    else:
        hint = _CONVERT.get(suffix, "dùng tệp Excel (.xlsx) hoặc CSV (.csv)")
        faults.error(Code.FILE_KIND, f"không đọc được bảng từ tệp kiểu {suffix or 'không đuôi'} (“{name}”)", at, hint)
        return None
    if grids is None:
        return None
    tables = [_read(grid, _options_of(options, place, len(grids)), faults) for place, grid in enumerate(grids)]
    sound = tuple(table for table in tables if table is not None)
    return sound if len(sound) == len(tables) else None


def _options_of(options: TableOptions, place: int, count: int) -> TableOptions:
    if count == 1:
        return options
    caption = options.caption if place == 0 else None
    return replace(options, caption=caption, notes=options.notes if place == count - 1 else ())


def _read(grid: Grid, options: TableOptions, faults: Faults) -> Bang | None:
    head = find_head(grid, options, faults)
    used = choose_columns(grid, head, options, faults) if head else None
    if head is None or used is None:
        return None
    roles = {*options.declared, *(column.cot.vai_tro for column in options.columns or ())}
    used = doubt_figures(grid, head, used, frozenset(role for role in roles if role))
    tail = find_tail(grid, head)
    tell_tail(grid, head, tail, is_declared=options.heading_row is not None, faults=faults)
    if tail.notes:
        given = set(map(fold, options.notes))
        more = tuple(note for note in tail.notes if fold(note) not in given)
        options = replace(options, notes=(*options.notes, *more))
    found = read_rows(grid, head, used, tail.start, faults)
    if not found.rows:
        if not found.unreadable:
            message = "bảng không có hàng nào dưới hàng tiêu đề"
            faults.error(Code.NO_ROWS, message, grid.row_place(head.bottom), "điền các hàng, hoặc xóa bảng này")
        return None
    columns = [column for column, _cot in used]
    _warn_hidden_rows(grid, found, columns[0], faults)
    warn_hidden_columns(grid, head, used, faults)
    cots = write_signs([cot for _column, cot in used], found.signs)
    places = found.places
    raw = RawTable(
        cots,
        found.rows,
        lambda row, column: grid.place(places[min(row, len(places) - 1)], columns[min(column, len(columns) - 1)]),
        merged=map_merged(grid, columns, places, faults),
        stored=stored_numbers(grid, used, places) if options.finish else {},
        unreadable={row for row, place in enumerate(places) if place in found.unreadable},
        guesses=True,
        adds_stt=options.columns is None and needs_stt(cots),
    )
    return assemble(raw, options, faults)


def _warn_hidden_rows(grid: Grid, found: SheetRows, column: int, faults: Faults) -> None:
    hidden = [place for place in found.places if place in grid.hidden]
    if hidden:
        message = f"có {len(hidden)} hàng đang bị ẩn trong Excel (tự ẩn hoặc do bộ lọc), vẫn được in"
        hint = "bỏ ẩn (Unhide) hoặc xóa bộ lọc để xem lại; hàng nào không in thì xóa khỏi bảng"
        faults.warn(Code.HIDDEN, message, grid.place(hidden[0], column), hint)


def _tell_ole(data: bytes, name: str, faults: Faults) -> None:
    """A compound file under the name of a workbook is a workbook with a password, or an old one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, xóa mật khẩu rồi lưu"
        faults.error(Code.WORKBOOK_LOCKED, "tệp Excel đặt mật khẩu nên không đọc được", Location(name), hint)
    else:
        message = "tệp là Excel đời cũ (.xls) đổi tên, không phải .xlsx"
        faults.error(Code.FILE_KIND, message, Location(name), _SAVE_AS_XLSX)
