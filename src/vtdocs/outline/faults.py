"""A doubt about an outline: a mark out of order, a line that looks marked, a footnote that never closes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = ["NUMBERING", "Doubt", "OutlineFault"]


class Doubt(StrEnum):
    """A kind of doubt. A code keeps its meaning for ever."""

    GAP = "VT-101"
    REPEATED = "VT-102"
    LETTER = "VT-103"
    FOREIGN = "VT-104"
    LOOKALIKE = "VT-105"
    BRACES = "VT-106"
    CALL = "VT-107"


# What `check_numbering` finds: it depends on the neighbours of a line, not on the line alone.
NUMBERING = frozenset({Doubt.GAP, Doubt.REPEATED, Doubt.LETTER, Doubt.FOREIGN})


class OutlineFault(Struct, frozen=True):
    """A doubt; `line` and `column` count from 0 within the text. An error would lose what its author means to print."""

    line: int
    column: int
    code: Doubt
    message: str
    hint: str | None = None
    is_error: bool = False
