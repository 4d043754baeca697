"""A tree and a compiled template into the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vtdocs.tree import Block, Document, Field, Style, Text
from vtdocs.units import Length

from .blocks import BlockWriter
from .brackets import count_block_rows
from .contract import APPENDIX_SLOT, BODY_SLOT, RECIPIENTS_SLOT
from .layout import field_text
from .package import pack
from .paragraphs import empty_paragraph
from .sections import appendices_xml, body_xml
from .template import DOCUMENT_PART, OverflowChunk, SectionChunk, SlotChunk, TagChunk, Template
from .xml import escape

__all__ = ["render_docx"]

# A row that may not break has to go on one page together with two rows of text; of the page's 257 mm this takes 130.
_ROWS_BESIDE_SIGNATURE = 28


def render_docx(document: Document, template: Template) -> bytes:
    """Write a document: the same tree and template give the same parts, byte for byte."""
    rendering = Rendering(document, template)
    xml = "".join(rendering.pieces())
    parts = {**template.parts, **rendering.writer.parts.added(), DOCUMENT_PART: xml.encode()}
    return pack(parts, document.properties)


class Rendering:
    """One document being written."""

    def __init__(self, document: Document, template: Template) -> None:
        self.document, self.template = document, template
        self.writer = BlockWriter(template)
        self.below: Sequence[Block] = ()
        """The recipients that the row of the signature does not hold."""

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
                    yield self.writer.section

    def tag(self, chunk: TagChunk) -> str:
        value = self.document.frame.tags[chunk.name]
        match value:
            case Field():
                return escape(field_text(value, chunk.look))
            case Text():
                return escape(value.text)

    def slot(self, chunk: SlotChunk) -> Iterator[str]:
        if chunk.name == BODY_SLOT:
            yield from body_xml(self.document.body, self.writer, chunk.width)
        elif chunk.name == APPENDIX_SLOT:
            yield from appendices_xml(self.document.appendices, self.writer)
        elif chunk.name == RECIPIENTS_SLOT:
            beside, self.below = self.recipients(chunk.width)
            yield from self.writer.write(beside, chunk.width)
        else:
            blocks = self.document.frame.slots[chunk.name]
            yield from self.writer.write(blocks, chunk.width)
            if not blocks and chunk.sole:
                yield empty_paragraph(Style.KET_PHAN)  # a cell must hold a paragraph

    def recipients(self, width: Length) -> tuple[Sequence[Block], Sequence[Block]]:
        """Part the recipients: those beside the signature, in a row that never breaks, and those below it."""
        blocks = self.document.frame.slots[RECIPIENTS_SLOT]
        rows = 0
        for number, block in enumerate(blocks):
            rows += count_block_rows(block, self.template.looks, width)
            if rows > _ROWS_BESIDE_SIGNATURE:
                return blocks[:number], blocks[number:]
        return blocks, ()

    def overflow(self, chunk: OverflowChunk) -> Iterator[str]:
        """Write the recipients that are left over, in a row of their own that may break."""
        if self.below:
            yield chunk.opening
            yield from self.writer.write(self.below, chunk.width)
            yield chunk.closing
