"""Stamps of urgency, words on who may read the paper, the address at the foot: how they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import judge_lettering
from vtdocs.checking.paper import Paper
from vtdocs.checking.parts import lines_of
from vtdocs.checking.registry import Example, rule
from vtdocs.standards import nd30

__all__: list[str] = []


@rule(
    "ND30-561",
    "Dấu chỉ mức độ khẩn không đúng kiểu chữ",
    fact=nd30.DO_KHAN,
    example=Example("HỎA TỐC (in hoa, cỡ 13 - 14, đứng, đậm)", "Hỏa tốc"),
)
def _urgency(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(lines_of(paper, "do_khan"), nd30.DO_KHAN, "dấu chỉ mức độ khẩn")


@rule(
    "ND30-562",
    "Chỉ dẫn phạm vi lưu hành không đúng kiểu chữ",
    fact=nd30.PHAM_VI_LUU_HANH,
    example=Example("LƯU HÀNH NỘI BỘ (in hoa, cỡ 13 - 14, đứng, đậm)", "LƯU HÀNH NỘI BỘ (không đậm)"),
)
def _circulation(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(
        lines_of(paper, "pham_vi_luu_hanh"), nd30.PHAM_VI_LUU_HANH, "chỉ dẫn về phạm vi lưu hành"
    )


@rule(
    "ND30-563",
    "Địa chỉ cơ quan không đúng kiểu chữ",
    fact=nd30.DIA_CHI,
    example=Example("địa chỉ cỡ 11 - 12, đứng", "địa chỉ cỡ 14, nghiêng"),
)
def _address(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(lines_of(paper, "dia_chi"), nd30.DIA_CHI, "địa chỉ cơ quan", caps=False)
