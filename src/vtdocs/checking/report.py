"""The result of a check: a sequence of findings, and beside it what was found, and what was not sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from msgspec import Struct

from vtdocs.diagnostics import Severity

from .finding import Finding
from .paper import Regime
from .profile import Acceptance

__all__ = ["Found", "Report"]


class Found(Struct, frozen=True):
    """A component that was found: its key, what people call it, its words."""

    key: str
    name: str
    words: str


class Report(Struct, frozen=True):
    """What the check of one file found, findings in reading order; it is a sequence of them.

    `accepted` are findings that somebody accepted with a reason, `unused` the acceptances that nothing was found for.
    `office` is the name of the office whose file was asked, "" without one; `kind` the name of the kind of paper
    ("Kế hoạch"), "" where it was not recognised. With `only_form` no rule was asked that looks at the author's words.
    """

    name: str
    findings: tuple[Finding, ...]
    regime: Regime
    components: tuple[Found, ...] = ()
    unsure: tuple[str, ...] = ()
    profile: str = "nd30"
    accepted: tuple[Finding, ...] = ()
    unused: tuple[Acceptance, ...] = ()
    office: str = ""
    kind: str = ""
    only_form: bool = False

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.count(Severity.ERROR)


# Registered, not inherited: a Struct has a metaclass of its own.
Sequence.register(Report)
