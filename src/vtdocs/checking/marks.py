"""The mark that opens a paragraph, typed or automatic, also where it is written otherwise than the decree has it."""

from __future__ import annotations

import re

from msgspec import Struct

from vtdocs.outline import Marker
from vtdocs.outline.markers import MarkedLine, read_marker
from vtdocs.patterns import compile_late

__all__ = ["Mark", "read_mark"]

_DEPTHS = (Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4)
_BULLETS = "•·▪●○◦■□➢➤►✓✔§\uf0b7\uf0a7\uf02d\uf0d8\uf0fc\uf076"
_BULLET = compile_late(rf"(?P<mark>[{_BULLETS}])\s{{0,20}}(?=\S)")
# Marks that people type for those of the decree: a/ (a) a- 1) 1/ I/ I- "Điều 1 Phạm vi". A capital follows each.
_LETTER = compile_late(
    r"(?P<mark>\((?P<inside>[a-zđ])\)|(?P<own>[a-zđ])\s?(?:/|\s\)|-(?=\s)))\s{0,9}(?=[“\"(]?[^\W\d_a-zđ])"
)
_NUMBER = compile_late(r"(?P<mark>(?P<own>\d{1,2}(?:\.\d{1,2}){0,3})(?:\)|/|-(?=\s)|\s\.))\s{0,9}(?=[“\"(]?[^\W\d_])")
_ROMAN = compile_late(r"(?P<mark>(?P<own>[IVX]{1,6})\s?(?:[/)]|[-–](?=\s)|\s\.))\s{0,9}(?=[^\W\d_])")
_ARTICLE = compile_late(r"(?P<mark>(?:Điều|ĐIỀU)\s{1,3}\d{1,3})\s{1,3}(?=[^\W\d_])")
_BARE_LABEL = compile_late(r"\d{1,3}(?:\.\d{1,3}){0,3}|[IVXL]{1,6}|[a-zđ]")
_CITED = ("Luật", "Bộ luật", "Nghị", "Thông tư", "Hiến pháp", "Pháp lệnh", "Quyết định", "Kế hoạch", "Quy", "Đề án")
_LONGEST_ARTICLE = 120


class Mark(Struct, frozen=True):
    """A paragraph cut into mark and words: `line` with the mark as the grammar has it, `typed` as it is printed."""

    line: MarkedLine
    typed: str


def read_mark(text: str, label: str = "") -> Mark:
    """Read the mark of a stripped text; `label` is its automatic number."""
    whole = f"{_complete(label)} {text}" if label else text
    marked = read_marker(whole)
    if marked.marker is not None:
        number = marked.number
        return Mark(marked, label if label and number == _complete(label) else number)
    if not text:
        return Mark(marked, "")
    # Most lines open with a letter and another one: no mark does, besides Roman numerals and điều.
    if whole[:2].isalpha() and whole[0] not in "IVXĐ":
        return Mark(marked, "")
    return _read_alike(whole) or _read_label(text, label) or Mark(marked, "")


def _complete(label: str) -> str:
    """An automatic number with the sign that its level leaves out."""
    bare = label.strip()
    if not _BARE_LABEL.fullmatch(bare):
        return bare
    return f"{bare})" if bare[0].islower() else f"{bare}."


def _read_label(text: str, label: str) -> Mark | None:
    """An automatic number of no kind that is known is a dash, if it is a sign and no word."""
    sign = label.strip()
    if not sign or any(char.isalnum() for char in sign.replace("o", "")):
        return None
    return Mark(MarkedLine(Marker.GACH, "-", text), sign)


def _read_alike(text: str) -> Mark | None:
    if found := _BULLET.match(text):
        return Mark(MarkedLine(Marker.GACH, "-", text[found.end() :]), found["mark"])
    first = text[:1]
    if first == "Đ":
        return _read_article(text)
    if (first == "(" or first.islower()) and (found := _LETTER.match(text)):
        return _mark(Marker.DIEM, f"{found['inside'] or found['own']})", found, text)
    if first.isdecimal() and (found := _NUMBER.match(text)):
        own = found["own"]
        return _mark(_DEPTHS[own.count(".")], f"{own}.", found, text)
    if first in "IVX" and (found := _ROMAN.match(text)) and text[found.end() : found.end() + 1].isupper():
        return _mark(Marker.MUC, f"{found['own']}.", found, text)
    return None


def _mark(marker: Marker, number: str, found: re.Match[str], text: str) -> Mark:
    return Mark(MarkedLine(marker, number, text[found.end() :]), found["mark"].strip())


def _read_article(text: str) -> Mark | None:
    """ "Điều 1 Phạm vi điều chỉnh": a title whose sign was forgotten, and not the citation that opens a sentence."""
    found = _ARTICLE.match(text) if len(text) <= _LONGEST_ARTICLE else None
    if found is None or not text[found.end()].isupper() or text.endswith((".", ";", ",", ":")):
        return None
    if text[found.end() :].startswith(_CITED):
        return None
    return _mark(Marker.DIEU, f"{found['mark']}.", found, text)
