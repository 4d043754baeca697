"""The words of a Word file: what is timed has to say the same as what it is compared with."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

__all__ = ["DOCUMENT_PART", "read_document_xml", "read_words"]

DOCUMENT_PART = "word/document.xml"

# Texts are joined as they stand, for a word may go on in the next run; what ends a line or a cell parts words.
_PIECE = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab|cr)(?: [^>]*)?/>|</w:p>|<w:p(?: [^>]*)?/>")


def read_document_xml(docx: bytes) -> str:
    """Give the text of a Word file's main part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(DOCUMENT_PART).decode()


def read_words(docx: bytes) -> list[str]:
    """Give the words of a Word file in their order, without headers, footers and notes."""
    pieces = (found[1] if found[1] is not None else " " for found in _PIECE.finditer(read_document_xml(docx)))
    return unescape("".join(pieces)).split()
