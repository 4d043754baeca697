"""A table of the document: its columns set by what they hold, its head, and what stands above and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from vtdocs.figures import is_figure
from vtdocs.model import Bang, CanhO, Cot, Huong, VaiTro
from vtdocs.patterns import compile_late
from vtdocs.standards import custom
from vtdocs.tree import Align, Column, HeadCell, Inline, Orientation, Paragraph, Style, Table, Text

from .hang import build_hang
from .o_bang import build_marked, mark_rows
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
_UNIT_TYPED = compile_late(r"(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:", re.IGNORECASE)
_NEUTRAL = compile_late(r"[-–—−…._xX✓×+]{1,10}|(?:[~≈<>≤≥]|<=|>=|khoảng )\s*[0-9][0-9.,]*\s*[%‰]?", re.IGNORECASE)
_FIGURE = r"[0-9][0-9.,]*\s*[%‰]?"
_RANGE = compile_late(rf"{_FIGURE}\s*[-–—]\s*{_FIGURE}")
_LONGEST = 60
# Rows that tell whether a column without a role holds figures: a table of 50,000 rows is not read for it.
_LOOKED_AT = 200


def build_bang(bang: Bang) -> Table:
    """Make the table. Rows without anything special about them are handed on as they are.

    A column is set as its author says, else by its role; one without a role lines up its figures where they fill
    more than half of its cells, as far as the first 200 rows show, centres ranges of them, and stays left otherwise.
    Dashes, ticks and the like count neither way.
    """
    columns = tuple(Column(_align(bang, place)) for place in range(len(bang.cot)))
    signs = tuple(cot.ky_hieu or "" for cot in bang.cot)
    return Table(
        columns,
        _build_head(bang.cot),
        mark_rows(build_hang(bang, columns), bang.hang),
        signs=signs if any(signs) else (),
        above=tuple(_build_above(bang)),
        below=tuple(Paragraph(Style.GHI_CHU_BANG, _marked(note)) for note in bang.ghi_chu),
        orientation=_TURNS[bang.huong],
    )


def _align(bang: Bang, place: int) -> Align:
    cot = bang.cot[place]
    if cot.canh is not None:
        return _AS_ASKED[cot.canh]
    if cot.vai_tro is not None:
        return _BY_ROLE.get(cot.vai_tro, Align.LEFT)
    filled = _filled(bang, place)
    telling = [text for text in filled if not _is_neutral(text)]
    if filled and not telling:
        return _align_neutral(bang, place, filled)
    if 2 * sum(_RANGE.fullmatch(text[:_LONGEST]) is not None for text in telling) > len(telling):
        return Align.CENTRE
    return Align.NUMBER if 2 * sum(map(is_figure, telling)) > len(telling) else Align.LEFT


def _filled(bang: Bang, place: int) -> list[str]:
    return [text for row in islice(bang.hang, _LOOKED_AT) if (text := row[place].strip())]


def _is_neutral(text: str) -> bool:
    """Whether a text says nothing of what its column holds: a dash, a tick, a figure that is about so much."""
    return len(text) <= _LONGEST and _NEUTRAL.fullmatch(text) is not None


def _align_neutral(bang: Bang, place: int, filled: list[str]) -> Align:
    """Set a column of dashes as its nearest neighbour below the same heading is, else in the middle.

    One of "~50" and "< 10" alone holds figures all the same.
    """
    if any(character.isdigit() for text in filled for character in text):
        return Align.NUMBER
    group = bang.cot[place].nhom
    for step in range(1, len(bang.cot)) if group else ():
        for near in (place - step, place + step):
            if 0 <= near < len(bang.cot) and bang.cot[near].nhom == group:
                cot = bang.cot[near]
                if cot.canh or cot.vai_tro or not all(map(_is_neutral, _filled(bang, near))):
                    return _align(bang, near)
    return Align.CENTRE


def _marked(text: str) -> tuple[Inline, ...]:
    return build_marked(text)[1] or (Text(text),)


def _head_cell(text: str, columns: int = 1, rows: int = 1) -> HeadCell:
    plain, inlines = build_marked(text, in_bold=True)
    return HeadCell(plain, columns, rows, inlines)


def _build_head(columns: Sequence[Cot]) -> tuple[tuple[HeadCell, ...], ...]:
    """Make one row of headings, or two where neighbours have one above them all."""
    if not any(cot.nhom for cot in columns):
        return (tuple(_head_cell(cot.ten) for cot in columns),)
    upper: list[HeadCell] = []
    for group, members in groupby(columns, key=lambda cot: cot.nhom):
        held = tuple(members)
        upper += [_head_cell(group, columns=len(held))] if group else [_head_cell(cot.ten, rows=2) for cot in held]
    return tuple(upper), tuple(_head_cell(cot.ten) for cot in columns if cot.nhom)


def _build_above(bang: Bang) -> Iterator[Paragraph]:
    if bang.tieu_de:
        marked = build_marked(bang.tieu_de, in_bold=True)[1]
        yield Paragraph(Style.TEN_BANG, marked) if marked else build_tieu_de(Style.TEN_BANG, bang.tieu_de)
    if bang.don_vi_tinh:
        typed = _UNIT_TYPED.match(bang.don_vi_tinh)
        label = "" if typed else f"{custom.DON_VI_TINH_LOI.value} "
        yield Paragraph(Style.DON_VI_TINH, (Text(f"{label}{bang.don_vi_tinh}"),))
