"""Which heading means which role: the words that real tables use, and how they are found in a grid."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, closest, fold, listed
from vtdocs.model import VaiTro

from .grid import Cell, Grid
from .options import TableOptions

__all__ = ["DEFAULT_HEADINGS", "HEADING_ROWS", "KNOWN_HEADINGS", "Head", "count_known", "find_head"]

# The heading row is looked for among this many rows.
HEADING_ROWS = 20

DEFAULT_HEADINGS: dict[VaiTro, str] = {
    VaiTro.STT: "STT",
    VaiTro.NOI_DUNG: "Nội dung",
    VaiTro.CHU_TRI: "Cơ quan chủ trì",
    VaiTro.PHOI_HOP: "Cơ quan phối hợp",
    VaiTro.THOI_GIAN: "Thời gian thực hiện",
}

_BODIES = ("", "Cơ quan", "Đơn vị", "Cơ quan, đơn vị", "Đơn vị, cá nhân", "Bộ phận", "Tổ chức, cá nhân", "Phòng, ban")

KNOWN_HEADINGS: dict[VaiTro, tuple[str, ...]] = {
    VaiTro.STT: ("STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "Stt."),
    VaiTro.NOI_DUNG: (
        "Nội dung",
        "Nội dung công việc",
        "Nội dung hoạt động",
        "Nội dung nhiệm vụ",
        "Nội dung thực hiện",
        "Nội dung, nhiệm vụ",
        "Nội dung, công việc",
        "Nội dung tuyên truyền",
        "Nhiệm vụ",
        "Nhiệm vụ, giải pháp",
        "Nhiệm vụ, hoạt động",
        "Nhiệm vụ cụ thể",
        "Tên nhiệm vụ",
        "Công việc",
        "Tên công việc",
        "Hoạt động",
        "Tên hoạt động",
    ),
    VaiTro.CHU_TRI: (
        *(f"{body} chủ trì".strip() for body in _BODIES),
        *(f"{body} chủ trì thực hiện".strip() for body in _BODIES),
        "Trách nhiệm chủ trì",
    ),
    VaiTro.PHOI_HOP: (
        *(f"{body} phối hợp".strip() for body in _BODIES),
        *(f"{body} phối hợp thực hiện".strip() for body in _BODIES),
        "Trách nhiệm phối hợp",
    ),
    VaiTro.THOI_GIAN: (
        "Thời gian",
        "Thời gian thực hiện",
        "Thời gian hoàn thành",
        "Thời gian tổ chức",
        "Thời gian triển khai",
        "Thời hạn",
        "Thời hạn thực hiện",
        "Thời hạn hoàn thành",
        "Tiến độ",
        "Tiến độ thực hiện",
    ),
}

# Case, blanks, punctuation and accents do not count. No two roles share a heading, which a test holds.
_ROLE_OF = {fold(heading): role for role, headings in KNOWN_HEADINGS.items() for heading in headings}
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Head:
    """The heading row, and the columns that are used, in the order of the sheet: (column, role, heading)."""

    row: int
    columns: tuple[tuple[int, VaiTro, str], ...]


def find_head(grid: Grid, options: TableOptions, faults: Faults) -> Head | None:
    """Find the heading row and its columns; `None` where a fault was told."""
    declared = {fold(entry.heading): role for role, entry in options.declared.items()}
    row = options.heading_row - 1 if options.heading_row else _find_row(grid, declared)
    if row is None or row >= len(grid.rows):
        which = (
            f"tệp chỉ có {len(grid.rows)} hàng"
            if row is not None
            else f"{min(HEADING_ROWS, len(grid.rows))} hàng đầu của bảng không có đủ các tiêu đề"
        )
        hint = f"hàng tiêu đề cần các cột: {listed(DEFAULT_HEADINGS.values())}; hoặc ghi dong_dau và cot trong kế hoạch"
        faults.error(Code.HEADING_MISSING, f"không tìm thấy hàng tiêu đề: {which}", grid.whole, hint)
        return None
    # A heading of blanks is none: what stands below it is told as the text of a column without a heading.
    grid.rows[row] = ["" if isinstance(cell, str) and not cell.strip() else cell for cell in grid.rows[row]]
    headings = [_heading(cell) for cell in grid.rows[row]]
    chosen = _choose(headings, declared)
    if not _has_all(chosen, headings, grid, row, options, faults):
        return None
    _warn_above(grid, row, faults)
    used = set(chosen.values())
    for column, heading in enumerate(headings):
        if heading and column not in used:
            _warn_unused(heading, column, row, grid, faults)
    columns = sorted((column, role, headings[column]) for role, column in chosen.items())
    return Head(row, tuple(columns))


def count_known(grid: Grid, options: TableOptions) -> int:
    """Count the headings of the heading row; none where there is no such row."""
    declared = {fold(entry.heading): role for role, entry in options.declared.items()}
    row = options.heading_row - 1 if options.heading_row else _find_row(grid, declared)
    return _count(grid.rows[row], declared) if row is not None and row < len(grid.rows) else 0


def _find_row(grid: Grid, declared: dict[str, VaiTro]) -> int | None:
    best_row, best = None, 1
    for number, row in enumerate(grid.rows[:HEADING_ROWS]):
        count = _count(row, declared)
        if count > best:
            best_row, best = number, count
            if count == len(DEFAULT_HEADINGS):
                break
    return best_row


def _count(row: list[Cell], declared: dict[str, VaiTro]) -> int:
    return len({_role(_heading(cell), declared) for cell in row} - {None})


def _heading(cell: Cell) -> str:
    """Give a cell's text as a heading; a number or a day is one as well, if hardly the one that was meant."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g").replace(".", ",")
    if isinstance(cell, datetime.date):
        from vtdocs.standards.nd30_text import format_ngay_ngan

        return format_ngay_ngan(cell.date() if isinstance(cell, datetime.datetime) else cell)
    return str(cell)


