"""The budget table: how it is declared, and what it makes of a table that was read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, fold
from vtdocs.loaders.fields import Fields
from vtdocs.loaders.shapes import Choice, Field, OneOf, Record, Text
from vtdocs.model import Bang
from vtdocs.model.bang import VaiTro

from .tinh_du_toan import UNITS, Budget, Place, Sheet

__all__ = ["DU_TOAN", "Budget", "apply_budget"]

_UNIT_ABOVE = re.compile(r"\b(?:(nghin|ngan|1 ?000)|(trieu|1 ?000 ?000)|(ty|ti)) ?(?:dong|d|vnd)\b")
_YES, _NO = ("co", "có", "true"), ("khong", "không", "false")


def apply_budget(bang: Bang, options: Budget, place: Place, faults: Faults) -> Bang | None:
    """Compute what is empty of a budget and check what is filled; `None` where there is an error.

    An empty thành tiền becomes số lượng x đơn giá, that of a group or of a row with parts their sum; a total that
    is missing is added below; the total in words is added to the notes. `place` gives the location of a cell, by
    row and column from 0.
    """
    columns = [at for at, cot in enumerate(bang.cot) if cot.vai_tro is VaiTro.THANH_TIEN]
    if len(columns) != 1:
        what = "nhiều hơn một cột" if columns else "không có cột"
        message = f"bảng dự toán {what} thành tiền (vai trò thanh_tien)"
        at = place(0, columns[1] if columns else 0)
        faults.error(Code.COLUMN_MISSING, message, at, "khai đúng một cột có vai trò thanh_tien ở khóa cot")
        return None
    above = _unit_above(bang.don_vi_tinh)
    if options.don_vi and above and options.don_vi != above:
        message = f"dự toán khai đơn vị {options.don_vi}, phía trên bảng ghi “{bang.don_vi_tinh}”"
        faults.error(Code.CONFLICT, message, place(0, columns[0]), "sửa một trong hai khóa don_vi, don_vi_tinh")
        return None
    options = replace(options, don_vi=options.don_vi or above or "đồng")
    return Sheet(bang, options, place, faults, columns[0]).run()


def _unit_above(text: str | None) -> str | None:
    """Tell the unit from what stands above the table, where it is one of money's."""
    found = _UNIT_ABOVE.search(fold(text[:100])) if text else None
    if found is None:
        return "đồng" if text and re.search(r"\bdong\b", fold(text[:100])) else None
    return ("nghìn đồng", "triệu đồng", "tỷ đồng")[(found.lastindex or 1) - 1]


def _from_word(value: str | Budget, *_: Any) -> Budget | None:
    if isinstance(value, Budget):
        return value
    return Budget() if value in _YES else None


def _from_keys(fields: Fields, *_: Any) -> Budget:
    spoken = fields["cach_doc"] or {}
    return Budget(bang_chu=fields["bang_chu"] in _YES, **fields.without("cach_doc", "bang_chu"), **spoken)


def _spoken(fields: Fields, *_: Any) -> dict[str, str]:
    return fields.without()


_CACH_DOC = Record(
    "Cách đọc số",
    (
        Field("linh", Choice(("linh", "lẻ"), Code.WRONG_TYPE), "Đọc 105 là linh năm hay lẻ năm.", default="linh"),
        Field("nghin", Choice(("nghìn", "ngàn"), Code.WRONG_TYPE), "Viết nghìn hay ngàn.", default="nghìn"),
    ),
    make=_spoken,
)

DU_TOAN = OneOf(
    text=Choice((*_YES, *_NO), Code.WRONG_TYPE),
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
                Choice((*_YES, *_NO), Code.WRONG_TYPE),
                "Có ghi dòng “Bằng chữ: …” dưới bảng hay không.",
                default=_YES[0],
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
