"""Whether a table reads badly on an upright page, by a measure.

A table of fewer than six columns never does. A wider one does where

- words would break upright, in more columns than they do on a turned page; or
- two columns or more are narrow: of the cells of such a column that hold text, half or more take four lines or
  more with fewer than nine letters each, which is a word or two to a line. An average letter of the Times faces, the
  blank between words counted in, is 0.46 em wide; or
- upright it takes 1.75 times as much of its pages as on turned ones: a text column starved by many columns of figures
  makes every row tall.

So a table of six columns whose bodies and dates take three lines stays upright, and one of seven whose bodies stand
word below word is turned. Headings are not counted: a tall head is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from vtdocs.units import Length

from .columns import count_broken
from .strands import Measured

__all__ = ["MAY_TURN_FROM", "Reading", "read_ease", "reads_badly"]

MAY_TURN_FROM = 6
_NARROW_COLUMNS = 2
_MANY_LINES = 4
_FEW_LETTERS = 9
_SHARE_OF_CELLS = 2
_LETTER_EM_PER_CENT = 46
_LONGER = Fraction(7, 4)


class Reading(Struct, frozen=True):
    """How a table reads on a page: how many columns have words that break, how many are narrow, and how many pages its
    sampled rows would take if a line were as high as a twip.
    """

    broken: int
    narrow: int
    pages: Fraction


def read_ease(measured: Measured, widths: Sequence[int], size: Length, height: Length) -> Reading:
    """Read a layout whose text is of `size` on pages of this height."""
    few = _FEW_LETTERS * size.twips * _LETTER_EM_PER_CENT // 100
    columns = [strand.lines(width) for strand, width in zip(measured.columns, widths, strict=True)]
    narrow = 0
    for strand, lines in zip(measured.columns, columns, strict=True):
        if max(lines) < _MANY_LINES:
            continue
        cells = zip(strand.loads()[measured.head :], lines[measured.head :], strict=True)
        filled = [(load, count) for load, count in cells if load]
        tall = [(load, count) for load, count in filled if count >= _MANY_LINES]
        many = tall and len(tall) * _SHARE_OF_CELLS >= len(filled)
        narrow += bool(many) and sum(load for load, _ in tall) < few * sum(count for _, count in tall)
    rows = sum(map(max, zip(*columns, strict=True)))
    return Reading(count_broken(measured, widths), narrow, Fraction(rows, height.twips))


def reads_badly(upright: Reading, turned: Reading) -> bool:
    """Whether the page should be turned."""
    longer = upright.pages >= turned.pages * _LONGER
    return longer or upright.broken > turned.broken or upright.narrow >= _NARROW_COLUMNS
