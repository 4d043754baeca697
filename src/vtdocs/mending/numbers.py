"""Page numbers: in the header, in the middle, upright, 13 to 14, from 1, and none on the first page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vtdocs.checking.folios import Folio, align_of, find_folios
from vtdocs.checking.lengths import format_size, size_fits
from vtdocs.readers.docx.observed import Paragraph, Section
from vtdocs.readers.docx.walking import walk_paragraphs
from vtdocs.standards import nd30

from .changes import Change
from .first_page import is_number_alone, plan_first_page
from .headers import add_header, refer
from .page import section_elements
from .properties import NO_INDENTS, drop, ensure, set_attributes
from .telling import Told
from .work import W, Work, nearest_size, printed_runs, set_size, set_slant, set_weight

__all__ = ["mend_page_numbers"]
_FIRST = str(nd30.SO_TRANG_DAU.default)


def mend_page_numbers(work: Work) -> Iterator[Change]:
    """Mend the numbers that rules found wrong; where only footers have one, or none, give the paper a header."""
    sections = work.paper.sections
    elements = section_elements(work.body)
    if len(elements) != len(sections):
        return
    told = Told(work)
    folios: dict[tuple[str, int], Folio] = {}
    for section in sections:
        for folio in find_folios(work.paper.observed, section):
            folios.setdefault((folio.paragraph.part, folio.paragraph.number), folio)
    for folio in folios.values():
        if not folio.in_footer:
            _mend_look(work, told, folio)
    yield from told.changes()
    yield from _mend_place(work, elements, [*folios.values()])
    yield from _mend_counting(work, elements, sections)


def _element(work: Work, paragraph: Paragraph) -> etree._Element:
    return next(p for n, p in enumerate(walk_paragraphs(work.root(paragraph.part)), 1) if n == paragraph.number)


def _mend_look(work: Work, told: Told, folio: Folio) -> None:
    paragraph, fact = folio.paragraph, nd30.SO_TRANG
    element = _element(work, paragraph)
    if any(work.findings("ND30-121")) and align_of(folio) in ("left", "right"):
        _mend_middle(told, element, paragraph)
    for run in folio.runs:
        size = run.format.size
        for one in _runs_between(element, run.start, run.end):
            if not size_fits(size, fact.size) and set_size(one, nearest_size(size, fact)):
                after = f"cỡ {format_size(nearest_size(size, fact))}"
                told.tell("cỡ chữ số trang", f"cỡ {format_size(size)}", after, fact, paragraph)
            if run.format.bold and set_weight(one, bold=False):
                told.tell("kiểu chữ số trang", "đậm", "không đậm", fact, paragraph)
            if run.format.italic and set_slant(one, italic=False):
                told.tell("kiểu chữ số trang", "nghiêng", "đứng", fact, paragraph)


def _mend_middle(told: Told, element: etree._Element, paragraph: Paragraph) -> None:
    """Centre a number that stands alone; one behind a tab has words beside it, or loses the tab."""
    text = paragraph.text
    if text.strip() and any(not char.isdigit() for char in text.strip()):
        return
    properties = ensure(element, "pPr")
    # A frame says where it stands across the page.
    frame = properties.find(f"{W}framePr")
    if frame is not None:
        set_attributes(properties, "framePr", {"xAlign": "center", "x": None})
    else:
        for run in printed_runs(element):
            for tab in [*run.iterchildren(f"{W}tab")]:
                run.remove(tab)
        set_attributes(properties, "ind", {**NO_INDENTS, "left": "0", "right": "0", "firstLine": "0"})
        set_attributes(properties, "jc", {"val": "center"})
    told.tell("số trang", "không canh giữa", "canh giữa", nd30.SO_TRANG_CANH, paragraph)


def _runs_between(element: etree._Element, start: int, end: int) -> Iterator[etree._Element]:
    """The runs of a field's result, which is printed anew and so never cut."""
    at = 0
    for run in printed_runs(element):
        length = sum(len(t.text or "") for t in run.iterchildren(f"{W}t")) + len(run.findall(f"{W}tab"))
        if length and at < end and at + length > start:
            yield run
        at += length


def _mend_place(work: Work, elements: list[etree._Element], folios: list[Folio]) -> Iterator[Change]:
    """Move numbers up from footers; give a paper of several pages some; hide the first."""
    missing = any(work.findings("ND30-123")) and not folios
    low = any(work.findings("ND30-120"))
    if (missing or low) and _is_free(work, folios):
        own = None if work.paper.sections[0].title_page else plan_first_page(work)
        if own is None and not work.paper.sections[0].title_page:
            return
        words = _words_beside(folios)
        for folio in folios:
            if folio.in_footer:
                _clear(work, folio.paragraph)
        ident = add_header(work)
        for element in elements:
            refer(element, "header", "default", ident)
        if own is not None:
            own.hide_number(work, elements[0])
        work.touch()
        source = nd30.SO_TRANG_VI_TRI.source
        after = "canh giữa trong phần lề trên, ẩn ở trang thứ nhất"
        yield Change("số trang", "ở chân trang" if low else "không có", after, source)
        if words:
            yield Change("chữ bên cạnh số trang", words, "không có, chỉ còn số trang", source)
        return
    yield from _mend_even(work, elements, folios)
    yield from _mend_first(work, elements)


