"""The budget of a table: how it is declared."""

from __future__ import annotations

from typing import Any, get_args

from vtdocs.figures import Linh, Nghin
from vtdocs.loaders.budget.options import UNITS, Budget
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import Fields
from vtdocs.loaders.shapes import Choice, Field, Flag, OneOf, Record, Text

__all__ = ["DU_TOAN"]


def _from_word(value: bool | Budget, *_: Any) -> Budget | None:
    if isinstance(value, Budget):
        return value
    return Budget() if value else None


def _from_keys(fields: Fields, *_: Any) -> Budget:
    spoken = fields["cach_doc"] or {}
    return Budget(**fields.without("cach_doc"), **spoken)


def _spoken(fields: Fields, *_: Any) -> dict[str, str]:
    return fields.without()


_CACH_DOC = Record(
    "Cách đọc số",
    (
        Field("linh", Choice(get_args(Linh), Code.WRONG_TYPE), "Đọc 105 là linh năm hay lẻ năm.", default="linh"),
        Field("nghin", Choice(get_args(Nghin), Code.WRONG_TYPE), "Viết nghìn hay ngàn.", default="nghìn"),
    ),
    make=_spoken,
)

DU_TOAN = OneOf(
    text=Flag(),
    mapping=Record(
        "Dự toán",
        (
            Field(
                "don_vi",
                Choice(tuple(UNITS), Code.WRONG_TYPE),
                "Đơn vị của các số tiền trong bảng; không ghi thì theo don_vi_tinh của bảng, hoặc đồng.",
                example="nghìn đồng",
            ),
            Field(
                "bang_chu",
                Flag(default=True),
                "Có ghi dòng “Bằng chữ: …” dưới bảng hay không.",
                example="khong",
            ),
            Field("cach_doc", _CACH_DOC, "Cách đọc số tiền bằng chữ.", example="{linh: lẻ, nghin: ngàn}"),
            Field(
                "tong",
                Text(),
                "Tên của hàng tổng được thêm vào cuối bảng.",
                default="Tổng cộng",
                example="Tổng kinh phí",
            ),
        ),
        make=_from_keys,
    ),
    make=_from_word,
)
