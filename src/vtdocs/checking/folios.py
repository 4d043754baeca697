"""Page numbers: in which headers and footers a section shows one, where it stands there, how it looks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from vtdocs.readers.docx.observed import Observed, PageText, Paragraph, Run, Section
from vtdocs.standards import custom

from .paper import Paper

__all__ = ["Folio", "align_of", "count_pages", "find_begun_anew", "find_folios"]

_PAGE = "PAGE"
_NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})


class Folio(Struct, frozen=True):
    """A page number: the kind of page it is for ("default", "first", "even"), whether in the footer, and its letters.

    `is_conditional` where a field decides whether it is shown.
    """

    section: Section
    kind: str
    in_footer: bool
    paragraph: Paragraph
    runs: tuple[Run, ...]

    @property
    def is_conditional(self) -> bool:
        """Whether a field decides on which pages the number is shown."""
        return any(name == "IF" for name in self.paragraph.fields)

    @property
    def beside(self) -> str:
        """What is printed beside the number in its paragraph."""
        text = self.paragraph.text
        for run in reversed(self.runs):
            text = text[: run.start] + text[run.end :]
        return " ".join(text.split())


def find_folios(observed: Observed, section: Section) -> tuple[Folio, ...]:
    """Find the page numbers that pages of a section show."""
    kinds = ["default"]
    if section.title_page:
        kinds.append("first")
    if observed.even_and_odd:
        kinds.append("even")
    return tuple(
        Folio(section, kind, in_footer, paragraph, tuple(run for run in paragraph.runs if run.field == _PAGE))
        for kind in kinds
        for in_footer, texts in ((False, section.headers), (True, section.footers))
        for paragraph in _paragraphs_of(texts, kind)
        if _PAGE in paragraph.fields
    )


def _paragraphs_of(texts: Mapping[str, PageText], kind: str) -> tuple[Paragraph, ...]:
    text = texts.get(kind)
    return text.paragraphs if text is not None else ()


def align_of(folio: Folio) -> str | None:
    """Tell where on its row a page number stands: "left", "center", "right"; None where the file does not tell."""
    paragraph = folio.paragraph
    form = paragraph.format
    if paragraph.spot is not None or paragraph.box is not None:
        return None
    if form.framed:
        return form.framed if form.framed in ("left", "center", "right") else None
    start = min((run.start for run in folio.runs), default=0)
    tabs = paragraph.text.count("\t", 0, start)
    if tabs:
        return _kind_of_tab(folio, tabs) if form.align in ("left", "both") else None
    if form.align == "center":
        return "center" if abs(form.left + form.first_line - form.right) <= _SEEN else None
    # Moved by an indent it may stand anywhere.
    if form.left > _SEEN or form.first_line > _SEEN or paragraph.text[:start].strip(" \xa0") != paragraph.text[:start]:
        return None
    return "right" if form.align == "right" else "left"


# An indent, on either side, moves a centred number by half of it.
_SEEN = (custom.DUNG_SAI_CANH_GIUA.value * 2).twips


def _kind_of_tab(folio: Folio, count: int) -> str | None:
    """Give where the n-th tab leads: to the middle of the text, or to its right edge."""
    tabs = sorted(folio.paragraph.format.tabs)
    if len(tabs) < count:
        return None
    at, kind = tabs[count - 1]
    if kind == "center":
        return "center" if abs(2 * at - folio.section.text_width) <= 2 * _SEEN else None
    return "right" if kind == "right" else None


def count_pages(observed: Observed) -> tuple[int, bool]:
    """Tell how many pages there are at least, and whether that is sure.

    A section that begins a page and a page break that Word left behind are sure; what a program last counted may be
    of another text, as that of a template is.
    """
    seen = max((paragraph.page or 0 for paragraph in observed.paragraphs), default=0)
    sections = 1 + sum(section.start in _NEW_PAGE for section in observed.sections[1:])
    sure = max(seen, sections)
    return max(sure, observed.pages or 0), sure > 1


def find_begun_anew(paper: Paper) -> list[Section]:
    """Find the sections between head and signature whose first page has a number that an earlier page has."""
    head, name = paper.part("quoc_hieu"), paper.part("ho_ten")
    if head is None or name is None:
        return []
    # A sheet in front of the head counts for itself; behind the signature stand appendices, each from 1.
    first, last = head.lines[0].paragraph.number, min(line.paragraph.number for line in name.lines)
    found: list[Section] = []
    page = 1
    for section in paper.sections:
        if not first < section.first <= last or section.start not in _NEW_PAGE:
            continue
        page += 1
        if section.page_start is None or section.page_start >= page:
            continue
        kind = "first" if section.title_page else "default"
        if any(folio.kind == kind for folio in find_folios(paper.observed, section)):
            found.append(section)
    return found
