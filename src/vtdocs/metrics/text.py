"""How wide a text is in a Times-metric face, and where a centred title breaks.

Whole numbers only, so that every machine gives the same lines. Neither kerning nor ligatures are counted:
Word applies neither unless a style asks for it. Text is taken as NFC; a combining mark has no width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum

from vtdocs.metrics import _widths
from vtdocs.metrics.sense import FORBIDDEN, break_costs
from vtdocs.units import Length

__all__ = ["UNITS_PER_EM", "Face", "break_by_sense", "line_height", "text_units", "text_width"]

UNITS_PER_EM = _widths.UNITS_PER_EM

# Where a line may break: a blank that is not a no-break space.
_BLANKS = re.compile(r"[ \t\r\n]+")


class _Widths(dict[str, int]):
    """Character to units; an unknown character counts as one em, an unknown mark as nothing."""

    def __missing__(self, char: str) -> int:
        return 0 if unicodedata.combining(char) else UNITS_PER_EM


def _expand(by_width: Mapping[int, str]) -> _Widths:
    return _Widths({char: width for width, chars in by_width.items() for char in chars})


class Face(Enum):
    """The four faces of a Times-metric family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"

    # Enum hashes its name in Python, which costs more than measuring a word; members are single.
    __hash__ = object.__hash__

    @classmethod
    def of(cls, *, bold: bool = False, italic: bool = False) -> Face:
        """Return the face of a weight and a slant."""
        if bold:
            return cls.BOLD_ITALIC if italic else cls.BOLD
        return cls.ITALIC if italic else cls.REGULAR

    @property
    def is_bold(self) -> bool:
        """Whether its letters are heavy."""
        return self in (Face.BOLD, Face.BOLD_ITALIC)

    @property
    def is_italic(self) -> bool:
        """Whether its letters slant."""
        return self in (Face.ITALIC, Face.BOLD_ITALIC)


# The bound look-up of each face: one attribute less for each character.
_LOOKUP = {
    Face.REGULAR: _expand(_widths.REGULAR).__getitem__,
    Face.BOLD: _expand(_widths.BOLD).__getitem__,
    Face.ITALIC: _expand(_widths.ITALIC).__getitem__,
    Face.BOLD_ITALIC: _expand(_widths.BOLD_ITALIC).__getitem__,
}


def text_units(text: str, face: Face) -> int:
    """Return the advance of `text` in font units, 2048 an em."""
    return sum(map(_LOOKUP[face], text))


def text_width(text: str, face: Face, size: Length) -> Length:
    """Return the advance of `text` at `size`, rounded half up to whole EMU."""
    return Length((2 * text_units(text, face) * size.emu + UNITS_PER_EM) // (2 * UNITS_PER_EM))


def line_height(size: Length) -> Length:
    """Return the height of a single-spaced line: ascent, descent and gap of a Times-metric face, 1.149 em."""
    return Length(size.emu * 1149 // 1000)


def _room(size: Length, width: Length) -> int:
    """Return the most font units whose `text_width` at `size` is not above `width`; never less than one."""
    return max(1, ((2 * width.emu + 1) * UNITS_PER_EM // 2 - 1) // size.emu)


def break_by_sense(text: str, face: Face, size: Length, width: Length, *, capitals: bool = False) -> tuple[str, ...]:
    """Break a centred title into the fewest lines that fit `width`, where a reader would pause.

    Breaks stand after a comma or before a connective ("và", "của", "năm 2026"), not inside a number with its
    noun, a name, or a blank to be filled in (two or more spaces, no-break spaces), unless a line would not
    fit otherwise; the last line is no single word; else the lines are balanced. The words are in `sense`.
    A word wider than `width` stands on a line of its own. An empty text gives no line. With `capitals` the text is
    measured as it looks in capitals, while its sense is read, and its lines given, as it is written.

    Joining the lines with a space gives `text` again, blanks at its two ends apart.
    """
    words, gaps = _split(text)
    if not words:
        return ()
    room = _room(size, width)
    shown = [word.upper() for word in words] if capitals else words
    if text_units(_join(shown, gaps, 0, len(words)), face) <= room:
        return (_join(words, gaps, 0, len(words)),)
    ends = _best_breaks(words, shown, gaps, face, room)
    starts = [0, *ends[:-1]]
    return tuple(_join(words, gaps, start, end) for start, end in zip(starts, ends, strict=True))


def _split(text: str) -> tuple[list[str], list[str]]:
    """Split into words and the blank after each; a single blank is a space, a longer one is kept as it is."""
    body = text.strip(" \t\r\n")
    if not body:
        return [], []
    gaps = [" " if len(gap) == 1 else gap for gap in _BLANKS.findall(body)]
    return _BLANKS.split(body), [*gaps, ""]


def _join(words: list[str], gaps: list[str], start: int, end: int) -> str:
    """Join a line; a blank to be filled in that ends it stays with it, a plain space does not."""
    line = "".join(words[i] + gaps[i] for i in range(start, end))
    return line.removesuffix(" ") if gaps[end - 1] == " " else line


# No line of more words than this is tried, so that the work stays linear.
_LOOK_BACK = 128

# Inside a soft cost: the square of a full line. Balanced lines have the smallest sum of squares.
_FULL_LINE = 1000


def _best_breaks(words: list[str], shown: list[str], gaps: list[str], face: Face, room: int) -> list[int]:
    """Return the end of each line of the cheapest way to break.

    Ways are compared by forbidden breaks, then lines, then a last line of one word, then sense and balance.
    """
    count = len(words)
    lookup = _LOOKUP[face]
    space = lookup(" ")
    costs = break_costs(words, gaps)
    word_units = [sum(map(lookup, word)) for word in shown]
    gap_units = [space if gap == " " else sum(map(lookup, gap)) for gap in gaps]
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    previous = [0]
    for end in range(1, count + 1):
        found: tuple[int, int, int, int] | None = None
        found_start = end - 1
        units = 0 if gaps[end - 1] == " " else gap_units[end - 1]
        for start in range(end - 1, max(-1, end - 1 - _LOOK_BACK), -1):
            units += word_units[start] + (gap_units[start] if start < end - 1 else 0)
            if units > room and start < end - 1:
                break
            forbidden, lines, widow, soft = best[start]
            cost = costs[start]
            candidate = (
                forbidden + (cost >= FORBIDDEN),
                lines + 1,
                widow + (end == count and start == end - 1 and count > 1),
                soft + cost + (_FULL_LINE * units // room) ** 2,
            )
            if found is None or candidate < found:
                found, found_start = candidate, start
        assert found is not None  # noqa: S101 - one word alone is always tried
        best.append(found)
        previous.append(found_start)
    ends: list[int] = []
    end = count
    while end:
        ends.append(end)
        end = previous[end]
    return ends[::-1]
