"""Lines with one note behind a bracket: a borderless table of three cells, the middle one drawn on three sides.

A brace that grows with its lines would have to be a drawing, and previews drop drawings; the borders of a cell are
drawn by every program, and are as high as the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vtdocs.metrics import Ruler
from vtdocs.metrics.rulers import split_words
from vtdocs.standards import custom
from vtdocs.tree import Block, Bracket, Paragraph, Style, Text
from vtdocs.units import Length, Mm, Twips

from .layout import count_rows, longest_word, natural_width
from .paragraphs import empty_paragraph, paragraph_xml
from .parts import Parts
from .stylesheet import Look, Looks

__all__ = ["bracket_xml", "count_block_rows", "count_within"]

_HOOK = Mm(2)  # how far the bracket reaches back over the ends of its lines
_GAP = Mm(1)  # between the lines and the bracket, and between it and the note
# The note takes this share of the room where the lines are long.
_NOTE_SHARE = 3
_NO_PADDING = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("top", "left", "bottom", "right"))


def bracket_xml(
    bracket: Bracket, looks: Mapping[str, Look], width: Length, parts: Parts, *, keep_next: bool = False
) -> Iterator[str]:
    """Write lines and note side by side; a table in a cell must be followed by a paragraph, here a tiny one."""
    widths = _widths(bracket, looks, width)
    lines, hook, note = (width.twips for width in widths)
    line = f'w:val="single" w:sz="{custom.NET_KE.value.eighth_points}" w:space="0" w:color="auto"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{twips}"/>' for twips in (lines, hook, note))
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{lines + hook + note}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_NO_PADDING}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f'<w:tc><w:tcPr><w:tcW w:w="{lines}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    )
    for paragraph in bracket.lines:
        yield paragraph_xml(paragraph, looks, widths[0] - _GAP, parts, keep_next=keep_next)
    if not bracket.lines:
        yield empty_paragraph(Style.KET_PHAN)
    yield (
        f'</w:tc><w:tc><w:tcPr><w:tcW w:w="{hook}" w:type="dxa"/><w:tcBorders>{edges}</w:tcBorders></w:tcPr>'
        f"{empty_paragraph(Style.KET_PHAN)}</w:tc>"
        f'<w:tc><w:tcPr><w:tcW w:w="{note}" w:type="dxa"/>'
        f'<w:tcMar><w:left w:w="{_GAP.twips}" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>'
    )
    yield paragraph_xml(bracket.note, looks, widths[2] - _GAP, parts, keep_next=keep_next)
    yield f"</w:tc></w:tr></w:tbl>{empty_paragraph(Style.KET_PHAN)}"


def _widths(bracket: Bracket, looks: Mapping[str, Look], width: Length) -> tuple[Length, Length, Length]:
    """Give the widths of lines, bracket and note, in whole twips: as wide as their words, and at most `width`."""
    hook = Twips(_HOOK.twips)
    room = Twips(width.emu // Twips(1).emu) - hook
    lines = max((natural_width(line, looks) for line in bracket.lines), default=Length(0)) + _GAP
    note = natural_width(bracket.note, looks) + _GAP
    if lines + note > room:
        # The note takes what the lines leave; of long ones a share of the room, or its longest word, up to a half.
        least = max(Length(room.emu // _NOTE_SHARE), longest_word(bracket.note, looks) + _GAP)
        note = min(note, max(room - lines, min(least, Length(room.emu // 2))))
        lines = min(lines, room - note)
    return Twips(lines.twips), hook, Twips(min(note.twips, (room - lines).twips))


def count_within(blocks: Sequence[Block], looks: Looks, width: Length, most: int) -> int:
    """Count the blocks, from the first one on, that together take no more than so many rows of text."""
    if _surely_within(blocks, looks, width, most):
        return len(blocks)
    rows = 0
    for number, block in enumerate(blocks):
        rows += count_block_rows(block, looks, width)
        if rows > most:
            return number
    return len(blocks)


def _surely_within(blocks: Sequence[Block], looks: Looks, width: Length, most: int) -> bool:
    """Whether blocks are paragraphs of words alone that take no more than so many rows, however they break.

    All words of a style are measured at once: a third of the work, and what is asked for is nearly always so.
    """
    texts: dict[str, list[str]] = {}
    for block in blocks:
        if type(block) is not Paragraph or len(block.inlines) != 1 or type(text := block.inlines[0]) is not Text:
            return False
        texts.setdefault(block.style, []).append(text.text)
    rows = len(blocks)
    for style, those in texts.items():
        look, joined = looks[style], " ".join(those)
        room = (width - look.left - look.right).twips
        if room <= 0 or "\n" in joined:
            return False
        # Two neighbouring rows hold more than the room for one.
        ruler = Ruler.of(look.face, look.size)
        rows += sum(map(ruler.__getitem__, split_words(joined))) // room * 2
    return rows <= most


def count_block_rows(block: Block, looks: Mapping[str, Look], width: Length) -> int:
    """Count the rows of text that a paragraph or a bracket takes, and no fewer than none of anything else."""
    match block:
        case Paragraph():
            return count_rows(block, looks[block.style], width)
        case Bracket():
            lines, _hook, note = _widths(block, looks, width)
            beside = sum(count_rows(line, looks[line.style], lines - _GAP) for line in block.lines)
            return max(beside, count_rows(block.note, looks[block.note.style], note - _GAP))
        case _:
            return 0
