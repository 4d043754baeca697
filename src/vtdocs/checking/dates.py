"""Days as running text writes them: "ngày 05 tháng 01 năm 2026", "05/01/2026"."""

from __future__ import annotations

from datetime import date
from re import Match, Pattern

from vtdocs.patterns import compile_late

__all__ = ["DAY", "WRITTEN_DAY", "day_of"]

# The three figures, in words or with strokes; a number of a paper ("12/1/2026/…") is none.
WRITTEN_DAY = (
    r"(?P<d>\d{1,2})(?: ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4})(?![\d/])"
    r"| tháng (?P<tm>\d{1,2}),? năm (?P<ty>\d{4})(?!\d))"
)
DAY: Pattern[str] = compile_late(rf"[Nn]gày {WRITTEN_DAY}")


def day_of(match: Match[str]) -> date | None:
    """Give the day that a match of `WRITTEN_DAY` writes; None for one that no calendar has."""
    month, year = match["m"] or match["tm"], match["y"] or match["ty"]
    try:
        return date(int(year), int(month), int(match["d"]))
    except ValueError:
        return None