def _mend_even(work: Work, elements: list[etree._Element], folios: list[Folio]) -> Iterator[Change]:
    """Give even pages the number that odd ones have."""
    sections = work.paper.sections
    if not folios or not any(work.findings("ND30-123")) or any("even" in section.headers for section in sections):
        return
    refer(elements[0], "header", "even", add_header(work))
    work.touch()
    yield Change("số trang chẵn", "không có", "canh giữa trong phần lề trên", nd30.SO_TRANG_VI_TRI.source)


def _mend_first(work: Work, elements: list[etree._Element]) -> Iterator[Change]:
    """Hide the number of page one: by a first page of its own, or where it has one, by taking the number from it."""
    if not any(work.findings("ND30-122")):
        return
    section = work.paper.sections[0]
    shown = [paragraph for kind, paragraphs in _furniture(section) if kind == "first" for paragraph in paragraphs]
    if not section.title_page:
        if (planned := plan_first_page(work)) is None:
            return
        planned.hide_number(work, elements[0])
    else:
        own = [folio for folio in find_folios(work.paper.observed, section) if folio.kind == "first"]
        numbers = [folio.paragraph for folio in own if not folio.beside and not folio.in_footer]
        # What else stands there goes with the header, which without a reference is an empty one.
        if len(numbers) < len(own) or any(not one.is_empty and one not in numbers for one in shown):
            return
        for reference in elements[0].findall(f"{W}headerReference"):
            if reference.get(f"{W}type") == "first":
                elements[0].remove(reference)
        work.touch()
    yield Change("số trang thứ nhất", "hiển thị", "không hiển thị", nd30.SO_TRANG_AN_TRANG_DAU.source)


def _furniture(section: Section) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    for texts in (section.headers, section.footers):
        for kind, text in texts.items():
            yield kind, text.paragraphs


def _is_free(work: Work, folios: list[Folio]) -> bool:
    """Whether a header can take the number without displacing words, and footers lose no words with it."""
    if work.paper.observed.even_and_odd or any(not folio.in_footer for folio in folios):
        return False
    for section in work.paper.sections:
        for kind, text in section.headers.items():
            if kind == "default" and any(not paragraph.is_empty for paragraph in text.paragraphs):
                return False
    return all(map(is_number_alone, folios))


def _words_beside(folios: list[Folio]) -> str:
    """What is printed beside the numbers of footers, "N" for the number of all pages."""
    found: dict[str, None] = {}
    for folio in folios:
        words = "".join(char if not char.isdigit() else "N" for char in folio.beside)
        if words:
            found[f"“{words}”"] = None
    return ", ".join(found)


def _clear(work: Work, paragraph: Paragraph) -> None:
    """Leave an empty paragraph where a number stood."""
    element = _element(work, paragraph)
    for child in list(element):
        if child.tag != f"{W}pPr":
            element.remove(child)
    work.touch(paragraph.part)


def _mend_counting(work: Work, elements: list[etree._Element], sections: tuple[Section, ...]) -> Iterator[Change]:
    """Arabic figures, from 1, and from 1 again in each appendix that begins a section."""
    if any(work.findings("ND30-126")):
        for element, section in zip(elements, sections, strict=True):
            if section.page_format != "decimal" and find_folios(work.paper.observed, section):
                set_attributes(element, "pgNumType", {"fmt": None})
                work.touch()
        yield Change("kiểu số trang", "không phải chữ số Ả Rập", "1, 2, 3", nd30.SO_TRANG.source)
    for finding in work.findings("ND30-127") if sections[0].page_start not in (None, nd30.SO_TRANG_DAU.default) else ():
        set_attributes(elements[0], "pgNumType", {"start": None})
        if not ensure(elements[0], "pgNumType").attrib:
            drop(elements[0], "pgNumType")
        work.touch()
        yield Change("số trang bắt đầu", finding.found, _FIRST, nd30.SO_TRANG_DAU.source)
    begun = []
    for finding in work.findings("ND30-128"):
        for stretch in work.stretches(finding):
            section = sections[stretch.paragraph.section]
            # Only where a page of its own begins with the appendix: another break is a change of the layout.
            if section.index and section.start != "continuous" and _begins(work, section, stretch.paragraph):
                set_attributes(elements[section.index], "pgNumType", {"start": _FIRST})
                work.touch()
                begun.append(section.index)
    if begun:
        source = nd30.PHU_LUC_SO_TRANG_RIENG.source
        yield Change("số trang phụ lục", "đánh tiếp theo phần trước", "bắt đầu từ 1", source)


def _begins(work: Work, section: Section, paragraph: Paragraph) -> bool:
    before = work.paper.observed.paragraphs[section.first - 1 : paragraph.number - 1]
    return all(one.is_empty for one in before)
