"""The text proper: justified, its first lines indented, gaps and line spacing inside the decree's bounds."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vtdocs.checking.lengths import format_mm, format_pt
from vtdocs.checking.lettering import main_size
from vtdocs.checking.paper import Line
from vtdocs.metrics.text import line_height
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30
from vtdocs.standards.base import OneOf
from vtdocs.units import Pt

from .changes import Change
from .properties import set_attributes, set_flag
from .telling import Told
from .work import W, Work, printed_runs

__all__ = ["mend_prose"]

_ALIGNS = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}
_BLANKS = "\t \xa0"
_NO_HANGING = {"firstLineChars": None, "hanging": None, "hangingChars": None}


def mend_prose(work: Work) -> Iterator[Change]:
    """Mend how paragraphs of running text stand, where a rule found that they do not stand right."""
    told = Told(work)
    for finding in work.findings("ND30-411"):
        for stretch in work.stretches(finding):
            paragraph = stretch.paragraph
            set_attributes(work.paragraph_properties(paragraph), "jc", {"val": "both"})
            before = _ALIGNS.get(paragraph.format.align, "canh khác")
            told.tell("canh lời văn", before, "canh đều cả hai lề", nd30.NOI_DUNG_CANH, paragraph)
    for finding in work.findings("ND30-412"):
        for stretch in work.stretches(finding):
            _mend_indent(work, told, stretch.paragraph)
    for finding in work.findings("VB-413"):
        for stretch in work.stretches(finding):
            _mend_blanks(work, told, stretch.paragraph)
    for finding in work.findings("ND30-414"):
        for stretch in work.stretches(finding):
            _mend_gap(work, told, stretch.paragraph)
    for finding in work.findings("ND30-416"):
        for stretch in work.stretches(finding):
            _mend_line_spacing(work, told, stretch.paragraph)
    yield from told.changes()


def _mend_indent(work: Work, told: Told, paragraph: Paragraph) -> None:
    form = paragraph.format
    allowed = nd30.NOI_DUNG_THUT_DONG.allowed
    # A whole block that is moved in may be a list or a quotation: that is for a person to say.
    if form.left or form.first_line < 0 or paragraph.label or not isinstance(allowed, OneOf):
        return
    wanted = nd30.NOI_DUNG_THUT_DONG.default
    if form.first_line:
        wanted = min(allowed.values, key=lambda value: abs(value.twips - form.first_line))
    set_attributes(work.paragraph_properties(paragraph), "ind", {"firstLine": str(wanted.twips), **_NO_HANGING})
    before, after = format_mm(form.first_line), format_mm(wanted.twips)
    told.tell("thụt đầu dòng", before, after, nd30.NOI_DUNG_THUT_DONG, paragraph)


def _mend_blanks(work: Work, told: Told, paragraph: Paragraph) -> None:
    """Put an indent in the place of the blanks and tabs that a paragraph begins with."""
    if paragraph.format.left or paragraph.label or not drop_leading_blanks(work.element(paragraph), paragraph.text):
        return
    wanted = nd30.NOI_DUNG_THUT_DONG.default
    set_attributes(work.paragraph_properties(paragraph), "ind", {"firstLine": str(wanted.twips), **_NO_HANGING})
    told.tell("thụt đầu dòng", "bằng dấu cách hoặc Tab", format_mm(wanted.twips), nd30.NOI_DUNG_THUT_DONG, paragraph)


def drop_leading_blanks(p: etree._Element, text: str) -> bool:
    """Take the blanks and tabs away that a paragraph begins with; tell whether there were any, and nothing else."""
    left = len(text) - len(text.lstrip(_BLANKS))
    dropped = False
    for run in printed_runs(p):
        for child in list(run):
            if left <= 0:
                return dropped
            if child.tag == f"{W}tab":
                run.remove(child)
                left -= 1
            elif child.tag == f"{W}t":
                words = child.text or ""
                kept = words.lstrip(_BLANKS)
                # More than was read stands there: something is hidden, and left as it is.
                if len(words) - len(kept) > left:
                    return dropped
                child.text = kept
                left = left - (len(words) - len(kept)) if not kept else 0
            elif child.tag != f"{W}rPr":
                return dropped
            else:
                continue
            dropped = True
    return dropped


def _mend_gap(work: Work, told: Told, paragraph: Paragraph) -> None:
    """Let a paragraph stand as far below the one above it as the law wants at least."""
    above, form = work.paper.observed.paragraphs[paragraph.number - 2], paragraph.format
    same = above.style == paragraph.style
    after = 0 if same and above.format.contextual else above.format.after
    before = 0 if same and form.contextual else form.before
    fact = nd30.NOI_DUNG_CACH_DOAN
    properties = work.paragraph_properties(paragraph)
    if form.contextual:
        set_flag(properties, "contextualSpacing", on=False)
    wanted = max(0, fact.default.twips - after)
    set_attributes(properties, "spacing", {"before": str(wanted), "beforeLines": None, "beforeAutospacing": None})
    told.tell("khoảng cách đoạn", format_pt(after + before), format_pt(after + wanted), fact, paragraph)


def _mend_line_spacing(work: Work, told: Told, paragraph: Paragraph) -> None:
    """Move line spacing to the bound that is nearest; heights in points become those lines."""
    fact, form = nd30.NOI_DUNG_GIAN_DONG, paragraph.format
    low, high = min(fact.allowed.values), max(fact.allowed.values)
    size = main_size(Line(paragraph, 0, len(paragraph.text))) or nd30.NOI_DUNG.default.half_points
    ratio = form.line / 240 if form.line_rule == "auto" else form.line / line_height(Pt(size / 2)).twips
    bound = low if ratio < low else high
    line = {"line": str(round(240 * bound)), "lineRule": "auto"}
    set_attributes(work.paragraph_properties(paragraph), "spacing", line)
    before = f"{_times(ratio)} dòng" if form.line_rule == "auto" else format_pt(form.line)
    told.tell("giãn dòng", before, f"{_times(float(bound))} dòng", fact, paragraph)


def _times(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
