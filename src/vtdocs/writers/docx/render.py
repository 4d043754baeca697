"""A tree and a compiled template into the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vtdocs.tree import Block, Document, Field, Style, Text
from vtdocs.units import Length

from .archive import Member, deflate
from .blocks import BlockWriter
from .brackets import count_within
from .compression import find_compressor
from .contract import APPENDIX_SLOT, BODY_SLOT, RECIPIENTS_SLOT
from .layout import field_text
from .package import pack
from .paragraphs import empty_paragraph
from .sections import appendices_xml, body_xml
from .template import DOCUMENT_PART, OverflowChunk, SectionChunk, SlotChunk, TagChunk, Template
from .xml import escape

if TYPE_CHECKING:
    from .watching import Enter

__all__ = ["render_docx"]

# A row that may not break has to go on one page together with two rows of text; of the page's 257 mm this takes 130.
_ROWS_BESIDE_SIGNATURE = 28
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Pieces are gathered to so many letters: to deflate each by itself would cost more than the work on it.
_GATHERED = 65_536


def render_docx(
    document: Document, template: Template, *, compression: str | None = None, enter: Enter | None = None
) -> bytes:
    """Write a document: the same tree and template give the same parts, byte for byte.

    `compression` names how the file is deflated (see `compression.find_compressor`). Raises WriteError for text that
    no file can hold, and for a compressor that is not there. `enter` is told of the stages (see `watching`).
    """
    compressor = find_compressor(compression)
    rendering = Rendering(document, template)
    # It is deflated while it is being written: of a long table, no more than some rows are held as XML.
    pieces = _encoded(rendering.pieces())
    if enter is not None:
        from .watching import WatchedLayouts, watch_steps

        rendering.writer.layouts = WatchedLayouts(template, enter)
        pieces = watch_steps(pieces, enter)
    body = deflate(DOCUMENT_PART, pieces, compressor)
    changed: dict[str, bytes | Member] = {**rendering.writer.parts.added(), **rendering.edges(), DOCUMENT_PART: body}
    return pack(template.package, changed, document.properties, compressor)


def _encoded(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    """Put pieces together to so many letters, and encode them."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        encoded = piece.encode() if isinstance(piece, str) else piece
        waiting.append(encoded)
        size += len(encoded)
        if size >= _GATHERED:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    yield b"".join(waiting)


class Rendering:
    """One document being written."""

    def __init__(self, document: Document, template: Template) -> None:
        self.document, self.template = document, template
        self.writer = BlockWriter(template)
        self.below: Sequence[Block] = ()
        """The recipients that the row of the signature does not hold."""

    def pieces(self) -> Iterator[str | bytes]:
        yield _HEADER
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

    def edges(self) -> dict[str, bytes]:
        """Write the headers and footers that hold tags."""
        return {
            part: (_HEADER + "".join(self.tag(one) if isinstance(one, TagChunk) else one for one in chunks)).encode()
            for part, chunks in self.template.edges.items()
        }

    def tag(self, chunk: TagChunk) -> str:
        value = self.document.frame.tags[chunk.name]
        match value:
            case Field():
                return escape(field_text(value, chunk.look))
            case Text():
                return escape(value.text)

    def slot(self, chunk: SlotChunk) -> Iterable[str | bytes]:
        if chunk.name == BODY_SLOT:
            return body_xml(self.document.body, self.writer, chunk.width)
        if chunk.name == APPENDIX_SLOT:
            return appendices_xml(self.document.appendices, self.writer)
        blocks = self.document.frame.slots[chunk.name]
        if chunk.name == RECIPIENTS_SLOT and chunk.overflows:
            blocks, self.below = self.recipients(chunk.width)
        elif not blocks and chunk.sole:
            return (empty_paragraph(Style.KET_PHAN),)  # a cell must hold a paragraph
        return self.writer.write(blocks, chunk.width)

    def recipients(self, width: Length) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Part the recipients: those beside the signature, in a row that never breaks, and those below it."""
        blocks = self.document.frame.slots[RECIPIENTS_SLOT]
        count = count_within(blocks, self.template.looks, width, _ROWS_BESIDE_SIGNATURE)
        return blocks[:count], blocks[count:]

    def overflow(self, chunk: OverflowChunk) -> Iterator[str | bytes]:
        """Write the recipients that are left over, in a row of their own that may break."""
        if self.below:
            yield chunk.opening
            yield from self.writer.write(self.below, chunk.width)
            yield chunk.closing
