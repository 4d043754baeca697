"""Whoever is told of the steps of a job."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress"]

Progress = Callable[[str, int, int], None]
"""What is done now, how many steps are done, how many there are."""
