"""The data of a template from a YAML or JSON file: text as typed, and what a small group of keys stands for.

The reader is that of all other inputs (`vtdocs.loaders`): bounded, without anchors or tags, and every fault with its
line and column. Nothing is guessed: `08`, `1.50`, `2026-03-05` and `no` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location, sort_diagnostics
from vtdocs.errors import LoadError, VtdocsError
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, cut
from vtdocs.loaders.folder import MAX_TABLE_BYTES, Fetched, FileFaultError, Files, Folder, Memory
from vtdocs.loaders.nodes import Document, Scalar, Sequence, YamlNode
from vtdocs.loaders.nodes import Mapping as Group
from vtdocs.loaders.pictures import MAX_PICTURE_BYTES
from vtdocs.loaders.source import read_source
from vtdocs.loaders.yaml import MAX_BYTES, parse_yaml
from vtdocs.patterns import compile_late
from vtdocs.units import Length, Mm, Pt

from .paragraphs import Paragraphs
from .pictures import Picture
from .place import Place, Writes
from .rich_text import RichText
from .subdocuments import MAX_SUBDOCUMENT_BYTES, Subdocument

__all__ = ["Data", "Named", "load_data", "load_data_text"]

_INTEGER = compile_late("-?(?:0|[1-9][0-9]{0,17})")
_LENGTH = compile_late(r"([0-9]+(?:[.,][0-9]+)?) *(mm|cm|pt|in)?", re.IGNORECASE)
_UNITS: dict[str, Callable[[float], Length]] = {
    "mm": Mm,
    "cm": lambda value: Mm(value * 10),
    "pt": Pt,
    "in": lambda value: Mm(value * 25.4),
}
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".emf", ".wmf", ".heic"}
_WORD = {".docx", ".docm", ".doc", ".dotx", ".rtf", ".odt"}
_TABLES = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"}
# Of all files that one data file names.
_MAX_FETCHED = 100 * 1024 * 1024


class Data(Struct, frozen=True):
    """What a data file says: values by name, where each stands, the files it refers to, the warnings of reading it."""

    values: Mapping[str, object]
    places: Mapping[str, Location]
    diagnostics: tuple[Diagnostic, ...] = ()
    references: tuple[str, ...] = ()


class Named(Mapping[str, object]):
    """A group of keys that stands for a value, and is still the group: `{{ anh }}` prints it, `{{ anh.anh }}` a key."""

    __slots__ = ("keys_", "value")

    def __init__(self, keys: Mapping[str, object], value: Writes) -> None:
        self.keys_, self.value = dict(keys), value

    def __getitem__(self, key: str) -> object:
        return self.keys_[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys_)

    def __len__(self) -> int:
        return len(self.keys_)

    def __repr__(self) -> str:
        return f"Named({self.keys_!r})"

    @property
    def level(self) -> Literal["run", "block"]:
        """What the value writes."""
        return self.value.level

    def xml(self, place: Place) -> str:
        """Write the value."""
        return self.value.xml(place)


def load_data(path: str | Path) -> Data:
    """Load the data of a template; the files that it names lie in its folder. Raises LoadError with every fault."""
    path = Path(path)
    folder = Folder(path)
    try:
        own = folder.fetch_own(MAX_BYTES)
    except FileFaultError as fault:
        location = Location(folder.name(path.absolute()))
        raise LoadError.one(str(fault.code), fault.message, location=location, hint=fault.hint) from None
    return _load(own, folder)


def load_data_text(text: str | bytes, files: Mapping[str, bytes] | None = None, *, name: str = "du-lieu.yaml") -> Data:
    """Load the data of a template without the disk: `files` holds what it names. Raises LoadError."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return _load(Fetched(name, data), Memory(dict(files or {})))


