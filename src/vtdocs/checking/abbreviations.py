"""The abbreviations of a text: where each stands, and where it is defined."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from msgspec import Struct

from vtdocs.patterns import compile_late

from .chu_viet_tat import VIET_DU

__all__ = ["Use", "find_abbreviations"]

_TOKEN: Pattern[str] = compile_late(r"[A-ZĐ][A-ZĐ&]{1,9}(?![\w/&-]|\.\w)")
_ROMAN: Pattern[str] = compile_late(r"[IVXLCDM]+$")
_SAID: Pattern[str] = compile_late(r"(?:viết tắt|gọi tắt|gọi chung|sau đây gọi)(?: là)?:? ?[“\"]?$")
_WORDS: Pattern[str] = compile_late(r"[^\W\d_]+")


class Use(Struct, frozen=True):
    """An abbreviation at its place. `defines` where the words before it are what it stands for; `apart` where it stands
    in brackets or is said to be short for something."""

    word: str
    start: int
    end: int
    defines: bool = False
    apart: bool = False


def find_abbreviations(whole: str) -> Iterator[Use]:
    """The abbreviations of a text in order; no Roman numbers, no symbols of papers, no words in lines of capitals."""
    line_end, capitals = -1, False
    for match in _TOKEN.finditer(whole):
        start, end = match.span()
        if start > line_end:
            line_end = whole.find("\n", start) % (len(whole) + 1)
            capitals = whole[whole.rfind("\n", 0, start) + 1 : line_end].isupper()
        if capitals:
            continue  # a heading
        before = whole[start - 1 : start]
        if before and (before.isalnum() or before in "/-.&_"):
            continue
        word = match.group().rstrip("&")
        if before == " " and whole[max(0, start - 2) : start - 1] + word in VIET_DU:
            continue  # the end of one that a blank has torn
        if len(word) < 2 or _ROMAN.match(word) or _in_capitals(whole, start, end):
            continue
        apart = before == "(" and whole[end : end + 1] == ")"
        said = bool(_SAID.search(whole, max(0, start - 30), start))
        defines = (apart or said) and (said or _stands_for(whole, start - 1, word))
        parts = word.split("&")
        if len(parts) > 1 and min(map(len, parts)) > 1:
            # "HĐND&UBND" is two of them.
            at = start
            for part in parts:
                yield Use(part, at, at + len(part))
                at += len(part) + 1
        else:
            yield Use(word, start, start + len(word), defines, apart or said)


def _in_capitals(whole: str, start: int, end: int) -> bool:
    """Whether the words beside it are in capitals too: a title, a word that is stressed."""
    before = whole[max(0, start - 12) : start].rpartition("\n")[2].split(" ")[-2:-1]
    after = whole[end : end + 12].partition("\n")[0].split(" ")[1:2]
    return any(len(word) > 1 and word.strip("().,;:").isupper() and word.isalpha() for word in (*before, *after))


def _stands_for(whole: str, end: int, word: str) -> bool:
    """Whether the first letters of the words before `end` are those of an abbreviation, the last word's its last."""
    before = whole[max(0, end - 120) : end].rpartition("\n")[2]
    letters = [each[0].upper() for each in _WORDS.findall(before)][-(len(word) + 4) :]
    wanted = [letter for letter in word if letter != "&"]
    if not letters or letters[-1] != wanted[-1]:
        return False
    while letters and wanted:
        if letters.pop() == wanted[-1]:
            wanted.pop()
    return not wanted
