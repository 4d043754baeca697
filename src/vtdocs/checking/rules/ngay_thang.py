"""Days of the text: those that no calendar has, weekdays that do not fit, the paper's day against what it cites."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from re import Pattern

from vtdocs.checking.dates import DAY, WRITTEN_DAY, day_of
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import format_ngay_ngan

__all__: list[str] = []

_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
# Before a day: "thứ Hai, ngày 05/01/2026", "Chủ nhật (ngày 11 tháng 01 năm 2026)".
_WEEKDAY: Pattern[str] = compile_late(
    r"(?<!lần )(?<!đợt )(?<!kỳ )(?:[Tt]hứ (?P<thu>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật),? \(?$"
)
_LOOK_BACK = 14
# One pattern each, which so begins with its own letters and passes over all else at once (0.23 ms against 0.35 on ten
# pages); the first letter may be a capital.
_YEARS: tuple[Pattern[str], ...] = tuple(
    compile_late(rf"{words} (?:từ )?(?:năm )?(?P<begin>\d{{4}}) ?(?:[-–—]|đến) ?(?:năm )?(?P<end>\d{{4}})(?![\d/])")
    for words in ("iai đoạn", "hiệm kỳ", "ăm học", "iên độ")
)
_AT: Pattern[str] = compile_late(r"\b(?:[Ll]úc|[Hh]ồi) $")
_HOUR: Pattern[str] = compile_late(r"(?P<hour>\d{1,2}) giờ(?: (?P<minute>\d{1,2}) phút)?")
_OLDEST, _NEWEST = 1900, 2200
_FROM_TO: Pattern[str] = compile_late(rf"[Tt]ừ ngày {WRITTEN_DAY},? (?:đến|tới) (?:hết )?ngày ")


@rule(
    "ND30-921",
    "Ngày không có trong lịch",
    source="30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 và khoản 6, điểm b",
    example=Example("ngày 28 tháng 02 năm 2026", "ngày 31 tháng 02 năm 2026"),
    why="Thời gian ban hành văn bản là ngày có thật.",
)
def ngay_khong_co(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    # Noughts are places to be filled in.
    found = [
        match.span()
        for match in DAY.finditer(whole)
        if day_of(match) is None and int(match["d"]) and int(match["m"] or match["tm"])
    ]
    found = list(outside(found, paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"{shown(words)}: không có ngày này trong lịch",
            places_of(paper.prose, found),
            "đối chiếu lại ngày, tháng, năm",
            found=words[0],
        )


@rule(
    "VB-922",
    "Ngày ban hành sớm hơn văn bản được viện dẫn",
    source="thông lệ: văn bản chỉ viện dẫn được văn bản đã ban hành",
    severity=Severity.WARNING,
    example=Example("ban hành ngày 20/3/2026, viện dẫn ngày 17/3/2026", "ban hành ngày 10/3/2026, viện dẫn 17/3/2026"),
)
def som_hon_vien_dan(paper: Paper) -> Iterator[Slip]:
    if paper.date is None:
        return
    late = [each for each in paper.citations if each.day is not None and each.day > paper.date]
    if late:
        newest = max(late, key=lambda each: each.day or date.min)
        assert newest.day is not None  # noqa: S101 - chosen among those that have one
        yield Slip(
            f"văn bản ghi ngày {format_ngay_ngan(paper.date)}, sớm hơn văn bản viện dẫn {newest.symbol} "
            f"ngày {format_ngay_ngan(newest.day)}",
            places_of(paper.prose, ((each.start, each.end) for each in late)),
            "đối chiếu lại ngày ban hành và ngày của văn bản viện dẫn",
            found=format_ngay_ngan(paper.date),
        )


@rule(
    "VB-924",
    "Thứ không đúng với ngày",
    source="lịch",
    severity=Severity.WARNING,
    example=Example("thứ Hai, ngày 05/01/2026", "thứ Ba, ngày 05/01/2026"),
)
def thu_khong_dung(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    for match in DAY.finditer(whole):
        weekday = _WEEKDAY.search(whole, max(0, match.start() - _LOOK_BACK), match.start())
        day = day_of(match)
        if day is None or weekday is None:
            continue
        typed = _WEEKDAYS.index(weekday["thu"].lower()) if weekday["thu"] else 6
        if typed != day.weekday():
            right = "Chủ nhật" if day.weekday() == 6 else f"thứ {_WEEKDAYS[day.weekday()].capitalize()}"
            words = whole[weekday.start() : match.end()]
            yield Slip(
                f"“{words}”: ngày {format_ngay_ngan(day)} là {right}",
                (paper.prose.place(weekday.start(), match.end()),),
                "đối chiếu lại thứ và ngày",
                found=words,
                expected=right,
            )


@rule(
    "VB-925",
    "Khoảng thời gian kết thúc trước khi bắt đầu",
    source="lịch",
    severity=Severity.WARNING,
    example=Example("từ ngày 15/4/2026 đến ngày 14/5/2026", "từ ngày 15/5/2026 đến ngày 14/4/2026"),
)
def khoang_nguoc(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    for match in _FROM_TO.finditer(whole):
        last = DAY.match(whole, match.end() - len("ngày "))
        begin, end = day_of(match), day_of(last) if last else None
        if last and begin and end and end < begin:
            yield Slip(
                f"khoảng thời gian từ {format_ngay_ngan(begin)} đến {format_ngay_ngan(end)} kết thúc trước khi bắt đầu",
                (paper.prose.place(match.start(), last.end()),),
                "đối chiếu lại hai ngày",
                found=whole[match.start() : last.end()],
            )
    found = sorted(
        (match.start() - 1, match.end())
        for pattern in _YEARS
        for match in pattern.finditer(whole)
        if _OLDEST <= int(match["end"]) < int(match["begin"]) < _NEWEST
    )
    found = list(outside(found, paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"{shown(words)}: năm sau nhỏ hơn năm trước",
            places_of(paper.prose, found),
            "đối chiếu lại hai năm",
            found=words[0],
        )


@rule(
    "VB-926",
    "Giờ, phút không có thật",
    source="một ngày có 24 giờ, một giờ có 60 phút",
    severity=Severity.WARNING,
    example=Example("lúc 20 giờ 15 phút", "lúc 25 giờ 15 phút"),
)
def gio_khong_co(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        (before.start(), match.end())
        for match in _HOUR.finditer(whole)
        if (int(match["hour"]) > 24 or (match["minute"] and int(match["minute"]) > 59))
        and (before := _AT.search(whole, max(0, match.start() - 6), match.start()))
    ]
    found = list(outside(found, paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"{shown(words)}: không có giờ này",
            places_of(paper.prose, found),
            "đối chiếu lại giờ, phút",
            found=words[0],
        )
