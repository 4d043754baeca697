"""The head of a table in a grid: which row or two rows it is, and its columns with the headings above them."""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, listed
from vtdocs.patterns import compile_late

from .cells import clean_text
from .grid import MAX_COLUMNS, Cell, Grid, Range
from .headings import DEFAULT_HEADINGS, is_known
from .options import TableOptions

__all__ = ["HEADING_ROWS", "Head", "HeadColumn", "count_known", "find_head"]

# The head is looked for among this many rows.
HEADING_ROWS = 20
_LONGEST_HEADING = 300
_MOST_ROWS = 3
_UNIT_LABEL = compile_late(r"^\s*(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:\s*", re.IGNORECASE)
# What to write where, by whether there is a caption and a unit already.
_ABOVE_HINTS = {
    (False, False): "tên phụ lục, tên bảng ghi ở khóa tieu_de, đơn vị tính ở khóa don_vi_tinh; ",
    (True, False): "đơn vị tính ghi ở khóa don_vi_tinh; ",
    (False, True): "tên phụ lục, tên bảng ghi ở khóa tieu_de; ",
    (True, True): "tên bảng, đơn vị tính đã ghi trong văn bản; ",
}


class HeadColumn(Struct, frozen=True):
    """A column of the sheet, its heading, and the heading above that and its neighbours."""

    column: int
    ten: str
    nhom: str | None


class Head(Struct, frozen=True):
    """The first and the last row of the head, and its columns in the order of the sheet."""

    top: int
    bottom: int
    columns: tuple[HeadColumn, ...]


def find_head(grid: Grid, options: TableOptions, faults: Faults) -> Head | None:
    """Find the head; `None` where a fault was told."""
    row = options.heading_row - 1 if options.heading_row else _find_row(grid, options)
    if row is None or row >= len(grid.rows):
        _tell_no_head(grid, row, faults)
        return None
    merged = _near(grid, row)
    top, bottom = _extent(grid, row, merged, options)
    if _is_too_deep(grid, top, bottom, merged, faults):
        return None
    # A heading of blanks is none: what stands below it is told as the text of a column without a heading.
    for number in range(top, bottom + 1):
        cells = grid.rows[number]
        grid.rows[number] = ["" if isinstance(cell, str) and not cell.strip() else cell for cell in cells]
    columns = _rows_of_head(grid, top, bottom, merged, faults) if bottom > top else _one_row(grid, top, faults)
    if columns is None:
        return None
    if not columns:
        _tell_no_head(grid, None, faults)
        return None
    _warn_above(grid, top, options, faults)
    return Head(top, bottom, columns)


def count_known(grid: Grid, options: TableOptions) -> int | None:
    """Count the headings of the head that are known or declared; `None` where there is no head."""
    row = options.heading_row - 1 if options.heading_row else _find_row(grid, options)
    if row is None or row >= len(grid.rows):
        return None
    return _count(grid.rows[row], _declared(options))


def _declared(options: TableOptions) -> frozenset[str]:
    names = [entry.heading for entry in options.declared.values()]
    for column in options.columns or ():
        names += [column.cot.ten, *([column.cot.nhom] if column.cot.nhom else [])]
    return frozenset(map(fold, names))


def _find_row(grid: Grid, options: TableOptions) -> int | None:
    """Find the row with the most known headings, or where there are none to speak of the first that looks like one."""
    declared = _declared(options)
    best_row, best = None, 1
    for number, row in enumerate(grid.rows[:HEADING_ROWS]):
        count = _count(row, declared)
        if count > best:
            best_row, best = number, count
    return _looks_like_head(grid) if best_row is None else best_row


