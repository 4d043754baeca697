"""What may be printed as characters, and how a value is called in a message."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jinja2.runtime import Undefined
from jinja2.utils import Namespace

from .faults import FillError
from .limits import Budget, check_number
from .place import Writes
from .values import adopt

__all__ = ["NUMBERS", "is_writing", "say", "to_text"]

NUMBERS = (int, float, Decimal)
_LISTS = (list, tuple, set, frozenset)
_SHOWN = 30
# What only a template itself makes, or a program gives by mistake.
_KINDS = {
    "Method": "phương thức",
    "method": "phương thức",
    "function": "hàm",
    "builtin_function_or_method": "hàm",
    "Macro": "macro",
    "LoopContext": "loop",
    "Namespace": "namespace",
    "generator": "dãy chưa thành danh sách",
    "dict_items": "các cặp của một nhóm khóa",
    "dict_keys": "các khóa của một nhóm",
    "dict_values": "các giá trị của một nhóm khóa",
}


def is_writing(value: Any) -> bool:
    """Whether a value writes XML of its own: a picture, a text with a look, a document."""
    return (
        not isinstance(value, str | int | float | list | dict | None)
        and hasattr(type(value), "xml")
        and isinstance(value, Writes)
    )


def to_text(value: Any, budget: Budget) -> str:
    """Give a value's characters; nothing for `None`. Raises FillError for one that has none, however deep it lies."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    value = adopt(value)
    if isinstance(value, str | Undefined):
        return str(value)
    if isinstance(value, NUMBERS):
        check_number(value)
    else:
        budget.weigh(value)
    _hold_back(value)
    try:
        return str(value)
    except (ValueError, RecursionError):
        raise FillError("VT-465", "giá trị quá lớn, không in được thành chữ", "kiểm tra dữ liệu ở đây") from None


def _hold_back(value: Any) -> None:
    """Refuse what Python would print as its own notation; the walk has been counted."""
    waiting = [value]
    while waiting:
        one = adopt(waiting.pop())
        if isinstance(one, str | int | float | Decimal | None):
            continue
        if is_writing(one) or isinstance(one, bytes | bytearray | memoryview):
            message = "ảnh, chữ có định dạng hoặc tài liệu con không đổi thành chữ được"
            hint = "in riêng bằng {{ ten }}, không qua bộ lọc, danh sách, phép nối ~ hay format"
            raise FillError("VT-465", message, hint, value)
        if isinstance(one, _LISTS):
            waiting.extend(one)
        elif isinstance(one, Mapping):
            waiting.extend(one.keys())
            waiting.extend(one.values())
        elif not _has_words(one):
            hint = "in từng trường của nó: {{ x.ten }}; thêm () nếu là phương thức; dãy thì thêm |list hoặc |join(', ')"
            raise FillError("VT-465", f"không in được {say(one)} thành chữ", hint, value)


def _has_words(value: Any) -> bool:
    """Whether a class says itself how its objects read."""
    if isinstance(value, range | Undefined):
        return True
    if callable(value) or hasattr(value, "__next__") or isinstance(value, Namespace):
        return False
    return getattr(type(value), "__str__", object.__str__) is not object.__str__


def say(value: object) -> str:
    """Name a value as a message does: `chữ “abc”`, `số 5`, `danh sách 3 mục`."""
    if value is None:
        return "giá trị trống"
    if isinstance(value, bool):
        return "giá trị đúng/sai"
    if isinstance(value, str):
        return f"chữ “{value if len(value) <= _SHOWN else value[:_SHOWN] + '…'}”"
    if isinstance(value, int):
        return f"số {value}" if value.bit_length() < 128 else "số rất lớn"
    if isinstance(value, NUMBERS):
        return f"số {value}"
    if isinstance(value, Mapping):
        keys = [str(key) for _, key in zip(range(4), value, strict=False)]
        return f"nhóm khóa ({', '.join(keys[:3])}{', …' if len(keys) > 3 else ''})"
    if isinstance(value, list | tuple | set | frozenset | range):
        return f"danh sách {len(value)} mục"
    if isinstance(value, datetime.date | datetime.time):
        return f"ngày giờ {value}"
    kind = type(value).__name__
    return _KINDS.get(kind, f"giá trị kiểu {kind}")
