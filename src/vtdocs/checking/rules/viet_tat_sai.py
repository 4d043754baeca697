"""Abbreviations that are typed wrongly: a letter twice, two swapped, a blank within."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.abbreviations import find_abbreviations
from vtdocs.checking.bodies import initials, named_bodies
from vtdocs.checking.chu_viet_tat import QUEN_THUOC, THONG_LE, VIET_DU
from vtdocs.checking.finding import Place, Slip
from vtdocs.checking.office import office_words
from vtdocs.checking.paper import Paper, Prose
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import is_within_word, occurrences, places_of, shown
from vtdocs.diagnostics import Severity

__all__: list[str] = []

_SHORTEST = 3
# Words behind the same two others, of which each is compared with each.
_MOST_BESIDE = 12


@rule(
    "VB-855",
    "Một chữ viết tắt viết hai cách",
    source=THONG_LE,
    severity=Severity.WARNING,
    example=Example("Trung tâm Phục vụ HCC", "Trung tâm Phục vụ HCC … Trung tâm Phục vụ HHC"),
    why="Nêu khi hai chữ khác nhau một chữ cái mà đứng sau cùng những từ, hoặc khi dòng Lưu gần giống tên một đơn vị.",
)
def hai_cach(paper: Paper) -> Iterator[Slip]:
    found: dict[str, list[Place]] = {}
    contexts: dict[str, list[str]] = {}
    for prose in (paper.prose, _recipients(paper)):
        for use in prose.abbreviations:
            if len(use.word) >= _SHORTEST:
                found.setdefault(use.word, []).append(prose.place(use.start, use.end))
                beside = contexts.setdefault(_two_before(prose.whole, use.start), [])
                if use.word not in beside and len(beside) < _MOST_BESIDE:
                    beside.append(use.word)
    defined = {use.word for use in paper.prose.abbreviations if use.defines} | office_words(paper.office)
    wrong: dict[str, str] = {}
    for words in contexts.values():
        for word in words if len(words) > 1 else ():
            near = next((other for other in words if _one_apart(word, other)), None)
            if near is None or word in defined or word in QUEN_THUOC:
                continue
            # Of two unknown ones the rarer is the slip; the later where both stand as often.
            if (
                near in defined
                or near in QUEN_THUOC
                or len(found[word]) < len(found[near])
                or (len(found[word]) == len(found[near]) and words.index(word) > words.index(near))
            ):
                wrong[word] = near
    wrong |= _wrong_units(paper, defined)
    for word, right in wrong.items():
        places = tuple(found[word])
        yield Slip(
            f"“{word}” có lẽ là “{right}”",
            places,
            f"viết “{right}”",
            found=word,
            expected=right,
            replacements=(right,) * len(places),
        )


def _recipients(paper: Paper) -> Prose:
    """The lines of the recipients, which are no running text."""
    parts = (paper.part(key) for key in ("kinh_gui", "noi_nhan_danh_sach", "luu"))
    paragraphs = {id(line.paragraph): line.paragraph for part in parts if part for line in part.lines}
    return Prose(tuple(paragraphs.values()))


def _two_before(whole: str, start: int) -> str:
    words = whole[max(0, start - 24) : start].rpartition("\n")[2].lower().split()
    return " ".join(words[-2:]) if len(words) > 1 else f"@{start}"


def _one_apart(word: str, other: str) -> bool:
    """Whether a word is another with a slip of the hand: a letter typed twice in the place of the next, two swapped.

    Any other letter may make another body: LHPN and LHTN.
    """
    if len(word) != len(other):
        return False
    wrong = [at for at, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    if len(wrong) == 1:
        at = wrong[0]
        return word[at] in (word[at - 1 : at], word[at + 1 : at + 2])
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and word[wrong[0]] == other[wrong[1]]
        and (word[wrong[1]] == other[wrong[0]])
    )


def _wrong_units(paper: Paper, defined: set[str]) -> dict[str, str]:
    """Units on the Lưu line that are one letter away from a unit that the paper names, and no unit's."""
    line = paper.part("luu")
    if line is None or (paper.office is not None and paper.office.units):
        return {}  # against the office's own units VB-537 holds it
    units = {initials(name.split(" ", 1)[1]) for name in named_bodies(paper) if " " in name}
    words = [use.word for use in find_abbreviations(line.text) if len(use.word) >= _SHORTEST]
    return {
        word: near
        for word in words
        if word not in defined and word not in units and word not in QUEN_THUOC
        for near in sorted(units)
        if _one_apart(word, near)
    }


@rule(
    "VB-856",
    "Chữ viết tắt bị tách bằng dấu cách",
    source="quy tắc gõ văn bản tiếng Việt",
    severity=Severity.WARNING,
    example=Example("Văn phòng HĐND và UBND", "Văn phòng H ĐND và UBND"),
)
def bi_tach(paper: Paper) -> Iterator[Slip]:
    prose = paper.texts
    words = VIET_DU.keys() | {use.word for use in paper.prose.abbreviations if use.defines}
    whole = prose.whole
    found = sorted(
        (at, at + len(word) + 1)
        for word in words
        for cut in range(1, len(word))
        for at in _alone(whole, f"{word[:cut]} {word[cut:]}")
    )
    if found:
        first = prose.whole[slice(*found[0])]
        yield Slip(
            f"chữ viết tắt bị tách bằng dấu cách: {shown(prose.whole[start:end] for start, end in found)}",
            places_of(prose, found),
            f"viết liền “{first.replace(' ', '')}”",
            found=first,
            expected=first.replace(" ", ""),
            replacements=tuple(whole[start:end].replace(" ", "") for start, end in found),
        )


def _alone(whole: str, words: str) -> Iterator[int]:
    """Where words stand that are no part of longer ones."""
    return (at for at in occurrences(whole, words) if not is_within_word(whole, at, at + len(words)))
