"""A table file by its name and bytes: which kind it is, who reads it, and what is not read at all."""

from __future__ import annotations

from pathlib import PurePosixPath

from vtdocs.diagnostics import Location
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang

from .headings import find_head
from .options import TableOptions
from .rows import read_rows

__all__ = ["read_table"]

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


def read_table(data: bytes, name: str, options: TableOptions, faults: Faults, at: Location) -> Bang | None:
    """Read the table of a file; `at` is the place that names the file. `None` where a fault was told."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _WORKBOOKS:
        if data.startswith(_OLE):
            _tell_ole(data, name, faults)
            return None
        from .excel import read_workbook

        grid = read_workbook(data, name, options, faults)
    elif suffix in _TEXTS:
        from .csv import read_csv

        grid = read_csv(data, name, options, faults)
    else:
        hint = _CONVERT.get(suffix, "dùng tệp Excel (.xlsx) hoặc CSV (.csv)")
        faults.error(Code.FILE_KIND, f"không đọc được bảng từ tệp kiểu {suffix or 'không đuôi'} (“{name}”)", at, hint)
        return None
    if grid is None:
        return None
    head = find_head(grid, options, faults)
    return read_rows(grid, head, faults) if head else None


def _tell_ole(data: bytes, name: str, faults: Faults) -> None:
    """A compound file under the name of a workbook is a workbook with a password, or an old one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, xóa mật khẩu rồi lưu"
        faults.error(Code.WORKBOOK_LOCKED, "tệp Excel đặt mật khẩu nên không đọc được", Location(name), hint)
    else:
        message = "tệp là Excel đời cũ (.xls) đổi tên, không phải .xlsx"
        faults.error(Code.FILE_KIND, message, Location(name), _SAVE_AS_XLSX)
