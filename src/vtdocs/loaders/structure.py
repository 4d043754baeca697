"""YAML nodes to model values, as a declaration says, with every fault told at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from vtdocs.diagnostics import Location
from vtdocs.outline import parse_outline

from .codes import Code
from .faults import MOST_OF_ONE_CODE, Faults, closest, cut
from .fields import INVALID, Fields
from .nodes import Document, Entry, Mapping, Scalar, Sequence, YamlNode
from .shapes import LONGEST_LINE, Choice, Field, ListOf, Number, OneOf, Outline, Prose, Record, Shape, Text

if TYPE_CHECKING:
    from .folder import Files

__all__ = ["Reader"]


class Reader:
    """Reads the nodes of one document. `files` gives the files that it refers to."""

    def __init__(self, document: Document, faults: Faults, files: Files) -> None:
        self.document = document
        self.faults = faults
        self.files = files
        self.path: list[str] = []
        self._guesses = 0

    def at(self, node: YamlNode) -> Location:
        """Make the location of a node."""
        return self.document.place(node.line, node.column)

    def fail(self, code: Code, message: str, node: YamlNode, hint: str | None = None) -> Any:
        """Tell an error at a node and give what marks a failure."""
        label = ".".join(self.path).replace(".[", "[")
        self.faults.error(code, f"{label}: {message}" if label else message, self.at(node), hint)
        return INVALID

    def warn(self, code: Code, message: str, node: YamlNode, hint: str | None = None) -> None:
        """Tell a warning at a node."""
        label = ".".join(self.path).replace(".[", "[")
        self.faults.warn(code, f"{label}: {message}" if label else message, self.at(node), hint)

    def read(self, shape: Shape, node: YamlNode) -> Any:
        """Read a node by a shape."""
        return self._readers[type(shape)](self, shape, node)

    # --- texts --------------------------------------------------------------------------------------------------------

    def _text(self, shape: Text, node: YamlNode) -> Any:
        if type(node) is not Scalar:
            return self._not_text(node, shape)
        value = node.value
        if len(value) > shape.maximum and len(value.strip()) > shape.maximum:
            message = _too_long(len(value.strip()), shape.maximum)
            return self.fail(Code.TEXT_TOO_LONG, message, node, "viết gọn lại; lời văn dài thì đưa vào noi_dung")
        if "\n" in value:
            lines = [line for part in value.split("\n") if (line := part.strip())]
            if len(lines) > 1 and not shape.lines:
                hint = "viết gọn trên một dòng; nếu là nhiều mục thì viết mỗi mục một dòng, mở đầu bằng “- ”"
                return self.fail(Code.ONE_LINE, f"phải nằm trên một dòng, đang có {len(lines)} dòng", node, hint)
            value = "\n".join(lines)
        value = value.strip()
        if shape.tidy:
            value = shape.tidy(value)
        if not value or node.is_blank:
            if shape.blank:
                return ""
            return self.fail(Code.EMPTY, "còn để trống", node, "điền giá trị, hoặc xóa mục này")
        if shape.refuse and (refusal := shape.refuse(value)):
            return self.fail(refusal[0], refusal[1], node, refusal[2])
        return shape.make(value, self, node) if shape.make else value

    def _not_text(self, node: YamlNode, shape: Text | None = None) -> Any:
        if type(node) is Mapping and len(node.entries) == 1 and not _is_key(node.entries[0].key.value):
            key, value = node.entries[0]
            words = f"{key.value}: {value.value}" if type(value) is Scalar else key.value
            if shape and shape.refuse and (refusal := shape.refuse(words)):
                return self.fail(refusal[0], refusal[1], key, refusal[2])
            message = f"dấu hai chấm sau “{key.value[:40]}” làm YAML hiểu nhầm là khóa"
            return self.fail(Code.COLON, message, key, "đặt cả dòng trong ngoặc kép, hoặc viết sau dấu | ở dòng dưới")
        if type(node) is Mapping:
            return self.fail(
                Code.WRONG_TYPE, "cần một dòng chữ, đang là nhóm khóa", node, "viết chữ ngay sau dấu hai chấm"
            )
        hint = "viết chữ ngay sau dấu hai chấm, không mở đầu bằng “- ”; chữ có ngoặc vuông thì đặt trong ngoặc kép"
        return self.fail(Code.WRONG_TYPE, "cần một dòng chữ, đang là danh sách", node, hint)

    def _block(self, node: YamlNode) -> Scalar | None:
        """Check that a node keeps its lines apart, as prose must, and doubt what its author may not mean to print."""
        if type(node) is not Scalar:
            hint = "viết dấu | sau dấu hai chấm, rồi xuống dòng và thụt vào hai dấu cách"
            what = "danh sách" if type(node) is Sequence else "nhóm khóa"
            self.fail(Code.WRONG_TYPE, f"cần lời văn, đang là {what}", node, hint)
            return None
        if node.style == ">" or (node.style != "|" and node.end_line > node.line):
            how = "dấu >" if node.style == ">" else "cách viết này"
            message = f"{how} dồn các dòng lại thành một đoạn"
            self.fail(Code.FOLDED, message, node, "dùng dấu |: xuống dòng sau dấu |, mỗi đoạn một dòng, thụt vào đều")
            return None
        if not self._has_sane_lines(node):
            return None
        self._doubt_comments(node)
        return node

    def _prose(self, _shape: Prose, node: YamlNode) -> Any:
        block = self._block(node)
        if block is None:
            return INVALID
        return tuple(text for line in block.value.split("\n") if (text := line.strip()))

    def _has_sane_lines(self, block: Scalar) -> bool:
        """Check that no line is longer than any paragraph is."""
        if len(block.value) <= LONGEST_LINE:
            return True
        sane = True
        for number, line in enumerate(block.value.split("\n")):
            if len(line) > LONGEST_LINE:
                sane = False
                message = f"{'.'.join(self.path)}: {_too_long(len(line), LONGEST_LINE, 'dòng ')}"
                hint = "ngắt thành nhiều đoạn, mỗi đoạn một dòng"
                self.faults.error(Code.TEXT_TOO_LONG, message, self.document.place_in(block, number, 0), hint)
        return sane

    def _doubt_comments(self, block: Scalar) -> None:
        """Doubt lines that somebody may think are comments: inside a block there are none."""
        for number, line in enumerate(block.value.split("\n")):
            if line.lstrip().startswith("#"):
                place = self.document.place_in(block, number, len(line) - len(line.lstrip()))
                message = "dòng mở đầu bằng # ở trong khối | không phải ghi chú; dòng này sẽ được in ra"
                self.faults.warn(
                    Code.COMMENT_IN_BLOCK, message, place, "xóa dòng này, hoặc chuyển ghi chú ra ngoài khối"
                )

    def _outline(self, _shape: Outline, node: YamlNode) -> Any:
        block = self._block(node)
        if block is None:
            return INVALID
        nodes, doubts = parse_outline(block.value)
        for doubt in doubts:
            place = self.document.place_in(block, doubt.line, doubt.column)
            self.faults.warn(doubt.code, doubt.message, place, doubt.hint)
        if not nodes:
            if self._is_broken():
                return INVALID
            return self.fail(Code.EMPTY, "còn để trống", node, "viết nội dung sau dấu |, mỗi đoạn một dòng")
        return nodes

    def _number(self, shape: Number, node: YamlNode) -> Any:
        example = shape.minimum if shape.outside else 5
        if type(node) is not Scalar:
            what = "danh sách" if type(node) is Sequence else "nhóm khóa"
            hint = f"viết một số ngay sau dấu hai chấm, ví dụ {example}"
            return self.fail(Code.WRONG_TYPE, f"cần một số, đang là {what}", node, hint)
        text = node.value.strip()
        digits = text[1:] if text[:1] in ("-", "+") else text
        if not (digits.isascii() and digits.isdigit()):
            hint = f"viết bằng chữ số, ví dụ {example}"
            return self.fail(Code.NUMBER, f"“{text[:40]}” không phải là số nguyên", node, hint)
        # A plus sign is no way to write a number of a document, and what is too long is too large.
        digits = digits.lstrip("0") or "0"
        number = int(digits) if len(digits) <= 9 and digits == (text.lstrip("0") or "0") else -1
        if not shape.minimum <= number <= shape.maximum:
            if shape.outside:
                code, message, hint = shape.outside
                return self.fail(code, message.format(cut(text, 20)), node, hint)
            message = f"{cut(text, 20)} nằm ngoài khoảng {shape.minimum} - {shape.maximum}"
            return self.fail(Code.NUMBER, message, node, "sửa lại số; nếu chưa có thì để trống")
        return number

    def _choice(self, shape: Choice, node: YamlNode) -> Any:
        if type(node) is not Scalar:
            return self._not_text(node)
        word = node.value.strip()
        if word in shape.words:
            return word
        meant = closest(word, shape.words)
        hint = f"viết {meant}" if meant else f"viết {' hoặc '.join(shape.words)}"
        return self.fail(shape.code, f"“{word[:40]}” không dùng được ở đây", node, hint)

    # --- collections --------------------------------------------------------------------------------------------------

    def _list(self, shape: ListOf, node: YamlNode) -> Any:
        if shape.single and type(node) is Scalar:
            items: tuple[YamlNode, ...] = (node,)
        elif type(node) is Sequence:
            items = node.items
        else:
            what = "nhóm khóa" if type(node) is Mapping else "chữ"
            hint = "viết mỗi mục một dòng, mở đầu bằng “- ”"
            return self.fail(Code.WRONG_TYPE, f"cần một danh sách, đang là {what}", node, hint)
        if len(items) < shape.minimum:
            return self.fail(Code.COUNT, f"cần ít nhất {shape.minimum} mục", node, "thêm mục, mỗi mục mở đầu bằng “- ”")
        if len(items) > shape.maximum:
            message = f"có {_dotted(len(items))} mục, nhiều nhất là {_dotted(shape.maximum)}"
            return self.fail(Code.COUNT, message, items[shape.maximum], "bớt các mục thừa")
        values, item_shape, path = [], shape.item, self.path
        read = self._readers[type(item_shape)]
        for number, item in enumerate(items, 1):
            path.append(f"[{number}]")
            values.append(read(self, item_shape, item))
            path.pop()
        if INVALID in values:
            return INVALID
        return shape.make(tuple(values), self, node) if shape.make else tuple(values)

    def _one_of(self, shape: OneOf, node: YamlNode) -> Any:
        if type(node) is Scalar:
            chosen: Shape | None = shape.text
        elif type(node) is Mapping:
            chosen = shape.mapping
            if shape.text and shape.mapping and len(node.entries) == 1:
                key = node.entries[0].key.value
                # "- Lưu: VT" or "- Sở Nội vụ: …": words with a colon, not a group of keys.
                chosen = chosen if _is_key(key) else shape.text
        else:
            chosen = shape.sequence
        if chosen is None:
            names = {Scalar: "chữ", Mapping: "nhóm khóa", Sequence: "danh sách"}
            may = [names[Scalar]] * (shape.text is not None) + [names[Mapping]] * (shape.mapping is not None)
            may += [names[Sequence]] * (shape.sequence is not None)
            message = f"cần {' hoặc '.join(may)}, đang là {names[type(node)]}"
            return self.fail(Code.WRONG_TYPE, message, node, "xem ví dụ của khóa này trong docs/du-lieu.md")
        value = self.read(chosen, node)
        return shape.make(value, self, node) if shape.make and value is not INVALID else value

    def _record(self, shape: Record, node: YamlNode) -> Any:
        if type(node) is not Mapping:
            if type(node) is Scalar and node.is_blank:
                return self.fail(Code.EMPTY, "còn để trống", node, f"viết các khóa: {_keys(shape)}")
            what = "chữ" if type(node) is Scalar else "danh sách"
            message = f"cần nhóm khóa ({_keys(shape)}), đang là {what}"
            return self.fail(Code.WRONG_TYPE, message, node, "viết mỗi khóa một dòng, thụt vào hai dấu cách")
        values: dict[str, Any] = {}
        found: dict[str, Entry] = {}
        seen: dict[str, Entry] = {}
        path = self.path
        for entry in node.entries:
            field = shape.by_key.get(entry.key.value) or self._meant(shape, node, entry)
            if field is None:
                continue
            key = field.key
            if key in seen:
                self._duplicate(seen[key], entry)
                continue
            seen[key] = entry
            path.append(key)
            value = entry.value
            if type(value) is Scalar and value.is_blank:
                if field.required and not self._is_broken():
                    self._blank(field, entry)
                    values[key] = INVALID
            else:
                found[key] = entry
                values[key] = self._readers[type(field.shape)](self, field.shape, value)
            path.pop()
        for field in shape.fields:
            if field.key not in values:
                values[field.key] = self._default(field, node, seen)
        fields = Fields(values, found, node)
        if not fields.is_sound and not shape.eager:
            return INVALID
        return shape.make(fields, self, node) if shape.make else fields

    def _default(self, field: Field, node: Mapping, seen: dict[str, Entry]) -> Any:
        if not field.required:
            return field.default
        if field.key in seen:
            return INVALID
        self.path.append(field.key)
        if not self._is_broken():
            hint = f"thêm dòng {_snippet(field)}"
            self.path.pop()
            self.fail(Code.MISSING_KEY, f"thiếu khóa {field.key} ({_first(field.description)})", node, hint)
        else:
            self.path.pop()
        return INVALID

    _readers: ClassVar[dict[type, Callable[[Reader, Any, YamlNode], Any]]] = {
        Text: _text,
        Prose: _prose,
        Outline: _outline,
        Number: _number,
        Choice: _choice,
        ListOf: _list,
        OneOf: _one_of,
        Record: _record,
    }

    def _is_broken(self) -> bool:
        return bool(self.document.broken) and bool(self.path) and self.path[0] in self.document.broken

    def _blank(self, field: Field, entry: Entry) -> None:
        example = _snippet(field) if field.example.startswith(("|", "- ")) else field.example
        hint = f"điền giá trị, ví dụ: {example}" if field.example else "điền giá trị"
        self.fail(Code.EMPTY, f"còn để trống ({_first(field.description)})", entry.key, hint)

    def _meant(self, shape: Record, node: Mapping, entry: Entry) -> Field | None:
        """Tell of an unknown key; give the field that was meant, unless that one is written as well."""
        key = entry.key.value
        self._guesses += 1
        # Guessing is slow, and what has fifty unknown keys is not a slip of the hand.
        meant = closest(key, shape.by_key) if self._guesses <= MOST_OF_ONE_CODE else None
        message = f"không có khóa “{key[:60]}”"
        if meant is None:
            self.fail(Code.UNKNOWN_KEY, message, entry.key, f"các khóa dùng được: {_keys(shape)}")
            return None
        hint = "thêm một dấu cách sau dấu hai chấm" if ":" in key else f"viết {meant}:"
        self.fail(Code.UNKNOWN_KEY, f"{message}; có phải ý là “{meant}”?", entry.key, hint)
        if any(other.key.value == meant for other in node.entries):
            return None
        return shape.by_key[meant]

    def _duplicate(self, first: Entry, second: Entry) -> None:
        key = second.key
        message = f"khóa “{key.value[:60]}” viết hai lần, lần đầu ở dòng {first.key.line + 1}"
        # The path ends with the record's own key: the name of the doubled key is in the message.
        self.fail(Code.DUPLICATE_KEY, message, key, "gộp lại hoặc xóa một trong hai")


def _is_key(text: str) -> bool:
    return text.isascii() and text.replace("-", "_").isidentifier()


def _snippet(field: Field) -> str:
    """Write a key with an example, as YAML that can be pasted on one line."""
    example = field.example or "…"
    if example.startswith("|"):
        return f"“{field.key}: |”, rồi viết ở các dòng dưới, thụt vào hai dấu cách"
    return f"“{field.key}: [{example[2:]}]”" if example.startswith("- ") else f"“{field.key}: {example}”"


def _too_long(length: int, most: int, what: str = "") -> str:
    return f"{what}dài {_dotted(length)} ký tự, nhiều nhất là {_dotted(most)}"


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _keys(shape: Record) -> str:
    return ", ".join(field.key for field in shape.fields)


def _first(description: str) -> str:
    return description.split(".")[0].split(";")[0][:60]
