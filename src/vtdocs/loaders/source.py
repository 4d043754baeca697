"""Bytes to checked text: encodings and control characters, before anything is parsed."""

from __future__ import annotations

import codecs
from itertools import islice

from msgspec import Struct

from vtdocs.diagnostics import Location
from vtdocs.patterns import compile_late

from .codes import Code
from .faults import MOST_OF_ONE_CODE, Faults

__all__ = ["FORBIDDEN", "INVISIBLE", "Source", "decode", "describe_character", "read_source"]

# C0 without tab and line feed, DEL and C1, the line separators that libyaml would take for line ends, a byte
# order mark amid the text, non-characters and lone surrogates: none of them can stand in a Word file unharmed.
FORBIDDEN = compile_late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_STAND_IN = "\ufffd"
# What has no shape of its own but spoils searching, line breaks or the order of letters: kept, and doubted.
# A byte order mark amid the text belongs to what is forbidden.
INVISIBLE = compile_late("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]")

_NAMES = {
    "\u00ad": "dấu gạch nối mềm",
    "\u200b": "dấu cách rộng bằng không",
    "\u200c": "dấu tách chữ",
    "\u200d": "dấu nối chữ",
    "\u2060": "dấu nối từ",
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "dấu đổi chiều chữ"),
    "\x00": "ký tự rỗng",
    "\x07": "dấu cuối ô bảng của Word",
    "\x0b": "dấu ngắt dòng của Word (Shift+Enter)",
    "\x0c": "dấu ngắt trang",
    "\x1e": "dấu gạch nối không ngắt của Word",
    "\x1f": "dấu gạch nối mềm của Word",
    "\u2028": "dấu ngắt dòng lạ",
    "\u2029": "dấu ngắt đoạn lạ",
    "\ufeff": "dấu BOM nằm giữa tệp",
}
_SAVE_AS_UTF8 = {
    "yaml": "mở tệp bằng Notepad, chọn Tệp > Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu",
    "csv": "trong Excel chọn Tệp > Lưu thành (Save as), kiểu tệp “CSV UTF-8 (Comma delimited)”",
}
_ANOTHER_KIND = {
    "yaml": "kiểm tra lại tên tệp: ở đây cần tệp văn bản .yaml; tệp bảng thì ghi tên ở khóa bang của phụ lục",
    "csv": "nếu là tệp Excel thì đổi đuôi tên tệp thành .xlsx; nếu là tệp khác thì chép bảng sang Excel",
}


class Source(Struct, frozen=True):
    """A text that may be parsed: line ends are line feeds, what is forbidden has been reported and replaced."""

    file: str
    text: str
    lines: list[str]

    def place(self, line: int, column: int) -> Location:
        """Make a location from a line and a column that count from 0."""
        return Location(self.file, line + 1, column + 1)


def read_source(data: bytes, file: str, faults: Faults, *, kind: str = "yaml") -> Source | None:
    """Decode and check a file; `None` where it cannot be read at all."""
    text = decode(data, file, faults, kind=kind)
    if text is None:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Whatever these two find is not printable; most texts are, and to see that takes a tenth of the two searches.
    if not text.replace("\n", "").isprintable():
        if FORBIDDEN.search(text):
            text = _neutralise(text, file, faults)
        if INVISIBLE.search(text):
            _doubt_invisible(text, file, faults)
    return Source(file, text, text.split("\n"))


def decode(data: bytes, file: str, faults: Faults, *, kind: str = "yaml") -> str | None:
    """Decode UTF-8 with or without a byte order mark, or UTF-16 with one; anything else is a fault."""
    if what := _is_another_kind(data):
        faults.error(Code.ENCODING, f"đây là {what}, không phải tệp văn bản", Location(file, 1), _ANOTHER_KIND[kind])
        return None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        # The mark of UTF-32 begins with that of UTF-16: what follows is then full of nulls.
        if "\x00" not in text[:64] and "\ufffd" not in text:
            return text
        message = "tệp mở đầu như UTF-16 nhưng phần sau không đọc được"
        faults.error(Code.ENCODING, message, Location(file, 1), _SAVE_AS_UTF8[kind])
        return None
    if b"\x00" in data[:64]:
        message = "tệp không phải là văn bản UTF-8 (có thể là UTF-16 thiếu dấu BOM, hoặc tệp Word, Excel đổi tên)"
        faults.error(Code.ENCODING, message, Location(file, 1), _SAVE_AS_UTF8[kind])
        return None
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = bytes(error.object[: error.start])
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        faults.error(
            Code.ENCODING,
            f"tệp không ở mã UTF-8: dòng {line} có chữ không đọc được",
            Location(file, line, column),
            _SAVE_AS_UTF8[kind],
        )
        return None


def describe_character(character: str) -> str:
    """Name a forbidden character for a user: its number, and where it usually comes from."""
    name = _NAMES.get(character)
    return f"U+{ord(character):04X}" + (f", {name}" if name else "")


def _is_another_kind(data: bytes) -> str | None:
    """Name what a file is by its first bytes, where it is no text at all."""
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return "tệp Word"
        return "tệp Excel" if b"xl/" in data else "tệp Excel, Word hoặc tệp nén"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "tệp Excel hoặc Word đời cũ, hoặc có mật khẩu"
    return "tệp PDF" if data.startswith(b"%PDF-") else None


def _doubt_invisible(text: str, file: str, faults: Faults) -> None:
    """Warn of each kind of invisible characters once, where it first stands."""
    first: dict[str, int] = {}
    for match in INVISIBLE.finditer(text):
        first.setdefault(match[0], match.start())
    for character, at in first.items():
        start = text.rfind("\n", 0, at) + 1
        count = text.count(character)
        before = INVISIBLE.sub("", text[start:at])[-20:].strip()
        message = f"có ký tự không nhìn thấy ({describe_character(character)})"
        message += f" ngay sau chữ “{before}”" if before else " ở đầu dòng"
        message += f"; cả tệp có {count} ký tự như thế" if count > 1 else ""
        hint = "xóa rồi gõ lại bằng tay từ hoặc cụm từ có ký tự này; thường do dán từ Word, trang web, tin nhắn"
        faults.warn(Code.INVISIBLE, message, Location(file, text.count("\n", 0, at) + 1, at - start + 1), hint)


def _neutralise(text: str, file: str, faults: Faults) -> str:
    line, start, seen = 0, 0, 0
    matches = FORBIDDEN.finditer(text)
    for match in islice(matches, MOST_OF_ONE_CODE):
        at = match.start()
        line += text.count("\n", seen, at)
        start = text.rfind("\n", seen, at) + 1 or start
        seen = at
        faults.error(
            Code.CONTROL_CHARACTER,
            f"có ký tự điều khiển không nhìn thấy ({describe_character(match[0])})",
            Location(file, line + 1, at - start + 1),
            "xóa ký tự này; nếu nó thay cho chỗ xuống dòng thì gõ lại bằng phím Enter",
        )
    faults.count_more(Code.CONTROL_CHARACTER, file, sum(1 for _ in matches))
    return FORBIDDEN.sub(_STAND_IN, text)
