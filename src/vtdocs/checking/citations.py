"""The papers that a text cites: kind, number, symbol, day. One pass over the text, for all rules that ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from re import Pattern

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.patterns import compile_late

from .dates import WRITTEN_DAY, day_of

__all__ = ["KINDS", "Citation", "find_citations"]

# Kinds of paper that carry a number, as they are written within a sentence.
KINDS = (
    "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị quyết", "nghị định", "quyết định", "chỉ thị", "thông tư liên tịch",
    "thông tư", "quy chế", "quy định", "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án",
    "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công văn", "công điện", "kết luận", "văn bản",
    "giấy mời", "thông cáo", "tờ khai", "công ước",
)  # fmt: skip

_NUMBER: Pattern[str] = compile_late(
    r"(?P<number>\d{1,5}[a-zA-Z]?)(?P<year>/\d{4})?"
    r"[/-](?P<symbol>[A-ZĐ][A-Za-zĐđ0-9&.]{0,20}(?:[/-][A-ZĐ][A-Za-zĐđ0-9&.]{0,20}){0,3})"
)
# What may stand before the number: the kind, "số".
_BEFORE: Pattern[str] = compile_late(r"(?:(?<!\w)(?P<kind>(?i:" + "|".join(KINDS) + r")))?(?P<so> [Ss]ố:?)? ?$")
_AFTER: Pattern[str] = compile_late(rf",? {{0,2}}(?P<ngay>ngày )?{WRITTEN_DAY}")
# Where the title of a cited paper ends, at the latest.
_TITLE_END: Pattern[str] = compile_late(r"[;)\n]|[.] |[.]$")
# The clause that a sentence beginning with a cited paper leads to: "Thực hiện Chỉ thị số … về …, UBND tỉnh yêu cầu".
_LEADS: Pattern[str] = compile_late(
    r"(?:^|[\n.;:)-] ?)(?:Thực hiện|Triển khai(?: thực hiện)?|Căn cứ|Theo|Trên cơ sở|Tiếp theo|Phúc đáp|Trả lời|Để|Nhằm"
    r"|Xét)(?: [^\n.]{0,200})?$"
)
_CLAUSE: Pattern[str] = compile_late(
    r", (?:(?:Phó )?(?:Chủ tịch|Giám đốc|Chánh Văn phòng|Trưởng ban)|UBND|HĐND|[UỦ][ỷy]? ?ban|Hội đồng|Thường trực|Bộ"
    r"|Sở|Cục|Chi cục|Phòng|Văn phòng|Ban|Trung tâm|Công an|Đảng ủy|Trường|Thanh tra|Thuế)(?: [^,.;:\n]{1,80}?)? "
    r"(?:yêu cầu|chỉ thị|đề nghị|giao|ban hành|xây dựng|báo cáo|thông báo|kính trình|trân trọng|trả lời|phúc đáp"
    r"|có ý kiến|quyết định|triệu tập|kính mời)(?= |:)"
)
_LOOK_BACK = 40
_LONGEST_LEAD = 240
_LONGEST_TITLE = 600


class Citation(Struct, frozen=True):
    """A paper cited by its number; offsets are of the prose.

    `start` is where the kind begins, or the number without one; `at` where the number does; `end` is behind the number
    or behind the day; `title` is where the words that name it end: its issuer and what it is about. `kind` is as
    typed, "" where none stands there. `symbol` is number and symbol ("30/2020/NĐ-CP"), `year` the one in it. `day` is
    None where none is written, or none that a calendar has (`dated` tells them apart).
    """

    start: int
    at: int
    end: int
    title: int
    kind: str
    so: bool
    symbol: str
    group: str
    year: int | None
    dated: bool
    day: date | None


def find_citations(text: str) -> tuple[Citation, ...]:
    """Give the citations of a text in order."""
    found = list(_find(text))
    for index in range(len(found) - 1):
        # A title may name another paper, but one with a day of its own is cited for itself.
        this, following = found[index], found[index + 1]
        if following.dated and this.end <= following.start < this.title:
            found[index] = replace(this, title=following.start)
    return tuple(found)


def _find(text: str) -> Iterator[Citation]:
    ended = 0
    for match in _NUMBER.finditer(text):
        symbol = match.group().rstrip(".&")
        group = match["symbol"].rstrip(".&")
        if sum(letter.isupper() for letter in group) < 2:
            continue
        at = match.start()
        # Asked here and not by the pattern, which so begins with a figure and passes over all else at once.
        if at and (text[at - 1].isalnum() or text[at - 1] in "/.,-_"):
            continue
        end = at + len(symbol)
        low = max(ended, at - _LOOK_BACK)
        before = _BEFORE.search(text, low, at)
        kind = (before["kind"] or "") if before else ""
        so = bool(before and before["so"])
        if not (so or kind or match["year"] or "-" in symbol):
            continue
        after = _AFTER.match(text, end)
        day = None
        if after is not None:
            end, day = after.end(), day_of(after)
        start = before.start() if before and kind else at
        stop = _TITLE_END.search(text, end, end + _LONGEST_TITLE) if after is not None else None
        title = stop.start() if stop is not None else end
        if title > end and _LEADS.search(text, max(0, start - _LONGEST_LEAD), start):
            clause = _CLAUSE.search(text, end, title)
            title = clause.start() if clause is not None else title
        yield Citation(
            start=start,
            at=at,
            end=end,
            title=title,
            kind=kind,
            so=so,
            symbol=symbol,
            group=group,
            year=int(match["year"][1:]) if match["year"] else None,
            dated=after is not None,
            day=day,
        )
        ended = end
