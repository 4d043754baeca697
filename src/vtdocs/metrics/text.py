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
from operator import add

from vtdocs.metrics import _widths
from vtdocs.metrics.sense import FORBIDDEN, BreakCosts
from vtdocs.patterns import compile_late
from vtdocs.units import Length

__all__ = ["UNITS_PER_EM", "Face", "break_by_sense", "find_lookup", "line_height", "text_units", "text_width"]

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
    known = _WORDS[face]
    shown = [word.upper() for word in words] if capitals else words
    units = [known[word] for word in shown]
    spaces = [known[gap] for gap in gaps]
    if sum(units) + sum(spaces) <= room:
        return (_join(words, gaps, 0, len(words)),)
    costs = BreakCosts(words, gaps)
    ends = _fewest_lines(costs, units, spaces, gaps, room) or _best_breaks(costs, units, spaces, gaps, room)
    starts = [0, *ends[:-1]]
    return tuple(_join(words, gaps, start, end) for start, end in zip(starts, ends, strict=True))


def _split(text: str) -> tuple[list[str], list[str]]:
    """Split into words and the blank after each; a single blank is a space, a longer one is kept as it is."""
    body = text.strip(" \t\r\n")
    if not body:
        return [], []
    if "  " not in body and "\n" not in body and "\t" not in body and "\r" not in body:
        words = body.split(" ")
        return words, [*[" "] * (len(words) - 1), ""]
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


_Chain = tuple["_Chain", int] | None


def _fewest_lines(
    costs: BreakCosts, units: Sequence[int], spaces: Sequence[int], gaps: Sequence[str], room: int
) -> list[int] | None:
    """Return the end of each line as `_best_breaks` does, or `None` where the fewest lines cannot do without a
    forbidden break.

    Of so few lines each can only end within some words, so only breaks there have to be judged: a title of two lines
    costs a fifth of what it does there.
    """
    count = len(units)
    # Where each word begins, and where a line ends that ends before it.
    begins = [*accumulate(map(add, units, spaces), initial=0)]
    ends = [begin - (spaces[n - 1] if n and gaps[n - 1] == " " else 0) for n, begin in enumerate(begins)]
    latest = [0]
    while latest[-1] < count:
        end = bisect_right(ends, begins[latest[-1]] + room) - 1
        if end == latest[-1]:
            return None
        latest.append(end)
    earliest = [count]
    for _line in latest[1:]:
        earliest.append(bisect_left(begins, ends[earliest[-1]] - room))
    # Ways to end so many lines before a word: what they cost without the break there, and the chain of those before.
    ways: dict[int, tuple[int, _Chain]] = {0: (0, None)}
    for first, last in zip(earliest[-2:0:-1], latest[1:-1], strict=True):
        paid = [(start, soft + costs[start], path) for start, (soft, path) in ways.items() if costs[start] < FORBIDDEN]
        ways = {}
        for end in range(first, last + 1):
            tried = [
                (soft + (_FULL_LINE * line // room) ** 2, -start, path)
                for start, soft, path in paid
                if (line := ends[end] - begins[start]) <= room
            ]
            if tried:
                soft, start, path = min(tried)
                ways[end] = soft, (path, -start)
    finished = [
        (start == count - 1, soft + (_FULL_LINE * line // room) ** 2, -start)
        for start, (soft, _path) in ways.items()
        if (line := ends[count] - begins[start]) <= room
    ]
    best: tuple[bool, int, int] | None = None
    for widow, soft, start in sorted(finished):
        # What its last break costs is still to come, and the others are no cheaper than this one.
        if best is not None and (widow, soft) > best[:2]:
            break
        if costs[-start] < FORBIDDEN:
            best = min(best or (True, 1 << 62, 0), (widow, soft + costs[-start], start))
    if best is None:
        return None
    broken, chain = [count, -best[2]], ways[-best[2]][1]
    while chain is not None:
        chain, start = chain
        broken.append(start)
    return broken[-2::-1]


def _best_breaks(
    costs: BreakCosts, units: Sequence[int], spaces: Sequence[int], gaps: Sequence[str], room: int
) -> list[int]:
    """Return the end of each line of the cheapest way to break.

    Ways are compared by forbidden breaks, then lines, then a last line of one word, then sense and balance.
    """
    count = len(units)
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    previous = [0]
    for end in range(1, count + 1):
        found: tuple[int, int, int, int] | None = None
        found_start = end - 1
        length = 0 if gaps[end - 1] == " " else spaces[end - 1]
        for start in range(end - 1, max(-1, end - 1 - _LOOK_BACK), -1):
            length += units[start] + (spaces[start] if start < end - 1 else 0)
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
    ends: list[int] = []
    end = count
    while end:
        ends.append(end)
        end = previous[end]
    return ends[::-1]
