"""YAML nodes to model values, as a declaration says, with every fault told at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from vtdocs.diagnostics import Location
from vtdocs.likeness import closest

from .codes import Code
from .faults import MOST_OF_ONE_CODE, Faults, cut, dotted
from .fields import INVALID, Fields
from .misplaced import gather_entries
from .names import describe_name_fault, is_key, is_name
from .nodes import Document, Entry, Mapping, Scalar, Sequence, YamlNode
from .shapes import Choice, Field, Flag, ListOf, MapOf, Number, OneOf, Record, Shape, Text

if TYPE_CHECKING:
    from .folder import Files

__all__ = ["Reader"]

_FLAG = Choice((*Flag.YES, *Flag.NO), Code.WRONG_TYPE)


class Reader:
    """Reads the nodes of one document. `files` gives the files that it refers to.

    Prose and outlines are read by `nested.DocumentReader`.
    """

    def __init__(self, document: Document, faults: Faults, files: Files) -> None:
        self.document = document
        self.faults = faults
        self.files = files
        self.path: list[str] = []
        # Top-level keys below which some name was forgotten.
        self.nameless: set[str] = set()
        self._guesses = 0

    @property
    def label(self) -> str:
        """The keys that lead to what is being read."""
        return ".".join(filter(None, self.path)).replace(".[", "[")

    def at(self, node: YamlNode) -> Location:
        """Make the location of a node."""
        return self.document.place(node.line, node.column)

    def fail(self, code: Code, message: str, node: YamlNode, hint: str | None = None) -> Any:
        """Tell an error at a node and give what marks a failure."""
        label = self.label
        self.faults.error(code, f"{label}: {message}" if label else message, self.at(node), hint)
        return INVALID

    def warn(self, code: Code, message: str, node: YamlNode, hint: str | None = None) -> None:
        """Tell a warning at a node."""
        label = self.label
        self.faults.warn(code, f"{label}: {message}" if label else message, self.at(node), hint)

    def read(self, shape: Shape, node: YamlNode) -> Any:
        """Read a node by a shape."""
        return self.readers[type(shape)](self, shape, node)

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
        if type(node) is Mapping and self.is_sentence(node):
            key, value = node.entries[0]
            words = f"{key.value}: {value.value}" if type(value) is Scalar else key.value
            if shape and shape.refuse and (refusal := shape.refuse(words)):
                return self.fail(refusal[0], refusal[1], key, refusal[2])
            return self.fail_colon(node)
        if type(node) is Mapping:
            return self.fail(
                Code.WRONG_TYPE, "cần một dòng chữ, đang là nhóm khóa", node, "viết chữ ngay sau dấu hai chấm"
            )
        hint = "viết chữ ngay sau dấu hai chấm, không mở đầu bằng “- ”; chữ có ngoặc vuông thì đặt trong ngoặc kép"
        return self.fail(Code.WRONG_TYPE, "cần một dòng chữ, đang là danh sách", node, hint)

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
        meant = self._guess(word, shape.words)
        hint = f"viết {meant}" if meant else f"viết {' hoặc '.join(shape.words)}"
        return self.fail(shape.code, f"“{word[:40]}” không dùng được ở đây", node, hint)

    def _flag(self, _shape: Flag, node: YamlNode) -> Any:
        word = self._choice(_FLAG, node)
        return INVALID if word is INVALID else word in Flag.YES

    @staticmethod
    def is_sentence(node: Mapping) -> bool:
        """Whether a group of keys is a sentence with a colon, as its author meant it."""
        return len(node.entries) == 1 and not is_key(node.entries[0].key.value)

    def fail_colon(self, node: Mapping) -> Any:
        """Tell that the colon of a sentence makes it a group of keys."""
        key = node.entries[0].key
        message = f"dấu hai chấm sau “{key.value[:40]}” làm YAML hiểu nhầm là khóa"
        return self.fail(Code.COLON, message, key, "đặt cả dòng trong ngoặc kép, hoặc viết sau dấu | ở dòng dưới")

    # --- collections --------------------------------------------------------------------------------------------------

    def _list(self, shape: ListOf, node: YamlNode) -> Any:
        is_lone = shape.single and type(node) is not Sequence
        if is_lone:
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
            message = f"có {dotted(len(items))} mục, nhiều nhất là {dotted(shape.maximum)}"
            return self.fail(Code.COUNT, message, items[shape.maximum], "bớt các mục thừa")
        values, item_shape, path = [], shape.item, self.path
        read = self.readers[type(item_shape)]
        for number, item in enumerate(items, 1):
            path.append("" if is_lone else f"[{number}]")
            values.append(read(self, item_shape, item))
            path.pop()
        if INVALID in values:
            return INVALID
        return shape.make(tuple(values), self, node) if shape.make else tuple(values)

    def _map(self, shape: MapOf, node: YamlNode) -> Any:
        if type(node) is not Mapping:
            what = "chữ" if type(node) is Scalar else "danh sách"
            message = f"cần các {shape.title} có tên, đang là {what}"
            return self.fail(Code.WRONG_TYPE, message, node, f"viết tên mỗi {shape.title} một dòng, sau tên là dấu :")
        if len(node.entries) > shape.maximum:
            message = f"có {dotted(len(node.entries))} mục, nhiều nhất là {dotted(shape.maximum)}"
            return self.fail(Code.COUNT, message, node.entries[shape.maximum].key, "bớt các mục thừa")
        values: dict[str, Any] = {}
        seen: dict[str, Entry] = {}
        entries, is_sound = gather_entries(shape, node, self)
        for entry in entries:
            name = entry.key.value
            if name in seen:
                self._duplicate(seen[name], entry)
            seen.setdefault(name, entry)
            if not is_name(name):
                message = f"tên {shape.title} {describe_name_fault(name)}"
                hint = "đặt tên bằng chữ, số, dấu - và dấu _, không có dấu cách; ví dụ kinh-phi"
                values[name] = self.fail(Code.NAME, message, entry.key, hint)
                continue
            self.path.append(name)
            if type(entry.value) is Scalar and entry.value.is_blank:
                message = f"{shape.title} “{name}” còn để trống"
                values[name] = self.fail(Code.EMPTY, message, entry.key, "điền giá trị, hoặc xóa dòng này")
            else:
                value = self.read(shape.item, entry.value)
                made = shape.make(value, self, entry.value) if shape.make and value is not INVALID else value
                values[name] = made
            self.path.pop()
        return values if is_sound and INVALID not in values.values() else INVALID

    def _one_of(self, shape: OneOf, node: YamlNode) -> Any:
        if type(node) is Scalar:
            chosen: Shape | None = shape.text
        elif type(node) is Mapping:
            chosen = shape.mapping
            if shape.text and shape.mapping and len(node.entries) == 1:
                key = node.entries[0].key.value
                # "- Lưu: VT" or "- Sở Nội vụ: …": words with a colon, not a group of keys.
                chosen = chosen if is_key(key) else shape.text
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
                hint = f"viết các khóa: {_keys(shape)}" if shape.fields else "viết mỗi khóa một dòng"
                return self.fail(Code.EMPTY, "còn để trống", node, hint)
            what = "chữ" if type(node) is Scalar else "danh sách"
            message = f"cần nhóm khóa{f' ({_keys(shape)})' if shape.fields else ''}, đang là {what}"
            return self.fail(Code.WRONG_TYPE, message, node, "viết mỗi khóa một dòng, thụt vào hai dấu cách")
        values: dict[str, Any] = {}
        found: dict[str, Entry] = {}
        seen: dict[str, Entry] = {}
        path = self.path
        for entry in node.entries:
            field = shape.by_key.get(entry.key.value)
            if field is None:
                other = shape.others
                field = Field(entry.key.value, other, "") if other else self._meant(shape, node, entry)
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
                if field.required and not self.is_broken:
                    self._blank(field, entry)
                    values[key] = INVALID
            else:
                found[key] = entry
                values[key] = self.readers[type(field.shape)](self, field.shape, value)
            path.pop()
        for field in shape.fields:
            if field.key not in values:
                values[field.key] = self._default(field, node, seen)
        fields = Fields(values, found, node)
        # What faults of syntax took is not missed again.
        if (not fields.is_sound and not shape.eager) or self.is_broken:
            return INVALID
        return shape.make(fields, self, node) if shape.make else fields

    def _default(self, field: Field, node: Mapping, seen: dict[str, Entry]) -> Any:
        if not field.required:
            return field.shape.default if type(field.shape) is Flag else field.default
        if field.key in seen:
            return INVALID
        self.path.append(field.key)
        if not self.is_broken:
            hint = f"thêm dòng {_snippet(field)}"
            self.path.pop()
            self.fail(Code.MISSING_KEY, f"thiếu khóa {field.key} ({_first(field.description)})", node, hint)
        else:
            self.path.pop()
        return INVALID

    readers: ClassVar[dict[type, Callable[[Reader, Any, YamlNode], Any]]] = {
        Text: _text,
        Number: _number,
        Choice: _choice,
        Flag: _flag,
        ListOf: _list,
        MapOf: _map,
        OneOf: _one_of,
        Record: _record,
    }

    @property
    def is_broken(self) -> bool:
        """Whether faults of syntax took something of the top-level key that is being read."""
        return bool(self.document.broken) and bool(self.path) and self.path[0] in self.document.broken

    def _blank(self, field: Field, entry: Entry) -> None:
        example = _snippet(field) if field.example.startswith(("|", "- ")) else field.example
        hint = f"điền giá trị, ví dụ: {example}" if field.example else "điền giá trị"
        self.fail(Code.EMPTY, f"còn để trống ({_first(field.description)})", entry.key, hint)

    def _guess(self, word: str, known: Iterable[str]) -> str | None:
        """Give the word that was meant; guessing is slow, and what has fifty unknown words is no slip of the hand."""
        self._guesses += 1
        return closest(word, known) if self._guesses <= MOST_OF_ONE_CODE else None

    def _meant(self, shape: Record, node: Mapping, entry: Entry) -> Field | None:
        """Tell of an unknown key; give the field that was meant, unless that one is written as well."""
        key = entry.key.value
        message = f"không có khóa “{key[:60]}”"
        if key in shape.elsewhere:
            self.fail(Code.UNKNOWN_KEY, f"{message} ở đây", entry.key, shape.elsewhere[key])
            return None
        meant = self._guess(key, shape.by_key)
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


def _snippet(field: Field) -> str:
    """Write a key with an example, as YAML that can be pasted on one line."""
    example = field.example or "…"
    if example.startswith("|"):
        return f"“{field.key}: |”, rồi viết ở các dòng dưới, thụt vào hai dấu cách"
    return f"“{field.key}: [{example[2:]}]”" if example.startswith("- ") else f"“{field.key}: {example}”"


def _too_long(length: int, most: int, what: str = "") -> str:
    return f"{what}dài {dotted(length)} ký tự, nhiều nhất là {dotted(most)}"


def _keys(shape: Record) -> str:
    return ", ".join(field.key for field in shape.fields)


def _first(description: str) -> str:
    return description.split(".")[0].split(";")[0][:60]
