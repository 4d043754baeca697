"""The data types of the tree. All are frozen; sequences are tuples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from vtdocs.units import Length

from .styles import CharStyle, Style

__all__ = [
    "Align",
    "Appendix",
    "Block",
    "Break",
    "Column",
    "Document",
    "Field",
    "FixedRule",
    "Frame",
    "Inline",
    "Paragraph",
    "Properties",
    "Rule",
    "Table",
    "Text",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Words, in a character style where they differ from their paragraph."""

    text: str
    style: CharStyle | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A value that the clerk may still fill in: a content control in Word.

    `tag` names it for programs, `title` for people. Without `text` it prints as a blank of `width`.
    """

    tag: str
    title: str
    text: str
    width: Length


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Inline = Text | Field | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    The rows of one that is `by_sense` are cut, where they are too long, as their sense allows; before that the style
    `tighter` takes the place of its own, if in that one nothing has to be cut. One in `capitals` is cut by the words
    as they are written, and printed in capitals. One with `keep_next` stays on the page of what follows.
    """

    style: Style
    inlines: tuple[Inline, ...]
    by_sense: bool = False
    capitals: bool = False
    keep_next: bool = False
    tighter: Style | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, centred below text whose printed rows it is measured by.

    `low` and `high` bound its length as a share of a row; `share` is the wish between them. Where the rows
    differ, the line keeps the bounds of each of them if one length can, else those of the last row.
    """

    style: Style
    under: tuple[Paragraph, ...]
    low: Fraction
    high: Fraction
    share: Fraction


@dataclass(frozen=True, slots=True)
class FixedRule:
    """A drawn line of a stated length, centred."""

    style: Style
    length: Length


class Align(Enum):
    """How the cells of a column are set; the value is their style."""

    LEFT = Style.BANG_TRAI
    CENTRE = Style.BANG_GIUA


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and how its cells are set. Its width is measured by the writer."""

    title: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a head that repeats on every page. Each row has one text per column."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


Block = Paragraph | Rule | FixedRule | Table


@dataclass(frozen=True, slots=True)
class Frame:
    """What fills the template around the body: flat tags, and slots that take blocks, by name."""

    tags: Mapping[str, Text | Field]
    slots: Mapping[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: a section of its own, with its own page numbers."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself. `created` is an ISO date, empty while the document has none."""

    title: str
    subject: str
    creator: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    properties: Properties
    frame: Frame
    body: tuple[Block, ...]
    appendices: tuple[Appendix, ...] = field(default=())
