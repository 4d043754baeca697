"""Parts into one zip file, as PKWARE's APPNOTE.TXT 6.3.10 has it (the numbers in brackets are its sections).

The standard library takes no member that is compressed already, and those that a template gives every document are.
No clock, no random id, no machine's name: the date of every member is the first that a zip file can name.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from zlib import Z_SYNC_FLUSH, crc32

from msgspec import Struct

from vtdocs.errors import WriteError

from .compression import SMALL, Compressor

__all__ = ["Block", "Member", "Shell", "deflate", "join_block", "make_shell", "store", "write_archive"]

_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_VERSION = 20  # 4.4.3: deflate
_UTF8 = 0x800  # 4.4.4: the name is UTF-8; one that is ASCII reads the same either way
_STORED, _DEFLATED = 0, 8  # 4.4.5
_TIME, _DATE = 0, 1 << 5 | 1  # 4.4.6: 1 January 1980, midnight

# Beyond these a file needs ZIP64 (4.3.14), and no Word opens a document of that size.
_LARGEST = 0xFFFF_FFFF
_MOST_MEMBERS = 0xFFFF

_SMALL = 4_096
# RFC 1951, 3.2.4: a block of bytes as they are: three bits, then at the next byte its length and what that lacks.
_STORED_BLOCK = struct.Struct("<BHH")
_LARGEST_STORED = 0xFFFF


class Member(Struct, frozen=True):
    """A part as it stands in the file: its bytes, packed and in pieces, and what is known of them unpacked."""

    name: str
    method: int
    crc: int
    size: int
    packed: int
    pieces: tuple[bytes, ...]


class Block(Struct, frozen=True):
    """Members that stand together at the head of a file: their bytes, and their rows of its directory."""

    data: bytes
    directory: bytes
    count: int


def deflate(name: str, content: bytes | Iterable[bytes], compressor: Compressor) -> Member:
    """Deflate a part; one that is given in pieces is never held whole. Raises WriteError where it is too large."""
    if isinstance(content, bytes):
        content = (content,)
    checksum = compressor.checksum()
    ahead = iter(content)
    piece = next(ahead, b"")
    following = next(ahead, None)
    if following is None:
        # Of one piece, as nearly all parts are: at one go it takes a seventh less than as a stream.
        packed = compressor.compress(piece) if len(piece) > _SMALL else SMALL.compress(piece)
        return _member(name, _DEFLATED, checksum(piece, 0), len(piece), (packed,))
    stream = compressor.start()
    pieces = [stream.compress(piece), stream.compress(following)]
    size = len(piece) + len(following)
    crc = checksum(following, checksum(piece, 0))
    for piece in ahead:
        size += len(piece)
        crc = checksum(piece, crc)
        pieces.append(stream.compress(piece))
    pieces.append(stream.flush())
    return _member(name, _DEFLATED, crc, size, tuple(filter(None, pieces)))


class Shell(Struct, frozen=True):
    """What a small part begins and ends with in every document, deflated once; what stands between comes in as it is.

    To deflate such a part takes ten microseconds, as long as the texts of a whole table; this takes one and a half.
    """

    before: bytes
    after: bytes
    packed_before: bytes
    packed_after: bytes

    def fill(self, name: str, content: bytes) -> Member:
        """Make the part of this content."""
        whole = self.before + content + self.after
        if len(content) > _LARGEST_STORED:
            return deflate(name, whole, SMALL)
        size = len(content)
        stored = _STORED_BLOCK.pack(0, size, size ^ _LARGEST_STORED)
        pieces = (self.packed_before, stored, content, self.packed_after)
        return _member(name, _DEFLATED, crc32(whole), len(whole), pieces)


def make_shell(before: bytes, after: bytes) -> Shell:
    """Deflate a shell. A flush ends its first half at a whole byte, where a block that is stored may follow."""
    stream = SMALL.start()
    packed = stream.compress(before) + stream.flush(Z_SYNC_FLUSH)
    end = SMALL.start()
    return Shell(before, after, packed, end.compress(after) + end.flush())


def store(name: str, content: bytes) -> Member:
    """Take a part as it is: one that is packed in itself, as pictures are."""
    return _member(name, _STORED, crc32(content), len(content), (content,))


def _member(name: str, method: int, crc: int, size: int, pieces: tuple[bytes, ...]) -> Member:
    packed = sum(map(len, pieces))
    _check(max(size, packed))
    return Member(name, method, crc, size, packed, pieces)


def _check(size: int, count: int = 0) -> None:
    if size > _LARGEST or count > _MOST_MEMBERS:
        raise WriteError.one(
            "VT-303",
            "tài liệu quá lớn: tệp .docx không chứa được quá 4 GB hoặc quá 65.535 phần",
            hint="tách bảng dài hoặc hình ảnh ra nhiều tài liệu",
        )


def join_block(members: Iterable[Member]) -> Block:
    """Put members together, once, that many files begin with."""
    data: list[bytes] = []
    directory: list[bytes] = []
    position = 0
    for member in members:
        start, row = _headers(member, position)
        data += (start, *member.pieces)
        directory.append(row)
        position += len(start) + member.packed
    _check(position, len(directory))
    return Block(b"".join(data), b"".join(directory), len(directory))


def write_archive(block: Block, members: Sequence[Member]) -> bytes:
    """Make the file: the block, then these members. Raises WriteError where it would be too large."""
    pieces = [block.data]
    directory = [block.directory]
    position = len(block.data)
    for member in members:
        _check(position)
        start, row = _headers(member, position)
        pieces += (start, *member.pieces)
        directory.append(row)
        position += len(start) + member.packed
    rows = b"".join(directory)
    count = block.count + len(members)
    _check(position + len(rows), count)
    pieces += (rows, _END.pack(b"PK\5\6", 0, 0, count, count, len(rows), position, 0))
    return b"".join(pieces)


def _headers(member: Member, position: int) -> tuple[bytes, bytes]:
    """Give what stands before a member's bytes, and its row of the directory."""
    name = member.name.encode()
    flags = 0 if member.name.isascii() else _UTF8
    crc, packed, size = member.crc, member.packed, member.size
    start = _LOCAL.pack(
        b"PK\3\4", _VERSION, flags, member.method, _TIME, _DATE, crc, packed, size, len(name), 0
    )  # fmt: skip
    row = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, flags, member.method, _TIME, _DATE, crc, packed, size, len(name),
        0, 0, 0, 0, 0, position,
    )  # fmt: skip
    return start + name, row + name
