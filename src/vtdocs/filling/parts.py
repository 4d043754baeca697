"""What the values of one document add to its template's package: relationships, pictures, numbers of drawings.

A template is looked at once (`find_outlets`): which parts have relationships, and which numbers are taken. What a
document adds is gathered in `Additions`, in the order of writing, so the same document gets the same names; one that
adds nothing leaves every byte of its template.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from lxml import etree
from msgspec import Struct

from vtdocs.writers.docx.parts import Relations
from vtdocs.writers.docx.seams import TYPES_PART, Seam

from .checks import check_link

__all__ = ["MARK", "Additions", "Host", "Outlets", "find_outlets", "relations_of"]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC_PROPERTIES = re.compile(rb"<wp:docPr\b[^>]*?\bid=[\"'](\d{1,9})[\"']")
_RELATION_NUMBER = re.compile("rId([0-9]{1,8})")
# A processing instruction: no text can hold it, and nothing that reads XML is disturbed by it.
MARK = "vtdocs-value"
_IMAGE_NUMBER = re.compile(r"word/media/image([0-9]{1,8})\.\w+")


class Host(Protocol):
    """What a value asks of the part that it is written into."""

    def add_picture(self, part: str, data: bytes, kind: str) -> str:
        """Add the bytes of a picture ("png", "jpeg"), and give the id of the part's relationship to it."""

    def link(self, part: str, url: str) -> str:
        """Give the id of the part's relationship to an address. Raises WriteError for one that opens nothing."""

    def take_drawing(self) -> int:
        """Give a number for a drawing, unique in the document."""

    def merge(self, part: str, document: bytes, /) -> str:
        """Take over what a Word file refers to, and give its paragraphs and tables, or a mark that waits for them."""


class Outlets(Struct, frozen=True):
    """A template's package, as far as values add to it: picklable, made once.

    `types` and the `relations` of each part are cut where rows are added; `first_relation` is the first free number
    of each part's ids, `defaults` are the content types by extension.
    """

    types: Seam
    defaults: Mapping[str, str]
    relations: Mapping[str, Seam]
    first_relation: Mapping[str, int]
    first_image: int
    first_drawing: int


def relations_of(part: str) -> str:
    """Give the name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def find_outlets(parts: Mapping[str, bytes], filled: Iterable[str]) -> Outlets:
    """Look at a package; `filled` are the parts that values may stand in.

    The content types and relationships have to be well-formed XML: lxml's XMLSyntaxError where they are not.
    """
    types = _parse(parts[TYPES_PART])
    relations: dict[str, Seam] = {}
    first: dict[str, int] = {}
    for part in filled:
        name = relations_of(part)
        root = _parse(parts.get(name, f'<Relationships xmlns="{_RELATIONS}"/>'.encode()))
        relations[part] = _cut(name, root, _RELATIONS)
        found = (_RELATION_NUMBER.fullmatch(str(node.get("Id"))) for node in root)
        first[part] = max([0, *(int(match[1]) for match in found if match)]) + 1
    drawings = (int(number) for data in parts.values() for number in _DOC_PROPERTIES.findall(data))
    images = (_IMAGE_NUMBER.fullmatch(name) for name in parts)
    return Outlets(
        types=_cut(TYPES_PART, types, _TYPES),
        defaults={
            str(node.get("Extension")).lower(): str(node.get("ContentType")) for node in types.iter("{*}Default")
        },
        relations=relations,
        first_relation=first,
        first_image=max([0, *(int(match[1]) for match in images if match)]) + 1,
        first_drawing=max([0, *drawings]) + 1,
    )


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _cut(part: str, root: etree._Element, namespace: str) -> Seam:
    """Cut a part before its end; rows that are added are of the default namespace."""
    rows = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in root)
    name = etree.QName(root).localname
    plain = rows.replace(f' xmlns="{namespace}"', "")
    return Seam(part, f'<{name} xmlns="{namespace}">{plain}', f"</{name}>")


class Additions:
    """Gathers what one document adds: the host of its values."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._relations: dict[str, Relations] = {}
        self._next_drawing = outlets.first_drawing
        self._media: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._rows: dict[tuple[str, str], str] = {}
        self._types: dict[str, str] = {}
        self.documents: list[bytes] = []

    def take_drawing(self) -> int:
        """Give a number for a drawing, unique in the document."""
        self._next_drawing += 1
        return self._next_drawing - 1

    def link(self, part: str, url: str) -> str:
        """Give the id of the part's relationship to an address. Raises WriteError for one that opens nothing."""
        return self._of(part).link(check_link(url)) or ""

    def add_picture(self, part: str, data: bytes, kind: str) -> str:
        """Add the bytes of a picture, and give the id of the part's relationship; equal bytes are stored once."""
        digest = hashlib.sha256(data).digest()
        name = self._names.get(digest)
        if name is None:
            name = f"word/media/image{self._outlets.first_image + len(self._media)}.{kind}"
            self._names[digest], self._media[name] = name, data
            self._declare(name, kind)
        if (part, name) not in self._rows:
            target = posixpath.relpath(name, posixpath.dirname(part))
            self._rows[part, name] = self._of(part).add("image", target)
        return self._rows[part, name]

    def merge(self, _part: str, document: bytes, /) -> str:
        """Give a mark that waits for a Word file (see `merging`): its styles and lists change what is written here.

        It stands in a paragraph, which goes when the file comes: what has to end with one is left as it is.
        """
        self.documents.append(document)
        return f"<w:p><?{MARK} {len(self.documents) - 1}?></w:p>"

    def added(self) -> dict[str, bytes]:
        """Give every part that the document adds or changes."""
        parts = dict(self._media)
        if self._types:
            # Defaults before overrides, as Word writes them.
            parts[self._outlets.types.part] = self._outlets.types.join(sorted(self._types.values()))
        for relations in self._relations.values():
            parts |= relations.added()
        return parts

    def _of(self, part: str) -> Relations:
        if part not in self._relations:
            outlets = self._outlets
            self._relations[part] = Relations(outlets.relations[part], outlets.first_relation[part])
        return self._relations[part]

    def _declare(self, name: str, kind: str) -> None:
        """State a picture's content type: by its extension, unless the template means another thing by that."""
        content_type = f"image/{kind}"
        known = self._outlets.defaults.get(kind)
        if known is None:
            self._types[kind] = f'<Default Extension="{kind}" ContentType="{content_type}"/>'
        elif known.lower() != content_type:
            self._types[name] = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
