"""A doubt about an outline: a mark out of order, a line that looks marked, a footnote that never closes."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["OutlineFault"]


@dataclass(frozen=True, slots=True)
class OutlineFault:
    """A doubt; `line` and `column` count from 0 within the text."""

    line: int
    column: int
    code: str
    message: str
    hint: str | None = None
