"""A table of activities: each role set in its own way."""

from __future__ import annotations

from vtdocs.model import Bang, VaiTro
from vtdocs.tree import Align, Column, HeadCell, Table

__all__ = ["build_bang"]

_CENTRED = frozenset({VaiTro.STT, VaiTro.CHU_TRI, VaiTro.PHOI_HOP, VaiTro.THOI_GIAN})


def build_bang(bang: Bang) -> Table:
    """Make the table; its rows are handed on as they are."""
    columns = tuple(Column(Align.CENTRE if cot.vai_tro in _CENTRED else Align.LEFT) for cot in bang.cot)
    return Table(columns, (tuple(HeadCell(cot.ten) for cot in bang.cot),), bang.hang)
