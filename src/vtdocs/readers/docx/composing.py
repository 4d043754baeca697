"""Text in NFC, in bounded time: what Unicode's own algorithm does to a long run of loose marks is quadratic."""

from __future__ import annotations

import unicodedata

from vtdocs.patterns import compile_late

__all__ = ["compose"]

# No letter of any language bears as many (Unicode's stream-safe format allows 30).
_TOO_MANY = compile_late(r"[\u0300-\u036f]{31}")
_LONG = 256


def compose(text: str) -> str:
    """Give a text in NFC; one with a run of more than thirty loose marks, which no one wrote, as it stands."""
    if text.isascii() or (len(text) > _LONG and _TOO_MANY.search(text)):
        return text
    return unicodedata.normalize("NFC", text)
