"""Rows of texts, from a file or from the plan itself, as a table of the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang, Cot, Gop, KieuHang, VaiTro

from .headings import CONTENT_ROLES, DEFAULT_HEADINGS
from .kinds import find_kinds, is_group_number
from .merges import cover, cut_at, merge_equal
from .numbering import check_numbers, number_groups, number_rows, opens_with_number
from .options import DanhSo, Place, TableOptions

__all__ = ["Body", "assemble", "needs_stt"]


@dataclass(slots=True)
class Body:
    """The columns and rows of a table before they are numbered, and the places of its cells.

    `kinds` are the rows that the author says are groups or totals, `merged` the merged cells, `unreadable` the rows
    of which a cell has a fault. With `guesses` rows that fill one cell may be groups; with `adds_stt` a table
    without numbers gets a column for them.
    """

    columns: list[Cot]
    rows: list[tuple[str, ...]]
    place: Place
    kinds: dict[int, KieuHang] = field(default_factory=dict)
    merged: list[Gop] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    guesses: bool = False
    adds_stt: bool = False


def needs_stt(columns: Sequence[Cot]) -> bool:
    """Whether a table is one of activities, whose rows are numbered though nobody made a column for it."""
    roles = {cot.vai_tro for cot in columns}
    return VaiTro.STT not in roles and bool(roles & CONTENT_ROLES) and bool(roles & {VaiTro.CHU_TRI, VaiTro.THOI_GIAN})


def assemble(body: Body, options: TableOptions, faults: Faults) -> Bang | None:
    """Make the table; `None` where a fault was told."""
    given = [row for row, kind in body.kinds.items() if kind is KieuHang.NHOM]
    kinds = find_kinds(body.columns, body.rows, body.merged, body.kinds, bare=body.guesses)
    if not _has_content(body, kinds, faults):
        return None
    body.kinds = kinds
    _cut_merged(body, faults)
    _number(body, options.numbering, given, faults)
    body.merged += merge_equal(body.columns, body.rows, body.merged, body.kinds)
    _empty_covered(body)
    bang = Bang(
        tuple(body.columns),
        tuple(body.rows),
        tieu_de=options.caption,
        don_vi_tinh=options.unit,
        ghi_chu=options.notes,
        kieu_hang=dict(sorted(body.kinds.items())),
        gop=tuple(sorted(body.merged, key=lambda gop: (gop.hang, gop.cot))),
        huong=options.orientation,
    )
    return options.finish(bang, body.place, faults) if options.finish else bang


def _has_content(body: Body, kinds: dict[int, KieuHang], faults: Faults) -> bool:
    """Check that each row says what it is about, where the table has a column for it."""
    content = next((at for at, cot in enumerate(body.columns) if cot.vai_tro in CONTENT_ROLES), None)
    if content is None or all(row[content] for row in body.rows):
        return True
    covered = cover(body.merged)
    sound = True
    for number, row in enumerate(body.rows):
        if row[content] or number in body.unreadable or (number, content) in covered:
            continue
        filled = [text for text in row if text]
        if number in kinds and any(not is_group_number(text) for text in filled):
            continue
        sound = False
        message = f"cột “{body.columns[content].ten}” để trống"
        message += f" trong khi hàng có chữ “{filled[0][:40]}”" if filled else ""
        hint = "điền nội dung, hoặc xóa chữ ở các ô khác của hàng"
        faults.error(Code.ROW_WITHOUT_CONTENT, message, body.place(number, content), hint)
    return sound


def _cut_merged(body: Body, faults: Faults) -> None:
    """Keep merged cells out of the rows of groups and totals."""
    body.merged, cut = cut_at(body.merged, body.kinds)
    for gop in cut:
        message = "ô gộp xuống nhiều hàng bị cắt ở hàng nhóm hoặc hàng tổng; các ô bên dưới để trống"
        hint = "bỏ gộp ô (Merge Cells) rồi gộp riêng trong từng nhóm, ghi chữ vào ô đầu của mỗi nhóm"
        faults.warn(Code.MERGED, message, body.place(gop.hang, gop.cot), hint)


def _number(body: Body, numbering: DanhSo, given: list[int], faults: Faults) -> None:
    at = next((place for place, cot in enumerate(body.columns) if cot.vai_tro is VaiTro.STT), None)
    if at is None:
        if not body.adds_stt or numbering is DanhSo.KHONG:
            return
        at = 0
        _put_stt(body)
    if numbering is DanhSo.KHONG:
        return
    first = 1 if at == 0 and len(body.columns) > 1 else 0
    covered = {cell for cell in cover(body.merged) if cell[1] == at}
    kinds, rows = body.kinds, body.rows
    groups = [row for row, kind in kinds.items() if kind is KieuHang.NHOM]
    groups.sort()
    if any(row[at] for place, row in enumerate(rows) if place not in kinds):
        check_numbers(rows, at, first, kinds, covered, body.place, faults)
        free = set(given)
    else:
        body.rows = number_rows(rows, at, kinds, covered, numbering)
        free = set(given) if any(rows[group][at] for group in groups) else set(groups)
    free = {row for row in free if (row, at) not in covered and not opens_with_number(rows[row][first])}
    if free:
        body.rows = number_groups(body.rows, at, groups, free)


def _put_stt(body: Body) -> None:
    """Put a column for the numbers in front."""
    place = body.place
    body.columns = [Cot(VaiTro.STT, DEFAULT_HEADINGS[VaiTro.STT]), *body.columns]
    body.rows = [("", *row) for row in body.rows]
    body.merged = [replace(gop, cot=gop.cot + 1) for gop in body.merged]
    body.place = lambda row, column: place(row, max(column - 1, 0))


def _empty_covered(body: Body) -> None:
    """Leave the text of merged cells in the first of them."""
    below: dict[int, list[int]] = {}
    for row, column in cover(body.merged):
        if body.rows[row][column]:
            below.setdefault(row, []).append(column)
    for row, columns in below.items():
        cells = list(body.rows[row])
        for column in columns:
            cells[column] = ""
        body.rows[row] = tuple(cells)
