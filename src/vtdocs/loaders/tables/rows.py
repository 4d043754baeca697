"""The rows below a head as texts, with every doubt about them told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from unicodedata import is_normalized

from msgspec import Struct, field

from vtdocs.figures import is_figure
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, listed
from vtdocs.model import Cot, VaiTro

from .cells import LARGEST_WHOLE, Kind, cell_text
from .columns import Used
from .grid import Cell, Grid
from .headings import MONEY_ROLES
from .heads import Head
from .number_formats import show_number
from .signs import find_signs

__all__ = ["SheetRows", "doubt_figures", "read_rows", "stored_numbers", "write_signs"]

_KIND_OF_ROLE = {VaiTro.STT: Kind.NUMBERING, VaiTro.THOI_GIAN: Kind.TIME, VaiTro.SO_LIEU: Kind.FIGURES}
# So many rows tell whether a column holds figures.
_LOOKED_AT = 200


class SheetRows(Struct):
    """The rows that were read, the row of the sheet for each, and those of the sheet with a cell that has a fault."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    signs: tuple[str, ...] | None = None


def doubt_figures(grid: Grid, head: Head, used: tuple[Used, ...], declared: frozenset[VaiTro]) -> tuple[Used, ...]:
    """Take the role of figures from columns whose heading means it, but whose cells are words: "Kết quả"."""
    if VaiTro.SO_LIEU in declared:
        return used
    rows = grid.rows[head.bottom + 1 :][:_LOOKED_AT]
    return tuple(
        Used(column, replace(cot, vai_tro=None))
        if cot.vai_tro is VaiTro.SO_LIEU and _holds_words([row[column] for row in rows if column < len(row)])
        else Used(column, cot)
        for column, cot in used
    )


def _holds_words(cells: Sequence[Cell]) -> bool:
    words = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    unlike = sum(not is_figure(word) for word in words)
    numbers = sum(isinstance(cell, int | float) for cell in cells)
    return unlike * 2 > len(words) + numbers


def read_rows(grid: Grid, head: Head, used: tuple[Used, ...], stop: int, faults: Faults) -> SheetRows:
    """Read the rows up to before `stop`; wholly empty ones and heads that were typed again are left out."""
    found = SheetRows(unreadable=_tell_unreadable(grid, head, used, stop, faults))
    start = head.bottom + 1
    found.signs = _signs(grid, start, used)
    columns = [column for column, _cot in used]
    headed = {entry.column for entry in head.columns}
    widest = max((len(row) for row in grid.rows[start:]), default=0)
    unnamed = [column for column in range(widest) if column not in headed]
    if unnamed and start < stop and _tell_second_row(grid, start, unnamed, faults):
        unnamed = []
    if found.signs is not None:
        _tell_unnamed(grid.rows[start], start, unnamed, grid, faults)
        start += 1
    specs = [(column, kind, cot.ten) for (column, cot), kind in zip(used, _kinds(grid, start, used), strict=True)]
    again = _Again(grid, head, columns, found.signs)
    read = _reader(grid, specs, found.unreadable, faults)
    for number in range(start, stop):
        if unnamed:
            _tell_unnamed(grid.rows[number], number, unnamed, grid, faults)
        cells = read(number)
        if not any(cells) or (cells[again.probe] in again.texts and again.tell(cells, number, faults)):
            continue
        again.dropped = None
        found.rows.append(tuple(cells))
        found.places.append(number)
    return found


def _reader(
    grid: Grid, specs: list[tuple[int, Kind, str]], unreadable: set[int], faults: Faults
) -> Callable[[int], list[str]]:
    """Make the function that reads a row as texts: what is asked of nearly every cell is asked first."""
    columns = [column for column, _kind, _heading in specs]
    pick, width, formats = itemgetter(*columns), max(columns) + 1, grid.formats

    def read(number: int) -> list[str]:
        row = grid.rows[number]
        if len(row) < width:
            row = row + [""] * (width - len(row))
        cells: list[str] = []
        values = pick(row)
        # Asked once for all: parts of a text in NFC are in NFC.
        words = "".join([value for value in values if value.__class__ is str])
        is_plain_row = words.isprintable() and is_normalized("NFC", words)
        for value, (column, kind, heading) in zip(values, specs, strict=True):
            if value.__class__ is str:
                plain = value.strip()
                is_plain = is_plain_row or (plain.isprintable() and is_normalized("NFC", plain))
                # Nothing to tell, and no place to be made for it.
                if is_plain and not (kind is Kind.TIME and plain.isdigit()):
                    cells.append(plain)
                    continue
            shown = formats.get((number, column)) if formats else None
            if value.__class__ is float and (quick := _quick(value, kind, shown)) is not None:
                cells.append(quick)
                continue
            text = cell_text(value, heading, grid.place(number, column), faults, kind=kind, shown=shown)
            # What has a fault stands for something, so that the row is not taken for an empty one.
            if text is None:
                unreadable.add(number)
            cells.append("?" if text is None else text)
        return cells

    return read


