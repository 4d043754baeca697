"""Prose and outlines that are texts: blocks of lines to nodes that can be found again in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from vtdocs.diagnostics import Location
from vtdocs.outline import Node, OutlineFault, parse_outline, parse_prose

from .codes import Code
from .faults import dotted
from .fields import INVALID
from .nodes import Document, Mapping, Scalar, YamlNode
from .shapes import LONGEST_LINE, LONGEST_OUTLINE, Prose
from .structure import Reader

__all__ = ["Body", "check_lines", "read_block", "read_lines", "read_prose", "tell_doubts"]


class Body(Struct, frozen=True):
    """Nodes, the lines of text that they were read from, and where each of these lines stands in the file.

    `sources` give for each line a YAML node and the line inside it, from 0.
    """

    nodes: tuple[Node, ...] = ()
    lines: Sequence[str] = ()
    sources: Sequence[tuple[YamlNode, int]] = ()
    document: Document | None = None

    def place(self, node: Node, words: str = "") -> Location | None:
        """Give the place of a node, or of words in its line."""
        line = self.lines[node.line] if node.line < len(self.lines) else ""
        column = line.find(words) if words else -1
        return self.find(node.line, column if column >= 0 else len(line) - len(line.lstrip()))

    def find(self, line: int, column: int) -> Location | None:
        """Give the place of a line and a column of the text."""
        if self.document is None or line >= len(self.sources):
            return None
        node, within = self.sources[line]
        if isinstance(node, Scalar):
            return self.document.place_in(node, within, column)
        return self.document.place(node.line, node.column)


def read_prose(reader: Reader, _shape: Prose, node: YamlNode) -> Any:
    """Read paragraphs, one a line."""
    block = read_block(reader, node)
    return INVALID if block is None else _parse(reader, block, parse_prose)


def read_lines(reader: Reader, node: YamlNode) -> Any:
    """Read the body of a document that is a text."""
    block = read_block(reader, node)
    if block is None:
        return INVALID
    body = _parse(reader, block, parse_outline)
    if not body.nodes:
        if reader.is_broken:
            return INVALID
        return reader.fail(Code.EMPTY, "còn để trống", node, "viết nội dung sau dấu |, mỗi đoạn một dòng")
    return body


def _parse(
    reader: Reader, block: Scalar, parse: Callable[[str], tuple[tuple[Node, ...], tuple[OutlineFault, ...]]]
) -> Body:
    nodes, doubts = parse(block.value)
    lines = block.value.split("\n")
    body = Body(nodes, lines, [(block, number) for number in range(len(lines))], reader.document)
    tell_doubts(reader, doubts, body)
    return body


def tell_doubts(reader: Reader, doubts: Iterable[OutlineFault], body: Body) -> None:
    """Tell what the grammar doubts."""
    for doubt in doubts:
        if (place := body.find(doubt.line, doubt.column)) is not None:
            tell = reader.faults.error if doubt.is_error else reader.faults.warn
            tell(doubt.code, doubt.message, place, doubt.hint)


def read_block(reader: Reader, node: YamlNode) -> Scalar | None:
    """Check that a node keeps its lines apart, as prose must, and doubt what its author may not mean to print."""
    if not isinstance(node, Scalar):
        hint = "viết dấu | sau dấu hai chấm, rồi xuống dòng và thụt vào hai dấu cách"
        what = "nhóm khóa" if isinstance(node, Mapping) else "danh sách"
        reader.fail(Code.WRONG_TYPE, f"cần lời văn, đang là {what}", node, hint)
        return None
    if node.style == ">" or (node.style != "|" and _is_folded(reader, node)):
        how = "dấu >" if node.style == ">" else "cách viết này"
        message = f"{how} dồn các dòng lại thành một đoạn"
        reader.fail(Code.FOLDED, message, node, "dùng dấu |: xuống dòng sau dấu |, mỗi đoạn một dòng, thụt vào đều")
        return None
    return node if check_lines(reader, node) else None


def _is_folded(reader: Reader, node: Scalar) -> bool:
    """Whether a line of a text in quotes, or in none, goes on in the next: a blank line between them keeps them apart,
    and programs close a quote on a line of its own.
    """
    written = [line.strip() for line in reader.document.source.lines[node.line : node.end_line + 1]]
    return any(line and after not in ("", node.style) for line, after in pairwise(written))


def check_lines(reader: Reader, block: Scalar) -> bool:
    """Check the lines of a text: how many there are, how long they are, and whether some look like comments."""
    if not _has_sane_lines(reader, block):
        return False
    _doubt_comments(reader, block)
    return True


def _has_sane_lines(reader: Reader, block: Scalar) -> bool:
    """Check that no line is longer than any paragraph is, and that there are not more than any paper has."""
    if block.value.count("\n") > LONGEST_OUTLINE:
        count = sum(1 for line in block.value.split("\n") if line.strip())
        if count > LONGEST_OUTLINE:
            message = f"có {dotted(count)} đoạn, nhiều nhất là {dotted(LONGEST_OUTLINE)}"
            reader.fail(Code.TOO_LONG, message, block, "tách thành nhiều văn bản, hoặc đưa số liệu vào bảng")
            return False
    if len(block.value) <= LONGEST_LINE:
        return True
    sane = True
    for number, line in enumerate(block.value.split("\n")):
        if len(line) > LONGEST_LINE:
            sane = False
            length = f"dòng dài {dotted(len(line))} ký tự, nhiều nhất là {dotted(LONGEST_LINE)}"
            hint = "ngắt thành nhiều đoạn, mỗi đoạn một dòng"
            place = reader.document.place_in(block, number, 0)
            reader.faults.error(Code.TEXT_TOO_LONG, f"{reader.label}: {length}", place, hint)
    return sane


def _doubt_comments(reader: Reader, block: Scalar) -> None:
    """Doubt lines that somebody may think are comments: inside a block there are none."""
    if block.style != "|":
        return
    for number, line in enumerate(block.value.split("\n")):
        if line.lstrip().startswith("#"):
            place = reader.document.place_in(block, number, len(line) - len(line.lstrip()))
            message = "dòng mở đầu bằng # ở trong khối | không phải ghi chú; dòng này sẽ được in ra"
            reader.faults.warn(Code.COMMENT_IN_BLOCK, message, place, "xóa dòng này, hoặc chuyển ghi chú ra ngoài khối")
