"""Pages of a template, upright and turned: the room for text, and the section properties that make them.

A turned page keeps the template's margins as they stand on it: the decree makes no exception from them.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from vtdocs.units import Length, Twips

from .xml import qname

__all__ = ["Page", "bare_xml", "read_pages"]

# CT_SectPr is a sequence: pgNumType stands behind these and before cols, titlePg and the rest.
_BEFORE_NUMBERS = ("lnNumType", "pgBorders", "paperSrc", "pgMar", "pgSz", "type", "endnotePr", "footnotePr")


class Page(Struct, frozen=True):
    """Pages turned one way, and the XML of the properties of sections that consist of them.

    `first` is the section that opens the document, `appendix` one that opens an appendix and numbers its pages from
    1 again; `continued` goes on with the numbers before it and shows them on its first page too.
    """

    text_width: Length
    text_height: Length
    first: str
    appendix: str
    continued: str


def read_pages(section: etree._Element) -> tuple[Page, Page] | None:
    """Read a template's pages as they are, and turned; `None` where it has no paper size or no margins.

    Where the template's own pages lie across, both are the same: there is nothing to turn.
    """
    if section.find(qname("pgSz")) is None or section.find(qname("pgMar")) is None:
        return None
    own = _page(section)
    turned = deepcopy(section)
    size = turned.find(qname("pgSz"))
    if size is None or _int(size, "w") >= _int(size, "h"):
        return own, own
    width, height = size.get(qname("w"), "0"), size.get(qname("h"), "0")
    size.set(qname("w"), height)
    size.set(qname("h"), width)
    size.set(qname("orient"), "landscape")
    # The paper's code stands for its upright form, and printers trust it more than the size.
    _drop(size, "code")
    return own, _page(turned)


def _page(section: etree._Element) -> Page:
    return Page(
        text_width=_extent(section, "w", "left", "right"),
        text_height=_extent(section, "h", "top", "bottom"),
        first=bare_xml(section),
        appendix=_appendix_xml(section),
        continued=_continued_xml(section),
    )


def _extent(section: etree._Element, extent: str, near: str, far: str) -> Length:
    """Give the width or the height that the margins leave for text."""
    size, margins = section.find(qname("pgSz")), section.find(qname("pgMar"))
    if size is None or margins is None:
        return Length(0)
    gutter = _int(margins, "gutter") if extent == "w" else 0
    # A margin below nought is one that text in the header does not push: its size counts.
    return Twips(_int(size, extent) - abs(_int(margins, near)) - abs(_int(margins, far)) - gutter)


def _appendix_xml(section: etree._Element) -> str:
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
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r'\sxmlns:\w+="[^"]*"', "", xml)


def _drop(element: etree._Element, name: str) -> None:
    if qname(name) in element.attrib:
        del element.attrib[qname(name)]


def _int(element: etree._Element, name: str) -> int:
    try:
        return int(element.get(qname(name), "0"))
    except ValueError:
        return 0