def _quick(value: float, kind: Kind, shown: str | None) -> str | None:
    """Write a number of which nothing is to be told."""
    if kind is Kind.TIME or not abs(value) < LARGEST_WHOLE:
        return None
    if shown is None and value.is_integer() and kind is not Kind.MONEY:
        return str(int(value))
    if shown and kind in (Kind.FIGURES, Kind.MONEY):
        return show_number(shown, value, grouped=kind is Kind.MONEY)
    return None


def _kinds(grid: Grid, start: int, used: tuple[Used, ...]) -> list[Kind]:
    return [
        Kind.MONEY
        if cot.vai_tro in MONEY_ROLES
        else _KIND_OF_ROLE.get(cot.vai_tro, Kind.WORDS)
        if cot.vai_tro is not None
        else _kind_by_cells(grid, start, column)
        for column, cot in used
    ]


def _kind_by_cells(grid: Grid, start: int, column: int) -> Kind:
    """Say whether most of a column's cells are numbers."""
    numbers = words = 0
    for row in grid.rows[start:]:
        if column < len(row):
            value = row[column]
            if value.__class__ is str:
                words += value != ""
            else:
                numbers += value.__class__ is float
    return Kind.FIGURES if numbers > words else Kind.WORDS


def _signs(grid: Grid, start: int, used: tuple[Used, ...]) -> tuple[str, ...] | None:
    if start >= len(grid.rows):
        return None
    row = _plain(grid.rows[start], used)
    below = next((cells for later in grid.rows[start + 1 :] if any(cells := _plain(later, used))), None)
    return find_signs(row, below)


def _plain(row: Sequence[Cell], used: tuple[Used, ...]) -> list[str]:
    cells = [row[column] if column < len(row) else "" for column, _cot in used]
    return [str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip() for cell in cells]


def stored_numbers(grid: Grid, used: tuple[Used, ...], places: Sequence[int]) -> dict[tuple[int, int], Decimal]:
    """Give the numbers of the cells of money, by the row and column of the table."""
    found: dict[tuple[int, int], Decimal] = {}
    for at, (column, cot) in enumerate(used):
        if cot.vai_tro not in MONEY_ROLES:
            continue
        for row, place in enumerate(places):
            cells = grid.rows[place]
            value = cells[column] if column < len(cells) else ""
            if value.__class__ is float and abs(value) < LARGEST_WHOLE:
                found[row, at] = Decimal(format(value, ".15g"))
    return found


class _Again:
    """The head that somebody typed again where a page of the sheet begins."""

    def __init__(self, grid: Grid, head: Head, columns: list[int], signs: tuple[str, ...] | None) -> None:
        rows = [grid.rows[number] for number in range(head.top, head.bottom + 1)]
        self._grid, self._column = grid, columns[0]
        self._rows = [[fold(str(row[column])) if column < len(row) else "" for column in columns] for row in rows]
        self._signs = list(map(fold, signs)) if signs else None
        self.dropped: int | None = None
        # One column that tells whether a row is worth a closer look.
        self.probe = next((at for at, text in enumerate(self._rows[0]) if text), 0)
        column = columns[self.probe]
        texts = [str(row[column]).strip() if column < len(row) else "" for row in rows]
        self.texts = {*texts, *(" ".join(text.split()) for text in texts), *([signs[self.probe]] if signs else [])}

    def tell(self, cells: list[str], number: int, faults: Faults) -> bool:
        """Whether a row is the head again, or goes on with it; if so, say that it is left out."""
        if self.dropped is None and not cells[self.probe]:
            return False
        folded = list(map(fold, cells))
        if folded == self._rows[0] and sum(map(bool, folded)) > 1:
            self.dropped = 0
            message = "hàng tiêu đề được gõ lại ở giữa bảng, không được in lần nữa"
            hint = "xóa hàng này khỏi tệp; tiêu đề tự lặp lại ở đầu mỗi trang"
            faults.warn(Code.HEAD_REPEATED, message, self._grid.place(number, self._column), hint)
            return True
        if self.dropped == 0 and len(self._rows) > 1 and folded == self._rows[1]:
            self.dropped = 1
            return True
        if self.dropped is not None and folded == self._signs:
            self.dropped = None
            return True
        return False


