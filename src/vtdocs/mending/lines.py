"""The lines under Tiêu ngữ, the office's name and the trích yếu: drawn where missing, solid and of the right length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from vtdocs.checking.paper import Paper, Part
from vtdocs.checking.positions import stands_alone, width_of
from vtdocs.checking.strokes import Under, find_under_head, find_under_title, head_of
from vtdocs.readers.docx.observed import Paragraph, Rule, RuleKind
from vtdocs.standards import custom, nd30
from vtdocs.standards.base import RatioFact
from vtdocs.units import Twips

from .changes import Change
from .letters import pieces
from .properties import NO_INDENTS, drop, ensure, set_attributes
from .strokes import make_solid, set_length
from .telling import Told
from .work import Stretch, W, Work, set_size

__all__ = ["mend_lines"]

# Of each component the rules on a missing line, its length, a dashed one; what a change is called.
_UNDER: dict[str, tuple[str, str, str, RatioFact, str]] = {
    "tieu_ngu": ("ND30-215", "ND30-216", "ND30-217", nd30.TIEU_NGU_KE, "Tiêu ngữ"),
    "co_quan_ban_hanh": ("ND30-226", "ND30-227", "ND30-228", nd30.CO_QUAN_BAN_HANH_KE, "tên cơ quan ban hành"),
    "trich_yeu": ("ND30-316", "ND30-317", "ND30-318", nd30.TRICH_YEU_KE, "trích yếu"),
}
# Half-points of underscores that are typed as a line.
_LEAST, _MOST = 8, 32


def mend_lines(work: Work) -> Iterator[Change]:
    """Draw the lines that are missing; make those that are drawn solid, and as long as the law wants."""
    told = Told(work)
    for key, (missing, length, broken, fact, name) in _UNDER.items():
        part = work.paper.part(key)
        if part is None:
            continue
        widths = [width_of(line) for line in part.lines if line.text]
        wanted = round(max((width for width in widths if width), default=0) * fact.default)
        if not wanted or None in widths:
            continue
        if any(work.findings(missing)):
            _mend_missing(work, told, part, wanted, fact, name)
        if any(work.findings(length)):
            _mend_length(work, told, part, wanted, fact, name)
        if any(work.findings(broken)):
            for paragraph, rule in _drawn(work, part):
                if make_solid(work.element(paragraph), rule):
                    told.tell(f"đường kẻ dưới {name}", "nét đứt hoặc nét đôi", "nét liền", fact, paragraph)
    yield from told.changes()


def _mend_missing(work: Work, told: Told, part: Part, wanted: int, fact: RatioFact, name: str) -> None:
    last = part.lines[-1]
    paragraph = last.paragraph
    # Another component follows in the same paragraph, or stands beside it: a line there would part them.
    if paragraph.text[last.end :].strip() or paragraph.format.align != "center" or paragraph.box is not None:
        return
    if not stands_alone(last):
        return
    before = "không có"
    for line in part.lines:
        for run, piece in pieces(Stretch(line.paragraph, line.start, line.end)):
            if run.format.underline and work.change(piece, _drop_underline):
                before = "gạch chân"
    left, right = work.paper.column_of(paragraph)
    _draw(work.element(paragraph), min(wanted, right - left), right - left, paragraph.format.after)
    told.tell(f"đường kẻ dưới {name}", before, f"nét liền, dài {_whole(wanted)}", fact, paragraph)


def _whole(twips: int) -> str:
    """A length as one reads it off a ruler."""
    return f"{round(Twips(twips).mm)} mm"


def _drop_underline(run: etree._Element) -> bool:
    return set_attributes(ensure(run, "rPr"), "u", {"val": "none", "color": None})


def _mend_length(work: Work, told: Told, part: Part, wanted: int, fact: RatioFact, name: str) -> None:
    for paragraph, rule in _drawn(work, part):
        if rule.length is None:
            continue
        if rule.kind in (RuleKind.BORDER_ABOVE, RuleKind.BORDER_BELOW):
            changed = not paragraph.text.strip() and _indent(work, paragraph, wanted)
        elif rule.kind is RuleKind.UNDERSCORES:
            changed = _set_underscores(work, paragraph, rule.length, wanted)
        else:
            changed = set_length(work.element(paragraph), rule, wanted)
        if changed:
            told.tell(f"độ dài đường kẻ dưới {name}", _whole(rule.length), _whole(wanted), fact, paragraph)


def _set_underscores(work: Work, paragraph: Paragraph, length: int, wanted: int) -> bool:
    """Let typed underscores be so long by their size: none of them is taken away."""
    sizes = {run.format.size for run in paragraph.runs}
    if len(sizes) != 1 or paragraph.text.strip(" _"):
        return False
    size = round(sizes.pop() * wanted / length)
    # Larger ones would part what stands above and below them.
    if not _LEAST <= size <= _MOST:
        return False
    return work.change(Stretch(paragraph, 0, len(paragraph.text)), partial(set_size, half_points=size))


def _indent(work: Work, paragraph: Paragraph, wanted: int) -> bool:
    """Let a border be so long, by what its empty paragraph is moved in on both sides."""
    left, right = work.paper.column_of(paragraph)
    room = right - left
    if wanted > room:
        return False
    side = (room - wanted) // 2
    edges = {"left": str(side), "right": str(room - wanted - side), "firstLine": "0"}
    return set_attributes(work.paragraph_properties(paragraph), "ind", {**NO_INDENTS, **edges})


def _drawn(work: Work, part: Part) -> Iterator[tuple[Paragraph, Rule]]:
    """The lines under a component, each with the paragraph that it hangs on; not those of a cell's border."""
    under = _under(work.paper, part)
    rules = under.rules if under is not None else ()
    last = part.lines[-1].paragraph.number
    near = work.paper.observed.paragraphs[: last + 4] if part.key == "trich_yeu" else head_of(work.paper)
    for paragraph in near:
        for rule in paragraph.rules:
            if any(rule is one for one in rules):
                yield paragraph, rule


