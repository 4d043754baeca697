"""What Word files bring into a package that python-docx holds open, and what it and docxcompose make up themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from vtdocs.errors import WriteError
from vtdocs.writers.docx.parsing import parse_xml
from vtdocs.writers.docx.seams import REL
from vtdocs.writers.docx.xml import qname

__all__ = ["PackageHost", "drop_made_up_properties", "settle_numbering"]

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NUMBERING, _CORE, _TYPES, _ROOT = "word/numbering.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels"
_NSID = qname("nsid")
_BOOKMARKS = (qname("bookmarkStart"), qname("bookmarkEnd"))
_COMMENTS = tuple(map(qname, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_BEFORE_NUMBERING = frozenset(
    map(qname, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
)


class PackageHost:
    """What takes Word files over into a python-docx document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._parts = {str(part.partname).lstrip("/"): part for part in document.part.package.iter_parts()}
        self._composer: Any = None
        numbers = (str(node.get(qname("id"))) for tree in self._trees() for node in tree.iter(_BOOKMARKS[0]))
        self._next_bookmark = 1 + max([0, *(int(one) for one in numbers if one.isdecimal() and len(one) < 10)])

    def _trees(self) -> list[Any]:
        return [part.element for part in self._parts.values() if hasattr(part, "element")]

    def merge(self, part: str, document: bytes) -> str:
        """Take over the styles, lists, notes and pictures of a Word file, and give its paragraphs and tables.

        Raises WriteError for one with pictures or links outside of the main text: they come along only there.
        """
        from docx import Document

        composer = self._compose()
        found = Document(BytesIO(document))
        composer.attach_parts(found)
        body = found.element.body
        for numbering in list(body.iter(qname("numPr"))):
            _put_in_order(numbering)
        for note in list(body.iter(*_COMMENTS)):
            # What they refer to does not come along.
            note.getparent().remove(note)
        self._number_bookmarks(body)
        is_main = part == str(self._document.part.partname).lstrip("/")
        if not is_main and any(str(key).startswith(f"{{{REL}}}") for node in body.iter() for key in node.attrib):
            message = "tài liệu con có ảnh, liên kết hoặc chú thích không đặt được ở đầu trang, chân trang"
            raise WriteError.one("VT-474", message, hint="chuyển thẻ vào phần thân của mẫu, hoặc bỏ các phần đó")
        return "".join(
            etree.tostring(child, encoding="unicode", with_tail=False) for child in body if child.tag != qname("sectPr")
        )

    def _number_bookmarks(self, body: Any) -> None:
        numbers: dict[str, int] = {}
        for node in body.iter(*_BOOKMARKS):
            old = str(node.get(qname("id")))
            if old not in numbers:
                numbers[old] = self._next_bookmark
                self._next_bookmark += 1
            node.set(qname("id"), str(numbers[old]))

    def settle(self) -> None:
        """Give drawings numbers that are unique, when all is in its place."""
        if self._composer is not None:
            for number, node in enumerate((node for tree in self._trees() for node in tree.iter(_DRAWING)), 1):
                node.set("id", str(number))

    def _compose(self) -> Any:
        if self._composer is None:
            from docxtpl.subdoc import SubdocComposer

            self._composer = SubdocComposer(self._document)
            # Its own pairs starts and ends by their order, and so tears bookmarks that lie inside each other.
            self._composer.renumber_bookmarks = lambda: None
        return self._composer


def _put_in_order(numbering: Any) -> None:
    """Put `w:numPr` in its place among the properties (CT_PPr): docxcompose appends it."""
    properties = numbering.getparent()
    if properties.tag == qname("pPr"):
        properties.remove(numbering)
        properties.insert(sum(child.tag in _BEFORE_NUMBERING for child in properties), numbering)


def settle_numbering(parts: Mapping[str, bytes], before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give lists that came with a document a number that is the same every time: docxcompose draws it by lot."""
    settled = dict(parts)
    if b"nsid" not in settled.get(_NUMBERING, b""):
        return settled
    known = set(re.findall(rb'nsid w:val="(\w+)"', before.get(_NUMBERING, b"")))
    root = parse_xml(settled[_NUMBERING])
    for number, node in enumerate(root.iter(_NSID)):
        if str(node.get(qname("val"))).encode() not in known:
            digest = hashlib.sha256(f"vtdocs {number}".encode()).hexdigest()[:8].upper()
            node.set(qname("val"), digest)
    settled[_NUMBERING] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return settled


def drop_made_up_properties(parts: Mapping[str, bytes], before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out the properties that python-docx makes up for a template without any: they tell the time of day."""
    left = dict(parts)
    if _CORE in before or _CORE not in left:
        return left
    del left[_CORE]
    for name, attribute, value in ((_TYPES, "PartName", f"/{_CORE}"), (_ROOT, "Target", _CORE)):
        root = parse_xml(left[name])
        for node in [node for node in root if str(node.get(attribute)).lstrip("/") == value.lstrip("/")]:
            root.remove(node)
        left[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return left
