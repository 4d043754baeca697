"""The mark "./." that closes what a document says, as the sample forms of Phụ lục III do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vtdocs.patterns import compile_late
from vtdocs.standards import custom
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import Block, Inline, Link, Paragraph, Text

from .loi_van import join_texts

__all__ = ["close_content"]

# A note below what was said: "(Có Phụ lục kèm theo)".
_NOTE = compile_late(r"\s*\([^()]*\)[.;]?\s*")
_CLOSED_IN_QUOTES = tuple(f"./.{end}" for end in "”\"'’»)")


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
    if held.endswith(_CLOSED_IN_QUOTES):
        return (*blocks[:-1], replace(last, inlines=tuple(_cut(last.inlines, len(held)))))
    typed = _find_typed_end(held)
    kept = len(strip_end(held)) if typed is None else typed
    inlines = join_texts((*_cut(last.inlines, kept), Text(custom.KET_THUC.value)))
    return (*blocks[:-1], replace(last, inlines=inlines))


def _is_closed(block: Block) -> bool:
    return isinstance(block, Paragraph) and _find_typed_end(_text(block)) is not None


def _find_typed_end(text: str) -> int | None:
    """Tell where the end mark stands as people type it ("./.", ". /.", "./", " /."), the blanks before it with it.

    The slash of an address is none.
    """
    undotted = text.rstrip(".")
    slashed = undotted.rstrip()
    if not slashed.endswith("/"):
        return None
    before = slashed[:-1].rstrip()
    if before.endswith(".") and not before.endswith(".."):
        return len(before[:-1].rstrip())
    stands_alone, stopped = slashed[:-1] != before, undotted != text
    return len(before) if stands_alone and stopped else None


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
