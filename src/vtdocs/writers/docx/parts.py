"""What one document adds to its template: relationships, content types, media, notes, numbers of controls.

Numbers are given in the order of writing, so the same document gets the same ones every time. A document that adds
nothing leaves every part of its template as it is.
"""

from __future__ import annotations

from .links import link_target
from .media import Media
from .seams import REL, Seam, Seams
from .xml import escape

__all__ = ["Parts", "Relations"]

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# As Word writes it; the separators -1 and 0 are those of `seams`.
_NOTES_SETTING = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


class Relations:
    """The relationships that a document adds to one part."""

    def __init__(self, seam: Seam, first: int) -> None:
        self._seam = seam
        self._next = first
        self._links: dict[str, str] = {}
        self._rows: list[str] = []

    def link(self, url: str) -> str | None:
        """Give the relationship of an address, the same for equal ones; `None` where it is no address to open."""
        target = link_target(url)
        if target is None:
            return None
        if target not in self._links:
            self._links[target] = self.add("hyperlink", target, ' TargetMode="External"')
        return self._links[target]

    def add(self, kind: str, target: str, mode: str = "") -> str:
        """Add a relationship of this kind and give its id."""
        identity = f"rId{self._next}"
        self._next += 1
        self._rows.append(
            f'<Relationship Id="{identity}" Type="{REL}/{kind}" Target="{escape(target)}"{mode}/>',
        )
        return identity

    def added(self) -> dict[str, bytes]:
        """Give the changed part, if it changed."""
        return {self._seam.part: self._seam.join(self._rows)} if self._rows else {}


class Parts:
    """Gathers what one document adds."""

    def __init__(self, seams: Seams) -> None:
        self._seams = seams
        self.relations = Relations(seams.relations, seams.first_relation)
        self.notes_relations = Relations(seams.notes_relations, seams.first_note_relation)
        self._next_control = seams.first_control
        self._media = Media(seams.first_image, seams.first_drawing, seams.defaults)
        self.take_drawing = self._media.take_drawing
        self._pictures: dict[str, str] = {}
        self._notes: list[str] = []

    def take_control(self) -> int:
        """Give a number for a content control: unique in the document."""
        self._next_control += 1
        return self._next_control - 1

    def add_picture(self, data: bytes, kind: str) -> str:
        """Add the bytes of a picture ("png", "jpeg") and give their relationship; equal bytes are stored once."""
        name = self._media.add(data, kind)
        if name not in self._pictures:
            self._pictures[name] = self.relations.add("image", name.removeprefix("word/"))
        return self._pictures[name]

    def add_note(self, paragraphs: str) -> int:
        """Add a footnote of these paragraphs and give its number."""
        number = self._seams.first_note + len(self._notes)
        self._notes.append(f'<w:footnote w:id="{number}">{paragraphs}</w:footnote>')
        return number

    def added(self) -> dict[str, bytes]:
        """Give every part that the document adds or changes; call it once, when all is written."""
        seams = self._seams
        parts: dict[str, bytes] = dict(self._media.files)
        types = self._media.types()
        if self._notes:
            parts[seams.notes.part] = seams.notes.join(self._notes)
            parts |= self.notes_relations.added()
            if seams.settings is not None:
                parts[seams.settings.part] = seams.settings.join([_NOTES_SETTING])
            if not seams.has_notes:
                types.append(f'<Override PartName="/{seams.notes.part}" ContentType="{_NOTES_TYPE}"/>')
                self.relations.add("footnotes", seams.notes.part.removeprefix("word/"))
        if types:
            parts[seams.types.part] = seams.types.join(types)
        return parts | self.relations.added()
