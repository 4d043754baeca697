"""Typing: how letters, blanks and marks are typed. These hold in a paper of any law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import Pattern

from vtdocs.checking.finding import Place, Slip
from vtdocs.checking.paper import Paper, Prose
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.set_apart import in_lines_apart
from vtdocs.checking.spans import LOWER, UPPER, Span, occurrences, places_of
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_TYPING = "quy tắc gõ văn bản tiếng Việt"
_LETTER = r"[^\W\d_]"

# More than a few are laid out by blanks, which other rules see.
_BLANKS: Pattern[str] = compile_late(r"  {1,3}(?! )(?<! {5})")
# Around what is left to be filled in by hand, blanks are meant.
_BLANK_LEFT: Pattern[str] = compile_late(r"(?:[Ss]ố:?|[Nn]gày|[Tt]háng|[Nn]ăm|/|…|\.\.|:|-|^)$")
_BLANK_RIGHT: Pattern[str] = compile_late(r"(?:/|tháng|năm|…|\.\.)")
# In a line of its own blanks set apart what stands side by side, but not within words.
_BLANKS_APART: Pattern[str] = compile_late(r"(?<=[^\W_]|,)  {1,2}(?=[^\W_])")
_MARKS_BEHIND = (" ,", " ;", " :", " !", " ?", " .")
_BEHIND: Pattern[str] = compile_late(r" [,;:!?.](?=\s|$|/\.)")
_IN_BRACKET: Pattern[str] = compile_late(r"\( +(?=[^\W_])")
_OUT_BRACKET: Pattern[str] = compile_late(r" \)(?<=[^\W_] \))")
# Letters that no address and no name of a file's kind has.
_MARKED = LOWER.removeprefix("a-z")
_VOWEL: Pattern[str] = compile_late(r"[^\W\dbcdđghklmnpqrstvx]\w{0,3}$")
# The mark comes first and what stands before it is looked at then: all other letters are passed over at once.
_AFTER_MARK: Pattern[str] = compile_late(
    rf"[,;:.()](?:(?<=[{LOWER}]{{2}}[,;:])(?={_LETTER})"
    rf"|(?<=[{LOWER}]{{2}}\.)(?=[{UPPER}][{LOWER}]|[a-z]{{0,3}}[{_MARKED}])"
    rf"|(?<=\))(?=[{LOWER}]{{2}})|(?<=[{LOWER}]{{2}}\()(?={_LETTER}{{2}}))"
)
_ADDRESS = ("@", "//", "www.", "mailto:", ".vn", ".com", ".org", ".net")
_BRACKETS: Pattern[str] = compile_late(r"[()]")
_QUOTES: Pattern[str] = compile_late(r"[“”\n]")
_LETTERED: Pattern[str] = compile_late(r"\s*[\w.]{1,6}\)")
_OTHER_QUOTES = ('"', "''", "’", "„", "‟", "″", "»")
_TWO_MARKS: Pattern[str] = compile_late(r"(?:,,|;;|::|,\.|;\.|\.,|,;|;,|\.\.)(?![.,;:/…])")


def _slip(prose: Prose, found: Iterable[Span], message: str, hint: str, *apart: Place) -> Iterator[Slip]:
    places = (*apart, *places_of(prose, found))
    if places:
        yield Slip(message.format(len(places)), places, hint)


def _around(prose: Prose, span: Span) -> str:
    """The word that a span is in, blanks to blanks."""
    whole = prose.whole
    low, high = span[0], span[1]
    while low > max(0, span[0] - 60) and not whole[low - 1].isspace():
        low -= 1
    while high < min(len(whole), span[1] + 60) and not whole[high].isspace():
        high += 1
    return whole[low:high]


def _ends_short(before: str) -> bool:
    """Whether a word that keeps its full stop stands before a mark: "v.v.,", "KT., TL."."""
    word = before.replace("\n", " ").rpartition(" ")[2]
    return word.lower().endswith("v.v") or (word.isalpha() and (word.isupper() or len(word) < 3))


def _is_short(whole: str, at: int) -> bool:
    """Whether a word without a vowel stands before a full stop: "tr.đồng"."""
    return whole[at] == "." and not _VOWEL.search(whole, max(0, at - 4), at)


def _is_address(prose: Prose, span: Span) -> bool:
    word = _around(prose, span).lower()
    return any(mark in word for mark in _ADDRESS)


@rule(
    "VB-803",
    "Nhiều dấu cách liền nhau",
    source=_TYPING,
    severity=Severity.WARNING,
    example=Example("cải cách hành chính", "cải cách  hành chính"),
)
def hai_dau_cach(paper: Paper) -> Iterator[Slip]:
    prose, whole = paper.prose, paper.prose.whole
    found = []
    for match in _BLANKS.finditer(whole):
        start, end = match.span()
        if start == 0 or end == len(whole) or "\n" in (whole[start - 1], whole[end]):
            continue
        if _is_left_blank(whole, start, end):
            continue
        index, low = prose.find(start)
        raw = prose.paragraphs[index].text
        # A tab or a line break is a blank in `whole`.
        if len(raw) == len(prose.texts[index]) and raw[low : low + end - start].strip(" \xa0"):
            continue
        found.append((start, end))
    message, hint = "{} chỗ có nhiều dấu cách liền nhau", "chỉ để một dấu cách giữa hai chữ"
    yield from _slip(prose, found, message, hint, *in_lines_apart(paper, _blanks_apart))


def _is_left_blank(whole: str, start: int, end: int) -> bool:
    """Whether blanks are left to be filled in; before a figure ("ngày  05") nothing is."""
    if whole[end : end + 1].isdecimal() and whole[start - 1 : start].isalpha():
        return False
    return bool(_BLANK_LEFT.search(whole, max(0, start - 6), start) or _BLANK_RIGHT.match(whole, end))


def _blanks_apart(line: str) -> Iterator[Span]:
    spans = (match.span() for match in _BLANKS_APART.finditer(line))
    return (span for span in spans if not _is_left_blank(line, *span))


@rule(
    "VB-804",
    "Dấu cách trước dấu câu hoặc sát trong ngoặc",
    source=_TYPING,
    severity=Severity.WARNING,
    example=Example("trang thông tin điện tử xã; bảng tin", "trang thông tin điện tử xã ; bảng tin"),
)
def cach_truoc_dau(paper: Paper) -> Iterator[Slip]:
    prose, whole = paper.prose, paper.prose.whole
    brackets = (match.span() for each in (_IN_BRACKET, _OUT_BRACKET) for match in each.finditer(whole))
    yield from _slip(
        prose,
        sorted([*_marks_behind(whole), *brackets]),
        "{} chỗ có dấu cách trước dấu câu hoặc sát trong ngoặc",
        "dấu câu và dấu ngoặc viết liền với chữ đứng trước, sau",
        *in_lines_apart(paper, _marks_behind),
    )


def _marks_behind(whole: str) -> Iterator[Span]:
    """Where a blank stands between a word and a mark."""
    for mark in _MARKS_BEHIND:
        for at in occurrences(whole, mark):
            before = whole[at - 1 : at]
            if _BEHIND.match(whole, at) and (before.isalnum() or before in tuple(')”"%')):
                yield at, at + 2


@rule(
    "VB-805",
    "Thiếu dấu cách sau dấu câu hoặc ngoài ngoặc",
    source=_TYPING,
    severity=Severity.WARNING,
    example=Example("cán bộ, công chức", "cán bộ,công chức"),
)
def thieu_cach_sau_dau(paper: Paper) -> Iterator[Slip]:
    prose = paper.prose
    found = (match.span() for match in _AFTER_MARK.finditer(prose.whole))
    yield from _slip(
        prose,
        (span for span in found if not (_is_address(prose, span) or _is_short(prose.whole, span[0]))),
        "{} chỗ thiếu dấu cách sau dấu câu hoặc ngoài ngoặc",
        "sau dấu câu để một dấu cách; ngoài dấu ngoặc cũng vậy",
    )


@rule(
    "VB-811",
    "Hai dấu câu liền nhau",
    source=_TYPING,
    severity=Severity.WARNING,
    example=Example("thực hiện nghiêm túc.", "thực hiện nghiêm túc,."),
)
def hai_dau_cau(paper: Paper) -> Iterator[Slip]:
    prose, whole = paper.prose, paper.prose.whole
    found = [
        match.span()
        for match in _TWO_MARKS.finditer(whole)
        if whole[match.start() - 1 : match.start()].isalnum()
        and not (match.group()[0] == "." and _ends_short(whole[max(0, match.start() - 8) : match.start()]))
        and not _is_address(prose, match.span())
    ]
    yield from _slip(prose, found, "{} chỗ có hai dấu câu liền nhau", "chỉ để một dấu câu")


@rule(
    "VB-812",
    "Thiếu dấu đóng ngoặc",
    source=_TYPING,
    severity=Severity.HINT,
    example=Example("cải cách hành chính (CCHC)", "cải cách hành chính (CCHC"),
)
def thieu_dong_ngoac(paper: Paper) -> Iterator[Slip]:
    prose = paper.prose
    texts, found, at = prose.texts, [], 0
    for index, text in enumerate(texts):
        if "(" in text and (last := _open_bracket(text)) >= 0 and not _closes_later(texts[index + 1 : index + 3]):
            found.append((at + last, at + len(text)))
        at += len(text) + 1
    yield from _slip(prose, found, "{} đoạn mở ngoặc mà không đóng", "thêm dấu đóng ngoặc")
    yield from _slip(prose, _open_quotes(prose), "{} đoạn mở ngoặc kép mà không đóng", "thêm dấu đóng ngoặc kép (”)")


def _open_bracket(text: str) -> int:
    """Where the last bracket opens that nothing closes, or -1. The one of "a)" closes none."""
    waiting: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match.group() == "(":
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
    return waiting[-1] if waiting else -1


def _closes_later(following: tuple[str, ...]) -> bool:
    """Whether a bracket is closed in one of the next paragraphs: a line that was broken by hand."""
    return any(text.count(")") - bool(_LETTERED.match(text)) > text.count("(") for text in following)


def _open_quotes(prose: Prose) -> Iterator[Span]:
    """Quotation marks that open within a paragraph, and that nothing closes before the next one opens."""
    whole = prose.whole
    # A quotation of several paragraphs may open one within another, but then all of them close.
    if whole.count("“") <= whole.count("”"):
        return
    waiting: list[Span] = []
    line, opened = 0, -1
    for match in _QUOTES.finditer(f"{whole}\n"):
        at, mark = match.start(), match.group()
        if mark == "\n":
            # Another mark may close it, and one at the beginning of a paragraph opens others' words of many paragraphs.
            if opened > line and not any(other in whole[opened:at] for other in _OTHER_QUOTES):
                waiting.append((opened, at))
            line, opened = at + 1, -1
        elif mark == "”":
            opened = -1
            waiting.clear()
        else:
            opened = at
            yield from waiting
            waiting.clear()
    yield from waiting
