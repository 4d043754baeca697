"""One document from its bytes: decode, parse, read by its declaration."""

from __future__ import annotations

from typing import Any

from vtdocs.diagnostics import Location
from vtdocs.kinds import INPUT_KINDS

from .codes import Code
from .faults import Faults
from .fields import INVALID
from .folder import Files
from .nodes import Mapping, Scalar
from .shapes import Record
from .source import read_source
from .structure import Reader
from .yaml import parse_yaml

__all__ = ["read_document"]


def read_document(data: bytes, name: str, shape: Record, files: Files, faults: Faults) -> Any:
    """Make the model value of a document's bytes; `INVALID` where `faults` has got an error."""
    source = read_source(data, name, faults)
    if source is None:
        return INVALID
    document = parse_yaml(source, faults)
    if document.root is None:
        if not faults.has_errors:
            hint = "tạo tệp mẫu bằng lệnh: vtdocs new ke_hoach"
            faults.error(Code.EMPTY, "tệp không có dữ liệu", Location(name), hint)
        return INVALID
    reader = Reader(document, faults, files)
    if isinstance(document.root, Mapping) and not _is_kind(document.root, shape, reader):
        return INVALID
    return reader.read(shape, document.root)


def _is_kind(root: Mapping, shape: Record, reader: Reader) -> bool:
    """Check that the file is of this kind: of another kind, every key would be a fault."""
    wanted = shape.by_key["loai"].example
    for key, value in root.entries:
        found = value.value.strip() if key.value == "loai" and isinstance(value, Scalar) else None
        if found in INPUT_KINDS and found != wanted:
            message = f"tệp này là loại “{found}”, ở đây cần loại “{wanted}”"
            reader.fail(Code.KIND, message, value, f"kiểm tra lại tên tệp, hoặc sửa thành loai: {wanted}")
            return False
    return True
