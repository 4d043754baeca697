"""Figures of a column, set so that their decimal marks stand one below the other.

Word's decimal tabs know the comma or the dot of the computer, not of the column, and LibreOffice reads them otherwise
than Word does. So each figure is set to the right, with an indent as wide as what the longest of its column has
behind the decimal mark and it has not. The block of figures as a whole stands in the middle of its column, below the
middle of the heading; where the column is no wider than its figures, that is its right edge. What is no figure ("-",
"x", "Có") is centred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vtdocs.figures import column_style

from .rulers import Ruler
from .stylesheet import Look, embolden

__all__ = ["Figures"]

_FIGURE = re.compile("[(+\\-\u2212]? ?(?P<digits>[0-9](?:[0-9., \u00a0\u202f\u2009]*[0-9])?)[ \u00a0]?[%\u2030]?\\)?")
_LONGEST = 60
# What has been measured is kept by its text; a column of a million different figures is not kept whole.
_MOST_KNOWN = 20_000


class Figures:
    """The figures of one column, measured by `look`: among `texts` and, in bold, `strong`, each text once."""

    def __init__(self, texts: Iterable[str], strong: Iterable[str], look: Look) -> None:
        found = [(text, bold) for texts, bold in ((texts, False), (strong, True)) for text in texts if self._read(text)]
        self._decimal = column_style(text for text, _bold in found if "." in text or "," in text)
        self._rulers = {False: Ruler(look), True: Ruler(embolden(look))}
        self._known: dict[tuple[str, bool], tuple[int, int]] = {}
        sizes = [self._measure(text, strong=bold) for text, bold in found]
        self.behind = max((behind for _before, behind in sizes), default=0)
        self.width = max((before for before, _behind in sizes), default=0) + self.behind

    @staticmethod
    def _read(text: str) -> re.Match[str] | None:
        return _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None

    def __contains__(self, text: str) -> bool:
        """Whether a text is a figure."""
        return self._read(text) is not None

    def indent(self, text: str, room: int, *, strong: bool = False) -> int | None:
        """Tell how far a figure stands from the right edge of its cell's `room`, in twips; `None` for other texts."""
        if not self._read(text):
            return None
        before, behind = self._measure(text, strong=strong)
        wish = self.behind - behind + max(0, room - self.width) // 2
        return max(0, min(wish, room - before - behind))

    def _measure(self, text: str, *, strong: bool) -> tuple[int, int]:
        """Measure what stands before the decimal mark, and the mark with what stands behind it."""
        if (text, strong) not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            place, ruler = self._place(text), self._rulers[strong]
            self._known[text, strong] = ruler.width(text[:place]), ruler.width(text[place:])
        return self._known[text, strong]

    def _place(self, text: str) -> int:
        """Find the decimal mark, or the end of the digits where there is none."""
        found = self._read(text)
        start, end = found.span("digits") if found else (0, len(text))
        digits = text[start:end]
        other = "." if self._decimal == "," else ","
        if digits.count(self._decimal) == 1:
            return start + digits.index(self._decimal)
        # Where the column contradicts itself, a mark with other than three digits behind it parts no thousands.
        if digits.count(other) == 1 and len(digits) - digits.index(other) != 4:
            return start + digits.index(other)
        return end
