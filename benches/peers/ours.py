"""vtdocs itself."""

from __future__ import annotations

from pathlib import Path

import vtdocs
from benches.plans import long_plan, other_plan
from benches.worker import Work

__all__ = ["check_report", "fill_template", "from_disk", "many_plans", "write_long", "write_plan"]


def write_plan(plan: str, compression: str | None = None) -> Work:
    """The loaded plan into the bytes of its file; without a name of `compression` with the default one."""
    document = vtdocs.load(plan)
    if compression is None:
        return lambda: vtdocs.write_docx(document)
    return lambda: vtdocs.write_docx(document, compression=compression)


def write_long(plan: str, rows: int, compression: str | None = None) -> Work:
    """The plan with an appendix of so many plain rows."""
    document = long_plan(vtdocs.load(plan), rows)
    if compression is None:
        return lambda: vtdocs.write_docx(document)
    return lambda: vtdocs.write_docx(document, compression=compression)


def from_disk(plan: str, target: str, compression: str | None = None) -> Work:
    """From YAML and Excel on the disk to a Word file on the disk."""
    path = Path(target)

    def work() -> Path:
        if compression is None:
            vtdocs.write_docx(vtdocs.load(plan), path)
        else:
            vtdocs.write_docx(vtdocs.load(plan), path, compression=compression)
        return path

    return work


def many_plans(plan: str, folder: str, first: int, step: int, count: int) -> Work:
    """So many plans, each of another office and date, written to the disk; each call goes on with the next numbers."""
    document = vtdocs.load(plan)
    numbers = iter(range(first, 1 << 30, step))

    def work() -> Path:
        for _ in range(count):
            number = next(numbers)
            path = Path(folder) / f"{number}.docx"
            vtdocs.write_docx(other_plan(document, number), path)
        return path

    return work


def check_report(report: str) -> Work:
    """Read and check a Word file, from its bytes in memory."""
    data = Path(report).read_bytes()

    def work() -> bytes:
        vtdocs.check(data)
        return b""

    return work


def fill_template(template: str, context: str) -> Work:
    """The peers' own template, filled by vtdocs; compiled once, as it is kept between documents."""
    import json

    opened = vtdocs.open_template(template)
    values = json.loads(Path(context).read_text(encoding="utf-8"))
    return lambda: opened.render(values)
