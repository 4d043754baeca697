"""Single spacing of the lines of the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vtdocs.metrics import line_height
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import custom
from vtdocs.standards.base import RatioFact
from vtdocs.units import Pt

from .components import COMPONENTS
from .finding import Slip, place_of
from .lengths import SINGLE, format_lines, format_pt
from .paper import Paper

__all__ = ["find_not_single"]

_LOW, _HIGH = map(float, custom.GAN_DONG_DON.value)


def find_not_single(paper: Paper, keys: Iterable[str], fact: RatioFact) -> Iterator[Slip]:
    """Yield a slip where lines of components are not single spaced; `fact` is the law's ratio, 1."""
    named = [(key, part) for key in keys if (part := paper.part(key)) is not None]
    wrong: dict[int, Paragraph] = {}
    for _key, part in named:
        for line in part.lines:
            if not _is_single(line.paragraph, float(fact.default)):
                wrong[line.paragraph.number] = line.paragraph
    if wrong:
        found = " và ".join(dict.fromkeys(map(_name_spacing, wrong.values())))
        yield Slip(
            f"{' và '.join(COMPONENTS[key] for key, _part in named)} không cách dòng đơn (đang là {found})",
            tuple(map(place_of, wrong.values())),
            "chọn các dòng đó, mở Paragraph, đặt Line spacing là Single",
            found=found,
            expected="dòng đơn",
        )


def _is_single(paragraph: Paragraph, wanted: float) -> bool:
    form = paragraph.format
    if form.line_rule == "auto":
        return _LOW <= form.line / SINGLE / wanted <= _HIGH
    # Exact and least heights are told in points: single is the letters' own height.
    tallest = line_height(Pt(max((run.format.size for run in paragraph.runs), default=0) / 2)).twips
    if form.line_rule == "atLeast":
        return form.line <= tallest * _HIGH
    return not tallest or _LOW <= form.line / tallest / wanted <= _HIGH


def _name_spacing(paragraph: Paragraph) -> str:
    form = paragraph.format
    if form.line_rule == "auto":
        return format_lines(form.line)
    return f"{'ít nhất' if form.line_rule == 'atLeast' else 'đúng'} {format_pt(form.line)}"
