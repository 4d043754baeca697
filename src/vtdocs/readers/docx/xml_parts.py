"""The XML of one part of a stranger's file, parsed in the one way that is safe: bounded, nothing from elsewhere."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from vtdocs.patterns import compile_late

from .names import STRICT_NAMESPACES
from .refusals import AGAIN, Refusal

__all__ = ["DEEPEST", "BrokenPartError", "parse_as_is", "parse_part", "serialise"]

DEEPEST = 200
"""Elements inside each other: ten tables inside each other take forty. Readers may recurse so deep."""

_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_DECLARATION = compile_late(rb"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"'>]{1,40})[\"']")
_TEXT_DECLARATION = compile_late(r"\s*<\?xml[^>]{0,200}\?>")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
# A strict file says so in the names of its root element.
_ROOT_BYTES = 32_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_VALUE = compile_late(rb"=\s*([\"'])(http://purl\.oclc\.org/ooxml/[A-Za-z/]{1,80})\1")
_PLAIN_NAMES = {strict.encode(): plain.encode() for strict, plain in STRICT_NAMESPACES.items()}


class BrokenPartError(Exception):
    """A part that is refused: which code, what is wrong, how to mend it. Never seen outside of the package."""

    def __init__(self, code: Refusal, message: str, hint: str = AGAIN) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def parse_part(data: bytes) -> etree._Element:
    """Parse a part; the namespaces of strict files become those of all others. Raises BrokenPartError."""
    data = _to_utf8(data)
    # One search for what nearly no part has, before one for each word.
    if b"<!" in data and any(word in data for word in _FORBIDDEN):
        message = "phần này có khai báo kiểu tài liệu (DOCTYPE) mà Word không bao giờ ghi, có thể là tệp độc hại"
        raise BrokenPartError(Refusal.BROKEN_XML, message)
    if _STRICT in data[:_ROOT_BYTES]:
        data = _STRICT_VALUE.sub(_make_plain, data)
    # huge_tree=False bounds the length of a text (10 million) and of a name.
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise _refuse_depth() from None
        raise BrokenPartError(Refusal.BROKEN_XML, "phần này bị hỏng (XML sai cú pháp)") from None
    if _TOO_DEEP(root):
        raise _refuse_depth()
    return root


def parse_as_is(data: bytes) -> etree._Element:
    """Parse a part that goes back into its file: in its own namespaces, with all that `parse_part` leaves out.

    Of a package that was read before, which refused what is unsafe.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))


def serialise(root: etree._Element) -> bytes:
    """Write a part as Word declares it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _refuse_depth() -> BrokenPartError:
    return BrokenPartError(Refusal.BROKEN_XML, "phần này lồng nhau quá sâu, có thể là tệp độc hại")


def _to_utf8(data: bytes) -> bytes:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise BrokenPartError(Refusal.BROKEN_XML, "phần này có chữ hỏng (UTF-16)") from None
        return _TEXT_DECLARATION.sub("", text, count=1).encode(errors="replace")
    declared = _DECLARATION.match(data, 3 if data.startswith(codecs.BOM_UTF8) else 0)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise BrokenPartError(Refusal.BROKEN_XML, "phần này ghi theo bảng mã mà Word không dùng (chỉ UTF-8)")
    return data


def _make_plain(found: re.Match[bytes]) -> bytes:
    quote, address = found[1], found[2]
    return b"=" + quote + _PLAIN_NAMES.get(address, address) + quote
