"""What the values of one document add to its template's package: relationships, pictures, numbers of drawings.

A template is looked at once (`find_outlets`): which parts have relationships, and which numbers are taken. What a
document adds is gathered in `Additions`, in the order of writing, so the same document gets the same names; one that
adds nothing leaves every byte of its template.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.writers.docx.media import Media
from vtdocs.writers.docx.parsing import parse_xml
from vtdocs.writers.docx.parts import Relations
from vtdocs.writers.docx.seams import (
    NO_RELATIONS,
    RELATIONS_NS,
    TYPES_NS,
    TYPES_PART,
    Seam,
    cut_part,
    find_defaults,
    first_image_of,
    first_relation_of,
    relations_of,
)

from .checks import check_link

__all__ = ["MARK", "Additions", "Host", "Outlets", "find_outlets"]

_DOC_PROPERTIES = compile_late(rb"<wp:docPr\b[^>]*?\bid=[\"'](\d{1,9})[\"']")
# A processing instruction: no text can hold it, and nothing that reads XML is disturbed by it.
MARK = "vtdocs-value"


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


def find_outlets(parts: Mapping[str, bytes], filled: Iterable[str]) -> Outlets:
    """Look at a package; `filled` are the parts that values may stand in.

    The content types and relationships have to be well-formed XML: BrokenXmlError where they are not.
    """
    types = parse_xml(parts[TYPES_PART])
    relations: dict[str, Seam] = {}
    first: dict[str, int] = {}
    for part in filled:
        name = relations_of(part)
        root = parse_xml(parts.get(name, NO_RELATIONS))
        relations[part] = cut_part(name, root, "", RELATIONS_NS)
        first[part] = first_relation_of(root)
    drawings = (int(number) for data in parts.values() for number in _DOC_PROPERTIES.findall(data))
    return Outlets(
        types=cut_part(TYPES_PART, types, "", TYPES_NS),
        defaults=find_defaults(types),
        relations=relations,
        first_relation=first,
        first_image=first_image_of(parts),
        first_drawing=max([0, *drawings]) + 1,
    )


class Additions:
    """Gathers what one document adds: the host of its values."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._relations: dict[str, Relations] = {}
        self._media = Media(outlets.first_image, outlets.first_drawing, outlets.defaults)
        self.take_drawing = self._media.take_drawing
        self._rows: dict[tuple[str, str], str] = {}
        self.documents: list[bytes] = []

    def link(self, part: str, url: str) -> str:
        """Give the id of the part's relationship to an address. Raises WriteError for one that opens nothing."""
        return self._of(part).link(check_link(url)) or ""

    def add_picture(self, part: str, data: bytes, kind: str) -> str:
        """Add the bytes of a picture, and give the id of the part's relationship; equal bytes are stored once."""
        name = self._media.add(data, kind)
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
        parts = dict(self._media.files)
        if types := self._media.types():
            parts[self._outlets.types.part] = self._outlets.types.join(types)
        for relations in self._relations.values():
            parts |= relations.added()
        return parts

    def _of(self, part: str) -> Relations:
        if part not in self._relations:
            outlets = self._outlets
            self._relations[part] = Relations(outlets.relations[part], outlets.first_relation[part])
        return self._relations[part]
