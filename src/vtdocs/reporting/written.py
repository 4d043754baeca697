"""JSON as it is written for programs: readable letters as they are, all that a screen might obey as an escape."""

from __future__ import annotations

import json

import msgspec

__all__ = ["dump"]


def dump(value: object) -> str:
    """Write a value as indented JSON; what is not printable stands as `\\uXXXX`.

    A byte of a file name that is no letter stands as U+FFFD: half a letter is no JSON to strict readers.
    """
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2)
    lines = (line if line.isprintable() else "".join(map(_escape, line)) for line in text.split("\n"))
    return "\n".join(lines) + "\n"


def _escape(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    # Only in strings of JSON does anything stand that is not printable.
    return char if char.isprintable() else json.dumps(char)[1:-1]
