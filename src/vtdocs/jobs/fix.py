"""Mend a Word file into a new one: read whole, written whole or not at all, the one that came in left alone."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from vtdocs.checking.office import Office
from vtdocs.diagnostics import Location
from vtdocs.errors import WriteError
from vtdocs.mending import Change, mend_docx

from .storage import check_target, is_same, write_all

__all__ = ["FixReport", "fix"]


class FixReport(Struct, frozen=True):
    """What was changed, from which file into which; with `dry_run` nothing was written, and `target` may be None."""

    source: Path
    target: Path | None
    changes: tuple[Change, ...]
    dry_run: bool = False

    @property
    def offers(self) -> tuple[Change, ...]:
        """The changes of words that wait in the file to be accepted."""
        return tuple(change for change in self.changes if change.offered)


def fix(
    source: Path, out: Path | None = None, *, dry_run: bool = False, force: bool = False, office: Office | None = None
) -> FixReport:
    """Mend `source` into `out`. Raises ReadError and WriteError, and has then written nothing.

    `out` is another file than `source`; one that is there already is written over only with `force`. Only with
    `dry_run` may it be left out.
    """
    if out is None:
        if not dry_run:
            hint = "thêm -o TỆP_MỚI, hoặc --dry-run để chỉ xem sẽ sửa gì"
            raise WriteError.one("VT-642", "chưa cho biết ghi bản đã sửa vào tệp nào", hint=hint)
        return FixReport(source, None, mend_docx(source, office=office).changes, dry_run)
    place = Location(str(out))
    if out.suffix.lower() != ".docx":
        hint = f"ghi tên tệp có đuôi .docx, ví dụ: -o {out.stem or 'da-sua'}.docx"
        raise WriteError.one("VT-642", "tệp kết quả phải có đuôi .docx", location=place, hint=hint)
    if is_same(source, out):
        message = "tệp kết quả trùng với tệp gốc; bản sửa được ghi thành tệp mới để tệp gốc còn nguyên"
        raise WriteError.one("VT-643", message, location=place, hint="chọn tên khác bằng -o")
    mended = mend_docx(source, office=office)
    fault = check_target(out, lambda _data: force)
    if fault:
        raise WriteError([fault])
    if not dry_run:
        write_all({out: mended.data})
    return FixReport(source, out, mended.changes, dry_run)
