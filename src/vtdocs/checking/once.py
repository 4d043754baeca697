"""What several rules ask about a paper, found when the first of them asks and kept with the paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from .paper import Paper

__all__ = ["once"]

T = TypeVar("T")


def once(find: Callable[[Paper], T]) -> Callable[[Paper], T]:
    """Let a function of a paper run once for each."""
    key = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(paper: Paper) -> T:
        found: dict[str, T] = paper.__dict__
        if key not in found:
            found[key] = find(paper)
        return found[key]

    return kept
