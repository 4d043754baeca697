"""What a user sees: faults, a progress bar, a closing table. Plain text where nobody watches, rich on a terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from .api import BuildReport, Check, Profile, TemplateCheck

__all__ = ["Console"]

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.HINT: "36"}


# Which kind a template is; `None` where the file cannot be read.
_TEMPLATES = {True: "mẫu tự do", False: "mẫu văn bản", None: "chưa rõ"}


class Console:
    """Standard output for results, standard error for faults and progress."""

    def plain(self, text: str) -> None:
        """Write text as it is."""
        if sys.stdout is not None:  # a program without a screen has none
            sys.stdout.write(_harmless(text if text.endswith("\n") else f"{text}\n"))

    def error(self, text: str) -> None:
        """Write one line about a fault that has no place."""
        _complain(f"{self._coloured('lỗi:', Severity.ERROR)} {text}\n")

    def diagnostics(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Write all faults, and how many there are."""
        if not diagnostics:
            return
        for diagnostic in diagnostics:
            label = f"{diagnostic.severity.label}:"
            text = _harmless(str(diagnostic)).replace(label, self._coloured(label, diagnostic.severity), 1)
            _complain(f"{text}\n")
        counts = [
            f"{count} {severity.label}"
            for severity in reversed(Severity)
            if (count := sum(d.severity is severity for d in diagnostics))
        ]
        _complain(f"Tất cả: {', '.join(counts)}.\n")

    def _coloured(self, text: str, severity: Severity) -> str:
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if _has_colours() else text

    @contextlib.contextmanager
    def progress(self) -> Iterator[Callable[[str, int, int], None]]:
        """Give a function that is told each step; on a terminal it moves a bar that goes away at the end."""
        if not _is_terminal():
            yield lambda _what, _done, _all: None
            return
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=RichConsole(stderr=True), transient=True) as bar:
            task = bar.add_task("Chuẩn bị", total=None)
            yield lambda what, done, steps: bar.update(task, description=what, completed=done, total=steps)

    def made(self, report: BuildReport) -> None:
        """Write the closing table of a build: what was made, from what, where."""
        title = "Sẽ tạo (chưa ghi tệp nào)" if report.dry_run else "Đã tạo"
        rows = [(_kind(made.target), _short(made.source), str(made.target), _size(made.size)) for made in report.made]
        self._table(title, ("Bản", "Từ dữ liệu", "Tệp", "Cỡ"), rows)

    def profile(self, profile: Profile) -> None:
        """Write what each stage of a job took: milliseconds by document, what they share, the sum, and its shares."""
        stages = profile.stages()
        whole = profile.whole
        rows = [
            (
                "Chung" if part.document is None else part.document,
                *(_milliseconds(part.seconds.get(stage)) for stage in stages),
                _milliseconds(part.whole),
            )
            for part in profile.parts
        ]
        sums = [profile.total(stage) for stage in stages]
        rows.append(("Tất cả", *map(_milliseconds, (*sums, whole))))
        rows.append(("Tỷ lệ", *(f"{_decimal(100 * seconds / whole if whole else 0.0)}%" for seconds in (*sums, whole))))
        self._table("Thời gian của từng khâu, tính bằng mili giây", ("Văn bản", *stages, "cộng"), rows)

    def started(self, folder: Path, files: Iterable[Path]) -> None:
        """Write what `new` made, and what to do next."""
        self._table(f"Đã tạo {folder}", ("Tệp",), [(_short(path),) for path in files])
        self.plain(f"Tiếp theo: sửa các tệp trên rồi chạy   vtdocs build {folder}")

    def copied(self, folder: Path, files: Iterable[Path]) -> None:
        """Write which templates were copied, and what to do next."""
        self._table(f"Đã chép mẫu vào {folder}", ("Tệp",), [(_short(path),) for path in files])
        self.plain(
            f"Tiếp theo: sửa mẫu trong Word, kiểm tra bằng   vtdocs template check {folder}\n"
            f"rồi soạn bằng   vtdocs build ĐƯỜNG_DẪN --templates {folder}"
        )

    def checked(self, checks: Iterable[TemplateCheck]) -> None:
        """Write which templates can be used."""
        rows = []
        for check in checks:
            errors = sum(found.severity is Severity.ERROR for found in check.diagnostics)
            verdict = f"{errors} lỗi" if errors else "có cảnh báo" if check.diagnostics else "đạt"
            rows.append((_short(check.path), _TEMPLATES[check.is_free], verdict))
        self._table("Mẫu Word", ("Tệp", "Loại mẫu", "Kết quả"), rows)

    def checks(self, checks: Iterable[Check]) -> None:
        """Write what `doctor` found, and under it the commands that mend what is missing."""
        checks = tuple(checks)
        rows = [
            ("có" if check.found else "THIẾU" if check.needed else "chưa có", check.name, check.detail)
            for check in checks
        ]
        self._table("Máy này", ("", "Phần", "Chi tiết"), rows)
        for check in checks:
            if not check.found:
                self.plain(f"Để có {check.name}, chạy:\n    {check.mend}")

    def _table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        if _is_screen(sys.stdout) and _has_escapes():
            from rich import box
            from rich.console import Console as RichConsole
            from rich.table import Table
            from rich.text import Text

            table = Table(title=title, title_justify="left", box=box.ROUNDED)
            for head in heads:
                table.add_column(head, overflow="fold")
            for row in rows:
                table.add_row(*map(Text, row))
            RichConsole().print(table)
            return
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in (heads, *rows)
        ]
        self.plain("\n".join((f"{title}:", *(f"  {line}" for line in lines if line.strip()))))


def _is_screen(stream: TextIO | None) -> bool:
    """Whether somebody watches; a stream may be missing, or closed."""
    with contextlib.suppress(ValueError):
        return stream is not None and stream.isatty()
    return False


def _complain(text: str) -> None:
    """Write to standard error; where that takes nothing, what is said is lost, and the exit code still tells."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


def _harmless(text: str) -> str:
    """Take out control characters: a name from a stranger's file must not steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)


def _is_terminal() -> bool:
    return _is_screen(sys.stderr) and _has_escapes()


def _has_colours() -> bool:
    # https://no-color.org: any value but the empty one says no.
    return _is_terminal() and not os.environ.get("NO_COLOR")


def _has_escapes() -> bool:
    """Whether the terminal obeys escape codes; the old console of Windows writes them out."""
    if os.environ.get("TERM") == "dumb":
        return False
    return os.name != "nt" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM_PROGRAM", "TERM"))


def _kind(path: Path) -> str:
    return {".docx": "Word", ".pdf": "PDF"}.get(path.suffix, path.suffix)


def _short(path: Path) -> str:
    """Write a path as faults name it: below the current folder, else by its folder and its name."""
    full = path.resolve()
    try:
        return full.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return "/".join(full.parts[-2:])


def _milliseconds(seconds: float | None) -> str:
    return "" if seconds is None else _decimal(1000 * seconds)


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _size(count: int) -> str:
    return f"{max(1, round(count / 1024))} KB"
