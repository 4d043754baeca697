"""Text into XML, escaped by construction: nothing else in the writer puts a user's words into a part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vtdocs.errors import WriteError

__all__ = ["W_NS", "are_plain", "escape", "qname", "text_run"]

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What XML 1.0 cannot hold at all. Loading refuses such text with its place; a model built by a program meets it here.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a run cannot hold as it is: the above, marks of XML, line breaks and tabs, and all blanks but the plain one.
_NOT_PLAIN = re.compile(
    '[\x00-\x1f&<>"\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufffe\uffff]'
)
_LINE_OR_TAB = re.compile("\r\n|[\r\n\t]")
_BREAKS = {"\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>", "\t": "<w:tab/>"}


def qname(name: str) -> str:
    """Give the expanded name of an element of WordprocessingML."""
    return f"{{{W_NS}}}{name}"


def escape(text: str) -> str:
    """Escape text for element content and for double-quoted attributes.

    Raises WriteError for characters that no XML file can hold.
    """
    if found := _ILLEGAL.search(text):
        around = text[max(0, found.start() - 20) : found.start()]
        raise WriteError.one(
            "VT-301",
            f"văn bản có ký tự điều khiển U+{ord(found[0]):04X} sau “…{around}”",
            hint="xóa ký tự này; tệp Word không chứa được nó",
        )
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")  # a bare one would come back as a line feed
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text


def are_plain(texts: Iterable[str]) -> bool:
    """Whether each of these texts may stand in `w:t` as it is: most cells of a long table, found out at one go."""
    row = f"|{'|'.join(texts)}|"
    return _NOT_PLAIN.search(row) is None and "| " not in row and " |" not in row


def text_run(text: str, properties: str = "") -> str:
    """Make a run; line breaks and tabs inside the text become Word's own."""
    if _LINE_OR_TAB.search(text):
        pieces = re.split("(\r\n|[\r\n\t])", text)
        inner = "".join(_BREAKS.get(piece) or _text_element(piece) for piece in pieces if piece)
    else:
        inner = _text_element(text)
    return f"<w:r>{properties}{inner}</w:r>"


def _text_element(text: str) -> str:
    # Word drops blanks at either end of a w:t unless it is told to keep them.
    keep = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"
