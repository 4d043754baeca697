"""One document from its bytes: decode, parse, read by its declaration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vtdocs.diagnostics import Location

from .codes import Code
from .faults import Faults
from .fields import INVALID
from .folder import Files
from .nested import DocumentReader
from .nodes import Mapping, Scalar, YamlNode
from .shapes import Choice, Record
from .source import read_source
from .structure import Reader
from .yaml import parse_yaml

__all__ = ["Choose", "read_document"]

Choose = Callable[[str], Record | None]


def read_document(data: bytes, name: str, choose: Choose, files: Files, faults: Faults) -> Any:
    """Make the model value of a document's bytes; `INVALID` where `faults` has got an error.

    `choose` gives the declaration of a file by what its key `loai` says, `None` for one that may not stand here.
    """
    source = read_source(data, name, faults)
    if source is None:
        return INVALID
    document = parse_yaml(source, faults)
    if document.root is None:
        if not faults.has_errors:
            faults.error(Code.EMPTY, "tệp không có dữ liệu", Location(name), _start(choose("")))
        return INVALID
    reader = DocumentReader(document, faults, files)
    found = _kind_of(document.root)
    shape = choose(found.value.strip() if found else "")
    if shape is None:
        return _fail_kind(found or document.root, choose(""), reader)
    return reader.read(shape, document.root)


def _start(wanted: Record | None) -> str:
    """Say how to begin a file; `vtdocs new` starts documents and their office's file, and nothing else."""
    words = _kinds_in(wanted)
    if wanted is None or len(words) != 1 or words[0] == "co_quan":
        return "tạo tệp mẫu bằng lệnh: vtdocs new ke_hoach"
    keys = ", ".join(f"loai: {words[0]}" if field.key == "loai" else field.key for field in wanted.fields)
    return f"viết các khóa: {keys}"


def _kinds_in(shape: Record | None) -> tuple[str, ...]:
    kinds = shape.by_key["loai"].shape if shape else None
    return kinds.words if isinstance(kinds, Choice) else ()


def _fail_kind(node: YamlNode, wanted: Record | None, reader: Reader) -> Any:
    said = node.value.strip() if isinstance(node, Scalar) else ""
    words = _kinds_in(wanted)
    if len(words) == 1:
        message = f"tệp này là loại “{said}”, ở đây cần loại “{words[0]}”"
        return reader.fail(Code.KIND, message, node, f"kiểm tra lại tên tệp, hoặc sửa thành loai: {words[0]}")
    message = f"tệp này là loại “{said}”, ở đây cần một văn bản"
    return reader.fail(Code.KIND, message, node, f"kiểm tra lại tên tệp, hoặc sửa loai: {', '.join(words)}")


def _kind_of(root: YamlNode) -> Scalar | None:
    if isinstance(root, Mapping):
        return next((value for key, value in root.entries if key.value == "loai" and isinstance(value, Scalar)), None)
    return None
