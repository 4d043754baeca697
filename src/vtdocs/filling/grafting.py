"""Word files into the places that wait for them in a filled document: each in that of the paragraph with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from vtdocs.errors import VtdocsError, WriteError
from vtdocs.writers.docx.parsing import parse_xml
from vtdocs.writers.docx.seams import REL
from vtdocs.writers.docx.xml import W_NS, qname

from .hosting import PackageHost
from .parts import MARK

__all__ = ["graft_files"]

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_P, _TC = qname("p"), qname("tc")


def graft_files(document: Any, files: Sequence[bytes], host: PackageHost) -> None:
    """Put the files in the places of their marks, in all parts of a python-docx document.

    Raises WriteError where a file has no place.
    """
    placed: set[int] = set()
    for part in sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname)):
        tree = getattr(part, "element", None)
        is_text = tree is None and MARK.encode() in part.blob and str(part.partname).endswith(".xml")
        if is_text:
            tree = parse_xml(part.blob)
        if tree is None:
            continue
        for mark in _marks(tree):
            number = int(mark.text) if str(mark.text).isdecimal() else len(files)
            if number >= len(files):  # a mark that no value wrote, but the data's own XML
                raise _no_place()
            _place(mark, _read(host.merge(str(part.partname).lstrip("/"), files[number])))
            placed.add(number)
        if is_text:
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    if len(placed) < len(files):
        raise _no_place()


def _marks(tree: etree._Element) -> list[Any]:
    nodes: list[Any] = list(tree.iter(etree.ProcessingInstruction))
    return [node for node in nodes if node.target == MARK]


def _place(mark: Any, nodes: list[etree._Element]) -> None:
    paragraph = mark.getparent()
    if paragraph.tag != _P:
        raise _no_place()
    holder = paragraph.getparent()
    at = holder.index(paragraph)
    holder[at : at + 1] = nodes
    # CT_Tc: the last block of a cell is a paragraph.
    if holder.tag == _TC and (len(holder) == 0 or holder[-1].tag != _P):
        etree.SubElement(holder, _P)


def _read(xml: str) -> list[etree._Element]:
    root = parse_xml(f'<w:body xmlns:w="{W_NS}" xmlns:r="{REL}">{xml}</w:body>')
    for node in root.iter(etree.Element):
        # Word's own numbers of paragraphs, unique in a file: those of another file may be taken here.
        for key in [key for key in node.attrib if str(key).startswith(f"{{{_WORD_2010}}}")]:
            del node.attrib[key]
    return list(root)


def _no_place() -> VtdocsError:
    message = "tài liệu con đứng ở chỗ chỉ chứa được chữ"
    return WriteError.one("VT-474", message, hint="chuyển thẻ ra một đoạn riêng: {{p ten }}")
