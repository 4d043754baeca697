"""What is asked: the law (`nd30`), or a house rule that is named in a file and appears in the report."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from vtdocs.diagnostics import Location, Severity

__all__ = ["ND30", "Acceptance", "Profile"]


class Acceptance(Struct, frozen=True):
    """A finding that somebody accepts: the rule's id, words that the place holds ("" for any), and the reason.

    `location` is where this is written, if it was read from a file.
    """

    rule: str
    words: str
    reason: str
    location: Location | None = None


class Profile(Struct, frozen=True):
    """A named choice: severities that differ from the rules' own (None: not asked). The law is no part of a choice:
    a house rule may be stricter, or silence advice, but makes no error of the decree disappear without saying so.
    """

    name: str = "nd30"
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    source: str = ""


ND30 = Profile()
