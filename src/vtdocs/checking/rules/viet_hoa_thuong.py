"""Names of Phụ lục II that begin with a small letter within a sentence: bodies, places, holidays, honours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import UPPER, Span, capitalised, own_words, places_of, shown
from vtdocs.checking.ten_co_quan import CO_QUAN, HUAN_CHUONG, NGAY_LE, PHONG, TINH, VUNG
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

# Of one place it is one body; "ủy ban nhân dân các cấp" are many.
_COUNCIL: Pattern[str] = compile_late(
    rf"(?:hội đồng|ủy ban|uỷ ban) nhân dân (?=(?:xã|phường|tỉnh|thành phố|đặc khu|huyện) [{UPPER}])"
)
_FRONT: Pattern[str] = compile_late(r"(?:ủy|uỷ) ban (?=Mặt trận Tổ quốc\b)")
_AGENCIES = tuple(
    name[0].lower() + name[1:] for name in (*CO_QUAN, *PHONG) if name.startswith(("Bộ ", "Sở ", "Phòng "))
)
_AGENCY: Pattern[str] = compile_late(r"(?:bộ|sở|phòng) (?=[" + UPPER + r"])")
# "cán bộ Y tế", "trụ sở Công Thương", "văn phòng Kinh tế" end in the same words: only behind these it is a body.
_BEFORE: Pattern[str] = compile_late(
    r"(?:\b(?:[Gg]iao|của|và|do|với|tại|[Đđ]ề nghị|[Yy]êu cầu|trình|gửi|cho|là|theo|[Bb]áo cáo)|,) $"
)
_OF_PROVINCE: Pattern[str] = compile_late(r"tỉnh (?=[^\W\d_])")
_PROVINCES = {name.lower(): name for name in TINH if name not in ("Hòa Bình", "Thái Bình")}
_REGION: Pattern[str] = compile_late(
    r"vùng (?P<name>" + "|".join(name.lower() for name in VUNG) + r")\b(?! (?:của|xã|thôn|huyện))"
)
_NUMBERED: Pattern[str] = compile_late(r"(?:quận|phường) \d{1,2}(?=[.,;:)]?(?:\s|$))")
_NOT_A_NAME: Pattern[str] = compile_late(r"(?:\d|\b(?:các|mỗi|từng|những|một|hai|ba|số|tổng)) $")
_NUMBER_ENDS: Pattern[str] = compile_late(r"[.,;:)]|$|\n| (?:và|tỉnh|thành phố|Thành phố)\b")
_HOLIDAY: Pattern[str] = compile_late(
    r"ngày (?P<name>" + "|".join(name.lower() for name in NGAY_LE) + r")\b", re.IGNORECASE
)
_HONOUR: Pattern[str] = compile_late(
    r"huân chương (?P<name>" + "|".join(name.lower() for name in HUAN_CHUONG) + r")\b", re.IGNORECASE
)
_HERO: Pattern[str] = compile_late(r"Anh hùng lao động\b")
_HO: Pattern[str] = compile_late(r"hồ chí minh\b|Bác hồ\b|[Cc]hủ tịch hồ Chí Minh\b")
_CONSTITUTION: Pattern[str] = compile_late(r"hiến pháp (?=năm \d{4}\b|nước Cộng hòa)")
_SUPREME: Pattern[str] = compile_late(r"thủ tướng chính phủ\b|chủ tịch quốc hội\b(?! (?:các|một số))")
_LOOK_BACK = 12


def _slip(paper: Paper, rights: dict[Span, str], message: str) -> Iterator[Slip]:
    """One slip of all that is written otherwise than it should be, in the paper's own words."""
    whole = paper.prose.whole
    spans = own_words(paper, (span for span, right in rights.items() if whole[slice(*span)] != right))
    if spans:
        yield Slip(
            message.format(shown(whole[start:end] for start, end in spans)),
            places_of(paper.prose, spans),
            f"viết: {shown(rights[span] for span in spans)}",
            found=whole[slice(*spans[0])],
            expected=rights[spans[0]],
            replacements=tuple(rights[span] for span in spans),
        )


def _within(whole: str, at: int) -> bool:
    """Whether an offset is within a sentence: a word that begins here does not begin a paragraph."""
    return at > 0 and whole[at - 1] == " "


def _known(names: Iterable[str]) -> dict[str, str]:
    return {name.lower(): name for name in names}


