"""How much a whole document holds: what no value alone can say, and what a file of Word has to bear."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.outline import Node, Note, RefKind, walk_outline

from .bang import Bang
from .van_ban import VanBan

__all__ = [
    "MOST_CELLS",
    "MOST_NOTES",
    "MOST_PICTURE_BYTES",
    "count_cells",
    "count_notes",
    "count_notes_of",
    "count_picture_bytes",
    "count_table",
]

# Word's ids of footnotes end at 32,767; a third of that is more than any paper has.
MOST_NOTES = 10_000
# Word takes minutes to open more; it is about 30,000 pages.
MOST_CELLS = 2_000_000
# What goes by e-mail, and through the system of documents, is far smaller.
MOST_PICTURE_BYTES = 100 * 1024 * 1024


def count_notes_of(node: Node) -> int:
    """Count the footnotes of one line."""
    return sum(isinstance(span, Note) for span in node.spans)


def count_table(bang: Bang) -> int:
    """Count the cells of a table, without its head."""
    return len(bang.hang) * len(bang.cot)


def count_notes(van_ban: VanBan) -> int:
    """Count the footnotes of a document and of its appendices."""
    return sum(map(count_notes_of, _walk(van_ban)))


def count_cells(van_ban: VanBan) -> int:
    """Count the cells that are printed: of a table that is called several times, each time."""
    cells = {name: count_table(bang) for name, bang in van_ban.bang.items()}
    called = (node.ref.name for node in _walk(van_ban) if node.ref and node.ref.kind is RefKind.BANG)
    attached = (count_table(bang) for phu_luc in van_ban.phu_luc for bang in phu_luc.bang)
    return sum(cells.get(name, 0) for name in called) + sum(attached)


def count_picture_bytes(van_ban: VanBan) -> int:
    """Count the bytes of all pictures of a document, each different file once, as its package holds them."""
    return sum(map(len, {hinh.du_lieu for hinh in van_ban.hinh.values()}))


def _walk(van_ban: VanBan) -> Iterator[Node]:
    prose = (part for part in (*van_ban.mo_dau, *van_ban.ket_thuc) if isinstance(part, Node))
    for nodes in (prose, van_ban.noi_dung, *(phu_luc.noi_dung for phu_luc in van_ban.phu_luc)):
        yield from walk_outline(nodes)
