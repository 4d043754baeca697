"""Hyphens and dashes: one kind between words, one way of writing a span of years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import Span, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_SPELLING = "chính tả tiếng Việt"
_DASHES: Pattern[str] = compile_late(r"[-–—](?:(?<=[^\W_] .)|(?<=[^\W_].)) ?(?=[^\W_])")
_EN_DASHES = "–—"
# Before a year in the number of a paper or the name of a file, where all is written together.
_IN_SYMBOLS = ("/", "-", "_")
_YEARS: Pattern[str] = compile_late(r"(?:19|20)\d\d( ?)[-–—]\1(?:19|20)\d\d(?![\d/])")


@rule(
    "VB-807",
    "Lẫn gạch nối (-) và gạch ngang (–)",
    source=f"{_SPELLING}; Nghị định 30/2020/NĐ-CP in gạch nối (-) giữa các cụm từ",
    severity=Severity.HINT,
    example=Example("Văn hóa - Xã hội, kinh tế - xã hội", "Văn hóa – Xã hội, kinh tế - xã hội"),
)
def lan_gach(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    if not any(dash in whole for dash in _EN_DASHES):
        return
    kinds: dict[bool, list[Span]] = {True: [], False: []}
    for match in _DASHES.finditer(whole):
        start = match.start()
        # A symbol ("76/NQ-CP") has hyphens of its own.
        if whole[start] == "-" and whole[start - 1 : start] != " ":
            continue
        kinds[whole[start] in _EN_DASHES].append((start, start + 1))
    if kinds[True] and kinds[False]:
        words = [_pair_at(whole, span[0]) for span in kinds[True]]
        yield Slip(
            f"{len(kinds[True])} chỗ dùng gạch ngang dài, {len(kinds[False])} chỗ dùng gạch nối: {shown(words)}",
            places_of(paper.prose, kinds[True]),
            "dùng một loại dấu; Nghị định dùng “-” với một dấu cách mỗi bên",
            found=words[0],
            expected=words[0].replace("–", "-").replace("—", "-"),
            replacements=("-",) * len(kinds[True]),
        )


def _pair_at(whole: str, at: int) -> str:
    """The words on both sides of a dash."""
    left, right = whole[max(0, at - 16) : at], whole[at + 1 : at + 17]
    left = " ".join(left.rpartition("\n")[2].split(" ")[-3:]) if left.endswith(" ") else left.split(" ")[-1]
    right = " ".join(right.partition("\n")[0].split(" ")[:3]) if right.startswith(" ") else right.split(" ")[0]
    return f"{left}{whole[at]}{right}".strip(" ,.;:")


@rule(
    "VB-808",
    "Khoảng năm viết hai cách",
    source="30/2020/NĐ-CP, Phụ lục I dùng dấu cách hai bên gạch nối; thông lệ",
    severity=Severity.HINT,
    example=Example("giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030", "giai đoạn 2021-2025 và giai đoạn 2026 - 2030"),
)
def khoang_nam(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        (match.span(), match.group())
        for match in _YEARS.finditer(whole)
        if not (before := whole[match.start() - 1 : match.start()]).isdigit() and before not in _IN_SYMBOLS
    ]
    spaced = Counter(" " in text for _, text in found)
    if spaced[True] and spaced[False]:
        tight = [(span, text) for span, text in found if " " not in text]
        yield Slip(
            f"khoảng năm viết có và không có dấu cách: {shown(text for _, text in tight)}",
            places_of(paper.prose, (span for span, _ in tight)),
            "viết thống nhất, như “2021 - 2025”",
            found=tight[0][1],
            expected=f"{tight[0][1][:4]} - {tight[0][1][-4:]}",
            replacements=tuple(f"{text[:4]} - {text[-4:]}" for _, text in tight),
        )
