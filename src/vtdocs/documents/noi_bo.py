"""Columns for the office's own copy, left out of what is issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from vtdocs.model import Bang, Gop

__all__ = ["drop_internal"]


def drop_internal(bang: Bang) -> Bang | None:
    """Give the table without its internal columns: the same one where it has none, `None` where it has no other.

    A merged cell keeps its share of the columns that stay, and its text with them.
    """
    kept = tuple(place for place, cot in enumerate(bang.cot) if not cot.noi_bo)
    if len(kept) == len(bang.cot):
        return bang
    if not kept:
        return None
    rows = list(bang.hang)
    for gop in bang.gop:
        _move_text(rows, gop, kept)
    return replace(
        bang,
        cot=tuple(bang.cot[place] for place in kept),
        hang=tuple(zip(*(map(itemgetter(place), rows) for place in kept), strict=True)),
        gop=tuple(cut for gop in bang.gop if (cut := _cut(gop, kept))),
    )


def _move_text(rows: list[tuple[str, ...]], gop: Gop, kept: Sequence[int]) -> None:
    """Write the text of a merged cell where its first column that stays begins: it belongs to that one as well."""
    place = next((place for place in kept if place in gop.columns), gop.cot)
    if place != gop.cot:
        row = rows[gop.hang]
        rows[gop.hang] = (*row[:place], row[gop.cot], *row[place + 1 :])


def _cut(gop: Gop, kept: Sequence[int]) -> Gop | None:
    held = [new for new, place in enumerate(kept) if place in gop.columns]
    if not held or len(held) * gop.so_hang == 1:
        return None
    return replace(gop, cot=held[0], so_cot=len(held))
