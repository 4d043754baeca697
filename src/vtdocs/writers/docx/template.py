"""A Word template, read and compiled once into a value that fills any number of documents.

The text of `word/document.xml` is cut at its tags and slots; nothing of it is parsed again when a document is
written. The value is immutable and can be pickled: threads share it, and other processes get a copy.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic
from vtdocs.units import Length

from .package import Package
from .pages import Page
from .seams import Seams
from .stylesheet import Look, TableLook

__all__ = [
    "DOCUMENT_PART",
    "Chunk",
    "OverflowChunk",
    "SectionChunk",
    "SlotChunk",
    "TagChunk",
    "Template",
]

DOCUMENT_PART = "word/document.xml"


class TagChunk(Struct, frozen=True, tag=True):
    """A place for a short value, and the look of the text around it."""

    name: str
    look: Look


class SlotChunk(Struct, frozen=True, tag=True):
    """A place for blocks, the width that they may fill, and whether a paragraph must stand here where there are none.

    `overflows` is whether a row behind this one takes what its own row cannot hold.
    """

    name: str
    width: Length
    sole: bool
    overflows: bool = False


class SectionChunk(Struct, frozen=True, tag=True):
    """The place of the last section's properties."""


class OverflowChunk(Struct, frozen=True, tag=True):
    """A place for one more row of the signature's table: what opens it, and what closes it behind the recipients."""

    opening: str
    closing: str
    width: Length


Chunk = str | TagChunk | SlotChunk | SectionChunk | OverflowChunk


class Template(Struct, frozen=True):
    """A compiled template.

    `package` holds the parts that go into a document as they are, packed once: styles, fonts, pictures, headers. Some
    of them give way where a document adds to them (`seams`: content types, relationships, settings, footnotes); the
    document itself (`chunks`), headers and footers that hold tags (`edges`) and the properties of the file are written
    for each document, and are not in it.

    `upright` are the template's own pages and `turned` the same ones lying across. `warnings` tell where the template
    leaves the decree. Nothing changes the mappings once they are here.
    """

    package: Package
    chunks: tuple[Chunk, ...]
    looks: Mapping[str, Look]
    table: TableLook
    upright: Page
    turned: Page
    seams: Seams
    edges: Mapping[str, tuple[str | TagChunk, ...]]
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def text_width(self) -> Length:
        """The width of the text of an upright page."""
        return self.upright.text_width

    @property
    def text_height(self) -> Length:
        """The height of the text of an upright page."""
        return self.upright.text_height
