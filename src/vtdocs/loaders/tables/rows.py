"""The rows below the heading row as a table of the model, with every doubt about them told."""

from __future__ import annotations

import re
from operator import itemgetter
from unicodedata import is_normalized

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang, Cot, VaiTro

from .cells import LARGEST_WHOLE, cell_text
from .grid import Cell, Grid, column_letters
from .headings import DEFAULT_HEADINGS, Head

__all__ = ["read_rows"]

_PLAIN_NUMBER = re.compile(r"(\d{1,6})\.?$", re.ASCII)


def read_rows(grid: Grid, head: Head, faults: Faults) -> Bang | None:
    """Make the table; `None` where a row has a fault, or there is none."""
    unreadable = _tell_unreadable(grid, head, faults)
    _warn_merged(grid, head, faults)
    rows, places = _read(grid, head, faults, unreadable)
    if not rows:
        if not unreadable:
            message = "bảng không có hàng nào dưới hàng tiêu đề"
            faults.error(Code.NO_ROWS, message, grid.row_place(head.row), "điền các hàng, hoặc xóa phụ lục này")
        return None
    _warn_hidden(grid, head, places, faults)
    columns = tuple(Cot(role, heading) for _column, role, heading in head.columns)
    return _number_rows(columns, rows, places, grid, head, faults)


def _read(grid: Grid, head: Head, faults: Faults, unreadable: set[int]) -> tuple[list[tuple[str, ...]], list[int]]:
    """Read the rows, and give the row of the sheet for each."""
    specs = [(column, role is VaiTro.THOI_GIAN, heading) for column, role, heading in head.columns]
    content = next(place for place, (_c, role, _h) in enumerate(head.columns) if role is VaiTro.NOI_DUNG)
    used = [column for column, _role, _heading in head.columns]
    pick = itemgetter(*used)
    width = max(used) + 1
    # Columns without a heading, of which nobody was warned; most sheets have none.
    headings = grid.rows[head.row]
    named = {column for column, cell in enumerate(headings) if cell != ""}
    widest = max((len(row) for row in grid.rows[head.row + 1 :]), default=0)
    unnamed = [column for column in range(widest) if column not in named]
    formats = grid.formats
    rows: list[tuple[str, ...]] = []
    places: list[int] = []
    for number in range(head.row + 1, len(grid.rows)):
        row = grid.rows[number]
        if len(row) < width:
            row = row + [""] * (width - len(row))
        for column in unnamed:
            if column < len(row) and row[column] != "":
                _tell_unnamed(row[column], number, column, grid, faults)
        cells: list[str] = []
        for value, (column, is_time, heading) in zip(pick(row), specs, strict=True):
            if value.__class__ is str:
                plain = value.strip()
                # Nearly every cell: nothing to tell, and no place to be made for it.
                if plain.isprintable() and is_normalized("NFC", plain) and not (is_time and plain.isdigit()):
                    cells.append(plain)
                    continue
            elif (
                value.__class__ is float
                and not is_time
                and value.is_integer()
                and abs(value) < LARGEST_WHOLE
                and not (formats and (number, column) in formats)
            ):
                cells.append(str(int(value)))
                continue
            shown = formats.get((number, column)) if formats else None
            text = cell_text(value, heading, grid.place(number, column), faults, is_time=is_time, shown=shown)
            # What has a fault stands for something, so that the row is not taken for an empty one.
            cells.append("?" if text is None else text)
        if not any(cells):
            continue
        if not cells[content] and number not in unreadable:
            _tell_no_content(grid, head, number, cells, content, faults)
            unreadable.add(number)
            continue
        rows.append(tuple(cells))
        places.append(number)
    return rows, places


def _tell_no_content(grid: Grid, head: Head, number: int, cells: list[str], content: int, faults: Faults) -> None:
    column, _role, heading = head.columns[content]
    filled = next(text for text in cells if text)
    message = f"cột “{heading}” để trống trong khi hàng có chữ “{filled[:40]}”"
    hint = "điền nội dung, hoặc xóa chữ ở các ô khác của hàng"
    faults.error(Code.ROW_WITHOUT_CONTENT, message, grid.place(number, column), hint)


