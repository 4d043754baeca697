"""docxtpl; and docxtpl-ng, which answers to the same name and calls, with a way of its own beside them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benches.worker import Work

__all__ = ["keep_object", "keep_object_ng", "many_plans", "open_each_time", "to_disk"]


def open_each_time(template: str, context: str, rows: str | None = None) -> Work:
    """As its users do: a new object for each document."""
    values = read_context(context, rows)

    def work() -> bytes:
        return _saved(_rendered(DocxTemplate(template), values))

    return work


def keep_object(template: str, context: str) -> Work:
    """One object for all documents."""
    values = read_context(context)
    opened = DocxTemplate(template)
    return lambda: _saved(_rendered(opened, values))


def keep_object_ng(template: str, context: str) -> Work:
    """docxtpl-ng's own interface: what does not depend on the data is kept, the template is put back each time."""
    from docxtpl import Template

    values = read_context(context)
    opened = Template(template)

    def work() -> bytes:
        opened.reload()
        opened.render(values, autoescape=True)
        return _saved(opened)

    return work


def to_disk(template: str, context: str, target: str) -> Work:
    """Rendered and saved to the disk, the values ready."""
    values = read_context(context)
    path = Path(target)

    def work() -> Path:
        _rendered(DocxTemplate(template), values).save(path)
        return path

    return work


def many_plans(template: str, contexts: str, folder: str, first: int, step: int, count: int) -> Work:
    """So many plans of other offices and dates, written to the disk; `contexts` are taken in turn."""
    values = json.loads(Path(contexts).read_text(encoding="utf-8"))
    numbers = iter(range(first, 1 << 30, step))

    def work() -> Path:
        for _ in range(count):
            number = next(numbers)
            path = Path(folder) / f"{number}.docx"
            _rendered(DocxTemplate(template), values[number % len(values)]).save(path)
        return path

    return work


def read_context(context: str, rows: str | None = None) -> dict[str, Any]:
    """Read the values of a template, with other rows for the appendix where `rows` is a file of them."""
    values: dict[str, Any] = json.loads(Path(context).read_text(encoding="utf-8"))
    if rows is not None:
        values["hang"] = json.loads(Path(rows).read_text(encoding="utf-8"))
    return values


def _rendered(opened: Any, values: dict[str, Any]) -> Any:
    opened.render(values, autoescape=True)
    return opened


def _saved(opened: Any) -> bytes:
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()