@rule(
    "ND30-715",
    "Tên cơ quan bắt đầu bằng chữ thường",
    source=f"{nd30.VIET_HOA}, Mục IV, khoản 1",
    severity=Severity.WARNING,
    example=Example("giao Sở Nội vụ, báo cáo Hội đồng nhân dân xã Vĩnh Thông", "giao sở Nội vụ chủ trì"),
    why="Chỉ xét cơ quan cụ thể; “ủy ban nhân dân các cấp”, “các sở, ban, ngành” viết thường là đúng.",
)
def co_quan_thuong(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = {
        (match.start(), match.end() - 1): capitalised(match.group().rstrip())
        for pattern in (_COUNCIL, _FRONT)
        for match in pattern.finditer(whole)
        if _within(whole, match.start())
    }
    for match in _AGENCY.finditer(whole):
        at = match.start()
        name = next((each for each in _AGENCIES if whole.startswith(each, at)), "")
        if name and not whole[at + len(name) :][:1].isalnum() and _BEFORE.search(whole, max(0, at - _LOOK_BACK), at):
            found[at, at + len(name)] = capitalised(name)
    yield from _slip(paper, found, "{}: tên cơ quan cụ thể viết hoa chữ đầu")


@rule(
    "ND30-716",
    "Tên địa lý viết thường",
    source=f"{nd30.VIET_HOA}, Mục III, khoản 1",
    severity=Severity.WARNING,
    example=Example("tỉnh Thái Nguyên, vùng Tây Bắc, Quận 1", "tỉnh thái nguyên, vùng tây bắc, quận 1"),
    why="Đơn vị hành chính mang chữ số thì viết hoa cả danh từ chung: Quận 1, Phường 3 (điểm b).",
)
def dia_ly_thuong(paper: Paper) -> Iterator[Slip]:
    whole, lowered = paper.prose.whole, paper.prose.lowered
    found: dict[Span, str] = {}
    for match in _OF_PROVINCE.finditer(whole):
        at = match.end()
        name = next((each for each in _PROVINCES if lowered.startswith(each, at)), "")
        end = at + len(name)
        if name and not lowered[end : end + 1].isalnum() and not whole[at:end].isupper():
            found[at, end] = _PROVINCES[name]
    regions = _known(VUNG)
    found |= {match.span("name"): regions[match["name"]] for match in _REGION.finditer(whole)}
    for match in _NUMBERED.finditer(whole):
        at = match.start()
        counted = _NOT_A_NAME.search(whole, max(0, at - _LOOK_BACK), at)
        if _within(whole, at) and not counted and _NUMBER_ENDS.match(whole, match.end()):
            found[match.span()] = capitalised(match.group())
    yield from _slip(paper, found, "{}: tên địa lý phải viết hoa")


@rule(
    "ND30-717",
    "Tên ngày lễ, huân chương, danh hiệu viết thường",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 2 và khoản 5",
    severity=Severity.WARNING,
    example=Example("ngày Quốc khánh 2-9, Huân chương Lao động", "ngày quốc khánh 2-9, huân chương lao động"),
    why="Chỉ xét những tên thường gặp.",
)
def ngay_le_thuong(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    holidays, honours = _known(NGAY_LE), _known(HUAN_CHUONG)
    # How much of the name has capitals is left open ("Quốc tế lao động"); its first letter is not.
    found = {
        match.span("name"): holidays[match["name"].lower()]
        for match in _HOLIDAY.finditer(whole)
        if match["name"][0].islower()
    }
    found |= {
        match.span(): f"Huân chương {honours[match['name'].lower()]}"
        for match in _HONOUR.finditer(whole)
        if not match.group().isupper()
    }
    found |= {match.span(): "Anh hùng Lao động" for match in _HERO.finditer(whole)}
    yield from _slip(paper, found, "{}: tên ngày lễ, huân chương, danh hiệu phải viết hoa")


@rule(
    "ND30-718",
    "Tên người, Hiến pháp, chức danh duy nhất viết thường",
    source=f"{nd30.VIET_HOA}, Mục II, khoản 1; Mục V, khoản 3 và khoản 6",
    severity=Severity.WARNING,
    example=Example("phong cách Hồ Chí Minh, Hiến pháp năm 2013", "phong cách hồ chí minh, hiến pháp năm 2013"),
)
def ten_nguoi_thuong(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = {match.span(): _right_of(match.group()) for match in _HO.finditer(whole)}
    found |= {(match.start(), match.end() - 1): "Hiến pháp" for match in _CONSTITUTION.finditer(whole)}
    supreme = {"thủ tướng chính phủ": "Thủ tướng Chính phủ", "chủ tịch quốc hội": "Chủ tịch Quốc hội"}
    found |= {match.span(): supreme[match.group()] for match in _SUPREME.finditer(whole)}
    yield from _slip(paper, found, "{}: tên riêng phải viết hoa")


def _right_of(words: str) -> str:
    return "Bác Hồ" if words == "Bác hồ" else words.replace("hồ chí minh", "Hồ Chí Minh").replace(" hồ ", " Hồ ")
