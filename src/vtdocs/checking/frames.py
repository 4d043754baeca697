"""Where the parts of a paper stand among its blocks: head, title, text, signature, appendices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from vtdocs.readers.docx.observed import Block, Observed, Paragraph, Table

from .appendices import Appendix, find_appendices
from .furniture import read_boxes
from .headlines import name_line
from .heads import Head, find_opening, read_head
from .office import Office
from .paper import Line
from .sign_columns import Signature
from .signatures import find_signature
from .strips import Strip, lay_flat, read_blocks
from .titles import Title, read_title

__all__ = ["Frame", "find_frame"]

# What is read for head and title: blocks, lines, and rows of a table among them.
_OPENING_BLOCKS, _OPENING_LINES, _OPENING_ROWS = 60, 150, 20
# The motto of a paper stands among its first lines.
_FIRST_LINES = 30


class Frame(Struct):
    """Where the parts of a paper stand: blocks of the text (from, to), signature, appendices, the end of the paper.

    `other_paper` says that another one follows in the file.
    """

    blocks: Sequence[Block]
    head: Head
    title: Title
    start: int
    signature: Signature | None
    appendices: list[Appendix]
    end: int
    other_paper: bool = False

    @property
    def text_end(self) -> int:
        """Where the text ends: the block behind its last one."""
        if self.signature is not None:
            return self.signature.first
        return self.appendices[0].first if self.appendices else self.end

    def all_parts(self) -> dict[str, list[Line]]:
        """The lines of head, title and signature by key."""
        signed = self.signature.parts if self.signature is not None else {}
        title = {key: lines for key, lines in self.title.parts.items() if key not in self.head.parts}
        return {**self.head.parts, **title, **signed}


def find_frame(observed: Observed, office: Office | None) -> Frame:
    """Find the parts of a paper; the first one where a file holds several."""
    blocks = list(lay_flat(observed.blocks))
    strips, boxes = _read_opening(observed, blocks)
    length = find_opening(strips)
    head = read_head(strips[:length], boxes, office)
    title = read_title(strips[length:], has_subject="trich_yeu_cong_van" in head.strips)
    if not head.is_found and title.kind is None:
        title = Title()  # lines in the middle of a page are no title where neither head nor kind is there
    start = _first_text_block(strips, length + title.length, len(blocks))
    signature = find_signature(blocks, start, len(blocks))
    if signature is not None:
        above = find_appendices(blocks[: signature.first], start, office)
        if any("phu_luc" in each.parts and _is_sure(observed, blocks, each) for each in above):
            signature = None  # it is an appendix's
    appendices = find_appendices(blocks, start if signature is None else signature.last + 1, office)
    other = next((i for i, each in enumerate(appendices) if "so_ky_hieu" in each.parts), None)
    if other is None:
        return Frame(blocks, head, title, start, signature, appendices, len(blocks))
    end = appendices[other].first
    if other:
        appendices[other - 1].end = end
    return Frame(blocks, head, title, start, signature, appendices[:other], end, other_paper=True)


def _is_sure(observed: Observed, blocks: Sequence[Block], appendix: Appendix) -> bool:
    """Whether a label in the text begins an appendix: on a page of its own, or with "(Kèm theo …)"."""
    return "kem_theo" in appendix.parts or (appendix.first > 0 and _begins_page(observed, blocks, appendix.first))


def _read_opening(observed: Observed, blocks: Sequence[Block]) -> tuple[list[Strip], list[Strip]]:
    """Read the first lines, and those of text boxes, which go before the others where the motto stands in one."""
    long = (i for i, block in enumerate(blocks) if isinstance(block, Table) and len(block.rows) > _OPENING_ROWS)
    stop = min(_OPENING_BLOCKS, next(long, len(blocks)))
    strips = list(islice(read_blocks(blocks, 0, stop), _OPENING_LINES))
    boxes = read_boxes(observed)
    if (motto := _find_motto(strips)) is not None:
        return _leave_out_cover(observed, blocks, strips, motto.block), boxes
    return ([*boxes, *strips], []) if _find_motto(boxes) is not None else (strips, boxes)


def _find_motto(strips: Sequence[Strip]) -> Strip | None:
    return next((strip for strip in strips[:_FIRST_LINES] if name_line(strip) == "quoc_hieu"), None)


def _leave_out_cover(observed: Observed, blocks: Sequence[Block], strips: list[Strip], motto: int) -> list[Strip]:
    """Leave out a cover: lines on a page before the one that the motto stands on."""
    first = next((index for index in range(motto, 0, -1) if _begins_page(observed, blocks, index)), 0)
    return [strip for strip in strips if strip.block >= first]


def _begins_page(observed: Observed, blocks: Sequence[Block], index: int) -> bool:
    block, above = blocks[index], blocks[index - 1]
    if isinstance(block, Paragraph) and block.format.page_break_before:
        return True
    if isinstance(above, Paragraph) and "\f" in above.text:
        return True
    return above.section != block.section and observed.sections[block.section].start != "continuous"


def _first_text_block(strips: Sequence[Strip], read: int, count: int) -> int:
    """The block behind head and title."""
    if read < len(strips):
        block = strips[read].block
        return block + 1 if read and strips[read - 1].block == block else block
    return strips[-1].block + 1 if strips else count