def _role(heading: str, declared: dict[str, VaiTro]) -> VaiTro | None:
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    folded = fold(heading)
    if folded in declared:
        return declared[folded]
    role = _ROLE_OF.get(folded)
    # A role whose heading is declared is that column and no other.
    return None if role in declared.values() else role


def _choose(headings: list[str], declared: dict[str, VaiTro]) -> dict[VaiTro, int]:
    chosen: dict[VaiTro, int] = {}
    for column, heading in enumerate(headings):
        role = _role(heading, declared)
        if role is not None:
            chosen.setdefault(role, column)
    return chosen


def _has_all(
    chosen: dict[VaiTro, int], headings: list[str], grid: Grid, row: int, options: TableOptions, faults: Faults
) -> bool:
    there = [heading for heading in headings if heading]
    free = [heading for column, heading in enumerate(headings) if heading and column not in chosen.values()]
    complete = True
    for role, default in DEFAULT_HEADINGS.items():
        if role in chosen or (role is VaiTro.STT and role not in options.declared):
            continue
        complete = False
        declared = options.declared.get(role)
        name = declared.heading if declared else default
        meant = closest(name, free)
        message = f"không có cột “{name}” ({role})" + (f"; có phải ý là “{meant}”?" if meant else "")
        if meant:
            hint = f'sửa tiêu đề trong tệp, hoặc ghi trong kế hoạch: cot: {{{role}: "{meant}"}}'
        else:
            hint = f"hàng {row + 1} có các cột: {listed(there)}; thêm cột này, hoặc ghi cot để chỉ rõ cột"
        faults.error(Code.COLUMN_MISSING, message, declared.at if declared else grid.row_place(row), hint)
    return complete


def _warn_above(grid: Grid, row: int, faults: Faults) -> None:
    """Say that what stands above the heading row is not printed: a title that somebody typed into the sheet."""
    above = [str(cell).strip() for cells in grid.rows[:row] for cell in cells if str(cell).strip()]
    if above:
        message = f"chữ phía trên hàng tiêu đề không được in: “{' '.join(above)[:60]}”"
        hint = "tên phụ lục ghi ở khóa tieu_de; chữ còn lại xóa đi nếu không cần"
        faults.warn(Code.ABOVE_HEAD, message, grid.row_place(0), hint)


def _warn_unused(heading: str, column: int, row: int, grid: Grid, faults: Faults) -> None:
    message = f"cột “{heading}” không được dùng, chữ trong cột không được in"
    hint = "bảng hoạt động in năm cột; chữ cần in thì gộp vào một trong các cột đó, không cần thì xóa cột này"
    faults.warn(Code.COLUMN_UNUSED, message, grid.place(row, column), hint)
