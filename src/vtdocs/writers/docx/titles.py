"""Titles of a document: the rows that each is printed on, and the lines that are drawn below them.

Nearly every title is words of one look, whose rows are known once the words are measured. One with fields, links or
emphasis goes the long way (`layout.fit`), which parts what it is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from vtdocs.metrics import text_units, text_width
from vtdocs.metrics.text import WIDEST, break_to_room
from vtdocs.tree import Break, Inline, Paragraph, Rule, Text
from vtdocs.units import Length

from .layout import LETTER, fit, plain_text, row_room
from .stylesheet import Look
from .xml import escape

__all__ = ["Titles", "rows_xml"]

_RUN, _RUN_END = "<w:r><w:t>", "</w:t></w:r>"
_BREAK = f"{_RUN_END}<w:r><w:br/></w:r>{_RUN}"


def rows_xml(rows: list[str]) -> str:
    """Write the runs of a title that `Titles.rows` gives: a line break between two rows."""
    return _RUN + _BREAK.join(map(escape, rows)) + _RUN_END


class Titles:
    """Fits the titles of one document, and measures the lines below them.

    The last title stays known: the line right below it is measured by its rows.
    """

    def __init__(self, looks: Mapping[str, Look]) -> None:
        self._looks = looks
        self._last: tuple[Paragraph, Length, list[str] | None] | None = None

    def rows(self, paragraph: Paragraph, width: Length) -> list[str] | None:
        """Give the rows of a paragraph of words alone as they are printed; `None` for one that goes the long way."""
        last = self._last
        if last is None or last[0] is not paragraph or last[1] != width:
            last = self._last = paragraph, width, self._find_rows(paragraph, width)
        return last[2]

    def _find_rows(self, paragraph: Paragraph, width: Length) -> list[str] | None:
        typed = _read_rows(paragraph.inlines)
        if typed is None or not paragraph.by_sense or paragraph.tighter:
            return None if paragraph.by_sense else typed
        look = self._looks[paragraph.style]
        room, capitals = row_room(look, width), paragraph.capitals
        rows: list[str] = []
        for row in typed:
            printed = row.upper() if capitals else row
            letters = len(printed)
            # Of a short row its length tells that it fits, and of a very long one that it will not.
            if letters * WIDEST <= room or (letters * LETTER <= room and text_units(printed, look.face) <= room):
                rows.append(printed)
            else:
                parts = break_to_room(row, look.face, room, capitals=capitals)
                rows += [part.upper() for part in parts] if capitals else parts
        return rows

    def rule_length(self, rule: Rule, width: Length) -> Length:
        """Measure a line by the rows above it (see `Rule`)."""
        lengths: list[int] = []
        for paragraph in rule.under:
            rows, style = self.rows(paragraph, width), paragraph.style
            if rows is None:
                fitted = fit(paragraph, self._looks, width)
                style = fitted.style
                rows = plain_text(fitted.inlines, self._looks[style]).split("\n")
            look = self._looks[style]
            lengths += [text_width(row.strip(" "), look.face, look.size).emu for row in rows if row.strip()]
        if not lengths:
            return Length(0)
        wish = _share(lengths[-1], rule.share)
        low, high = _share(max(lengths), rule.low), _share(min(lengths), rule.high)
        if low <= high:
            # Off the bounds by an eighth, so that whoever measures with other fonts still finds the line between them.
            spare = (high - low) // 8
            wish = min(max(wish, low + spare), high - spare)
        return Length(min(wish, width.emu))

    def last_row(self, paragraph: Paragraph, width: Length) -> tuple[Look, bool]:
        """Give the look of a paragraph's last row, and whether it is its first one too."""
        rows = self.rows(paragraph, width)
        if rows is not None:
            return self._looks[paragraph.style], len(rows) == 1
        fitted = fit(paragraph, self._looks, width)
        return self._looks[fitted.style], Break() not in fitted.inlines


def _read_rows(inlines: tuple[Inline, ...]) -> list[str] | None:
    """Give the rows of words without a style and the breaks between them; `None` where there is anything else.

    A row with two blanks together, a blank at an end, or what cannot be printed goes the long way as well.
    """
    rows: list[str] = []
    for place, inline in enumerate(inlines):
        if place % 2:
            if inline.__class__ is not Break:
                return None
        elif inline.__class__ is not Text or inline.style is not None:
            return None
        else:
            rows.append(inline.text)
    for row in rows:
        if not row.isprintable() or "  " in row or row != row.strip() or not row:
            return None
    return rows if len(inlines) % 2 else None


def _share(row: int, share: Fraction) -> int:
    return row * share.numerator // share.denominator
