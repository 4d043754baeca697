"""The data types of the tree. All are frozen; sequences are tuples.

Those that a document has by the thousand are not gone through by the garbage collector (`gc=False`), which takes a
third of the time of making a long table of cells: frozen values cannot hold each other in a circle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction

from msgspec import Struct, field

from vtdocs.units import Length

from .styles import CharStyle, Style

__all__ = [
    "Align",
    "Appendix",
    "Block",
    "Bracket",
    "Break",
    "Cell",
    "Column",
    "Document",
    "Field",
    "FixedRule",
    "Frame",
    "HeadCell",
    "Inline",
    "Link",
    "Merge",
    "Note",
    "Orientation",
    "Paragraph",
    "Picture",
    "Properties",
    "Row",
    "Rule",
    "Table",
    "TableRow",
    "Text",
]


class Text(Struct, frozen=True, gc=False):
    """Words, in a character style where they differ from their paragraph."""

    text: str
    style: CharStyle | None = None


class Field(Struct, frozen=True):
    """A value that the clerk may still fill in: a content control in Word.

    `tag` names it for programs, `title` for people. Without `text` it prints as a blank of `width`.
    """

    tag: str
    title: str
    text: str
    width: Length


class Break(Struct, frozen=True):
    """A line break inside a paragraph."""


class Link(Struct, frozen=True):
    """Words that open an address: http, https or mailto."""

    texts: tuple[Text, ...]
    url: str


class Note(Struct, frozen=True):
    """A footnote: its mark stands here, its text at the foot of the page."""

    inlines: tuple[Text | Link, ...]


Inline = Text | Field | Break | Link | Note


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph.

    The rows of one that is `by_sense` are cut, where they are too long, as their sense allows; before that the style
    `tighter` takes the place of its own, if in that one nothing has to be cut. One in `capitals` is cut by the words
    as they are written, and printed in capitals. One with `keep_next` stays on the page of what follows.

    `level` is where it stands in the outline, from 0 to 8, if that is not where its style says.
    """

    style: Style
    inlines: tuple[Inline, ...]
    by_sense: bool = False
    capitals: bool = False
    keep_next: bool = False
    tighter: Style | None = None
    level: int | None = None


class Rule(Struct, frozen=True):
    """A drawn line below text, which stands as its last row does and is measured by its printed rows.

    `low` and `high` bound its length as a share of a row; `share` is the wish between them. Where the rows
    differ, the line keeps the bounds of each of them if one length can, else those of the last row.
    """

    style: Style
    under: tuple[Paragraph, ...]
    low: Fraction
    high: Fraction
    share: Fraction


class FixedRule(Struct, frozen=True):
    """A drawn line of a stated length, which stands as text in the style `under` above it does."""

    style: Style
    length: Length
    under: Style


class Align(Enum):
    """How the cells of a column are set; the value is their style. NUMBER lines figures up by their decimals."""

    LEFT = Style.BANG_TRAI
    CENTRE = Style.BANG_GIUA
    RIGHT = Style.BANG_PHAI
    NUMBER = Style.BANG_SO

    # Enum hashes its name in Python; members are single.
    __hash__ = object.__hash__


class Orientation(Enum):
    """How a page is turned. AUTO is upright, but for a table that reads badly so."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Merge(Enum):
    """Where a cell stands in one that is merged down."""

    START = "restart"
    CONTINUE = "continue"


class Column(Struct, frozen=True):
    """A column of a table: how its cells are set. Its width is measured by the writer."""

    align: Align = Align.LEFT


class HeadCell(Struct, frozen=True):
    """A heading over so many columns, and down so many rows of the head.

    Where `inlines` are given they are printed, in one paragraph; `text` is what they say, and is measured.
    """

    text: str
    columns: int = 1
    rows: int = 1
    inlines: tuple[Inline, ...] = ()


class Cell(Struct, frozen=True, gc=False):
    """A cell of a row that is not plain, over so many columns. Without `align` it is set as its first column is.

    Where `inlines` are given they are printed, in one paragraph; `text` is what they say, and is measured.
    """

    text: str
    columns: int = 1
    merge: Merge | None = None
    align: Align | None = None
    inlines: tuple[Inline, ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether some of its words are bold by themselves."""
        if not self.inlines:
            return False
        texts = (inline.texts if isinstance(inline, Link) else (inline,) for inline in self.inlines)
        return any(isinstance(text, Text) and text.style and text.style.is_bold for part in texts for text in part)


class Row(Struct, frozen=True, gc=False):
    """A row that is not plain; its cells cover all columns. A `strong` one is bold, and with `keep_next` it stays on
    the page of the row below it.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    keep_next: bool = False


TableRow = tuple[str, ...] | Row


class Table(Struct, frozen=True):
    """A ruled table with a head that repeats on every page.

    `head` holds one or two rows of headings, each cell written where it begins, and may hold one more of signs
    ("A", "1=2+3"). A plain row is a tuple with one text per column. The paragraphs `above` it stay with it on its
    page, as those `below` do with its end; all of them turn with it.
    """

    columns: tuple[Column, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: Sequence[TableRow]
    signs: tuple[str, ...] = ()
    above: tuple[Paragraph, ...] = ()
    below: tuple[Paragraph, ...] = ()
    orientation: Orientation = Orientation.AUTO


class Picture(Struct, frozen=True):
    """A picture on a row of its own, and its caption below it.

    `data` are the bytes of a PNG or JPEG file, as `kind` ("png", "jpeg") says, of `pixels` width and height as they
    are stored; `turn` turns it clockwise by so many degrees. Without a `width` it takes its natural size, and at
    most the width of the text.
    """

    data: bytes
    kind: str
    pixels: tuple[int, int]
    description: str
    width: Length | None = None
    turn: int = 0
    caption: Paragraph | None = None


class Bracket(Struct, frozen=True):
    """Lines that a brace behind them gives one note."""

    lines: tuple[Paragraph, ...]
    note: Paragraph


Block = Paragraph | Rule | FixedRule | Table | Picture | Bracket


class Frame(Struct, frozen=True):
    """What fills the template around the body: flat tags, and slots that take blocks, by name."""

    tags: Mapping[str, Text | Field]
    slots: Mapping[str, tuple[Block, ...]]


class Appendix(Struct, frozen=True):
    """An appendix: a section of its own, with its own page numbers.

    Where it holds tables alone below its `head`, the whole of it turns with them; inside prose a table turns alone.
    """

    head: tuple[Block, ...]
    blocks: tuple[Block, ...]


class Properties(Struct, frozen=True):
    """What a file says about itself. `created` is an ISO date, empty while the document has none."""

    title: str
    subject: str
    creator: str
    created: str = ""


class Document(Struct, frozen=True):
    """A whole document."""

    properties: Properties
    frame: Frame
    body: tuple[Block, ...]
    appendices: tuple[Appendix, ...] = field(default=())
