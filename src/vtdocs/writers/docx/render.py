"""A tree and a compiled template into the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from vtdocs.standards import custom
from vtdocs.tree import Appendix, Block, Document, Field, FixedRule, Paragraph, Rule, Style, Table, Text
from vtdocs.units import Length

from .contract import APPENDIX_SLOT, BODY_SLOT, RECIPIENTS_SLOT
from .layout import count_kept, count_rows, field_text, rule_length
from .package import pack
from .paragraphs import IdSource, empty_paragraph, paragraph_xml, rule_xml
from .tables import table_xml
from .template import DOCUMENT_PART, OverflowChunk, SectionChunk, SlotChunk, TagChunk, Template
from .xml import escape

__all__ = ["render_docx"]

# Content controls of the template carry ids below this one.
_FIRST_ID = 1_000
# A row that may not break has to go on one page together with two rows of text; of the page's 257 mm this takes 130.
_ROWS_BESIDE_SIGNATURE = 28


def render_docx(document: Document, template: Template) -> bytes:
    """Write a document: the same tree and template give the same parts, byte for byte."""
    xml = "".join(Rendering(document, template).pieces())
    return pack({**template.parts, DOCUMENT_PART: xml.encode()}, document.properties)


class Rendering:
    """One document being written."""

    def __init__(self, document: Document, template: Template) -> None:
        self.document, self.template = document, template
        self.ids = IdSource(_FIRST_ID)

    def pieces(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        for chunk in self.template.chunks:
            match chunk:
                case str():
                    yield chunk
                case TagChunk():
                    yield self.tag(chunk)
                case SlotChunk():
                    yield from self.slot(chunk)
                case OverflowChunk():
                    yield from self.overflow(chunk)
                case SectionChunk():
                    yield (self.template.appendix_section if self.document.appendices else self.template.main_section)

    def tag(self, chunk: TagChunk) -> str:
        value = self.document.frame.tags[chunk.name]
        match value:
            case Field():
                return escape(field_text(value, chunk.look))
            case Text():
                return escape(value.text)

    def slot(self, chunk: SlotChunk) -> Iterator[str]:
        if chunk.name == BODY_SLOT:
            yield from self.body(chunk.width)
        elif chunk.name == APPENDIX_SLOT:
            yield from self.appendices(self.document.appendices)
        elif chunk.name == RECIPIENTS_SLOT:
            beside, _below = self.recipients(chunk.width)
            yield from self.blocks(beside, chunk.width)
        else:
            blocks = self.document.frame.slots[chunk.name]
            yield from self.blocks(blocks, chunk.width)
            if not blocks and chunk.sole:
                yield empty_paragraph(Style.KET_PHAN)  # a cell must hold a paragraph

    def recipients(self, width: Length) -> tuple[Sequence[Block], Sequence[Block]]:
        """Part the recipients: those beside the signature, in a row that never breaks, and those below it."""
        blocks = self.document.frame.slots[RECIPIENTS_SLOT]
        rows = 0
        for number, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                rows += count_rows(block, self.template.looks[block.style], width)
            if rows > _ROWS_BESIDE_SIGNATURE:
                return blocks[:number], blocks[number:]
        return blocks, ()

    def overflow(self, chunk: OverflowChunk) -> Iterator[str]:
        """Write the recipients that the signature's row does not hold, in a row of their own that may break."""
        _beside, below = self.recipients(chunk.width)
        if below:
            yield chunk.opening
            yield from self.blocks(below, chunk.width)
            yield chunk.closing

    def body(self, width: Length) -> Iterator[str]:
        """Write the body; its last rows stay with the signature, which never stands alone on a page."""
        body = self.document.body
        last = takewhile(lambda block: isinstance(block, Paragraph), reversed(body))
        paragraphs = [block for block in last if isinstance(block, Paragraph)]
        kept = count_kept(paragraphs, self.template.looks, width, custom.DONG_GIU_CUNG_CHU_KY.value)
        yield from self.blocks(body[: len(body) - kept], width)
        yield from self.blocks(body[len(body) - kept :], width, keep_next=True)

    def appendices(self, appendices: Sequence[Appendix]) -> Iterator[str]:
        """End the main part, and write each appendix as a section of its own.

        A section's properties stand in its last paragraph, those of the last one at the end of the body. A table
        must be followed by a paragraph in any case: a tiny one serves for both.
        """
        if not appendices:
            yield empty_paragraph(Style.KET_PHAN)
            return
        section = self.template.main_section
        for appendix in appendices:
            yield empty_paragraph(Style.KET_PHAN, section)
            yield from self.blocks((*appendix.head, *appendix.blocks), self.template.text_width)
            section = self.template.appendix_section
        yield empty_paragraph(Style.KET_PHAN)

    def blocks(self, blocks: Sequence[Block], width: Length, *, keep_next: bool = False) -> Iterator[str]:
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
