"""Spelling that can be judged without guessing: doubled words, tone marks, a few sure slips."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match, Pattern

from vtdocs.checking.cum_tu import CHINH_TA, DUNG_SAT, LAY
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import Span, capitalised, occurrences, outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_SPELLING = "chính tả tiếng Việt"
_MARKS = ",.;:!?)”"
# The blank before it is what the pattern looks for first.
_TWICE: Pattern[str] = compile_late(r" (\w{2,7}) (?:\1\b|(\w{2,7}) \1 \2\b)")
_MOST_COUNTS = 200
_LAST_WORD: Pattern[str] = compile_late(r"[^\W\d_]{1,7}$")
_NEXT_WORD: Pattern[str] = compile_late(r" [^\W\d_]{1,7}\b")
# The two places of a tone mark: "hòa" and "hoà"; behind "q" there is one only. The first letter is asked alone, so that
# all others are passed over at once; the same holds below.
_TONES: Pattern[str] = compile_late(
    r"[oOuUòóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY]"
    r"|(?P<new>(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ]))(?!\w)(?<![qQ]..)"
)
# A tone mark that can stand on no such letter: "kế họach", "qúy", "gíam".
_MISPLACED: Pattern[str] = compile_late(
    r"[òóỏõọùúủũụìíỉĩị](?:(?<=[òóỏõọ])[ae](?:ng|nh|ch|[cimnoptuy])|(?<=[ùúủũụ])y(?:nh|ch|[ntpu])"
    r"|(?<=[qQ][ùúủũụ])[aeêiơâyă]\w{0,2}|(?<=\b[gG][ìíỉĩị])[aăâeêoôơuư]\w{0,3})(?!\w)"
)


@rule(
    "VB-806",
    "Từ gõ hai lần",
    source=_SPELLING,
    severity=Severity.WARNING,
    example=Example("các hộ trên địa bàn xã", "các hộ trên trên địa bàn xã"),
    why="Từ láy và từ lặp đúng (nhà nhà, người người, ngày ngày, luôn luôn) không bị nêu.",
)
def tu_lap(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = list(outside(_doubled(whole), paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"từ gõ hai lần: {shown(words)}",
            places_of(paper.prose, found),
            "xóa bớt từ thừa",
            found=words[0],
            expected=_half(words[0]),
            replacements=tuple(_half(word) for word in words),
        )


def _half(words: str) -> str:
    return words[: len(words) // 2]


def _doubled(whole: str) -> Iterator[Span]:
    """Words that stand twice and should not, one word or two."""
    counts: dict[str, int] = {}
    for match in _TWICE.finditer(whole):
        first, second = match.groups()
        if not first.islower():
            continue
        # Names and láy ("Hà Nội", "ngày càng") may follow each other.
        one_too_many = _is_slip(whole, match, counts) if second is None else not LAY.intersection((first, second))
        if one_too_many:
            yield match.start() + 1, match.end()


def _is_slip(whole: str, match: Match[str], counts: dict[str, int]) -> bool:
    """Whether a doubled word is one too many: "thực hiện hiện đại hóa" is not, for two compounds may meet."""
    word = match[1]
    before = _LAST_WORD.search(whole, max(0, match.start() - 9), match.start())
    if word in LAY:
        return False
    allowed = DUNG_SAT.get(word)
    if allowed is not None:
        return before is None or before[0].lower() not in allowed
    after = _NEXT_WORD.match(whole, match.end())
    if before is None or after is None:
        return False
    # With one of them taken out, the three words stand elsewhere in the paper as well.
    once, twice = f"{before[0]} {word}{after[0]}", f"{before[0]} {word} {word}{after[0]}"
    for words in (once, twice):
        # Each count reads the whole text: a few hundred doubled words are a text of another kind.
        if words not in counts:
            if len(counts) >= _MOST_COUNTS:
                return False
            counts[words] = whole.count(words)
    return 0 < counts[once] >= counts[twice]


@rule(
    "VB-809",
    "Lẫn hai kiểu đặt dấu thanh (hòa, hoà)",
    source=f"{_SPELLING}; Nghị định 30/2020/NĐ-CP để ngỏ",
    severity=Severity.HINT,
    example=Example("Ủy ban, hòa giải, thủy lợi", "Ủy ban, hoà giải, thuỷ lợi"),
    why="Cả hai kiểu đều đúng; một văn bản nên theo một kiểu để tìm kiếm được.",
)
def kieu_dau_thanh(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    if whole.isascii():
        return
    kinds: dict[bool, list[Span]] = {True: [], False: []}
    for match in _TONES.finditer(whole):
        kinds[match["new"] is not None].append(match.span())
    few = min(kinds.values(), key=len)
    if few:
        words = [_word_at(whole, span) for span in few]
        many = kinds[False] if few is kinds[True] else kinds[True]
        yield Slip(
            f"{len(few)} chữ đặt dấu thanh khác kiểu với {len(many)} chữ còn lại: {shown(words)}",
            places_of(paper.prose, few),
            f"viết theo một kiểu, như {shown(_word_at(whole, span) for span in many[:1])}",
            found=words[0],
        )


def _word_at(whole: str, span: Span) -> str:
    low = span[0]
    while low > max(0, span[0] - 4) and whole[low - 1].isalpha():
        low -= 1
    return whole[low : span[1]]


@rule(
    "VB-836",
    "Dấu thanh đặt sai chữ",
    source=_SPELLING,
    severity=Severity.WARNING,
    example=Example("kế hoạch, quý I", "kế họach, qúy I"),
)
def dau_sai_cho(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    if whole.isascii():
        return
    found = [match.span() for match in _MISPLACED.finditer(whole)]
    if found:
        words = [_word_at(whole, span) for span in found]
        yield Slip(
            f"dấu thanh đặt sai chữ: {shown(words)}",
            places_of(paper.prose, found),
            "gõ lại từ: kế hoạch, quý, giám",
            found=words[0],
        )


@rule(
    "VB-835",
    "Từ viết sai chính tả",
    source=_SPELLING,
    severity=Severity.WARNING,
    example=Example("sửa đổi, bổ sung", "sửa đổi, bổ xung"),
    why="Chỉ xét những từ chắc chắn sai; danh sách ngắn có chủ ý.",
)
def sai_chinh_ta(paper: Paper) -> Iterator[Slip]:
    lowered = paper.prose.lowered
    found: list[tuple[Span, str]] = []
    for wrong, slip in CHINH_TA.items():
        for at in occurrences(lowered, wrong):
            end = at + len(wrong)
            if lowered[at - 1 : at].isalpha() or lowered[end : end + 1].isalpha():
                continue
            # The word on each side, where a blank parts it.
            before = lowered[max(0, at - 10) : at].rpartition("\n")[2].split(" ")[-2:-1]
            after = lowered[end : end + 10].partition("\n")[0].split(" ")[1:2]
            if slip.before.isdisjoint(before) and slip.after.isdisjoint(word.strip(_MARKS) for word in after):
                found.append(((at, end), slip.right))
    rights = dict(found)
    kept = list(outside(sorted(rights), paper.prose.quoted))
    if kept:
        words = [paper.prose.whole[start:end] for start, end in kept]
        yield Slip(
            f"viết sai chính tả: {shown(words)}",
            places_of(paper.prose, kept),
            f"viết: {shown(rights[span] for span in kept)}",
            found=words[0],
            expected=rights[kept[0]],
            replacements=tuple(
                capitalised(rights[span]) if word[0].isupper() else rights[span]
                for span, word in zip(kept, words, strict=True)
            ),
        )
