"""The digest that tells a file which `vtdocs fill` made from one that a person has edited since.

It stands among the document's custom properties, as in the files of `vtdocs build`; those of the template stay.
"""

from __future__ import annotations

from lxml import etree

from vtdocs.writers.docx.compression import Compressor
from vtdocs.writers.docx.package import CUSTOM_PART, DIGEST_PROPERTY, digest_parts, freeze_parts, pack, read_package
from vtdocs.writers.docx.seams import REL, TYPES_PART

__all__ = ["seal"]

_ROOT = "_rels/.rels"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2  # the first pid of a property (MS-OLEPS, 2.18)
_MAX_UNPACKED = 512 * 1024 * 1024


def seal(data: bytes, compressor: Compressor) -> bytes:
    """Give a Word file with its digest; one that cannot carry it is given as it is."""
    parts = read_package(data, _MAX_UNPACKED)
    if parts is None or not _declare(parts):
        return data
    root = _parse(parts.get(CUSTOM_PART) or f'<Properties xmlns="{_PROPERTIES}"/>'.encode())
    for old in [node for node in root if node.get("name") == DIGEST_PROPERTY]:
        root.remove(old)
    numbers = [int(found) for node in root if (found := str(node.get("pid", ""))).isdecimal()]
    own = etree.SubElement(root, f"{{{_PROPERTIES}}}property", nsmap={None: _PROPERTIES, "vt": _VALUES})  # type: ignore[dict-item]
    for name, value in (("fmtid", _FORMAT), ("pid", str(max([_FIRST - 1, *numbers]) + 1)), ("name", DIGEST_PROPERTY)):
        own.set(name, value)
    etree.SubElement(own, f"{{{_VALUES}}}lpwstr").text = digest_parts(parts)
    parts[CUSTOM_PART] = _serialise(root)
    return pack(freeze_parts({}), parts, None, compressor)


def _declare(parts: dict[str, bytes]) -> bool:
    """Say in the package that there are custom properties; false where the template has them under another name."""
    if CUSTOM_PART in parts:
        return True
    relations, types = _parse(parts[_ROOT]), _parse(parts[TYPES_PART])
    kind = f"{REL}/custom-properties"
    if any(node.get("Type") == kind for node in relations):
        return False
    taken = {str(node.get("Id")) for node in relations}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    row = etree.SubElement(relations, etree.QName(relations.nsmap[relations.prefix], "Relationship").text)
    for name, value in (("Id", f"rId{number}"), ("Type", kind), ("Target", CUSTOM_PART)):
        row.set(name, value)
    entry = etree.SubElement(types, etree.QName(types.nsmap[types.prefix], "Override").text)
    entry.set("PartName", f"/{CUSTOM_PART}")
    entry.set("ContentType", _TYPE)
    parts[_ROOT], parts[TYPES_PART] = _serialise(relations), _serialise(types)
    return True


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
