"""python-docx: the same paragraphs and tables, with the same styles, built by code."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from benches.worker import Work

__all__ = ["build", "read_texts"]


def build(base: str, blocks: str) -> Work:
    """Build from `blocks`, as `benches.blocks` lists them, upon an empty document that has the styles."""
    data = Path(base).read_bytes()
    wanted = json.loads(Path(blocks).read_text(encoding="utf-8"))

    def work() -> bytes:
        document = docx.Document(io.BytesIO(data))
        for block in wanted:
            if "rows" in block:
                _add_table(document, block)
            else:
                _fill(document.add_paragraph(style=block["style"]), block)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return work


def read_texts(report: str) -> Work:
    """Open a Word file, and read the text of each of its paragraphs."""
    data = Path(report).read_bytes()

    def work() -> bytes:
        document = docx.Document(io.BytesIO(data))
        for element in document.element.iter(qn("w:p")):
            _ = Paragraph(element, document).text
        return b""

    return work


def _add_table(document: Document, block: dict[str, Any]) -> None:
    rows = block["rows"]
    table = document.add_table(len(rows), len(rows[0]), style=block["style"])
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, paragraphs in zip(row.cells, cells, strict=True):
            _fill_cell(cell, paragraphs)


def _fill_cell(cell: _Cell, paragraphs: list[dict[str, Any]]) -> None:
    for number, block in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = block["style"]
        _fill(paragraph, block)


def _fill(paragraph: Any, block: dict[str, Any]) -> None:
    for text, bold, italic in block["runs"]:
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if italic:
            run.italic = True
