"""Syllables that Vietnamese has not: rhymes that are none, and tones that a stop at the end does not bear."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import Span, outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

# Only sắc and nặng may stand before c, ch, p, t. Without a tone, rhymes of one letter ("sêp", "net") may be foreign.
_WRONG_TONES = "àảãằẳẵầẩẫèẻẽềểễìỉĩòỏõồổỗờởỡùủũừửữỳỷỹ"
# Each begins with a class of letters, so that all others are passed over at once (1 ms against 7 on thirty pages).
_STOPPED: Pattern[str] = compile_late(
    rf"[{_WRONG_TONES}âưôêơ](?:(?<=[{_WRONG_TONES}âưô])|(?<=[iy]ê)|(?<=ươ))(?:ch|[cpt])(?![\w-])"
)
# "đựơc", "ngưòi", "huớng", "nguời": the hook is missing on one of the two letters. "thuở", "huơ" have no end.
_HOOKLESS: Pattern[str] = compile_late(
    r"[ưừứửữựơờớởỡợ](?:(?<=[ưừứửữự])[oòóỏõọ]|(?<=u[ơờớởỡợ])(?<![qQ]u.))(?:ng|[cimnptu])(?![\w-])"
)
_VOWELS = frozenset("aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_LONGEST = 7


@rule(
    "VB-817",
    "Chữ có vần không có trong tiếng Việt",
    source="chính tả tiếng Việt",
    severity=Severity.WARNING,
    example=Example("người dân, được hướng dẫn, việc", "ngưòi dân, đươc huớng dẫn, viêc"),
    why="Thường do gõ thiếu dấu. Chỉ xét chữ viết thường; tên riêng và chữ phiên âm có gạch nối không bị nêu.",
)
def van_sai(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    if whole.isascii():
        return
    found = {
        span: None
        for pattern in (_STOPPED, _HOOKLESS)
        for match in pattern.finditer(whole)
        if (span := _syllable(whole, match.end()))
    }
    kept = list(outside(sorted(found), paper.prose.quoted))
    if kept:
        words = [whole[start:end] for start, end in kept]
        yield Slip(
            f"{shown(words)}: vần không có trong tiếng Việt",
            places_of(paper.prose, kept),
            "gõ lại dấu của chữ",
            found=words[0],
        )


def _syllable(whole: str, end: int) -> Span | None:
    """The word in small letters that ends at an offset, where it is one syllable."""
    start = end
    while start > max(0, end - _LONGEST - 1) and whole[start - 1].isalpha():
        start -= 1
    word = whole[start:end]
    if not word.islower() or len(word) > _LONGEST or whole[start - 1 : start] in ("-", ".", "/", "@", "_"):
        return None
    groups = sum(char in _VOWELS and (not at or word[at - 1] not in _VOWELS) for at, char in enumerate(word))
    return (start, end) if groups == 1 else None
