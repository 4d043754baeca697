"""A run of checks as SARIF 2.1.0, which code hosts and editors show.

A Word file has no lines: the line of a region is the number of the paragraph in its part, as in the places of all other
reports, and the logical location names the part. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from vtdocs import __version__
from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.registry import Rule, all_rules
from vtdocs.diagnostics import Diagnostic, Severity

from .run import Checked, CheckRun
from .words import place_words
from .written import dump

__all__ = ["write_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def write_sarif(run: CheckRun) -> str:
    """Write the SARIF log of a run."""
    rules = list(all_rules().values())
    indices = {rule.id: index for index, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "vtdocs",
                        "version": __version__,
                        "language": "vi",
                        "rules": list(map(_rule, rules)),
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": run.is_whole,
                        "toolExecutionNotifications": [told for checked in run.files for told in _notify(checked)],
                    }
                ],
                # Columns are counted as Python counts them.
                "columnKind": "unicodeCodePoints",
                "properties": {"profile": run.profile.name},
                "results": [result for checked in run.files for result in _results(checked, indices)],
            }
        ],
    }
    return dump(log)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. {rule.why}".rstrip()},
        "help": {"text": f"Đúng: {rule.example.clean}\nSai: {rule.example.broken}\nNguồn: {rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _results(checked: Checked, indices: dict[str, int]) -> Iterator[dict[str, Any]]:
    if checked.report is None:
        return
    for finding in (*checked.report.findings, *checked.report.accepted):
        said = [finding.message]
        if finding.hint:
            said.append(f"Sửa: {finding.hint}")
        result = {
            "ruleId": finding.code,
            "ruleIndex": indices[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": "\n".join(said)},
            "locations": [_location(checked.path, place) for place in _places(finding)],
        }
        if finding.accepted:
            result["suppressions"] = [{"kind": "external", "justification": finding.accepted}]
        yield result


def _places(finding: Finding) -> tuple[Place, ...]:
    return finding.places or (Place(),)


def _location(path: PurePath, place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if place.paragraph is None:
        return {"physicalLocation": physical}
    region: dict[str, Any] = {"startLine": place.paragraph}
    if place.start is not None and place.end is not None:
        region |= {"startColumn": place.start + 1, "endColumn": max(place.end, place.start) + 1}
    if place.words:
        region["snippet"] = {"text": place.words}
    physical["region"] = region
    logical = {"fullyQualifiedName": f"{place.part}/{place.paragraph}", "name": place_words(place), "kind": "element"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _uri(path: PurePath) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))


def _notify(checked: Checked) -> Iterator[dict[str, Any]]:
    for diagnostic in checked.diagnostics:
        yield _notification(checked, diagnostic)
    if checked.fault:
        message = f"vtdocs gặp lỗi bên trong ({checked.fault})"
        yield _notification(checked, Diagnostic("VT-656", Severity.ERROR, message))


def _notification(checked: Checked, diagnostic: Diagnostic) -> dict[str, Any]:
    place = f"{diagnostic.location}: " if diagnostic.location else ""
    hint = f"\nSửa: {diagnostic.hint}" if diagnostic.hint else ""
    return {
        "descriptor": {"id": diagnostic.code},
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{place}{diagnostic.message}{hint}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(checked.path)}}}],
    }
