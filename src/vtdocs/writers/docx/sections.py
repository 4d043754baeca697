"""Sections: the body, which keeps its end with the signature, and the appendices, each with pages of its own.

A table that lies across stands in a section of turned pages, with the headings right above it; tables that follow
each other share one. The text goes on upright behind it, with the same page numbers, and so does the signature: of a
body that ends with such a table it stands on an upright page.

A section's properties stand in its last paragraph, those of the last one at the end of the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from vtdocs.metrics import line_height
from vtdocs.standards import custom
from vtdocs.tree import Appendix, Block, Orientation, Paragraph, Style, Table
from vtdocs.units import Length

from .blocks import BlockWriter
from .layout import count_kept, count_rows
from .pages import Page
from .paragraphs import empty_paragraph
from .tables import gap_xml

__all__ = ["appendices_xml", "body_xml"]

# So many paragraphs before a table are turned with it at most, and no more than this part of its page.
_MOST_LEADING = 6
_LEADING_PART = 3


def body_xml(body: Sequence[Block], writer: BlockWriter, width: Length) -> Iterator[str | bytes]:
    """Write the body; its last rows stay with the signature, which never stands alone on a page."""
    upright = writer.template.upright
    parts = _by_page(body, writer)
    if parts and parts[0][0] is upright:
        yield gap_xml(None, body[0], writer.template.looks)
    for page, blocks in parts[:-1]:
        yield from _write_part(page, blocks, writer, width)
    for page, blocks in parts[-1:]:
        if page is not upright:
            yield from _write_part(page, blocks, writer, width)
            yield from _turn(writer, upright)
        else:
            first = len(blocks) - _count_last(blocks, writer, width)
            yield from _write_part(page, blocks[:first], writer, width, blocks[first])
            if first:
                yield gap_xml(blocks[first - 1], blocks[first], writer.template.looks)
            yield from writer.write(blocks[first:], width, keep_next=True)
            yield gap_xml(blocks[-1], None, writer.template.looks)


def _write_part(
    page: Page, blocks: Sequence[Block], writer: BlockWriter, width: Length, behind: Block | None = None
) -> Iterator[str | bytes]:
    if page is not writer.page:
        yield from _turn(writer, page)
    yield from writer.write(blocks, width if page is writer.template.upright else page.text_width, behind=behind)


def _count_last(blocks: Sequence[Block], writer: BlockWriter, width: Length) -> int:
    """Count the blocks that stay with the signature: some rows of text, or a table's last row."""
    rows = custom.DONG_GIU_CUNG_CHU_KY.value
    return count_kept(_last_paragraphs(blocks), writer.template.looks, width, rows) or 1


def _last_paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Give the paragraphs at the end of these blocks, the last one first."""
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            return
        yield block


def appendices_xml(appendices: Sequence[Appendix], writer: BlockWriter) -> Iterator[str | bytes]:
    """End the main part, and write each appendix as a section of its own, or as several.

    A table must be followed by a paragraph in any case: the tiny one that ends a section serves for both.
    """
    for appendix in appendices:
        parts = _appendix_by_page(appendix, writer)
        yield empty_paragraph(Style.KET_PHAN, writer.section)
        writer.page = parts[0][0]
        writer.section = writer.page.appendix
        for page, blocks in parts:
            if page is not writer.page:
                yield from _turn(writer, page)
            yield from writer.write(blocks, page.text_width)
    yield empty_paragraph(Style.KET_PHAN)


def _turn(writer: BlockWriter, page: Page) -> Iterator[str]:
    """End the section, and go on with pages turned the other way."""
    yield empty_paragraph(Style.KET_PHAN, writer.section)
    writer.page, writer.section = page, page.continued


def _by_page(blocks: Sequence[Block], writer: BlockWriter) -> list[tuple[Page, tuple[Block, ...]]]:
    """Part blocks where the page is turned; what leads up to a table that turns is turned with it."""
    template = writer.template
    # Most bodies have no table: their blocks are not asked one by one.
    held = Table in set(map(type, blocks))
    turned = [isinstance(block, Table) and writer.layouts.turns(block) for block in blocks] if held else []
    if not any(turned):
        return [(template.upright, tuple(blocks))] if blocks else []
    for number in [number for number, across in enumerate(turned) if across]:
        first = number - _count_leading(blocks[max(0, number - _MOST_LEADING) : number], writer)
        turned[first:number] = [True] * (number - first)
    return [
        (template.turned if across else template.upright, tuple(block for block, _turned in group))
        for across, group in groupby(zip(blocks, turned, strict=True), lambda pair: pair[1])
    ]


def _count_leading(blocks: Sequence[Block], writer: BlockWriter) -> int:
    """Count the paragraphs at the end of these that stay with what follows: its headings, and words that open it."""
    page, looks = writer.template.turned, writer.template.looks
    count = height = 0
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or not (block.keep_next or looks[block.style].keep_next):
            break
        look = looks[block.style]
        height += line_height(look.size).twips * count_rows(block, look, page.text_width) + look.around.twips
        if height * _LEADING_PART > page.text_height.twips:
            break
        count += 1
    return count


def _appendix_by_page(appendix: Appendix, writer: BlockWriter) -> list[tuple[Page, tuple[Block, ...]]]:
    """Part an appendix where its page is turned; its head goes with what it stands above.

    One of tables alone turns as a whole, with the first of them that turns, unless one is to stay upright.
    """
    tables = [block for block in appendix.blocks if isinstance(block, Table)]
    kept = any(table.orientation is Orientation.PORTRAIT for table in tables)
    if tables and len(tables) == len(appendix.blocks) and not kept and any(map(writer.layouts.turns, tables)):
        return [(writer.template.turned, (*appendix.head, *appendix.blocks))]
    parts = _by_page(appendix.blocks, writer)
    if not parts:
        return [(writer.template.upright, appendix.head)]
    page, blocks = parts[0]
    return [(page, (*appendix.head, *blocks)), *parts[1:]]
