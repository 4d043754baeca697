"""The date of issue: parts that may be blank, or one text; only days of the calendar."""

from __future__ import annotations

import datetime
import re
from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import Fields
from vtdocs.loaders.shapes import Field, Number, OneOf, Record, Text
from vtdocs.model import NgayThang
from vtdocs.patterns import compile_late

__all__ = ["DATE_PATTERN", "NGAY_THANG"]

# For editors: the ways to write a whole date.
DATE_PATTERN = r"^(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})$"

_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_LEAP_YEAR = 2024
_DATE = compile_late(
    r"(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{1,2})-(?P<d2>\d{1,2}))$", re.ASCII
)
_HINT = "viết một ngày có trong lịch, ví dụ 05/01/2026; phần nào chưa có thì để trống"


def is_real(ngay: int | None, thang: int | None, nam: int | None) -> bool:
    """Whether some day of the calendar has these parts; `None` fits all."""
    try:
        # January has every day that any month has, a leap year every day that any year has.
        datetime.date(_LEAP_YEAR if nam is None else nam, 1 if thang is None else thang, 1 if ngay is None else ngay)
    except ValueError:
        return False
    return nam is None or _FIRST_YEAR <= nam <= _LAST_YEAR


def _from_text(text: str, reader: Any, node: Any) -> Any:
    match = _DATE.match(text)
    if match is None:
        return reader.fail(Code.DATE, f"“{text[:40]}” không phải cách viết ngày", node, _HINT)
    day, month, year = (int(match[name] or match[name + "2"]) for name in "dmy")
    if not is_real(day, month, year):
        return reader.fail(Code.DATE, f"“{text}” không phải ngày có thật", node, _HINT)
    return NgayThang(day, month, year)


def _from_parts(fields: Fields, reader: Any, _node: Any) -> Any:
    ngay, thang, nam = fields["ngay"], fields["thang"], fields["nam"]
    if is_real(ngay, thang, nam):
        return NgayThang(ngay, thang, nam)
    written = f"ngày {ngay} tháng {thang}" + (f" năm {nam}" if nam else "")
    return reader.fail(Code.DATE, f"{written} không phải ngày có thật", fields.at("ngay"), _HINT)


_NGAY = Number(1, 31, (Code.DATE, "không có ngày {}", "ngày từ 1 đến 31"))
_THANG = Number(1, 12, (Code.DATE, "không có tháng {}", "tháng từ 1 đến 12"))
_NAM = Number(_FIRST_YEAR, _LAST_YEAR, (Code.DATE, "năm {} không dùng được", "viết năm đủ bốn chữ số, ví dụ 2026"))

NGAY_THANG = OneOf(
    text=Text(make=_from_text, pattern=DATE_PATTERN),
    mapping=Record(
        "Ngày ban hành",
        (
            Field("ngay", _NGAY, "Ngày; để trống nếu chưa có.", example="5"),
            Field("thang", _THANG, "Tháng; để trống nếu chưa có.", example="1"),
            Field("nam", _NAM, "Năm, đủ bốn chữ số; để trống nếu chưa có.", example="2026"),
        ),
        make=_from_parts,
    ),
)
