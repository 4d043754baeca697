"""How much a whole document holds: what no value alone can say, and what a file of Word has to bear."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.outline import Node, Note, Reference, RefKind

from .bang import Bang
from .van_ban import VanBan

__all__ = [
    "MOST_CELLS",
    "MOST_NOTES",
    "MOST_PICTURE_BYTES",
    "Totals",
    "count_notes_of",
    "count_table",
    "count_totals",
]

# Word's ids of footnotes end at 32,767; a third of that is more than any paper has.
MOST_NOTES = 10_000
# Word takes minutes to open more; it is about 30,000 pages.
MOST_CELLS = 2_000_000
# What goes by e-mail, and through the system of documents, is far smaller.
MOST_PICTURE_BYTES = 100 * 1024 * 1024


class Totals(Struct, frozen=True):
    """What a document and its appendices hold together.

    `notes` counts footnotes, `cells` the cells that are printed: of a table that is called several times, each time.
    `picture_bytes` counts each different picture once, as the package holds them. `references` are all that lines
    stand for, one for each line: those of the body, then of the prose around it, then of the appendices.
    """

    notes: int
    cells: int
    picture_bytes: int
    references: tuple[Reference, ...]


def count_notes_of(node: Node) -> int:
    """Count the footnotes of one line."""
    return sum(isinstance(span, Note) for span in node.spans)


def count_table(bang: Bang) -> int:
    """Count the cells of a table, without its head."""
    return len(bang.hang) * len(bang.cot)


def count_totals(van_ban: VanBan) -> Totals:
    """Count what a document holds, in one pass over its lines."""
    lines = [*van_ban.noi_dung, *(part for part in (*van_ban.mo_dau, *van_ban.ket_thuc) if isinstance(part, Node))]
    for phu_luc in van_ban.phu_luc:
        lines += phu_luc.noi_dung
    notes, references = 0, []
    lines.reverse()
    while lines:
        node = lines.pop()
        if node.spans:
            notes += count_notes_of(node)
        if node.ref is not None:
            references.append(node.ref)
        if node.children:
            lines += node.children[::-1]
    return Totals(notes, _count_cells(van_ban, references), _count_picture_bytes(van_ban), tuple(references))


def _count_cells(van_ban: VanBan, references: list[Reference]) -> int:
    attached = sum(count_table(bang) for phu_luc in van_ban.phu_luc for bang in phu_luc.bang)
    called = (van_ban.bang.get(ref.name) for ref in references if ref.kind is RefKind.BANG)
    return attached + sum(count_table(bang) for bang in called if bang)


def _count_picture_bytes(van_ban: VanBan) -> int:
    return sum(map(len, {hinh.du_lieu for hinh in van_ban.hinh.values()}))
