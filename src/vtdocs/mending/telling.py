"""What a mender did, gathered: what has one cause is one change with all its places."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Place, place_of
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards.base import Fact

from .changes import Change
from .work import Stretch, Work

__all__ = ["Told"]


class Told:
    """The changes of one mender, by what they are, in the order in which they were first made."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._places: dict[tuple[str, str, str, str], dict[tuple[str, int], Place]] = {}

    def tell(self, what: str, before: str, after: str, source: Fact | str, where: Stretch | Paragraph) -> None:
        """Note a change at a paragraph, and that its part was touched."""
        paragraph = where.paragraph if isinstance(where, Stretch) else where
        named = source if isinstance(source, str) else source.source
        found = self._places.setdefault((what, before, after, named), {})
        found.setdefault((paragraph.part, paragraph.number), place_of(paragraph))
        self._work.touch(paragraph.part)

    def changes(self) -> Iterator[Change]:
        """Give the changes, each with its places in reading order."""
        for (what, before, after, source), where in self._places.items():
            yield Change(what, before, after, source, tuple(where[key] for key in sorted(where)))
