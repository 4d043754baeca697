"""The reference plan changed: a long appendix, other offices and dates. No two are the same."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from vtdocs.model import NgayThang, VanBan

__all__ = ["count_bytes", "long_plan", "other_plan", "table_rows"]

# Two syllables make the name of an office: a hundred names, the number and the day tell the other plans apart.
_FIRST = ("An", "Bình", "Cẩm", "Đông", "Đức", "Hòa", "Hưng", "Kim", "Long", "Minh")
_SECOND = ("Bắc", "Châu", "Giang", "Hải", "Hiệp", "Khánh", "Lạc", "Lâm", "Lộc", "Mỹ")


def table_rows(document: VanBan, count: int) -> tuple[tuple[str, ...], ...]:
    """Give so many plain rows for the appendix: the plan's own in turn, each cell a text of its own, as if read."""
    own = document.phu_luc[0].bang[0].hang
    rows = []
    for number in range(1, count + 1):
        _stt, *cells = own[number % len(own)]
        # A cell of another row never is the same object: a reader of files makes each anew.
        rows.append((str(number), *("".join((*cell, f" {number}")) for cell in cells)))
    return tuple(rows)


def count_bytes(rows: Sequence[Sequence[str]]) -> int:
    """Count the memory that rows take: each row, and each of its texts."""
    return sum(sys.getsizeof(row) + sum(map(sys.getsizeof, row)) for row in rows)


def long_plan(document: VanBan, count: int) -> VanBan:
    """Give the plan with an appendix of so many rows."""
    appendix = document.phu_luc[0]
    table = replace(appendix.bang[0], hang=table_rows(document, count))
    return replace(document, phu_luc=(replace(appendix, bang=(table,)), *document.phu_luc[1:]))


def other_plan(document: VanBan, number: int) -> VanBan:
    """Give the plan of another office, with another number and another day of issue."""
    second, first = divmod(number, len(_FIRST))
    name = f"{_FIRST[first]} {_SECOND[second % len(_SECOND)]}"
    office = replace(document.co_quan, ten=f"Ủy ban nhân dân xã {name}", dia_danh=name)
    date = NgayThang(ngay=number % 28 + 1, thang=number % 12 + 1, nam=2026)
    return replace(document, co_quan=office, so=number + 1, ngay_ban_hanh=date)
