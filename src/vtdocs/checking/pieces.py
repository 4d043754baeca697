"""A paragraph cut into the lines and pieces that its author typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vtdocs.patterns import compile_late
from vtdocs.readers.docx.composing import compose

from .paper import Line

__all__ = ["cut", "cut_lines", "cut_pieces", "prints"]

# Three blanks part what stands left from what stands right, but not the parts of a number or date that is blank.
_GAP = compile_late(r"\n|\f|\t[ \t\xa0]*|[ \xa0]{3,}\t*[ \xa0]*")
_BREAK = compile_late(r"[\n\f]")
_SO, _NGAY, _THANG, _NAM = "s[oố][\u0301\u0302]{0,2}", "ng[aà]\u0300?y", "th[aá]\u0301?ng", "n[aă]\u0306?m"
_OPEN_END = compile_late(rf"(?:\b(?:{_NGAY}|{_THANG}|{_NAM})|/|^\s?[-–+•])\s?$", re.IGNORECASE)
_OPEN_NUMBER = compile_late(rf"\b{_SO}\s?[:.]?\s?$", re.IGNORECASE)
_SLOT = compile_late(rf"(?:/|(?:{_THANG}|{_NAM})\b|\d{{1,4}}\s?(?:/|{_THANG}|{_NAM}|$))", re.IGNORECASE)
_DAY = compile_late(rf"{_NGAY}\b", re.IGNORECASE)
_REST_OF_NUMBER = compile_late(r"[^,\t\n]{0,12}[/-]|[\d.…_]+(?:\s|$)")


def _raw_offset(text: str, offset: int) -> int:
    """Give the offset in a text that an offset in its NFC form has."""
    if len(compose(text)) == len(text):
        return offset
    low, high = offset, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(compose(text[:middle])) < offset:
            low = middle + 1
        else:
            high = middle
    while low < len(text) and unicodedata.combining(text[low]):
        low += 1
    return low


def cut(line: Line, offset: int) -> tuple[Line, Line]:
    """Cut a line in two at an offset of `line.text`."""
    raw = line.paragraph.text[line.start : line.end]
    blanks = len(raw) - len(raw.lstrip())
    middle = line.start + blanks + _raw_offset(raw[blanks:], offset)
    return Line(line.paragraph, line.start, middle), Line(line.paragraph, middle, line.end)


def cut_lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches between line breaks."""
    start = 0
    if "\n" in text or "\f" in text:
        for found in _BREAK.finditer(text):
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def cut_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the stretches of a line between wide gaps, those that print something."""
    pieces: list[tuple[int, int]] = []
    low = start
    for gap in _GAP.finditer(text, start, end):
        if before := text[low : gap.start()]:
            if _goes_on(before, text, gap.end(), end):
                continue
            pieces.append((low, gap.start()))
        low = gap.end()
    pieces.append((low, end))
    return [(low, high) for low, high in pieces if prints(text[low:high])]


def _goes_on(before: str, text: str, start: int, end: int) -> bool:
    """Whether a gap is the blank of a number or a date, and parts nothing."""
    if _OPEN_NUMBER.search(before[-12:]):
        return _REST_OF_NUMBER.match(text, start, end) is not None
    if _DAY.match(text, start, end):
        return before.rstrip().endswith(",") or "/" not in before
    return bool(_OPEN_END.search(before[-12:]) or _SLOT.match(text, start, end))


def prints(text: str) -> bool:
    """Whether a line says something, or holds the dots of a list that is not filled in; a typed rule does neither."""
    return any(map(str.isalnum, text)) or (text.lstrip()[:1] in "-–" and ("…" in text or "..." in text))
