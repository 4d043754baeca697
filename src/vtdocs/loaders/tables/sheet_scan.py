"""A cheap look through a sheet's XML: how far its cells reach, and what calamine would give as empty text.

The quick way holds only where every cell is written as Excel and its peers do; it then is exact, as without
comments and CDATA a `<` begins nothing but a tag. All else goes through a parser, cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.parsers import expat

from msgspec import Struct, field

from vtdocs.patterns import compile_late

from .grid import MAX_COLUMNS, column_letters

__all__ = ["SheetScan", "scan_sheet"]

# What the quick way does not know. The plain words are looked for first: most sheets hold none of them.
_ODD_MARKS = (
    (b"<!", compile_late(rb"<!")),
    (b"<f", compile_late(rb"<f[\s/>]")),
    (b":c", compile_late(rb":c[\s/>]")),
    (b":row", compile_late(rb":row[\s/>]")),
    (b'"e"', compile_late(rb"\bt\s*=\s*\"e\"")),
    (b"'e'", compile_late(rb"\bt\s*=\s*'e'")),
)
_CELLS = compile_late(rb"<c[\s/>]")
_ROWS = compile_late(rb"<row[\s/>]")
_PLAIN_CELLS = compile_late(rb'<c r="([A-Z]{1,2})([1-9][0-9]{0,4})"(?: (?:s|t|cm|vm)="[A-Za-z0-9]*")*/?>')
_PLAIN_ROWS = compile_late(rb'<row r="[1-9][0-9]{0,4}"(?: [A-Za-z0-9:]+="[^"<>&]*")*/?>')
_HIDDEN_ROWS = compile_late(rb'<row r="([1-9][0-9]{0,4})"(?: [A-Za-z0-9:]+="[^"<>&]*")*? hidden="(?:1|true)"')
# A cell without a kind is a number.
_OTHERS = rb'(?: (?:t="n"|(?:cm|vm)="[0-9]*"))*'
_STYLED_NUMBERS = compile_late(
    rb'<c r="([A-Z]{1,2})([1-9][0-9]{0,4})"' + _OTHERS + rb' s="([0-9]{1,5})"' + _OTHERS + rb">"
)
_SHARED_CELLS = compile_late(rb't="s"')
_SHARED_VALUES = compile_late(rb't="s"[^<>]*><v>([0-9]{1,7})</v>')
_COLUMN_LOOKS = compile_late(rb"<col\s[^<>]*>")
_ATTRIBUTES = compile_late(rb"""\s([a-z]+)\s*=\s*["']([^"']*)["']""")
_REFERENCE = compile_late(r"([A-Za-z]*)([0-9]*)$")
_TEXT_END = compile_late(rb"</(?:[^\s<>/\"']+:)?si>")
# Of so many bytes at a time the cells are listed: a list of all of them would take more memory than the sheet.
_CHUNK = 1_000_000
_BEYOND = 2**31


class SheetScan(Struct):
    """How far the used cells reach, counted from 1; error values and formulas without a value, counted from 0.

    `text` is how many bytes all shared texts of the sheet are together, at most. `hidden` are the hidden rows,
    `hidden_columns` the hidden columns among the first; `formats` the number formats of the cells that are no text
    and have one of those asked for. `textless` is the first cell whose shared text is not there: calamine would give
    it the first of all.
    """

    rows: int = 0
    columns: int = 0
    text: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    textless: str = ""


def scan_sheet(
    data: bytes, max_rows: int, max_columns: int, shared: bytes, formats: Mapping[int, str] = MappingProxyType({})
) -> SheetScan:
    """Look through a sheet; `formats` are the cell styles to look for. Raises ExpatError where it is not XML."""
    texts = [len(text) for text in _TEXT_END.split(shared)]
    quick = _scan_plain(data, texts, formats)
    if quick is not None and quick.rows <= max_rows and quick.columns <= max_columns:
        return quick
    return _Exact(texts, formats).scan(data)


def _scan_plain(data: bytes, texts: list[int], formats: Mapping[int, str]) -> SheetScan | None:
    if data.count(b"<?") > 1 or any(mark in data and pattern.search(data) for mark, pattern in _ODD_MARKS):
        return None
    letters: set[bytes] = set()
    rows: set[bytes] = set()
    texts_used = 0
    # The last part of the shared texts is what stands behind the last of them.
    last = len(texts) - 2
    for start, end in _chunks(data):
        cells = _PLAIN_CELLS.findall(data, start, end)
        if len(cells) != len(_CELLS.findall(data, start, end)):
            return None
        if len(_PLAIN_ROWS.findall(data, start, end)) != len(_ROWS.findall(data, start, end)):
            return None
        letters.update([cell[0] for cell in cells])
        rows.update([cell[1] for cell in cells])
        values = list(map(int, _SHARED_VALUES.findall(data, start, end)))
        if len(values) != len(_SHARED_CELLS.findall(data, start, end)) or max(values, default=-1) > last:
            return None
        texts_used += sum([texts[value] for value in values])
    found = SheetScan(
        max(map(int, rows), default=0), max((_column(name.decode()) for name in letters), default=0), texts_used
    )
    if b" hidden=" in data:
        found.hidden = {int(row) - 1 for row in _HIDDEN_ROWS.findall(data)}
        for look in _COLUMN_LOOKS.findall(data):
            _hide({name.decode(): value.decode(errors="replace") for name, value in _ATTRIBUTES.findall(look)}, found)
    if formats:
        for name, row, style in _STYLED_NUMBERS.findall(data):
            if code := formats.get(int(style)):
                found.formats[int(row) - 1, _column(name.decode()) - 1] = code
    return found


def _chunks(data: bytes) -> Iterator[tuple[int, int]]:
    """Cut a sheet before rows; tags and cells stay whole."""
    start = 0
    while start < len(data):
        end = data.find(b"<row", start + _CHUNK)
        end = len(data) if end < 0 else end
        yield start, end
        start = end


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
        if number > _BEYOND:
            return _BEYOND
    return number


def _hide(attributes: Mapping[str, str], found: SheetScan) -> None:
    """Note the columns that a `col` element hides."""
    if attributes.get("hidden") in ("1", "true"):
        first, last = _whole(attributes.get("min", ""), 1), _whole(attributes.get("max", ""), 0)
        found.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))


class _Exact:
    """Walks through every cell as calamine does: a cell or a row without a reference follows the one before it."""

    def __init__(self, texts: list[int], formats: Mapping[int, str]) -> None:
        self._texts = texts
        self._formats = formats
        self._found = SheetScan()
        self._row = self._column = 0
        self._kind = ""
        self._style = 0
        self._in_cell = self._in_value = self._has_value = self._has_formula = self._is_used = False
        self._value: list[str] = []

    def scan(self, data: bytes) -> SheetScan:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)
        return self._found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._row = _whole(attributes.get("r", ""), self._row + 1)
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self._found.hidden.add(self._row - 1)
        elif name == "c":
            self._open_cell(attributes)
        elif name == "col":
            _hide(attributes, self._found)
        elif self._in_cell:
            # A blank cell with a style has no child; calamine leaves it out.
            self._is_used = True
            self._has_formula |= name == "f"
            if name == "v":
                self._has_value = self._in_value = True

    def _open_cell(self, attributes: dict[str, str]) -> None:
        letters, digits = "", ""
        if match := _REFERENCE.match(attributes.get("r", "")):
            letters, digits = match.groups()
        self._column = _column(letters) if letters else self._column + 1
        self._row = _whole(digits, self._row or 1)
        self._kind = attributes.get("t", "n")
        self._style = _whole(attributes.get("s", ""), 0)
        self._in_cell = True
        self._in_value = self._has_value = self._has_formula = self._is_used = False
        self._value = []

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "v":
            self._in_value = False
        elif name == "c" and self._in_cell:
            self._in_cell = False
            if self._is_used:
                self._close_cell("".join(self._value).strip())

    def _close_cell(self, value: str) -> None:
        found = self._found
        found.rows = max(found.rows, self._row)
        found.columns = max(found.columns, self._column)
        place = (self._row - 1, self._column - 1)
        if self._kind == "e":
            found.errors[place] = value[:20]
        # A formula whose text is empty has an empty value and is a text; one that was never calculated is neither.
        elif self._has_formula and not value and self._kind != "str":
            found.formulas.add(place)
        elif self._kind == "s" and (value or self._has_value):
            number = _whole(value, _BEYOND)
            if number >= len(self._texts) - 1:
                found.textless = found.textless or f"{column_letters(self._column - 1)}{self._row}"
            else:
                found.text += self._texts[number]
        elif self._kind == "n" and (code := self._formats.get(self._style)):
            found.formats[place] = code


def _whole(digits: str, otherwise: int) -> int:
    if not digits.isascii() or not digits.isdigit():
        return otherwise
    return int(digits) if len(digits) < 10 else _BEYOND
