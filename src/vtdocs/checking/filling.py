"""How much of its pages a text fills, roughly: for files in which no program has left where pages end."""

from __future__ import annotations

from collections import defaultdict

from vtdocs.metrics import line_height
from vtdocs.readers.docx.observed import Observed, Paragraph, Section
from vtdocs.standards import nd30
from vtdocs.units import Pt

from .lengths import SINGLE

__all__ = ["pages_filled"]

# Letters of the decree's face are some 0.44 em wide in Vietnamese; with less the count stays below the truth.
_NARROW = 0.4


def pages_filled(observed: Observed) -> float:
    """Tell how many pages the body fills, rather too few than too many.

    A paragraph counts its lines and the space around it; a row of a table its highest cell, each paragraph in it once.
    """
    pages = 0.0
    rows: defaultdict[tuple[int, int], defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    for paragraph in observed.paragraphs:
        if paragraph.box is not None or paragraph.format.framed:
            continue
        line = _line(paragraph)
        if (spot := paragraph.spot) is not None:
            rows[spot.table, spot.row][spot.column] += line
            continue
        page = observed.sections[paragraph.section]
        letters = page.text_width / (_NARROW * 10 * _size(paragraph))
        lines = max(1, -(-len(paragraph.text) // max(1, int(letters))))
        pages += (lines * line + paragraph.format.before) / max(1, page.columns) / _height(page)
    for (table, _row), cells in rows.items():
        pages += max(cells.values()) / _height(observed.sections[observed.tables[table].section])
    return pages


def _height(page: Section) -> int:
    """What the margins leave of a page; a negative one is kept free of the header."""
    return max(1, page.page_height - abs(page.top) - abs(page.bottom))


def _size(paragraph: Paragraph) -> int:
    """The size of a paragraph's letters in half-points."""
    first = next(iter(paragraph.runs), None)
    size = first.format.size if first is not None else paragraph.mark_format.size
    return size or nd30.NOI_DUNG.default.half_points


def _line(paragraph: Paragraph) -> int:
    """The height of one of its lines in twips."""
    single = line_height(Pt(_size(paragraph) / 2)).twips
    shape = paragraph.format
    if not shape.line:
        return single
    if shape.line_rule == "auto":
        return single * shape.line // SINGLE
    return shape.line if shape.line_rule == "exact" else max(single, shape.line)
