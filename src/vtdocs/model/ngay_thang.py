"""A date of issue that may still be blank in part: most drafts lack the day, many the month."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NgayThang"]


@dataclass(frozen=True, slots=True)
class NgayThang:
    """Day, month and year; `None` is a blank that the clerk fills in by hand or in Word.

    Raises ValueError for a part that no date has; whether the day exists in its month is for whoever reads it.
    """

    ngay: int | None = None
    thang: int | None = None
    nam: int | None = None

    def __post_init__(self) -> None:
        for name, part, most in (("ngay", self.ngay, 31), ("thang", self.thang, 12), ("nam", self.nam, 9999)):
            if part is not None and not 1 <= part <= most:
                raise ValueError(f"{name} is {part}, and goes from 1 to {most}")

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left blank."""
        return None not in (self.ngay, self.thang, self.nam)
