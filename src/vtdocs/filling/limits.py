"""How much a stranger's template may do: counted in steps and characters, never in seconds: the same anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jinja2.runtime import Undefined

from .faults import FillError

__all__ = ["LARGEST_TEXT", "LONGEST_RANGE", "MOST_BITS", "MOST_COLUMNS", "Budget", "check_number", "weigh"]

# A unit of work is about one node of a template evaluated once: 50 to 500 ns, so all of it is some seconds.
MOST_WORK = 10_000_000
MOST_CHARACTERS = 60_000_000  # in memory some six times as many bytes
DEEPEST = 40
LARGEST_TEXT = 2_000_000
LONGEST_RANGE = 100_000
MOST_COLUMNS = 63  # of one table in Word
MOST_BITS = 4_096  # of a whole number: some 1,200 digits
_MOST_ZEROS = 1_000
_LISTS = (list, tuple, set, frozenset)
LARGEST_VALUE = 1_000_000  # items of a list that a template builds, with all that it holds, however often


class Budget:
    """What is left of the work and of the characters of one rendering."""

    __slots__ = ("characters", "depth", "work")

    def __init__(self) -> None:
        self.work = MOST_WORK
        self.characters = MOST_CHARACTERS
        self.depth = 0

    def spend(self, work: int, characters: int = 0) -> None:
        """Take away what is about to be done. Raises FillError where nothing is left."""
        self.work -= work
        self.characters -= characters
        if self.work < 0:
            raise FillError(
                "VT-464", "mẫu bắt làm quá nhiều việc", "bớt vòng lặp lồng nhau trong mẫu, hoặc bớt dữ liệu"
            )
        if self.characters < 0:
            hint = "tách dữ liệu ra nhiều tài liệu"
            raise FillError("VT-464", f"tài liệu dài quá {MOST_CHARACTERS // 1_000_000} triệu ký tự", hint)

    def enter(self) -> None:
        """Go one call deeper; `depth` goes back by one when it is done."""
        self.depth += 1
        if self.depth > DEEPEST:
            hint = "bỏ macro gọi chính nó, hoặc vòng lặp recursive quá sâu"
            raise FillError("VT-464", f"macro hoặc vòng lặp gọi nhau sâu quá {DEEPEST} tầng", hint)

    def weigh(self, value: object) -> int:
        """Take away the work of walking through all of a value, and give its size."""
        size = weigh(value, min(self.work, LARGEST_VALUE) + 1)
        self.spend(size)
        if size > LARGEST_VALUE:
            raise FillError("VT-464", f"mẫu tạo danh sách quá {LARGEST_VALUE} mục", "không lồng danh sách vào chính nó")
        return size

    def check_text(self, length: int) -> None:
        """Take away the work of making a text. Raises FillError for one that is too long."""
        if length > LARGEST_TEXT:
            hint = "bớt số lần lặp chuỗi, độ rộng khi căn hoặc số chữ khi nối"
            raise FillError("VT-464", f"mẫu tạo chuỗi dài quá {LARGEST_TEXT} ký tự", hint)
        self.spend(1 + (max(0, length) >> 4))


def check_number(value: object) -> None:
    """Refuse a decimal number whose digits, written out, would fill a book."""
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) > _MOST_ZEROS:
        raise FillError("VT-464", f"số {value!s:.30} quá lớn hoặc quá nhỏ", "kiểm tra số này trong dữ liệu", value)


def weigh(value: object, limit: int) -> int:
    """Count what a value holds, each as often as it is reached; goes on to `limit` only."""
    size = 0
    waiting = [value]
    while waiting and size < limit:
        one = waiting.pop()
        size += 1
        kind = one.__class__
        if kind is str:
            size += len(one) >> 4  # type: ignore[arg-type]
        elif kind is int or kind is float or kind is bool or one is None:
            continue
        elif isinstance(one, Undefined):
            str(one)  # a list that a missing name is in is a use of it
        elif isinstance(one, Decimal):
            check_number(one)
        elif isinstance(one, _LISTS):
            if len(one) + size + len(waiting) > limit:
                return limit
            waiting.extend(one)
        elif isinstance(one, Mapping):
            if len(one) + size + len(waiting) > limit:
                return limit
            waiting.extend(one.keys())
            waiting.extend(one.values())
    return size
