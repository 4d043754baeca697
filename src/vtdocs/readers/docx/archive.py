"""The zip file under a Word file, taken as hostile: its members are judged before any is unpacked, each by itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import pairwise

from .refusals import AGAIN, Refusal, refuse

__all__ = ["LARGEST_FILE", "LARGEST_MEMBER", "LARGEST_TOTAL", "MOST_MEMBERS", "Archive"]

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes of a file. A 500-page paper with pictures has some ten million."""
LARGEST_MEMBER = 96 * 1024 * 1024
"""Bytes of a member unpacked: the text of a 500-page paper is some twenty million."""
LARGEST_TOTAL = 192 * 1024 * 1024
"""Bytes unpacked in all, of the members that are asked for."""
MOST_MEMBERS = 10_000
HIGHEST_RATIO = 250
_RATIO_FROM = 8 * 1024 * 1024

_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_COPY = "chép hoặc tải lại tệp; nếu Word còn mở được thì lưu lại thành .docx"
_UNPACK = "giải nén bằng mật khẩu, rồi chọn tệp .docx ở trong"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile and zlib are known to raise at damaged bytes.
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
    OverflowError, IndexError,
)  # fmt: skip


class Archive:
    """The members of a zip file by name; each is unpacked when it is read, within bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        """Judge the list of members. Raises ReadError."""
        self._name = name
        self._left = LARGEST_TOTAL
        # zipfile makes an object of every entry of the list: count them before.
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise self._too_many()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS:
            raise self._damaged("không đọc được danh mục tệp nén, có thể chép chưa hết") from None
        self._members = self._judge(self._zip.infolist())

    @property
    def names(self) -> frozenset[str]:
        """The names of all members, folders left out."""
        return frozenset(self._members)

    def read(self, member: str) -> bytes:
        """Unpack one member. Raises ReadError; KeyError where there is none."""
        info = self._members[member]
        if info.file_size > min(LARGEST_MEMBER, self._left):
            raise self._too_large(member)
        try:
            with self._zip.open(info) as file:
                # zipfile stops at the declared size, and then compares the checksum.
                data = file.read(info.file_size + 1)
        except _FAULTS:
            raise self._damaged("một phần không giải nén được", member) from None
        if len(data) != info.file_size:
            raise self._damaged("một phần bị cụt", member)
        self._left -= len(data)
        return data

    def _judge(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        members: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise refuse(Refusal.LOCKED, "tệp bị khóa bằng mật khẩu kiểu tệp nén", _UNPACK, self._name)
            member = info.filename.replace("\\", "/")
            if member.startswith("/") or ".." in member.split("/") or ":" in member or not member.isprintable():
                raise self._unsound(f"có mục mang tên không hợp lệ: {member[:60]!r}")
            if member.casefold() in seen:
                raise self._unsound(f"có hai mục trùng tên: {member[:60]}")
            if info.compress_type not in _METHODS:
                raise self._unsound(f"mục {member[:60]} nén theo kiểu mà Word không dùng")
            seen.add(member.casefold())
            if member.endswith("/"):
                continue
            if info.file_size > _RATIO_FROM and info.file_size > HIGHEST_RATIO * max(1, info.compress_size):
                raise self._too_large(member)
            members[member] = info
        self._check_overlaps(infos)
        return members

    def _check_overlaps(self, infos: list[zipfile.ZipInfo]) -> None:
        spans = sorted((i.header_offset, i.header_offset + _LOCAL_HEADER + i.compress_size) for i in infos)
        if any(end > start for (_, end), (start, _) in pairwise(spans)):
            raise self._unsound("có các mục chồng lên nhau")

    def _damaged(self, what: str, member: str | None = None) -> Exception:
        return refuse(Refusal.DAMAGED, f"tệp bị hỏng ({what})", _COPY, self._name, member)

    def _unsound(self, what: str) -> Exception:
        return refuse(Refusal.UNSOUND, f"tệp nén {what}, có thể là tệp độc hại", AGAIN, self._name)

    def _too_many(self) -> Exception:
        return refuse(Refusal.TOO_LARGE, f"tệp nén có hơn {MOST_MEMBERS} mục, có thể là tệp độc hại", AGAIN, self._name)

    def _too_large(self, member: str) -> Exception:
        message = "phần này giải nén ra quá lớn, có thể là tệp độc hại"
        return refuse(Refusal.TOO_LARGE, message, "tách văn bản ra nhiều tệp nhỏ hơn", self._name, member)
