"""Sections: paper, margins, columns, page numbers, and the header and footer each has, its own or the one before's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element
from msgspec.structs import replace

from .lines import Column
from .measures import is_on, read_int, read_twips
from .names import (
    R_ID,
    W_COLS,
    W_FOOTER_REFERENCE,
    W_HEADER_REFERENCE,
    W_NS,
    W_P_PR,
    W_PG_MAR,
    W_PG_NUM_TYPE,
    W_PG_SZ,
    W_SECT_PR,
    W_START,
    W_TITLE_PG,
    W_TYPE,
    W_VAL,
)
from .observed import PageText, Section
from .package import Relation
from .walking import Deletions, blocks_in

__all__ = ["SectionEnds", "column_of", "find_sections", "hang_pages", "read_section"]

SectionEnds = list[tuple[Element | None, Element | None]]
"""Each section's `w:sectPr`, and the paragraph it ends with; None for those of the body's own end."""

_FMT = f"{{{W_NS}}}fmt"
_W, _H, _SPACE, _NUM = (f"{{{W_NS}}}{name}" for name in ("w", "h", "space", "num"))
_EQUAL = f"{{{W_NS}}}equalWidth"
_COL = f"{{{W_NS}}}col"
_TOP, _BOTTOM, _LEFT, _RIGHT, _HEADER, _FOOTER, _GUTTER = (
    f"{{{W_NS}}}{name}" for name in ("top", "bottom", "left", "right", "header", "footer", "gutter")
)
# What Word takes where a section does not say: Letter, an inch around.
_PAPER = 12_240, 15_840
_MARGIN, _HEADER_MARGIN = 1_440, 720
_COLUMN_GAP = 720
_MOST_COLUMNS = 45
_KINDS = ("default", "first", "even")
_NARROWEST = 200


def find_sections(body: Element, deletions: Deletions) -> SectionEnds:
    """Find where sections end, in order. A break inside a cell, or in a paragraph that was deleted, is none."""
    last: Element | None = None
    ending: dict[Element, Element] = {}
    for element in body.iter(W_SECT_PR):
        around = element.getparent()
        if around is body:
            last = element
        elif around is not None and around.tag == W_P_PR:
            paragraph = around.getparent()
            if paragraph is not None and paragraph not in deletions.marks:
                ending[paragraph] = element
    # Most papers have one section, and need no walk for it.
    read = [paragraph for paragraph, _swallowed in blocks_in(body, deletions) if paragraph in ending] if ending else []
    ends: SectionEnds = [(ending[paragraph], paragraph) for paragraph in read]
    return [*ends, (last, None)]


def read_section(element: Element | None, index: int, *, gutter_at_top: bool = False) -> Section:
    """Read what a `w:sectPr` says; its paragraphs, headers and footers are added when they are known."""
    said = {child.tag: child for child in reversed(element)} if element is not None else {}
    size, margins, numbers = said.get(W_PG_SZ), said.get(W_PG_MAR), said.get(W_PG_NUM_TYPE)
    width, height = _length(size, _W, _PAPER[0]), _length(size, _H, _PAPER[1])
    gutter = _length(margins, _GUTTER, 0)
    kind, title = said.get(W_TYPE), said.get(W_TITLE_PG)
    return Section(
        index=index,
        first=0,
        last=0,
        page_width=width,
        page_height=height,
        landscape=width > height,
        # A negative margin is one that the header may not push.
        top=abs(_length(margins, _TOP, _MARGIN)) + (gutter if gutter_at_top else 0),
        bottom=abs(_length(margins, _BOTTOM, _MARGIN)),
        left=_length(margins, _LEFT, _MARGIN),
        right=_length(margins, _RIGHT, _MARGIN),
        header=_length(margins, _HEADER, _HEADER_MARGIN),
        footer=_length(margins, _FOOTER, _HEADER_MARGIN),
        gutter=0 if gutter_at_top else gutter,
        title_page=title is not None and is_on(title),
        page_start=read_int(numbers.get(W_START)) if numbers is not None else None,
        page_format=(numbers.get(_FMT) or "decimal") if numbers is not None else "decimal",
        columns=_count_columns(said.get(W_COLS)),
        start=(kind.get(W_VAL) or "nextPage") if kind is not None else "nextPage",
    )


def column_of(element: Element | None, section: Section) -> Column:
    """Give the column of a section; of several, the first."""
    left = section.left + section.gutter
    if section.columns == 1 or element is None:
        return Column(left, max(_NARROWEST, section.text_width))
    cols = element.find(W_COLS)
    each = cols.find(_COL) if cols is not None else None
    if each is not None and (width := read_twips(each.get(_W))):
        return Column(left, max(_NARROWEST, width))
    gap = _length(cols, _SPACE, _COLUMN_GAP)
    width = (section.text_width - gap * (section.columns - 1)) // section.columns
    return Column(left, max(_NARROWEST, width))


def hang_pages(
    sections: list[Section],
    ends: SectionEnds,
    relations: Mapping[str, Relation],
    read: Callable[[str, Section], PageText | None],
) -> tuple[Section, ...]:
    """Give each section its headers and footers. `read` reads a part, and knows those it has read."""
    headers: dict[str, PageText] = {}
    footers: dict[str, PageText] = {}
    hung = []
    for section, (element, _paragraph) in zip(sections, ends, strict=True):
        headers = {kind: _inherit(text) for kind, text in headers.items()}
        footers = {kind: _inherit(text) for kind, text in footers.items()}
        for child in element if element is not None else ():
            kinds = {W_HEADER_REFERENCE: headers, W_FOOTER_REFERENCE: footers}.get(child.tag)
            relation = relations.get(child.get(R_ID) or "") if kinds is not None else None
            if kinds is not None and relation is not None and not relation.external:
                kind = child.get(W_TYPE) or "default"
                text = read(relation.target, section) if kind in _KINDS else None
                if text is not None:
                    kinds[kind] = text
        hung.append(replace(section, headers=headers, footers=footers))
    return tuple(hung)


def _inherit(text: PageText) -> PageText:
    return text if text.inherited else replace(text, inherited=True)


def _length(element: Element | None, name: str, missing: int) -> int:
    value = read_twips(element.get(name)) if element is not None else None
    return missing if value is None else value


def _count_columns(cols: Element | None) -> int:
    if cols is None:
        return 1
    said = read_int(cols.get(_NUM))
    if cols.get(_EQUAL) in ("0", "false", "off"):
        said = len(cols.findall(_COL)) or said
    return max(1, min(_MOST_COLUMNS, said or 1))
