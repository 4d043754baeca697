"""The line “(Kèm theo …)” below an appendix's title: there, in italics, in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import judge_lettering
from vtdocs.checking.paper import Line, Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.standards import nd30

__all__: list[str] = []


@rule(
    "ND30-610",
    "Phụ lục không có dòng “(Kèm theo …)”",
    fact=nd30.KEM_THEO,
    example=Example("(Kèm theo Kế hoạch số …/KH-UBND …)", "dưới tên phụ lục không có dòng kèm theo"),
)
def _line_missing(paper: Paper) -> Iterator[Slip]:
    lacking = [part for each in paper.phu_luc if "kem_theo" not in each.parts and (part := each.parts.get("phu_luc"))]
    if lacking:
        kind = (
            paper.loai.ten if paper.loai is not None and paper.loai.co_ten else "Công văn" if paper.loai else "Văn bản"
        )
        named = f"“{lacking[0].text}”" if len(lacking) == 1 else "tên các phụ lục"
        wanted = f"(Kèm theo {kind} số …/{paper.symbol or '…'} ngày … tháng … năm … của …)"
        yield Slip(
            f"dưới {named} không có dòng “(Kèm theo …)”",
            tuple(part.place for part in lacking),
            f"thêm dòng “{wanted}”, canh giữa, in nghiêng",
            expected=wanted,
        )


@rule(
    "ND30-611",
    "Dòng “(Kèm theo …)” không đúng kiểu chữ",
    fact=nd30.KEM_THEO,
    example=Example("(Kèm theo …) in nghiêng, cỡ 13 - 14", "(Kèm theo …) in đứng"),
)
def _line_lettering(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(_lines(paper), nd30.KEM_THEO, "dòng “(Kèm theo …)”")


@rule(
    "ND30-612",
    "Dòng “(Kèm theo …)” không canh giữa",
    fact=nd30.KEM_THEO_CANH,
    example=Example("(Kèm theo …) canh giữa", "(Kèm theo …) canh trái"),
)
def _line_centred(paper: Paper) -> Iterator[Slip]:
    broken = [
        line
        for line in _lines(paper)
        if line.paragraph.format.align != "center"
        and not line.paragraph.text[line.start : line.end].startswith(("\t", "   ", "\xa0\xa0\xa0"))
    ]
    if broken:
        yield Slip(
            "dòng “(Kèm theo …)” không canh giữa",
            tuple(line.place for line in broken),
            "chọn dòng này, nhấn Ctrl+E; đặt First line: 0",
            found="không canh giữa",
            expected=nd30.KEM_THEO_CANH.default,
        )


def _lines(paper: Paper) -> tuple[Line, ...]:
    parts = (each.parts.get("kem_theo") for each in paper.phu_luc)
    return tuple(line for part in parts if part is not None for line in part.lines)
