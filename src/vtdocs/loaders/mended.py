"""The lines of a text while its faults are mended, and how their columns relate to those of the file."""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.patterns import compile_late

__all__ = ["TOP_KEY", "MendedLines"]

TOP_KEY = compile_late(r"[^\s#\-\[\]{}'\"][^:]*:(?:\s|$)")


class MendedLines:
    """A copy of the lines of a file that may be changed and taken out; `broken` are the top-level keys it lost."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        # For each line that was mended: the file's column of each of its columns, and of its end.
        self._columns: dict[int, list[int]] = {}
        self.broken: set[str] = set()
        self._touched: set[int] = set()

    @property
    def has_moved(self) -> bool:
        """Whether columns of the mended lines differ from those of the file."""
        return bool(self._columns)

    def original_column(self, line: int, column: int) -> int:
        """Translate a column of the mended lines to the file's."""
        columns = self._columns.get(line)
        return columns[min(column, len(columns) - 1)] if columns else column

    def _insert(self, line: int, column: int, text: str, instead: int = 0) -> None:
        old = self.lines[line]
        columns = self._columns.setdefault(line, list(range(len(old) + 1)))
        self.lines[line] = old[:column] + text + old[column + instead :]
        columns[column : column + instead] = [columns[column]] * len(text)

    def _below_block(self, head: int) -> int:
        number = head + 1
        while number < len(self.lines) and (
            not self.lines[number].strip() or self._indent(number) > self._indent(head)
        ):
            number += 1
        return number

    def _once(self, line: int) -> bool:
        self._touched.add(line)
        return True

    def _indent(self, line: int) -> int:
        text = self.lines[line]
        return len(text) - len(text.lstrip(" "))

    def _line_before(self, line: int) -> int | None:
        return next((n for n in range(line - 1, -1, -1) if self.lines[n].strip()), None)

    def _owner(self, line: int) -> int | None:
        """Find the line above that is indented less: the one whose value this line would continue."""
        indent = self._indent(line)
        return next((n for n in range(line - 1, -1, -1) if self.lines[n].strip() and self._indent(n) < indent), None)

    def _drop(self, first: int, last: int) -> None:
        self.lines[first : last + 1] = [""] * (last + 1 - first)

    def _drop_deeper(self, line: int, indent: int) -> None:
        for number in range(line + 1, len(self.lines)):
            if self.lines[number].strip() and self._indent(number) <= indent:
                return
            self.lines[number] = ""

    def _drop_below(self, owner: int, line: int) -> bool:
        """Take out what stands below `owner` down to the fault and its deeper lines."""
        self._mark_broken(owner)
        indent = self._indent(owner) if owner != line else self._indent(line)
        self._drop(min(owner + 1, line), line)
        self._drop_deeper(line, indent)
        return True

    def _drop_block(self, line: int) -> bool:
        """Take out the whole top-level key that holds a line; `False` where there is none."""
        first = next((n for n in range(line, -1, -1) if TOP_KEY.match(self.lines[n])), None)
        if first is None:
            return False
        last = first
        while last + 1 < len(self.lines) and not TOP_KEY.match(self.lines[last + 1]):
            last += 1
        if line > last:
            return False
        self._mark_broken(first)
        self._drop(first, last)
        return True

    def _mark_broken(self, line: int) -> None:
        for number in range(line, -1, -1):
            if TOP_KEY.match(self.lines[number]):
                self.broken.add(self.lines[number].split(":", 1)[0].strip())
                return
