"""A date of issue that may still be blank in part: most drafts lack the day, many the month."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import check_whole

__all__ = ["NgayThang"]


def _days(month: int, year: int | None) -> int:
    """The days of a month; a year that is not known may be a leap year."""
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@dataclass(frozen=True, slots=True)
class NgayThang:
    """Day, month and year; `None` is a blank that the clerk fills in by hand or in Word.

    Raises ValueError for what no day of the calendar has (the 31st of a February), TypeError for other than whole
    numbers.
    """

    ngay: int | None = None
    thang: int | None = None
    nam: int | None = None

    def __post_init__(self) -> None:
        for name, part, most in (("ngay", self.ngay, 31), ("thang", self.thang, 12), ("nam", self.nam, 9999)):
            check_whole(name, part, 1, most)
        if self.ngay is not None and self.thang is not None and self.ngay > _days(self.thang, self.nam):
            raise ValueError(f"ngay is {self.ngay}, which is not a day of the calendar in thang {self.thang}")

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left blank."""
        return None not in (self.ngay, self.thang, self.nam)
