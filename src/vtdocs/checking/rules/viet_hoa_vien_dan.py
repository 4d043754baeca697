"""Capitals of Phụ lục II in citing: khoản and điểm small, Điều and Chương with a capital, the kind of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.citations import KINDS
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import capitalised, decapitalised, follows, goes_on, matches_of, own_words, tell
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

# The papers whose articles are cited.
_LAWS = r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Quy chế|Quy định|Điều lệ)"

_KHOAN_DIEM: Pattern[str] = compile_late(
    r"Khoản \d{1,2}\b(?! (?:tỷ|triệu|nghìn|đồng))"
    r"|Điểm [a-zđ](?= [Kk]hoản|[,;](?! [a-zđ]\))|\)| và | của| Điều| Mục|\.$)"
    r"|Điểm \d{1,2}(?:\.\d{1,2}){0,3}(?=,? (?:[Kk]hoản|[Mm]ục|[Đđ]iều|[Pp]hần|Nghị|Quyết|Thông tư|Công văn|Kế hoạch))"
)
# Each begins with its own letters: such a pattern passes over all else at once (0.3 ms against 11 on thirty pages).
_DIEU: Pattern[str] = compile_late(rf"điều \d{{1,3}}[a-zđ]?\b(?=(?P<law>,? (?:của )?{_LAWS})?)")
_DIEU_BEFORE: Pattern[str] = compile_late(r"(?:\btại|\btheo|\bkhoản \d{1,2},?) $")
_PARTS: tuple[Pattern[str], ...] = (
    compile_late(rf"chương [IVXLC]{{1,6}}(?=,? (?:của )?(?:{_LAWS}|Phụ lục))"),
    compile_late(rf"phần [IVXLC]{{1,6}}(?=,? (?:của )?(?:{_LAWS}|Phụ lục))"),
    compile_late(rf"mục (?:\d{{1,2}}|[IVX]{{1,5}})(?=,? (?:[Cc]hương [IVX]|[Pp]hần [IVX]|(?:của )?{_LAWS} số))"),
)
# Kinds with a name of their own; a "văn bản" is none, and "công văn" none that is printed.
_KINDS = frozenset(KINDS) - {"văn bản", "công văn", "tờ khai", "lệnh", "hợp đồng", "dự án", "đề án", "công ước"}
# Several papers at once are no single one.
_SEVERAL: Pattern[str] = compile_late(r"\b(?:các|những|hai|ba|bốn) $")


@rule(
    "ND30-701",
    "“khoản”, “điểm” viết hoa giữa câu khi viện dẫn",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 7",
    example=Example("theo điểm a khoản 2 Điều 103", "theo Điểm a Khoản 2 Điều 103"),
    why="Khi viện dẫn chỉ viết hoa phần, chương, mục, tiểu mục, điều.",
)
def khoan_diem_hoa(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [span for span in matches_of(paper, _KHOAN_DIEM) if goes_on(whole, span[0])]
    yield from tell(
        paper,
        found,
        "{} viết hoa giữa câu khi viện dẫn",
        "viết thường “khoản”, “điểm”: điểm a khoản 2 Điều 103",
        decapitalised,
    )


@rule(
    "ND30-702",
    "“điều”, “chương”, “mục”, “phần” viết thường khi viện dẫn",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 7",
    example=Example("quy định tại khoản 2 Điều 5 Luật Đất đai", "quy định tại khoản 2 điều 5 Luật Đất đai"),
)
def dieu_thuong(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        match.span() for match in _DIEU.finditer(whole) if match["law"] or follows(whole, match.start(), _DIEU_BEFORE)
    ]
    found += (match.span() for pattern in _PARTS for match in pattern.finditer(whole))
    yield from tell(
        paper,
        own_words(paper, found),
        "{} viết thường khi viện dẫn một văn bản cụ thể",
        "viết hoa chữ cái đầu của Phần, Chương, Mục, Tiểu mục, Điều",
        capitalised,
    )


@rule(
    "ND30-708",
    "Tên loại văn bản viết thường khi nói đến văn bản cụ thể",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 6",
    example=Example("theo Nghị định số 30/2020/NĐ-CP", "theo nghị định số 30/2020/NĐ-CP"),
)
def ten_loai_thuong(paper: Paper) -> Iterator[Slip]:
    found = [
        (each.start, each.at + len(each.symbol))
        for each in paper.citations
        if each.so and each.kind in _KINDS and not follows(paper.prose.whole, each.start, _SEVERAL)
    ]
    yield from tell(
        paper,
        own_words(paper, found),
        "{}: tên loại của một văn bản cụ thể phải viết hoa chữ cái đầu",
        "viết hoa chữ cái đầu của tên loại: Nghị định số …, Quyết định số …, Kế hoạch số …",
        capitalised,
    )
