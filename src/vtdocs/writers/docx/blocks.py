"""Blocks as XML, one kind after the other: paragraphs, lines, tables, pictures, braces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.standards import custom
from vtdocs.tree import Block, Bracket, FixedRule, Paragraph, Picture, Rule, Table
from vtdocs.units import Length

from .brackets import bracket_xml
from .layouts import Layouts
from .paragraphs import paragraph_xml, rule_xml
from .parts import Parts
from .pictures import picture_xml
from .prose import is_bare, is_prose, prose_xml
from .tables import gap_xml, table_xml
from .template import Template
from .titles import Titles, rows_xml

__all__ = ["BlockWriter"]

# So many paragraphs are held as XML at the most.
_AT_ONCE = 256


class BlockWriter:
    """Writes the blocks of one document; what they need outside of document.xml is gathered in `parts`."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.parts = Parts(template.seams)
        self.layouts = Layouts(template)
        self.titles = Titles(template.looks)
        # The page that is being filled, and the properties of the section that it belongs to.
        self.page = template.upright
        self.section = template.upright.first

    def write(
        self, blocks: Sequence[Block], width: Length, *, keep_next: bool = False, behind: Block | None = None
    ) -> Iterator[str | bytes]:
        """Write blocks into a place of this width; `keep_next` holds them on the page of what follows.

        `behind` is the block that stands right behind them, where it is written apart.
        """
        looks, count, place = self.template.looks, len(blocks), 0
        while place < count:
            block = blocks[place]
            if is_prose(block):
                after = place + _AT_ONCE
                beyond = blocks[after] if after < count else behind
                xml, taken = prose_xml(blocks[place:after], beyond, looks, keep_next=keep_next)
                if taken:
                    yield xml
                    place += taken
                    if taken == _AT_ONCE or place == count:
                        continue
                    block = blocks[place]
            if place and (gap := gap_xml(blocks[place - 1], block, looks)):
                yield gap
            place += 1
            if isinstance(block, Paragraph | Rule | FixedRule):
                bare = is_bare(blocks[place] if place < count else behind)
                yield self._paragraph(block, width, keep_next=keep_next, bare=bare)
            else:
                yield from self._block(block, width, keep_next=keep_next)

    def _paragraph(self, block: Paragraph | Rule | FixedRule, width: Length, *, keep_next: bool, bare: bool) -> str:
        """Write a paragraph that is no plain one, or a line; a `bare` table follows it."""
        looks = self.template.looks
        match block:
            case Paragraph():
                after = custom.BANG_DEM_DOC.value if bare else None
                rows = self.titles.rows(block, width) if block.by_sense else None
                runs = None if rows is None else rows_xml(rows)
                return paragraph_xml(block, looks, width, self.parts, keep_next=keep_next, after=after, runs=runs)
            case Rule():
                length = self.titles.rule_length(block, width)
                look, is_first = self.titles.last_row(block.under[-1], width)
                return rule_xml(block.style, look, length, width, first=is_first)
            case FixedRule():
                return rule_xml(block.style, looks[block.under], block.length, width)

    def _block(self, block: Table | Picture | Bracket, width: Length, *, keep_next: bool) -> Iterator[str | bytes]:
        """Write a block of several paragraphs."""
        looks, parts, room = self.template.looks, self.parts, (width, self.page.text_height)
        match block:
            case Table():
                yield from self.write(block.above, width, keep_next=True)
                yield from table_xml(block, self.layouts, room, parts, keep_next=keep_next)
                yield from self.write(block.below, width, keep_next=keep_next)
            case Picture():
                yield from picture_xml(block, looks, room, parts, keep_next=keep_next)
            case Bracket():
                yield from bracket_xml(block, looks, width, parts, keep_next=keep_next)
