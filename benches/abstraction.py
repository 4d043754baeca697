"""A finished document turned into templates for the peers, and into the values that fill them.

So every peer makes the document that vtdocs makes, with the same styles and the same words: a paragraph of the body
becomes a turn of a loop over paragraphs, with one branch for each shape of paragraph; a row of the last table a turn
of a loop over rows; every text of the frame a tag of its own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from msgspec import Struct

from .dialects import Dialect
from .wording import DOCUMENT_PART

__all__ = ["Abstract", "abstract", "write_template"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The body begins behind the short rule below the title.
_RULE_BELOW_TITLE = "DuongKeTrichYeu"


class Abstract(Struct, frozen=True):
    """A document parted into what a template holds and what a context holds.

    `before`, `between` and `after` are the children of w:body around the loop of paragraphs and the table with the
    loop of rows; `shapes` are the emptied paragraphs of the first loop, `table` and `row` those of the second.
    """

    before: list[etree._Element]
    shapes: list[etree._Element]
    between: list[etree._Element]
    table: etree._Element
    row: etree._Element
    after: list[etree._Element]
    context: dict[str, Any]


def abstract(docx: bytes) -> Abstract:
    """Part a document. ValueError for one that has not the shape of the reference plan."""
    children = list(_parse(docx)[0])
    tables = [number for number, child in enumerate(children) if child.tag == f"{_W}tbl"]
    rules = [number for number, child in enumerate(children) if _style(child) == _RULE_BELOW_TITLE]
    if len(tables) < 3 or not rules:
        raise ValueError("the document has no frame, no title or no appendix")
    first, signature, last = rules[0] + 1, tables[-2], tables[-1]
    table = children[last]
    shapes, paragraphs = _sort_shapes(children[first:signature])
    rows = table.findall(f"{_W}tr")
    (row,), cells = _sort_shapes(rows[1:])
    for done in rows[1:]:
        table.remove(done)
    before, between, after = children[:first], children[signature:last], children[last + 1 :]
    context: dict[str, Any] = {
        f"t{number}": text.text or "" for number, text in enumerate(_texts([*before, *between, table, *after]))
    }
    context["noi_dung"] = [
        {"kieu": kind, f"k{kind}": True, **{f"x{n}": text for n, text in enumerate(texts)}}
        for kind, texts in paragraphs
    ]
    context["hang"] = [{f"x{n}": text for n, text in enumerate(texts)} for _kind, texts in cells]
    return Abstract(before, shapes, between, table, row, after, context)


def write_template(docx: bytes, dialect: Dialect) -> bytes:
    """Make a peer's template of a document; `abstract` of the same document gives what fills it."""
    made = abstract(docx)
    for number, text in enumerate(_texts([*made.before, *made.between, made.table, *made.after])):
        _fill(text, dialect.value(f"t{number}"))
    body = etree.Element(f"{_W}body")
    body.extend(made.before)
    body.extend(_lines(dialect.open_paragraphs))
    for copy in range(dialect.copies):
        for kind, shape in enumerate(made.shapes):
            body.extend(_lines(dialect.open_kind(kind, copy)))
            body.append(_filled(shape, dialect, "noi_dung", copy))
            body.extend(_lines(dialect.close_kind(kind, copy)))
    body.extend(_lines(dialect.close_paragraphs))
    body.extend(made.between)
    _loop_rows(made, dialect)
    body.append(made.table)
    body.extend(made.after)
    root = _parse(docx)
    root.replace(root[0], body)
    return _replace_part(docx, DOCUMENT_PART, etree.tostring(root, encoding="UTF-8", standalone=True))


def _loop_rows(made: Abstract, dialect: Dialect) -> None:
    """Put the row that repeats into its table, between the marks of the loop or with them inside."""
    if dialect.open_rows and dialect.rows_apart:
        made.table.append(_mark_row(made.row, dialect.open_rows))
    for copy in range(dialect.copies):
        row = _filled(made.row, dialect, "hang", copy)
        texts = list(row.iter(f"{_W}t"))
        if not dialect.rows_apart:
            texts[0].text = f"{dialect.open_rows}{texts[0].text}"
            texts[-1].text = f"{texts[-1].text}{dialect.close_rows}"
        made.table.append(row)
    if dialect.close_rows and dialect.rows_apart:
        made.table.append(_mark_row(made.row, dialect.close_rows))


def _mark_row(row: etree._Element, mark: str) -> etree._Element:
    """A row that holds nothing but a mark, in its first cell."""
    marked = deepcopy(row)
    for number, text in enumerate(marked.iter(f"{_W}t")):
        text.text = mark if number == 0 else ""
    return marked


def _filled(shape: etree._Element, dialect: Dialect, loop: str, copy: int) -> etree._Element:
    filled = deepcopy(shape)
    for number, text in enumerate(filled.iter(f"{_W}t")):
        _fill(text, dialect.item(loop, f"x{number}", copy))
    return filled


def _fill(text: etree._Element, tag: str) -> None:
    text.text = tag
    text.set(_SPACE, "preserve")


def _lines(marks: Iterable[str]) -> list[etree._Element]:
    """Paragraphs that hold a mark each."""
    made = []
    for mark in marks:
        paragraph = etree.Element(f"{_W}p")
        text = etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t")
        text.text = mark
        made.append(paragraph)
    return made


def _sort_shapes(elements: Sequence[etree._Element]) -> tuple[list[etree._Element], list[tuple[int, list[str]]]]:
    """Give the shapes without their texts, each once, and for every element its shape's number and its texts."""
    known: dict[bytes, int] = {}
    shapes: list[etree._Element] = []
    found = []
    for element in elements:
        shape = deepcopy(element)
        texts = [text.text or "" for text in shape.iter(f"{_W}t")]
        for text in shape.iter(f"{_W}t"):
            text.text = ""
            text.attrib.pop(_SPACE, "")
        key = etree.tostring(shape)
        if key not in known:
            known[key] = len(shapes)
            shapes.append(shape)
        found.append((known[key], texts))
    return shapes, found


def _texts(elements: Iterable[etree._Element]) -> Iterable[etree._Element]:
    for element in elements:
        yield from element.iter(f"{_W}t")


def _style(element: etree._Element) -> str | None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return None if style is None else style.get(f"{_W}val")


def _parse(docx: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(DOCUMENT_PART))


def _replace_part(docx: bytes, name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, data if info.filename == name else old.read(info))
    return buffer.getvalue()
