"""The words that every form of a report shares: places, counts, groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.groups import GROUPS, group_of
from vtdocs.checking.paper import Regime
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Severity

__all__ = ["SEVERITIES", "arrange", "count_words", "head_lines", "place_words", "verdict"]

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def place_words(place: Place) -> str:
    """Tell a place without its file: "trang 1, đoạn 6 “Hà Nội …”"."""
    return str(replace(place, file="")) or "cả tệp"


def count_words(report: Report) -> str:
    """Count what was found: "2 lỗi, 1 cảnh báo", or "không thấy điều gì"; of a paper of another law say that first."""
    counts = [f"{count} {severity.label}" for severity in SEVERITIES if (count := report.count(severity))]
    if report.accepted:
        counts.append(f"{len(report.accepted)} đã chấp nhận")
    told = ", ".join(counts) or "không thấy điều gì"
    return told if report.regime is Regime.ND30 else f"chỉ xét cách gõ, {told}"


def verdict(report: Report) -> str:
    """Say in a cell what came of a paper: "đạt", or what was found; nothing is passed that was not judged."""
    if report.only_form and report.regime is not Regime.ND30:
        return f"không xét: {report.regime.value}"
    is_clean = report.regime is Regime.ND30 and not report.findings
    return "đạt" if is_clean and not report.accepted else count_words(report)


def head_lines(report: Report) -> Iterator[tuple[str, str]]:
    """Tell what was judged and how: pairs of a word and what is said of it."""
    yield "Loại", f"{report.kind}, {report.regime.value}" if report.kind else report.regime.value
    if report.profile != "nd30":
        yield "Theo", f"Nghị định 30/2020/NĐ-CP và quy định riêng “{report.profile}”"
    if report.office:
        yield "Cơ quan", f"{report.office} (theo tệp cơ quan)"
    if report.components:
        yield "Nhận ra", ", ".join(found.name for found in report.components)
    if report.unsure:
        yield "Chưa chắc", "; ".join(report.unsure)


def arrange(findings: Iterable[Finding]) -> Mapping[Severity, Mapping[str, list[Finding]]]:
    """Put findings under their severity, the gravest first, and there under the group of their rule."""
    titles = list(GROUPS.values())
    found: dict[Severity, dict[str, list[Finding]]] = {}
    ordered = sorted(findings, key=lambda finding: (-finding.severity, titles.index(group_of(finding.code))))
    for finding in ordered:
        found.setdefault(finding.severity, {}).setdefault(group_of(finding.code), []).append(finding)
    return found
