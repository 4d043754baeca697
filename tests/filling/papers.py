"""Templates that python-docx makes, pictures that Pillow makes, and docxtpl's way of filling them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from lxml import etree
from PIL import Image

from tests.docx_xml import parse, parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def paper(*paragraphs: str, make: Callable[[Any], None] | None = None) -> bytes:
    """A Word file of these paragraphs, and of what `make` does to it."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if make is not None:
        make(document)
    return saved(document)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def picture(kind: str = "png", size: tuple[int, int] = (40, 20), **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, kind, **options)
    return buffer.getvalue()


def changed(data: bytes, **members: bytes) -> bytes:
    """The package with parts added or written anew; `__` in a name is a slash, `_dot_` a dot."""
    names = {name.replace("__", "/").replace("_dot_", "."): content for name, content in members.items()}
    return zipped({**parts(data), **names})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_relation(data: bytes, kind: str, target: str, mode: str = "") -> bytes:
    """The package with one more relationship of its document."""
    rows = parts(data)["word/_rels/document.xml.rels"].decode()
    row = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}"{mode}/></Relationships>'
    )
    return changed(data, word___rels__document_dot_xml_dot_rels=rows.replace("</Relationships>", row).encode())


def by_docxtpl(data: bytes, context: Callable[[DocxTemplate], Mapping[str, Any]]) -> bytes:
    template = DocxTemplate(io.BytesIO(data))
    template.render(dict(context(template)), autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def tree(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return parse(parts(data)[name])


def extents(data: bytes, name: str = "word/document.xml") -> list[tuple[int, int]]:
    """The size of each picture in EMU."""
    return [(int(str(node.get("cx"))), int(str(node.get("cy")))) for node in tree(data, name).iter(f"{WP}extent")]


def relations(data: bytes, part: str = "document") -> set[tuple[str, str]]:
    """Kind and target of the relationships of a part that lead to pictures and addresses."""
    rows = tree(data, f"word/_rels/{part}.xml.rels")
    found = ((str(row.get("Type")).rpartition("/")[2], str(row.get("Target"))) for row in rows)
    return {(kind, target) for kind, target in found if kind in ("image", "hyperlink")}


def runs(data: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Each run that has text: its properties, in order, and its text."""
    found = []
    for run in tree(data, name).iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        words = "".join(node.text or "" for node in run.iter(f"{W}t"))
        if words:
            said = [_said(node) for node in (properties if properties is not None else ())]
            found.append((" ".join(said), words))
    return found


def _said(node: etree._Element) -> str:
    value = node.get(f"{W}val") or node.get(f"{W}ascii") or ""
    return str(etree.QName(node).localname) + (f"={value}" if value else "")


def outline(nodes: Iterable[etree._Element]) -> list[str]:
    """The names of the blocks of a body, in order."""
    return [str(etree.QName(node).localname) for node in nodes]
