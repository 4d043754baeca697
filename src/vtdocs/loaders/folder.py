"""The folder of a document: the one place where loading touches the disk, and what it may read there.

The folder that holds `co-quan.yaml`, the document's own or the one above it, is the root: nothing outside it is read.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Protocol

from msgspec import Struct

from vtdocs.likeness import closest

from .codes import Code
from .faults import listed

__all__ = [
    "MAX_TABLE_BYTES",
    "OFFICE_FILE",
    "Fetched",
    "FileFaultError",
    "Files",
    "Folder",
    "Memory",
    "list_files",
    "read_bytes",
]

OFFICE_FILE = "co-quan.yaml"
MAX_TABLE_BYTES = 20 * 1024 * 1024

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class Fetched(Struct, frozen=True):
    """A file that was read: its name in messages, its bytes."""

    name: str
    data: bytes


class FileFaultError(Exception):
    """A file cannot be read; told at the place that names it, and never seen outside of loading."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class Files(Protocol):
    """What loading asks of the world: the bytes of a file that a document names."""

    def fetch(self, reference: str, limit: int) -> Fetched:
        """Read the file that `reference` names, of `limit` bytes at most; raises FileFaultError."""


class Folder:
    """The disk, as the document in `path` may see it."""

    def __init__(self, path: Path) -> None:
        # absolute(), not resolve(): a document that is itself a link still belongs to the folder it is named in.
        self._path = path.absolute()
        self._base = self._path.parent
        above = self._base.parent
        is_above = not (self._base / OFFICE_FILE).exists() and (above / OFFICE_FILE).exists()
        self._root = above if is_above else self._base
        self._real_root = os.path.realpath(self._root)
        self._starts = (Path.cwd(), self._root.parent)

    def name(self, path: Path) -> str:
        """Write a path as messages show it: below the current folder, else below the folder above the root."""
        full = os.path.normpath(path)
        for start in self._starts:
            try:
                return Path(full).relative_to(start).as_posix()
            except ValueError:
                continue
        return Path(full).name

    def fetch_own(self, limit: int) -> Fetched:
        """Read the document itself; raises FileFaultError."""
        return Fetched(self.name(self._path), read_bytes(self._path, limit))

    def fetch(self, reference: str, limit: int) -> Fetched:
        """Read a file that the document names, relative to its own folder, or to the root."""
        written = _check_reference(reference)
        path = self._find(written)
        real = os.path.realpath(path)
        if not _is_below(real, self._real_root):
            raise FileFaultError(
                Code.FILE_OUTSIDE,
                f"tệp “{reference}” nằm ngoài thư mục “{self._root.name}” nên không được đọc",
                f"chép tệp vào cùng thư mục với {OFFICE_FILE} rồi ghi lại tên",
            )
        if not os.path.lexists(path):
            raise self._missing(reference, path)
        return Fetched(self.name(path), read_bytes(Path(real), limit))

    def _find(self, written: str) -> Path:
        path = self._base / written
        above = self._root / written
        # os.path.exists: a name that is too long for the disk is a file that is not there.
        if os.path.exists(path):  # noqa: PTH110
            return path
        if ".." not in PurePosixPath(written).parts and os.path.exists(above):  # noqa: PTH110
            return above
        return _same_name(path)

    def _missing(self, reference: str, path: Path) -> FileFaultError:
        here = _entries(path.parent) if _is_below(os.path.realpath(path.parent), self._real_root) else []
        meant = closest(path.name, here)
        if meant:
            return FileFaultError(
                Code.FILE_MISSING,
                f"không tìm thấy tệp “{reference}”; có phải ý là “{meant}”?",
                f"ghi lại tên tệp: {meant}",
            )
        hint = f"trong thư mục có: {listed(here)}" if here else "thư mục này không có tệp nào"
        return FileFaultError(Code.FILE_MISSING, f"không tìm thấy tệp “{reference}”", hint)


class Memory:
    """Files in memory, by the name that a document uses for them."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self._files = files or {}

    def fetch(self, reference: str, limit: int) -> Fetched:
        """Give the file of that name."""
        data = self._files.get(_check_reference(reference))
        if data is None:
            meant = closest(reference, self._files)
            hint = f"ghi lại tên tệp: {meant}" if meant else None
            raise FileFaultError(Code.FILE_MISSING, f"không tìm thấy tệp “{reference}”", hint)
        _check_size(len(data), limit)
        return Fetched(reference, data)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file of `limit` bytes at most; raises FileFaultError."""
    try:
        # Asked before opening: to open a pipe waits for its other end.
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileFaultError(
                Code.FILE_UNREADABLE, f"“{path.name or path}” là thư mục, không phải tệp", "ghi tên một tệp"
            )
        if not stat.S_ISREG(status.st_mode):
            raise FileFaultError(Code.FILE_UNREADABLE, f"“{path.name}” không phải là tệp thường", "ghi tên một tệp")
        _check_size(status.st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise FileFaultError(
            Code.FILE_MISSING, f"không tìm thấy tệp “{path.name}”", "kiểm tra lại tên tệp và thư mục"
        ) from None
    except PermissionError:
        message = f"không được phép đọc tệp “{path.name}”"
        hint = "nếu tệp đang mở trong Excel hoặc Word thì đóng lại rồi chạy lại"
        raise FileFaultError(Code.FILE_UNREADABLE, message, hint) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"không đọc được tệp “{path.name[:80]}” ({reason})"
        raise FileFaultError(Code.FILE_UNREADABLE, message, "kiểm tra lại tên tệp và ổ đĩa") from None
    _check_size(len(data), limit)
    return data


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise FileFaultError(
            Code.TOO_LARGE,
            f"tệp lớn {size / 1024 / 1024:.1f} MB, nhiều nhất là {limit // 1024 // 1024} MB".replace(".", ","),
            "bỏ bớt phần không cần (hình ảnh, trang tính thừa), hoặc tách thành nhiều tệp",
        )


def _check_reference(reference: str) -> str:
    """Give a reference with `/` between its parts; refuse what is not a plain relative path."""
    written = reference.replace("\\", "/")
    if written.startswith("/") or written[1:2] == ":":
        raise FileFaultError(
            Code.FILE_OUTSIDE,
            f"“{reference[:80]}” là đường dẫn tuyệt đối",
            "chỉ ghi tên tệp, và để tệp cùng thư mục với văn bản",
        )
    stems = {part.split(".")[0].strip().casefold() for part in PurePosixPath(written).parts}
    if stems & _DEVICES:
        raise FileFaultError(Code.FILE_UNREADABLE, f"“{reference[:80]}” là tên thiết bị của Windows", "đổi tên tệp")
    return written


def _is_below(path: str, root: str) -> bool:
    try:
        return os.path.commonpath((path, root)) == root
    except ValueError:
        return False


def _same_name(path: Path) -> Path:
    """Find the file whose name is the same letters: a zip made on a Mac holds names in NFD."""
    wanted = unicodedata.normalize("NFC", path.name)
    same = (name for name in _entries(path.parent) if unicodedata.normalize("NFC", name) == wanted)
    return path.with_name(next(same, path.name))


def list_files(folder: Path) -> list[str]:
    """Give the names of the files that a user sees in a folder, in order. Raises OSError."""
    with os.scandir(folder) as entries:
        # "~$…" is what Excel and Word leave beside a file that is open, "._…" what a Mac does on a foreign disk.
        return sorted(entry.name for entry in entries if not entry.name.startswith((".", "~$")) and entry.is_file())


def _entries(folder: Path) -> list[str]:
    try:
        return list_files(folder)
    except OSError:
        return []
