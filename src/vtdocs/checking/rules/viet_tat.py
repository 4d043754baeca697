"""Abbreviations: defined before they are used, once, in one spelling, and used."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.abbreviations import Use
from vtdocs.checking.chu_viet_tat import QUEN_THUOC, THONG_LE
from vtdocs.checking.finding import Slip
from vtdocs.checking.office import office_words
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import LOWER, UPPER, Span, cited_words, outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_SHORTEST = 3
# A word in capitals with more of them is read as a name ("VIETTEL", "MISA").
_NAME_VOWELS = 2
# Letters within a proper name: "rừng ATK Định Hóa".
_NAME: Pattern[str] = compile_late(rf" [{UPPER}][{LOWER}]{{1,6}} [{UPPER}][{LOWER}]")


def _body_of(paper: Paper, start: int) -> int:
    """Which text an offset is in: 0 the paper's, n the n-th appendix's."""
    number = paper.prose.paragraphs[paper.prose.find(start)[0]].number
    return next((n for n, each in enumerate(paper.phu_luc, 1) if each.first <= number <= each.last), 0)


def _own_uses(paper: Paper) -> list[Use]:
    uses = list(paper.prose.abbreviations)
    kept = set(outside(((use.start, use.end) for use in uses), paper.prose.quoted, cited_words(paper)))
    return [use for use in uses if use.defines or (use.start, use.end) in kept]


def _spans(uses: list[Use]) -> list[Span]:
    return [(use.start, use.end) for use in uses]


@rule(
    "VB-851",
    "Chữ viết tắt dùng trước khi được giải thích",
    source=THONG_LE,
    severity=Severity.WARNING,
    example=Example("cải cách hành chính (CCHC) … công tác CCHC", "công tác CCHC … cải cách hành chính (CCHC)"),
)
def dung_truoc(paper: Paper) -> Iterator[Slip]:
    uses = _own_uses(paper)
    first = {use.word: use for use in reversed(uses) if use.defines}
    early: dict[str, list[Use]] = {}
    for use in uses:
        definition = first.get(use.word)
        if definition is not None and use.start < definition.start and not use.apart and not _is_known(use.word):
            early.setdefault(use.word, []).append(use)
    for word, found in early.items():
        yield Slip(
            f"“{word}” dùng trước chỗ giải thích",
            places_of(paper.prose, _spans(found)),
            f"chuyển lời giải thích “… ({word})” lên lần dùng đầu tiên",
            found=word,
        )


@rule(
    "VB-852",
    "Chữ viết tắt được giải thích hai lần",
    source=THONG_LE,
    severity=Severity.HINT,
    example=Example(
        "cải cách hành chính (CCHC); công tác CCHC", "cải cách hành chính (CCHC); cải cách hành chính (CCHC)"
    ),
)
def giai_thich_hai_lan(paper: Paper) -> Iterator[Slip]:
    seen: dict[tuple[str, int], list[Use]] = {}
    for use in _own_uses(paper):
        if use.defines:
            seen.setdefault((use.word, _body_of(paper, use.start)), []).append(use)
    for (word, _), found in seen.items():
        if len(found) > 1:
            yield Slip(
                f"“{word}” được giải thích {len(found)} lần",
                places_of(paper.prose, _spans(found[1:])),
                f"giải thích một lần ở chỗ đầu tiên, sau đó chỉ viết “{word}”",
                found=word,
            )


@rule(
    "VB-853",
    "Chữ viết tắt không được giải thích",
    source=THONG_LE,
    severity=Severity.HINT,
    example=Example("Trung tâm Phục vụ hành chính công (HCC) … Trung tâm HCC", "Trung tâm Phục vụ HCC"),
    why="UBND, HĐND, MTTQ và những chữ ai cũng biết không cần giải thích; chỉ xét lời văn, không xét bảng.",
)
def khong_giai_thich(paper: Paper) -> Iterator[Slip]:
    uses = _own_uses(paper)
    whole = paper.prose.whole
    known = {use.word for use in uses if use.defines or use.apart or _NAME.match(whole, use.end)}
    known |= office_words(paper.office)
    found = [
        use
        for use in uses
        if use.word not in known
        and len(use.word) >= _SHORTEST
        and not _is_known(use.word)
        and sum(letter in "AEIOUY" for letter in use.word) < _NAME_VOWELS
        and paper.prose.paragraphs[paper.prose.find(use.start)[0]].spot is None
    ]
    if found:
        yield Slip(
            f"chữ viết tắt chưa được giải thích: {shown(use.word for use in found)}",
            places_of(paper.prose, _spans(found)),
            "ở lần đầu viết đầy đủ, kèm chữ viết tắt trong ngoặc",
            found=found[0].word,
        )


def _is_known(word: str) -> bool:
    return word.replace("&", "") in QUEN_THUOC or all(part in QUEN_THUOC for part in word.split("&"))


@rule(
    "VB-854",
    "Chữ viết tắt được giải thích mà không dùng",
    source=THONG_LE,
    severity=Severity.HINT,
    example=Example("thủ tục hành chính (TTHC) … giải quyết TTHC", "thủ tục hành chính (TTHC) … giải quyết thủ tục"),
)
def khong_dung(paper: Paper) -> Iterator[Slip]:
    uses = _own_uses(paper)
    used = {use.word for use in uses if not use.defines}
    everywhere = paper.texts.whole
    found = [use for use in uses if use.defines and use.word not in used and everywhere.count(use.word) == 1]
    if found:
        yield Slip(
            f"giải thích mà sau đó không dùng: {shown(use.word for use in found)}",
            places_of(paper.prose, _spans(found)),
            "bỏ chữ viết tắt trong ngoặc",
            found=found[0].word,
        )