def _tell_unnamed(cell: Cell, row: int, column: int, grid: Grid, faults: Faults) -> None:
    text = str(cell).strip()
    if not text:
        return
    message = f"có chữ “{text[:40]}” ở cột không có tiêu đề, sẽ không được in"
    if grid.lines is not None:
        hint = "nếu câu chữ có dấu ngăn cách của tệp CSV, đặt cả ô trong ngoặc kép"
        faults.error(Code.ROW_TOO_LONG, message, grid.place(row, column), hint)
    else:
        faults.warn(Code.ROW_TOO_LONG, message, grid.place(row, column), "thêm tiêu đề cột, hoặc xóa ô này")


def _tell_unreadable(grid: Grid, head: Head, faults: Faults) -> set[int]:
    """Tell error values and formulas without a value in the columns that are used; give their rows."""
    headings = {column: heading for column, _role, heading in head.columns}
    rows: set[int] = set()
    for (row, column), value in grid.errors.items():
        if row > head.row and column in headings:
            rows.add(row)
            message = f"cột “{headings[column]}”: ô có giá trị lỗi {value} của Excel"
            faults.error(
                Code.CELL_ERROR, message, grid.place(row, column), "sửa công thức, hoặc gõ chữ thay cho công thức"
            )
    for row, column in grid.formulas:
        if row > head.row and column in headings:
            rows.add(row)
            message = f"cột “{headings[column]}”: công thức chưa có kết quả"
            hint = "mở tệp bằng Excel, lưu lại rồi chạy lại; hoặc gõ chữ thay cho công thức"
            faults.error(Code.FORMULA, message, grid.place(row, column), hint)
    return rows


def _warn_hidden(grid: Grid, head: Head, places: list[int], faults: Faults) -> None:
    hidden = [place for place in places if place in grid.hidden]
    if hidden:
        message = f"có {len(hidden)} hàng đang bị ẩn trong Excel (tự ẩn hoặc do bộ lọc), vẫn được in"
        hint = "bỏ ẩn (Unhide) hoặc xóa bộ lọc để xem lại; hàng nào không in thì xóa khỏi bảng"
        faults.warn(Code.HIDDEN, message, grid.place(hidden[0], head.columns[0][0]), hint)


def _warn_merged(grid: Grid, head: Head, faults: Faults) -> None:
    used = {column for column, _role, _heading in head.columns}
    for top, left, bottom, right in grid.merged:
        if bottom <= head.row or not used & set(range(left, right + 1)) or top >= len(grid.rows):
            continue
        name = f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}"
        message = f"các ô {name} bị gộp; chữ chỉ được in ở ô đầu tiên, các ô khác để trống"
        faults.warn(Code.MERGED, message, grid.place(top, left), "bỏ gộp ô (Merge Cells) rồi điền chữ vào từng ô")


def _number_rows(
    columns: tuple[Cot, ...],
    rows: list[tuple[str, ...]],
    places: list[int],
    grid: Grid,
    head: Head,
    faults: Faults,
) -> Bang:
    at = next((place for place, cot in enumerate(columns) if cot.vai_tro is VaiTro.STT), None)
    if at is None:
        columns = (Cot(VaiTro.STT, DEFAULT_HEADINGS[VaiTro.STT]), *columns)
        return Bang(columns, tuple((str(number), *row) for number, row in enumerate(rows, 1)))
    if not any(row[at] for row in rows):
        return Bang(columns, tuple((*row[:at], str(number), *row[at + 1 :]) for number, row in enumerate(rows, 1)))
    column = head.columns[at][0]
    last = 0
    for row, place in zip(rows, places, strict=True):
        match = _PLAIN_NUMBER.match(row[at])
        if match is None:
            if not row[at]:
                message = "số thứ tự để trống, trong khi các hàng khác có"
                hint = "điền số, hoặc xóa hết số của cột để được đánh số tự động"
                faults.warn(Code.STT_GAP, message, grid.place(place, column), hint)
            continue
        number = int(match[1])
        # A group of rows may begin anew with 1.
        if number not in (last + 1, 1):
            message = f"số thứ tự bị nhảy: sau {last} là {number}" if last else f"số thứ tự bắt đầu bằng {number}"
            faults.warn(Code.STT_GAP, message, grid.place(place, column), f"có thể phải là {last + 1}")
        last = number
    return Bang(columns, tuple(rows))
