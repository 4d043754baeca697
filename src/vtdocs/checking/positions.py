"""Where a line stands on the page and how wide it is, as far as a file tells without laying it out."""

from __future__ import annotations

from vtdocs.metrics.text import Face, text_width
from vtdocs.readers.docx.composing import compose
from vtdocs.readers.docx.lines import RAISED_PERCENT
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30
from vtdocs.units import Twips

from .paper import Line, Paper

__all__ = ["center_of", "is_pushed", "room_of", "stands_alone", "text_center", "width_of"]


def room_of(paper: Paper, paragraph: Paragraph) -> tuple[int, int] | None:
    """Give the edges between which a paragraph's lines stand, in twips from the page's left edge.

    None where they cannot be known: in a text box or frame, a floating table, or columns.
    """
    if paragraph.box is not None or paragraph.format.framed:
        return None
    spot = paragraph.spot
    if spot is None and paper.sections[paragraph.section].columns > 1:
        return None
    while spot is not None:
        table = paper.observed.tables[spot.table]
        if table.floats or table.box is not None:
            return None
        spot = table.inside
    left, right = paper.column_of(paragraph)
    return left + paragraph.format.left, right - paragraph.format.right


def text_center(paper: Paper, section: int = 0) -> int:
    """Give the middle between the margins of a section, in twips from the page's left edge."""
    page = paper.sections[section]
    return page.left + page.gutter + page.text_width // 2


def stands_alone(line: Line) -> bool:
    """Whether nothing else is printed in the row of its paragraph that a line stands in, and no tab moves it."""
    low, high = _row_of(line)
    text = line.paragraph.text
    around = text[low : line.start] + text[line.end : high]
    return not around.strip() and "\t" not in text[low:high]


def is_pushed(line: Line) -> bool:
    """Whether blanks or tabs push a line to the middle, which a file does not tell how far."""
    return line.paragraph.text[line.start : line.end].startswith(("\t", "   ", "\xa0\xa0\xa0"))


def width_of(line: Line) -> int | None:
    """Measure a line on one row, in twips; None where its letters are not of the decree's face."""
    low, high = _inner(line)
    return _measure(line.paragraph, low, high)


def center_of(paper: Paper, line: Line) -> int | None:
    """Give the middle of a line's letters, in twips from the page's left edge; None where it cannot be known.

    A line that is not centred and fills more than its room takes all of it, and has no middle of its own.
    """
    room = room_of(paper, line.paragraph)
    if room is None or not stands_alone(line):
        return None
    left, right = room
    low, _high = _row_of(line)
    begin, _end = _inner(line)
    lead = _measure(line.paragraph, low, begin) or 0
    form = line.paragraph.format
    first = form.first_line if low == 0 else 0
    if form.align == "center":
        return (left + first + lead + right) // 2
    width = width_of(line)
    if width is None or lead + width > right - left - first:
        return None
    if form.align == "right":
        return right - width // 2
    return left + first + lead + width // 2


def _row_of(line: Line) -> tuple[int, int]:
    """Give the stretch between the line breaks around a line."""
    text = line.paragraph.text
    low = max(text.rfind(mark, 0, line.start) for mark in "\n\f") + 1
    ends = (text.find(mark, line.end) for mark in "\n\f")
    return low, min((end for end in ends if end >= 0), default=len(text))


def _inner(line: Line) -> tuple[int, int]:
    """Give a line's stretch without the blanks at its ends."""
    stretch = line.paragraph.text[line.start : line.end]
    return line.start + len(stretch) - len(stretch.lstrip()), line.end - len(stretch) + len(stretch.rstrip())


def _measure(paragraph: Paragraph, start: int, end: int) -> int | None:
    total = 0
    for run in paragraph.runs:
        low, high = max(run.start, start), min(run.end, end)
        if low >= high:
            continue
        form = run.format
        if form.small_caps or not {form.ascii.lower(), form.h_ansi.lower()} <= _FACES:
            return None
        text = compose(paragraph.text[low:high])
        if form.caps:
            text = text.upper()
        face = Face.of(bold=form.bold, italic=form.italic)
        twips = form.size * (RAISED_PERCENT if form.raised else 100) // 10
        total += text_width(text, face, Twips(twips)).twips + form.spacing * len(text)
    return total


_FACES = frozenset(face.lower() for face in nd30.PHONG_CHU.allowed.values)
