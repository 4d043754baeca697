"""The body as a list: texts, read as lines of the outline, and groups of keys, each a line with those below it.

Texts that follow each other are read as the lines of one text. A group of keys says itself what the grammar would
find out: its mark or kind, what is heading and what is text, and what stands below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, ClassVar

from msgspec import Struct, field

from vtdocs.model import INLINE_PREFIX
from vtdocs.outline import (
    KIEU,
    NUMBERING,
    Node,
    Reference,
    RefKind,
    check_numbering,
    make_node,
    number_nodes,
    parse_markup,
    parse_outline,
    read_mark,
)

from .bodies import Body, check_lines, read_lines, read_prose, tell_doubts
from .codes import Code
from .faults import Faults, dotted
from .fields import INVALID, Fields
from .folder import Files
from .names import is_key
from .nodes import Document, Mapping, Scalar, Sequence, YamlNode
from .shapes import DEEPEST_OUTLINE, LONGEST_OUTLINE, Outline, Prose
from .structure import Reader

__all__ = ["KINDS_OF_ITEMS", "PLAIN", "DocumentReader", "make_item"]

# An unmarked paragraph.
PLAIN = "doan_van"
KINDS_OF_ITEMS = (PLAIN, *KIEU)


class _Found(Struct):
    """What was read of a list so far: the nodes, their lines, and where each line stands in the file."""

    nodes: list[Node]
    lines: list[str]
    sources: list[tuple[YamlNode, int]]

    def add(self, nodes: Iterable[Node], lines: Iterable[str], sources: Iterable[tuple[YamlNode, int]]) -> None:
        by = len(self.lines)
        self.nodes += (_shift(node, by) for node in nodes)
        self.lines += lines
        self.sources += sources


class Bodies(Struct):
    """What the bodies of a document share while they are read.

    `inline` are the tables and pictures that stand inside a body itself, by names that no author can write; `depth`
    is how many lists of a body are open, one inside the other. `cells` and `pictures` are what was read of tables and
    of picture files so far, each different file once.
    `partial` are the sound items of bodies that have others that are not: for the names that they hold.
    """

    inline: dict[RefKind, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in RefKind})
    depth: int = 0
    partial: list[Body] = field(default_factory=list)
    cells: int = 0
    pictures: dict[bytes, bytes] = field(default_factory=dict)
    picture_bytes: int = 0

    def keep(self, kind: RefKind, value: Any) -> Reference:
        """Keep a table or a picture, and give the reference that stands for it."""
        name = f"{INLINE_PREFIX}{len(self.inline[kind]) + 1}"
        self.inline[kind][name] = value
        return Reference(kind, name)


def read_outline(reader: DocumentReader, shape: Outline, node: YamlNode) -> Any:
    """Read the body of a document, as a text or as a list."""
    return _read_items(reader, shape, node) if isinstance(node, Sequence) else read_lines(reader, node)


class DocumentReader(Reader):
    """Reads the nodes of one document that has prose and bodies."""

    def __init__(self, document: Document, faults: Faults, files: Files) -> None:
        super().__init__(document, faults, files)
        self.bodies = Bodies()

    readers: ClassVar[dict[type, Callable[[Any, Any, YamlNode], Any]]] = {
        **Reader.readers,
        Prose: read_prose,
        Outline: read_outline,
    }


def _read_items(reader: DocumentReader, shape: Outline, node: Sequence) -> Any:
    """Read the list of a body, or of what stands below an item of one."""
    if reader.bodies.depth >= DEEPEST_OUTLINE:
        message = f"các mục lồng nhau quá {DEEPEST_OUTLINE} tầng"
        return reader.fail(Code.TOO_LONG, message, node, "bớt tầng: dấu đầu dòng chỉ có 16 cấp")
    if len(node.items) > LONGEST_OUTLINE:
        message = f"có {dotted(len(node.items))} mục, nhiều nhất là {dotted(LONGEST_OUTLINE)}"
        return reader.fail(Code.TOO_LONG, message, node, "tách thành nhiều văn bản, hoặc đưa số liệu vào bảng")
    if not node.items:
        return reader.fail(Code.EMPTY, "còn để trống", node, "thêm mục, mỗi mục mở đầu bằng “- ”")
    found = _Found([], [], [])
    texts: list[Scalar] = []
    sound = True
    reader.bodies.depth += 1
    for number, item in enumerate(map(_lead_in, node.items), 1):
        reader.path.append(f"[{number}]")
        if isinstance(item, Scalar) and not item.is_blank and item.value.strip():
            sound = check_lines(reader, item) and sound
            texts.append(item)
        else:
            _read_texts(texts, found, reader)
            body = _read_group(item, shape, reader)
            if isinstance(body, Body):
                found.add(body.nodes, body.lines, body.sources)
            else:
                sound = False
        reader.path.pop()
    _read_texts(texts, found, reader)
    reader.bodies.depth -= 1
    if reader.bodies.depth or not sound:
        read = Body(tuple(found.nodes), found.lines, found.sources, reader.document)
        if not sound:
            reader.bodies.partial.append(read)
        return read if sound else INVALID
    if len(found.lines) > LONGEST_OUTLINE:
        message = f"có {dotted(len(found.lines))} đoạn, nhiều nhất là {dotted(LONGEST_OUTLINE)}"
        return reader.fail(Code.TOO_LONG, message, node, "tách thành nhiều văn bản, hoặc đưa số liệu vào bảng")
    body = Body(number_nodes(found.nodes), found.lines, found.sources, reader.document)
    tell_doubts(reader, check_numbering(body.nodes, {}), body)
    return body


def _lead_in(item: YamlNode) -> YamlNode:
    """Give "- … như sau:" as the text that it is; to YAML it is a key that has no value."""
    if not isinstance(item, Mapping) or len(item.entries) != 1:
        return item
    key, value = item.entries[0]
    if is_key(key.value) or not (isinstance(value, Scalar) and value.is_blank):
        return item
    return Scalar(f"{key.value}:", key.line, key.column, key.style, key.end_line)


def _read_texts(texts: list[Scalar], found: _Found, reader: Reader) -> None:
    """Read texts that follow each other as one text."""
    if not texts:
        return
    lines = [(line, (text, number)) for text in texts for number, line in enumerate(text.value.split("\n"))]
    nodes, doubts = parse_outline("\n".join(line for line, _source in lines))
    body = Body(nodes, [line for line, _source in lines], [source for _line, source in lines], reader.document)
    tell_doubts(reader, (doubt for doubt in doubts if doubt.code not in NUMBERING), body)
    found.add(body.nodes, body.lines, body.sources)
    texts.clear()


def _read_group(item: YamlNode, shape: Outline, reader: Reader) -> Any:
    if isinstance(item, Mapping):
        return reader.fail_colon(item) if reader.is_sentence(item) else reader.read(shape.item(), item)
    if isinstance(item, Sequence):
        message = "mục này là danh sách trong danh sách"
        hint = 'dòng mở đầu bằng dấu gạch thì đặt cả dòng trong ngoặc kép: - "- Lời văn"; mục con thì ghi ở khóa con'
        return reader.fail(Code.ITEM, message, item, hint)
    return reader.fail(Code.EMPTY, "còn để trống", item, "điền giá trị, hoặc xóa mục này")


def make_item(fields: Fields, reader: DocumentReader, node: YamlNode) -> Any:
    """Make the one node of a group of keys, with those below it."""
    children: Body = fields["con"]
    made = _make_reference(fields, reader) if "bang" in fields or "hinh" in fields else _make_line(fields, reader)
    if made is INVALID:
        return INVALID
    made = replace(made, children=(*made.children, *(_shift(child, 1) for child in children.nodes)))
    words = made.words if made.ref is None else ""
    return Body((made,), [words, *children.lines], [(node, 0), *children.sources], reader.document)


def _make_reference(fields: Fields, reader: DocumentReader) -> Any:
    key, *others = (name for name in ("bang", "hinh", "so", "kieu", "tieu_de", "loi", "con") if name in fields)
    if others:
        message = f"mục có {key} thì không có {', '.join(others)}"
        hint = f"để {key} ở một mục riêng; tên in cùng {key} thì ghi ở khai báo của nó"
        return reader.fail(Code.ITEM, message, fields.key_of(others[0]), hint)
    kind, value = RefKind(key), fields[key]
    if not isinstance(value, Reference):
        if isinstance(value, tuple):
            if len(value) != 1:
                message = f"cho {len(value)} bảng; mỗi mục chỉ đặt được một bảng"
                return reader.fail(Code.COUNT, message, fields.at(key), "chọn một bảng bằng khóa trang_tinh")
            value = value[0]
        value = reader.bodies.keep(kind, value)
    return Node(None, ref=value)


def _make_line(fields: Fields, reader: Reader) -> Any:
    if "so" in fields and "kieu" in fields:
        message = "mục có cả so và kieu"
        return reader.fail(Code.ITEM, message, fields.key_of("kieu"), "giữ so nếu tự đánh số, giữ kieu để được đánh số")
    if "tieu_de" not in fields and "loi" not in fields:
        hint = "ghi tieu_de, loi, hoặc cả hai; bảng và hình thì ghi bang, hinh"
        return reader.fail(Code.EMPTY, "mục chưa có chữ nào", fields.node, hint)
    marker, number = None, ""
    if "so" in fields:
        mark = read_mark(fields["so"])
        if mark is None:
            message = f"“{fields['so'][:40]}” không phải dấu đầu dòng"
            hint = "viết như trên giấy: I., 1., 1.1., a), -, +; lời văn thì ghi ở loi"
            return reader.fail(Code.ITEM, message, fields.value_of("so"), hint)
        marker, number = mark
    elif "kieu" in fields and fields["kieu"] != PLAIN:
        marker = KIEU[fields["kieu"]]
    for key in ("tieu_de", "loi"):
        if key in fields:
            _tell_marks(fields[key], fields.value_of(key), reader)
    return make_node(marker, number, fields["tieu_de"] or "", fields["loi"] or "")[0]


def _tell_marks(text: str, source: YamlNode, reader: Reader) -> None:
    """Tell what is doubted of the marks inside words, each at its place."""
    for line, words in enumerate(text.split("\n")):
        body = Body((), [words], [(source, line)], reader.document)
        tell_doubts(reader, parse_markup(words).faults, body)


def _shift(node: Node, by: int) -> Node:
    if not by:
        return node
    return replace(node, line=node.line + by, children=tuple(_shift(child, by) for child in node.children))
