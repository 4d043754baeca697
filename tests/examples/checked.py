"""What the checker finds in the reference plan, as text that a person has read: each finding is a slip of its authors.

PYTHONPATH=src python -m tests.examples.checked     write it anew; then read every finding against the plan's own list
"""

from __future__ import annotations

from pathlib import Path

import vtdocs
from tests.judges import ROOT
from vtdocs.checking.report import Report
from vtdocs.jobs.check import check_bytes
from vtdocs.jobs.check_inputs import office_of
from vtdocs.reporting.text import write_report

PLAN = ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml"
KEPT = Path(__file__).with_name("cchc-2026-kiem-tra.txt")


def check(path: Path) -> Report:
    """Check what is made of a YAML file, with its office, as the end of a build does."""
    document = vtdocs.load(path)
    return check_bytes(vtdocs.write_docx(document), f"{path.stem}.docx", office=office_of(document.co_quan))


def told() -> str:
    """What is found in the reference plan."""
    lines = (f"{' ' * line.indent}{line.word}{line.rest}" for line in write_report(check(PLAN)))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    KEPT.write_text(told(), encoding="utf-8", newline="\n")
