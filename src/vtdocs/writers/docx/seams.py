"""Where a document may add to its template's package: parts cut once, when the template is compiled.

[Content_Types].xml, the relationships, the settings and the footnotes are cut into what stands before an addition
and what stands after it; a document that adds something joins them again, and nothing is parsed a second time.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vtdocs.patterns import compile_late

from .xml import W_NS, qname

if TYPE_CHECKING:
    from lxml import etree

__all__ = [
    "NO_RELATIONS",
    "REL",
    "RELATIONS_NS",
    "TYPES_NS",
    "TYPES_PART",
    "Seam",
    "Seams",
    "cut_part",
    "cut_parts",
    "find_defaults",
    "first_image_of",
    "first_relation_of",
    "relations_of",
]

TYPES_PART = "[Content_Types].xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
NO_RELATIONS = f'<Relationships xmlns="{RELATIONS_NS}"/>'.encode()
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARK = "vtdocs seam"
_EDGE = compile_late(r"word/(?:header|footer)\d*\.xml")
_IMAGE = compile_late(r"word/media/image(\d{1,6})\.\w+")
_RELATION = compile_late(r"rId(\d{1,6})")

# Content controls of the stock template carry ids below this one.
_FIRST_CONTROL = 1_000
# A document has fewer notes, links and pictures than this: the numbers of the template that lie beyond stay there.
_LARGEST_OWN = 1_000_000

# CT_Settings is a sequence: these stand behind w:footnotePr, as does all that is not WordprocessingML's own.
_BEHIND_NOTES = frozenset(
    qname(name)
    for name in (
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
        "listSeparator",
    )
)  # fmt: skip

# The lines that Word draws above the notes of a page, and above what runs over to the next page.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240"'
    f' w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)


class Seam(Struct, frozen=True):
    """A part, cut at the place where a document adds to it."""

    part: str
    before: str
    after: str

    def join(self, added: Iterable[str]) -> bytes:
        """Give the part with these additions."""
        return (_HEADER + self.before + "".join(added) + self.after).encode()


class Seams(Struct, frozen=True):
    """The cut parts of a template, and the numbers and names in it that a document must keep clear of.

    `defaults` are the content types by extension. `settings` is `None` where nothing need be said of footnotes
    there; `has_notes` is whether the template has a part of footnotes, which is kept with its own separators.
    """

    types: Seam
    defaults: Mapping[str, str]
    relations: Seam
    first_relation: int
    settings: Seam | None
    notes: Seam
    notes_relations: Seam
    first_note_relation: int
    has_notes: bool
    first_note: int
    first_image: int
    first_drawing: int
    first_control: int


def cut_parts(
    parts: Mapping[str, bytes],
    document_part: str,
    document: etree._Element,
    parse: Callable[[bytes, str], etree._Element],
) -> Seams:
    """Cut the parts of a template; `parse` reads one of them and tells its own faults."""
    types = parse(parts[TYPES_PART], TYPES_PART)
    relations_part = relations_of(document_part)
    relations = _relations(parts, relations_part, parse)
    notes_part, has_notes = _find_notes(relations, document_part, parts)
    notes_root = parse(parts[notes_part], notes_part) if has_notes else None
    notes_relations = _relations(parts, relations_of(notes_part), parse)
    drawings = {0}
    for name in parts:
        if _EDGE.fullmatch(name):
            drawings.update(_numbers(parse(parts[name], name).iter(f"{{{_WP}}}docPr"), "id"))
    drawings.update(_numbers(document.iter(f"{{{_WP}}}docPr"), "id"))
    controls = {0, *_numbers(document.iter(qname("id")), qname("val"))}
    own_notes = {0, *_numbers(document.iter(qname("footnoteReference")), qname("id"))}
    return Seams(
        types=cut_part(TYPES_PART, types, "", TYPES_NS),
        defaults=find_defaults(types),
        relations=cut_part(relations_part, relations, "", RELATIONS_NS),
        first_relation=first_relation_of(relations),
        settings=None if has_notes else _cut_settings(parts, parse),
        notes=_cut_notes(notes_part, notes_root, own_notes),
        notes_relations=cut_part(relations_of(notes_part), notes_relations, "", RELATIONS_NS),
        first_note_relation=first_relation_of(notes_relations),
        has_notes=has_notes,
        first_note=max(own_notes) + 1,
        first_image=first_image_of(parts),
        first_drawing=max(drawings) + 1,
        first_control=max(_FIRST_CONTROL, max(controls) + 1),
    )


def _numbers(nodes: Iterable[etree._Element], attribute: str) -> Iterable[int]:
    for node in nodes:
        text = str(node.get(attribute, ""))
        if text.isascii() and text.isdigit() and len(text) < 8 and int(text) < _LARGEST_OWN:
            yield int(text)


def find_defaults(types: etree._Element) -> dict[str, str]:
    """Give the content types that a package declares, by extension."""
    return {str(node.get("Extension")).lower(): str(node.get("ContentType")) for node in types.iter("{*}Default")}


def first_image_of(parts: Iterable[str]) -> int:
    """Give the number that a new picture may have, by the names of the parts."""
    return max([0, *(int(found[1]) for found in map(_IMAGE.fullmatch, parts) if found)]) + 1


def relations_of(part: str) -> str:
    """Give the name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _relations(parts: Mapping[str, bytes], name: str, parse: Callable[[bytes, str], etree._Element]) -> etree._Element:
    return parse(parts.get(name, NO_RELATIONS), name)


