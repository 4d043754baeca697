"""What a job made, told to whoever asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic

if TYPE_CHECKING:
    from vtdocs.reporting.run import Checked

    from .profile import Profile

__all__ = ["BuildReport", "Made"]


class Made(Struct, frozen=True):
    """A file that was made: from what, where, how many bytes."""

    source: Path
    target: Path
    size: int


class BuildReport(Struct, frozen=True):
    """What a build made, and the warnings it has to tell. With `dry_run` nothing was written.

    `profile` is what its stages took, where that was asked for; `checks` what the check of each Word file found, and
    `office` the office file that the documents share, by which they were checked.
    """

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    dry_run: bool = False
    profile: Profile | None = None
    checks: tuple[Checked, ...] = ()
    office: Path | None = None
