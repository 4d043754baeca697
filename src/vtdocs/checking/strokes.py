"""The lines under Tiêu ngữ, the issuer and the trích yếu: which line belongs to which words, and how long it is."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from vtdocs.readers.docx.observed import Paragraph, Rule, RuleKind

from .paper import Line, Paper, Part
from .positions import center_of, room_of, text_center, width_of

__all__ = ["Under", "find_under_head", "find_under_title", "head_of"]


class Under(Struct, frozen=True):
    """What is under a component's words: lines, letters underlined; `sure` where nothing could be overlooked."""

    rules: tuple[Rule, ...]
    underlined: bool
    sure: bool

    @property
    def lengths(self) -> tuple[int, ...]:
        """The lengths that are known, in twips; () where one is not."""
        known = tuple(rule.length for rule in self.rules if rule.length is not None)
        return known if len(known) == len(self.rules) else ()

    def shares(self, part: Part) -> tuple[tuple[int, Fraction], ...]:
        """Give each line's length, and its share of the last and of the longest row of the component's words.

        The decree says "of the text line", and not of which. () where a length or a width is not known.
        """
        widths = [width_of(line) for line in part.lines if line.text]
        measured = [width for width in widths if width]
        if not measured or len(measured) != len(widths) or not self.lengths:
            return ()
        rows = dict.fromkeys((measured[-1], max(measured)))
        return tuple((length, Fraction(length, row)) for length in self.lengths for row in rows)


def find_under_head(paper: Paper, key: str) -> Under | None:
    """Find what is under the issuer or Tiêu ngữ; None where the component was not recognised.

    A drawn line hangs on any paragraph of the head, most often not on the one it stands under; where it is drawn
    tells to which of the two it belongs.
    """
    part = paper.part(key)
    if part is None:
        return None
    middles = {each: _middle(paper, each) for each in _LINED}
    stacked = abs(middles[_LINED[0]] - middles[_LINED[1]]) < _APART
    head = head_of(paper)
    # Where the head was not read to its end, its lines were not either.
    rules, sure = [], len(head) >= part.lines[-1].paragraph.number
    for paragraph in head:
        sure = sure and not paragraph.pictures and paragraph.box is None
        for rule in paragraph.rules:
            at = _center_of_rule(paper, paragraph, rule)
            if stacked:
                owner = _last_above(paper, paragraph)
            else:
                owner = "" if at is None else min(middles, key=lambda each: abs(middles[each] - at))
            if owner == key:
                rules.append(rule)
            elif not owner:
                sure = False
    rules += _cell_borders(paper, part)
    return Under(tuple(rules), _is_underlined(part), sure and _is_bare(paper))


def find_under_title(paper: Paper, key: str) -> Under | None:
    """Find what is under the trích yếu: the line hangs on its own words, on the empty rows below or the next words."""
    part = paper.part(key)
    if part is None:
        return None
    title = paper.part("ten_loai")
    first = (title or part).lines[0].paragraph.number
    last = part.lines[-1].paragraph.number
    rules, sure = [], True
    for paragraph in paper.observed.paragraphs[first - 1 :]:
        below = paragraph.number > last
        spoken = below and bool(paragraph.text.strip(_BLANK_OR_LINE))
        sure = sure and not paragraph.pictures and paragraph.box is None
        # A border of the next words is theirs, a drawing that hangs on them is not.
        rules += [rule for rule in paragraph.rules if not spoken or rule.kind not in _BORDERS]
        if spoken and paragraph.box is None:
            break
    return Under(tuple(rules), _is_underlined(part), sure)


_BLANK_OR_LINE = " \t\n\xa0_-–—―─*"
_BORDERS = (RuleKind.BORDER_ABOVE, RuleKind.BORDER_BELOW, RuleKind.UNDERSCORES)


def head_of(paper: Paper) -> tuple[Paragraph, ...]:
    """Give the paragraphs from the top of the paper to its title, or to whom it is for, or to its text."""
    ends = [part.lines[0].paragraph.number for key in _BELOW_HEAD if (part := paper.part(key)) is not None]
    ends += [item.line.paragraph.number for item in paper.items[:1]]
    return paper.observed.paragraphs[: min(ends, default=1) - 1]


_BELOW_HEAD = ("ten_loai", "trich_yeu", "kinh_gui")
_LINED = ("co_quan_ban_hanh", "tieu_ngu")
# Twips. Two columns stand farther apart; nearer, one component stands below the other.
_APART = 1134


def _last_above(paper: Paper, paragraph: Paragraph) -> str:
    """Give which of the two components is the last one that begins at or above a paragraph."""
    begins = {key: part.lines[0].paragraph.number for key in _LINED if (part := paper.part(key)) is not None}
    above = {key: number for key, number in begins.items() if number <= paragraph.number}
    return max(above, key=lambda key: above[key], default="")


def _middle(paper: Paper, key: str) -> int:
    """Give where a component's words stand, or would stand: the issuer left of the page's middle, Tiêu ngữ right."""
    part = paper.part(key)
    known = [at for line in part.lines if (at := center_of(paper, line)) is not None] if part is not None else []
    if known:
        return known[-1]
    half = paper.sections[0].text_width // 4
    return text_center(paper) + (half if key == "tieu_ngu" else -half)


def _center_of_rule(paper: Paper, paragraph: Paragraph, rule: Rule) -> int | None:
    room = room_of(paper, paragraph)
    if room is None:
        return None
    left, right = room
    if rule.offset is not None and rule.length is not None:
        return left - paragraph.format.left + rule.offset + rule.length // 2
    if rule.kind is RuleKind.UNDERSCORES:
        return _center_of_underscores(paper, paragraph)
    # A drawing whose place is not told hangs where its paragraph stands, if that stands in one of the two columns.
    return (left + right) // 2 if paragraph.spot is not None or rule.kind in _BORDERS else None


def _center_of_underscores(paper: Paper, paragraph: Paragraph) -> int | None:
    start = 0
    for row in paragraph.text.split("\n"):
        if row.strip() and not row.strip(_BLANK_OR_LINE):
            return center_of(paper, Line(paragraph, start, start + len(row)))
        start += len(row) + 1
    return None


def _cell_borders(paper: Paper, part: Part) -> list[Rule]:
    """Give the bottom border of the cell that a component stands in, as a line."""
    spot = part.lines[-1].paragraph.spot
    if spot is None:
        return []
    table = paper.observed.tables[spot.table]
    cell = next((cell for cell in table.rows[spot.row].cells if cell.column == spot.column), None)
    if cell is None or "bottom" not in cell.borders:
        return []
    return [Rule(RuleKind.BORDER_BELOW, cell.width)]


def _is_underlined(part: Part) -> bool:
    runs = [*part.runs]
    return bool(runs) and all(run.format.underline for run in runs)


def _is_bare(paper: Paper) -> bool:
    """Whether nothing is drawn from the header of page one, which could be a line of the head."""
    headers = paper.sections[0].headers
    return not any(
        isinstance(block, Paragraph) and (block.rules or block.pictures)
        for header in headers.values()
        for block in header.blocks
    )
