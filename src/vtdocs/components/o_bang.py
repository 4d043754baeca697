"""Marks inside the cells of a table: footnotes, links, emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vtdocs.outline import parse_markup
from vtdocs.tree import Cell, Inline, Row, TableRow

from .loi_van import build_loi_van, join_texts

__all__ = ["build_marked", "mark_row"]

# Asked of every cell of long tables: what holds none of these is plain. A star alone multiplies, or marks a note.
_SIGNS = ("{chu_thich:", "](", "*")
_EMPHASIS = re.compile(r"(?<![*\w])\*{1,3}[^\s*]")


def build_marked(text: str, *, in_bold: bool = False) -> tuple[str, tuple[Inline, ...]]:
    """Give a text without its marks, and the inlines that it has with them: none where nothing is marked."""
    if not _is_marked(text):
        return text, ()
    read = parse_markup(text)
    if not read.spans:
        return text, ()
    return read.text, join_texts(build_loi_van(read.text, read.spans, in_bold=in_bold))


def mark_row(row: TableRow) -> TableRow:
    """Give a row whose cells have their marks as inlines; one without any as it is."""
    texts: Sequence[str] = [cell.text for cell in row.cells] if isinstance(row, Row) else row
    # One look at the whole row tells most rows.
    joined = "\n".join(texts)
    if not any(sign in joined for sign in _SIGNS):
        return row
    in_bold = isinstance(row, Row) and row.strong
    read = [build_marked(text, in_bold=in_bold) for text in texts]
    if not any(inlines for _text, inlines in read):
        return row
    cells = row.cells if isinstance(row, Row) else tuple(map(Cell, row))
    marked = tuple(
        Cell(text, cell.columns, cell.merge, cell.align, inlines)
        for cell, (text, inlines) in zip(cells, read, strict=True)
    )
    return Row(marked, row.strong, row.keep_next) if isinstance(row, Row) else Row(marked)


def _is_marked(text: str) -> bool:
    """Whether a text may hold marks, by a cheap look."""
    if "{chu_thich:" in text or "](" in text:
        return True
    return text.count("*") > 1 and _EMPHASIS.search(text) is not None
