"""The name of the kind: capitals, bold, in the middle of the page."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_page
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.standards import nd30

_KEY = "ten_loai"


@rule(
    "ND30-301",
    "Tên loại không viết in hoa",
    fact=nd30.TEN_LOAI,
    example=Example("KẾ HOẠCH", "Kế hoạch", _KEY),
    why="Tên loại văn bản viết toàn chữ in hoa.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find small letters in it."""
    return find_wrong_case(paper, _KEY, nd30.TEN_LOAI)


@rule(
    "ND30-302",
    "Tên loại không đứng, đậm",
    fact=nd30.TEN_LOAI,
    example=Example("tên loại đứng, đậm", "tên loại không đậm"),
    why="Tên loại văn bản dùng kiểu chữ đứng, đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.TEN_LOAI)


@rule(
    "ND30-303",
    "Tên loại sai cỡ chữ",
    fact=nd30.TEN_LOAI,
    example=Example("tên loại cỡ chữ 13 hoặc 14", "tên loại cỡ chữ 16"),
    why="Tên loại văn bản dùng cỡ chữ từ 13 đến 14.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.TEN_LOAI)


@rule(
    "ND30-304",
    "Tên loại không canh giữa trang",
    fact=nd30.TEN_LOAI_CANH,
    example=Example("tên loại canh giữa", "tên loại canh trái"),
    why="Tên loại và trích yếu canh giữa theo chiều ngang của trang.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of the text."""
    return find_off_page(paper, _KEY)
