"""Lines of text: words measured once each, and the lines that they take at a width as a word processor fills them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from vtdocs.metrics.text import UNITS_PER_EM, Face, text_units
from vtdocs.units import Length

__all__ = ["Ends", "Ruler", "count_lines"]

Ends = list[int]
"""Where each word of a paragraph ends on an endless row, in twips, the blank behind it counted in."""


class Ruler(dict[str, int]):
    """Words to their widths with one blank, in twips, rounded up: Word rounds letters where we do not."""

    def __init__(self, face: Face, size: Length) -> None:
        super().__init__()
        self._face, self._scale = face, size.half_points * 10
        self.blank = self.width(" ")

    def __missing__(self, word: str) -> int:
        self[word] = width = self.width(word) + self.blank
        return width

    def width(self, text: str) -> int:
        """Measure a text on one row."""
        return -(-text_units(text, self._face) * self._scale // UNITS_PER_EM)

    def longest(self, text: str) -> int:
        """Measure the longest word of a text."""
        return max(map(self.__getitem__, set(_words(text)))) - self.blank

    def ends(self, paragraph: str) -> Ends:
        """Measure a paragraph, word by word."""
        return [*accumulate(map(self.__getitem__, _words(paragraph)))]

    def lines(self, text: str, room: int) -> int:
        """Count the lines of a text, whose paragraphs end at newlines, in a room of so many twips."""
        return sum(count_lines(self.ends(line), room, self.blank) for line in text.split("\n"))


def _words(text: str) -> list[str]:
    """Split where a line may break. It may at a blank, not at a no-break space, where str.split would cut as well."""
    return text.replace("\n", " ").replace("\t", " ").split(" ")


def count_lines(ends: Ends, room: int, blank: int) -> int:
    """Fill lines as a word processor does: each takes what fits.

    Blanks at the end of a line hang over; a word wider than the line is cut where the line ends. An empty paragraph
    takes a line.
    """
    room = max(1, room)
    if ends[-1] - blank <= room:
        return 1
    lines = start = place = 0
    count = len(ends)
    while place < count:
        after = bisect_right(ends, start + room + blank, place)
        if after == place:
            cut = (ends[place] - blank - start - 1) // room
            # What is left of the word opens the next line.
            lines, start = lines + cut, start + cut * room
            continue
        lines, start = lines + 1, ends[after - 1]
        while after < count and ends[after] - start == blank:
            start, after = ends[after], after + 1
        place = after
    return lines
