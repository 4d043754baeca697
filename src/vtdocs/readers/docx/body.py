"""The blocks of a part in their order: paragraphs with their numbers, tables with cells, text boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from .fields import Fields
from .formats import CellLook, Formats, ParagraphLook
from .lines import Column, border_rules, typed_rules
from .names import W_DEL, W_FLD_CHAR, W_MOVE_FROM, W_NS, W_P, W_P_PR, XML_SPACE
from .numbering import Numbering
from .observed import Block, Box, Cell, Paragraph, Row, RuleKind, Section, Spot, Table
from .package import Relation
from .pages import Pages
from .runs import Runs
from .sections import SectionEnds, column_of
from .table_plans import CellPlan, RowPlan
from .tables import lay_out
from .walking import Deletions, blocks_in, boxes_in, find_boxed

if TYPE_CHECKING:
    from .drawings import Frame

__all__ = ["Shared", "Sources", "Story"]

Sources = tuple[tuple[Element, int, int], ...]
"""The `w:r` that a paragraph's text comes from, in order, with the offsets where the text of each begins and ends."""

_FLD_CHAR_TYPE = f"{{{W_NS}}}fldCharType"
_NEW_PAGE = ("nextPage", "evenPage", "oddPage")


class Shared(Struct):
    """What all parts of a file are read with."""

    formats: Formats
    numbering: Numbering
    compatibility: int


class _Where(Struct, frozen=True):
    """Where blocks stand: in which cell, text box and column; `column` is None for that of the section."""

    spot: Spot | None = None
    box: int | None = None
    column: Column | None = None
    look: CellLook | None = None