def _load(own: Fetched, files: Files) -> Data:
    faults = Faults()
    source = read_source(own.data, own.name, faults) if len(own.data) <= MAX_BYTES else None
    if len(own.data) > MAX_BYTES:
        faults.error(Code.TOO_LARGE, "tệp quá lớn", Location(own.name), "để bảng ở tệp Excel hoặc CSV riêng")
    document = parse_yaml(source, faults) if source else None
    root = document.root if document else None
    if document and not isinstance(root, Group) and not faults.has_errors:
        message = "tệp dữ liệu phải gồm các dòng “tên: giá trị”"
        hint = "ví dụ: ho_ten: Nguyễn Văn A; trong mẫu Word viết {{ ho_ten }}"
        faults.error(Code.WRONG_TYPE, message, Location(own.name, 1), hint)
    values: dict[str, object] = {}
    places: dict[str, Location] = {}
    references: tuple[str, ...] = ()
    if document and isinstance(root, Group):
        reader = _Reader(document, files, faults)
        values = reader.read_keys(root)
        references = reader.references()
        places = {entry.key.value: document.place(entry.key.line, entry.key.column) for entry in root.entries}
    if faults.has_errors:
        raise LoadError(faults.told())
    return Data(values, places, sort_diagnostics(faults.told()), references)


