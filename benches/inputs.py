"""What the contenders are given: the reference plan, its finished document, the peers' templates and values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec import Struct

import vtdocs

from .abstraction import abstract, write_template
from .blocks import empty_document, list_blocks
from .contenders import ROOT
from .dialects import DIALECTS
from .plans import long_plan, other_plan
from .reports import report_docx
from .wording import read_words

__all__ = ["PLAN", "Inputs", "prepare"]

PLAN = ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml"


class Inputs(Struct, frozen=True):
    """A folder of inputs, the words that every peer's document has to have, and how many paragraphs its body."""

    folder: Path
    words: list[str]
    paragraphs: int

    @property
    def plan(self) -> str:
        """The reference plan's YAML file."""
        return str(PLAN)

    @property
    def bytecode(self) -> Path:
        """Where measured processes keep their bytecode."""
        return self.folder / "bytecode"

    @property
    def context(self) -> str:
        """The values that fill the peers' templates, as JSON."""
        return str(self.folder / "context.json")

    def path(self, name: str) -> str:
        """Give the path of an input or a result."""
        return str(self.folder / name)

    def template(self, dialect: str) -> str:
        """Give the path of the template of a family of peers."""
        return str(self.folder / f"{dialect}.docx")

    def rows(self, count: int) -> tuple[str, list[str]]:
        """Write the values of so many rows as JSON; give the file, and the words of that document."""
        document = long_plan(vtdocs.load(PLAN), count)
        made = vtdocs.write_docx(document)
        path = self.folder / f"rows-{count}.json"
        _write(path, [{f"x{n}": cell for n, cell in enumerate(row)} for row in document.phu_luc[0].bang[0].hang])
        return str(path), read_words(made)

    def report(self, pages: int) -> Path:
        """Write a report of about so many pages; give its file."""
        path = self.folder / f"report-{pages}.docx"
        if not path.exists():
            path.write_bytes(report_docx(pages))
        return path

    def offices(self, count: int) -> tuple[str, list[list[str]]]:
        """Write the values of so many plans of other offices as JSON; give the file, and the words of each."""
        plan = vtdocs.load(PLAN)
        made = [vtdocs.write_docx(other_plan(plan, number)) for number in range(count)]
        path = self.folder / "offices.json"
        _write(path, [abstract(docx).context for docx in made])
        return str(path), [read_words(docx) for docx in made]


def prepare(folder: Path) -> Inputs:
    """Make the inputs in an empty folder."""
    made = vtdocs.write_docx(vtdocs.load(PLAN))
    for name, dialect in DIALECTS.items():
        (folder / f"{name}.docx").write_bytes(write_template(made, dialect))
    (folder / "base.docx").write_bytes(empty_document(made))
    context = abstract(made).context
    _write(folder / "context.json", context)
    _write(folder / "blocks.json", list_blocks(made))
    return Inputs(folder, read_words(made), len(context["noi_dung"]))


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
