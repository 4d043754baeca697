"""The line of địa danh and date taken apart as it is typed; blanks to be filled in are no fault."""

from __future__ import annotations

import re

from msgspec import Struct

from vtdocs.patterns import compile_late

from .once import once
from .paper import Paper, Part
from .words import shown_text

__all__ = ["SAMPLE", "DateLine", "read_date_line"]

SAMPLE = "Hà Nội, ngày 05 tháng 01 năm 2026"

# "…" is matched as "_": a class of letters with it among others takes three times as long to compile.
_BLANK = r"[\s._xX?]{0,40}"
_LINE = compile_late(
    r"(?P<place>[^\d,]{0,80}?|[^,]{0,80}?)\s{0,9}(?P<comma>[,.;:]?)\s{0,9}"
    rf"(?P<words>ngày{_BLANK}(?P<day>\d{{0,2}}){_BLANK}tháng{_BLANK}(?P<month>\d{{0,2}}){_BLANK}"
    rf"năm{_BLANK}(?P<year>\d{{0,4}})(?P<open>{_BLANK})"
    r"|(?:ngày\s{0,9})?(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{2,4})\.?)",
    re.IGNORECASE,
)


_LONGEST = 300


class DateLine(Struct, frozen=True):
    """`comma` is the mark behind the place; day, month and year are figures as typed, "" where blank.

    `is_short` says that the date is written with strokes; `words` are all of it behind the place.
    """

    text: str
    place: str
    comma: str
    words: str
    day: str
    month: str
    year: str
    is_short: bool


@once
def read_date_line(paper: Paper) -> tuple[Part, DateLine] | None:
    """Take the line of place and date apart; None where a paper has none, or none that can be read."""
    part = paper.part("dia_danh_thoi_gian")
    if part is None:
        return None
    text = " ".join(" ".join(shown_text(line) for line in part.lines if line.text).split())
    found = _LINE.fullmatch(text.replace("…", "_")) if len(text) <= _LONGEST else None
    if found is None:
        return None
    short = found["d"] is not None
    day, month, year = found.group(*(("d", "m", "y") if short else ("day", "month", "year")))
    if not short and found["open"].strip():
        # "năm 20…" waits for its last figures.
        year = ""
    place, words = (text[slice(*found.span(name))] for name in ("place", "words"))
    return part, DateLine(text, place.strip(), found["comma"], words, day, month, year, short)
