"""A table of the document: its columns set by what they hold, its head, and what stands above and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from vtdocs.model import Bang, CanhO, Cot, Huong, VaiTro
from vtdocs.standards import custom
from vtdocs.tree import Align, Column, HeadCell, Orientation, Paragraph, Style, Table, Text

from .hang import build_hang, is_figure
from .tieu_de import build_tieu_de

__all__ = ["build_bang"]

_BY_ROLE = {
    VaiTro.STT: Align.CENTRE,
    VaiTro.CHU_TRI: Align.CENTRE,
    VaiTro.PHOI_HOP: Align.CENTRE,
    VaiTro.THEO_DOI: Align.CENTRE,
    VaiTro.THOI_GIAN: Align.CENTRE,
    VaiTro.DON_VI_TINH: Align.CENTRE,
    VaiTro.SO_LIEU: Align.NUMBER,
    VaiTro.SO_LUONG: Align.NUMBER,
    VaiTro.DON_GIA: Align.NUMBER,
    VaiTro.THANH_TIEN: Align.NUMBER,
}
_AS_ASKED = {CanhO.TRAI: Align.LEFT, CanhO.GIUA: Align.CENTRE, CanhO.PHAI: Align.RIGHT, CanhO.SO: Align.NUMBER}
_TURNS = {None: Orientation.AUTO, Huong.DOC: Orientation.PORTRAIT, Huong.NGANG: Orientation.LANDSCAPE}
_UNIT_TYPED = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:", re.IGNORECASE)
# Rows that tell whether a column without a role holds figures: a table of 50,000 rows is not read for it.
_LOOKED_AT = 200


def build_bang(bang: Bang) -> Table:
    """Make the table. Rows without anything special about them are handed on as they are.

    A column is set as its author says, else by its role; one without a role lines up its figures where they fill
    more than half of its cells, as far as the first 200 rows show, and stays left otherwise.
    """
    columns = tuple(Column(_align(bang, place)) for place in range(len(bang.cot)))
    signs = tuple(cot.ky_hieu or "" for cot in bang.cot)
    return Table(
        columns,
        _build_head(bang.cot),
        build_hang(bang, columns),
        signs=signs if any(signs) else (),
        above=tuple(_build_above(bang)),
        below=tuple(Paragraph(Style.GHI_CHU_BANG, (Text(note),)) for note in bang.ghi_chu),
        orientation=_TURNS[bang.huong],
    )


def _align(bang: Bang, place: int) -> Align:
    cot = bang.cot[place]
    if cot.canh is not None:
        return _AS_ASKED[cot.canh]
    if cot.vai_tro is not None:
        return _BY_ROLE.get(cot.vai_tro, Align.LEFT)
    filled = [row[place] for row in islice(bang.hang, _LOOKED_AT) if row[place].strip()]
    return Align.NUMBER if 2 * sum(map(is_figure, filled)) > len(filled) else Align.LEFT


def _build_head(columns: Sequence[Cot]) -> tuple[tuple[HeadCell, ...], ...]:
    """Make one row of headings, or two where neighbours have one above them all."""
    if not any(cot.nhom for cot in columns):
        return (tuple(HeadCell(cot.ten) for cot in columns),)
    upper: list[HeadCell] = []
    for group, members in groupby(columns, key=lambda cot: cot.nhom):
        held = tuple(members)
        upper += [HeadCell(group, columns=len(held))] if group else [HeadCell(cot.ten, rows=2) for cot in held]
    return tuple(upper), tuple(HeadCell(cot.ten) for cot in columns if cot.nhom)


def _build_above(bang: Bang) -> Iterator[Paragraph]:
    if bang.tieu_de:
        yield build_tieu_de(Style.TEN_BANG, bang.tieu_de)
    if bang.don_vi_tinh:
        typed = _UNIT_TYPED.match(bang.don_vi_tinh)
        label = "" if typed else f"{custom.DON_VI_TINH_LOI.value} "
        yield Paragraph(Style.DON_VI_TINH, (Text(f"{label}{bang.don_vi_tinh}"),))
