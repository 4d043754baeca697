"""Spans of running text: their places, and those that lie outside others' words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import Pattern

from .finding import Place, Slip, place_of
from .paper import Paper, Prose

__all__ = [
    "LOWER",
    "UPPER",
    "Span",
    "capitalised",
    "cited_words",
    "decapitalised",
    "follows",
    "goes_on",
    "in_subject",
    "is_within_word",
    "matches_of",
    "occurrences",
    "outside",
    "own_words",
    "places_of",
    "shown",
    "tell",
]

# Offsets in `prose.whole`.
Span = tuple[int, int]
# The letters of Vietnamese, for classes of patterns: a range from À to Ỹ would hold small and capital ones.
UPPER = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SHOWN = 3
# How far back the words are that decide.
_LOOK_BACK = 16


def places_of(prose: Prose, spans: Iterable[Span]) -> tuple[Place, ...]:
    """Give the places of spans."""
    return tuple(prose.place(start, end) for start, end in spans)


def outside(spans: Iterable[Span], *covers: Sequence[Span]) -> Iterator[Span]:
    """Give the spans that begin in none of the covering ones (each sequence in order and apart)."""
    starts = [[start for start, _ in cover] for cover in covers]
    for span in spans:
        for cover, begins in zip(covers, starts, strict=True):
            index = bisect_right(begins, span[0]) - 1
            if index >= 0 and span[0] < cover[index][1]:
                break
        else:
            yield span


def cited_words(paper: Paper) -> tuple[Span, ...]:
    """The words behind the day of a cited paper: who issued it and what it is called, as its authors wrote it."""
    return tuple((citation.end, citation.title) for citation in paper.citations if citation.title > citation.end)


def goes_on(text: str, start: int) -> bool:
    """Whether a sentence goes on at `start`: a word, a figure or a comma stands before it, and one blank between."""
    return start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ",")


def shown(words: Iterable[str]) -> str:
    """Show what was found, each once, the first few of them."""
    each = tuple(dict.fromkeys(words))
    listed = ", ".join(f"“{word}”" for word in each[:_SHOWN])
    return listed + (f" và {len(each) - _SHOWN} chỗ viết khác" if len(each) > _SHOWN else "")


def own_words(paper: Paper, found: Iterable[Span]) -> list[Span]:
    """What was found, but not in quotation marks nor in the titles of cited papers."""
    spans = sorted(found)
    return list(outside(spans, paper.prose.quoted, cited_words(paper))) if spans else spans


def matches_of(paper: Paper, pattern: Pattern[str]) -> list[Span]:
    """What a pattern finds in the paper's own words."""
    return own_words(paper, (match.span() for match in pattern.finditer(paper.prose.whole)))


def occurrences(text: str, words: str) -> Iterator[int]:
    """Give where words stand. A search for plain words is ten times as fast as the simplest pattern."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def is_within_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a part of a longer word."""
    return text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()


def in_subject(paper: Paper, pattern: Pattern[str]) -> list[tuple[Place, str]]:
    """What a pattern finds in the trích yếu, which stands in no running text: places and words."""
    found: list[tuple[Place, str]] = []
    for key in ("trich_yeu", "trich_yeu_cong_van"):
        part = paper.part(key)
        for line in part.lines if part is not None else ():
            paragraph = line.paragraph
            found += [
                (place_of(paragraph, *match.span()), match.group())
                for match in pattern.finditer(paragraph.text, line.start, line.end)
            ]
    return found


def follows(whole: str, at: int, pattern: Pattern[str]) -> bool:
    """Whether the words before `at` end as a pattern says."""
    return pattern.search(whole, max(0, at - _LOOK_BACK), at) is not None


def tell(
    paper: Paper,
    spans: list[Span],
    message: str,
    hint: str,
    right: Callable[[str], str] | None = None,
    beside: Sequence[tuple[Place, str]] = (),
) -> Iterator[Slip]:
    """Make one slip of spans, none of none; "{}" in the message is the words found.

    `right` gives what should stand for what stands, where there is exactly one answer. `beside` are places outside
    the prose, with their words.
    """
    if not (spans or beside):
        return
    whole = paper.prose.whole
    words = [word for _, word in beside] + [whole[start:end] for start, end in spans]
    yield Slip(
        message.format(shown(word.strip(" ,.;") for word in words)),
        (*(place for place, _ in beside), *places_of(paper.prose, spans)),
        hint,
        found=words[0].strip(" ,.;"),
        expected=right(words[0]) if right else "",
        replacements=tuple(map(right, words)) if right else (),
    )


def capitalised(words: str) -> str:
    """Give words with a capital at their beginning; the others keep theirs."""
    return words[:1].upper() + words[1:]


def decapitalised(words: str) -> str:
    """Give words with a small letter at their beginning."""
    return words[:1].lower() + words[1:]