def _looks_like_head(grid: Grid) -> int | None:
    """Find the first row of texts that fills half of the columns: a title fills one, two bodies side by side two."""
    rows = grid.rows[: 2 * HEADING_ROWS]
    filled = [[column for column, cell in enumerate(row) if str(cell).strip()] for row in rows]
    width = len({column for columns in filled for column in columns})
    for number, columns in enumerate(filled[:HEADING_ROWS]):
        texts = [rows[number][column] for column in columns]
        if (
            len(columns) >= max(2, (width + 1) // 2)
            and all(isinstance(text, str) and len(text) <= _LONGEST_HEADING for text in texts)
            and not all(_is_number(str(text)) for text in texts)
        ):
            return number
    return None


def _count(row: list[Cell], declared: frozenset[str]) -> int:
    known = set()
    for cell in row:
        heading = _heading(cell) if cell != "" else ""
        if not heading or len(heading) > _LONGEST_HEADING:
            continue
        folded = fold(heading)
        if folded in declared or is_known(heading, folded):
            known.add(folded)
    return len(known)


def _heading(cell: Cell) -> str:
    """Give a cell's text as a heading; a number or a day is one as well."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(int(cell)) if float(cell).is_integer() else format(cell, ".15g").replace(".", ",")
    if isinstance(cell, datetime.date):
        from vtdocs.standards.nd30_text import format_ngay_ngan

        return format_ngay_ngan(cell.date() if isinstance(cell, datetime.datetime) else cell)
    return str(cell)


# --- how many rows ---------------------------------------------------------------------------------------------------


def _near(grid: Grid, row: int) -> list[Range]:
    """Give the merged cells around a row that hold a text."""
    return [
        area
        for area in grid.merged
        if area[0] <= row + 2 and area[2] >= row - 1 and _is_filled(grid, area[0], area[1]) and area[0] < len(grid.rows)
    ]


def _extent(grid: Grid, row: int, merged: list[Range], options: TableOptions) -> tuple[int, int]:
    last = len(grid.rows) - 1
    if options.heading_rows is not None:
        if options.heading_rows > 1 and options.heading_row is None:
            tops = [area[0] for area in merged if area[0] <= row <= area[2] < area[0] + options.heading_rows]
            row = min(tops) if tops and min(tops) < row else _upper(grid, row, options)
        return row, min(row + options.heading_rows - 1, last)
    top, bottom = row, row
    before = None
    while before != (top, bottom) and bottom - top < _MOST_ROWS:
        before = top, bottom
        for first, _left, end, _right in merged:
            if first < end and first <= bottom and end >= top:
                top = top if options.heading_row else min(top, first)
                bottom = max(bottom, end)
    if top == bottom:
        if _has_second(grid, row, merged):
            bottom = row + 1
        elif options.heading_row is None and _has_groups_above(grid, row, merged):
            top = row - 1
    return top, min(bottom, last)


def _has_second(grid: Grid, row: int, merged: list[Range]) -> bool:
    """Whether the headings of a row that reach over several columns have their own headings below them."""
    groups = [area for area in merged if area[0] == area[2] == row and area[1] < area[3]]
    if not groups or row + 1 >= len(grid.rows):
        return False
    inside = {column for area in groups for column in _span(area)}
    headed = {column for column in range(len(grid.rows[row])) if _is_filled(grid, row, column)} | inside
    below = {column for column in range(len(grid.rows[row + 1])) if _is_filled(grid, row + 1, column)}
    # One heading over all columns is a title.
    return (
        headed != set(_span(groups[0]))
        and bool(below)
        and below <= inside
        and all(not below.isdisjoint(_span(area)) for area in groups)
        and all(_may_head(grid.rows[row + 1][column]) for column in below)
    )


def _may_head(cell: Cell) -> bool:
    """Whether a cell may be a heading below another: a text, or a year."""
    return isinstance(cell, str) or (isinstance(cell, float) and cell.is_integer() and 1900 < cell < 2200)


def _has_groups_above(grid: Grid, row: int, merged: list[Range]) -> bool:
    """Whether the row above holds headings over several columns of this one, and nothing else."""
    groups = [area for area in merged if area[0] == area[2] == row - 1 and area[1] < area[3]]
    if len(groups) < 2:
        return False
    inside = {column for area in groups for column in _span(area)}
    above = {column for column in range(len(grid.rows[row - 1])) if _is_filled(grid, row - 1, column)}
    headed = {column for column in range(len(grid.rows[row])) if _is_filled(grid, row, column)}
    return above <= inside and inside < headed


def _upper(grid: Grid, row: int, options: TableOptions) -> int:
    """Say whether a row is the first or the second of two heading rows."""
    if row == 0:
        return row
    if row + 1 >= len(grid.rows):
        return row - 1
    declared = _declared(options)
    above, below = _count(grid.rows[row - 1], declared), _count(grid.rows[row + 1], declared)
    if above != below:
        return row - 1 if above > below else row
    gaps = any(
        _is_filled(grid, row + 1, column) and not _is_filled(grid, row, column)
        for column in range(len(grid.rows[row + 1]))
    )
    has_above = any(_is_filled(grid, row - 1, column) for column in range(len(grid.rows[row - 1])))
    return row - 1 if has_above and not gaps else row


def _span(area: Range) -> range:
    return range(area[1], min(area[3] + 1, MAX_COLUMNS))


def _is_filled(grid: Grid, row: int, column: int) -> bool:
    cells = grid.rows[row] if row < len(grid.rows) else []
    return column < len(cells) and bool(str(cells[column]).strip())


def _is_number(text: str) -> bool:
    return not any(character.isalpha() for character in text)


# --- the columns -----------------------------------------------------------------------------------------------------


def _texts(grid: Grid, row: int, faults: Faults) -> list[str] | None:
    """Give the headings of a row, clean; `None` where one has a fault."""
    texts: list[str] = []
    sound = True
    for column, cell in enumerate(grid.rows[row]):
        text = cell if isinstance(cell, str) else _heading(cell)
        clean = clean_text(text, text[:40], grid.place(row, column), faults) if text else ""
        sound = sound and clean is not None
        texts.append(" ".join((clean or "").split()))
    return texts if sound else None


def _one_row(grid: Grid, row: int, faults: Faults) -> tuple[HeadColumn, ...] | None:
    texts = _texts(grid, row, faults)
    if texts is None:
        return None
    return tuple(HeadColumn(column, text, None) for column, text in enumerate(texts) if text)


def _is_too_deep(grid: Grid, top: int, bottom: int, merged: list[Range], faults: Faults) -> bool:
    """Tell a head of too many rows, or one that the plan cuts through its merged cells: columns would be lost."""
    crossing = [area for area in merged if area[0] <= bottom and area[2] >= top and area[0] < area[2]]
    first = min([top, *(area[0] for area in crossing)])
    last = max([bottom, *(area[2] for area in crossing if area[2] <= top + HEADING_ROWS)])
    if last - first >= _MOST_ROWS:
        message = f"phần đầu bảng có {last - first + 1} hàng tiêu đề (hàng {first + 1} đến {last + 1})"
        hint = f"trong Excel, gộp các tiêu đề lại còn nhiều nhất {_MOST_ROWS} hàng"
        faults.error(Code.HEAD_TOO_DEEP, f"{message}, nhiều nhất là {_MOST_ROWS}", grid.row_place(first), hint)
        return True
    if (first, last) != (top, bottom):
        message = f"đầu bảng lấy từ hàng {top + 1} đến hàng {bottom + 1}, cắt ngang ô gộp từ hàng {first + 1}"
        message += f" đến hàng {last + 1}"
        hint = f"ghi dong_dau: {first + 1}, so_dong_dau: {last - first + 1}; hoặc bỏ gộp ô ở đầu bảng trong Excel"
        faults.error(Code.HEAD_TOO_DEEP, message, grid.row_place(first), hint)
        return True
    return False


def _rows_of_head(
    grid: Grid, top: int, bottom: int, merged: list[Range], faults: Faults
) -> tuple[HeadColumn, ...] | None:
    """Read two or three rows: of three the lower two are one, "Quá hạn - Tổng số"."""
    rows = [_texts(grid, row, faults) for row in range(top, bottom + 1)]
    texts = [row for row in rows if row is not None]
    if len(texts) < len(rows):
        return None
    width = max(map(len, texts))
    upper, *below = [row + [""] * (width - len(row)) for row in texts]
    return _two_rows(upper, _join(below, bottom, merged), top, bottom, merged)


def _join(below: list[list[str]], bottom: int, merged: list[Range]) -> list[str]:
    if len(below) == 1:
        return below[0]
    middle, lower = below
    over: dict[int, str] = {}
    across = [area for area in merged if area[0] == area[2] == bottom - 1 and area[1] < area[3]]
    for area in across:
        over.update(dict.fromkeys(_span(area), middle[area[1]]))
    joined = []
    for column, (own, text) in enumerate(zip(middle, lower, strict=True)):
        above = own or (over.get(column, "") if text else "")
        joined.append(f"{above} - {text}" if above and text and fold(above) != fold(text) else text or above)
    return joined


def _two_rows(upper: list[str], lower: list[str], top: int, bottom: int, merged: list[Range]) -> tuple[HeadColumn, ...]:
    width = len(upper)
    across = [area for area in merged if area[0] == top and area[1] < area[3]]
    over: dict[int, str] = {}
    for area in across:
        if area[2] < bottom:
            over.update(dict.fromkeys(_span(area), upper[area[1]]))
    columns = []
    running = ""
    for column in range(width):
        above, below = upper[column], lower[column]
        if below and not above:
            # Without merged cells an empty cell goes on with the heading to its left.
            above = over.get(column, "" if across else running)
        running = above if below else ""
        # Typed twice, one below the other, where others would merge the two cells.
        is_twice = column not in over and not (lower[column + 1 :] and lower[column + 1] and not upper[column + 1])
        if below and above and not (is_twice and fold(above) == fold(below)):
            columns.append(HeadColumn(column, below, above))
        elif below or above:
            columns.append(HeadColumn(column, below or above, None))
    return tuple(columns)


def _tell_no_head(grid: Grid, row: int | None, faults: Faults) -> None:
    which = (
        f"tệp chỉ có {len(grid.rows)} hàng"
        if row is not None
        else f"{min(HEADING_ROWS, len(grid.rows))} hàng đầu của bảng không có hàng nào giống hàng tiêu đề"
    )
    hint = (
        f"hàng tiêu đề cần ít nhất hai cột có tên, ví dụ {listed(DEFAULT_HEADINGS.values())}; "
        "hoặc ghi dong_dau và cot trong văn bản"
    )
    faults.error(Code.HEADING_MISSING, f"không tìm thấy hàng tiêu đề: {which}", grid.whole, hint)


def _warn_above(grid: Grid, row: int, options: TableOptions, faults: Faults) -> None:
    """Say that what stands above the head is not printed, but for what the plan says itself."""
    above = [text for cells in grid.rows[:row] for cell in cells if (text := _heading(cell))]
    said = [fold(text) for text in (options.caption, options.unit) if text]
    left = [text for text in above if not any(fold(_UNIT_LABEL.sub("", text[:200])) in told for told in said)]
    if left:
        message = f"chữ phía trên hàng tiêu đề không được in: “{' '.join(left)[:60]}”"
        hint = _ABOVE_HINTS[bool(options.caption), bool(options.unit)]
        faults.warn(Code.ABOVE_HEAD, message, grid.row_place(0), f"{hint}chữ còn lại không cần thì xóa")
