"""Stretches of lines that have exactly one right form, so that mending can offer it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from vtdocs.readers.docx.composing import compose

from .finding import Place, place_of
from .paper import Line

__all__ = ["Cure", "cure_end", "places_and_words"]


class Cure(Struct, frozen=True):
    """Characters `start` to `end` of `line.text`, and the words that should stand there."""

    line: Line
    start: int
    end: int
    words: str


def cure_end(line: Line, mark: str) -> Cure:
    """End a line with a mark: in the place of another, or behind its last letter or bracket."""
    last = len(line.text) - 1
    kept = line.text[last] if line.text[last].isalnum() or line.text[last] in ")”\"'" else ""
    return Cure(line, last, last + 1, kept + mark)


def places_and_words(cures: Sequence[Cure]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Give the places of the stretches and the words; whole lines and no words where one cannot be told exactly."""
    places = tuple(_place(cure) for cure in cures)
    if any(place is None for place in places):
        return tuple(cure.line.place for cure in cures), ()
    return tuple(place for place in places if place is not None), tuple(cure.words for cure in cures)


def _place(cure: Cure) -> Place | None:
    line = cure.line
    raw = line.paragraph.text[line.start : line.end]
    # The text of a line is without blanks at its ends, and in NFC: with combining marks its offsets are others.
    if len(compose(raw)) != len(raw):
        return None
    start = line.start + len(raw) - len(raw.lstrip())
    return place_of(line.paragraph, start + cure.start, start + cure.end)
