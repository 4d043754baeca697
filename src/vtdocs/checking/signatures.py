"""The end of a paper: who signs it, who gets it. In a table, in paragraphs with tabs or blanks, side by side or not."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.outline.markers import UNORDERED, read_marker
from vtdocs.readers.docx.observed import Block, Paragraph, Table

from .recipients import has_list, is_label, is_recipient, read_recipients
from .sign_columns import Signature, add_signer, is_complete, may_sign, read_columns
from .signers import is_name, is_title_line, read_signer
from .strips import Side, Strip, read_block, read_blocks

__all__ = ["find_signature"]

# In blocks: how far the lines of a signature typed in paragraphs are looked for.
_BELOW, _ABOVE, _TO_NAME = 60, 10, 14
_LONGEST, _LONGEST_WITH_BLANKS = 160, 600


def find_signature(blocks: Sequence[Block], start: int, stop: int) -> Signature | None:
    """Find the first signature, or recipients, among blocks `start` to `stop` (excluded)."""
    for index in range(start, stop):
        block = blocks[index]
        if isinstance(block, Table):
            if strips := may_sign(block, index):
                return _read_tables(blocks, index, start, stop, strips)
        elif _may_open(block):
            strips = read_block(block, index)
            if _opens_recipients(blocks, index, stop, strips) or _opens_signature(blocks, index, stop, strips):
                return _read_paragraphs(blocks, index, start, stop)
    return None


def _may_open(paragraph: Paragraph) -> bool:
    """Whether a paragraph is worth a look: short, and opening with capital letters or "Nơi", or set out by blanks."""
    text = paragraph.text
    if len(text) > _LONGEST_WITH_BLANKS or not text:
        return False
    if "   " in text or "\t" in text:
        return True
    first = text.lstrip()[:6]
    if len(text) > _LONGEST or not first:
        return False
    return (first[0] in "Nn" and first[1:2] in ("ơ", "Ơ", "o", "O")) or (first[0].isalpha() and first.isupper())


def _opens_recipients(blocks: Sequence[Block], index: int, stop: int, strips: Sequence[Strip]) -> bool:
    """Whether the label stands here with its list below it, or a title beside it; a text may say "Nơi nhận: …" too."""
    if not any(is_label(strip) for strip in strips):
        return False
    if any(strip.side is Side.RIGHT and is_title_line(strip) for strip in strips):
        return True
    return has_list(list(read_blocks(blocks, index, min(stop, index + 6))))


def _opens_signature(blocks: Sequence[Block], index: int, stop: int, strips: Sequence[Strip]) -> bool:
    """Whether titles in capitals begin here that a name follows, with nothing else between."""
    if not strips or not any(is_title_line(strip) for strip in strips):
        return False
    if all(strip.side is Side.WHOLE and not strip.is_centred for strip in strips) and strips[0].line.paragraph.label:
        return False
    for below in range(index, min(stop, index + _TO_NAME)):
        block = blocks[below]
        if isinstance(block, Table):
            return False
        for strip in read_block(block, below):
            if len(strip.words) > _LONGEST:
                return False
            if is_label(strip) or is_recipient(strip) or is_title_line(strip) or strip.words.startswith("("):
                continue
            if is_name(strip):
                return not _goes_on(blocks, below + 1, stop)
            if not strip.is_caps and strip.side is Side.WHOLE:
                return False
    return False


def _goes_on(blocks: Sequence[Block], start: int, stop: int) -> bool:
    """Whether the text goes on behind a name, so that what stands there was no signature."""
    seen = 0
    for index in range(start, min(stop, start + _TO_NAME)):
        block = blocks[index]
        if isinstance(block, Table) or "\f" in block.text or block.format.page_break_before:
            return False
        if not (words := block.text.strip()):
            continue
        marker = read_marker(words).marker
        if len(words) > _LONGEST or (marker is not None and marker not in UNORDERED):
            return True
        seen += 1
        if seen == 3:
            return False
    return False


def _read_tables(blocks: Sequence[Block], index: int, start: int, stop: int, strips: Sequence[Strip]) -> Signature:
    """Read the table, and tables and paragraphs around it where it holds one half only."""
    table = blocks[index]
    found = Signature(index, index, tables=[table.index] if isinstance(table, Table) else [])
    read_columns(strips, found)
    _look_below(blocks, found, stop)
    if not found.signers:
        _look_around(blocks, found, start, stop)
    return found


def _look_below(blocks: Sequence[Block], found: Signature, stop: int) -> None:
    """Look for what is missing right below: a second table, or recipients typed in paragraphs."""
    below = found.last + 1
    while below < stop and _is_blank(blocks[below]) and below < found.last + 5:
        below += 1
    if below >= stop or is_complete(found):
        return
    block = blocks[below]
    if isinstance(block, Table):
        if strips := may_sign(block, below):
            read_columns(strips, found)
            found.tables.append(block.index)
            found.last = below
    elif "noi_nhan" not in found.parts and any(is_label(strip) for strip in read_block(block, below)):
        more = _read_paragraphs(blocks, below, below, stop)
        found.parts.update({key: lines for key, lines in more.parts.items() if key not in found.parts})
        found.unplaced += more.unplaced
        found.last = more.last


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def _look_around(blocks: Sequence[Block], found: Signature, start: int, stop: int) -> None:
    """Look for the signer in paragraphs above or below a table of recipients."""
    above = found.first
    lines: list[Strip] = []
    while above > start and found.first - above < _ABOVE:
        block = blocks[above - 1]
        strips = read_block(block, above - 1) if isinstance(block, Paragraph) else []
        if isinstance(block, Table) or any(not _may_be_signers(strip) for strip in strips):
            break
        lines = [*strips, *lines]
        above -= 1
    if (read := read_signer(lines)) is not None:
        add_signer(read, found)
        found.first = min(strip.block for strip in lines)
        return
    lines, below = [], found.last + 1
    while below < stop and below - found.last < _ABOVE and isinstance(blocks[below], Paragraph):
        lines += read_block(blocks[below], below)
        below += 1
    if lines and is_title_line(lines[0]) and (read := read_signer(lines)) is not None:
        add_signer(read, found)
        found.last = max(strip.block for strip in lines)


def _may_be_signers(strip: Strip) -> bool:
    return is_title_line(strip) or is_name(strip) or strip.words.startswith("(")


def _read_paragraphs(blocks: Sequence[Block], index: int, start: int, stop: int) -> Signature:
    """Read a signature typed in paragraphs: what stands right, or is no recipient, belongs to who signs."""
    found = Signature(index, index)
    above = index
    while above > start and index - above < _ABOVE and _goes_before(blocks[above - 1], above):
        above -= 1
        if not _is_blank(blocks[above]):
            found.first = above
    signing: list[Strip] = []
    receiving: list[Strip] = []
    for below in range(found.first, min(stop, index + _BELOW)):
        strips = _read_signing(blocks[below], below, found.first)
        if strips is None:
            break
        _share(strips, signing, receiving)
        if strips:
            found.last = below
        if "\f" in getattr(blocks[below], "text", ""):
            break
    if receiving:
        found.parts.update(read_recipients(receiving))
    for column in _columns_of_paragraphs(signing):
        if (read := read_signer(column)) is not None:
            add_signer(read, found)
        else:
            found.unplaced += column
    if not receiving:
        _look_below(blocks, found, stop)
    return found


def _read_signing(block: Block, index: int, first: int) -> list[Strip] | None:
    """Read a paragraph of a signature; None where the signature has ended before it."""
    if isinstance(block, Table) or (index > first and block.format.page_break_before):
        return None
    strips = read_block(block, index)
    return None if any(len(strip.words) > _LONGEST for strip in strips) else strips


def _share(strips: Sequence[Strip], signing: list[Strip], receiving: list[Strip]) -> None:
    """Share lines out: before the label, at the right, and titles and names are of who signs."""
    for strip in strips:
        listed = is_recipient(strip) or not (is_title_line(strip) or is_name(strip))
        if is_label(strip) or (receiving and strip.side is not Side.RIGHT and listed):
            receiving.append(strip)
        else:
            signing.append(strip)


def _columns_of_paragraphs(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Two columns where titles stand side by side ("THƯ KÝ", "CHỦ TỌA"), else one."""
    left = [strip for strip in strips if strip.side is Side.LEFT]
    if any(is_title_line(strip) for strip in left):
        return [left, [strip for strip in strips if strip.side is not Side.LEFT]]
    return [list(strips)]


def _goes_before(block: Block, index: int) -> bool:
    """Whether a paragraph above the label may belong to the signature, as empty ones between its lines may."""
    if isinstance(block, Table):
        return False
    strips = read_block(block, index - 1)
    return all(_may_be_signers(strip) for strip in strips) and len(strips) <= 3
