"""How parts are deflated: with Python's own zlib, or with a faster library where one is installed.

All of them write plain deflate, which every program reads, and the parts inside are the same; the bytes of the whole
file are those of one compressor. Packing alone, the XML ready, milliseconds and kB of the file (Python 3.11, zlib
1.2.13, isal 1.9, zlib-ng 1.1, a machine of two cores):

    ============  ===========  ===========  ===========  ============
    compressor    letter       plan         1,000 rows   50,000 rows
    ============  ===========  ===========  ===========  ============
    zlib-1        0.04   7.9   0.13  14.8    3.1  33.0    236   853
    zlib-3        0.04   7.8   0.16  13.9    4.1  32.1    213   852
    zlib-4        0.05   7.8   0.24  13.6    7.1  32.5    404   894
    zlib-6        0.06   7.8   0.55  13.0    7.3  27.5    413   678
    zlib-9        0.07   7.8   0.88  12.9   15.4  26.6   1778   627
    isal-1        0.04   8.0   0.09  14.8    1.0  33.1    114   851
    zlib-ng-2     0.04   7.9   0.11  14.3    1.0  32.4     91   851
    zlib-ng-6     0.05   7.8   0.32  13.0    3.8  27.8    245   691
    ============  ===========  ===========  ===========  ============

zlib-3 is the default: zlib-6, which most programs take, makes the file of a plan 7 % smaller and takes 3.4 times as
long, which is more than all other writing of it; a lower level gains a tenth of the time and loses as much in size.
Where the extra `fast` is installed isal-1 is: half the time once more, for a file larger by 7 %.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol
from zlib import DEFLATED, Z_FINISH

from msgspec import Struct

from vtdocs.errors import WriteError

__all__ = ["DEFAULT", "FAST", "SMALL", "Compressor", "default_name", "find_compressor", "list_compressors"]

DEFAULT, FAST = "zlib-3", "isal-1"

_MEMORY = 8  # what all of them take unasked
_RAW = -15  # the window of deflate without a header of its own, as zip files hold it
# The library behind each name, the package that brings it, and its levels.
_LIBRARIES = {
    "zlib": ("zlib", "", range(10)),
    "isal": ("isal.isal_zlib", "isal", range(4)),
    "zlib-ng": ("zlib_ng.zlib_ng", "zlib-ng", range(1, 10)),
}


class Deflating(Protocol):
    """A stream of bytes that is being deflated."""

    def compress(self, data: bytes, /) -> bytes: ...

    def flush(self, mode: int = Z_FINISH, /) -> bytes: ...


class Library(Protocol):
    """A module like zlib."""

    def compressobj(self, level: int, method: int, window: int, memory: int, /) -> Deflating: ...

    def compress(self, data: bytes, level: int, window: int, /) -> bytes: ...

    def crc32(self, data: bytes, value: int = 0, /) -> int: ...


class Compressor(Struct, frozen=True):
    """A library and its level. `window` and `memory` are what zlib calls wbits and memLevel."""

    name: str
    module: str
    level: int
    window: int = _RAW
    memory: int = _MEMORY

    def start(self) -> Deflating:
        """Start a stream."""
        return _library(self.module).compressobj(self.level, DEFLATED, self.window, self.memory)

    def compress(self, data: bytes) -> bytes:
        """Deflate at one go."""
        if self.memory == _MEMORY:
            return _library(self.module).compress(data, self.level, self.window)
        stream = self.start()
        return stream.compress(data) + stream.flush()

    def checksum(self) -> Callable[[bytes, int], int]:
        """Give the library's CRC-32: the same figure from each, in an eighth of the time from the faster ones."""
        return _library(self.module).crc32


@cache
def _library(module: str) -> Library:
    library: Library = import_module(module)
    return library


# Of a part of some hundred bytes, clearing the tables for a large one is nine tenths of the work (49 of 55 µs).
SMALL = Compressor("zlib-6", "zlib", 6, window=-10, memory=4)


def find_compressor(name: str | None = None) -> Compressor:
    """Give the compressor of a name: "zlib-0" to "zlib-9", "isal-0" to "isal-3", "zlib-ng-1" to "zlib-ng-9".

    Without a name it is the one of `default_name`. Raises WriteError for one that does not exist or is not installed.
    """
    name = name or default_name()
    library, _, level = name.strip().lower().rpartition("-")
    module, package, levels = _LIBRARIES.get(library, ("", "", range(0)))
    if not (level.isascii() and level.isdigit() and len(level) == 1 and int(level) in levels):
        raise WriteError.one("VT-302", f"không có cách nén “{name}”", hint=f"các cách nén có: {_told()}")
    if package and find_spec(module.partition(".")[0]) is None:
        raise WriteError.one(
            "VT-302",
            f"cách nén “{name}” cần gói {package}, máy này chưa cài",
            hint=f"cài bằng lệnh: pip install 'vtdocs[fast]'; hoặc dùng: {_told(installed=True)}",
        )
    return Compressor(f"{library}-{level}", module, int(level))


@cache
def default_name() -> str:
    """Name the default: the fast one where its library is installed, else zlib's."""
    return DEFAULT if find_spec("isal") is None else FAST


def list_compressors(*, installed: bool = False) -> list[str]:
    """Name all compressors, or those whose library is installed."""
    return [
        f"{library}-{level}"
        for library, (module, _package, levels) in _LIBRARIES.items()
        if not installed or find_spec(module.partition(".")[0]) is not None
        for level in levels
    ]


def _told(*, installed: bool = False) -> str:
    """Name them shortly: from the first level of a library to its last."""
    names = set(list_compressors(installed=installed))
    return ", ".join(
        f"{library}-{levels[0]} đến {library}-{levels[-1]}"
        for library, (_module, _package, levels) in _LIBRARIES.items()
        if f"{library}-{levels[0]}" in names
    )
