"""What is really in a Word file: text, effective formatting, tables, lines, sections, each with its place.

Plain values, without XML: they are compared, sent to other processes and read by whoever judges. Formatting is what
Word shows after defaults, theme, styles, table styles and direct formatting. Text is read as if every tracked change
were accepted. Lengths are whole twips (a twentieth of a point), as they stand in the file after Word's own rounding.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cached_property

from msgspec import Struct, field

from .composing import compose

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Observed",
    "PageText",
    "Paragraph",
    "ParagraphFormat",
    "Row",
    "Rule",
    "RuleKind",
    "Run",
    "RunFormat",
    "Section",
    "Spot",
    "Table",
]


_BLANKS = "\n\t\xa0\f\v\r"


class RunFormat(Struct, frozen=True, gc=False):
    """How letters look. Vietnamese letters beyond ASCII take `h_ansi`; `ascii` the plain ones.

    `size` is in half-points (26 is 13 pt). `colour` is "auto" or "RRGGBB" in capitals, theme colours resolved;
    `highlight` and `shading` are "" where there is none. `underline` is Word's word ("single", "words" …) or "".
    """

    ascii: str = "Times New Roman"
    h_ansi: str = "Times New Roman"
    size: int = 20
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    underline: str = ""
    strike: bool = False
    colour: str = "auto"
    highlight: str = ""
    shading: str = ""
    hidden: bool = False
    raised: str = ""
    spacing: int = 0
    language: str = ""


class Run(Struct, frozen=True, gc=False):
    """A stretch of one formatting: characters `start` to `end` of its paragraph's text.

    `link` is true inside a hyperlink (its target is in `target`), `field` the name of the field whose result it is
    ("PAGE", "TOC", "HYPERLINK" …) or "", `inserted` true where a tracked insertion put it in.
    """

    start: int
    end: int
    format: RunFormat
    link: bool = False
    target: str = ""
    field: str = ""
    inserted: bool = False


class ParagraphFormat(Struct, frozen=True, gc=False):
    """How a paragraph stands. `align`: "left", "center", "right", "both" (justified), "distribute".

    Indents in twips; `first_line` is negative for a hanging one. `before` and `after` in twips, automatic spacing
    resolved to 280. `line` is in 240ths of a line for the rule "auto", else in twips ("exact", "atLeast"). `framed` is
    where a text frame puts the paragraph across: "center", "left", "right" …, "at" for a measured place, "" for none.
    """

    align: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    contextual: bool = False
    line: int = 240
    line_rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    outline_level: int | None = None
    tabs: tuple[tuple[int, str], ...] = ()
    framed: str = ""


class RuleKind(Enum):
    """How a horizontal line was made."""

    DRAWING = "drawing"
    VML = "vml"
    BORDER_BELOW = "border below"
    BORDER_ABOVE = "border above"
    UNDERSCORES = "underscores"
    PICTURE = "picture"


class Rule(Struct, frozen=True, gc=False):
    """A horizontal line that is drawn at a paragraph, or typed as underscores (or other dashes) in it.

    `length` is in twips; None where it cannot be known. `offset` is how far the line's left end stands right of the
    paragraph's column, where that is said. `solid` is false for dashed and double lines.
    """

    kind: RuleKind
    length: int | None
    offset: int | None = None
    solid: bool = True
    thickness: int | None = None


class Spot(Struct, frozen=True, gc=False):
    """Where a paragraph stands if it is in a table: table, row and column by their indices from 0."""

    table: int
    row: int
    column: int


class Paragraph(Struct, frozen=True, dict=True):
    """One `w:p`.

    `number` counts all paragraphs of its part from 1, in the order of the file, those in tables and text boxes too.
    `text` holds "\n" for a line break, "\t" for a tab, "\f" for a page break, U+2011 for a no-break hyphen; typed
    characters as they are, in the normal form they have in the file. Field codes, deleted and hidden text and what
    stands in a text box (a paragraph of its own) are not in it. `label` is the automatic number as printed ("1.", "-"),
    without its gap; it is not in `text`. `section` is an index, `box` the index of the text box it stands in.
    `page` counts from 1 where the file tells it (page breaks that Word left behind). `pictures` counts pictures and
    drawings that are no lines. `fields` names the fields in it, those that go on from before
    too. `notes` are pairs of an offset in `text` and the id of the footnote there, endnotes negative. `mark_format` is
    how its end mark looks, which is how an empty one stands.
    """

    number: int
    part: str
    text: str
    runs: tuple[Run, ...]
    format: ParagraphFormat
    mark_format: RunFormat
    style: str = ""
    label: str = ""
    label_format: RunFormat | None = None
    section: int = 0
    spot: Spot | None = None
    box: int | None = None
    rules: tuple[Rule, ...] = ()
    page: int | None = None
    pictures: int = 0
    fields: tuple[str, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text in NFC on one line: breaks, tabs and no-break blanks are blanks."""
        text = compose(self.text)
        # Six searches for what is seldom there take a tenth of what `str.translate` takes.
        for blank in _BLANKS:
            if blank in text:
                text = text.replace(blank, " ")
        return text

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is printed: no letter, no picture, no line, no number."""
        return not (self.text.strip() or self.pictures or self.rules or self.label)


class Cell(Struct, frozen=True, gc=False):
    """A cell: its place in the grid, its share of it, and what is in it. `width` is of its grid columns, in twips.

    `merged` is true for a cell that is covered from above. `borders` names the sides that are drawn.
    """

    row: int
    column: int
    span: int
    blocks: tuple[Block, ...]
    width: int
    merged: bool = False
    borders: frozenset[str] = frozenset()
    padding_left: int = 108
    padding_right: int = 108
    vertical: str = "top"


class Row(Struct, frozen=True, gc=False):
    """A row; `is_header` where it repeats on each page, `cant_split` where it stays on one."""

    cells: tuple[Cell, ...]
    is_header: bool = False
    cant_split: bool = False
    height: int | None = None
    height_rule: str = "auto"


class Table(Struct, frozen=True, dict=True):
    """A table; `index` counts all tables of its part from 0, nested ones too. Lengths in twips.

    `indent` is where its left edge stands against the text. `inside` is where the cell stands that holds it, or None.
    `first` and `last` are the numbers of its first and last paragraph.
    """

    index: int
    grid: tuple[int, ...]
    rows: tuple[Row, ...]
    align: str = "left"
    indent: int = 0
    width: int | None = None
    has_borders: bool = False
    section: int = 0
    inside: Spot | None = None
    box: int | None = None
    floats: bool = False
    first: int = 0
    last: int = 0
    style: str = ""

    @cached_property
    def extent(self) -> int:
        """How wide the grid is."""
        return sum(self.grid)


Block = Paragraph | Table


class Box(Struct, frozen=True, gc=False):
    """A text box: the number of the paragraph it hangs on, and what is in it.

    `top` and `left` in twips from the page's edges, where that is said.
    """

    index: int
    anchor: int
    blocks: tuple[Block, ...]
    width: int | None = None
    height: int | None = None
    has_border: bool = False
    left: int | None = None
    top: int | None = None


class PageText(Struct, frozen=True, gc=False):
    """A header or footer: its part's name and its blocks. `inherited` where it is the section's before.

    `paragraphs`, `tables` and `boxes` are as in `Observed`: all of the part, what stands in cells and text boxes too.
    """

    part: str
    blocks: tuple[Block, ...]
    inherited: bool = False
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    boxes: tuple[Box, ...] = ()


class Section(Struct, frozen=True, gc=False):
    """A section; lengths in twips. `first` and `last` are the numbers of its first and last paragraph.

    `headers` and `footers` are by kind: "default", "first", "even", those of earlier sections where it has none of its
    own. "first" counts only with `title_page`, "even" only with `Observed.even_and_odd`. `page_start` is the number its
    pages begin with, None where they go on. `start` is "nextPage", "continuous" …
    """

    index: int
    first: int
    last: int
    page_width: int
    page_height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    gutter: int = 0
    title_page: bool = False
    page_start: int | None = None
    page_format: str = "decimal"
    columns: int = 1
    start: str = "nextPage"
    headers: Mapping[str, PageText] = field(default_factory=dict)
    footers: Mapping[str, PageText] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.page_width - self.left - self.right - self.gutter


class Observed(Struct, frozen=True, dict=True):
    """A whole Word file. `name` is what messages call it.

    `blocks` are the top level of the body in order, `paragraphs` all of the body in the order of their numbers (those
    in tables and text boxes too: `paragraphs[n - 1]` has number n), `tables` by index, `boxes` by index. `notes` holds
    footnotes by id and endnotes by negative id. `changes` counts tracked changes, `comments` comments. `pages` is what
    Word last counted. `application` is the program that wrote it, as it says.
    """

    name: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...] = ()
    notes: Mapping[int, tuple[Paragraph, ...]] = field(default_factory=dict)
    even_and_odd: bool = False
    changes: int = 0
    comments: int = 0
    pages: int | None = None
    application: str = ""
    macros: bool = False
    protected: bool = False
