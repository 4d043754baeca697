"""What a paper holds besides its components: tables of data, running text, all that is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from vtdocs.readers.docx.observed import Block, Observed, Paragraph, Table

from .frames import Frame
from .paper import Item, Line, Role
from .sign_columns import may_sign
from .strips import first_paragraph

__all__ = ["Tables", "find_prose", "find_texts", "sort_tables"]

_DEEPEST = 50


class Tables(Struct, frozen=True):
    """Tables of heads, of titles and of signatures by index, those inside them too, and those that hold data."""

    head: frozenset[int]
    title: frozenset[int]
    sign: frozenset[int]
    data: tuple[Table, ...]


def sort_tables(observed: Observed, frame: Frame) -> Tables:
    """Sort tables by what they are for. One without lines, of one row or one column lays things out."""
    head = _tables_of(line for lines in frame.head.parts.values() for line in lines)
    head.update(number for each in frame.appendices for number in each.head_tables)
    title = _tables_of(line for lines in frame.title.parts.values() for line in lines)
    sign = set(frame.signature.tables) if frame.signature is not None else set()
    data: list[Table] = []
    stop = _stop_of(observed, frame)
    for table in observed.tables:
        if table.first >= stop or any(table.index in used for used in (head, title, sign)):
            continue
        # A table stands behind the one that holds it.
        holder = table.inside.table if table.inside is not None else -1
        used = next((used for used in (head, title, sign) if holder in used), None)
        if used is not None:
            used.add(table.index)
        elif not table.has_borders and len(table.grid) <= 3 and may_sign(table, 0):
            sign.add(table.index)
        elif table.has_borders and len(table.rows) > 1 and len(table.grid) > 1:
            data.append(table)
    return Tables(frozenset(head), frozenset(title), frozenset(sign), tuple(data))


def _stop_of(observed: Observed, frame: Frame) -> int:
    """The number of the first paragraph behind the paper."""
    return first_paragraph(frame.blocks[frame.end]) if frame.other_paper else len(observed.paragraphs) + 1


def _tables_of(lines: Iterable[Line]) -> set[int]:
    return {line.paragraph.spot.table for line in lines if line.paragraph.spot is not None}


def find_prose(observed: Observed, frame: Frame, items: Sequence[Item], tables: Tables) -> Iterator[Paragraph]:
    """Items that say something, and what stands in tables, in the order of the file; notes last."""
    numbers = {item.line.paragraph.number for item in items if item.role is not Role.EMPTY}
    used = tables.head | tables.title | tables.sign
    stop = _stop_of(observed, frame)
    for paragraph in observed.paragraphs[: stop - 1]:
        in_text = paragraph.spot is not None and paragraph.spot.table not in used and paragraph.box is None
        if paragraph.text and (paragraph.number in numbers or in_text):
            yield paragraph
    for note in observed.notes.values():
        yield from note


def find_texts(observed: Observed) -> Iterator[Paragraph]:
    """All paragraphs: the body, headers and footers once each, notes."""
    yield from observed.paragraphs
    for section in observed.sections:
        for pages in (section.headers, section.footers):
            for page in pages.values():
                if not page.inherited:
                    yield from _paragraphs_in(page.blocks)
    for note in observed.notes.values():
        yield from note


def _paragraphs_in(blocks: Iterable[Block], depth: int = 0) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif depth < _DEEPEST:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs_in(cell.blocks, depth + 1)
