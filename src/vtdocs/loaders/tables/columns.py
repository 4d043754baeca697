"""Which columns of a sheet the table takes: all that have a heading, or those that the plan lists."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from vtdocs.likeness import closest, fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, listed
from vtdocs.model import Cot, VaiTro

from .grid import Grid, column_letters
from .headings import role_of
from .heads import Head, HeadColumn
from .options import MAX_HEADINGS, MIN_HEADINGS, Declared, DeclaredColumn, TableOptions

__all__ = ["Used", "choose_columns", "name_columns", "warn_hidden_columns"]


class Used(NamedTuple):
    """A column of the sheet, and the column of the table that it becomes."""

    column: int
    cot: Cot


def choose_columns(grid: Grid, head: Head, options: TableOptions, faults: Faults) -> tuple[Used, ...] | None:
    """Give the columns in the order of the table; `None` where a fault was told."""
    if options.columns is not None:
        used = _listed(grid, head, options.columns, faults)
    else:
        used = _all(grid, head, options, faults)
    if used is None:
        return None
    if not MIN_HEADINGS <= len(used) <= MAX_HEADINGS:
        message = f"bảng có {len(used)} cột có tiêu đề; một bảng có từ {MIN_HEADINGS} đến {MAX_HEADINGS} cột"
        hint = "ghi danh sách cot trong văn bản để chọn các cột cần in, hoặc tách thành nhiều bảng"
        faults.error(Code.TABLE_COLUMNS, message, grid.row_place(head.top), hint)
        return None
    return used


def name_columns(columns: list[Cot]) -> list[Cot]:
    """Give each column without a role the one that its heading means; the first of a kind takes it."""
    taken: set[VaiTro | None] = {cot.vai_tro for cot in columns}
    named = []
    for cot in columns:
        role = role_of(cot.ten, taken) if cot.vai_tro is None else None
        taken.add(role)
        named.append(cot if role is None else replace(cot, vai_tro=role))
    return named


def warn_hidden_columns(grid: Grid, head: Head, used: tuple[Used, ...], faults: Faults) -> None:
    """Say which columns a user of the sheet does not see."""
    hidden = sorted(column for column, _cot in used if column in grid.hidden_columns)
    if hidden:
        letters = ", ".join(column_letters(column) for column in hidden)
        message = f"có {len(hidden)} cột đang bị ẩn trong Excel ({letters}), vẫn được in"
        hint = "bỏ ẩn (Unhide) để xem lại; cột nào không in thì xóa, hoặc ghi danh sách cot trong văn bản"
        faults.warn(Code.HIDDEN, message, grid.place(head.top, hidden[0]), hint)


def _all(grid: Grid, head: Head, options: TableOptions, faults: Faults) -> tuple[Used, ...] | None:
    roles: dict[int, VaiTro] = {}
    sound = True
    for role, declared in options.declared.items():
        free = [entry for entry in head.columns if entry.column not in roles]
        found = next((entry for entry in free if fold(entry.ten) == fold(declared.heading)), None)
        if found is None:
            sound = False
            _tell_missing(declared, role, free, grid, head, faults)
        else:
            roles[found.column] = role
    if not sound:
        return None
    columns = [Cot(roles.get(entry.column), entry.ten, entry.nhom) for entry in head.columns]
    return tuple(Used(entry.column, cot) for entry, cot in zip(head.columns, name_columns(columns), strict=True))


def _listed(grid: Grid, head: Head, declared: tuple[DeclaredColumn, ...], faults: Faults) -> tuple[Used, ...] | None:
    free = list(head.columns)
    places: list[int] = []
    columns: list[Cot] = []
    for cot, at in declared:
        found = next((entry for entry in free if _is_meant(entry, cot)), None)
        if found is None:
            _tell_missing(Declared(cot.ten, at), cot.nhom and f"nhóm “{cot.nhom}”", free, grid, head, faults)
            continue
        free.remove(found)
        places.append(found.column)
        columns.append(replace(cot, nhom=cot.nhom or found.nhom))
    if len(places) < len(declared):
        return None
    if free:
        names = listed(f"{entry.nhom}: {entry.ten}" if entry.nhom else entry.ten for entry in free)
        message = f"cột {names} không có trong danh sách cot, chữ trong cột không được in"
        hint = "thêm vào danh sách cot nếu cần in; không cần thì không phải sửa gì"
        faults.warn(Code.COLUMN_UNUSED, message, grid.place(head.bottom, free[0].column), hint)
    return tuple(Used(column, cot) for column, cot in zip(places, name_columns(columns), strict=True))


def _is_meant(entry: HeadColumn, cot: Cot) -> bool:
    return fold(entry.ten) == fold(cot.ten) and (cot.nhom is None or fold(entry.nhom or "") == fold(cot.nhom))


def _tell_missing(
    declared: Declared, what: str | None, free: list[HeadColumn], grid: Grid, head: Head, faults: Faults
) -> None:
    meant = closest(declared.heading, [entry.ten for entry in free])
    message = f"không có cột “{declared.heading}”" + (f" ({what})" if what else "")
    message += f"; có phải ý là “{meant}”?" if meant else ""
    there = listed(entry.ten for entry in head.columns)
    hint = f'viết "{meant}"' if meant else f"hàng {head.top + 1} của “{grid.file}” có các cột: {there}"
    faults.error(Code.COLUMN_MISSING, message, declared.at, hint)
