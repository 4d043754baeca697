"""A cell's value as the text that is printed, or the fault that it cannot be."""

from __future__ import annotations

import datetime
import unicodedata
from enum import Enum

from vtdocs.diagnostics import Location
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.source import FORBIDDEN, INVISIBLE, describe_character

from .date_formats import show_date
from .formats import shows_otherwise
from .grid import Cell
from .number_formats import show_general, show_number

__all__ = ["FIRST_SERIAL", "LARGEST_WHOLE", "LAST_SERIAL", "Kind", "cell_text", "clean_text", "is_serial"]

# Excel's count of days from 30/12/1899: these are the days from 1954 to 2119, and no year, quarter or week.
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
_DAY_ZERO = datetime.date(1899, 12, 30)
# Beyond it a float no longer tells one whole number from the next.
LARGEST_WHOLE = 1e15


class Kind(Enum):
    """What a column's numbers are: amid words, dates and periods, places in a list, figures, sums of money."""

    WORDS = 0
    TIME = 1
    NUMBERING = 2
    FIGURES = 3
    MONEY = 4


def cell_text(
    value: Cell, heading: str, at: Location, faults: Faults, *, kind: Kind, shown: str | None = None
) -> str | None:
    """Write a cell as text; `None` where a fault was told. `shown` is the number format that Excel shows it by."""
    is_time = kind is Kind.TIME
    if isinstance(value, str):
        text = clean_text(value, heading, at, faults)
        if is_time and text and text.isascii() and text.isdigit() and is_serial(int(text[:9])):
            _tell_serial(int(text), heading, at, faults)
            return None
        return text
    if isinstance(value, bool):
        word = "TRUE" if value else "FALSE"
        message = f"cột “{heading}”: ô chứa giá trị đúng/sai ({word}), không phải chữ"
        faults.error(Code.CELL_TYPE, message, at, "ghi lại ô bằng chữ, ví dụ “Có”")
        return None
    if isinstance(value, int | float):
        return _number(value, heading, at, faults, kind=kind, shown=shown)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        shown_day = show_date(shown, value) if shown else None
        return shown_day or _date(value, heading, at, faults)
    message = f"cột “{heading}”: ô chứa giờ hoặc ngày kèm giờ ({value}), không rõ phải in thế nào"
    faults.error(
        Code.CELL_TYPE, message, at, "định dạng ô là Text rồi ghi bằng chữ, ví dụ “7 giờ 30 phút ngày 05/6/2026”"
    )
    return None


def clean_text(value: str, heading: str, at: Location, faults: Faults) -> str | None:
    """Strip a text and bring it into NFC; lines stay lines; control characters are a fault."""
    text = value.strip()
    # True for all but a few letters, and quick: line ends and whatever is forbidden are not printable.
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if match := FORBIDDEN.search(text):
            message = f"cột “{heading}”: ô có ký tự điều khiển không nhìn thấy ({describe_character(match[0])})"
            faults.error(Code.CONTROL_CHARACTER, message, at, "xóa ký tự này; xuống dòng trong ô bằng Alt+Enter")
            return None
        if (match := INVISIBLE.search(text)) and not at.line:  # a CSV file was looked through as a whole
            message = f"cột “{heading}”: ô có ký tự không nhìn thấy ({describe_character(match[0])})"
            faults.warn(Code.INVISIBLE, message, at, "xóa rồi gõ lại bằng tay từ hoặc cụm từ có ký tự này")
        text = "\n".join(line for part in text.split("\n") if (line := part.strip()))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_serial(value: float) -> bool:
    """Whether a number in a column of dates is Excel's count of days."""
    return FIRST_SERIAL <= value <= LAST_SERIAL


def _tell_serial(value: float, heading: str, at: Location, faults: Faults) -> None:
    from vtdocs.standards.nd30_text import format_ngay_ngan

    day = format_ngay_ngan(_DAY_ZERO + datetime.timedelta(days=int(value)))
    faults.error(
        Code.SERIAL_DATE,
        f"cột “{heading}”: ô chứa số {int(value)}, là số thứ tự ngày của Excel (ngày {day})",
        at,
        f"định dạng ô là Date, hoặc định dạng Text rồi gõ lại, ví dụ {day}",
    )


def _number(value: float, heading: str, at: Location, faults: Faults, *, kind: Kind, shown: str | None) -> str | None:
    if kind is Kind.TIME and is_serial(value):
        _tell_serial(value, heading, at, faults)
        return None
    if kind in (Kind.FIGURES, Kind.MONEY, Kind.NUMBERING) and abs(value) < LARGEST_WHOLE:
        text = _figure(value, shown, grouped=kind is Kind.MONEY)
        if text is not None:
            # "1.10" in a list is the tenth part of 1, and its dot no mark of decimals.
            return text.replace(",", ".") if kind is Kind.NUMBERING else text
    if abs(value) < LARGEST_WHOLE and value == int(value):
        if shown and shows_otherwise(shown, int(value)):
            message = f"cột “{heading}”: ô là số, sẽ in là “{int(value)}”; Excel hiện khác, theo định dạng {shown[:40]}"
            faults.warn(Code.CELL_DOUBT, message, at, "định dạng ô là Text rồi gõ đúng như muốn in")
        return str(int(value))
    if not abs(value) < LARGEST_WHOLE:
        message = f"cột “{heading}”: số quá lớn hoặc không hợp lệ ({value})"
        faults.error(Code.CELL_TYPE, message, at, "định dạng ô là Text rồi gõ lại")
        return None
    text = format(value, ".15g").replace(".", ",")
    message = f"cột “{heading}”: ô là số, sẽ in là “{text}”; Excel có thể đang hiện khác (phần trăm, làm tròn)"
    faults.warn(Code.CELL_DOUBT, message, at, "định dạng ô là Text rồi gõ đúng như muốn in")
    return text


def _figure(value: float, shown: str | None, *, grouped: bool) -> str | None:
    return show_number(shown, value, grouped=grouped) if shown else show_general(value, grouped=grouped)


def _date(value: datetime.date, heading: str, at: Location, faults: Faults) -> str:
    from vtdocs.standards.nd30_text import format_ngay_ngan

    text = format_ngay_ngan(value)
    if value.day == 1:
        # "6/2026" typed into a cell becomes the first of the month, and shows as "Jun-26".
        message = (
            f"cột “{heading}”: ô là ngày {text}; nếu đã gõ “{value.month}/{value.year}” thì Excel đã đổi thành ngày"
        )
        faults.warn(
            Code.CELL_DOUBT, message, at, f"muốn in tháng thì định dạng Text rồi gõ “Tháng {value.month}/{value.year}”"
        )
    return text
