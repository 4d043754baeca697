"""Paragraphs of words alone, nearly all of a body, written many at a time."""

from __future__ import annotations

from functools import cache

from vtdocs.metrics.text import Face
from vtdocs.tree import CharStyle, Paragraph, Style, Text

from .inlines import run_properties
from .stylesheet import Looks
from .xml import encode_texts, text_elements

__all__ = ["Prose"]

_TEXT, _TEXT_END = b"<w:t>", b"</w:t>"
_PLAIN_RUN, _RUN_END = b"<w:r><w:t>", b"</w:t></w:r>"
_NEXT_RUN = _RUN_END + _PLAIN_RUN, _RUN_END
_END = b"</w:t></w:r></w:p>"


class Prose:
    """Gathers paragraphs, and writes them as `paragraph_xml` writes each: in a fifth of the time."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        # Between one text and the next always stands the same XML: what ends the one and begins the other.
        self._starts: list[bytes] = []
        self._texts: list[str] = []

    def add(self, paragraph: Paragraph, *, keep_next: bool) -> bool:
        """Take a paragraph if it is words alone, set as its style says; else say no."""
        if paragraph.by_sense or paragraph.level is not None or not paragraph.inlines:
            return False
        starts, texts, style = self._starts, self._texts, paragraph.style
        count = len(texts)
        plain, before = _paragraph(style, keep_next or paragraph.keep_next)
        for inline in paragraph.inlines:
            if not isinstance(inline, Text):
                del starts[count:], texts[count:]
                return False
            starts.append(before + _run(inline.style, self._looks[style].face) if inline.style else plain)
            texts.append(inline.text)
            plain, before = _NEXT_RUN
        return True

    def write(self) -> bytes:
        """Give the XML of what was gathered, and begin anew."""
        if not self._texts:
            return b""
        starts, (texts, odd) = self._starts, encode_texts(self._texts)
        starts[0] = starts[0].removeprefix(_END)
        starts.append(_END)
        for number in odd:
            starts[number] = starts[number].removesuffix(_TEXT)
            texts[number] = text_elements(self._texts[number]).encode()
            starts[number + 1] = starts[number + 1].removeprefix(_TEXT_END)
        pieces = [b""] * (2 * len(texts) + 1)
        pieces[::2], pieces[1::2] = starts, texts
        self._starts, self._texts = [], []
        return b"".join(pieces)


# Of styles and faces alone, and so made once in a process.


@cache
def _paragraph(style: Style, keep_next: bool) -> tuple[bytes, bytes]:
    """End a text and its paragraph, and open the next paragraph: with a run of no style of its own, and without."""
    kept = "<w:keepNext/>" if keep_next else ""
    start = _END + f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>'.encode()
    return start + _PLAIN_RUN, start


@cache
def _run(style: CharStyle, face: Face) -> bytes:
    """Open a run and its text."""
    return f"<w:r>{run_properties(style, face)}<w:t>".encode()
