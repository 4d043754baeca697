"""Where a tag stands in a part, and what a value that writes Word XML of its own is told and has to give."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from msgspec import Struct

if TYPE_CHECKING:
    from .parts import Host

__all__ = ["Kind", "Place", "Writes"]


class Kind(StrEnum):
    """What surrounds a tag in the part."""

    TEXT = "text"  # in the text of a run
    RUN = "run"  # between the runs of a paragraph: {{r x }}
    BLOCK = "block"  # between paragraphs: {{p x }}
    ROW = "row"  # between rows or cells: {{tr x }}, {{tc x }}
    PLAIN = "plain"  # an attribute, a field's instruction, a property: nothing but characters can stand there


class Place(Struct, frozen=True):
    """The place of one value in one rendering.

    `part` is the name of the part, as in the package; `host` collects what the value adds to it. `properties` is the
    `w:rPr` of the text around the tag, or nothing.
    """

    part: str
    kind: Kind
    host: Host
    properties: str = ""


@runtime_checkable
class Writes(Protocol):
    """A value that writes XML.

    `level` says what it gives: "run" (w:r, w:hyperlink: what a paragraph holds) or "block" (w:p, w:tbl). What
    surrounds the tag is closed and opened again, with the same properties, where the two do not fit.
    """

    @property
    def level(self) -> Literal["run", "block"]:
        """What `xml` gives."""

    def xml(self, place: Place) -> str:
        """Write the value at this place. Raises WriteError."""
