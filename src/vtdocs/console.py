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
    from .api import BuildReport, Change, Check, Checked, CheckRun, FixReport, Profile, Rule, TemplateCheck
    from .reporting.text import Line

__all__ = ["Console"]

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.HINT: "36"}


# Of more files than these a command that is proposed names the folder.
_MOST_NAMED = 3
# Which kind a template is; `None` where the file cannot be read.
_TEMPLATES = {True: "mẫu tự do", False: "mẫu văn bản", None: "chưa rõ"}


class Console:
    """Standard output for results, standard error for faults and progress."""

    def plain(self, text: str) -> None:
        """Write text as it is."""
        if sys.stdout is not None:  # a program without a screen has none
            sys.stdout.write(_harmless(text if text.endswith("\n") else f"{text}\n"))

    def data(self, text: str) -> None:
        """Write what is for a program, to the letter: whoever made it has left nothing in it that a screen obeys."""
        if sys.stdout is not None:
            sys.stdout.write(text)

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
        heads: tuple[str, ...] = ("Bản", "Từ dữ liệu", "Tệp", "Cỡ")
        rows: list[tuple[str, ...]] = [
            (_kind(made.target), _short(made.source), str(made.target), _size(made.size)) for made in report.made
        ]
        if report.checks:
            verdicts = {checked.path: _verdict(checked) for checked in report.checks}
            rows = [(*row, verdicts.get(made.target, "")) for row, made in zip(rows, report.made, strict=True)]
            heads = (*heads, "Thể thức")
        self._table(title, heads, rows)
        self._tell_form(report)

    def _tell_form(self, report: BuildReport) -> None:
        """Tell the faults of form in what was made, and how to see what else there is, of its words too."""
        self.unchecked(report.checks)
        self.diagnostics([finding for checked in report.checks for finding in checked.faults_of_form])
        read = [checked.path for checked in report.checks if checked.report is not None]
        if read and not report.dry_run:
            # Of many files their folder is named: a build writes all into one.
            named = read if len(read) <= _MOST_NAMED else [read[0].parent]
            office = "" if report.office is None else f" --co-quan {report.office}"
            self.plain(f"Kiểm tra cả lời văn:   vtdocs check {' '.join(map(str, named))}{office}")

    def reports(self, run: CheckRun) -> None:
        """Write what was found in each file, and of several files a closing table."""
        from .reporting.text import write_report

        for checked in run.files:
            if checked.report is not None:
                for line in write_report(checked.report):
                    self._line(line)
                if len(run.files) > 1:
                    self.plain("")
        if len(run.files) > 1:
            rows = [
                (
                    _short(checked.path),
                    *(str(checked.count(severity)) for severity in reversed(Severity)),
                    _verdict(checked),
                )
                for checked in run.files
            ]
            self._table("Đã kiểm tra", ("Tệp", "Lỗi", "Cảnh báo", "Gợi ý", "Kết quả"), rows)

    def _line(self, line: Line) -> None:
        word = _paint(_harmless(line.word), line.severity) if line.word else ""
        if sys.stdout is not None:
            sys.stdout.write(f"{' ' * line.indent}{word}{_harmless(line.rest)}\n")

    def unchecked(self, files: Iterable[Checked]) -> None:
        """Write why files were not checked, and what is doubted of the files beside them."""
        files = tuple(files)
        self.diagnostics([diagnostic for checked in files for diagnostic in checked.diagnostics])
        for checked in files:
            if checked.fault:
                self.error(
                    f"{_short(checked.path)}: vtdocs gặp lỗi bên trong ({checked.fault}); đây không phải lỗi của bạn. "
                    "Chạy lại với biến môi trường VTDOCS_DEBUG=1 để lấy chi tiết rồi báo cho người phát triển."
                )

    def fixed(self, report: FixReport) -> None:
        """Write every change that a mending made, and those that it offers."""
        if not report.changes:
            copied = "" if report.dry_run else f"; đã chép nguyên sang {report.target}"
            self.plain(f"{_short(report.source)}: không có gì cần sửa về thể thức{copied}.")
        made = [change for change in report.changes if not change.offered]
        for title, changes in (
            ("Sẽ sửa (chưa ghi tệp nào)" if report.dry_run else "Đã sửa", made),
            ("Đề nghị sửa lời (Track Changes, chờ bạn chấp nhận)", report.offers),
        ):
            rows = [(change.what, change.before, change.after, _where(change), change.source) for change in changes]
            if rows:
                self._table(title, ("Phần", "Trước", "Sau", "Chỗ", "Căn cứ"), rows)
        if report.changes and not report.dry_run:
            self.plain(f"Đã ghi {report.target}; tệp gốc giữ nguyên. Xem phần còn lại:   vtdocs check {report.target}")

    def rules(self, rules: Sequence[Rule], *, whole: bool) -> None:
        """Write a table of rules, or all that is known of one."""
        from .reporting.text import write_rule

        if whole:
            for rule in rules:
                self.plain(write_rule(rule))
            return
        rows = [(rule.id, rule.severity.label, rule.title) for rule in rules]
        self._table(f"{len(rows)} quy tắc", ("Mã", "Mức độ", "Điều sai"), rows)

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


def _paint(text: str, severity: Severity) -> str:
    """Colour a word of the results, where they go to a terminal."""
    if _is_screen(sys.stdout) and _has_escapes() and not os.environ.get("NO_COLOR"):
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m"
    return text


def _where(change: Change) -> str:
    numbers = [str(place.paragraph) for place in change.places if place.paragraph is not None]
    if not numbers:
        return "cả văn bản"
    shown = ", ".join(numbers[:6])
    return f"đoạn {shown}" + (f" và {len(numbers) - 6} đoạn khác" if len(numbers) > 6 else "")


def _verdict(checked: Checked) -> str:
    from .reporting.words import verdict

    return "không kiểm tra được" if checked.report is None else verdict(checked.report)


def _kind(path: Path) -> str:
    return {".docx": "Word", ".pdf": "PDF"}.get(path.suffix, path.suffix)


def _short(path: Path) -> str:
    """Write a path as faults name it: below the current folder, else as it was called."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def _milliseconds(seconds: float | None) -> str:
    return "" if seconds is None else _decimal(1000 * seconds)


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _size(count: int) -> str:
    return f"{max(1, round(count / 1024))} KB"
