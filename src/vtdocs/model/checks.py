"""What a value of the model may be: checked where it is made, for a program is not checked by any loader.

A wrong type is a TypeError, a wrong value a ValueError. The messages name the field, and are for programmers.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = [
    "MOST_WHOLE",
    "check_all",
    "check_flags",
    "check_instance",
    "check_mapping",
    "check_optional",
    "check_text",
    "check_texts",
    "check_tuple",
    "check_whole",
    "show",
]

# More than any number of a document, and few enough digits to be written.
MOST_WHOLE = 999_999_999


def show(value: object) -> str:
    """Write a value, cut short, as messages show it."""
    try:
        return reprlib.repr(value)
    except ValueError:  # a whole number of more digits than Python writes
        return f"a very long {type(value).__name__}"


def check_instance(name: str, value: object, kind: type | tuple[type, ...], *, optional: bool = False) -> None:
    """Check that a value is of a kind, or `None` where it is optional."""
    if isinstance(value, kind) or (optional and value is None):
        return
    kinds = kind if isinstance(kind, tuple) else (kind,)
    wanted = " or ".join((*(one.__name__ for one in kinds), *(("None",) if optional else ())))
    raise TypeError(f"{name} is of type {wanted}, not {show(value)}")


def check_flags(holder: object, *names: str) -> None:
    """Check that fields are true or false."""
    for name in names:
        check_instance(name, getattr(holder, name), bool)


def check_text(name: str, value: object, *, optional: bool = False, blank: bool = False) -> None:
    """Check a text: it says something, unless it may be `blank`; with `optional` it may be `None`."""
    check_instance(name, value, str, optional=optional)
    if not blank and isinstance(value, str) and not value.strip():
        raise ValueError(f"{name} is empty")


def check_optional(holder: object, *names: str) -> None:
    """Check that fields are texts or `None`."""
    for name in names:
        check_text(name, getattr(holder, name), optional=True, blank=True)


def check_whole(name: str, value: object, least: int, most: int = MOST_WHOLE, *, optional: bool = True) -> None:
    """Check a whole number from `least` to `most`; `None` is a blank, unless it is not `optional`."""
    if value is None and optional:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a whole number, not {show(value)}")
    if not least <= value <= most:
        raise ValueError(f"{name} is {show(value)}, and goes from {least} to {most}")


def check_tuple(name: str, value: object) -> None:
    """Check that a value is a tuple: one text alone would be taken letter by letter, and a list may change."""
    if not isinstance(value, tuple):
        raise TypeError(f"{name} is a tuple, not {show(value)}")


def check_all(name: str, values: Any, kind: type | tuple[type, ...]) -> None:
    """Check that a value is a tuple, and all that is in it of a kind. Many thousand items cost little."""
    check_tuple(name, values)
    if not _are_all(values, kind):
        place = next(place for place, value in enumerate(values) if not isinstance(value, kind))
        check_instance(f"{name}[{place}]", values[place], kind)


def check_texts(name: str, values: Any) -> None:
    """Check that a value is a tuple of texts, none of them empty."""
    check_all(name, values, str)
    for place, value in enumerate(values):
        check_text(f"{name}[{place}]", value)


def check_mapping(name: str, value: Any, key: type, kind: type) -> None:
    """Check that a value maps keys of a kind to values of another."""
    check_instance(name, value, Mapping)
    for one, held in value.items():
        check_instance(f"a key of {name}", one, key)
        check_instance(f"{name}[{show(one)}]", held, kind)


def _are_all(values: Iterable[Any], kind: type | tuple[type, ...]) -> bool:
    return all(issubclass(one, kind) for one in set(map(type, values)))
