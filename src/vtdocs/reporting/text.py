"""A report as text for a screen: what was judged, then the findings by severity and group, each with its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vtdocs.checking.finding import Finding
from vtdocs.checking.registry import Rule
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Severity

from .words import arrange, count_words, head_lines, place_words

__all__ = ["Line", "write_report", "write_rule"]

# On a screen the first ones show what is meant; the page and JSON hold all.
_MOST_PLACES, _MOST_OF_ONE_RULE = 5, 10


class Line(NamedTuple):
    """A line of a report: its indent, a word that may be coloured by a severity, the rest."""

    rest: str
    word: str = ""
    severity: Severity = Severity.HINT
    indent: int = 0


def write_report(report: Report) -> Iterator[Line]:
    """Write a report, line by line."""
    yield Line(f"{report.name}: {count_words(report)}")
    for word, said in head_lines(report):
        yield Line(f"{word}: {said}", indent=2)
    for severity, groups in arrange(report.findings).items():
        yield Line("")
        yield Line("", f"{severity.label.upper()} ({report.count(severity)})", severity)
        for title, findings in groups.items():
            yield Line(title, indent=2)
            yield from _write_findings(findings)
    if report.accepted:
        yield Line("")
        yield Line(f"ĐÃ CHẤP NHẬN ({len(report.accepted)})")
        for finding in report.accepted:
            yield from _write_finding(finding)


def _write_findings(findings: Iterable[Finding]) -> Iterator[Line]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= _MOST_OF_ONE_RULE:
            yield from _write_finding(finding)
    for rule, count in seen.items():
        if count > _MOST_OF_ONE_RULE:
            yield Line(f"{rule}  và {count - _MOST_OF_ONE_RULE} điều nữa như thế; xem đủ: --html, --json", indent=4)


def _write_finding(finding: Finding) -> Iterator[Line]:
    yield Line(f"  {finding.message}", finding.code, finding.severity, 4)
    places = finding.places
    for place in places[:_MOST_PLACES]:
        yield Line(f"ở {place_words(place)}", indent=8)
    if len(places) > _MOST_PLACES:
        yield Line(f"và {len(places) - _MOST_PLACES} chỗ nữa", indent=8)
    if finding.accepted:
        yield Line(f"lý do chấp nhận: {finding.accepted}", indent=8)
        return
    if finding.hint:
        yield Line(f"sửa: {finding.hint}", indent=8)
    if finding.source:
        yield Line(f"nguồn: {finding.source}", indent=8)


def write_rule(rule: Rule) -> str:
    """Write all that is known of a rule."""
    lines = [f"{rule.id}  {rule.title}", f"  mức độ: {rule.severity.label}", f"  nguồn: {rule.source}"]
    if rule.why:
        lines.append(f"  vì sao: {rule.why}")
    lines += (f"  đúng: {rule.example.clean}", f"  sai: {rule.example.broken}")
    return "\n".join(lines) + "\n"
