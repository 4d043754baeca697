"""Budget tables for tests: written as lines of cells, reckoned, and what is told of them."""

from __future__ import annotations

from vtdocs.diagnostics import Location
from vtdocs.loaders.budget.options import Budget
from vtdocs.loaders.budget.reckoning import apply_budget
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang, Cot, KieuHang, VaiTro

NHOM, TONG = KieuHang.NHOM, KieuHang.TONG

FULL = (
    Cot(VaiTro.STT, "STT"),
    Cot(VaiTro.NOI_DUNG, "Nội dung"),
    Cot(VaiTro.DON_VI_TINH, "ĐVT"),
    Cot(VaiTro.SO_LUONG, "Số lượng"),
    Cot(VaiTro.DON_GIA, "Đơn giá"),
    Cot(VaiTro.THANH_TIEN, "Thành tiền"),
)

SUMS = (Cot(VaiTro.STT, "TT"), Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(VaiTro.THANH_TIEN, "Kinh phí"))


def place(row: int, column: int) -> Location:
    return Location("du-toan.csv", row + 2, column + 1)


def table(text: str, columns: tuple[Cot, ...] = FULL) -> Bang:
    """Make a table of lines of cells; a line that opens with * is a group, with = a total."""
    lines = [line.strip() for line in text.strip().splitlines()]
    kinds = {at: NHOM if line[0] == "*" else TONG for at, line in enumerate(lines) if line[0] in "*="}
    rows = tuple(tuple(cell.strip() for cell in line.lstrip("*=").split("|")) for line in lines)
    return Bang(columns, rows, kieu_hang=kinds)


def done(bang: Bang, options: Budget | None = None) -> tuple[Bang | None, list[str]]:
    faults = Faults()
    found = apply_budget(bang, options or Budget(), place, faults)
    assert (found is None) == faults.has_errors
    return found, [f"{fault.location} {fault.code} {fault.message}" for fault in faults.told()]


def money(bang: Bang | None) -> list[str]:
    assert bang is not None
    column = next(at for at, cot in enumerate(bang.cot) if cot.vai_tro is VaiTro.THANH_TIEN)
    return [row[column] for row in bang.hang]


def clean(bang: Bang, options: Budget | None = None) -> Bang:
    found, told = done(bang, options)
    assert told == []
    assert found is not None
    return found
