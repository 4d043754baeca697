"""What a template fetches from elsewhere when a document of it is opened: told, as every reader's computer would."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from vtdocs.patterns import compile_late

from .seams import REL
from .xml import qname

__all__ = ["Outside", "drop_attached", "find_outside"]

_RELATIONS, _SETTINGS = ".rels", "word/settings.xml"
_SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
_ATTACHED = f"{REL}/attachedTemplate"
# An address that opens on a click fetches nothing by itself.
_CLICKED = "/hyperlink"
_BLOCKS = {qname("altChunk"): "nội dung chèn (altChunk)", qname("subDoc"): "văn bản con (subDocument)"}
_CODES = compile_late(r"(?i)\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b")
_FIELDS = (b"instrText", b"fldSimple", b"altChunk", b"subDoc")
_INSTRUCTION, _SIMPLE, _CHARACTER = map(qname, ("instrText", "fldSimple", "fldChar"))
_KINDS = {"image": "ảnh liên kết", "oleObject": "đối tượng liên kết (OLE)", "subDocument": "văn bản con"}


class Outside(Struct, frozen=True):
    """Something that is fetched from outside of a package: in which part, and what it is in words."""

    part: str
    words: str


def find_outside(
    document: etree._Element,
    document_part: str,
    parts: Mapping[str, bytes],
    parse: Callable[[bytes, str], etree._Element],
) -> Iterator[Outside]:
    """Give what a sound package fetches: linked pictures and objects, other documents, fields that read files.

    The document is read already, and `parts` are all others.
    """
    yield from _find_inside(document, document_part)
    for part, data in parts.items():
        if part.endswith(_RELATIONS) and b"External" in data:
            for row in parse(data, part):
                kind = str(row.get("Type", ""))
                if row.get("TargetMode") == "External" and not kind.endswith(_CLICKED) and kind != _ATTACHED:
                    name = kind.rpartition("/")[2]
                    yield Outside(part, f"{_KINDS.get(name, name)} “{str(row.get('Target', ''))[:60]}”")
        elif part.startswith("word/") and part.endswith(".xml") and any(name in data for name in _FIELDS):
            yield from _find_inside(parse(data, part), part)


def _find_inside(root: etree._Element, part: str) -> Iterator[Outside]:
    yield from (Outside(part, _BLOCKS[str(block.tag)]) for block in root.iter(*_BLOCKS))
    for code in _codes(root):
        if found := _CODES.match(code):
            yield Outside(part, f"trường {found[1].upper()}")


def _codes(root: etree._Element) -> Iterator[str]:
    """Give the codes of fields; one may be torn over runs, and hold another."""
    held = [""]
    for element in root.iter(_INSTRUCTION, _SIMPLE, _CHARACTER):
        if element.tag == _SIMPLE:
            yield element.get(qname("instr"), "")
        elif element.tag == _INSTRUCTION:
            held[-1] += element.text or ""
        elif element.get(qname("fldCharType")) == "begin":
            held.append("")
    yield from held


def drop_attached(parts: dict[str, bytes], parse: Callable[[bytes, str], etree._Element]) -> None:
    """Forget the file that a template was made from: Word names it by its path on the clerk's own computer."""
    if b"attachedTemplate" not in parts.get(_SETTINGS_RELATIONS, b""):
        return
    relations = parse(parts[_SETTINGS_RELATIONS], _SETTINGS_RELATIONS)
    for row in [row for row in relations if row.get("Type") == _ATTACHED]:
        relations.remove(row)
    settings = parse(parts[_SETTINGS], _SETTINGS)
    for element in settings.findall(qname("attachedTemplate")):
        settings.remove(element)
    for part, root in ((_SETTINGS_RELATIONS, relations), (_SETTINGS, settings)):
        parts[part] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
