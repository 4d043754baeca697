"""Horizontal lines that are no drawings: typed dashes, borders of paragraphs; and the columns they run in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from re import Match

from msgspec import Struct

from vtdocs.metrics.text import UNITS_PER_EM, Face, text_units
from vtdocs.patterns import compile_late

from .observed import ParagraphFormat, Rule, RuleKind, Run
from .standing import Borders

__all__ = ["RAISED_PERCENT", "Column", "border_rules", "typed_rules"]

# Of their size Word prints raised and lowered letters; the decree's own samples type their lines so.
RAISED_PERCENT = 65


class Column(Struct, frozen=True):
    """Where text runs: its left edge from the page's, None where that is not known, and its width; in twips."""

    left: int | None
    width: int


# A stretch between breaks that is nothing but dashes. Hyphens and equals signs leave gaps or are two lines.
_SOLID = compile_late(r"[_\u2013\u2014\u2015\u2500\u2501\u00af]{3,}")
_BROKEN = compile_late(r"(?:[-\u2010\u2011\u2212=]{5,}|(?:[_\u2013\u2014] ){2,}[_\u2013\u2014])")
_STRETCHES = compile_late(r"[^\n\t\f]+")
_ROWS = compile_late(r"[^\n\f]+")
_FEWEST_BLANKS = 5
_PLAIN_UNDERLINES = ("single", "thick")
_PLAIN_BORDERS = ("single", "thick")
_BLANKS = " \xa0\u2002\u2003\u2009\u3000"
_DASHES = "_=-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\u00af" + _BLANKS


def typed_rules(text: str, runs: Sequence[Run]) -> list[Rule]:
    """Give the lines that are typed in a paragraph: a stretch between breaks or tabs that is only dashes.

    A row of nothing but blanks that are underlined is one too; with a tab in it, its length is not known.
    """
    # Nearly every paragraph is told apart by its first letter.
    if text.strip(_DASHES) and "\n" not in text and "\t" not in text and "\f" not in text:
        return []
    found = []
    starts = [run.start for run in runs]
    for row in _ROWS.finditer(text):
        if row[0].isspace():
            found += _underlined_blanks(text, row, runs, starts)
            continue
        for stretch in _STRETCHES.finditer(text, row.start(), row.end()):
            words = stretch[0].strip(_BLANKS)
            if not words or words.strip(_DASHES):
                continue
            solid = _SOLID.fullmatch(words) is not None
            if solid or _BROKEN.fullmatch(words):
                start = stretch.start() + stretch[0].index(words)
                length = _width(text, start, start + len(words), runs, starts)
                found.append(Rule(RuleKind.UNDERSCORES, length, solid=solid))
    return found


def _underlined_blanks(text: str, row: Match[str], runs: Sequence[Run], starts: list[int]) -> list[Rule]:
    start, end = row.span()
    within = [run for run in _runs_of(start, end, runs, starts) if run.format.underline not in ("", "words")]
    start, end = max(start, within[0].start) if within else end, min(end, within[-1].end) if within else end
    if end - start < _FEWEST_BLANKS and "\t" not in text[start:end]:
        return []
    length = None if "\t" in text[start:end] else _width(text, start, end, runs, starts)
    solid = all(run.format.underline in _PLAIN_UNDERLINES for run in within)
    return [Rule(RuleKind.UNDERSCORES, length, solid=solid)]


def _runs_of(start: int, end: int, runs: Sequence[Run], starts: list[int]) -> Sequence[Run]:
    return runs[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]


def _width(text: str, start: int, end: int, runs: Sequence[Run], starts: list[int]) -> int:
    """Measure a stretch of a text by the widths of Times, in twips."""
    total = 0
    for run in _runs_of(start, end, runs, starts):
        low, high = max(run.start, start), min(run.end, end)
        if low < high:
            letters = run.format
            units = text_units(text[low:high], Face.of(bold=letters.bold, italic=letters.italic))
            share = RAISED_PERCENT if letters.raised else 100
            # Half-points are ten twips.
            total += units * letters.size * share // (10 * UNITS_PER_EM) + letters.spacing * (high - low)
    return total


def border_rules(borders: Borders, stands: ParagraphFormat, column: Column | None) -> list[Rule]:
    """Give the lines that a paragraph's borders draw above and below it; with a border at a side they are a frame."""
    if "left" in borders or "right" in borders:
        return []
    # A border runs from the first letters, hanging ones counted in, to the right indent.
    start = min(stands.left, stands.left + stands.first_line)
    length = max(0, column.width - start - stands.right) if column is not None else None
    return [
        Rule(kind, length, start, solid=borders[side][0] in _PLAIN_BORDERS, thickness=_thickness(borders[side][1]))
        for side, kind in (("top", RuleKind.BORDER_ABOVE), ("bottom", RuleKind.BORDER_BELOW))
        if side in borders
    ]


def _thickness(eighths: int) -> int | None:
    # An eighth of a point is two and a half twips.
    return max(1, eighths * 5 // 2) if eighths else None
