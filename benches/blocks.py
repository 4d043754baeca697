"""A document as a plain list of paragraphs and tables, for the peer that builds by code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from .wording import DOCUMENT_PART

__all__ = ["empty_document", "list_blocks"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def list_blocks(docx: bytes) -> list[dict[str, Any]]:
    """List the paragraphs (style, runs of text with bold and italic) and the tables (style, rows of cells of these)."""
    styles = _parse(docx, "word/styles.xml")
    names = {style.get(f"{_W}styleId", ""): _value(style, "name") or "" for style in styles.iterfind(f"{_W}style")}
    return [block for child in _parse(docx, DOCUMENT_PART)[0] for block in _read(child, names)]


def empty_document(docx: bytes) -> bytes:
    """Take everything out of a document but its styles, its page and what belongs to it."""
    root = _parse(docx, DOCUMENT_PART)
    for child in [child for child in root[0] if child.tag != f"{_W}sectPr"]:
        root[0].remove(child)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == DOCUMENT_PART else old.read(name))
    return buffer.getvalue()


def _read(element: etree._Element, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    if element.tag == f"{_W}p":
        yield _read_paragraph(element, names)
    elif element.tag == f"{_W}tbl":
        rows = [
            [[_read_paragraph(paragraph, names) for paragraph in cell.iter(f"{_W}p")] for cell in row.iter(f"{_W}tc")]
            for row in element.iterfind(f"{_W}tr")
        ]
        yield {"style": names.get(_value(element, "tblPr/tblStyle") or ""), "rows": rows}


def _read_paragraph(paragraph: etree._Element, names: Mapping[str, str]) -> dict[str, Any]:
    runs = [
        ("".join(_letters(run)), run.find(f"{_W}rPr/{_W}b") is not None, run.find(f"{_W}rPr/{_W}i") is not None)
        for run in paragraph.iter(f"{_W}r")
    ]
    return {"style": names.get(_value(paragraph, "pPr/pStyle") or ""), "runs": runs}


def _letters(run: etree._Element) -> Iterator[str]:
    """Give a run's text as python-docx takes it, breaks and tabs as control characters."""
    for piece in run:
        if piece.tag == f"{_W}t":
            yield piece.text or ""
        elif piece.tag in (f"{_W}br", f"{_W}tab"):
            yield "\n" if piece.tag == f"{_W}br" else "\t"


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


def _parse(docx: bytes, part: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(part))
