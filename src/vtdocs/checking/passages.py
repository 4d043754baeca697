"""The paragraphs of a text with their words and marks, and whether one stands by a table or like a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from vtdocs.readers.docx.composing import compose
from vtdocs.readers.docx.observed import Block, Paragraph

from .marks import Mark, read_mark

__all__ = ["Passage", "is_heading", "read_passages"]

_BREAKS = "\n\t\f\xa0\v\r"
_CAPTIONS = ("Bảng ", "BẢNG ", "Biểu ", "BIỂU ", "Hình ", "Sơ đồ ", "Biểu đồ ", "Nguồn", "Đơn vị tính", "ĐVT", "Đvt")
_LONGEST_HEADING = 150


class Passage(Struct):
    """A paragraph being read: its words in NFC, its mark, and whether a table or picture stands beside it."""

    paragraph: Paragraph
    words: str
    mark: Mark
    beside_table: bool = False


def read_passages(blocks: Sequence[Block], start: int, end: int) -> Iterator[Passage]:
    """Read the paragraphs of blocks `start` to `end` (excluded).

    Left out are those that only print a line or a picture, and the lines of a table of contents, which say again what
    the headings say.
    """
    for index in range(start, end):
        paragraph = blocks[index]
        if not isinstance(paragraph, Paragraph) or _is_of_contents(paragraph):
            continue
        text = paragraph.text
        words = _read_words(text)
        if not (any(map(str.isalnum, words)) or words == "./.") and (words or not paragraph.is_empty):
            continue
        beside = words.startswith((*_CAPTIONS, "(")) and _is_beside_table(blocks, index, start, end)
        yield Passage(paragraph, words, read_mark(words, paragraph.label), beside)


def _is_of_contents(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins within a table of contents; one may also begin behind the end of its field."""
    return "TOC" in paragraph.fields and bool(paragraph.runs) and paragraph.runs[0].field != ""


def _read_words(text: str) -> str:
    """A paragraph's text in NFC, breaks and no-break blanks made plain ones, those at its ends off."""
    if not text.isascii():
        text = compose(text)
    # Few texts have one of them, and to look for each costs a twentieth of `str.translate`.
    for sign in _BREAKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text.strip()


def _is_beside_table(blocks: Sequence[Block], index: int, start: int, end: int) -> bool:
    """Whether a table or picture stands right above or below, other captions between left out."""
    for step in (1, -1):
        for other in range(index + step, index + 4 * step, step):
            if not start <= other < end:
                break
            block = blocks[other]
            if not isinstance(block, Paragraph) or block.pictures:
                return True
            if block.text.strip() and not block.text.lstrip().startswith((*_CAPTIONS, "(")):
                break
    return False


def is_heading(passage: Passage) -> bool:
    """Whether an unmarked paragraph is a heading of its author's own: bold or in capitals, short, and no sentence."""
    words = passage.words
    if not words or len(words) > _LONGEST_HEADING or words.endswith((".", ";", ",", "…")):
        return False
    runs = [run for run in passage.paragraph.runs if passage.paragraph.text[run.start : run.end].strip()]
    bold = bool(runs) and all(run.format.bold for run in runs)
    centred = passage.paragraph.format.align == "center"
    return (bold and (centred or not words.endswith(":"))) or (words.isupper() and (centred or len(words) > 8))
