"""Small templates made of XML, and both ways of filling them: vtdocs, and docxtpl as strict as it can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from vtdocs.filling import compile_form

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_SECTION = (
    '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
# CT_TcPr, ECMA-376-1, 17.4.70
_CELL_ORDER = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign")


def par(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML is text."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{properties}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def cell(*blocks: str, properties: str = '<w:tcW w:w="3000" w:type="dxa"/>') -> str:
    inner = "".join(one if one.startswith("<") else par(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(columns: int, *rows: str, width: int = 9000) -> str:
    grid = f'<w:gridCol w:w="{width // columns}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def template(*body: str, header: str = "", footer: str = "", notes: str = "", title: str = "") -> bytes:
    """The bytes of a template with this body."""
    parts = {"header": header, "footer": footer, "footnotes": notes}
    types, relations, files, references = "", "", {}, ""
    for number, (kind, inner) in enumerate(parts.items(), 1):
        if not inner:
            continue
        tag = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[kind]
        types += f'<Override PartName="/word/{kind}1.xml" ContentType="{_WORD}.{kind}+xml"/>'
        relations += f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{kind}1.xml"/>'
        files[f"word/{kind}1.xml"] = f"<w:{tag} {_NAMES}>{inner}</w:{tag}>"
        if kind != "footnotes":
            references += f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
    body_xml = "".join(one if one.startswith("<") else par(one) for one in body)
    files["word/document.xml"] = (
        f"<w:document {_NAMES}><w:body>{body_xml}{_SECTION.format(references=references)}</w:body></w:document>"
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{types}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
        f' Target="word/document.xml"/><Relationship Id="rId2" Target="docProps/core.xml"'
        f' Type="{_PACKAGE}/relationships/metadata/core-properties"/></Relationships>'
    )
    files["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>' + title + "</dc:title></cp:coreProperties>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{files[name]}')
    return buffer.getvalue()


def fill(data: bytes, **context: Any) -> bytes:
    return compile_form(data).render(context)


def fill_with_docxtpl(data: bytes, context: Mapping[str, Any]) -> bytes:
    filled = DocxTemplate(io.BytesIO(data))
    filled.render(dict(context), Environment(undefined=StrictUndefined), autoescape=True)
    buffer = io.BytesIO()
    filled.save(buffer)
    return buffer.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def body(data: bytes) -> str:
    """What stands between w:body and the section's properties."""
    xml = part(data)
    return xml[xml.index("<w:body>") + 8 : xml.rindex("<w:sectPr>")]


def text(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The text of each paragraph; line breaks and tabs as characters."""
    root = etree.fromstring(part(data, name).encode())
    signs = {f"{{{W}}}t": None, f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    return [
        "".join(signs[str(node.tag)] or node.text or "" for node in one.iter(*signs)) for one in root.iter(f"{{{W}}}p")
    ]


def canonical(data: bytes, name: str = "word/document.xml") -> bytes:
    """A part in one form for both: cells' properties in the schema's order, ids of drawings one after the other."""
    root = etree.fromstring(part(data, name).encode(), etree.XMLParser(remove_blank_text=True))
    for properties in root.iter(f"{{{W}}}tcPr"):
        properties[:] = sorted(properties, key=lambda one: _CELL_ORDER.index(etree.QName(one).localname))
    for number, drawing in enumerate(root.iter("{*}docPr"), 1):
        drawing.set("id", str(number))
    for node in root.iter():
        for key in [key for key in node.attrib if "word/2010/wordml" in str(key)]:
            del node.attrib[key]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")


def assert_same(data: bytes, parts: tuple[str, ...] = ("word/document.xml",), **context: Any) -> bytes:
    """Fill both ways and compare the parts; gives ours."""
    ours, theirs = fill(data, **context), fill_with_docxtpl(data, context)
    for name in parts:
        assert canonical(ours, name).decode() == canonical(theirs, name).decode()
    return ours
