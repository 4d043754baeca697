"""Appendices, and texts issued with a paper: where each begins, its label, title and "(Kèm theo …)" line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from vtdocs.outline.markers import read_marker
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import Block, Paragraph, Table

from .headlines import name_line
from .heads import find_opening, read_head
from .office import Office
from .paper import Line
from .pieces import cut
from .strips import Side, Strip, read_block, read_blocks
from .titles import read_title

__all__ = ["Appendix", "find_appendices"]

_LABEL = compile_late(
    r"phụ\s{1,3}lục(?:\s{1,3}(?:số\s{1,3})?(?P<number>(?-i:[IVXLC]{1,7}|\d{1,3}[a-zA-Z]?|[A-HĐ]))(?!\w))?\s{0,3}[.:–-]?",
    re.IGNORECASE,
)
_LONGEST_LABEL, _LONGEST_TITLE, _LONGEST_ATTACHED = 300, 400, 600
_MOST_TITLE_LINES, _LONGEST_HEAD = 8, 30
# How many lines above "(Kèm theo …)" may be the title of a text without a label.
_TITLE_ABOVE = 6
_MOST_ROWS = 6


class Appendix(Struct):
    """An appendix as found: its blocks (first, behind the last), where its content begins, its number and its parts."""

    first: int
    content: int
    end: int
    number: str = ""
    parts: dict[str, list[Line]] = field(default_factory=dict)
    head_tables: list[int] = field(default_factory=list)


def find_appendices(blocks: Sequence[Block], start: int, office: Office | None = None) -> list[Appendix]:
    """Find what is appended among the blocks from `start`, in order; each ends where the next begins."""
    found: list[Appendix] = []
    index = start
    while index < len(blocks):
        begun = _begin(blocks, index, found[-1].content if found else start, office)
        if begun is None:
            index += 1
            continue
        if found:
            found[-1].end = begun.first
        found.append(begun)
        index = max(begun.content, index + 1)
    return found


def _begin(blocks: Sequence[Block], index: int, floor: int, office: Office | None) -> Appendix | None:
    """Give the appendix that the block at `index` begins, or whose "(Kèm theo …)" line it is."""
    block = blocks[index]
    if isinstance(block, Paragraph):
        first = block.text.lstrip()[:1]
        # Most paragraphs begin with none of these, and are not looked at.
        if not first or first not in "Pp(CcĐđ" or len(block.text) > _LONGEST_ATTACHED:
            return None
        strips = read_block(block, index)
        if not strips:
            return None
        if first in "Pp" and (label := _read_label(strips[0])) is not None:
            return _read_appendix(blocks, index, strips[0], label)
        if first == "(" and is_attached_line(strips[0]):
            return _read_attached(blocks, index, floor)
        return _read_issued(blocks, index, office) if name_line(strips[0]) == "quoc_hieu" else None
    if len(block.rows) > _MOST_ROWS or block.has_borders:
        return None
    strips = read_block(block, index)
    if any(name_line(strip) == "quoc_hieu" for strip in strips[:12]):
        return _read_issued(blocks, index, office)
    for strip in strips[:6]:
        if (label := _read_label(strip)) is not None:
            appendix = _read_appendix(blocks, index, strip, label)
            appendix.head_tables.append(block.index)
            return appendix
    return None


def is_attached_line(strip: Strip) -> bool:
    """Whether a line is "(Kèm theo Kế hoạch số …)", "(Ban hành kèm theo …)"."""
    return strip.words.startswith("(") and strip.key.startswith(
        ("kem theo", "ban hanh kem", "dinh kem", "kem quyet dinh", "kem ke hoach", "phe duyet kem", "duoc ban hanh kem")
    )


def _read_label(strip: Strip) -> re.Match[str] | None:
    """Read the label: alone on its line, or with a title in capitals, or in the middle or bold, behind it."""
    text = strip.line.text
    if len(text) > _LONGEST_LABEL:
        return None
    found = _LABEL.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    if not rest:
        return found if len(text) <= 40 else None
    if not rest.strip(".…0123456789 "):
        return found
    shown = strip.is_centred or strip.is_bold
    return found if shown and not rest.endswith((";", ",")) and (found["number"] or strip.is_caps) else None


def _read_appendix(blocks: Sequence[Block], index: int, strip: Strip, label: re.Match[str]) -> Appendix:
    appendix = Appendix(index, index + 1, len(blocks), label["number"] or "", {"phu_luc": [strip.line]})
    if strip.line.text[label.end() :].strip(" .…0123456789"):
        first, title = cut(strip.line, label.end())
        appendix.parts = {"phu_luc": [first], "phu_luc_tieu_de": [title]}
    below = [
        each
        for each in read_block(blocks[index], index)
        if each.line.paragraph.number > strip.line.paragraph.number
        or (each.line.paragraph is strip.line.paragraph and each.line.start > strip.line.start)
    ]
    _add_title(blocks, index, below, strip, appendix)
    return appendix


def _add_title(blocks: Sequence[Block], index: int, below: list[Strip], label: Strip, appendix: Appendix) -> None:
    """Add the lines below a label: the title, and "(Kèm theo …)" below or above it."""
    taken = 0
    block = index
    waiting = list(below)
    # A title ends where a paragraph is left empty.
    parted = False
    while taken < _MOST_TITLE_LINES:
        if not waiting:
            block += 1
            if block >= len(blocks) or isinstance(blocks[block], Table) or block > index + 12:
                break
            waiting = read_block(blocks[block], block)
            if not waiting:
                parted = parted or "phu_luc_tieu_de" in appendix.parts
                continue
        strip = waiting.pop(0)
        if is_attached_line(strip) and "kem_theo" not in appendix.parts:
            appendix.parts["kem_theo"] = [strip.line]
        elif (attached := appendix.parts.get("kem_theo")) and _is_more(strip, attached):
            attached.append(strip.line)
        elif not parted and _read_label(strip) is None and _is_title(strip, label, appendix):
            appendix.parts.setdefault("phu_luc_tieu_de", []).append(strip.line)
        else:
            break
        taken += 1
        appendix.content = max(appendix.content, strip.block + 1)
        if not waiting and _is_closed(appendix) and strip.words.endswith(")"):
            break


def _is_closed(appendix: Appendix) -> bool:
    return "kem_theo" in appendix.parts and "phu_luc_tieu_de" in appendix.parts


def _is_more(strip: Strip, lines: Sequence[Line]) -> bool:
    """Whether a line goes on with a "(Kèm theo …" that has not closed."""
    return not lines[-1].text.endswith(")") and not strip.gap and len(strip.words) <= 150


def _is_title(strip: Strip, label: Strip, appendix: Appendix) -> bool:
    if len(strip.words) > _LONGEST_TITLE or strip.words.startswith("(") or strip.side is Side.LEFT:
        return False
    if (
        _is_closed(appendix)
        or name_line(strip) not in ("", "dia_danh_thoi_gian")
        or (read_marker(strip.words).marker and not strip.is_centred)
    ):
        return False
    started = "phu_luc_tieu_de" in appendix.parts
    if started and strip.gap:
        return False
    return strip.is_centred or (strip.is_bold and not started) or (strip.is_caps and label.is_centred and not started)


def _read_attached(blocks: Sequence[Block], index: int, floor: int) -> Appendix | None:
    """Read a text without label from its "(Kèm theo …)" line: its title stands above."""
    strips: list[Strip] = []
    above = index
    while above > floor and index - above < 2 * _TITLE_ABOVE:
        block = blocks[above - 1]
        if isinstance(block, Table):
            break
        lines = read_block(block, above - 1)
        if any(not (line.is_centred or line.is_bold) or len(line.words) > _LONGEST_TITLE for line in lines):
            break
        if lines and len(strips) + len(lines) > _TITLE_ABOVE:
            break
        strips = [*lines, *strips]
        above -= 1
        if lines and block.format.page_break_before:
            break
    if not strips:
        return None
    first = strips[0].block
    appendix = Appendix(first, index + 1, len(blocks))
    title = read_title(strips)
    if "ten_loai" in title.parts:
        appendix.parts.update(title.parts)
    else:
        appendix.parts["phu_luc_tieu_de"] = [strip.line for strip in strips]
    _add_attached_line(blocks, index, appendix)
    return appendix


def _add_attached_line(blocks: Sequence[Block], index: int, appendix: Appendix) -> None:
    """Add the "(Kèm theo …" line at a block, with those that it runs over."""
    for block in range(index, min(index + 3, len(blocks))):
        strips = read_block(blocks[block], block) if isinstance(blocks[block], Paragraph) else []
        for strip in strips:
            if is_attached_line(strip) and "kem_theo" not in appendix.parts:
                appendix.parts["kem_theo"] = [strip.line]
            elif (attached := appendix.parts.get("kem_theo")) and _is_more(strip, attached):
                attached.append(strip.line)
            else:
                return
            appendix.content = block + 1


def _read_issued(blocks: Sequence[Block], index: int, office: Office | None) -> Appendix | None:
    """Read a text that is issued with the paper and has a head of its own (Mẫu 1.3)."""
    strips = list(read_blocks(blocks, index, index + _LONGEST_HEAD))
    length = find_opening(strips)
    head = read_head(strips[:length], (), office)
    title = read_title(strips[length:], has_subject="trich_yeu_cong_van" in head.strips)
    appendix = Appendix(index, index + 1, len(blocks))
    appendix.parts.update(head.parts)
    appendix.parts.update(title.parts)
    used = strips[: length + title.length]
    if used:
        appendix.content = used[-1].block + 1
    appendix.head_tables = sorted({strip.table for strip in strips[:length] if strip.table is not None})
    following = strips[length + title.length] if len(strips) > length + title.length else None
    if following is not None and "kem_theo" not in appendix.parts and is_attached_line(following):
        _add_attached_line(blocks, following.block, appendix)
    return appendix
