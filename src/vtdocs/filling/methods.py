"""What a template may call and read of plain values: methods of text, lists and mappings, fields of data classes."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Mapping
from functools import partial
from html import unescape
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedFormatter
from markupsafe import Markup

from vtdocs.patterns import compile_late

from .faults import FillError
from .limits import LARGEST_TEXT, Budget
from .printing import NUMBERS, say, to_text

__all__ = ["Method", "field_names", "find_method", "format_text", "percent_text", "read_field", "unmark"]

_TEXT = frozenset((
    "capitalize", "casefold", "center", "count", "endswith", "find", "format", "index", "isalnum", "isalpha",
    "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "join", "ljust", "lower",
    "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition",
    "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper", "zfill",
))  # fmt: skip
_MAPPING = frozenset(("get", "items", "keys", "values"))
_LIST = frozenset(("count", "index"))
_DATE = frozenset((
    "date", "day", "hour", "isoformat", "isoweekday", "minute", "month", "second", "strftime", "time", "weekday",
    "year",
))  # fmt: skip
# What holds no data of the caller's, or is the machinery itself.
_NO_DATA = (type, ModuleType, FunctionType, MethodType, BuiltinFunctionType, Undefined, partial)
_CLOSED = frozenset(("jinja2", "docxtpl", "docx", "lxml"))
_WIDE = frozenset(("center", "ljust", "rjust", "zfill"))
_STRFTIME = compile_late(r"(?:[^%]|%-?[A-Za-z%])*")
# Three figures at most in a width or a precision; the values come from the arguments alone.
_PERCENT = compile_late(r"%(?:\((\w+)\))?[#0 +-]*(?:\d{1,3})?(?:\.\d{1,3})?[sdifeEgGxXoc%]")
_LONG_NUMBER = compile_late(r"\d{4}")


def unmark(text: str) -> str:
    """Give the characters of XML that a template has made, where it is no more than characters."""
    if not isinstance(text, Markup):
        return text
    if "<" in text:
        hint = "để phần có định dạng ngoài bộ lọc hoặc phương thức này"
        raise FillError("VT-465", "không sửa được chữ ở chỗ có định dạng của Word", hint)
    return unescape(str(text))


class Method:
    """A method that a template may call, and nothing else."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: Any, name: str) -> None:
        self.owner, self.name = owner, name

    def run(self, environment: Environment, budget: Budget, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """Call it; what it would give is counted first."""
        try:
            return self._run(environment, budget, args, keywords)
        except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
            said = ", ".join(map(say, args))
            hint = "kiểm tra các giá trị trong ngoặc của phương thức này"
            message = f"không gọi được {self.name}({said}) trên {say(self.owner)}"
            raise FillError("VT-463", message, hint, self.owner) from error

    def _run(self, environment: Environment, budget: Budget, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        owner, name = self.owner, self.name
        if isinstance(owner, str):
            return _run_text(unmark(owner), name, environment, budget, args, keywords)
        if isinstance(owner, datetime.date | datetime.time):
            if name == "strftime" and not (
                len(args) == 1 and isinstance(args[0], str) and _STRFTIME.fullmatch(args[0])
            ):
                raise FillError("VT-465", "strftime cần một mẫu ngày", 'ví dụ strftime("%d/%m/%Y")')
            return getattr(owner, name)(*args, **keywords)
        if name in ("items", "keys", "values"):
            budget.spend(1)
        else:
            budget.weigh(list(args))
            budget.weigh(owner) if name in _LIST else None
        return getattr(owner, name)(*args, **keywords)


def find_method(value: object, name: str) -> Method | None:
    """Give a method of a plain value; `None` where it has none that a template may call."""
    known: frozenset[str] = frozenset()
    if isinstance(value, str):
        known = _TEXT
    elif isinstance(value, Mapping):
        known = _MAPPING
    elif isinstance(value, list | tuple):
        known = _LIST
    elif isinstance(value, datetime.date | datetime.time):
        known = _DATE - frozenset(("year", "month", "day", "hour", "minute", "second"))
    return Method(value, name) if name in known and hasattr(value, name) else None


def field_names(value: object) -> frozenset[str]:
    """Give the names of the data that an object holds: declared fields, and what it has been given; no methods."""
    kind = type(value)
    if isinstance(value, datetime.date | datetime.time):
        return frozenset(name for name in ("year", "month", "day", "hour", "minute", "second") if hasattr(value, name))
    if isinstance(value, _NO_DATA):
        return frozenset()
    fields = (
        getattr(kind, "__struct_fields__", ())
        or getattr(kind, "__dataclass_fields__", ())
        or getattr(kind, "_fields", ())
    )
    closed = kind.__module__.partition(".")[0] in _CLOSED
    names = {*fields, *(() if closed else getattr(value, "__dict__", ()))}
    for one in () if closed else kind.__mro__:
        slots = one.__dict__.get("__slots__", ())
        names.update((slots,) if isinstance(slots, str) else slots)
    return frozenset(name for name in names if isinstance(name, str) and not name.startswith("_"))


def read_field(value: object, name: str, absent: object) -> object:
    """Give one of these; what a class computes (a property, `__getattr__`) is never asked."""
    if name not in field_names(value):
        return absent
    own = getattr(value, "__dict__", None)
    if isinstance(own, dict) and name in own:
        return own[name]
    if isinstance(inspect.getattr_static(value, name, None), property):
        return absent
    return getattr(value, name, absent)


def _run_text(
    text: str, name: str, environment: Environment, budget: Budget, args: tuple[Any, ...], keywords: dict[str, Any]
) -> Any:
    length = len(text)
    if name == "format":
        return format_text(environment, budget, text, args, keywords)
    if name in _WIDE and args:
        length = max(length, _whole(args[0]))
    elif name == "replace" and len(args) >= 2 and isinstance(args[0], str) and isinstance(args[1], str):
        length += max(0, text.count(args[0]) * (len(args[1]) - len(args[0])))
    elif name == "join" and len(args) == 1:
        pieces = ["" if piece is None else piece for piece in args[0]]
        args = (pieces,)
        length = sum(len(piece) for piece in pieces if isinstance(piece, str)) + length * max(0, len(pieces) - 1)
        budget.spend(len(pieces))
    budget.check_text(length)
    return getattr(text, name)(*args, **keywords)


def _whole(value: object) -> int:
    return min(abs(value), LARGEST_TEXT + 1) if isinstance(value, int) else 0


class _Bounded(SandboxedFormatter):
    """`str.format` that reads fields as a template does, and writes no more than the budget has."""

    def __init__(self, environment: Environment, budget: Budget) -> None:
        super().__init__(environment)
        self.budget, self.length = budget, 0

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion not in (None, "s"):
            raise FillError("VT-465", f"format không dùng được “!{conversion}”", "bỏ phần này")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        if _LONG_NUMBER.search(format_spec):
            raise FillError("VT-464", f"format có độ rộng quá lớn: “{format_spec[:20]}”", "độ rộng nhiều nhất 999")
        if isinstance(value, Undefined):
            return str(value)
        if callable(value):
            raise SecurityError("a function")
        self.budget.weigh(value)
        text = to_text(value, self.budget)
        value = value if isinstance(value, (*NUMBERS, datetime.date, datetime.time)) else text
        written = str(format(value, format_spec))
        self.length += len(written)
        self.budget.check_text(self.length)
        return written


def format_text(environment: Environment, budget: Budget, text: str, args: Any, keywords: Any) -> str:
    """Do `text.format(…)`."""
    budget.check_text(len(text))
    return _Bounded(environment, budget).vformat(text, args, keywords)


def _worded(value: Any, budget: Budget) -> Any:
    """Give a number as it is, and the text of all else."""
    return value if isinstance(value, (*NUMBERS, Undefined)) or callable(value) else to_text(value, budget)


def percent_text(budget: Budget, text: str, values: Any) -> str:
    """Do `text % values`."""
    if text.count("%") != sum(1 + (found[0][-1] == "%") for found in _PERCENT.finditer(text)):
        raise FillError("VT-465", f"mẫu số “{text[:40]}” không đọc được", 'ví dụ "%.2f" hoặc "%05d"')
    single = not isinstance(values, tuple | Mapping)
    longest = 0
    if single:
        values = _worded(values, budget)
    elif isinstance(values, Mapping):
        values = {key: _worded(value, budget) for key, value in values.items()}
    else:
        values = tuple(_worded(value, budget) for value in values)
    for value in (values,) if single else values.values() if isinstance(values, Mapping) else values:
        if callable(value):
            raise SecurityError("a function")
        size = budget.weigh(value)
        longest = max(longest, len(value) if isinstance(value, str) else 16 * size)
    budget.check_text(len(text) + text.count("%") * (1_000 + longest))
    written: str = text % values
    return written
