"""Pages of a template, upright and turned: the room for text, and the section properties that make them.

A turned page keeps the template's margins as they stand on it: the decree makes no exception from them.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.units import Length, Twips

from .measures import read_number, read_twips
from .xml import qname

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Page", "bare_xml", "read_pages"]

# CT_SectPr is a sequence: pgNumType stands behind these and before cols, titlePg and the rest.
_BEFORE_NUMBERS = ("lnNumType", "pgBorders", "paperSrc", "pgMar", "pgSz", "type", "endnotePr", "footnotePr")
_MOST_COLUMNS = 45  # as many as Word allows
_COLUMN_SPACE = 720  # ECMA-376-1, 17.6.4: between columns where nothing is said
_NAMESPACE = compile_late(r'\sxmlns:\w+="[^"]*"')


class Page(Struct, frozen=True):
    """Pages turned one way, and the XML of the properties of sections that consist of them.

    `first` is the section that opens the document, `appendix` one that opens an appendix and numbers its pages from
    1 again; `continued` goes on with the numbers before it and shows them on its first page too.

    Whether the first page of the paper and of an appendix hides its number is the template's (w:titlePg), which a
    section that opens either has from it as it is.
    """

    text_width: Length
    text_height: Length
    first: str
    appendix: str
    continued: str


def read_pages(section: etree._Element, *, gutter_at_top: bool = False) -> tuple[Page, Page] | None:
    """Read a template's pages as they are, and turned; `None` where it has no paper size or no margins.

    Where the template's own pages lie across, both are the same: there is nothing to turn. `gutter_at_top` is a
    setting of the whole file: the room for the binding is at the head of pages.
    """
    size, margins = section.find(qname("pgSz")), section.find(qname("pgMar"))
    if size is None or margins is None or read_twips(size, "w") <= 0 or read_twips(size, "h") <= 0:
        return None
    own = _page(section, gutter_at_top)
    if read_twips(size, "w") >= read_twips(size, "h"):
        return own, own
    turned = deepcopy(section)
    size = turned.find(qname("pgSz"))
    if size is not None:
        width, height = size.get(qname("w"), "0"), size.get(qname("h"), "0")
        size.set(qname("w"), height)
        size.set(qname("h"), width)
        size.set(qname("orient"), "landscape")
        # The paper's code stands for its upright form, and printers trust it more than the size.
        _drop(size, "code")
    return own, _page(turned, gutter_at_top)


def _page(section: etree._Element, gutter_at_top: bool) -> Page:
    return Page(
        text_width=Twips(_column(section, _extent(section, "w", "left", "right", gutter=not gutter_at_top))),
        text_height=Twips(_extent(section, "h", "top", "bottom", gutter=gutter_at_top)),
        first=bare_xml(section),
        appendix=_appendix_xml(section),
        continued=_continued_xml(section),
    )


def _extent(section: etree._Element, extent: str, near: str, far: str, *, gutter: bool) -> int:
    """Give the width or the height that the margins leave for text, in twips."""
    size, margins = section.find(qname("pgSz")), section.find(qname("pgMar"))
    if size is None or margins is None:
        return 0
    # A margin below nought is one that text in the header does not push: its size counts.
    taken = abs(read_twips(margins, near)) + abs(read_twips(margins, far))
    return read_twips(size, extent) - taken - (read_twips(margins, "gutter") if gutter else 0)


def _column(section: etree._Element, width: int) -> int:
    """Give the width of the narrowest of a page's columns (ECMA-376-1, 17.6.4), in twips."""
    columns = section.find(qname("cols"))
    number = 1 if columns is None else min(read_number(columns, "num", 1), _MOST_COLUMNS)
    if columns is None or number < 2:
        return width
    own = [read_twips(column, "w") for column in columns.iterchildren(qname("col"))][:number]
    if own and columns.get(qname("equalWidth"), "1") in ("0", "false", "off"):
        return min(own)
    return (width - read_twips(columns, "space", _COLUMN_SPACE) * (number - 1)) // number


def _appendix_xml(section: etree._Element) -> str:
    from lxml import etree  # to read pages takes it, to write on them does not

    copy = _on_new_page(section)
    numbers = copy.find(qname("pgNumType"))
    if numbers is None:
        numbers = etree.Element(qname("pgNumType"))
        before = (copy.find(qname(tag)) for tag in _BEFORE_NUMBERS)
        anchor = next((element for element in before if element is not None), None)
        if anchor is None:
            copy.insert(0, numbers)
        else:
            anchor.addnext(numbers)
    numbers.set(qname("start"), "1")
    return bare_xml(copy)


def _continued_xml(section: etree._Element) -> str:
    copy = _on_new_page(section)
    for title in copy.findall(qname("titlePg")):
        copy.remove(title)
    for numbers in copy.findall(qname("pgNumType")):
        _drop(numbers, "start")
        if not numbers.attrib:
            copy.remove(numbers)
    return bare_xml(copy)


def _on_new_page(section: etree._Element) -> etree._Element:
    """Copy a section so that it begins on a new page, as sections do of which nothing else is said."""
    copy = deepcopy(section)
    for kind in copy.findall(qname("type")):
        copy.remove(kind)
    return copy


def bare_xml(element: etree._Element) -> str:
    """Write an element without the namespaces that stand on w:document already."""
    from lxml import etree

    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return _NAMESPACE.sub("", xml)


def _drop(element: etree._Element, name: str) -> None:
    if qname(name) in element.attrib:
        del element.attrib[qname(name)]
