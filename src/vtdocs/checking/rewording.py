"""Where words of a component stand that have exactly one right form, so that mending can offer it."""

from __future__ import annotations

from collections.abc import Mapping

from .finding import Place, Slip, place_of
from .paper import Part

__all__ = ["reword"]


def reword(part: Part, words: Mapping[str, str], message: str, hint: str, found: str, expected: str) -> Slip:
    """Make a slip of a component whose `words` (as they stand, to as they should) are put right.

    Words that do not stand there exactly once, letter for letter, are left to a person: the slip then has the
    component's places and offers nothing.
    """
    places: list[Place] = []
    for old in words:
        stretches = [
            (line, line.start + at)
            for line in part.lines
            if (at := line.paragraph.text[line.start : line.end].find(old)) >= 0
        ]
        if len(stretches) != 1 or part.text.count(old) != 1:
            return Slip(message, part.places, hint, found, expected)
        line, start = stretches[0]
        places.append(place_of(line.paragraph, start, start + len(old)))
    return Slip(message, tuple(places), hint, found, expected, replacements=tuple(words.values()))
