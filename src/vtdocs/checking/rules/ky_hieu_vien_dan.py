"""Symbols of cited papers, letter for letter: blanks and dashes within, the Party's order, "TTg"."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match, Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_GROUP = r"[A-ZĐ][A-Za-zĐđ]{0,8}\d{0,2}"
_SYMBOL: Pattern[str] = compile_late(
    rf"số:? (?P<number>\d{{1,5}}(?:/(?:19|20)\d\d)?)(?P<first> ?[/–—-] ?)(?P<kind>{_GROUP})(?P<second> ?[-–—/] ?)"
    rf"(?P<body>{_GROUP})(?![\w])"
)
# Such a dash stands between words: "tổ số 3 - TDP - KDC".
_APART = frozenset((" - ", " – ", " — "))
# Bodies of the Party's Centre issue nothing under the decree: theirs is "57-NQ/TW" (Hướng dẫn số 05-HD/VPTW).
_PARTY = frozenset(("TW", "TƯ", "VPTW"))


@rule(
    "VB-911",
    "Ký hiệu của văn bản viện dẫn viết sai",
    source="30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3, điểm b; Hướng dẫn số 05-HD/VPTW với văn bản của Đảng",
    severity=Severity.WARNING,
    example=Example("Quyết định số 749/QĐ-TTg, Nghị quyết số 57-NQ/TW", "Quyết định số 749/QĐ-TTG"),
    why="Trong ký hiệu không có dấu cách và gạch ngang dài; Thủ tướng viết tắt là TTg; văn bản của Trung ương Đảng ghi "
    "số-tên loại/TW.",
)
def ky_hieu_sai(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    rights = {
        (match.start("number"), match.end()): right
        for match in _SYMBOL.finditer(whole)
        if _APART.isdisjoint((match["first"], match["second"]))
        and (right := _right(match)) != whole[match.start("number") : match.end()]
    }
    found = list(outside(rights, paper.prose.quoted))
    if found:
        yield Slip(
            f"ký hiệu viết sai: {shown(whole[start:end] for start, end in found)}",
            places_of(paper.prose, found),
            f"viết: {shown(rights[span] for span in found)}",
            found=whole[slice(*found[0])],
            expected=rights[found[0]],
            replacements=tuple(rights[span] for span in found),
        )


def _right(match: Match[str]) -> str:
    """A symbol as it is written: marks without blanks, and those of the law that it is under."""
    first, second = (match[name].strip().replace("–", "-").replace("—", "-") for name in ("first", "second"))
    if match["body"] in _PARTY:
        first, second = "-", "/"
    body = "TTg" if match["body"] == "TTG" else match["body"]
    return f"{match['number']}{first}{match['kind']}{second}{body}"
