"""Write the page of a check, but not over a file that is something else."""

from __future__ import annotations

from pathlib import Path

from vtdocs.diagnostics import Location
from vtdocs.errors import WriteError
from vtdocs.reporting.page import is_page
from vtdocs.reporting.page import write_page as write
from vtdocs.reporting.run import CheckRun

from .storage import check_target, write_whole

__all__ = ["check_page", "write_page"]


def write_page(run: CheckRun, path: Path, *, force: bool = False) -> None:
    """Write the page of a run; a file that is no such page is written over only with `force`. Raises WriteError."""
    check_page(path, force=force)
    write_whole(path, write(run).encode())


def check_page(path: Path, *, force: bool = False) -> None:
    """Raise WriteError where the page may not be written: under a name of something else, or over something else."""
    if path.suffix.lower() not in (".html", ".htm"):
        hint = f"ghi tên tệp có đuôi .html, ví dụ: --html {path.stem or 'kiem-tra'}.html"
        raise WriteError.one("VT-657", "trang kết quả phải có đuôi .html", location=Location(str(path)), hint=hint)
    if fault := check_target(path, (lambda _data: True) if force else is_page):
        raise WriteError([fault])
