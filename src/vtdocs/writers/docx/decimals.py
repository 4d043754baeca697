"""Figures of a column, set so that their decimal marks stand one below the other.

Word's decimal tabs know the comma or the dot of the computer, not of the column, and LibreOffice reads them otherwise
than Word does. So each figure is set to the right, with an indent as wide as what the longest of its column has
behind the decimal mark and it has not. The block of figures as a whole stands in the middle of its column, below the
middle of the heading; where the column is no wider than its figures, that is its right edge. What is no figure ("-",
"x", "Có") is centred.

Digits are all of one width in the Times faces, so figures are told apart by their shapes alone: ten thousand amounts
have some ten of them ("1.111.111", "-11,5"), and each shape is read and measured once.
"""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.figures import column_style, find_digits
from vtdocs.metrics import Face, Ruler

from .stylesheet import Look

__all__ = ["Figures", "fold_digits", "part_figures"]

# A nought is no such digit: no group of thousands opens with it.
_FOLDED = str.maketrans("23456789", "11111111")
# Shapes of texts that are no figures and are kept all the same; a column may have a hundred thousand.
_MOST_KNOWN = 2_000


def fold_digits(text: str) -> str:
    """Give the shape of a text: with other digits it is as wide, and a figure or none."""
    return text.translate(_FOLDED)


def part_figures(texts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Give the shapes of all lines of some texts: of those that are figures, and of the others."""
    shapes = set(fold_digits("\n".join(texts)).split("\n"))
    figures = {shape for shape in shapes if find_digits(shape)}
    return figures, shapes - figures


class Figures:
    """The figures of one column, measured by `look`: those among `texts` and, in bold, among `strong`."""

    def __init__(self, texts: Iterable[str], strong: Iterable[str], look: Look) -> None:
        bold = Face.of(bold=True, italic=look.face.is_italic)
        self._rulers = {False: Ruler.of(look.face, look.size), True: Ruler.of(bold, look.size)}
        plain, heavy = part_figures(texts)[0], part_figures(strong)[0]
        self._shapes = plain | heavy
        self._decimal = column_style(shape for shape in self._shapes if "." in shape or "," in shape)
        self._known: dict[tuple[str, bool], tuple[int, int] | None] = {}
        sizes = [self._size(shape, strong=False) for shape in plain]
        sizes += [self._size(shape, strong=True) for shape in heavy]
        self.behind = max((size[1] for size in sizes if size), default=0)
        self.width = max((size[0] for size in sizes if size), default=0) + self.behind

    def __contains__(self, text: str) -> bool:
        """Whether a text is one of the figures."""
        return fold_digits(text) in self._shapes

    def indent(self, text: str, room: int, *, strong: bool = False) -> int | None:
        """Tell how far a figure stands from the right edge of its cell's `room`, in twips; `None` for other texts."""
        size = self._size(fold_digits(text), strong=strong)
        if size is None:
            return None
        before, behind = size
        wish = self.behind - behind + max(0, room - self.width) // 2
        return max(0, min(wish, room - before - behind))

    def _size(self, shape: str, *, strong: bool) -> tuple[int, int] | None:
        """Measure what stands before the decimal mark, and the mark with what stands behind it."""
        key = shape, strong
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            digits, ruler = find_digits(shape), self._rulers[strong]
            place = self._place(shape, *digits) if digits else 0
            self._known[key] = (ruler.width(shape[:place]), ruler.width(shape[place:])) if digits else None
        return self._known[key]

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
