"""A Word file as a paper: which words are which component, which lines are which level. What rules are asked about.

`recognise` (recognising.py) makes it from an `Observed`. What could not be recognised with confidence is not here: its
key is missing from `parts`, its words say so in `unsure`, and rules that ask for it are silent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.outline import Marker
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.composing import compose
from vtdocs.readers.docx.observed import Observed, Paragraph, Run, Section, Spot, Table
from vtdocs.standards.loai_van_ban import LoaiVanBan

from .finding import Place, place_of
from .office import Office

if TYPE_CHECKING:
    from .abbreviations import Use
    from .citations import Citation

__all__ = ["Item", "Line", "Paper", "Part", "PhuLuc", "Prose", "Regime", "Role", "Signer"]


class Regime(Enum):
    """Which law a paper is made under; only `ND30` is judged by the rules of form."""

    ND30 = "văn bản hành chính (Nghị định 30/2020/NĐ-CP)"
    DANG = "văn bản của Đảng"
    QPPL = "văn bản quy phạm pháp luật"
    UNKNOWN = "chưa rõ loại văn bản"


class Line(Struct, frozen=True, dict=True):
    """A printed line of its author's making: a stretch of a paragraph between line breaks or tabs.

    `text` is NFC, blanks at its ends off, no-break blanks made plain ones; `start` and `end` are the stretch in
    `paragraph.text`.
    """

    paragraph: Paragraph
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """Its words."""
        return compose(self.paragraph.text[self.start : self.end]).replace("\xa0", " ").strip()

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the stretch that print something, cut to it."""
        text, runs = self.paragraph.text, self.paragraph.runs
        # Most lines are whole paragraphs, whose runs need no cutting.
        if self.start or self.end < len(text):
            runs = tuple(
                replace(run, start=max(run.start, self.start), end=min(run.end, self.end))
                for run in runs
                if run.end > self.start and run.start < self.end
            )
        return tuple(run for run in runs if text[run.start : run.end].strip())

    @property
    def place(self) -> Place:
        """Where it stands."""
        whole = self.start == 0 and self.end >= len(self.paragraph.text)
        return place_of(self.paragraph) if whole else place_of(self.paragraph, self.start, self.end)


