"""Paragraphs of words alone, nearly all of a body, written many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vtdocs.metrics.text import Face
from vtdocs.tree import Block, CharStyle, Paragraph, Style, Table, Text

from .inlines import run_properties
from .stylesheet import Looks
from .xml import encode_texts, text_elements

__all__ = ["is_bare", "is_prose", "prose_xml"]

_TEXT, _TEXT_END = b"<w:t>", b"</w:t>"
_PLAIN_RUN, _RUN_END = b"<w:r><w:t>", b"</w:t></w:r>"
_NEXT_RUN = _RUN_END + _PLAIN_RUN
_END = b"</w:t></w:r></w:p>"


def is_bare(block: Block | None) -> bool:
    """Whether a block is a table with nothing above it: the paragraph before it has to part itself from its rule."""
    return isinstance(block, Table) and not block.above


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph set as its style says; not yet, whether it is of words alone."""
    return block.__class__ is Paragraph and not block.by_sense and block.level is None and block.inlines != ()


def prose_xml(
    blocks: Sequence[Block], behind: Block | None, looks: Looks, *, keep_next: bool = False
) -> tuple[bytes, int]:
    """Write the paragraphs at the head of these blocks that are words alone, set as their styles say; count them.

    It comes to what `paragraph_xml` writes of each, in a fifth of the time. `behind` is what follows the last of the
    blocks; a paragraph right before a bare table is left.
    """
    # Between one text and the next always stands the same XML: what ends the one and begins the other.
    starts: list[bytes] = []
    texts: list[str] = []
    kept, openings = _KEPT, _KEPT if keep_next else _OPENINGS
    count = last = 0
    for block in blocks:
        if block.__class__ is not Paragraph or block.by_sense or block.level is not None or not block.inlines:
            behind = block
            break
        last = len(texts)
        inlines = block.inlines
        opening, plain = kept[block.style] if block.keep_next else openings[block.style]
        if len(inlines) == 1 and inlines[0].__class__ is Text and inlines[0].style is None:
            # Nearly all of them.
            starts.append(plain)
            texts.append(inlines[0].text)
            count += 1
            continue
        for inline in inlines:
            if inline.__class__ is not Text:
                break
            starts.append(opening + _run(inline.style, looks[block.style].face) if inline.style else plain)
            texts.append(inline.text)
            opening, plain = _RUN_END, _NEXT_RUN
        else:
            count += 1
            continue
        del starts[last:], texts[last:]
        behind = block
        break
    if count and is_bare(behind):
        del starts[last:], texts[last:]
        count -= 1
    return _join(starts, texts), count


def _join(starts: list[bytes], texts: list[str]) -> bytes:
    """Put texts between what opens each."""
    if not texts:
        return b""
    encoded, odd = encode_texts(texts)
    starts[0] = starts[0].removeprefix(_END)
    starts.append(_END)
    for number in odd:
        starts[number] = starts[number].removesuffix(_TEXT)
        encoded[number] = text_elements(texts[number]).encode()
        starts[number + 1] = starts[number + 1].removeprefix(_TEXT_END)
    pieces = [b""] * (2 * len(texts) + 1)
    pieces[::2], pieces[1::2] = starts, encoded
    return b"".join(pieces)


# Of styles and faces alone, and so made once in a process.


class _Openings(dict[Style, tuple[bytes, bytes]]):
    """By style: what ends a text and its paragraph, and opens the next one; and the same with a run of no style."""

    def __init__(self, kept: str) -> None:
        super().__init__()
        self._kept = kept

    def __missing__(self, style: Style) -> tuple[bytes, bytes]:
        start = _END + f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{self._kept}</w:pPr>'.encode()
        self[style] = start, start + _PLAIN_RUN
        return self[style]


_OPENINGS, _KEPT = _Openings(""), _Openings("<w:keepNext/>")


@cache
def _run(style: CharStyle, face: Face) -> bytes:
    """Open a run and its text."""
    return f"<w:r>{run_properties(style, face)}<w:t>".encode()
