"""Rows of texts, from a file or from the plan itself, as a table of the model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from msgspec import Struct, field

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang, Cot, Gop, KieuHang, VaiTro, find_role, first_text_column
from vtdocs.patterns import compile_late

from .headings import CONTENT_ROLES, DEFAULT_HEADINGS
from .kinds import find_kinds, is_group_number
from .merges import cover, cut_at
from .numbering import check_numbers, number_groups, number_rows, opens_with_number
from .options import DanhSo, Place, Stored, TableOptions

__all__ = ["RawTable", "assemble", "needs_stt"]

_NUMBERED = compile_late(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s+\S|\d{1,3}(?:\.\d{1,3})*[.)]\S", re.ASCII)


class RawTable(Struct):
    """The columns and rows of a table as they were read, before they are numbered, and the places of its cells.

    `kinds` are the rows that the author says are groups or totals, `merged` the merged cells, `unreadable` the rows
    of which a cell has a fault, `stored` the numbers of a workbook's cells of money. With `guesses` rows that fill
    one cell may be groups; with `adds_stt` a table without numbers gets a column for them.
    """

    columns: list[Cot]
    rows: list[tuple[str, ...]]
    place: Place
    kinds: dict[int, KieuHang] = field(default_factory=dict)
    merged: list[Gop] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    stored: Stored = field(default_factory=dict)
    guesses: bool = False
    adds_stt: bool = False


def needs_stt(columns: Sequence[Cot]) -> bool:
    """Whether a table is one of activities, whose rows are numbered though noraw made a column for it."""
    roles = {cot.vai_tro for cot in columns}
    return VaiTro.STT not in roles and bool(roles & CONTENT_ROLES) and bool(roles & {VaiTro.CHU_TRI, VaiTro.THOI_GIAN})


def assemble(raw: RawTable, options: TableOptions, faults: Faults) -> Bang | None:
    """Make the table; `None` where a fault was told."""
    given = [row for row, kind in raw.kinds.items() if kind is KieuHang.NHOM]
    kinds = find_kinds(raw.columns, raw.rows, raw.merged, raw.kinds, bare=raw.guesses)
    if not _has_content(raw, kinds, faults):
        return None
    raw.kinds = kinds
    _cut_merged(raw, faults)
    _number(raw, options.numbering, given, faults)
    _empty_covered(raw, faults)
    bang = Bang(
        tuple(raw.columns),
        tuple(raw.rows),
        tieu_de=options.caption,
        don_vi_tinh=options.unit,
        ghi_chu=options.notes,
        kieu_hang=dict(sorted(raw.kinds.items())),
        gop=tuple(sorted(raw.merged, key=lambda gop: (gop.hang, gop.cot))),
        huong=options.orientation,
    )
    return options.finish(bang, raw.place, faults, raw.stored) if options.finish else bang


def _has_content(raw: RawTable, kinds: dict[int, KieuHang], faults: Faults) -> bool:
    """Check that each row says what it is about, where the table has a column for it."""
    content = next((at for at, cot in enumerate(raw.columns) if cot.vai_tro in CONTENT_ROLES), None)
    if content is None or all(row[content] for row in raw.rows):
        return True
    covered = cover(raw.merged)
    sound = True
    for number, row in enumerate(raw.rows):
        if row[content] or number in raw.unreadable or (number, content) in covered:
            continue
        filled = [text for text in row if text]
        if number in kinds and any(not is_group_number(text) for text in filled):
            continue
        sound = False
        message = f"cột “{raw.columns[content].ten}” để trống"
        message += f" trong khi hàng có chữ “{filled[0][:40]}”" if filled else ""
        hint = "điền nội dung, hoặc xóa chữ ở các ô khác của hàng"
        faults.error(Code.ROW_WITHOUT_CONTENT, message, raw.place(number, content), hint)
    return sound


def _cut_merged(raw: RawTable, faults: Faults) -> None:
    """Keep merged cells out of the rows of groups and totals."""
    raw.merged, cut = cut_at(raw.merged, raw.kinds)
    for gop in cut:
        message = "ô gộp xuống nhiều hàng bị cắt ở hàng nhóm hoặc hàng tổng; các ô bên dưới để trống"
        hint = "bỏ gộp ô (Merge Cells) rồi gộp riêng trong từng nhóm, ghi chữ vào ô đầu của mỗi nhóm"
        faults.warn(Code.MERGED, message, raw.place(gop.hang, gop.cot), hint)


def _number(raw: RawTable, numbering: DanhSo, given: list[int], faults: Faults) -> None:
    at = find_role(raw.columns, VaiTro.STT)
    if at is None:
        if not raw.adds_stt or numbering is DanhSo.KHONG or _has_own_numbers(raw):
            return
        at = 0
        _put_stt(raw)
    if numbering is DanhSo.KHONG:
        return
    first = first_text_column(raw.columns)
    covered = {cell for cell in cover(raw.merged) if cell[1] == at}
    kinds, rows = raw.kinds, raw.rows
    groups = [row for row, kind in kinds.items() if kind is KieuHang.NHOM]
    groups.sort()
    if any(row[at] for place, row in enumerate(rows) if place not in kinds):
        check_numbers(rows, at, first, kinds, covered, raw.place, faults)
        free = set(given)
    else:
        raw.rows = number_rows(rows, at, kinds, covered, numbering)
        free = set(given) if any(rows[group][at] for group in groups) else set(groups)
    free = {row for row in free if (row, at) not in covered and not opens_with_number(rows[row][first])}
    if free:
        raw.rows = number_groups(raw.rows, at, groups, free)


def _has_own_numbers(raw: RawTable) -> bool:
    """Whether most rows open with a number in the cell of their text: "1. Tuyên truyền"."""
    first = first_text_column(raw.columns)
    texts = [row[first] for place, row in enumerate(raw.rows) if place not in raw.kinds]
    return 2 * sum(_NUMBERED.match(text) is not None for text in texts) > len(texts)


def _put_stt(raw: RawTable) -> None:
    """Put a column for the numbers in front."""
    place = raw.place
    raw.columns = [Cot(VaiTro.STT, DEFAULT_HEADINGS[VaiTro.STT]), *raw.columns]
    raw.rows = [("", *row) for row in raw.rows]
    raw.merged = [replace(gop, cot=gop.cot + 1) for gop in raw.merged]
    raw.stored = {(row, column + 1): value for (row, column), value in raw.stored.items()}
    raw.place = lambda row, column: place(row, max(column - 1, 0))


def _empty_covered(raw: RawTable, faults: Faults) -> None:
    """Leave the text of merged cells in the first of them; say what other text there was."""
    below: dict[int, list[int]] = {}
    for gop in sorted(raw.merged, key=lambda gop: (gop.hang, gop.cot)):
        lead = raw.rows[gop.hang][gop.cot]
        for row, column in islice(gop.cells(), 1, None):
            text = raw.rows[row][column]
            if text:
                below.setdefault(row, []).append(column)
            if text and text != lead:
                message = f"chữ “{text[:40]}” nằm khuất trong vùng ô gộp nên không được in"
                hint = "bỏ gộp ô (Merge Cells) để xem chữ này; cần in thì chuyển vào ô đầu của vùng, không thì xóa"
                faults.warn(Code.COVERED_TEXT, message, raw.place(row, column), hint)
    for row, columns in below.items():
        cells = list(raw.rows[row])
        for column in columns:
            cells[column] = ""
        raw.rows[row] = tuple(cells)
