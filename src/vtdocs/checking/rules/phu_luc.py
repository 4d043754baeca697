"""The head of each appendix: "Phụ lục" with its number, the title."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import in_capitals, judge_case, judge_lettering
from vtdocs.checking.paper import Line, Paper, PhuLuc
from vtdocs.checking.positions import is_pushed
from vtdocs.checking.putting_right import Cure, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import ROMAN_MAX, format_roman, parse_roman

__all__: list[str] = []

_CAPITALS = nd30.PHU_LUC_TEXT.default.upper()


@rule(
    "ND30-601",
    "Từ “Phụ lục” in hoa",
    fact=nd30.PHU_LUC,
    example=Example("Phụ lục I", "PHỤ LỤC I"),
    why="Một phụ lục không số ghi “PHỤ LỤC” rất hay gặp nên chỉ là cảnh báo.",
)
def _head_in_capitals(paper: Paper) -> Iterator[Slip]:
    broken = [(each, line) for each, line in _heads(paper) if in_capitals(line)]
    if broken:
        first, line = broken[0]
        wanted = f"{nd30.PHU_LUC_TEXT.default} {first.number}".strip()
        cures = [Cure(row, 0, len(_CAPITALS), nd30.PHU_LUC_TEXT.default) for _each, row in broken]
        typed = all(row.text.startswith(_CAPITALS) for _each, row in broken)
        places, words = places_and_words(cures) if typed else ((), ())
        yield Slip(
            f"“{line.text}” in hoa; từ “Phụ lục” phải viết bằng chữ in thường",
            places or tuple(row.place for _each, row in broken),
            f"gõ lại là “{wanted}”",
            found=line.text,
            expected=wanted,
            replacements=words,
            severity=None if any(each.number for each, _line in broken) else Severity.WARNING,
        )


@rule(
    "ND30-602",
    "Từ hai phụ lục trở lên không đánh số La Mã",
    fact=nd30.PHU_LUC_SO,
    example=Example("Phụ lục I, Phụ lục II", "Phụ lục 1, Phụ lục 2"),
)
def _numbers_missing(paper: Paper) -> Iterator[Slip]:
    heads = list(_heads(paper))
    if len(heads) < nd30.PHU_LUC_DANH_SO_TU.default:
        return
    for broken, fault in (
        ([line for each, line in heads if not each.number], "không có số thứ tự"),
        ([line for each, line in heads if each.number and _roman(each) is None], "không đánh bằng chữ số La Mã"),
    ):
        if broken:
            yield Slip(
                f"văn bản có {len(heads)} phụ lục mà “{broken[0].text}” {fault}",
                tuple(line.place for line in broken),
                "đánh số: “Phụ lục I”, “Phụ lục II”, …",
                found=broken[0].text,
                expected="Phụ lục I, II, …",
            )


@rule(
    "VB-603",
    "Một phụ lục mà vẫn đánh số",
    source=f"{nd30.PHU_LUC_DANH_SO_TU.source} (từ hai phụ lục mới đánh số)",
    severity=Severity.WARNING,
    example=Example("Phụ lục", "Phụ lục I (văn bản chỉ có một phụ lục)"),
    why="Phụ lục II có thể là một tệp riêng.",
)
def _lone_number(paper: Paper) -> Iterator[Slip]:
    heads = list(_heads(paper))
    if len(heads) == 1 and heads[0][0].number and any(item.body == 0 for item in paper.items):
        line = heads[0][1]
        yield Slip(
            f"văn bản chỉ có một phụ lục mà đánh số “{line.text}”",
            (line.place,),
            "bỏ số, chỉ ghi “Phụ lục”; nếu phụ lục khác ở tệp riêng thì giữ nguyên",
            found=line.text,
            expected=nd30.PHU_LUC_TEXT.default,
        )


@rule(
    "ND30-604",
    "Số phụ lục nhảy hoặc lặp",
    source=nd30.PHU_LUC_SO.source,
    example=Example("Phụ lục I, II, III", "Phụ lục I, III"),
)
def _number_order(paper: Paper) -> Iterator[Slip]:
    heads = list(_heads(paper))
    if len(heads) < nd30.PHU_LUC_DANH_SO_TU.default:
        return
    before = 0
    for each, line in heads:
        place = _roman(each) or (int(each.number) if each.number.isdecimal() else None)
        if place is None or not 0 < before + 1 <= ROMAN_MAX:
            return
        if place != before + 1:
            expected = format_roman(before + 1) if _roman(each) else str(before + 1)
            fault = "lặp lại" if place == before else "không theo thứ tự"
            yield Slip(
                f"số của “{line.text}” {fault}, ở đây phải là {expected}",
                (line.place,),
                "đánh lại số phụ lục, sửa cả những chỗ nhắc đến phụ lục",
                found=each.number,
                expected=expected,
            )
        before = place


@rule(
    "ND30-605",
    "Dòng “Phụ lục” không đúng kiểu chữ",
    fact=nd30.PHU_LUC,
    example=Example("Phụ lục I (cỡ 14, đứng, đậm)", "Phụ lục I (cỡ 13, không đậm)"),
)
def _head_lettering(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering((line for _each, line in _heads(paper)), nd30.PHU_LUC, "dòng “Phụ lục”", caps=False)


@rule(
    "ND30-606",
    "“Phụ lục” hoặc tên phụ lục không canh giữa",
    fact=nd30.PHU_LUC_CANH,
    example=Example("“Phụ lục I” và tên phụ lục canh giữa", "“Phụ lục I” canh trái"),
)
def _head_centred(paper: Paper) -> Iterator[Slip]:
    lines = [*(line for _each, line in _heads(paper)), *_titles(paper)]
    broken = [line for line in lines if line.paragraph.format.align != "center" and not is_pushed(line)]
    if broken:
        yield Slip(
            "“Phụ lục” hoặc tên phụ lục không canh giữa",
            tuple(dict.fromkeys(line.place for line in broken)),
            "chọn các dòng này, nhấn Ctrl+E; đặt First line: 0",
            found="không canh giữa",
            expected=nd30.PHU_LUC_CANH.default,
        )


@rule(
    "ND30-607",
    "Tên phụ lục không đúng kiểu chữ",
    fact=nd30.PHU_LUC_TIEU_DE,
    example=Example("DANH SÁCH THÀNH VIÊN (in hoa, đứng, đậm)", "Danh sách thành viên"),
    why="Phụ lục có thể không có tên.",
)
def _title_lettering(paper: Paper) -> Iterator[Slip]:
    titles = _titles(paper)
    yield from judge_lettering(titles, nd30.PHU_LUC_TIEU_DE, "tên phụ lục", caps=False)
    titled = [part.lines for each, _line in _heads(paper) if (part := each.parts.get("phu_luc_tieu_de"))]
    for lines, severity in (
        ([rows[0] for rows in titled], None),
        # A row below the first may say a year or a place.
        ([row for rows in titled for row in rows[1:] if in_capitals(rows[0])], Severity.WARNING),
    ):
        yield from judge_case(lines, nd30.PHU_LUC_TIEU_DE, "tên phụ lục", severity)


@rule(
    "ND30-608",
    "Tên phụ lục đứng cùng dòng với “Phụ lục”",
    source=nd30.PHU_LUC_CANH.source,
    severity=Severity.WARNING,
    example=Example("“Phụ lục I” một dòng riêng", "Phụ lục I: DANH SÁCH THÀNH VIÊN"),
    why="Có địa phương quy định viết chung một dòng nên chỉ là cảnh báo.",
)
def _head_shares_row(paper: Paper) -> Iterator[Slip]:
    broken = []
    for each, line in _heads(paper):
        title = each.parts.get("phu_luc_tieu_de")
        first = title.lines[0] if title is not None else None
        if first is not None and first.paragraph is line.paragraph:
            between = line.paragraph.text[line.start : first.start]
            if "\n" not in between:
                broken.append(line)
    if broken:
        yield Slip(
            f"“{broken[0].text}” đứng cùng dòng với tên phụ lục, phải là một dòng riêng",
            tuple(line.place for line in broken),
            "đặt con trỏ trước tên phụ lục, nhấn Enter",
            expected="một dòng riêng",
        )


def _heads(paper: Paper) -> Iterator[tuple[PhuLuc, Line]]:
    """The appendices that are called so, each with that line."""
    for each in paper.phu_luc:
        if (part := each.parts.get("phu_luc")) is not None:
            yield each, part.lines[0]


def _titles(paper: Paper) -> tuple[Line, ...]:
    parts = (each.parts.get("phu_luc_tieu_de") for each, _line in _heads(paper))
    return tuple(line for part in parts if part is not None for line in part.lines)


def _roman(each: PhuLuc) -> int | None:
    return parse_roman(each.number) if each.number and not each.number.isdecimal() else None
