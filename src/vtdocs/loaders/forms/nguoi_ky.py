"""Who signs, as `nguoi_ky` of a plan and of an office."""

from __future__ import annotations

import re
from typing import Any

from vtdocs.loaders.fields import Fields
from vtdocs.loaders.shapes import Field, ListOf, Record, Text
from vtdocs.model import NguoiKy
from vtdocs.standards import nd30

__all__ = ["NGUOI_KY"]

_MOST_CAPACITIES = 3
_CAPACITY = re.compile(rf"({'|'.join(map(re.escape, nd30.QUYEN_HAN_VIET_TAT.members))})(?=\S)")


def space_capacity(text: str) -> str:
    """Put in the blank that was forgotten in "KT.CHỦ TỊCH"; no word changes."""
    return _CAPACITY.sub(r"\1 ", text, count=1) if _CAPACITY.match(text) else text


def _make(fields: Fields, *_: Any) -> NguoiKy:
    return NguoiKy(**fields.without())


NGUOI_KY = Record(
    "Người ký",
    (
        Field(
            "quyen_han",
            ListOf(Text(tidy=space_capacity), maximum=_MOST_CAPACITIES, single=True),
            "Các dòng quyền hạn ghi trên chức vụ (KT., TL., TM. …): không có, hoặc một đến ba dòng.",
            default=(),
            example="KT. CHỦ TỊCH",
        ),
        Field("chuc_vu", Text(tidy=space_capacity), "Chức vụ của người ký.", required=True, example="PHÓ CHỦ TỊCH"),
        Field("chuc_vu_khac", Text(), "Chức vụ thứ hai, ghi ngay trên họ tên (ô 7b).", example="Phó Trưởng ban"),
        Field("ho_ten", Text(), "Họ và tên người ký.", required=True, example="Nguyễn Đức Chung"),
    ),
    make=_make,
)
