"""The printed lines of a paper in reading order, each with the side of the page it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct

from vtdocs.likeness import fold
from vtdocs.readers.docx.observed import Block, Paragraph, Table

from .paper import Line
from .pieces import cut_lines, cut_pieces, prints

__all__ = ["Side", "Strip", "first_paragraph", "last_paragraph", "lay_flat", "read_block", "read_blocks"]

# Tables in tables are opened so deep; a hostile file nests them without end.
_DEEPEST = 20
# A cell of that share of its table stands for the whole width, as titles do that were put into a table.
_WHOLE_SHARE = 0.7
_TWIPS_OF_BLANK, _TWIPS_OF_TAB = 65, 720
# Left of that share of the column a line that is set off stands on the right side.
_RIGHT_FROM = 0.33


class Side(Enum):
    """Where a line stands on its page."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"


class Strip(Struct, frozen=True, dict=True):
    """A line with its place: index of its block, side, columns of the table (from, to), lines left empty above.

    `table` is the index of the table that it stands in, None outside tables.
    """

    line: Line
    block: int
    side: Side
    columns: tuple[int, int] = (0, 0)
    table: int | None = None
    gap: int = 0

    @cached_property
    def words(self) -> str:
        """The line with single blanks."""
        return " ".join(self.line.text.split())

    @cached_property
    def key(self) -> str:
        """Its words without accents, case and punctuation."""
        return fold(self.words[:300])

    @cached_property
    def tight(self) -> str:
        """The same without blanks, as letters may be set apart by them."""
        return self.key.replace(" ", "")

    @cached_property
    def is_caps(self) -> bool:
        """Whether it is in capitals, be it by the letters or by their format."""
        letters = [char for char in self.words if char.isalpha()]
        small = sum(char.islower() for char in letters)
        if small and self.line.runs and all(run.format.caps for run in self.line.runs):
            return True
        # "TTr", "QyĐ" and a stray small letter do not make it another thing.
        return bool(letters) and small * 8 <= len(letters)

    @cached_property
    def is_bold(self) -> bool:
        """Whether most of it is bold; the mark of a note need not be."""
        bold = sum(run.end - run.start for run in self.line.runs if run.format.bold)
        return bold > 0 and bold * 5 >= 4 * sum(run.end - run.start for run in self.line.runs)

    @cached_property
    def is_centred(self) -> bool:
        """Whether it is centred, be it by many blanks or tabs in front."""
        if self.line.paragraph.format.align == "center":
            return True
        start = self.line.paragraph.text[: self.line.start]
        lead = self.line.paragraph.text[self.line.start : self.line.end]
        blanks = len(lead) - len(lead.lstrip(" \xa0")) + len(start) - len(start.rstrip(" \xa0"))
        return blanks >= 10 or start.endswith("\t\t")


def lay_flat(blocks: Iterable[Block], depth: int = 0) -> Iterator[Block]:
    """Give blocks with tables of one column opened that only lay out: their cells' blocks stand in their place."""
    for block in blocks:
        if isinstance(block, Paragraph) or depth >= _DEEPEST or not _only_lays_out(block):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                if not cell.merged:
                    yield from lay_flat(cell.blocks, depth + 1)


def _only_lays_out(table: Table) -> bool:
    return not table.has_borders and all(len(row.cells) <= 1 for row in table.rows)


def read_block(block: Block, index: int) -> list[Strip]:
    """Read the lines of a block that print letters or digits."""
    if isinstance(block, Paragraph):
        return read_paragraph(block, index)
    return list(_read_table(block, index))


def read_blocks(blocks: Sequence[Block], start: int, stop: int) -> Iterator[Strip]:
    """Read the lines of blocks `start` to `stop` (excluded); paragraphs left empty above a line count as its gap."""
    gap = 0
    for index in range(start, min(stop, len(blocks))):
        block = blocks[index]
        strips = read_paragraph(block, index, gap) if isinstance(block, Paragraph) else read_block(block, index)
        gap = 0 if strips else gap + 1
        yield from strips


def read_paragraph(paragraph: Paragraph, index: int, gap: int = 0) -> list[Strip]:
    """Read the lines of a paragraph of the page; tabs and runs of blanks part left from right."""
    strips: list[Strip] = []
    for start, end in cut_lines(paragraph.text):
        pieces = cut_pieces(paragraph.text, start, end)
        if not pieces:
            gap += 1
            continue
        for place, (low, high) in enumerate(pieces):
            if len(pieces) > 1:
                side = Side.RIGHT if place else Side.LEFT
            else:
                side = Side.RIGHT if _stands_right(paragraph, start, low) else Side.WHOLE
            columns = (2, 3) if side is Side.RIGHT else (0, 1) if side is Side.LEFT else (0, 3)
            strips.append(Strip(Line(paragraph, low, high), index, side, columns, gap=0 if place else gap))
        gap = 0
    return strips


def _stands_right(paragraph: Paragraph, start: int, low: int) -> bool:
    """Whether a line alone on its row stands on the right half, by alignment, indent, tabs or blanks."""
    form = paragraph.format
    if form.align == "right":
        return True
    lead = paragraph.text[start:low]
    indent = form.left + lead.count("\t") * _TWIPS_OF_TAB + (len(lead) - lead.count("\t")) * _TWIPS_OF_BLANK
    if low == start == 0:
        indent += form.first_line
    return indent >= _RIGHT_FROM * 9000


def _read_table(table: Table, index: int, depth: int = 0) -> Iterator[Strip]:
    extent = table.extent or 1
    edges = [0]
    for width in table.grid:
        edges.append(edges[-1] + width)
    for row in table.rows:
        for cell in row.cells:
            if cell.merged:
                continue
            first, last = cell.column, min(cell.column + cell.span, len(edges) - 1)
            left, right = edges[min(first, len(edges) - 1)], edges[last]
            if right - left >= _WHOLE_SHARE * extent:
                side = Side.WHOLE
            else:
                side = Side.LEFT if left + right < extent else Side.RIGHT
            columns = (first, max(last, first + 1))
            yield from _read_cell(cell.blocks, index, side, columns, table.index, depth)


def _read_cell(
    blocks: Sequence[Block], index: int, side: Side, columns: tuple[int, int], table: int, depth: int
) -> Iterator[Strip]:
    gap = 0
    if (
        side is Side.WHOLE
        and depth < _DEEPEST
        and (inner := next((block for block in blocks if isinstance(block, Table)), None))
    ):
        # A frame around the table that really lays out.
        yield from _read_table(inner, index, depth + 1)
        blocks = [block for block in blocks if block is not inner]
    for paragraph in _paragraphs_of(blocks):
        text = paragraph.text
        for start, end in cut_lines(text):
            if not prints(text[start:end]):
                gap += 1
                continue
            yield Strip(Line(paragraph, start, end), index, side, columns, table, gap)
            gap = 0


def _paragraphs_of(blocks: Iterable[Block], depth: int = 0) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif depth < _DEEPEST:
            for row in block.rows:
                for cell in row.cells:
                    if not cell.merged:
                        yield from _paragraphs_of(cell.blocks, depth + 1)


def first_paragraph(block: Block) -> int:
    """The number of a block's first paragraph."""
    return block.number if isinstance(block, Paragraph) else block.first


def last_paragraph(block: Block) -> int:
    """The number of a block's last paragraph."""
    return block.number if isinstance(block, Paragraph) else block.last
