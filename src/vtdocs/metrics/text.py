"""How wide a text is in a Times-metric face, and where a centred title breaks.

Whole numbers only, so that every machine gives the same lines. Neither kerning nor ligatures are counted:
Word applies neither unless a style asks for it. Text is taken as NFC; a combining mark has no width.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from itertools import accumulate
from operator import add, sub

from vtdocs.metrics import _widths
from vtdocs.metrics.sense import FORBIDDEN, BreakCosts
from vtdocs.patterns import compile_late
from vtdocs.units import Length

__all__ = [
    "UNITS_PER_EM",
    "WIDEST",
    "Face",
    "break_by_sense",
    "break_to_room",
    "find_lookup",
    "find_room",
    "line_height",
    "text_units",
    "text_width",
]

UNITS_PER_EM = _widths.UNITS_PER_EM

# Where a line may break: a blank that is not a no-break space.
_BLANKS = compile_late(r"[ \t\r\n]+")


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


WIDEST = max(map(max, (_widths.REGULAR, _widths.BOLD, _widths.ITALIC, _widths.BOLD_ITALIC)))
"""The advance of the widest character of all faces, in font units."""


def find_lookup(face: Face) -> Callable[[str], int]:
    """Return what gives the advance of a character of `face`, in font units."""
    return _LOOKUP[face]


def text_units(text: str, face: Face) -> int:
    """Return the advance of `text` in font units, 2048 an em."""
    return sum(map(_LOOKUP[face], text))


class _Words(dict[str, int]):
    """Words of titles and the blanks between them to their advances in one face; it keeps no more than a few."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._lookup = _LOOKUP[face]

    def __missing__(self, word: str) -> int:
        units = sum(map(self._lookup, word))
        if len(word) <= _MOST_LETTERS:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = units
        return units


# Titles draw on some hundreds of words, the same ones in one office.
_MOST_WORDS, _MOST_LETTERS = 1024, 24
_WORDS = {face: _Words(face) for face in Face}


