"""What a letter is about, behind "V/v" under its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.checking.centring import find_off_middle
from vtdocs.checking.finding import Slip
from vtdocs.checking.lengths import format_allowed_pt, format_pt, length_fits
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.checking.words import shown_text
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import custom, nd30
from vtdocs.standards.nd30_text import strip_end

_GAP = format_pt(nd30.TRICH_YEU_CONG_VAN_CACH.default.twips)
_KEY = "trich_yeu_cong_van"
_RIGHT = nd30.TRICH_YEU_CONG_VAN_TEXT.default
_DOUBLED = compile_late(r"V/v[.:]?\s{0,9}về\s{0,9}việc\b", re.IGNORECASE)
_OTHER = compile_late(r"(?:v\s?/\s?v|vv|v\.v|về việc)\b", re.IGNORECASE)


@rule(
    "ND30-321",
    "Chữ “V/v” viết sai",
    fact=nd30.TRICH_YEU_CONG_VAN_TEXT,
    example=Example("V/v nâng bậc lương năm 2026", "V/V nâng bậc lương năm 2026", _KEY),
    why="Trích yếu công văn ghi sau chữ “V/v”; “V/v” đã là “Về việc”, không viết lặp.",
)
def check_words(paper: Paper) -> Iterator[Slip]:
    """Find other forms of "V/v", and "V/v Về việc"."""
    part = paper.part(_KEY)
    if part is None:
        return
    text = " ".join(shown_text(line) for line in part.lines if line.text)
    doubled = _DOUBLED.match(text)
    other = _OTHER.match(text)
    if doubled is not None:
        message, found = f"viết lặp “{doubled[0]}”: “V/v” đã là “Về việc”", doubled[0]
    elif other is not None and other[0] != _RIGHT:
        message, found = f"trích yếu công văn mở đầu bằng “{other[0]}”, phải là “{_RIGHT}”", other[0]
    else:
        return
    yield reword(part, {found: _RIGHT}, message, f"viết {_RIGHT} rồi đến nội dung", found, _RIGHT)


@rule(
    "ND30-322",
    "Trích yếu công văn in đậm hoặc nghiêng",
    fact=nd30.TRICH_YEU_CONG_VAN,
    example=Example("trích yếu công văn kiểu chữ đứng", "trích yếu công văn in nghiêng"),
    why="Trích yếu công văn dùng kiểu chữ đứng, không đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.TRICH_YEU_CONG_VAN)


@rule(
    "ND30-323",
    "Trích yếu công văn sai cỡ chữ",
    fact=nd30.TRICH_YEU_CONG_VAN,
    example=Example("trích yếu công văn cỡ chữ 12 hoặc 13", "trích yếu công văn cỡ chữ 14"),
    why="Trích yếu công văn dùng cỡ chữ từ 12 đến 13.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.TRICH_YEU_CONG_VAN)


@rule(
    "ND30-324",
    "Trích yếu công văn không canh giữa dưới số, ký hiệu",
    fact=nd30.TRICH_YEU_CONG_VAN_CANH,
    example=Example("trích yếu công văn canh giữa", "trích yếu công văn canh trái"),
    why="Trích yếu công văn canh giữa dưới số và ký hiệu.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of the number."""
    return find_off_middle(paper, _KEY, "so_ky_hieu")


@rule(
    "ND30-325",
    "Trích yếu công văn viết in hoa",
    fact=nd30.TRICH_YEU_CONG_VAN,
    example=Example("V/v nâng bậc lương năm 2026", "V/V NÂNG BẬC LƯƠNG NĂM 2026", _KEY),
    why="Trích yếu công văn viết bằng chữ in thường.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find that it is in capitals throughout."""
    return find_wrong_case(paper, _KEY, nd30.TRICH_YEU_CONG_VAN)


@rule(
    "ND30-326",
    f"Trích yếu công văn không cách số, ký hiệu {_GAP}",
    fact=nd30.TRICH_YEU_CONG_VAN_CACH,
    severity=Severity.WARNING,
    example=Example("Spacing Before: 6 pt", "Spacing Before: 0 pt"),
    why=f"Trích yếu công văn cách dòng {_GAP} với số và ký hiệu.",
)
def check_gap(paper: Paper) -> Iterator[Slip]:
    """Compare the gap between number and trích yếu with the law's, where one follows the other in its cell."""
    part, number = paper.part(_KEY), paper.part("so_ky_hieu")
    if part is None or number is None:
        return
    above, below = number.lines[-1].paragraph, part.lines[0].paragraph
    if below.number - above.number not in (0, 1) or (below.spot, below.box) != (above.spot, above.box):
        return
    gap = 0 if above is below else above.format.after + below.format.before
    fact = nd30.TRICH_YEU_CONG_VAN_CACH
    if not length_fits(gap, fact.allowed, custom.DUNG_SAI_CACH_DONG.value.twips):
        found, right = format_pt(gap), format_allowed_pt(fact.allowed)
        hint = "tách thành đoạn riêng (Enter), " if above is below else ""
        yield Slip(
            f"trích yếu công văn cách số, ký hiệu {found}; quy định là {right}",
            part.places[:1],
            f"{hint}mở Paragraph của dòng “{_RIGHT}”, đặt Before {right}",
            found=found,
            expected=right,
        )


@rule(
    "ND30-327",
    "Trích yếu công văn kết thúc bằng dấu chấm",
    fact=nd30.TRICH_YEU_CONG_VAN,
    severity=Severity.WARNING,
    example=Example("V/v nâng bậc lương năm 2026", "V/v nâng bậc lương năm 2026.", _KEY),
    why="Trích yếu là một cụm từ hoặc câu ngắn; các mẫu của quy định không có dấu chấm cuối.",
)
def check_stop(paper: Paper) -> Iterator[Slip]:
    """Find a mark at its end; that of an abbreviation or an ellipsis is its own."""
    part = paper.part(_KEY)
    if part is not None and strip_end(part.text) != part.text:
        mark, last = part.text[-1], part.text.rpartition(" ")[2]
        message = f"trích yếu công văn kết thúc bằng dấu “{mark}”"
        yield reword(part, {last: last[:-1]}, message, f"bỏ dấu “{mark}” ở cuối", mark, "")
