"""Days as a workbook shows them, where its format is one of digits: dd/mm/yyyy, mm/yyyy, dd-mm."""

from __future__ import annotations

import datetime
import re

from vtdocs.patterns import compile_late

__all__ = ["show_date"]

_TOKEN = compile_late(
    r"(?P<part>d{1,2}(?!d)|m{1,2}(?!m)|y{4}(?!y)|y{1,2}(?!y))"
    r'|"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<plain>[-/., ]|[^\x00-\x7f])|\[\$-[0-9A-Fa-f]*\]',
    re.IGNORECASE,
)
# With the width of a sign and with sections for what is no day: "dd/mm/yyyy;@".
_LONGEST = 60


def show_date(code: str, day: datetime.date) -> str | None:
    """Write a day by a format code of Excel; `None` where the code is not understood.

    It is not where months have names, nor where the parts stand in another order than day, month, year.
    """
    section = code.split(";", 1)[0]
    if len(section) > _LONGEST:
        return None
    shown, place, parts = "", 0, ""
    while place < len(section):
        match = _TOKEN.match(section, place)
        if match is None:
            return None
        place = match.end()
        part = (match["part"] or "").casefold()
        parts += part[:1]
        if part.startswith("y"):
            shown += f"{day.year:04}" if len(part) > 2 else f"{day.year % 100:02}"
        elif part:
            shown += f"{day.day if part[0] == 'd' else day.month:0{len(part)}}"
        else:
            shown += match["quoted"] or match["escaped"] or match["plain"] or ""
    return shown.strip() if parts in ("dmy", "dm", "my", "y") else None
