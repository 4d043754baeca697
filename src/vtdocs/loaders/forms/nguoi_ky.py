"""Who signs, as `nguoi_ky` of a plan and of an office."""

from __future__ import annotations

from typing import Any

from vtdocs.loaders.fields import Fields
from vtdocs.loaders.shapes import Field, ListOf, Record, Text
from vtdocs.model import NguoiKy

__all__ = ["NGUOI_KY"]

_MOST_CAPACITIES = 3


def _make(fields: Fields, *_: Any) -> NguoiKy:
    return NguoiKy(**fields.without())


NGUOI_KY = Record(
    "Người ký",
    (
        Field(
            "quyen_han",
            ListOf(Text(), maximum=_MOST_CAPACITIES, single=True),
            "Các dòng quyền hạn ghi trên chức vụ (KT., TL., TM. …): không có, hoặc một đến ba dòng.",
            default=(),
            example="KT. CHỦ TỊCH",
        ),
        Field("chuc_vu", Text(), "Chức vụ của người ký.", required=True, example="PHÓ CHỦ TỊCH"),
        Field("chuc_vu_khac", Text(), "Chức vụ thứ hai, ghi ngay trên họ tên (ô 7b).", example="Phó Trưởng ban"),
        Field("ho_ten", Text(), "Họ và tên người ký.", required=True, example="Nguyễn Đức Chung"),
    ),
    make=_make,
)
