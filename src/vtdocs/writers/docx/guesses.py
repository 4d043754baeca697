"""What a name that does not exist was meant to be."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

__all__ = ["guess"]

_ALIKE = 0.75


def guess(typed: str, names: Iterable[str]) -> str | None:
    """Give the name that a word was meant to be: without its accents, or with a slip of the hand; `None` for none."""
    plain = unicodedata.normalize("NFD", typed.casefold().replace("đ", "d"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = "_".join(plain.replace("-", " ").replace("_", " ").split())
    known = {name.replace("_", ""): name for name in names}
    found = difflib.get_close_matches(plain.replace("_", ""), known, n=1, cutoff=_ALIKE)
    return known[found[0]] if found else None
