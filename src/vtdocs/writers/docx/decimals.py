"""Figures of a column, set so that their decimal marks stand one below the other.

Word's decimal tabs know the comma or the dot of the computer, not of the column, and LibreOffice reads them otherwise
than Word does. So each figure is set to the right, with an indent as wide as what the longest of its column has
behind the decimal mark and it has not. The block of figures as a whole stands in the middle of its column, below the
middle of the heading; where the column is no wider than its figures, that is its right edge. What is no figure ("-",
"x", "Có") is centred.
"""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.figures import column_style, find_digits
from vtdocs.metrics import Ruler

from .stylesheet import Look, embolden

__all__ = ["Figures"]

# What has been measured is kept by its text; a column of a million different figures is not kept whole.
_MOST_KNOWN = 20_000


class Figures:
    """The figures of one column, measured by `look`: among `texts` and, in bold, `strong`, each text once."""

    def __init__(self, texts: Iterable[str], strong: Iterable[str], look: Look) -> None:
        given = ((text, bold) for texts, bold in ((texts, False), (strong, True)) for text in texts)
        found = [(text, bold, digits) for text, bold in given if (digits := find_digits(text))]
        self._decimal = column_style(text for text, _bold, _digits in found if "." in text or "," in text)
        bold_look = embolden(look)
        self._rulers = {False: Ruler(look.face, look.size), True: Ruler(bold_look.face, bold_look.size)}
        self._known: dict[tuple[str, bool], tuple[int, int] | None] = {}
        sizes = [self._measure(text, digits, strong=bold) for text, bold, digits in found]
        self.behind = max((behind for _before, behind in sizes), default=0)
        self.width = max((before for before, _behind in sizes), default=0) + self.behind

    def __contains__(self, text: str) -> bool:
        """Whether a text is a figure."""
        return find_digits(text) is not None

    def indent(self, text: str, room: int, *, strong: bool = False) -> int | None:
        """Tell how far a figure stands from the right edge of its cell's `room`, in twips; `None` for other texts."""
        key = text, strong
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            digits = find_digits(text)
            self._known[key] = self._measure(text, digits, strong=strong) if digits else None
        size = self._known[key]
        if size is None:
            return None
        before, behind = size
        wish = self.behind - behind + max(0, room - self.width) // 2
        return max(0, min(wish, room - before - behind))

    def _measure(self, text: str, digits: tuple[int, int], *, strong: bool) -> tuple[int, int]:
        """Measure what stands before the decimal mark, and the mark with what stands behind it."""
        place, ruler = self._place(text, *digits), self._rulers[strong]
        return ruler.width(text[:place]), ruler.width(text[place:])

    def _place(self, text: str, start: int, end: int) -> int:
        """Find the decimal mark, or the end of the digits where there is none."""
        digits = text[start:end]
        other = "." if self._decimal == "," else ","
        if digits.count(self._decimal) == 1:
            return start + digits.index(self._decimal)
        # Where the column contradicts itself, a mark with other than three digits behind it parts no thousands.
        if digits.count(other) == 1 and len(digits) - digits.index(other) != 4:
            return start + digits.index(other)
        return end
