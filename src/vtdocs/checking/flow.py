"""The running text of a paper: the paragraphs that the decree's rules on "nội dung văn bản" are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30

from .finding import Place
from .lettering import main_size, share, sizes_of
from .once import once
from .paper import Item, Paper, Role

__all__ = ["body_size", "find_running", "flow", "is_form", "only_in_appendices", "places_by", "text_of"]

_MOSTLY = 0.5
_DOTS = ("....", "……", "____")
# Shorter ones are gone through letter by letter; of a form less than so much of a line are letters.
_FEW, _WORDS_OF_A_FORM = 5, 0.4
_WRITTEN = frozenset({Role.CAN_CU, Role.MO_DAU, Role.TEXT, Role.KET_THUC})
_SECTIONS = frozenset({Marker.MUC, Marker.CHU_HOA})
# Headings that stand in the text as a paragraph does; a Phần is centred.
_HEADINGS_IN_FLOW = frozenset(
    {
        Marker.DIEU,
        Marker.KHOAN,
        Marker.TIEU_KHOAN,
        Marker.TIEU_KHOAN_3,
        Marker.TIEU_KHOAN_4,
        Marker.DIEM,
        Marker.NGOAC,
        Marker.GACH,
        Marker.CONG,
        Marker.SAO,
    }
)


def flow(paper: Paper, *, sections: bool = False) -> Iterator[Item]:
    """Give the paragraphs of running text, in order: no centred headings, nothing in tables and text boxes.

    Notes below a table, the name of a picture, and dotted lines to write on are no running text either. The headings
    I., II. are given with `sections`: they are spaced as the text is, but where they stand the decree does not say.
    """
    return (item for item in paper.running if sections or not _is_section(item))


def _is_section(item: Item) -> bool:
    return item.role is Role.HEADING and item.marker in _SECTIONS


def find_running(paper: Paper) -> Iterator[Item]:
    """Give what `flow` gives with its sections, for `Paper.running`, which keeps it: a dozen rules go through it."""
    paragraphs = paper.observed.paragraphs
    last_note = 0
    for item in paper.items:
        paragraph = item.line.paragraph
        if paragraph.spot is not None or paragraph.box is not None or is_form(item):
            continue
        if item.role in _WRITTEN:
            above = paragraphs[max(0, paragraph.number - 2)]
            beside = above.number == last_note or _shows(above) or paragraph.pictures > 0
            if item.marker is None and beside and _is_note(item):
                last_note = paragraph.number
                continue
            yield item
        elif item.role is Role.HEADING and (item.marker in _HEADINGS_IN_FLOW or item.marker in _SECTIONS):
            yield item


def is_form(item: Item) -> bool:
    """Whether a paragraph prints no words, or fewer than dots to write on: ".... 6 ....", "./."."""
    text = item.line.text
    if len(text) > _FEW and not any(dots in text for dots in _DOTS):
        return False
    letters = sum(map(str.isalnum, text))
    return not letters or (len(text) > _FEW and letters < _WORDS_OF_A_FORM * len(text))


def _shows(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends a table, or holds a picture."""
    return paragraph.spot is not None or paragraph.pictures > 0


def _is_note(item: Item) -> bool:
    """Whether a paragraph is set apart as what belongs to a table or picture: smaller, in italics or centred."""
    size = main_size(item.line)
    small = size is not None and size < min(nd30.NOI_DUNG.size.values).half_points
    slanted = share(item.line, lambda run: run.format.italic) > _MOSTLY
    return small or slanted or item.line.paragraph.format.align == "center"


@once
def body_size(paper: Paper) -> int | None:
    """The size in half-points of most of the paper's own running text; None where there is none."""
    sizes = sizes_of(item.line for item in flow(paper) if not item.body)
    return max(sizes, key=lambda size: sizes[size]) if sizes else None


def text_of(item: Item) -> str:
    """The words of a paragraph behind its mark."""
    text = item.line.text
    return text[len(item.number) :].lstrip() if item.number and text.startswith(item.number) else text


def places_by(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, tuple[Place, ...]]:
    """Put the places of paragraphs under what is said of each, the commonest first; "" is nothing."""
    groups: dict[str, list[Place]] = {}
    for item in items:
        if said := key(item):
            groups.setdefault(said, []).append(item.line.place)
    return {said: tuple(places) for said, places in sorted(groups.items(), key=lambda pair: -len(pair[1]))}


def only_in_appendices(items: Iterable[Item]) -> Severity | None:
    """How grave a fault of these paragraphs is: an appendix may hold forms, whose layout is their own."""
    return Severity.WARNING if all(item.body for item in items) else None
