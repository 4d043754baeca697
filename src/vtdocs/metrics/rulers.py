"""Lines of text: words measured once each, and the lines that they take at a width as a word processor fills them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from vtdocs.metrics.text import UNITS_PER_EM, Face, find_lookup
from vtdocs.units import Length

__all__ = ["Ends", "Ruler", "count_lines"]

Ends = list[int]
"""Where each word of a paragraph ends on an endless row, in twips, the blank behind it counted in."""

# A ruler keeps the widths of so many words, each of so many letters at most, half a megabyte in all: Vietnamese writes
# syllables, some 7,000 of them and a tenth of that in one document. A word that is known costs a tenth of measuring it.
_MOST_WORDS, _MOST_LETTERS = 4096, 24
# Rulers that are kept, one for each face and size; a template has fewer than ten.
_MOST_RULERS = 32


class Ruler(dict[str, int]):
    """Words to their widths with one blank, in twips, rounded up: Word rounds letters where we do not.

    What it keeps is said by the face and the size alone, so one ruler serves every document, and all threads.
    """

    def __init__(self, face: Face, size: Length) -> None:
        super().__init__()
        self._lookup, self._scale = find_lookup(face), size.half_points * 10
        self.blank = 0
        self.blank = self.width(" ")

    @staticmethod
    def of(face: Face, size: Length) -> Ruler:
        """Give the ruler of a face and a size; the same one again where it was asked for before."""
        key = face, size.emu
        found = _RULERS.get(key)
        if found is None:
            if len(_RULERS) >= _MOST_RULERS:
                _RULERS.clear()
            found = _RULERS[key] = Ruler(face, size)
        return found

    def __missing__(self, word: str) -> int:
        width = -(-sum(map(self._lookup, word)) * self._scale // UNITS_PER_EM) + self.blank
        if len(word) <= _MOST_LETTERS:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = width
        return width

    def width(self, text: str) -> int:
        """Measure a text on one row."""
        return -(-sum(map(self._lookup, text)) * self._scale // UNITS_PER_EM)

    def longest(self, text: str) -> int:
        """Measure the longest word of a text."""
        return max(map(self.__getitem__, set(split_words(text)))) - self.blank

    def ends(self, paragraph: str) -> Ends:
        """Measure a paragraph, word by word."""
        return [*accumulate(map(self.__getitem__, split_words(paragraph)))]

    def lines(self, text: str, room: int) -> int:
        """Count the lines of a text, whose paragraphs end at newlines, in a room of so many twips."""
        if "\n" not in text:
            return count_lines(self.ends(text), room, self.blank)
        return sum(count_lines(self.ends(line), room, self.blank) for line in text.split("\n"))


_RULERS: dict[tuple[Face, int], Ruler] = {}


def split_words(text: str) -> list[str]:
    """Split where a line may break. It may at a blank, not at a no-break space, where str.split would cut as well."""
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return text.split(" ")


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
