"""Footnotes and endnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from .measures import read_int
from .names import W_ENDNOTE, W_FOOTNOTE, W_NS, W_TYPE
from .observed import Paragraph

__all__ = ["read_notes"]

_ID = f"{{{W_NS}}}id"
# The lines between text and notes are notes to the file.
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_notes(
    root: Element, read: Callable[[Element], tuple[Paragraph, ...]]
) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    """Give the notes of a part by their ids, endnotes by negative ones. `read` reads what is in one."""
    for note in root.iterchildren(W_FOOTNOTE, W_ENDNOTE):
        paragraphs = read(note)
        number = read_int(note.get(_ID))
        if number is not None and note.get(W_TYPE) not in _SEPARATORS:
            yield (-number if note.tag == W_ENDNOTE else number), paragraphs
