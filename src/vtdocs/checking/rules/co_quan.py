"""The issuer and the body above it: names, letters, places, the short line below."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_middle
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spacing import find_not_single
from vtdocs.checking.strokes import find_under_head
from vtdocs.checking.underlines import find_broken_line, find_missing_line, find_wrong_length
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

_ABOVE, _KEY = "co_quan_chu_quan", "co_quan_ban_hanh"


@rule(
    "ND30-221",
    "Tên cơ quan ban hành không đứng, đậm",
    fact=nd30.CO_QUAN_BAN_HANH,
    example=Example("tên cơ quan ban hành đứng, đậm", "tên cơ quan ban hành không đậm"),
    why="Tên cơ quan ban hành in đậm để phân biệt với cơ quan chủ quản ở trên.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare the issuer's weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.CO_QUAN_BAN_HANH)


@rule(
    "ND30-222",
    "Tên cơ quan chủ quản in đậm hoặc nghiêng",
    fact=nd30.CO_QUAN_CHU_QUAN,
    example=Example("tên cơ quan chủ quản đứng, không đậm", "tên cơ quan chủ quản in đậm"),
    why="Tên cơ quan chủ quản dùng kiểu chữ đứng, không đậm.",
)
def check_style_above(paper: Paper) -> Iterator[Slip]:
    """Compare the upper body's weight and slant with the law's."""
    return find_wrong_style(paper, _ABOVE, nd30.CO_QUAN_CHU_QUAN)


@rule(
    "ND30-223",
    "Tên cơ quan sai cỡ chữ",
    fact=nd30.CO_QUAN_BAN_HANH,
    example=Example("tên cơ quan cỡ chữ 12 hoặc 13", "tên cơ quan cỡ chữ 14"),
    why="Tên cơ quan chủ quản và cơ quan ban hành dùng cỡ chữ từ 12 đến 13.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare the sizes of both names with the law's."""
    yield from find_wrong_size(paper, _ABOVE, nd30.CO_QUAN_CHU_QUAN)
    yield from find_wrong_size(paper, _KEY, nd30.CO_QUAN_BAN_HANH)


@rule(
    "ND30-224",
    "Tên cơ quan không viết in hoa",
    fact=nd30.CO_QUAN_BAN_HANH,
    example=Example("ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", "Ủy ban nhân dân xã Vĩnh Thông", _KEY),
    why="Tên cơ quan chủ quản và cơ quan ban hành viết toàn chữ in hoa.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find small letters in both names."""
    yield from find_wrong_case(paper, _ABOVE, nd30.CO_QUAN_CHU_QUAN)
    yield from find_wrong_case(paper, _KEY, nd30.CO_QUAN_BAN_HANH)


@rule(
    "ND30-225",
    "Tên cơ quan ban hành không canh giữa dưới cơ quan chủ quản",
    fact=nd30.CO_QUAN_BAN_HANH_CANH,
    example=Example("tên cơ quan ban hành canh giữa", "tên cơ quan ban hành canh trái"),
    why="Tên cơ quan ban hành canh giữa dưới tên cơ quan chủ quản.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare the issuer's middle with that of the body above it."""
    return find_off_middle(paper, _KEY, _ABOVE)


@rule(
    "ND30-226",
    "Dưới tên cơ quan ban hành thiếu đường kẻ",
    fact=nd30.CO_QUAN_BAN_HANH_KE,
    example=Example("đường kẻ ngắn dưới tên cơ quan ban hành", "tên cơ quan ban hành gạch chân"),
    why="Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ.",
)
def check_line(paper: Paper) -> Iterator[Slip]:
    """Find that there is no line; letters underlined make one of the whole length, which is wrong in itself."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_missing_line(part, under, underlined=None)


@rule(
    "ND30-227",
    "Đường kẻ dưới tên cơ quan ban hành sai độ dài",
    fact=nd30.CO_QUAN_BAN_HANH_KE,
    example=Example("đường kẻ dài 2/5 dòng chữ", "đường kẻ dài bằng dòng chữ"),
    why="Đường kẻ dài từ 1/3 đến 1/2 dòng chữ; tên nhiều dòng thì tính theo dòng cuối hoặc dòng dài nhất.",
)
def check_length(paper: Paper) -> Iterator[Slip]:
    """Compare the line's length with that of the words."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_wrong_length(part, under, nd30.CO_QUAN_BAN_HANH_KE)


@rule(
    "ND30-228",
    "Đường kẻ dưới tên cơ quan ban hành không phải nét liền",
    fact=nd30.CO_QUAN_BAN_HANH_KE,
    severity=Severity.WARNING,
    example=Example("đường kẻ nét liền", "đường kẻ nét đứt"),
    why="Đường kẻ dưới tên cơ quan ban hành là nét liền.",
)
def check_solid(paper: Paper) -> Iterator[Slip]:
    """Find that the line is dashed or double."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_broken_line(part, under)


@rule(
    "ND30-229",
    "Tên cơ quan không cách dòng đơn",
    fact=nd30.CO_QUAN_GIAN_DONG,
    severity=Severity.WARNING,
    example=Example("Line spacing: Single", "Line spacing: 1,5 lines"),
    why="Tên cơ quan chủ quản và tên cơ quan ban hành cách nhau dòng đơn.",
)
def check_spacing(paper: Paper) -> Iterator[Slip]:
    """Compare the spacing of both names with single spacing."""
    return find_not_single(paper, (_ABOVE, _KEY), nd30.CO_QUAN_GIAN_DONG)


_SHORTENED = compile_late(r"(?:UBND|HĐND|UBMTTQ|VP|TT|BQL)\b")


@rule(
    "ND30-230",
    "Tên cơ quan ban hành viết tắt",
    source=f"{nd30.VAN_BAN}, Phụ lục I, Phần I, Mục II, khoản 2, điểm a",
    severity=Severity.WARNING,
    example=Example("ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", "UBND XÃ VĨNH THÔNG", _KEY),
    why="Tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản được viết tắt cụm từ thông dụng.",
)
def check_shortened(paper: Paper) -> Iterator[Slip]:
    """Find an issuer whose name begins with an abbreviation."""
    part = paper.part(_KEY)
    found = _SHORTENED.match(part.text.upper()) if part is not None else None
    if part is not None and found is not None:
        message = f"tên cơ quan ban hành viết tắt “{found[0]}”"
        yield Slip(message, part.places[:1], "viết đầy đủ, ví dụ ỦY BAN NHÂN DÂN", found[0], "tên đầy đủ")