def first_relation_of(relations: etree._Element) -> int:
    """Give the number that the id of a new relationship may have."""
    found = (_RELATION.fullmatch(str(node.get("Id"))) for node in relations)
    return max([0, *(int(match[1]) for match in found if match)]) + 1


def _find_notes(relations: etree._Element, document_part: str, parts: Mapping[str, bytes]) -> tuple[str, bool]:
    folder = posixpath.dirname(document_part)
    for node in relations:
        if node.get("Type") == f"{REL}/footnotes":
            part = posixpath.normpath(posixpath.join(folder, str(node.get("Target")))).lstrip("/")
            if part in parts:
                return part, True
    return f"{folder}/footnotes.xml", False


def cut_part(
    part: str, root: etree._Element, prefix: str, namespace: str, behind: frozenset[str] = frozenset()
) -> Seam:
    """Cut a part at its end, or before the first of its children that have to stand `behind` the addition."""
    from lxml import etree  # to cut parts takes it, to join them does not

    etree.strip_tags(root, etree.ProcessingInstruction)
    # What is added writes its elements with this prefix, whichever the template itself writes.
    names: Mapping[Any, str] = {**root.nsmap, prefix or None: namespace}  # lxml-stubs know no default namespace
    whole = etree.Element(root.tag, nsmap=names)
    for name, value in root.attrib.items():
        whole.set(name, value)
    whole.extend(deepcopy(list(root)))
    mark = etree.ProcessingInstruction(*_MARK.split())
    anchor = None
    if behind:
        foreign = (child for child in whole if child.tag in behind or not str(child.tag).startswith(f"{{{namespace}}}"))
        anchor = next(foreign, None)
    if anchor is None:
        whole.append(mark)
    else:
        anchor.addprevious(mark)
    before, _, after = etree.tostring(whole, encoding="unicode").partition(f"<?{_MARK}?>")
    return Seam(part, before, after)


def _cut_settings(parts: Mapping[str, bytes], parse: Callable[[bytes, str], etree._Element]) -> Seam | None:
    part = "word/settings.xml"
    if part not in parts:
        return None
    settings = parse(parts[part], part)
    if settings.find(qname("footnotePr")) is not None:
        return None
    return cut_part(part, settings, "w", W_NS, _BEHIND_NOTES)


def _cut_notes(part: str, root: etree._Element | None, referred: set[int]) -> Seam:
    """Keep the separators of a template's notes, and the notes that its own text refers to; any other goes."""
    if root is None:
        return Seam(part, f'<w:footnotes xmlns:w="{W_NS}">{_SEPARATORS}', "</w:footnotes>")
    for note in list(root.iter(qname("footnote"))):
        if note.get(qname("type"), "normal") == "normal" and not set(_numbers([note], qname("id"))) & referred:
            root.remove(note)
    return cut_part(part, root, "w", W_NS)