def text_width(text: str, face: Face, size: Length) -> Length:
    """Return the advance of `text` at `size`, rounded half up to whole EMU."""
    return Length((2 * text_units(text, face) * size.emu + UNITS_PER_EM) // (2 * UNITS_PER_EM))


def line_height(size: Length) -> Length:
    """Return the height of a single-spaced line: ascent, descent and gap of a Times-metric face, 1.149 em."""
    return Length(size.emu * 1149 // 1000)


def find_room(size: Length, width: Length) -> int:
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
    return break_to_room(text, face, find_room(size, width), capitals=capitals)


def break_to_room(text: str, face: Face, room: int, *, capitals: bool = False) -> tuple[str, ...]:
    """Break a title as `break_by_sense` does, into lines of so many font units."""
    words, gaps = _split(text)
    if not words:
        return ()
    known = _WORDS[face].__getitem__
    shown = " ".join(words).upper().split(" ") if capitals else words
    spaces = [*map(known, gaps)] if gaps else [*[known(" ")] * (len(words) - 1), 0]
    # Where each word begins, and where a line ends that ends before it.
    begins = [*accumulate(map(add, map(known, shown), spaces), initial=0)]
    if begins[-1] <= room:
        return (_join(words, gaps, 0, len(words)),)
    hung = [space if gap == " " else 0 for space, gap in zip(spaces, gaps, strict=True)] if gaps else spaces
    ends = [0, *map(sub, begins[1:], hung)]
    costs = BreakCosts(words, gaps)
    stops = _fewest_lines(costs, begins, ends, room) or _best_breaks(costs, begins, ends, room)
    return tuple([_join(words, gaps, start, stop) for start, stop in zip([0, *stops], stops, strict=False)])


def _split(text: str) -> tuple[list[str], list[str]]:
    """Split into words and the blank after each; a single blank is a space, a longer one is kept as it is.

    No blanks are given where all of them are single: in nearly every title.
    """
    body = text.strip(" \t\r\n")
    if not body:
        return [], []
    if "  " not in body and "\n" not in body and "\t" not in body and "\r" not in body:
        return body.split(" "), []
    gaps = [" " if len(gap) == 1 else gap for gap in _BLANKS.findall(body)]
    return _BLANKS.split(body), [*gaps, ""]


def _join(words: list[str], gaps: list[str], start: int, end: int) -> str:
    """Join a line; a blank to be filled in that ends it stays with it, a plain space does not."""
    if not gaps or (gaps[start : end - 1].count(" ") == end - start - 1 and len(gaps[end - 1]) < 2):
        return " ".join(words[start:end])
    line = "".join([words[i] + gaps[i] for i in range(start, end)])
    return line.removesuffix(" ") if gaps[end - 1] == " " else line


# No line of more words than this is tried, so that the work stays linear.
_LOOK_BACK = 128

# Inside a soft cost: the square of a full line. Balanced lines have the smallest sum of squares.
_FULL_LINE = 1000


# A title of more lines or words is a paragraph, and broken as such.
_MOST_LINES, _MOST_TITLE_WORDS = 9, 256
# By so much at most the square of a line is less than it were without rounding.
_ROUNDED = 2 * _FULL_LINE
# A blank in every face; the one at a break is not printed.
_BLANK = UNITS_PER_EM // 4


def _fewest_lines(costs: BreakCosts, begins: Sequence[int], ends: Sequence[int], room: int) -> list[int] | None:
    """Return the end of each line as `_best_breaks` does, or `None` where the fewest lines cannot do without a
    forbidden break, and for what is no title.

    Of so few lines each can only end within some words; and the more the lines differ, the less can a good break make
    up for it. So a break is judged only where the lines that it makes are balanced enough: a title of two or three
    lines costs a fifth of what it does there.
    """
    count = len(begins) - 1
    if count > _MOST_TITLE_WORDS:
        return None
    latest = [0]
    while latest[-1] < count:
        end = bisect_right(ends, begins[latest[-1]] + room) - 1
        if end == latest[-1] or len(latest) > _MOST_LINES:
            return None
        latest.append(end)
    earliest = [count]
    for _line in latest[2:]:
        earliest.append(bisect_left(begins, ends[earliest[-1]] - room))
    filling = _Filling(costs, begins, ends, room, [0, *earliest[:0:-1]], latest)
    stops = [count]
    for line in range(len(latest) - 1, 1, -1):
        found = filling.find(line, stops[-1])
        if found is None:
            return None
        stops.append(found[1])
    return stops[::-1]


class _Filling:
    """The cheapest ways to fill the first lines of a title, each found where it is asked for.

    Line `n` of them, from 1, begins between the words `earliest[n - 1]` and `latest[n - 1]`.
    """

    def __init__(
        self,
        costs: BreakCosts,
        begins: Sequence[int],
        ends: Sequence[int],
        room: int,
        earliest: Sequence[int],
        latest: Sequence[int],
    ) -> None:
        self.costs, self.begins, self.ends, self.room = costs, begins, ends, room
        self.earliest, self.latest = earliest, latest
        self.known: dict[tuple[int, int], tuple[int, int] | None] = {}

    def find(self, lines: int, end: int) -> tuple[int, int] | None:
        """Fill so many lines, two or more, with the words before `end`; give the cost, and where the last begins."""
        key = lines, end
        if key not in self.known:
            first, last = self.earliest[lines - 1], min(self.latest[lines - 1], end - 1)
            # The last line of all is no single word where that can be helped.
            widow = end == len(self.ends) - 1 and last == end - 1
            found = self._search(lines, end, first, last - widow)
            self.known[key] = self._search(lines, end, last, last) if found is None and widow else found
        return self.known[key]

    def _search(self, lines: int, end: int, first: int, last: int) -> tuple[int, int] | None:
        """Try the places from the most balanced one on, to the right and to the left."""
        costs, begins, ends, room = self.costs, self.begins, self.ends, self.room
        whole, above = self.ends[end], lines - 1
        hung, rounded = above * _BLANK, _ROUNDED * (lines + 2)
        middle = bisect_left(begins, (whole + _BLANK) * above // lines, first, last + 1)
        best, found = 1 << 62, -1
        for places in (range(middle, last + 1), range(middle - 1, first - 1, -1)):
            for start in places:
                begin = begins[start]
                if whole - begin > room:
                    continue
                last_part = _FULL_LINE * (whole - begin) // room
                soft = last_part * last_part
                # The lines above cost least where they are alike.
                part = _FULL_LINE * (begin - hung) // room if begin > hung else 0
                least = soft + part * part // above - rounded
                if least > best:
                    break
                cost = costs[start]
                if cost >= FORBIDDEN or least + cost > best:
                    continue
                if above == 1:
                    # Of a title of two lines, as most are, the first one is known at once.
                    part = _FULL_LINE * ends[start] // room
                    before = part * part if ends[start] <= room else None
                else:
                    filled = self.find(above, start)
                    before = None if filled is None else filled[0]
                if before is not None and (before + soft + cost, -start) < (best, -found):
                    best, found = before + soft + cost, start
        return (best, found) if found >= 0 else None


def _best_breaks(costs: BreakCosts, begins: Sequence[int], ends: Sequence[int], room: int) -> list[int]:
    """Return the end of each line of the cheapest way to break.

    Ways are compared by forbidden breaks, then lines, then a last line of one word, then sense and balance.
    """
    count = len(begins) - 1
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    previous = [0]
    for end in range(1, count + 1):
        found: tuple[int, int, int, int] | None = None
        found_start = end - 1
        for start in range(end - 1, max(-1, end - 1 - _LOOK_BACK), -1):
            length = ends[end] - begins[start]
            if length > room and start < end - 1:
                break
            forbidden, lines, widow, soft = best[start]
            cost = costs[start]
            candidate = (
                forbidden + (cost >= FORBIDDEN),
                lines + 1,
                widow + (end == count and start == end - 1 and count > 1),
                soft + cost + (_FULL_LINE * length // room) ** 2,
            )
            if found is None or candidate < found:
                found, found_start = candidate, start
        assert found is not None  # noqa: S101 - one word alone is always tried
        best.append(found)
        previous.append(found_start)
    stops: list[int] = []
    end = count
    while end:
        stops.append(end)
        end = previous[end]
    return stops[::-1]
