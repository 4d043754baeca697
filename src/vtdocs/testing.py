"""For the tests of those who make Word files with whatever tool: `assert_nd30` in one line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .api import check, find_rules
from .checking.paper import Regime
from .checking.report import Report
from .diagnostics import Severity

__all__ = ["assert_nd30"]


def assert_nd30(
    document: str | Path | bytes,
    *,
    profile: str | Path | None = None,
    office: str | Path | None = None,
    allow: str | Iterable[str] = (),
    strict: bool = False,
) -> Report:
    """Assert that a Word file, or its bytes, keeps Nghị định 30/2020/NĐ-CP; gives the report.

    A paper that is not under the decree, or whose kind is not recognised, fails too: nothing of its form was judged.
    `profile` and `office` are as in `vtdocs.check`. `allow` are ids of rules that may be broken, or one id; with
    `strict` warnings fail too. AssertionError lists every finding that fails; ValueError is for an id that no rule has.
    Raises ReadError for what is no Word file.
    """
    __tracebackhide__ = True  # pytest shows the line that asks, not this one
    allowed = _find_ids((allow,) if isinstance(allow, str) else allow)
    report = check(document, profile=profile, office=office)
    if report.regime is not Regime.ND30:
        unsure = "".join(f"\nchưa chắc: {words}" for words in report.unsure)
        raise AssertionError(f"{report.name}: không xét được theo Nghị định 30: {report.regime.value}{unsure}")
    least = Severity.WARNING if strict else Severity.ERROR
    failed = [finding for finding in report if finding.severity >= least and finding.code not in allowed]
    if failed:
        told = "\n".join(map(str, failed))
        raise AssertionError(f"{report.name}: {len(failed)} điều trái thể thức\n{told}")
    return report


def _find_ids(names: Iterable[str]) -> frozenset[str]:
    known = {rule.id.casefold(): rule.id for rule in find_rules()}
    found = {name: known.get(name.casefold()) for name in names}
    if unknown := sorted(name for name, rule in found.items() if rule is None):
        raise ValueError(f"no such rule: {', '.join(unknown)}")
    return frozenset(filter(None, found.values()))
