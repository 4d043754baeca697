"""YAML text to nodes that know their place. No scalar is ever guessed: `7:30`, `08` and `yes` stay text.

The nodes are ours, made from the parser's events: no anchors, no tags, no objects. A text with faults of syntax is
mended line by line (`repair`), so that the rest of it is checked in the same go.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from vtdocs.diagnostics import Location
from vtdocs.patterns import compile_late

from .codes import Code
from .faults import Faults
from .nodes import Document, Entry, Mapping, Scalar, Sequence, YamlNode
from .source import FORBIDDEN, Source, describe_character

if TYPE_CHECKING:
    pass

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "parse_yaml"]

MAX_BYTES = 4 * 1024 * 1024
# A body may hold items 20 deep, each a list and a group of keys.
MAX_DEPTH = 64
MAX_NODES = 200_000
# As `json.dumps` writes an emoji; an even number of backslashes before it are themselves.
_PAIR = compile_late(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
# A text is parsed again after each mend; a long one is not parsed so often.
_MAX_REPAIRS, _MAX_REPAIRS_LONG, _LONG = 30, 3, 300_000


def parse_yaml(source: Source, faults: Faults) -> Document:
    """Parse one document, with all its faults of syntax; `root` is `None` where nothing could be read."""
    import yaml

    builder = _Builder(source, None)
    try:
        root = builder.build(source.text)
    except yaml.YAMLError:
        paired = _join_pairs(source)
        return parse_yaml(paired, faults) if paired is not source else _parse_mending(source, faults)
    builder.tell(faults, source.lines)
    return Document(source, root)


def _join_pairs(source: Source) -> Source:
    """Write the two escapes in which JSON has a character beyond U+FFFF as the one that YAML knows."""
    if not source.text.lstrip().startswith(("{", "[")):
        return source
    text = _PAIR.sub(lambda found: f"{found[1]}\\U{_code_of_pair(found[2], found[3]):08X}", source.text)
    return source if text == source.text else Source(source.file, text, text.split("\n"))


def _code_of_pair(high: str, low: str) -> int:
    return 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00


def _parse_mending(source: Source, faults: Faults) -> Document:
    """Parse a text with faults of syntax, and tell them."""
    import yaml

    from .repair import Repair

    repair = Repair(source, faults)
    text = source.text
    most = _MAX_REPAIRS if len(text) < _LONG else _MAX_REPAIRS_LONG
    for attempt in range(most + 1):
        builder = _Builder(source, repair.original_column if repair.has_moved else None)
        try:
            root = builder.build(text)
        except yaml.MarkedYAMLError as error:
            if attempt == most or not repair.mend(error):
                repair.tell_stopped()
                return Document(source, None)
            text = "\n".join(repair.lines)
            continue
        except yaml.YAMLError:
            # What the reader refuses has been neutralised before; this is for a release that refuses more.
            faults.error(Code.SYNTAX, "tệp có ký tự mà YAML không nhận", Location(source.file, 1))
            return Document(source, None)
        builder.tell(faults, repair.lines)
        return Document(source, root, frozenset(repair.broken))
    return Document(source, None)


class _Open(Struct):
    """A collection that has begun; for a mapping `key` waits for its value."""

    line: int
    column: int
    is_mapping: bool
    children: list[Any] = field(default_factory=list)
    key: Scalar | None = None


class _Builder:
    """Makes nodes of events, without recursion; faults wait until the whole text has been read."""

    def __init__(self, source: Source, original_column: Callable[[int, int], int] | None) -> None:
        self._source = source
        self._column = original_column
        self._faults: list[tuple[Code, str, Location, str | None]] = []
        self._comments: list[Any] = []
        self._root: YamlNode | None = None
        self._stack: list[_Open] = []
        self._is_nfc = unicodedata.is_normalized("NFC", source.text)
        self._has_escapes = "\\" in source.text
        self._has_hash = " #" in source.text

    def build(self, text: str) -> YamlNode | None:
        """Make the nodes of a text; raises YAMLError."""
        import yaml

        # Of a loader only its parser is used. libyaml's is ten times as fast, and not in every build of PyYAML.
        parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
        documents = count = 0
        while (event := parser.get_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._put(self._scalar(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, is_mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._put(self._end())
            elif kind is yaml.AliasEvent:
                self._put(self._alias(event))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second_document(event)
                    break
            if count > MAX_NODES or len(self._stack) > MAX_DEPTH:
                self._too_much(event)
                return None
            count += 1
        return self._root

    def tell(self, faults: Faults, lines: list[str]) -> None:
        """Hand over the faults of the nodes; `lines` are those that were parsed."""
        for code, message, location, hint in self._faults:
            faults.error(code, message, location, hint)
        for event in self._comments:
            end = event.end_mark
            rest = lines[end.line][end.column :] if end.line < len(lines) else ""
            # Two spaces before a comment are the custom of those who mean one.
            if rest.startswith(" #") and not event.value.isdigit():
                faults.warn(
                    Code.COMMENT,
                    f"phần “{rest.strip()[:40]}” bị coi là ghi chú, không được in",
                    self._at(end.line, end.column + 1),
                    "nếu là lời văn, đặt cả dòng trong ngoặc kép; nếu là ghi chú, để hai dấu cách trước dấu #",
                )

    def _at(self, line: int, column: int) -> Location:
        return self._source.place(line, self._column(line, column) if self._column else column)

    def _where(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line, self._column(mark.line, mark.column) if self._column else mark.column

    def _scalar(self, event: Any) -> Scalar:
        value, style = event.value, event.style or ""
        line, column = self._where(event)
        if event.anchor is not None or event.tag is not None:
            self._property(event, line, column)
        if not self._is_nfc or (self._has_escapes and style == '"'):
            value = unicodedata.normalize("NFC", value)
        if self._has_escapes and style == '"' and (match := FORBIDDEN.search(value)):
            message = f"có ký tự điều khiển ({describe_character(match[0])}) viết bằng dấu \\"
            self._faults.append((Code.CONTROL_CHARACTER, message, self._source.place(line, column), "xóa ký tự này"))
            value = FORBIDDEN.sub("\ufffd", value)
        if self._has_hash and not style and value:
            self._comments.append(event)
        return Scalar(value, line, column, style, event.end_mark.line)

    def _start(self, event: Any, *, is_mapping: bool) -> None:
        line, column = self._where(event)
        if event.anchor is not None or event.tag is not None:
            self._property(event, line, column)
        self._stack.append(_Open(line, column, is_mapping))

    def _end(self) -> YamlNode:
        done = self._stack.pop()
        if done.is_mapping:
            return Mapping(tuple(done.children), done.line, done.column)
        return Sequence(tuple(done.children), done.line, done.column)

    def _put(self, node: YamlNode) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if not parent.is_mapping:
            parent.children.append(node)
        elif parent.key is not None:
            parent.children.append(Entry(parent.key, node))
            parent.key = None
        elif isinstance(node, Scalar):
            parent.key = node
        else:
            place = self._source.place(node.line, node.column)
            message = "tên khóa phải là một từ, không phải là danh sách hay nhóm khóa"
            hint = "nếu đây là lời văn mở đầu bằng ngoặc, đặt cả dòng trong ngoặc kép"
            self._faults.append((Code.YAML_FEATURE, message, place, hint))
            parent.key = Scalar("", node.line, node.column)

    def _alias(self, event: Any) -> Scalar:
        line, column = self._where(event)
        self._refuse_mark("*", line, column)
        # A style keeps the stand-in from being taken for a blank.
        return Scalar("*", line, column, "'", line)

    def _property(self, event: Any, line: int, column: int) -> None:
        self._refuse_mark("&" if event.anchor is not None else "!", line, column)

    def _refuse_mark(self, mark: str, line: int, column: int) -> None:
        self._faults.append(
            (
                Code.YAML_FEATURE,
                f"giá trị mở đầu bằng dấu {mark} là lệnh của YAML, vtdocs không nhận",
                self._source.place(line, column),
                "nếu là lời văn, đặt cả dòng trong ngoặc kép",
            )
        )

    def _second_document(self, event: Any) -> None:
        self._faults.append(
            (
                Code.YAML_FEATURE,
                "dòng --- mở một tài liệu thứ hai; mỗi tệp chỉ chứa một tài liệu",
                self._source.place(*self._where(event)),
                "xóa dòng --- này, hoặc tách phần sau ra tệp khác",
            )
        )

    def _too_much(self, event: Any) -> None:
        what = f"lồng nhau quá {MAX_DEPTH} tầng" if len(self._stack) > MAX_DEPTH else f"có quá {MAX_NODES:,} giá trị"
        place = self._source.place(*self._where(event))
        hint = "tệp dài thì để bảng ở tệp Excel hoặc CSV riêng"
        self._faults.append((Code.TOO_LARGE, f"tệp {what.replace(',', '.')}", place, hint))
