"""Sections: the body, which keeps its end with the signature, and the appendices, each with pages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from vtdocs.standards import custom
from vtdocs.tree import Appendix, Block, Paragraph, Style
from vtdocs.units import Length

from .blocks import BlockWriter
from .layout import count_kept
from .paragraphs import empty_paragraph

__all__ = ["appendices_xml", "body_xml"]


def body_xml(body: Sequence[Block], writer: BlockWriter, width: Length) -> Iterator[str]:
    """Write the body; its last rows stay with the signature, which never stands alone on a page."""
    last = takewhile(lambda block: isinstance(block, Paragraph), reversed(body))
    paragraphs = [block for block in last if isinstance(block, Paragraph)]
    kept = count_kept(paragraphs, writer.template.looks, width, custom.DONG_GIU_CUNG_CHU_KY.value)
    yield from writer.write(body[: len(body) - kept], width)
    yield from writer.write(body[len(body) - kept :], width, keep_next=True)


def appendices_xml(appendices: Sequence[Appendix], writer: BlockWriter) -> Iterator[str]:
    """End the main part, and write each appendix as a section of its own.

    A section's properties stand in its last paragraph, those of the last one at the end of the body. A table
    must be followed by a paragraph in any case: a tiny one serves for both.
    """
    template = writer.template
    if not appendices:
        yield empty_paragraph(Style.KET_PHAN)
        return
    section = template.main_section
    for appendix in appendices:
        yield empty_paragraph(Style.KET_PHAN, section)
        yield from writer.write((*appendix.head, *appendix.blocks), template.text_width)
        section = template.appendix_section
    yield empty_paragraph(Style.KET_PHAN)
