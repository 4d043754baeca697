"""The mark "./." that closes what a document says, as the sample forms of Phụ lục III do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vtdocs.standards import custom
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import Block, Inline, Link, Paragraph, Text

from .loi_van import join_texts

__all__ = ["close_content"]

# The end mark as people type it ("./.", ". /.", "./", " /."); the slash of an address is none.
_TYPED_END = re.compile(r"\s*(?:(?<!\.)\.\s*/\s*\.?|(?<=\s)/\s*\.)\.*$")
# A note below what was said: "(Có Phụ lục kèm theo)".
_NOTE = re.compile(r"\s*\([^()]*\)[.;]?\s*")
_CLOSED_IN_QUOTES = re.compile(r"\./\.[”\"'’»)]$")


def close_content(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """End the last paragraph with "./.", once, behind whatever stands at its end: a link, emphasis, a footnote's mark.

    A body that ends with a table or a picture has no words at its end, and takes no mark. A note in brackets takes
    none where its author closed the paragraph above it.
    """
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return blocks
    text = _text(last)
    if _NOTE.fullmatch(text) and len(blocks) > 1 and _is_closed(blocks[-2]):
        return (*close_content(blocks[:-1]), last)
    held = text.rstrip()
    if not held:
        return blocks
    if _CLOSED_IN_QUOTES.search(held):
        return (*blocks[:-1], replace(last, inlines=tuple(_cut(last.inlines, len(held)))))
    typed = _TYPED_END.search(held)
    held = held[: typed.start()] if typed else strip_end(held)
    inlines = join_texts((*_cut(last.inlines, len(held)), Text(custom.KET_THUC.value)))
    return (*blocks[:-1], replace(last, inlines=inlines))


def _is_closed(block: Block) -> bool:
    return isinstance(block, Paragraph) and _TYPED_END.search(_text(block)) is not None


def _text(paragraph: Paragraph) -> str:
    return "".join(map(_words, paragraph.inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Link():
            return "".join(text.text for text in inline.texts)
        case _:
            return ""


def _cut(inlines: Sequence[Inline], length: int) -> Iterator[Inline]:
    """Give what lies in the first `length` characters, and all notes."""
    for inline in inlines:
        match inline:
            case Text():
                if inline.text[:length]:
                    yield Text(inline.text[:length], inline.style)
            case Link():
                if texts := tuple(text for text in _cut(inline.texts, length) if isinstance(text, Text)):
                    yield Link(texts, inline.url)
            case _:
                yield inline
        length = max(0, length - len(_words(inline)))