class _Reader:
    """Nodes into values; what is nested is bounded by the parser (MAX_DEPTH)."""

    def __init__(self, document: Document, files: Files, faults: Faults) -> None:
        self._document, self._files, self._faults = document, files, faults
        self._fetched: dict[str, Fetched] = {}
        self._size = 0

    def references(self) -> tuple[str, ...]:
        """Give the files that were read, as the data name them."""
        return tuple(self._fetched)

    def read_keys(self, group: Group) -> dict[str, object]:
        """Read a group of keys; one that stands twice is a fault."""
        values: dict[str, object] = {}
        first: dict[str, Scalar] = {}
        for key, node in group.entries:
            if key.value in first:
                message = f"khóa “{key.value[:60]}” viết hai lần, lần đầu ở dòng {first[key.value].line + 1}"
                self._fail(Code.DUPLICATE_KEY, message, key, "gộp lại hoặc xóa một trong hai")
                continue
            first[key.value] = key
            values[key.value] = self._read(node)
        return values

    def _read(self, node: YamlNode) -> object:
        if isinstance(node, Scalar):
            return _read_scalar(node)
        if isinstance(node, Sequence):
            return [self._read(item) for item in node.items]
        keys = self.read_keys(node)
        nodes = {entry.key.value: entry.value for entry in node.entries}
        for name, others, suffixes, make in (
            ("anh", {"rong", "cao", "mo_ta", "lien_ket"}, _PICTURES, self._read_picture),
            ("tep", set(), _WORD, self._read_document),
            ("bang", {"trang_tinh"}, _TABLES, self._read_table),
            ("chu", set(), None, self._read_marks),
            ("cac_doan", set(), None, self._read_paragraphs),
        ):
            if name in keys and keys.keys() - {name} <= others and _is_for(nodes[name], suffixes):
                try:
                    return make(keys, nodes)
                except VtdocsError as error:
                    for fault in error.diagnostics:
                        self._fail(fault.code, fault.message, nodes[name], fault.hint)
        return keys

    # --- what a group of keys may stand for ---------------------------------------------------------

    def _read_picture(self, keys: Mapping[str, object], nodes: Mapping[str, YamlNode]) -> object:
        fetched = self._fetch(nodes["anh"], MAX_PICTURE_BYTES)
        sides = {name: self._read_length(nodes[name]) for name in ("rong", "cao") if keys.get(name) is not None}
        if fetched is None or None in sides.values():
            return keys
        description, url = (str(keys.get(name) or "") for name in ("mo_ta", "lien_ket"))
        width, height = sides.get("rong"), sides.get("cao")
        return Named(keys, Picture(fetched.data, width, height, description, url, fetched.name))

    def _read_document(self, keys: Mapping[str, object], nodes: Mapping[str, YamlNode]) -> object:
        fetched = self._fetch(nodes["tep"], MAX_SUBDOCUMENT_BYTES)
        return Named(keys, Subdocument(fetched.data, fetched.name)) if fetched else keys

    def _read_marks(self, keys: Mapping[str, object], nodes: Mapping[str, YamlNode]) -> object:
        node = nodes["chu"]
        return Named(keys, RichText.marked(_text_of(node))) if isinstance(node, Scalar) else keys

    def _read_paragraphs(self, _keys: Mapping[str, object], nodes: Mapping[str, YamlNode]) -> object:
        node = nodes["cac_doan"]
        return Paragraphs(_text_of(node) if isinstance(node, Scalar) else "")

    def _read_table(self, keys: Mapping[str, object], nodes: Mapping[str, YamlNode]) -> object:
        """Read the rows of a sheet, each a mapping by its headings in plain letters."""
        from vtdocs.loaders.tables.options import SheetName, TableOptions
        from vtdocs.loaders.tables.reading import read_tables

        fetched = self._fetch(nodes["bang"], MAX_TABLE_BYTES)
        sheet = nodes.get("trang_tinh")
        if fetched is None or not isinstance(sheet, Scalar | None):
            return keys
        sheets = (SheetName(sheet.value, self._at(sheet)),) if sheet and not sheet.is_blank else ()
        at = self._at(nodes["bang"])
        tables = read_tables(fetched.data, fetched.name, TableOptions(sheets=sheets), self._faults, at)
        if not tables:
            return keys
        names = [fold(cot.ten).replace(" ", "_") for cot in tables[0].cot]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            message = f"“{fetched.name}” có hai cột cùng tên “{twice[0]}”"
            self._fail(Code.HEADING_MISSING, message, nodes["bang"], "đổi tên một cột ở hàng tiêu đề")
            return keys
        return [dict(zip(names, row, strict=True)) for row in tables[0].hang]

    def _fetch(self, node: YamlNode, limit: int) -> Fetched | None:
        reference = node.value if isinstance(node, Scalar) else ""
        if reference in self._fetched:
            return self._fetched[reference]
        try:
            fetched = self._files.fetch(reference, limit)
        except FileFaultError as fault:
            hint = fault.hint
            if fault.code is Code.FILE_OUTSIDE:
                # Loading's own words are of the office file, which filling has none of.
                hint = f"chép tệp vào thư mục của {PurePosixPath(self._at(node).file).name} rồi chỉ ghi tên tệp"
            self._fail(fault.code, fault.message, node, hint)
            return None
        self._size += len(fetched.data)
        if self._size > _MAX_FETCHED:
            message = f"các tệp mà dữ liệu nhắc tới cộng lại quá {_MAX_FETCHED // 1024 // 1024} MB"
            self._fail(Code.PICTURES_TOO_LARGE, message, node, "thu nhỏ ảnh, hoặc tách thành nhiều tài liệu")
            return None
        self._fetched[reference] = fetched
        return fetched

    def _read_length(self, node: YamlNode) -> Length | None:
        said = node.value.strip() if isinstance(node, Scalar) else ""
        found = _LENGTH.fullmatch(said)
        if found is None:
            hint = "viết số mi-li-mét, hoặc số và đơn vị: 30, 30mm, 3cm, 85pt"
            self._fail(Code.NUMBER, f"“{cut(said)}” không phải là một độ dài", node, hint)
            return None
        return _UNITS[(found[2] or "mm").lower()](float(found[1].replace(",", ".")))

    def _at(self, node: YamlNode) -> Location:
        return self._document.place(node.line, node.column)

    def _fail(self, code: Code | str, message: str, node: YamlNode, hint: str | None) -> None:
        self._faults.error(code, message, self._at(node), hint)


def _is_for(node: YamlNode, suffixes: set[str] | None) -> bool:
    """Whether a key says what its group is taken for: a file of that kind, or for marks any text."""
    if not isinstance(node, Scalar) or node.is_blank:
        return False
    return suffixes is None or PurePosixPath(node.value.replace("\\", "/")).suffix.lower() in suffixes


def _read_scalar(node: Scalar) -> Any:
    if node.style:
        return _text_of(node)
    if node.is_blank:
        return None
    if node.value in ("true", "false"):
        return node.value == "true"
    return int(node.value) if _INTEGER.fullmatch(node.value) and node.value != "-0" else node.value


def _text_of(node: Scalar) -> str:
    """Give a text; the line end that a block has at its end was not typed to be printed."""
    return node.value.rstrip("\n") if node.style in ("|", ">") else node.value
