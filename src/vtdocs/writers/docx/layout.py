"""What is measured before it is written: rows of titles, lengths of lines, blanks, rows that keep together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from vtdocs.metrics import Face, Ruler, text_units, text_width
from vtdocs.metrics.text import break_to_room, find_room
from vtdocs.tree import Break, Field, Inline, Link, Note, Paragraph, Text
from vtdocs.units import Length, Mm, Twips

from .stylesheet import Look, embolden

__all__ = [
    "LETTER",
    "count_kept",
    "count_rows",
    "field_text",
    "fit",
    "longest_word",
    "natural_width",
    "plain_text",
    "row_room",
]

# A blank is made of plain spaces, a quarter of an em in every face. No-break spaces will not do: Liberation Serif
# Italic, which stands in for Times New Roman where that is missing, has them a third wider.
_BLANK = " "
# What a note's mark is measured as: two raised figures, which no row of a title may part from the word before.
_NOTE_MARK = "¹¹"
# Letters are nearly always wider than this on average, in font units: a row of too many is not measured as a whole.
LETTER = 800
# Of so many letters to each em of a row it is full.
_FILLED = 3
# Word may round the widths of letters up where we do not.
_SPARE = Mm(Fraction(1, 2))


def field_text(field: Field, look: Look) -> str:
    """Give a field's text, or a blank of its width, to the nearest whole space."""
    return field.text or _make_blank(field.width, look.face, look.size)