class Story:
    """Reads one part, block after block, in the order that `walk_paragraphs` gives.

    `sections` are those of the body with the `ends` that part them; a header has the one section it is first used in.
    """

    def __init__(
        self,
        part: str,
        root: Element,
        shared: Shared,
        relations: Mapping[str, Relation],
        deletions: Deletions,
        sections: list[Section],
        ends: SectionEnds | None = None,
    ) -> None:
        self.part = part
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.boxes: list[Box] = []
        # The numbers of the first and last paragraph of each section.
        self.spans: list[tuple[int, int]] = []
        # What the text of each paragraph comes from, where that is asked for.
        self.sources: list[Sources] | None = None
        self._formats, self._numbering = shared.formats, shared.numbering
        # Word counts the lists of all text boxes apart from those of the text.
        self._box_numbering = shared.numbering.story()
        self._compatibility = shared.compatibility
        self._deletions = deletions
        self._sections = sections
        self._section_elements = [element for element, _paragraph in ends] if ends else [None] * len(sections)
        self._ends = {paragraph for _element, paragraph in ends or () if paragraph is not None}
        self._at = 0
        self._begun = 1
        self._enter_section()
        self._boxed = find_boxed(root)
        self._balanced = _is_balanced(root)
        self._table_count = 0
        self._runs = Runs(shared.formats, relations, keeps_space=root.get(XML_SPACE) == "preserve")
        self._runs.fields = Fields(balanced=self._balanced)
        # A header stands on many pages.
        self._pages = Pages(root if ends else None)
        self._runs.pages = self._pages

    def read(self, container: Element) -> tuple[Block, ...]:
        """Read the blocks of a body, a header or a note."""
        return self._read_blocks(container, _Where())

    def finish(self) -> None:
        """End the last section."""
        self.spans.append((self._begun, len(self.paragraphs)))

    def _enter_section(self) -> None:
        self._section = self._sections[self._at]
        self._column = column_of(self._section_elements[self._at], self._section)

    def _leave_section(self) -> None:
        self.spans.append((self._begun, len(self.paragraphs)))
        self._begun = len(self.paragraphs) + 1
        self._at += 1
        self._enter_section()
        if self._section.start in _NEW_PAGE:
            self._pages.turn()

    def _read_blocks(self, container: Element, where: _Where) -> tuple[Block, ...]:
        blocks: list[Block] = []
        # The paragraph before, if it has borders.
        bordered: tuple[Paragraph, ParagraphLook] | None = None
        for element, swallowed in blocks_in(container, self._deletions):
            if element.tag != W_P:
                blocks.append(self._read_table(element, where))
                bordered = None
                continue
            paragraph, look = self._read_paragraph(element, swallowed, where)
            if look.borders:
                if bordered is not None and _are_one_frame(*bordered, paragraph, look):
                    blocks[-1], paragraph = self._join_frames(bordered[0], paragraph)
                bordered = paragraph, look
            else:
                bordered = None
            blocks.append(paragraph)
            if self._boxed:
                self._read_boxes((*swallowed, element), paragraph.number, where)
            if element in self._ends:
                self._leave_section()
        return tuple(blocks)

    def _read_paragraph(
        self, element: Element, swallowed: tuple[Element, ...], where: _Where
    ) -> tuple[Paragraph, ParagraphLook]:
        p_pr = element[0] if len(element) and element[0].tag == W_P_PR else element.find(W_P_PR)
        look = self._formats.paragraph(p_pr, where.look)
        column = where.column or self._column
        if look.format.page_break_before:
            self._pages.begin_page()
        runs = self._runs
        runs.start(look, column, self._section)
        for before in swallowed:
            runs.read(before)
        runs.read(element)
        text, fields = runs.end()
        label = self._numbering.label(look.num_id, look.level, look) if look.num_id is not None else None
        rules = [*runs.drawn.rules] if runs.drawn is not None else []
        rules += typed_rules(text, runs.runs)
        if look.borders:
            rules += border_rules(look.borders, look.format, column)
        paragraph = Paragraph(
            number=len(self.paragraphs) + 1,
            part=self.part,
            text=text,
            runs=tuple(runs.runs),
            format=look.format,
            mark_format=look.mark,
            style=look.style,
            label=label[0] if label is not None else "",
            label_format=label[1] if label is not None else None,
            section=self._section.index,
            spot=where.spot,
            box=where.box,
            rules=tuple(rules),
            page=runs.page if self._pages.known else None,
            pictures=runs.drawn.pictures if runs.drawn is not None else 0,
            fields=fields,
            notes=tuple(runs.notes),
        )
        self.paragraphs.append(paragraph)
        if self.sources is not None:
            self.sources.append(tuple(runs.sources))
        return paragraph, look

    def _join_frames(self, upper: Paragraph, lower: Paragraph) -> tuple[Paragraph, Paragraph]:
        """Take the lines off that paragraphs of one frame do not draw between them."""
        upper = _without(upper, RuleKind.BORDER_BELOW)
        lower = _without(lower, RuleKind.BORDER_ABOVE)
        for paragraph in (upper, lower):
            self.paragraphs[paragraph.number - 1] = paragraph
        return upper, lower

    def _read_boxes(self, elements: tuple[Element, ...], anchor: int, where: _Where) -> None:
        from .boxes import box_column, make_box

        frames: Mapping[Element, Frame] = self._runs.drawn.frames if self._runs.drawn is not None else {}
        for content in [box for element in elements if element in self._boxed for box in boxes_in(element)]:
            index = len(self.boxes)
            frame = frames.get(content)
            self.boxes.append(make_box(index, anchor, (), frame))
            # What is open in the anchor's story is not open in the box.
            outer, self._runs.fields = self._runs.fields, Fields(balanced=self._balanced)
            inside = _Where(where.spot, index, box_column(frame), where.look)
            counting, self._numbering = self._numbering, self._box_numbering
            self.boxes[index] = make_box(index, anchor, self._read_blocks(content, inside), frame)
            self._runs.fields, self._numbering = outer, counting

    def _read_table(self, element: Element, where: _Where) -> Table:
        index, first, section = len(self.tables), len(self.paragraphs) + 1, self._section.index
        column = where.column or self._column
        plan = lay_out(
            element,
            self._formats,
            self._deletions,
            column,
            compatibility=self._compatibility,
            nested=where.spot is not None,
        )
        table = Table(
            index=index,
            grid=plan.grid,
            rows=(),
            align=plan.look.align,
            indent=plan.indent,
            width=plan.width,
            has_borders=plan.has_borders,
            section=section,
            inside=where.spot,
            box=where.box,
            floats=plan.look.floats,
            first=first,
            style=plan.look.style,
        )
        # Its place is taken before those of the tables in it.
        self.tables.append(table)
        rows = tuple(self._read_row(row, number, index, where.box) for number, row in enumerate(plan.rows))
        self.tables[index] = replace(table, rows=rows, last=len(self.paragraphs))
        return self.tables[index]

    def _read_row(self, row: RowPlan, number: int, table: int, box: int | None) -> Row:
        start = last = self._pages.page
        breaks_first = False
        cells: list[Cell] = []
        for cell in row.cells:
            if cells:
                self._pages.begin_cell(start, beside_break=breaks_first)
            first = len(self.paragraphs)
            cells.append(self._read_cell(cell, number, table, box))
            if len(cells) == 1 and len(self.paragraphs) > first:
                page = self.paragraphs[first].page
                if page is not None and page > start:
                    # The whole row stands on the next page.
                    start, breaks_first = page, True
            last = max(last, self._pages.page)
        self._pages.page = last
        return Row(tuple(cells), row.is_header, row.cant_split, row.height, row.height_rule)

    def _read_cell(self, cell: CellPlan, row: int, table: int, box: int | None) -> Cell:
        where = _Where(Spot(table, row, cell.column), box, cell.column_inside, cell.look)
        blocks: tuple[Block, ...] = ()
        for element in cell.elements:
            blocks += self._read_blocks(element, where)
        return Cell(
            row=row,
            column=cell.column,
            span=cell.span,
            blocks=blocks,
            width=cell.width,
            merged=cell.merged,
            borders=frozenset(cell.borders),
            padding_left=cell.look.padding_left,
            padding_right=cell.look.padding_right,
            vertical=cell.look.vertical,
        )


def _are_one_frame(upper: Paragraph, above: ParagraphLook, lower: Paragraph, below: ParagraphLook) -> bool:
    """Whether Word draws one frame around two paragraphs: same borders, same indents, no line between."""
    one, other = upper.format, lower.format
    same = (one.left, one.right, min(0, one.first_line)) == (other.left, other.right, min(0, other.first_line))
    return same and above.borders == below.borders and "between" not in above.borders


def _without(paragraph: Paragraph, kind: RuleKind) -> Paragraph:
    kept = tuple(rule for rule in paragraph.rules if rule.kind is not kind)
    return paragraph if len(kept) == len(paragraph.rules) else replace(paragraph, rules=kept)


def _is_balanced(root: Element) -> bool:
    """Whether every field that begins also ends, after it; deleted marks are not counted."""
    depth = 0
    for mark in root.iter(W_FLD_CHAR):
        if next(mark.iterancestors(W_DEL, W_MOVE_FROM), None) is None:
            depth += {"begin": 1, "end": -1}.get(mark.get(_FLD_CHAR_TYPE) or "", 0)
            if depth < 0:
                return False
    return depth == 0
