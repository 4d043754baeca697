"""Bodies of the district level, which ended on 1 July 2025: in the head and among the recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.parts import lines_of
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.words import fold_words
from vtdocs.patterns import compile_late

_SOURCE = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15: chính quyền địa phương hai cấp từ 01/7/2025"
_FROM = date(2025, 7, 1)
_HEAD = compile_late(r"\b(?:UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|PHÒNG [^,;]{2,60}) (?:HUYỆN|QUẬN|THỊ XÃ) \w")
# Councils, committees and their offices are gone; a district's hospital or school may keep its name.
_BODY = compile_late(
    r"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Văn phòng HĐND và UBND)"
    r"(?: (?:các|và|UBND|HĐND|Ủy ban nhân dân),?){0,3} (?:huyện|quận|thị xã)\b"
)
_FORMER = compile_late(r"\b(?:cũ|trước đây|trước sắp xếp)\b")
_YEAR = compile_late(r"\bnăm (20\d\d)\b")


@rule(
    "VB-231",
    "Cơ quan cấp huyện sau ngày 01/7/2025",
    source=_SOURCE,
    example=Example("ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", "UBND HUYỆN BẠCH THÔNG", "co_quan_chu_quan"),
    why="Từ ngày 01/7/2025 không còn chính quyền cấp huyện: không đứng tên trên văn bản, không còn là nơi nhận.",
)
def check_district(paper: Paper) -> Iterator[Slip]:
    """Find district bodies on a paper that is surely later than they are."""
    if not _is_later(paper):
        return
    for key in ("co_quan_chu_quan", "co_quan_ban_hanh"):
        part = paper.part(key)
        if part is not None and _HEAD.search(fold_words(part.text.upper())):
            hint = "ghi cơ quan cấp xã hoặc cấp tỉnh theo tổ chức hiện nay"
            yield Slip(f"phần đầu ghi cơ quan cấp huyện “{part.text}”", part.places, hint, found=part.text)
    lines = [*lines_of(paper, "kinh_gui"), *lines_of(paper, "noi_nhan_danh_sach")]
    gone = [line for line in lines if _BODY.search(fold_words(line.text)) and not _FORMER.search(line.text)]
    if gone:
        text = gone[0].text
        hint = "thay bằng cơ quan cấp xã hoặc cấp tỉnh nay giữ nhiệm vụ ấy"
        yield Slip(f"gửi cơ quan cấp huyện “{text}”", tuple(line.place for line in gone), hint, found=text)


def _is_later(paper: Paper) -> bool:
    """Whether the paper's date, or the year of a blank one, is surely after the district level ended."""
    if paper.date is not None:
        return paper.date >= _FROM
    part = paper.part("dia_danh_thoi_gian")
    found = _YEAR.search(part.text) if part is not None else None
    return found is not None and int(found[1]) > _FROM.year
