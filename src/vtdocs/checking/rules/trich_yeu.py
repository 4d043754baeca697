"""The trích yếu under the name of the kind: its letters, its place, the short line below."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_page
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.checking.strokes import find_under_title
from vtdocs.checking.underlines import find_broken_line, find_missing_line, find_wrong_length
from vtdocs.diagnostics import Severity
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import strip_end

_KEY = "trich_yeu"


@rule(
    "ND30-311",
    "Trích yếu viết in hoa",
    fact=nd30.TRICH_YEU,
    example=Example("Cải cách hành chính năm 2026", "CẢI CÁCH HÀNH CHÍNH NĂM 2026", _KEY),
    why="Trích yếu viết bằng chữ in thường; chỉ tên loại ở trên viết in hoa.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find that it is in capitals throughout."""
    return find_wrong_case(paper, _KEY, nd30.TRICH_YEU)


@rule(
    "ND30-312",
    "Trích yếu không đứng, đậm",
    fact=nd30.TRICH_YEU,
    example=Example("trích yếu đứng, đậm", "trích yếu in nghiêng, không đậm"),
    why="Trích yếu dùng kiểu chữ đứng, đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.TRICH_YEU)


@rule(
    "ND30-313",
    "Trích yếu sai cỡ chữ",
    fact=nd30.TRICH_YEU,
    example=Example("trích yếu cỡ chữ 13 hoặc 14", "trích yếu cỡ chữ 12"),
    why="Trích yếu dùng cỡ chữ từ 13 đến 14.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.TRICH_YEU)


@rule(
    "ND30-314",
    "Trích yếu không canh giữa trang",
    fact=nd30.TEN_LOAI_CANH,
    example=Example("trích yếu canh giữa", "trích yếu canh đều hai lề"),
    why="Tên loại và trích yếu canh giữa theo chiều ngang của trang.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of the text."""
    return find_off_page(paper, _KEY)


@rule(
    "ND30-315",
    "Trích yếu kết thúc bằng dấu chấm",
    fact=nd30.TRICH_YEU,
    severity=Severity.WARNING,
    example=Example("Cải cách hành chính năm 2026", "Cải cách hành chính năm 2026.", _KEY),
    why="Trích yếu là một cụm từ hoặc câu ngắn; các mẫu của quy định không có dấu chấm cuối.",
)
def check_stop(paper: Paper) -> Iterator[Slip]:
    """Find a mark at its end; that of an abbreviation or an ellipsis is its own."""
    part = paper.part(_KEY)
    if part is not None and strip_end(part.text) != part.text and any(char.isalpha() for char in part.text):
        mark, last = part.text[-1], part.text.rpartition(" ")[2]
        message = f"trích yếu kết thúc bằng dấu “{mark}”"
        yield reword(part, {last: last[:-1]}, message, f"bỏ dấu “{mark}” ở cuối", mark, "")


@rule(
    "ND30-316",
    "Dưới trích yếu thiếu đường kẻ",
    fact=nd30.TRICH_YEU_KE,
    example=Example("đường kẻ ngắn dưới trích yếu", "không có đường kẻ dưới trích yếu"),
    why="Dưới trích yếu có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ.",
)
def check_line(paper: Paper) -> Iterator[Slip]:
    """Find that there is no line; letters underlined make one of the whole length, which is wrong in itself."""
    part, under = paper.part(_KEY), find_under_title(paper, _KEY)
    # Of a text that is issued with a paper the line stands below "(Kèm theo …)" (Mẫu 1.3).
    if part is not None and under is not None and paper.part("kem_theo") is None:
        yield from find_missing_line(part, under, underlined=None)


@rule(
    "ND30-317",
    "Đường kẻ dưới trích yếu sai độ dài",
    fact=nd30.TRICH_YEU_KE,
    example=Example("đường kẻ dài 2/5 dòng chữ", "đường kẻ dài hết trang"),
    why="Đường kẻ dài từ 1/3 đến 1/2 dòng chữ; trích yếu nhiều dòng thì tính theo dòng cuối hoặc dòng dài nhất.",
)
def check_length(paper: Paper) -> Iterator[Slip]:
    """Compare the line's length with that of the words."""
    part, under = paper.part(_KEY), find_under_title(paper, _KEY)
    if part is not None and under is not None:
        yield from find_wrong_length(part, under, nd30.TRICH_YEU_KE)


@rule(
    "ND30-318",
    "Đường kẻ dưới trích yếu không phải nét liền",
    fact=nd30.TRICH_YEU_KE,
    severity=Severity.WARNING,
    example=Example("đường kẻ nét liền", "đường kẻ nét đứt"),
    why="Đường kẻ dưới trích yếu là nét liền.",
)
def check_solid(paper: Paper) -> Iterator[Slip]:
    """Find that the line is dashed or double."""
    part, under = paper.part(_KEY), find_under_title(paper, _KEY)
    if part is not None and under is not None:
        yield from find_broken_line(part, under)
