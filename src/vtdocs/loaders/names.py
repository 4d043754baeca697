"""What may be a key, and what may be a name that an author gives to a table or a picture."""

from __future__ import annotations

from vtdocs.patterns import compile_late

__all__ = ["LONGEST_NAME", "describe_name_fault", "is_key", "is_name"]

LONGEST_NAME = 60

_NAME = compile_late(r"[\w-]+")


def is_key(text: str) -> bool:
    """Whether a text looks like a key, and not like words with a colon behind them."""
    return text.isascii() and text.replace("-", "_").isidentifier()


def is_name(text: str) -> bool:
    """Whether a text may name a table or a picture: letters, digits, `-` and `_`."""
    return len(text) <= LONGEST_NAME and _NAME.fullmatch(text) is not None


def describe_name_fault(text: str) -> str:
    """Say why a text that is no name is none."""
    if len(text) > LONGEST_NAME:
        return f"“{text[:LONGEST_NAME]}” dài {len(text)} ký tự, nhiều nhất {LONGEST_NAME}"
    return f"“{text}” có ký tự không dùng được"
