"""Sizes and colours that have to go together: those of the head, those of the text, black for all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vtdocs.checking.flow import body_size
from vtdocs.checking.lengths import format_size, size_fits
from vtdocs.checking.lettering import main_size
from vtdocs.checking.paper import Part
from vtdocs.checking.positions import room_of
from vtdocs.metrics.text import Face, text_width
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.readers.docx.walking import walk_paragraphs
from vtdocs.standards import custom, nd30
from vtdocs.units import Pt

from .changes import Change
from .letters import pieces
from .properties import ensure
from .telling import Told
from .work import Stretch, W, Work, printed_runs, set_colour, set_size

__all__ = ["mend_harmony"]

_HEAD = (("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ"), ("dia_danh_thoi_gian", "địa danh và thời gian"))
# Of red, green and blue on average: lighter letters stand on a dark ground, and in black could not be read.
_LIGHT = 0xB0


def mend_harmony(work: Work) -> Iterator[Change]:
    """Make equal what has to be, by the change of fewest; print coloured letters in black."""
    told = Told(work)
    if any(work.findings("ND30-208")):
        _mend_head(work, told)
    for finding in work.findings("ND30-402"):
        main = body_size(work.paper)
        for stretch in work.stretches(finding):
            for run, piece in pieces(stretch):
                size = run.format.size
                if main is None or size == main or run.format.raised or not size_fits(size, nd30.NOI_DUNG.size):
                    continue
                if work.change(piece, partial(set_size, half_points=main)):
                    named = f"cỡ {format_size(size)}", f"cỡ {format_size(main)}"
                    told.tell("cỡ chữ lời văn", *named, finding.source or "", piece)
    _mend_colours(work, told)
    yield from told.changes()


def _mend_head(work: Work, told: Told) -> None:
    parts = [part for key, _name in _HEAD if (part := work.paper.part(key)) is not None]
    if len(parts) < len(_HEAD):
        return
    sizes = [main_size(part.lines[0]) for part in parts]
    sets = [tuple(size.half_points for size in each) for each in nd30.CO_CHU_THONG_NHAT.members]
    fitting = [each for each in sets if _has_room(work, parts[0], each[0])] or sets[-1:]
    wanted = max(fitting, key=lambda each: sum(a == b for a, b in zip(sizes, each, strict=True)))
    for (_key, name), part, size in zip(_HEAD, parts, wanted, strict=True):
        for line in part.lines:
            before = main_size(line)
            if before is None or before == size:
                continue
            if work.change(Stretch(line.paragraph, line.start, line.end), partial(set_size, half_points=size)):
                named = f"cỡ {format_size(before)}", f"cỡ {format_size(size)}"
                told.tell(f"cỡ chữ {name}", *named, nd30.CO_CHU_THONG_NHAT, line.paragraph)


def _has_room(work: Work, part: Part, half_points: int) -> bool:
    """Whether Quốc hiệu stays on one row in this size, as far as its column is known."""
    line = part.lines[0]
    room = room_of(work.paper, line.paragraph)
    if room is None:
        return True
    return text_width(line.text, Face.BOLD, Pt(half_points / 2)).twips <= room[1] - room[0]


def _mend_colours(work: Work, told: Told) -> None:
    for finding in work.findings("ND30-112"):
        source = finding.source or ""
        for stretch in work.stretches(finding):
            for run, piece in pieces(stretch):
                colour = run.format.colour
                if _is_coloured(colour) and work.change(piece, set_colour):
                    told.tell("màu chữ", f"màu khác ({colour})", "đen", source, piece)
            label = stretch.paragraph.label_format
            if label is not None and _is_coloured(label.colour):
                _blacken_label(work, told, stretch, label.colour, source)
        for place in finding.places:
            if place.part != work.package.main and place.paragraph is not None:
                _blacken_elsewhere(work, told, place.part, place.paragraph, source)


def _is_coloured(colour: str) -> bool:
    if colour in ("auto", custom.MAU_DEN_RGB.value):
        return False
    try:
        return sum(bytes.fromhex(colour)) < 3 * _LIGHT
    except ValueError:
        return False


def _blacken_label(work: Work, told: Told, stretch: Stretch, colour: str, source: str) -> None:
    """An automatic number takes its colour from its level, and after that from its paragraph's mark."""
    changed = set_colour(ensure(work.element(stretch.paragraph), "pPr"))
    numbering = work.package.related(work.package.main, "numbering")
    for level in work.root(numbering).iter(f"{W}lvl") if numbering else ():
        look = level.find(f"{W}rPr")
        found = look.find(f"{W}color") if look is not None else None
        if found is not None and _is_coloured((found.get(f"{W}val") or "").upper()):
            set_colour(level)
            work.touch(numbering)
            changed = True
    if changed:
        told.tell("màu chữ của số thứ tự", f"màu khác ({colour})", "đen", source, stretch)


def _blacken_elsewhere(work: Work, told: Told, part: str, number: int, source: str) -> None:
    paragraph = _find(work, part, number)
    element = next((p for n, p in enumerate(walk_paragraphs(work.root(part)), 1) if n == number), None)
    if paragraph is None or element is None:
        return
    colours = [run.format.colour for run in paragraph.runs if _is_coloured(run.format.colour)]
    changed = [set_colour(run) for run in printed_runs(element)] if colours else []
    if any(changed):
        told.tell("màu chữ", f"màu khác ({colours[0]})", "đen", source, paragraph)


def _find(work: Work, part: str, number: int) -> Paragraph | None:
    return next((p for p in work.paper.texts.paragraphs if (p.part, p.number) == (part, number)), None)
