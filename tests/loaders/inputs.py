"""Small good inputs, and the ways to spoil and to load them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl

from vtdocs.diagnostics import Diagnostic, Severity, sort_diagnostics
from vtdocs.errors import LoadError
from vtdocs.loaders import load_text
from vtdocs.model import KeHoach

OFFICE = """\
phien_ban: 1
loai: co_quan
ten: Ủy ban nhân dân xã Vĩnh Thông
ten_viet_tat: UBND
dia_danh: Vĩnh Thông
don_vi:
  - {ten: Phòng Văn hóa - Xã hội, ten_viet_tat: VHXH}
nguoi_ky:
  - {quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}
"""

PLAN = """\
phien_ban: 1
loai: ke_hoach
so:
ngay_ban_hanh: {ngay:, thang:, nam: 2026}
trich_yeu: Tuyên truyền năm 2026
noi_dung: |
  I. MỤC ĐÍCH
  1. Mục đích
noi_nhan:
  - Sở Nội vụ
"""

HEADINGS = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")
ROW = (1, "Phát tờ rơi", "Phòng VHXH", "Các thôn", "Quý II/2026")


def load(plan: str | bytes = PLAN, office: str = OFFICE, /, **files: bytes) -> KeHoach:
    """Load a plan from memory; a file `hoat-dong.xlsx` is given as `hoat_dong_xlsx`."""
    named = {"-".join(name.split("_")[:-1]) + "." + name.split("_")[-1]: data for name, data in files.items()}
    loaded = load_text(plan, {"co-quan.yaml": office.encode(), **named}, name="ke-hoach.yaml")
    assert isinstance(loaded, KeHoach)
    return loaded


def diagnostics(plan: str | bytes = PLAN, office: str = OFFICE, /, **files: bytes) -> tuple[Diagnostic, ...]:
    """Load a plan and give what was told of it, whether or not it could be used."""
    try:
        return load(plan, office, **files).diagnostics
    except LoadError as error:
        return error.diagnostics


def told(plan: str | bytes = PLAN, office: str = OFFICE, /, **files: bytes) -> list[str]:
    """Give each fault as "place code"; warnings have a "?" behind the code."""
    return [short(fault) for fault in diagnostics(plan, office, **files)]


def only(plan: str | bytes = PLAN, office: str = OFFICE, /, **files: bytes) -> Diagnostic:
    """Give the one fault that there must be."""
    (fault,) = diagnostics(plan, office, **files)
    return fault


def short(fault: Diagnostic) -> str:
    """Write a fault as "place code"."""
    return f"{fault.location} {fault.code}{'' if fault.severity is Severity.ERROR else '?'}"


def with_table(what: str) -> str:
    """Give a plan whose appendix is `what`."""
    return PLAN.replace("1. Mục đích", "(Có Phụ lục kèm theo)") + f"phu_luc:\n  - bang: {what}\n"


def workbook(
    *rows: tuple[Any, ...], head: tuple[Any, ...] | None = HEADINGS, edit: Callable[[Any], Any] | None = None
) -> bytes:
    """Make a workbook with one sheet, "Phụ lục"."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Phụ lục"
    for row in (() if head is None else (head,)) + rows:
        sheet.append(row)
    if edit:
        edit(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def told_of_sheet(data: bytes, what: str = "hoat-dong.xlsx") -> list[str]:
    """Give the faults of a plan whose appendix is a workbook."""
    return told(with_table(what), hoat_dong_xlsx=data)


def ordered(faults: list[Diagnostic]) -> list[str]:
    """Give faults as "place code", in reading order."""
    return [short(fault) for fault in sort_diagnostics(faults)]
