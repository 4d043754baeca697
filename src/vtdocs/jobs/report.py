"""What a job made, told to whoever asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic

if TYPE_CHECKING:
    from .profile import Profile

__all__ = ["BuildReport", "Made"]


class Made(Struct, frozen=True):
    """A file that was made: from what, where, how many bytes."""

    source: Path
    target: Path
    size: int


class BuildReport(Struct, frozen=True):
    """What a build made, and the warnings it has to tell. With `dry_run` nothing was written.

    `profile` is what its stages took, where that was asked for.
    """

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    dry_run: bool = False
    profile: Profile | None = None
