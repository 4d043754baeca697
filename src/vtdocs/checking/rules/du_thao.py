"""What drafting left behind: places to be filled in, tracked changes, a DỰ THẢO on a paper that has its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.checking.finding import Place, Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

# No law forbids them, so that they are no errors; "[…]" in a quotation and "XX" as a Roman numeral are right.
# Each kind is looked for only where a sign of it stands, which costs a tenth of looking for all of them everywhere.
_PLACEHOLDERS = (
    ("bracket", ("[",), compile_late(r"\[(?:[^\W\d_][^\[\]\n]{1,80}|\.{3,}|…+)\]")),
    (
        "tag",
        ("{{", "<<", "«", "${"),
        compile_late(r"\{\{[^{}\n]{1,80}\}\}|<<[^<>\n]{1,80}>>|«[A-Za-z]\w{0,40}»|\$\{[^{}\n]{1,80}\}"),
    ),
    ("question", ("??",), compile_late(r"\?{2,}")),
    (
        "letters",
        ("xx", "XX", "yyyy"),
        compile_late(
            r"(?<!\w)(?:x{2,}|X{2,}(?=/)|(?<=số )X{2,}|(?<=ngày )X{2,}|(?<=tháng )X{2,}|yyyy|20xx|20XX)(?!\w)"
        ),
    ),
    ("dots", ("……", "......", ". . .", "_____"), compile_late(r"…{3,}|\.{6,}|(?:\. ){8,}|_{5,}")),
)
# How much of each is shown, and how many of one kind.
_SHOWN, _MOST_SHOWN = 40, 4
# How far in front of "[…]" the quotation may have begun.
_QUOTATION = 500
_QUOTED = ("“", '"', "«")


@rule(
    "VB-950",
    "Còn chỗ chưa điền",
    source="việc soát văn bản trước khi ký (30/2020/NĐ-CP, Điều 12)",
    severity=Severity.WARNING,
    example=Example("trước ngày 15 tháng 3 năm 2026", "trước ngày [cần bổ sung]"),
    why="Ở bản thảo chưa có số, ngày chỉ là gợi ý. Chỗ trống của biểu mẫu trong bảng và phụ lục không tính.",
)
def _placeholders(paper: Paper) -> Iterator[Slip]:
    prose = paper.prose
    appendix = min((each.first for each in paper.phu_luc), default=None)
    found: dict[str, list[Place]] = {}
    words: dict[str, list[str]] = {}
    for kind, match in _find(prose.whole):
        index, start = prose.find(match.start())
        paragraph = prose.paragraphs[index]
        # Dotted lines are there to be written on in forms, which stand in tables and appendices.
        in_form = paragraph.spot is not None or (appendix is not None and paragraph.number >= appendix)
        if kind == "dots" and in_form:
            continue
        if kind == "bracket" and not match[0].strip("[]. …"):
            before = prose.texts[index][max(0, start - _QUOTATION) : start]
            if any(sign in before for sign in _QUOTED):
                continue
        found.setdefault(kind, []).append(prose.place(match.start(), match.end()))
        words.setdefault(kind, []).append(match[0][:_SHOWN])
    for kind, places in found.items():
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(words[kind]))[:_MOST_SHOWN])
        yield Slip(
            f"còn chỗ chưa điền: {shown}",
            tuple(places),
            "điền nội dung hoặc xóa chỗ này trước khi trình ký",
            found=shown,
            severity=Severity.HINT if paper.is_draft else None,
        )


def _find(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, signs, pattern in _PLACEHOLDERS:
        if any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                yield kind, match


@rule(
    "VB-951",
    "Bản dự thảo đã ghi số hoặc ngày",
    source="30/2020/NĐ-CP, Điều 14 và Điều 15",
    severity=Severity.HINT,
    example=Example("dự thảo để trống số và ngày", "DỰ THẢO mà đã ghi số 13, ngày 05 tháng 3"),
    why="Số và ngày được ghi khi ban hành; văn bản đã có số thì phải bỏ chữ DỰ THẢO.",
)
def _draft_with_number(paper: Paper) -> Iterator[Slip]:
    mark = paper.part("du_thao")
    if mark is None or (paper.number is None and paper.date is None):
        return
    typed = " và ".join(word for word, value in (("số", paper.number), ("ngày", paper.date)) if value is not None)
    keys = [
        key for key, value in (("so_ky_hieu", paper.number), ("dia_danh_thoi_gian", paper.date)) if value is not None
    ]
    yield Slip(
        f"văn bản còn ghi “{mark.text[:40]}” mà đã có {typed}",
        (mark.place, *(part.place for key in keys if (part := paper.part(key)) is not None)),
        "nếu là dự thảo thì để trống số, ngày; nếu đã ban hành thì bỏ chữ dự thảo",
        found=mark.text[:40],
    )


@rule(
    "VB-952",
    "Còn theo dõi thay đổi hoặc nhận xét",
    source="việc soát văn bản trước khi ký (30/2020/NĐ-CP, Điều 12)",
    severity=Severity.WARNING,
    example=Example("đã nhận hoặc bỏ mọi thay đổi", "còn 3 thay đổi đang theo dõi"),
    why="Ở bản thảo đang trao đổi thì chỉ là gợi ý.",
)
def _changes_left(paper: Paper) -> Iterator[Slip]:
    counts = ((paper.observed.changes, "thay đổi đang theo dõi"), (paper.observed.comments, "nhận xét"))
    left = [f"{count} {what}" for count, what in counts if count]
    if left:
        yield Slip(
            f"tệp còn {' và '.join(left)}",
            (),
            "mở thẻ Review: Accept hoặc Reject các thay đổi, xóa nhận xét",
            found=" và ".join(left),
            severity=Severity.HINT if paper.is_draft else None,
        )
