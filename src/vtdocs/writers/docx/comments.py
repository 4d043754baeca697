"""What people note in the margin of a template is for each other: it goes into no document."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lxml import etree

from .seams import TYPES_PART
from .xml import qname

__all__ = ["drop_comments"]

_RELATIONS = "word/_rels/document.xml.rels"
_ANCHORS = tuple(map(qname, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_KINDS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible"})


def drop_comments(
    document: etree._Element, parts: dict[str, bytes], parse: Callable[[bytes, str], etree._Element]
) -> None:
    """Take the comments out of a template: their parts, and their anchors in the text."""
    for anchor in list(document.iter(*_ANCHORS)):
        around = anchor.getparent()
        if around is not None:
            around.remove(anchor)
    if b"/comments" not in parts.get(_RELATIONS, b""):
        return
    relations, types = parse(parts[_RELATIONS], _RELATIONS), parse(parts[TYPES_PART], TYPES_PART)
    for row in [row for row in relations if str(row.get("Type")).rpartition("/")[2] in _KINDS]:
        part = posixpath.normpath(posixpath.join("/word", str(row.get("Target")))).lstrip("/")
        relations.remove(row)
        parts.pop(part, None)
        parts.pop(f"word/_rels/{posixpath.basename(part)}.rels", None)
        for override in [each for each in types if each.get("PartName") == f"/{part}"]:
            types.remove(override)
    for name, root in ((_RELATIONS, relations), (TYPES_PART, types)):
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