@lru_cache(maxsize=64)
def _make_blank(width: Length, face: Face, size: Length) -> str:
    # The widths of blanks are the form's own, and each is asked for three times in a document.
    space = text_width(_BLANK, face, size).emu
    return _BLANK * max(1, (2 * width.emu + space) // (2 * space))


def plain_text(inlines: Sequence[Inline], look: Look) -> str:
    """Give what inlines say, as it is measured."""
    if len(inlines) == 1 and type(inlines[0]) is Text:
        return inlines[0].text
    pieces = []
    for inline in inlines:
        match inline:
            case Text():
                pieces.append(inline.text)
            case Field():
                pieces.append(field_text(inline, look))
            case Break():
                pieces.append("\n")
            case Link():
                pieces += [text.text for text in inline.texts]
            case Note():
                pieces.append(_NOTE_MARK)
    return "".join(pieces)


def fit(paragraph: Paragraph, looks: Mapping[str, Look], width: Length) -> Paragraph:
    """Cut each row of a paragraph that is set by sense where it is too long; any other comes back as it is.

    It comes back in its tighter style where it has one, and in that one nothing has to be cut.
    """
    if not paragraph.by_sense:
        return paragraph
    style, inlines, capitals = paragraph.style, paragraph.inlines, paragraph.capitals
    look = _widest(inlines, looks[style])
    text, room = plain_text(inlines, look), row_room(look, width)
    if paragraph.tighter and not _holds(text, look, room):
        tighter = _widest(inlines, looks[paragraph.tighter])
        narrower = plain_text(inlines, tighter)
        if _holds(narrower, tighter, row_room(tighter, width)):
            style, look, text, room = paragraph.tighter, tighter, narrower, row_room(tighter, width)
    ends = []
    position = 0
    for typed in text.split("\n"):
        if len(typed) * LETTER > room or text_units(typed.upper() if capitals else typed, look.face) > room:
            start = position
            for row in break_to_room(typed, look.face, room, capitals=capitals)[:-1]:
                start += len(row)
                ends.append(start)
                start += 1  # the blank that the break takes the place of
        position += len(typed) + 1
    if ends:
        inlines = tuple(_break_at(inlines, ends, look))
    if capitals:
        inlines = tuple(map(_capitals, inlines))
    return Paragraph(style, inlines, False, capitals, paragraph.keep_next, paragraph.tighter, paragraph.level)


def _widest(inlines: Sequence[Inline], look: Look) -> Look:
    """Give the look to measure words by: bold where some of them are, so that no row comes out too long."""
    for inline in inlines:
        for text in inline.texts if isinstance(inline, Link) else (inline,):
            if isinstance(text, Text) and text.style is not None and text.style.is_bold:
                return embolden(look)
    return look


def _capitals(inline: Inline) -> Inline:
    match inline:
        case Text():
            return Text(inline.text.upper(), inline.style)
        case Link():
            return replace(inline, texts=tuple(replace(text, text=text.text.upper()) for text in inline.texts))
        case _:
            return inline


def row_room(look: Look, width: Length) -> int:
    """Give the room for a row in font units."""
    spare = look.left.emu + look.right.emu + max(look.first.emu, 0) + _SPARE.emu
    return find_room(look.size, Length(width.emu - spare))


def _holds(text: str, look: Look, room: int) -> bool:
    return all(text_units(row, look.face) <= room for row in text.split("\n"))


def _break_at(inlines: Iterable[Inline], ends: Sequence[int], look: Look) -> Iterable[Inline]:
    """Put breaks in the place of the blanks at the given offsets of the plain text."""
    start = 0
    for inline in inlines:
        match inline:
            case Text():
                yield from _break_text(inline, ends, start)
            case Link():
                yield from _break_link(inline, ends, start)
            case _:
                yield inline
        start += len(plain_text((inline,), look))


def _break_text(text: Text, ends: Sequence[int], start: int) -> Iterator[Text | Break]:
    """Cut a text that stands at the offset `start`."""
    done = 0
    for end in ends[bisect_left(ends, start) : bisect_left(ends, start + len(text.text))]:
        cut = end - start
        if text.text[cut] == " ":
            if cut > done:
                yield Text(text.text[done:cut], text.style)
            yield Break()
            done = cut + 1
    if done < len(text.text):
        yield Text(text.text[done:], text.style)


def _break_link(link: Link, ends: Sequence[int], start: int) -> Iterator[Link | Break]:
    """Cut a link: what stands on either side of a break opens the same address."""
    texts: list[Text] = []
    for text in link.texts:
        for piece in _break_text(text, ends, start):
            if isinstance(piece, Text):
                texts.append(piece)
                continue
            if texts:
                yield Link(tuple(texts), link.url)
                texts = []
            yield piece
        start += len(text.text)
    if texts:
        yield Link(tuple(texts), link.url)


def count_kept(paragraphs: Iterable[Paragraph], looks: Mapping[str, Look], width: Length, rows: int) -> int:
    """Count the paragraphs, the last one given first, that together hold at least `rows` rows of text."""
    held = count = 0
    for paragraph in paragraphs:
        if held >= rows:
            break
        held += count_rows(paragraph, looks[paragraph.style], width, rows - held)
        count += 1
    return count


def count_rows(paragraph: Paragraph, look: Look, width: Length, most: int | None = None) -> int:
    """Count the rows that a paragraph takes; without its first line's indent, so never more than it does.

    With `most` no more are counted than that, or a few.
    """
    room = (width - look.left - look.right).twips
    text = plain_text(paragraph.inlines, look)
    ruler = Ruler.of(look.face, look.size)
    if most is not None:
        # So many letters fill these rows nearly always; the words behind them need not be measured then.
        enough = most * room * _FILLED // look.size.twips
        if 0 < enough < len(text) and (found := ruler.lines(text[:enough], room)) >= most:
            return found
    return ruler.lines(text, room)


def natural_width(paragraph: Paragraph, looks: Mapping[str, Look]) -> Length:
    """Give the width at which no row of a paragraph is broken, its indents included."""
    look = _widest(paragraph.inlines, looks[paragraph.style])
    rows = plain_text(paragraph.inlines, look).split("\n")
    widest = max(text_width(row, look.face, look.size) for row in rows)
    return look.left + widest + look.right + _SPARE


def longest_word(paragraph: Paragraph, looks: Mapping[str, Look]) -> Length:
    """Give the width at which no word of a paragraph is broken, its indents included."""
    look = _widest(paragraph.inlines, looks[paragraph.style])
    longest = Ruler.of(look.face, look.size).longest(plain_text(paragraph.inlines, look))
    return look.left + Twips(longest) + look.right + _SPARE
