"""What is measured before it is written: rows of titles, lengths of lines, blanks, rows that keep together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from vtdocs.metrics.text import break_by_sense, text_width, wrap_lines
from vtdocs.tree import Break, Field, Inline, Link, Note, Paragraph, Rule, Text
from vtdocs.units import Length, Mm

from .stylesheet import Look

__all__ = ["count_kept", "count_rows", "field_text", "fit", "rule_length"]

# A blank is made of plain spaces, a quarter of an em in every face. No-break spaces will not do: Liberation Serif
# Italic, which stands in for Times New Roman where that is missing, has them a third wider.
_BLANK = " "
# Word may round the widths of letters up where we do not.
_SPARE = Mm(Fraction(1, 2))


def field_text(field: Field, look: Look) -> str:
    """Give a field's text, or a blank of its width, to the nearest whole space."""
    if field.text:
        return field.text
    space = text_width(_BLANK, look.face, look.size).emu
    return _BLANK * max(1, (2 * field.width.emu + space) // (2 * space))


def _plain(inlines: Iterable[Inline], look: Look) -> str:
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
                pass  # its mark is raised and small
    return "".join(pieces)


def fit(paragraph: Paragraph, looks: Mapping[str, Look], width: Length) -> Paragraph:
    """Cut each row of a paragraph that is set by sense where it is too long; any other comes back as it is.

    It comes back in its tighter style where it has one, and in that one nothing has to be cut.
    """
    if not paragraph.by_sense:
        return paragraph
    style = paragraph.style
    if paragraph.tighter and not _holds(paragraph, looks[style], width):
        style = paragraph.tighter if _holds(paragraph, looks[paragraph.tighter], width) else style
    look = looks[style]
    ends = []
    position = 0
    for typed in _plain(paragraph.inlines, look).split("\n"):
        rows = break_by_sense(typed, look.face, look.size, _room(look, width), capitals=paragraph.capitals)
        start = position
        for row in rows[:-1]:
            start += len(row)
            ends.append(start)
            start += 1  # the blank that the break takes the place of
        position += len(typed) + 1
    inlines = tuple(_break_at(paragraph.inlines, ends, look))
    if paragraph.capitals:
        inlines = tuple(replace(i, text=i.text.upper()) if isinstance(i, Text) else i for i in inlines)
    return replace(paragraph, style=style, inlines=inlines, by_sense=False)


def _room(look: Look, width: Length) -> Length:
    return width - look.left - look.right - _SPARE


def _holds(paragraph: Paragraph, look: Look, width: Length) -> bool:
    rows = _plain(paragraph.inlines, look).split("\n")
    return all(text_width(row, look.face, look.size) <= _room(look, width) for row in rows)


def _break_at(inlines: Iterable[Inline], ends: list[int], look: Look) -> Iterable[Inline]:
    """Put breaks in the place of the blanks at the given offsets of the plain text."""
    start = 0
    for inline in inlines:
        if not isinstance(inline, Text):
            start += len(_plain((inline,), look))
            yield inline
            continue
        text, done = inline.text, 0
        for end in ends:
            cut = end - start
            if done <= cut < len(text) and text[cut] == " ":
                if cut > done:
                    yield Text(text[done:cut], inline.style)
                yield Break()
                done = cut + 1
        if done < len(text):
            yield Text(text[done:], inline.style)
        start += len(text)


def rule_length(rule: Rule, looks: Mapping[str, Look], width: Length) -> Length:
    """Measure a line by the rows above it (see `Rule`)."""
    rows: list[int] = []
    for paragraph in rule.under:
        fitted = fit(paragraph, looks, width)
        look = looks[fitted.style]
        text = _plain(fitted.inlines, look)
        rows += [text_width(row.strip(" "), look.face, look.size).emu for row in text.split("\n") if row.strip()]
    if not rows:
        return Length(0)
    wish = _share(rows[-1], rule.share)
    low, high = max(_share(row, rule.low) for row in rows), min(_share(row, rule.high) for row in rows)
    if low <= high:
        # Off the bounds by an eighth, so that whoever measures with other fonts still finds the line between them.
        spare = (high - low) // 8
        wish = min(max(wish, low + spare), high - spare)
    return Length(min(wish, width.emu))


def _share(row: int, share: Fraction) -> int:
    return row * share.numerator // share.denominator


def count_kept(paragraphs: Iterable[Paragraph], looks: Mapping[str, Look], width: Length, rows: int) -> int:
    """Count the paragraphs, the last one given first, that together hold at least `rows` rows of text."""
    held = count = 0
    for paragraph in paragraphs:
        if held >= rows:
            break
        held += count_rows(paragraph, looks[paragraph.style], width)
        count += 1
    return count


def count_rows(paragraph: Paragraph, look: Look, width: Length) -> int:
    """Count the rows that a paragraph takes; without its first line's indent, so never more than it does."""
    return wrap_lines(_plain(paragraph.inlines, look), look.face, look.size, width - look.left - look.right)
