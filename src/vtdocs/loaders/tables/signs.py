"""The row of signs right below a head: "A, 1=2+3, 2, 3", "(1) (2) (3)"."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import parse_roman

__all__ = ["find_signs"]

_LETTER = compile_late(r"\(?([A-Z])\)?")
_NUMBER = compile_late(r"\(?([1-9][0-9]?)\)?")
_FORMULA = compile_late(r"\(?([1-9][0-9]?)\)?\s*=\s*[0-9A-Z(][0-9A-Z()\s.,:/x*+%-]{0,60}")
# Three that count up are no chance any more.
_ENOUGH = 3


def find_signs(row: Sequence[str], below: Sequence[str] | None) -> tuple[str, ...] | None:
    """Give the signs of the columns where a row is one of signs; `below` is the row after it.

    Letters come first and in order, then numbers or formulas that count up from 1; nothing else stands in the row,
    and at least half of its cells are filled. Bare numbers alone might be figures: then the row below has to begin
    the table.
    """
    if sum(map(bool, row)) * 2 < len(row):
        return None
    filled = [text for text in row if text]
    letters = numbers = 0
    plain = True
    for text in filled:
        if len(text) > 80:
            return None
        if match := _LETTER.fullmatch(text):
            if numbers or match[1] != chr(65 + letters):
                return None
            letters += 1
        elif match := _NUMBER.fullmatch(text) or _FORMULA.fullmatch(text):
            if int(match[1]) != numbers + 1:
                return None
            numbers += 1
        else:
            return None
        plain = plain and not ("(" in text or "=" in text)
    if not numbers or len(filled) < (_ENOUGH if plain else 2):
        return None
    # "1 | 2 | 3" with "4 | 5 | 6" or "2 | …" below is a table of figures, and "A | …" with "B | …" one of groups.
    if plain and not _begins_table(below):
        return None
    return tuple(row)


def _begins_table(below: Sequence[str] | None) -> bool:
    """Whether a row is the first of a table whose signs stand above it."""
    if below is None:
        return False
    first = below[0]
    if not first:
        return any(_has_words(text) for text in below)
    if first.rstrip(".") in ("1", "I", "A", "01"):
        return True
    return _has_words(first) and len(first) > 1 and parse_roman(first) is None


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)
