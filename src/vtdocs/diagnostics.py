"""What is said about a fault: where it is, what is wrong, how to mend it. One value for all of vtdocs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

__all__ = ["Diagnostic", "Location", "Severity", "has_errors", "sort_diagnostics"]


class Severity(IntEnum):
    """How grave a fault is; `label` is the word a user reads."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The Vietnamese word for this severity."""
        return {1: "gợi ý", 2: "cảnh báo", 3: "lỗi"}[self.value]


class Location(Struct, frozen=True):
    """A place in an input: `ke-hoach.yaml:42:7`, `hoat-dong.xlsx!Phụ lục!C7`, or a whole file.

    `line` and `column` count from 1. `sheet` and `cell` are set for workbooks; a sheet without a cell
    means the sheet as a whole. Of a Word template they are the part and the place in it, in words:
    `mau.docx!word/document.xml!bảng 1, hàng 2, ô 1, đoạn 1`.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Reading order: file, then sheet, line, column; `C7` before `C10`."""
        letters = (self.cell or "").rstrip("0123456789")
        row = int(self.cell[len(letters) :]) if self.cell and len(letters) < len(self.cell) else 0
        return (self.file, self.sheet or "", self.line or row, self.column or 0, letters.rjust(3))


class Diagnostic(Struct, frozen=True):
    """One fault. `message` and `hint` are Vietnamese; `source` is the article of the law, if there is one."""

    code: str
    severity: Severity
    message: str
    location: Location | None = None
    hint: str | None = None
    source: str | None = None

    def __str__(self) -> str:
        place = f"{self.location}  " if self.location else ""
        lines = [f"{place}{self.code}  {self.severity.label}: {self.message}"]
        if self.hint:
            lines.append(f"    sửa: {self.hint}")
        if self.source:
            lines.append(f"    nguồn: {self.source}")
        return "\n".join(lines)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put diagnostics into reading order, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.location.order if d.location else ("", "", 0, 0, ""), d.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
