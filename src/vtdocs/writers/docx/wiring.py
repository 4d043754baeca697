"""A document's own properties have their place in the package, whatever program saved the template."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from lxml import etree

from .package import CORE_PART, CUSTOM_PART
from .seams import REL, TYPES_PART

__all__ = ["connect_custom", "connect_properties"]

_ROOT_RELATIONS = "_rels/.rels"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES = (
    (
        CORE_PART,
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    ),
    (CUSTOM_PART, "application/vnd.openxmlformats-officedocument.custom-properties+xml", f"{REL}/custom-properties"),
)


def connect_properties(parts: dict[str, bytes], parse: Callable[[bytes, str], etree._Element]) -> None:
    """Declare the two parts of properties that every document gets; LibreOffice declares only one of them."""
    _connect(parts, parse, _PROPERTIES)


def connect_custom(parts: dict[str, bytes], parse: Callable[[bytes, str], etree._Element]) -> None:
    """Declare the part of custom properties alone; those that are there stay, under the name that all documents use."""
    for row in parse(parts[_ROOT_RELATIONS], _ROOT_RELATIONS):
        old = _target(row)
        if _is(row, _PROPERTIES[1][2]) and old in parts:
            parts[CUSTOM_PART] = parts[old]
    _connect(parts, parse, _PROPERTIES[1:])


def _connect(
    parts: dict[str, bytes],
    parse: Callable[[bytes, str], etree._Element],
    properties: Sequence[tuple[str, str, str]],
) -> None:
    declared, related = parts[TYPES_PART], parts.get(_ROOT_RELATIONS, b"")
    if all(
        f'"/{part}"'.encode() in declared and f'"{part}"'.encode() in related and f'"{relation}"'.encode() in related
        for part, _, relation in properties
    ):
        return
    types, relations = parse(declared, TYPES_PART), parse(related, _ROOT_RELATIONS)
    for part, kind, relation in properties:
        _declare(types, part, kind)
        for row in [row for row in relations if _is(row, relation)]:
            old = _target(row)
            relations.remove(row)
            if old != part:
                parts.pop(old, None)
                _forget(types, old)
        row = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        row.set("Id", _free_id(relations))
        row.set("Type", relation)
        row.set("Target", part)
    for name, root in ((TYPES_PART, types), (_ROOT_RELATIONS, relations)):
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _is(row: etree._Element, relation: str) -> bool:
    # LibreOffice calls the core properties' relationship …/officedocument/2006/relationships/metadata/core-properties;
    # a part that two relationships of different types lead to is a fault to the Open XML SDK.
    return str(row.get("Type")).rpartition("/")[2] == relation.rpartition("/")[2]


def _target(row: etree._Element) -> str:
    return posixpath.normpath(str(row.get("Target")).lstrip("/"))


def _declare(types: etree._Element, part: str, kind: str) -> None:
    _forget(types, part)
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", kind)


def _forget(types: etree._Element, part: str) -> None:
    for override in [row for row in types if str(row.get("PartName", "")).casefold() == f"/{part}".casefold()]:
        types.remove(override)


def _free_id(relations: etree._Element) -> str:
    taken = {row.get("Id") for row in relations}
    return next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
