"""The columns of a signature: what stands in each, who signs there, and which tables hold such columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct, field

from vtdocs.readers.docx.observed import Table

from .paper import Line, Signer
from .recipients import has_list, is_label, read_recipients, starts_label
from .signers import is_title_line, read_signer
from .strips import Side, Strip, read_block

__all__ = ["Signature", "add_signer", "is_complete", "may_sign", "read_columns"]

_MOST_ROWS, _MOST_COLUMNS, _MOST_LINES = 15, 8, 40


class Signature(Struct):
    """Lines by key, the signers, lines not placed, the tables, and the blocks it stands in (first, last)."""

    first: int
    last: int
    parts: dict[str, list[Line]] = field(default_factory=dict)
    signers: list[Signer] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    unplaced: list[Strip] = field(default_factory=list)


def may_sign(table: Table, index: int) -> list[Strip]:
    """Give the lines of a table that holds recipients or signers, else none."""
    if len(table.rows) > _MOST_ROWS or len(table.grid) > _MOST_COLUMNS:
        return []
    if table.has_borders and not _holds_label(table):
        return []
    strips = read_block(table, index)
    columns = _columns_of(strips)
    if any(has_list(column) for column in columns):
        return strips
    # A column of a register may be headed "Nơi nhận".
    if table.has_borders or len(strips) > _MOST_LINES or not any(is_title_line(strip) for strip in strips):
        return []
    if any(is_label(strip) for strip in strips):
        return strips
    found = [read_signer(column) for column in columns]
    return strips if any(each is not None and each[0].ho_ten for each in found) else []


def _holds_label(table: Table) -> bool:
    """Whether a table that is ruled may yet hold recipients: most do not, and need not be read line by line."""
    for row in table.rows:
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Table) or (
                    block.text[:20].lstrip()[:1] in ("N", "n") and starts_label(block.text)
                ):
                    return True
    return False


def read_columns(strips: Iterable[Strip], found: Signature) -> None:
    """Read who signs and who receives from lines side by side, and add them to what was found."""
    columns = _columns_of(strips)
    beside = any(is_label(strip) for column in columns for strip in column)
    for column in columns:
        label = next((i for i, strip in enumerate(column) if is_label(strip)), None)
        if label is not None:
            for key, lines in read_recipients(column[label:]).items():
                found.parts.setdefault(key, []).extend(lines)
        signing = column[:label]
        if (read := read_signer(signing, sure=beside)) is not None:
            add_signer(read, found)
        else:
            found.unplaced += signing


def add_signer(read: tuple[Signer, list[Strip]], found: Signature) -> None:
    """Add one who signs, with the lines of the column that were not placed."""
    signer, rest = read
    found.signers.append(signer)
    found.unplaced += rest
    for key, lines in (("quyen_han", signer.quyen_han), ("chuc_vu", signer.chuc_vu), ("ho_ten", signer.ho_ten)):
        if lines:
            found.parts.setdefault(key, []).extend(lines)


def is_complete(found: Signature) -> bool:
    """Whether it has both recipients and a name."""
    return "noi_nhan" in found.parts and any(signer.ho_ten for signer in found.signers)


def _columns_of(strips: Iterable[Strip]) -> list[list[Strip]]:
    """Group lines by columns that share a part of the grid, from left to right; the whole width is a group itself."""
    lines = list(strips)
    spans = sorted({strip.columns for strip in lines if strip.side is not Side.WHOLE})
    edges: list[int] = []  # where a group ends
    for low, high in spans:
        if edges and low < edges[-1]:
            edges[-1] = max(edges[-1], high)
        else:
            edges.append(high)
    groups: list[list[Strip]] = [[] for _ in range(len(edges) + 1)]
    for strip in lines:
        whole = strip.side is Side.WHOLE
        groups[-1 if whole else bisect_left(edges, strip.columns[1])].append(strip)
    return [group for group in groups if group]