class Part(Struct, frozen=True, dict=True):
    """A component that was found: its key and its lines, in order. Keys are those of `checking.components`."""

    key: str
    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """Its words, lines joined by blanks."""
        return " ".join(line.text for line in self.lines if line.text)

    @property
    def place(self) -> Place:
        """Where its first line stands."""
        return self.lines[0].place

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each of its lines stands."""
        return tuple(line.place for line in self.lines)

    @property
    def runs(self) -> Iterator[Run]:
        """The runs that print something, with the formatting of each."""
        for line in self.lines:
            yield from line.runs


class Signer(Struct, frozen=True):
    """One who signs: lines of capacity, of titles (the title, and others above the name), of the name.

    They stand in the parts quyen_han, chuc_vu and ho_ten as well, those of all signers from left to right. Of
    "Q. CHỦ TỊCH" the whole is a line of capacity, and "CHỦ TỊCH" the title.
    """

    quyen_han: tuple[Line, ...] = ()
    chuc_vu: tuple[Line, ...] = ()
    ho_ten: tuple[Line, ...] = ()


class Role(Enum):
    """What a paragraph of the text below the head is."""

    CAN_CU = "căn cứ"
    MO_DAU = "mở đầu"
    LOI = "lời"  # QUYẾT ĐỊNH:, QUYẾT NGHỊ:, and the authority line above the bases
    HEADING = "tiêu đề"
    TEXT = "lời văn"
    KET_THUC = "kết thúc"
    CAPTION = "đầu bảng, nguồn, đơn vị tính"
    EMPTY = "trống"

    # Enum hashes its name in Python, and rules look up the role of every paragraph; members are single.
    __hash__ = object.__hash__


class Item(Struct, frozen=True, dict=True):
    """A paragraph of the text: its line, its role, its mark and what stands below what.

    `marker` and `number` are as the grammar of the outline reads them, the automatic number counted in. `heading` is
    the label that runs in or the whole of a heading, `below` the index of the item it stands below (-1: none), `depth`
    how deep. `order` is the mark's place in its list (1 for I., 1., a)…), None without one. `body` tells in which
    text it stands: 0 the paper's, n the n-th appendix's.
    """

    line: Line
    role: Role
    marker: Marker | None = None
    number: str = ""
    heading: str = ""
    below: int = -1
    depth: int = 0
    order: int | None = None
    body: int = 0


class PhuLuc(Struct, frozen=True, dict=True):
    """An appendix: `parts` by key (phu_luc, phu_luc_tieu_de, kem_theo), its paragraphs from `first` to `last`.

    `number` is its Roman or Arabic number as typed, "" for a lone one. `sections` are indices. A text that is issued
    with the paper (Mẫu 1.3) has no phu_luc, but ten_loai, trich_yeu and, where it has a head, the parts of that.
    """

    number: str
    parts: Mapping[str, Part]
    first: int
    last: int
    sections: tuple[int, ...] = ()


class Prose(Struct, frozen=True, dict=True):
    """Running text as one string, for rules that search: NFC, one paragraph a line, with the way back to its place."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each paragraph's text in NFC, line breaks and tabs as blanks, so that one line is one paragraph."""
        return tuple(paragraph.plain for paragraph in self.paragraphs)

    @cached_property
    def whole(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(self.texts)

    @cached_property
    def lowered(self) -> str:
        """`whole` in small letters, letter for letter in the same place."""
        # The one letter that would become two.
        return self.whole.replace("İ", "I").lower()

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """What stands in quotation marks: others' words. Spans of `whole`, in order."""
        return tuple(match.span() for match in _QUOTED.finditer(self.whole))

    @cached_property
    def abbreviations(self) -> tuple[Use, ...]:
        """The abbreviations in it, in order."""
        from .abbreviations import find_abbreviations

        return tuple(find_abbreviations(self.whole))

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for text in self.texts:
            starts.append(at)
            at += len(text) + 1
        return starts

    def find(self, offset: int) -> tuple[int, int]:
        """Give the index of the paragraph at an offset of `whole`, and the offset in its text."""
        index = bisect_right(self._starts, offset) - 1
        return index, offset - self._starts[index]

    def place(self, start: int, end: int) -> Place:
        """Give the place of a stretch of `whole`."""
        index, low = self.find(start)
        paragraph = self.paragraphs[index]
        high = min(low + end - start, len(self.texts[index]))
        if len(self.texts[index]) == len(paragraph.text):
            return place_of(paragraph, low, high)
        # A text with combining marks: its offsets are others than those of its NFC form.
        return place_of(paragraph)


# Amending texts quote whole paragraphs; the straight marks close in their own.
_QUOTED = compile_late(r'“[^“”]{0,4000}”?|«[^«»\n]{0,4000}»?|"[^"\n]{0,4000}"?')


class Paper(Struct, frozen=True, dict=True):
    """A paper. `parts` by the keys of `checking.components`, `items` the text below the head, in order.

    `prose` is what is written in whole sentences (no head, no signature, no recipients; cells and appendices too),
    `texts` everything that is printed, head, cells, headers and notes too. `unsure` says in Vietnamese what was not
    recognised. `number` and `date` are those of the head, None where they are blank or unread; `symbol` the ký hiệu
    ("KH-UBND"). `is_draft` where number or date is blank. `head_tables` and `sign_tables` are indices of the tables
    that only lay out head and signature; `data_tables` are all others that are no mere layout. `absent` are keys of
    components that such a paper has to have and that are surely not there, as no line was left over where they belong;
    a rule on what is missing asks for it. `noi_nhan_danh_sach` is the list without the lines of the archive, which are
    `luu`.
    """

    observed: Observed
    regime: Regime
    loai: LoaiVanBan | None
    parts: Mapping[str, Part]
    items: tuple[Item, ...]
    phu_luc: tuple[PhuLuc, ...]
    prose: Prose
    texts: Prose
    unsure: tuple[str, ...] = ()
    number: int | None = None
    symbol: str = ""
    date: date | None = None
    is_draft: bool = False
    head_tables: tuple[int, ...] = ()
    sign_tables: tuple[int, ...] = ()
    data_tables: tuple[Table, ...] = ()
    office: Office | None = None
    absent: frozenset[str] = frozenset()
    signers: tuple[Signer, ...] = ()

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The papers that the text cites by number, in order."""
        # Only here, as abbreviations above: who asks for form alone needs neither.
        from .citations import find_citations

        return find_citations(self.prose.whole)

    @cached_property
    def running(self) -> tuple[Item, ...]:
        """The paragraphs of running text, in order, with the headings I., II.: what `flow.flow` gives."""
        from .flow import find_running

        return tuple(find_running(self))

    def part(self, key: str) -> Part | None:
        """Give a component, or None where it is not there or was not recognised."""
        return self.parts.get(key)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the file."""
        return self.observed.sections

    def column_of(self, paragraph: Paragraph) -> tuple[int, int]:
        """Give left and right edge of the column that a paragraph stands in, in twips from the page's left edge.

        The column is its cell less padding, or the text area of its section; indents are not taken off.
        """
        return self._edges(paragraph.section, paragraph.spot)

    def _edges(self, section_index: int, spot: Spot | None) -> tuple[int, int]:
        if spot is None:
            section = self.sections[section_index]
            left = section.left + section.gutter
            return left, section.page_width - section.right
        table = self.observed.tables[spot.table]
        left, right = self._edges(table.section, table.inside)
        if table.align == "center":
            left += (right - left - table.extent) // 2
        elif table.align == "right":
            left = right - table.extent
        else:
            left += table.indent
        left += sum(table.grid[: spot.column])
        cell = next((cell for cell in table.rows[spot.row].cells if cell.column == spot.column), None)
        if cell is None:
            return left, left + sum(table.grid[spot.column : spot.column + 1])
        return left + cell.padding_left, left + cell.width - cell.padding_right
