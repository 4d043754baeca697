"""A date of issue that may still be blank in part: most drafts lack the day, many the month."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NgayThang"]


@dataclass(frozen=True, slots=True)
class NgayThang:
    """Day, month and year; `None` is a blank that the clerk fills in by hand or in Word."""

    ngay: int | None = None
    thang: int | None = None
    nam: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left blank."""
        return None not in (self.ngay, self.thang, self.nam)
