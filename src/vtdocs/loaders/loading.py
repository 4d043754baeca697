"""The entrances of loading: a path in, a model value out, or one LoadError with every fault of every file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vtdocs.diagnostics import Location, sort_diagnostics
from vtdocs.errors import LoadError
from vtdocs.kinds import DOCUMENT_KINDS, SCHEMA_KINDS, kind_name, schema_kind
from vtdocs.likeness import closest
from vtdocs.model import VanBan
from vtdocs.patterns import compile_late

from .codes import Code
from .faults import Faults
from .fields import INVALID
from .folder import OFFICE_FILE, FileFaultError, Files, Folder, Memory, list_files
from .forms import ANY_DOCUMENT, CO_QUAN, DOCUMENTS, VAN_BAN
from .reading import read_document
from .shapes import Record
from .source import decode
from .yaml import MAX_BYTES

__all__ = [
    "KINDS",
    "detect_kind",
    "find_documents",
    "json_schema",
    "load_file",
    "load_text",
]

# The declarations that have a schema of their own.
KINDS: dict[str, Record] = dict(zip(SCHEMA_KINDS, (DOCUMENTS["ke_hoach"], VAN_BAN, CO_QUAN), strict=True))

_KIND = compile_late(r"^loai *: *[\"']?(\w+)", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")
# What stands beside documents: the office, and what `vtdocs check` is told.
_BESIDE = frozenset({"co_quan", "chap_nhan", "quy_dinh_kiem_tra"})


def load_file(path: Path) -> VanBan:
    """Load a document, whatever kind it is; a plan is a `KeHoach`. Raises LoadError."""
    return _load(path)


def load_text(text: str | bytes, files: Files | Mapping[str, bytes], *, name: str = "van-ban.yaml") -> VanBan:
    """Load a document of any kind from text, without the disk: `files` gives what it refers to. Raises LoadError.

    `name` is how the text is called in messages, and where it stands among the files.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    held = Memory(dict(files)) if isinstance(files, Mapping) else files
    return _finish(data, name, held)


def _choose_document(kind: str) -> Record | None:
    """Give the declaration of a kind; of one that is misspelt that of the kind that is meant."""
    if kind == "co_quan":
        return None
    if kind in DOCUMENTS:
        return DOCUMENTS[kind]
    meant = closest(kind_name(kind), DOCUMENT_KINDS) if kind else None
    return DOCUMENTS[meant] if meant else ANY_DOCUMENT


def detect_kind(path: Path) -> str | None:
    """Give what a file says of its kind, `None` where it says nothing. Raises LoadError where it cannot be read."""
    folder = Folder(path)
    try:
        data = folder.fetch_own(MAX_BYTES).data
    except FileFaultError as fault:
        raise LoadError.one(
            str(fault.code), fault.message, location=Location(folder.name(path)), hint=fault.hint
        ) from None
    text = decode(data, path.name, Faults())
    match = _KIND.search(text) if text else None
    return match[1] if match else None


def find_documents(path: Path) -> list[Path]:
    """Give the documents of a year's folder in the order of their names, or the one file that `path` is.

    A document is a YAML file that is not an office file, nor one of what `vtdocs check` is told. Raises LoadError where
    there is none.
    """
    if not path.is_dir():
        _check_document(path)
        return [path]
    try:
        found = [path / name for name in list_files(path) if Path(name).suffix.lower() in _SUFFIXES]
    except OSError as error:
        reason = "không có quyền đọc" if isinstance(error, PermissionError) else error.strerror or type(error).__name__
        raise LoadError.one(
            str(Code.FILE_UNREADABLE),
            f"không xem được thư mục: {reason}",
            location=Location(path.as_posix()),
            hint="kiểm tra quyền truy cập thư mục, hoặc chép dữ liệu sang thư mục khác",
        ) from None
    documents = [file for file in found if file.name != OFFICE_FILE and not _is_beside(file)]
    if not documents:
        raise LoadError.one(
            str(Code.NO_DOCUMENT),
            "thư mục không có tệp văn bản (.yaml) nào",
            location=Location(path.as_posix()),
            hint="tạo văn bản mẫu bằng lệnh: vtdocs new ke_hoach",
        )
    return documents


def _is_beside(file: Path) -> bool:
    """Whether a file says that it is no document; one that cannot be read is told of when it is read as a document."""
    try:
        return detect_kind(file) in _BESIDE
    except LoadError:
        return False


def _check_document(path: Path) -> None:
    """Say at once that a file is no document, before it is read as one."""
    if not path.is_file():
        return  # whoever reads it says what is wrong
    hint = f"soạn tệp văn bản (.yaml) hoặc cả thư mục: vtdocs build {path.parent.as_posix()}"
    location = Location(path.as_posix())
    if path.suffix.lower() not in _SUFFIXES:
        raise LoadError.one(Code.FILE_KIND, "đây không phải tệp văn bản .yaml", location=location, hint=hint)
    if detect_kind(path) == "co_quan":
        raise LoadError.one(Code.KIND, "đây là tệp cơ quan, không phải văn bản", location=location, hint=hint)


def json_schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a kind of input; KeyError for another word.

    The plan and the office have their own; all other kinds share that of `van_ban`, which says what differs.
    """
    from .schema import write_schema

    name = schema_kind(kind)
    return write_schema(name, KINDS[name], DOCUMENTS)


def _load(path: Path) -> VanBan:
    folder = Folder(Path(path))
    try:
        own = folder.fetch_own(MAX_BYTES)
    except FileFaultError as fault:
        location = Location(folder.name(Path(path).absolute()))
        raise LoadError.one(str(fault.code), fault.message, location=location, hint=fault.hint) from None
    return _finish(own.data, own.name, folder)


def _finish(data: bytes, name: str, files: Files) -> VanBan:
    faults = Faults()
    if len(data) > MAX_BYTES:
        faults.error(Code.TOO_LARGE, "tệp quá lớn", Location(name), "để bảng ở tệp Excel hoặc CSV riêng")
        raise LoadError(faults.told())
    value = read_document(data, name, _choose_document, files, faults)
    if faults.has_errors or value is INVALID:
        raise LoadError(faults.told())
    document: VanBan = value
    told = faults.told()
    return replace(document, diagnostics=sort_diagnostics(told)) if told else document
