"""Values into their places in a rendered tree: what surrounds a mark is closed before it and opened again behind it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from msgspec import Struct

from vtdocs.errors import VtdocsError, WriteError
from vtdocs.writers.docx.xml import W_NS, qname

from .parts import MARK, Host
from .place import Kind, Place, Writes

__all__ = ["Graft", "graft_values"]

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_T, _R, _P, _TC = map(qname, ("t", "r", "p", "tc"))
_ROWS = {qname("tr"), qname("tbl")}
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = qname("rPr"), qname("pPr")


class Graft(Struct):
    """A value that waits for its place, and whether it has found one."""

    value: Writes
    placed: bool = False


def graft_values(document: Any, grafts: list[Graft], host: Host) -> None:
    """Put the values in the places of their marks, in all parts of a python-docx document.

    Raises WriteError where a mark has no place that a value can stand in.
    """
    for part in sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname)):
        tree = getattr(part, "element", None)
        is_text = tree is None and MARK.encode() in part.blob and str(part.partname).endswith(".xml")
        if is_text:
            tree = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        if tree is None:
            continue
        for mark in _marks(tree):
            graft = grafts[int(mark.text or "0")]
            _place(mark, graft.value, str(part.partname).lstrip("/"), host)
            graft.placed = True
        if is_text:
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    for graft in grafts:
        if not graft.placed:
            raise _no_place(graft.value)


def _marks(tree: etree._Element) -> list[Any]:
    nodes: list[Any] = list(tree.iter(etree.ProcessingInstruction))
    return [node for node in nodes if node.target == MARK]


def _place(mark: Any, value: Writes, part: str, host: Host) -> None:
    kind, run = _look_around(mark)
    if kind in (Kind.ROW, Kind.PLAIN):
        raise _no_place(value)
    properties = run.find(_RUN_PROPERTIES) if run is not None else None
    around = _text_of(properties) if properties is not None else ""
    nodes = _read(value.xml(Place(part, kind, host, around)))
    if kind is Kind.TEXT and run is not None:
        mark = _part(mark, run)
    if value.level == "block" and kind is not Kind.BLOCK:
        mark = _part(mark, next(mark.iterancestors(_P)))
    elif value.level == "run" and kind is Kind.BLOCK:
        paragraph = etree.Element(_P)
        paragraph.extend(nodes)
        nodes = [paragraph]
    parent = mark.getparent()
    _take_out(mark, nodes)
    # CT_Tc: the last block of a cell is a paragraph.
    if parent is not None and parent.tag == _TC and (len(parent) == 0 or parent[-1].tag != _P):
        etree.SubElement(parent, _P)


def _look_around(mark: Any) -> tuple[Kind, etree._Element | None]:
    parent = mark.getparent()
    if parent.tag == _T and parent.getparent() is not None and parent.getparent().tag == _R:
        return Kind.TEXT, parent.getparent()
    if parent.tag in _ROWS:
        return Kind.ROW, None
    for node in mark.iterancestors():
        if node.tag == _R or not str(node.tag).startswith(f"{{{W_NS}}}"):
            return Kind.PLAIN, None
        if node.tag == _P:
            return Kind.RUN, None
    return Kind.BLOCK, None


def _read(xml: str) -> list[etree._Element]:
    root = etree.fromstring(f'<w:body xmlns:w="{W_NS}" xmlns:r="{_REL}">{xml}</w:body>')
    for node in root.iter(etree.Element):
        # Word's own numbers of paragraphs, unique in a file: those of another file may be taken here.
        for key in [key for key in node.attrib if str(key).startswith(f"{{{_WORD_2010}}}")]:
            del node.attrib[key]
    return list(root)


def _text_of(node: etree._Element) -> str:
    copy = deepcopy(node)
    copy.tail = None
    root = etree.Element(copy.tag, nsmap={"w": W_NS})
    root.extend(list(copy))
    return etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{W_NS}"', "", 1)


def _part(mark: Any, outer: etree._Element) -> Any:
    """Close `outer` before the mark and open it again behind it; gives the mark, which then stands between the two."""
    behind = _split(mark, outer)
    parent = outer.getparent()
    assert parent is not None  # noqa: S101
    at = parent.index(outer)
    between = etree.ProcessingInstruction(MARK, mark.text)
    parent.insert(at + 1, between)
    parent.insert(at + 2, behind)
    between.tail, behind.tail, outer.tail = None, outer.tail, None
    for half in (outer, behind):
        if not _says_something(half):
            parent.remove(half)
    return between


def _split(mark: Any, outer: etree._Element) -> etree._Element:
    """Move what stands behind the mark, up to the end of `outer`, into an element like it; the mark goes."""
    node, moved = mark, None
    while True:
        parent = node.getparent()
        copy = etree.Element(parent.tag, dict(parent.attrib), parent.nsmap)
        for name in (_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES):
            if (properties := parent.find(name)) is not None and properties is not moved:
                copy.append(deepcopy(properties))
        if moved is not None:
            copy.append(moved)
        if node is mark:
            copy.text = mark.tail if parent.tag == _T else None
        for follower in list(node.itersiblings()):
            copy.append(follower)
        if parent.tag == _T:
            for piece in (parent, copy):
                piece.set(_SPACE, "preserve")
        if node is mark:
            mark.tail = None
            parent.remove(mark)
        if parent is outer:
            return copy
        node, moved = parent, copy


def _says_something(node: etree._Element) -> bool:
    """Whether anything of a run or a paragraph is left beside its properties."""
    for child in node:
        if child.tag in (_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES):
            if child.find(qname("sectPr")) is not None:
                return True
        elif child.tag == _T:
            if child.text or len(child):
                return True
        elif child.tag != _R or _says_something(child):
            return True
    return False


def _take_out(mark: Any, nodes: list[etree._Element]) -> None:
    parent = mark.getparent()
    at = parent.index(mark)
    mark.tail = None
    parent[at : at + 1] = nodes


def _no_place(value: Writes) -> VtdocsError:
    message = f"giá trị {type(value).__name__} đứng ở chỗ chỉ chứa được chữ"
    return WriteError.one("VT-474", message, hint="chuyển thẻ ra lời văn của một đoạn, hoặc thành {{p ten }}")
