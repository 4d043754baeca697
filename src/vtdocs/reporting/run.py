"""What came of checking files: of each its report, or why there is none."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from vtdocs.checking.finding import Finding
from vtdocs.checking.groups import is_of_form
from vtdocs.checking.profile import ND30, Profile
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Diagnostic, Severity

__all__ = ["CheckRun", "Checked"]


class Checked(Struct, frozen=True):
    """What came of one file.

    `report` is None where it was not judged: then `diagnostics` tell why, or `fault` names a fault of ours. Beside a
    report `diagnostics` are warnings about what stands beside the file.
    """

    path: Path
    report: Report | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    fault: str = ""

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return 0 if self.report is None else self.report.count(severity)

    @property
    def faults_of_form(self) -> tuple[Finding, ...]:
        """The errors in how the paper is laid out, and not in what its author wrote."""
        findings = () if self.report is None else self.report.findings
        return tuple(finding for finding in findings if finding.severity is Severity.ERROR and is_of_form(finding.code))


class CheckRun(Struct, frozen=True):
    """What came of all files, in the order in which they were named."""

    files: tuple[Checked, ...]
    profile: Profile = ND30

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(checked.count(severity) for checked in self.files)

    def has_errors(self, *, strict: bool = False) -> bool:
        """Whether something was found that is an error, or with `strict` a warning."""
        return bool(self.count(Severity.ERROR) or (strict and self.count(Severity.WARNING)))

    @property
    def is_whole(self) -> bool:
        """Whether every file was judged."""
        return all(checked.report is not None for checked in self.files)

    @property
    def failed(self) -> bool:
        """Whether a fault of ours left a file without a report."""
        return any(checked.fault for checked in self.files)
