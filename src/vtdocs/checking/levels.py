"""The text below the head as items: bases, opening, levels with their marks, closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vtdocs.likeness import fold
from vtdocs.outline.grammar import Level, read_levels
from vtdocs.outline.markers import MarkedLine
from vtdocs.readers.docx.observed import Block

from .openings import find_opening_roles
from .paper import Item, Line, Role
from .passages import Passage, is_heading, read_passages

__all__ = ["read_items"]

_OUTSIDE = frozenset({Role.EMPTY, Role.CAN_CU, Role.LOI})
_SURE_CLOSINGS = ("tren day la", "tren day")
_CLOSINGS = (*_SURE_CLOSINGS, "kinh de nghi", "kinh trinh", "kinh mong", "tran trong", "rat mong", "de nghi")
# How many paragraphs at the end may close a text.
_LAST = 4


def read_items(blocks: Sequence[Block], start: int, end: int, *, body: int = 0, first: int = 0) -> list[Item]:
    """Read the paragraphs of blocks `start` to `end` (excluded) as items; `first` is how many items stand before.

    Paragraphs that print a line or a picture and no words are none. In the paper's own text, body 0, what comes before
    the first mark is bases, authority and opening.
    """
    passages = list(read_passages(blocks, start, end))
    roles = find_opening_roles(passages) if body == 0 else {}
    lines = [i for i, passage in enumerate(passages) if passage.words and roles.get(i) not in _OUTSIDE]
    levels = read_levels([_cut(passages[i], roles.get(i)) for i in lines])
    placed = dict(zip(lines, levels, strict=True))
    closing = _find_closing(passages, roles, placed)
    items: list[Item] = []
    for index, passage in enumerate(passages):
        level = placed.get(index)
        line = Line(passage.paragraph, 0, len(passage.paragraph.text))
        if level is None:
            items.append(Item(line, roles.get(index, Role.EMPTY), body=body))
        elif index in closing:
            items.append(Item(line, Role.KET_THUC, body=body))
        else:
            above = lines[level.above] if level.above >= 0 else -1
            depth = items[above].depth + 1 if above >= 0 else 0
            below = first + above if above >= 0 else -1
            items.append(_make_item(line, passage, level, roles.get(index), below, depth, body))
    return items


def _cut(passage: Passage, role: Role | None) -> MarkedLine:
    """A passage as the grammar is to read it: no marks are read in the opening and in captions."""
    if role is Role.MO_DAU or passage.beside_table:
        return MarkedLine(None, "", passage.words)
    return passage.mark.line


def _make_item(
    line: Line, passage: Passage, level: Level, role: Role | None, below: int, depth: int, body: int
) -> Item:
    role = role or _role_of(passage, level)
    if level.marker is None:
        heading = passage.words if role is Role.HEADING else ""
        return Item(line, role, heading=heading, below=below, depth=depth, body=body)
    # A label that stands alone ("Phần I") has its title on the next line, and one in capitals its second half.
    heading = level.heading.partition("\n")[0] if passage.mark.line.rest else ""
    return Item(line, role, level.marker, passage.mark.typed, heading, below, depth, level.place, body)


def _role_of(passage: Passage, level: Level) -> Role:
    if passage.beside_table:
        return Role.CAPTION
    if level.is_title:
        return Role.HEADING
    if level.marker is None:
        return Role.HEADING if is_heading(passage) else Role.TEXT
    return Role.HEADING if level.heading and not level.text else Role.TEXT


def _find_closing(
    passages: Sequence[Passage], roles: Mapping[int, Role], placed: Mapping[int, Level]
) -> frozenset[int]:
    """Find the paragraphs that close a text: from "Trên đây là …" on, or a last one that stands below nothing."""
    closing: list[int] = []
    for index in _last_words(passages):
        level = placed.get(index)
        if index in roles or level is None or level.marker is not None or level.is_title:
            break
        closing.append(index)
        if fold(passages[index].words[:40]).startswith(_SURE_CLOSINGS):
            return frozenset(closing)
    if not closing:
        return frozenset()
    final = passages[closing[0]].words
    stands_free = placed[closing[0]].above < 0 and final.endswith("./.")
    closes = final == "./." or stands_free or fold(final[:40]).startswith(_CLOSINGS)
    return frozenset(closing[:1]) if closes else frozenset()


def _last_words(passages: Sequence[Passage]) -> list[int]:
    """The last paragraphs that say something, from the end."""
    found: list[int] = []
    for index in range(len(passages) - 1, -1, -1):
        if passages[index].words:
            found.append(index)
            if len(found) == _LAST:
                break
    return found
