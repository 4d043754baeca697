"""What a word that is not known was meant to be: the "did you mean" of every message."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from vtdocs.patterns import compile_late

__all__ = ["closest", "fold"]

_NOT_WORD = compile_late(r"[\W_]+")
_MARKS = compile_late("[\u0300-\u036f]")
# A hostile word may be long, and so may a list of names; the comparison is quadratic.
_LONGEST_WORD, _MOST_NAMES = 200, 1000


def fold(text: str) -> str:
    """Reduce to lower-case words without accents or punctuation, for comparing what was typed."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold())).replace("đ", "d")
    return _NOT_WORD.sub(" ", plain).strip()


def closest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was probably meant, or `None`. Accents, case, `-` and `_` do not count."""
    import difflib

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    typed = fold(word[:_LONGEST_WORD])
    if typed in folded:
        return folded[typed]
    found = difflib.get_close_matches(typed, list(folded)[:_MOST_NAMES], n=1, cutoff=0.6)
    return folded[found[0]] if found else None
