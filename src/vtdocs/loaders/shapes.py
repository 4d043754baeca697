"""The language in which an input is declared: what may stand where, in words a user reads.

A declaration is read twice: by `structure`, which makes model values of YAML nodes and tells every fault, and by
`schema`, which writes JSON Schema for editors and the data reference. Neither knows anything else of an input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from msgspec import Struct, field
from msgspec.structs import force_setattr

from .codes import Code

__all__ = [
    "DEEPEST_OUTLINE",
    "LONGEST_LINE",
    "LONGEST_LIST",
    "LONGEST_OUTLINE",
    "LONGEST_TEXT",
    "Choice",
    "Field",
    "Flag",
    "ListOf",
    "MapOf",
    "Number",
    "OneOf",
    "Outline",
    "Prose",
    "Record",
    "Shape",
    "Text",
]

# Bounds that no document on paper reaches: beyond them a text or a list is a mistake, and slow to set.
LONGEST_TEXT = 2_000
LONGEST_LINE = 20_000
LONGEST_LIST = 2_000
# Lines of one body: some 1,500 pages.
LONGEST_OUTLINE = 50_000
# Items of a body one inside the other.
DEEPEST_OUTLINE = 20

# Makes the final value: (what was read, the reader, the node). `Reader.fail` tells a fault and gives what marks it.
Make = Callable[[Any, Any, Any], Any]


class Text(Struct, frozen=True):
    """A text on one line; with `lines` several, whose breaks are kept; with `blank` it may be empty.

    `tidy` takes off what the form writes itself. `refuse` gives code, message and hint for words that must not
    stand here, before anything else is said of them. `pattern` is for editors. `maximum` counts characters.
    """

    lines: bool = False
    blank: bool = False
    tidy: Callable[[str], str] | None = None
    refuse: Callable[[str], tuple[Code, str, str] | None] | None = None
    make: Make | None = None
    pattern: str | None = None
    maximum: int = LONGEST_TEXT


class Prose(Struct, frozen=True):
    """Paragraphs, one a line: a `Body`."""


class Outline(Struct, frozen=True):
    """The body of a document, by the grammar of the outline, or as a list: a `Body`.

    `item` gives the declaration of an item of the list that is a group of keys; it may hold an outline itself.
    """

    item: Callable[[], Record]


class Number(Struct, frozen=True):
    """A whole number; `outside` is code, message and hint for one out of bounds, `{}` standing for what was typed."""

    minimum: int = 1
    maximum: int = 999_999
    outside: tuple[Code, str, str] | None = None


class Choice(Struct, frozen=True):
    """One of a few words; `code` is the code of the fault of another."""

    words: tuple[str, ...]
    code: Code
    number: bool = False


class Flag(Struct, frozen=True):
    """Yes or no, as a bool; `default` where nothing is written. `YES` and `NO` are the words for it."""

    YES: ClassVar[tuple[str, ...]] = ("co", "có", "true")
    NO: ClassVar[tuple[str, ...]] = ("khong", "không", "false")

    default: bool = False


class ListOf(Struct, frozen=True):
    """A list of `minimum` to `maximum`; with `single` what is no list is a list of one."""

    item: Shape
    minimum: int = 0
    maximum: int = LONGEST_LIST
    single: bool = False
    make: Make | None = None


class MapOf(Struct, frozen=True):
    """Values by names that the author gives them: a dict. `title` says what has the names ("bảng").

    `make` makes each value.
    """

    item: Shape
    title: str
    maximum: int
    make: Make | None = None


class Field(Struct, frozen=True):
    """A key of a record. `description` and `example` are what editors and the data reference show."""

    key: str
    shape: Shape
    description: str
    required: bool = False
    default: Any = None
    example: str = ""


class Record(Struct, frozen=True):
    """A group of keys. `make` gets a `Fields`; with `eager` it does so even where some of them have faults.

    `others` is the shape of keys that the author names; without it a key that is none of the fields is a fault.
    `elsewhere` are hints for keys that belong to another place. `by_key` is made of `fields`.
    """

    title: str
    fields: tuple[Field, ...]
    make: Make | None = None
    eager: bool = False
    others: Shape | None = None
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    by_key: Mapping[str, Field] = field(default_factory=dict)

    def __post_init__(self) -> None:
        force_setattr(self, "by_key", {entry.key: entry for entry in self.fields})


class OneOf(Struct, frozen=True):
    """A value that may be a text, a group of keys or a list."""

    text: Shape | None = None
    mapping: Record | None = None
    sequence: ListOf | None = None
    make: Make | None = None


Shape = Text | Prose | Outline | Number | Choice | Flag | ListOf | MapOf | Record | OneOf
