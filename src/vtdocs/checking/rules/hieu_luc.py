"""Cited papers against what is known of them: in force or not, and their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from re import Pattern

from vtdocs.checking.can_cu_luat import THEO_SO, VanBanPhapLuat, luat_cua
from vtdocs.checking.dates import WRITTEN_DAY, day_of
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import Span, occurrences, outside
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import format_ngay_ngan

__all__: list[str] = []

# Said of a paper whose end the text knows.
_KNOWN_ENDED: Pattern[str] = compile_late(
    r"(?i:thay thế|bãi bỏ|hết hiệu lực|trước đây|\bcũ\b|giai đoạn trước|không còn hiệu lực)"
)
# Within the title of a paper that amends it; what amended a paper that has ended says nothing behind that one.
_AMENDED: Pattern[str] = compile_late(r"(?i:sửa đổi)[^;\n]{0,160}$")
_AROUND = 160
# What tells which law of a name is meant.
_LAW_DAY: Pattern[str] = compile_late(rf",? (?:ngày {WRITTEN_DAY}|năm (?P<nam>\d{{4}})\b)")
_LUAT = luat_cua()


def _day_of_paper(paper: Paper) -> date | None:
    """The paper's day; for a draft that of the newest paper it cites, which it cannot be older than."""
    return paper.date or max((each.day for each in paper.citations if each.day is not None), default=None)


def _ended(paper: Paper) -> Iterator[tuple[Span, VanBanPhapLuat]]:
    for each in paper.citations:
        if (row := THEO_SO.get(each.symbol)) is not None and row.ended is not None:
            yield (each.start, each.end), row
    for span, name, day, year in _laws(paper):
        rows = [row for row in _LUAT[name] if (row.issued == day if day else row.issued.year == year)]
        # Two laws of one name in one year: the year alone does not tell which.
        if rows and all(row.ended is not None for row in rows):
            yield span, rows[-1]


def _laws(paper: Paper) -> Iterator[tuple[Span, str, date | None, int]]:
    """The laws that the text names with a day or a year (day None) and without a number."""
    whole = paper.prose.whole
    for name in _LUAT:
        for at in occurrences(whole, name):
            match = _LAW_DAY.match(whole, at + len(name))
            if match is None:
                continue
            if match["nam"]:
                yield (at, match.end()), name, None, int(match["nam"])
            elif day := day_of(match):
                yield (at, match.end()), name, day, day.year


@rule(
    "VB-908",
    "Viện dẫn văn bản đã hết hiệu lực",
    source="văn bản thay thế nêu trong từng phát hiện",
    severity=Severity.WARNING,
    example=Example("Nghị định số 118/2025/NĐ-CP", "Nghị định số 61/2018/NĐ-CP"),
    why="Chỉ biết một số văn bản thường gặp; văn bản không có trong bảng thì không xét.",
)
def het_hieu_luc(paper: Paper) -> Iterator[Slip]:
    today = _day_of_paper(paper)
    if today is None:
        return
    whole = paper.prose.whole
    rows: dict[str, list[Span]] = {}
    kinds: dict[str, VanBanPhapLuat] = {}
    found = dict(_ended(paper))
    for span in outside(sorted(found), paper.prose.quoted):
        row = found[span]
        low = whole.rfind("\n", 0, span[0]) + 1
        high = whole.find("\n", span[1])
        around = whole[max(low, span[0] - _AROUND) : min(len(whole) if high < 0 else high, span[1] + _AROUND)]
        if row.ended is None or today < row.ended or _KNOWN_ENDED.search(around):
            continue
        if _AMENDED.search(whole, max(low, span[0] - _AROUND), span[0]):
            continue
        rows.setdefault(row.symbol, []).append(span)
        kinds[row.symbol] = row
    for symbol, spans in rows.items():
        row = kinds[symbol]
        assert row.ended is not None  # noqa: S101 - the rows above have one
        yield Slip(
            f"{row.name} số {symbol} đã hết hiệu lực từ ngày {format_ngay_ngan(row.ended)}",
            tuple(paper.prose.place(start, end) for start, end in spans),
            f"viện dẫn văn bản thay thế: {row.successor}",
            found=symbol,
            expected=row.successor,
        )


@rule(
    "VB-909",
    "Ngày của văn bản viện dẫn khác ngày ban hành đã biết",
    source="ngày ban hành ghi trên chính văn bản được viện dẫn",
    severity=Severity.WARNING,
    example=Example(
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "Nghị định số 30/2020/NĐ-CP ngày 03 tháng 5 năm 2020"
    ),
)
def ngay_ban_hanh_khac(paper: Paper) -> Iterator[Slip]:
    for each in paper.citations:
        row = THEO_SO.get(each.symbol)
        if row is not None and each.day is not None and each.day != row.issued:
            yield _other_day(paper, (each.start, each.end), row.symbol, each.day, (row.issued,))
    for span, name, day, year in _laws(paper):
        # The table may not know every law of a name: only one of the same year is meant for sure.
        near = tuple(row.issued for row in _LUAT[name] if row.issued.year == year)
        if day is not None and near and day not in near:
            yield _other_day(paper, span, name, day, near)


def _other_day(paper: Paper, span: Span, name: str, day: date, issued: tuple[date, ...]) -> Slip:
    days = " hoặc ".join(format_ngay_ngan(each) for each in issued)
    return Slip(
        f"{name} ghi ngày {format_ngay_ngan(day)}; ngày ban hành đã biết là {days}",
        (paper.prose.place(*span),),
        "đối chiếu lại với văn bản gốc",
        found=format_ngay_ngan(day),
        expected=days,
    )


@rule(
    "VB-910",
    "Năm trong số, ký hiệu khác năm ban hành",
    source="Luật Ban hành văn bản quy phạm pháp luật: số của văn bản quy phạm pháp luật ghi năm ban hành",
    severity=Severity.WARNING,
    example=Example("Thông tư số 03/2025/TT-BNV ngày 05/3/2025", "Thông tư số 03/2025/TT-BNV ngày 05/3/2026"),
)
def nam_khac_nhau(paper: Paper) -> Iterator[Slip]:
    for each in paper.citations:
        if each.year is None or each.day is None or each.day.year == each.year or each.symbol in THEO_SO:
            continue
        yield Slip(
            f"{each.symbol} mang năm {each.year} nhưng ghi ngày {format_ngay_ngan(each.day)}",
            (paper.prose.place(each.start, each.end),),
            "đối chiếu lại số và ngày với văn bản gốc",
            found=format_ngay_ngan(each.day),
        )
