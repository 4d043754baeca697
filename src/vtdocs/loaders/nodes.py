"""The nodes of a YAML text: our own, each with its line and column, and the document that they make up."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from msgspec import Struct

from vtdocs.diagnostics import Location
from vtdocs.patterns import compile_late

from .source import Source

__all__ = ["Document", "Entry", "Mapping", "Scalar", "Sequence", "YamlNode"]

_NOT_BLANK = compile_late(r"[^ \n]")


class Scalar(Struct, frozen=True):
    """A text. `style` is `""` (plain), `'`, `"`, `|` or `>`; lines and columns count from 0."""

    value: str
    line: int
    column: int
    style: str = ""
    end_line: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in: nothing at all, or YAML's plain null."""
        return not self.style and self.value in ("", "~", "null")


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: YamlNode


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[YamlNode, ...]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """Keys and values in the order of the file; a key may stand twice."""

    entries: tuple[Entry, ...]
    line: int
    column: int


YamlNode = Scalar | Sequence | Mapping


class Document(Struct, frozen=True):
    """A parsed text; `broken` are the top-level keys whose values were lost to faults of syntax."""

    source: Source
    root: YamlNode | None
    broken: frozenset[str] = frozenset()

    def place(self, line: int, column: int) -> Location:
        """Make a location from a line and a column of the file that count from 0."""
        return self.source.place(line, column)

    def place_in(self, scalar: Scalar, line: int, column: int) -> Location:
        """Find a place inside a scalar's value, both counted from 0, in the file; exact for `|` and plain text."""
        if scalar.style not in ("|", ">"):
            return self.place(scalar.line, scalar.column + len(scalar.style) + column)
        value = scalar.value
        found = _NOT_BLANK.search(value)
        start = found.start() if found else len(value)
        first = value.count("\n", 0, start)
        indent = _leading(self._line(scalar.line + 1 + first)) - (start - value.rfind("\n", 0, start) - 1)
        where = scalar.line + 1 + line
        return self.place(where, indent + _column_before_nfc(self._line(where)[indent:], column))

    def _line(self, number: int) -> str:
        lines = self.source.lines
        return lines[number] if number < len(lines) else ""


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _column_before_nfc(raw: str, column: int) -> int:
    """Find the column of `raw` whose text, once in NFC, is `column` characters long."""
    if unicodedata.is_normalized("NFC", raw):
        return column
    # A base letter and its marks become one letter: skip the marks, as what was meant begins at a letter.
    position = next(
        (end for end in range(len(raw) + 1) if len(unicodedata.normalize("NFC", raw[:end])) >= column), len(raw)
    )
    while position < len(raw) and unicodedata.combining(raw[position]):
        position += 1
    return position