def _under(paper: Paper, part: Part) -> Under | None:
    return find_under_title(paper, part.key) if part.key == "trich_yeu" else find_under_head(paper, part.key)


def _draw(above: etree._Element, length: int, column: int, after: int) -> None:
    """Put an empty paragraph below, whose upper border is the line: every program draws it, and it cannot slide.

    The line stands close to the words, and below it is the space that was below them.
    """
    none = {"afterLines": None, "afterAutospacing": None}
    if after:
        set_attributes(ensure(above, "pPr"), "spacing", {"after": "0", **none})
    drawn = etree.Element(f"{W}p")
    properties = ensure(drawn, "pPr")
    thickness = custom.NET_KE.value.eighth_points
    border = ensure(ensure(properties, "pBdr"), "top")
    for name, value in (("val", "single"), ("sz", str(thickness)), ("space", "3"), ("color", "auto")):
        border.set(f"{W}{name}", value)
    indent = max(0, (column - length) // 2)
    set_attributes(properties, "spacing", {"before": "0", "after": str(after), "line": "240", "lineRule": "auto"})
    edges = {"left": str(indent), "right": str(max(0, column - length - indent)), "firstLine": "0"}
    set_attributes(properties, "ind", edges)
    set_attributes(properties, "jc", {"val": "center"})
    # A small line, so that what follows keeps its place.
    marks = ensure(properties, "rPr")
    set_attributes(marks, "sz", {"val": "8"})
    set_attributes(marks, "szCs", {"val": "8"})
    _take_section(above, properties)
    above.addnext(drawn)


def _take_section(above: etree._Element, properties: etree._Element) -> None:
    """A section ends with its last paragraph, which is now the drawn one."""
    look = above.find(f"{W}pPr")
    section = look.find(f"{W}sectPr") if look is not None else None
    if section is not None and look is not None:
        drop(look, "sectPr")
        properties.append(section)