def _tell_unnamed(row: Sequence[Cell], number: int, unnamed: list[int], grid: Grid, faults: Faults) -> None:
    for column in unnamed:
        text = _shown(row[column]) if column < len(row) else ""
        if not text:
            continue
        message = f"có chữ “{text[:40]}” ở cột không có tiêu đề, sẽ không được in"
        if grid.lines is not None:
            hint = "nếu câu chữ có dấu ngăn cách của tệp CSV, đặt cả ô trong ngoặc kép"
            hint += "; nếu bảng có hai hàng tiêu đề, ghi so_dong_dau: 2 trong văn bản"
            faults.error(Code.ROW_TOO_LONG, message, grid.place(number, column), hint)
        else:
            hint = "thêm tiêu đề cột, hoặc xóa ô này; nếu bảng có hai hàng tiêu đề, ghi so_dong_dau: 2 trong văn bản"
            faults.warn(Code.ROW_TOO_LONG, message, grid.place(number, column), hint)


def _shown(cell: Cell) -> str:
    """Write a cell for a message, a number as Excel shows it."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < LARGEST_WHOLE:
        return str(int(cell))
    return format(cell, ".15g").replace(".", ",") if isinstance(cell, float) else str(cell).strip()


def _tell_second_row(grid: Grid, row: int, unnamed: list[int], faults: Faults) -> bool:
    """Tell once that a CSV file has a second row of headings: words in several columns without a heading."""
    cells = grid.rows[row]
    texts = [str(cells[column]).strip() for column in unnamed if column < len(cells) and str(cells[column]).strip()]
    if grid.lines is None or len(texts) < 2 or any(is_figure(text) for text in texts):
        return False
    message = f"hàng dưới hàng tiêu đề có chữ ở các cột không có tiêu đề ({listed(texts, 4)})"
    hint = "nếu bảng có hai hàng tiêu đề, ghi so_dong_dau: 2 trong văn bản; nếu không, thêm tên các cột này"
    faults.error(Code.ROW_TOO_LONG, message, grid.row_place(row), hint)
    return True


def _tell_unreadable(grid: Grid, head: Head, used: tuple[Used, ...], stop: int, faults: Faults) -> set[int]:
    """Tell error values and formulas without a value in the columns that are used; give their rows."""
    headings = {column: cot.ten for column, cot in used}
    rows: set[int] = set()
    for (row, column), value in grid.errors.items():
        if head.bottom < row < stop and column in headings:
            rows.add(row)
            message = f"cột “{headings[column]}”: ô có giá trị lỗi {value} của Excel"
            faults.error(
                Code.CELL_ERROR, message, grid.place(row, column), "sửa công thức, hoặc gõ chữ thay cho công thức"
            )
    unsaved: dict[int, list[int]] = {}
    for row, column in sorted(grid.formulas):
        if head.bottom < row < stop and column in headings:
            rows.add(row)
            unsaved.setdefault(column, []).append(row)
    for column, places in unsaved.items():
        message = f"cột “{headings[column]}”: công thức chưa có kết quả"
        message += f" ({len(places)} ô)" if len(places) > 1 else ""
        hint = "mở tệp bằng Excel, lưu lại rồi chạy lại; hoặc gõ chữ thay cho công thức"
        faults.error(Code.FORMULA, message, grid.place(places[0], column), hint)
    return rows


def write_signs(columns: Sequence[Cot], signs: tuple[str, ...] | None) -> list[Cot]:
    """Give the columns the signs of the row below the head, where the plan gives none."""
    if signs is None:
        return list(columns)
    return [replace(cot, ky_hieu=cot.ky_hieu or sign or None) for cot, sign in zip(columns, signs, strict=True)]
