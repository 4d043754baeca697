"""Widths of text in twips, each word measured once, and the lines that a cell takes at a width."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from vtdocs.metrics.text import UNITS_PER_EM, text_units

from .stylesheet import Look

__all__ = ["Ends", "Ruler", "count_lines"]

Ends = list[int]
"""Where each word of a paragraph ends on an endless row, in twips, the blank behind it counted in."""


class Ruler(dict[str, int]):
    """Words to their widths with one blank, in twips, rounded up: Word rounds letters where we do not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._face, self._scale = look.face, look.size.half_points * 10
        self.blank = self.width(" ")

    def __missing__(self, word: str) -> int:
        self[word] = width = self.width(word) + self.blank
        return width

    def width(self, text: str) -> int:
        """Measure a text on one row."""
        return -(-text_units(text, self._face) * self._scale // UNITS_PER_EM)

    def ends(self, paragraph: str) -> Ends:
        """Measure a paragraph. It breaks at blanks, not at no-break spaces, where str.split would cut as well."""
        return [*accumulate(map(self.__getitem__, paragraph.replace("\t", " ").split(" ")))]


def count_lines(ends: Ends, room: int) -> int:
    """Fill lines as a word processor does: each takes what fits. `room` has a blank for the end of the line."""
    if ends[-1] <= room:
        return 1
    lines = start = place = 0
    count = len(ends)
    while place < count:
        after = bisect_right(ends, start + room, place)
        if after == place:  # wider than the cell: the word is cut
            lines += (ends[place] - start - 1) // room
            after += 1
        lines, start, place = lines + 1, ends[after - 1], after
    return lines
