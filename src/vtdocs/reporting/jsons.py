"""A run of checks as JSON, for programs; `shape` declares what is written."""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs import __version__
from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Diagnostic, Severity

from .run import Checked, CheckRun
from .shape import (
    VERSION,
    CheckJson,
    ComponentJson,
    FaultJson,
    FileJson,
    FindingJson,
    PlaceJson,
    SeverityName,
    SummaryJson,
)
from .written import dump

__all__ = ["write_json"]

_SEVERITIES: dict[Severity, SeverityName] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "hint",
}


def write_json(run: CheckRun) -> str:
    """Write the JSON of a run."""
    summary = SummaryJson(
        files=len(run.files),
        unchecked=sum(checked.report is None for checked in run.files),
        errors=run.count(Severity.ERROR),
        warnings=run.count(Severity.WARNING),
        hints=run.count(Severity.HINT),
        accepted=sum(len(checked.report.accepted) for checked in run.files if checked.report is not None),
    )
    whole = CheckJson(VERSION, __version__, run.profile.name, summary, tuple(map(_file, run.files)))
    return dump(whole)


def _file(checked: Checked) -> FileJson:
    faults = tuple(map(_fault, checked.diagnostics))
    if checked.fault:
        faults = (*faults, FaultJson("VT-656", "error", f"vtdocs gặp lỗi bên trong ({checked.fault})"))
    report = checked.report
    path = checked.path.as_posix()
    if report is None:
        return FileJson(path, checked=False, faults=faults)
    return FileJson(
        path=path,
        checked=True,
        regime=report.regime.name.lower(),
        kind=report.kind,
        findings=_findings(report),
        accepted=_findings(report.accepted),
        components=tuple(ComponentJson(found.key, found.words) for found in report.components),
        unsure=report.unsure,
        office=report.office,
        faults=faults,
    )


def _findings(findings: Iterable[Finding] | Report) -> tuple[FindingJson, ...]:
    return tuple(
        FindingJson(
            rule=finding.code,
            severity=_SEVERITIES[finding.severity],
            title=finding.rule,
            message=finding.message,
            places=tuple(map(_place, finding.places)),
            hint=finding.hint or "",
            source=finding.source or "",
            found=finding.found,
            expected=finding.expected,
            accepted=finding.accepted,
        )
        for finding in findings
    )


def _place(place: Place) -> PlaceJson:
    return PlaceJson(place.part, place.paragraph, place.words, place.page, place.start, place.end)


def _fault(diagnostic: Diagnostic) -> FaultJson:
    location = str(diagnostic.location) if diagnostic.location else ""
    severity = _SEVERITIES[diagnostic.severity]
    return FaultJson(diagnostic.code, severity, diagnostic.message, location, diagnostic.hint or "")
