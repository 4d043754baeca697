"""Blocks as XML, one kind after the other: paragraphs, lines, tables, pictures, braces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.tree import Block, FixedRule, Paragraph, Rule, Table
from vtdocs.units import Length

from .layout import rule_length
from .paragraphs import IdSource, paragraph_xml, rule_xml
from .tables import table_xml
from .template import Template

__all__ = ["BlockWriter"]

# Content controls of the template carry ids below this one.
_FIRST_ID = 1_000


class BlockWriter:
    """Writes the blocks of one document; what they need outside of document.xml is gathered here."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.ids = IdSource(_FIRST_ID)

    def write(self, blocks: Sequence[Block], width: Length, *, keep_next: bool = False) -> Iterator[str]:
        """Write blocks into a place of this width; `keep_next` holds them on the page of what follows."""
        looks = self.template.looks
        for block in blocks:
            match block:
                case Paragraph():
                    yield paragraph_xml(block, looks, width, self.ids, keep_next=keep_next)
                case Rule():
                    yield rule_xml(block.style, looks[block.style], rule_length(block, looks, width), width)
                case FixedRule():
                    yield rule_xml(block.style, looks[block.style], block.length, width)
                case Table():
                    yield from table_xml(block, self.template, width)
