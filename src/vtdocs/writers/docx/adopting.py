"""The styles that a template lost on its way: found again by their names, or taken from the stock template.

Word and LibreOffice write a style's id anew when they save a file, from the letters of its name that are ASCII:
"NoiDung" comes back as "Nidung". The name, "Nội dung", stays, so it tells which style is which, and the template gets
our ids back. What has no name of ours either is taken from the stock template, where it may be: see `contract`.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from vtdocs.tree import Style

from .contract import DERIVED_STYLES, REQUIRED_STYLES
from .measures import read_number
from .package import read_package
from .stock import stock_file
from .xml import qname

__all__ = ["Stock", "adopt_styles", "rename_styles"]

_STYLES_PART = "word/styles.xml"
_REFERENCES = frozenset(qname(name) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
# Sizes of these follow those of the template's own tables, of all others those of its text.
_OF_TABLES = frozenset(style for style in Style if style.startswith("Bang"))


class Stock:
    """The stock template's styles: the names by which they are known, and what they say."""

    def __init__(self) -> None:
        data = stock_file()
        parts = read_package(data, len(data) * 100) or {}
        root = etree.fromstring(parts[_STYLES_PART])
        self.styles = {style.get(qname("styleId"), ""): style for style in root.iterchildren(qname("style"))}

    def name(self, style_id: str) -> str:
        """Give the name that Word shows."""
        return _name(self.styles[style_id])


def adopt_styles(root: etree._Element) -> tuple[dict[str, str], list[str]]:
    """Give a template's styles our ids, and add what it may lack; `root` is changed.

    Gives the new ids by the old ones, which all other parts have to be told, and the required styles that are missing
    for good or are of another type, in the order of the contract.
    """
    stock = Stock()
    found = {style.get(qname("styleId"), ""): style for style in root.iterchildren(qname("style"))}
    lacking = [each for each in REQUIRED_STYLES if each not in found]
    known = {(style.get(qname("type"), ""), _name(style).casefold()): each for each, style in found.items()}
    renamed = {}
    for each in lacking:
        old = known.get((REQUIRED_STYLES[each], stock.name(each).casefold()))
        # One that is ours already has a name of its own: two of our styles are never the same one.
        if old is not None and old not in REQUIRED_STYLES and old not in renamed:
            renamed[old] = each
            found[old].set(qname("styleId"), each)
            found[each] = found.pop(old)
    rename_styles(root, renamed)
    missing = []
    for each in REQUIRED_STYLES:
        if each in found:
            if found[each].get(qname("type"), "paragraph") != REQUIRED_STYLES[each]:
                missing.append(each)
        elif each in DERIVED_STYLES:
            _take(each, root, found, stock)
        else:
            missing.append(each)
    return renamed, missing


def rename_styles(root: etree._Element, renamed: Mapping[str, str]) -> bool:
    """Write new ids wherever a part names a style; tells whether it named any of these."""
    changed = False
    for element in root.iter(*_REFERENCES) if renamed else ():
        new = renamed.get(element.get(qname("val"), ""))
        if new is not None:
            element.set(qname("val"), new)
            changed = True
    return changed


def _name(style: etree._Element) -> str:
    name = style.find(qname("name"))
    return "" if name is None else " ".join(name.get(qname("val"), "").split())


def _take(each: str, root: etree._Element, found: dict[str, etree._Element], stock: Stock) -> None:
    """Copy a style of the stock template, in the font and in the sizes of this one."""
    copy = deepcopy(stock.styles[each])
    kind = copy.get(qname("type"), "paragraph")
    for tag in ("basedOn", "next"):
        for element in copy.findall(qname(tag)):
            if element.get(qname("val"), "") in found or element.get(qname("val")) == each:
                continue
            default = _default(found, kind) if tag == "basedOn" else None
            if default is None:
                copy.remove(element)
            else:
                element.set(qname("val"), default)
    if kind == "paragraph" and each != Style.KET_PHAN:
        _set_font(copy, found)
        _set_size(copy, each, (root, found), stock)
    # Styles that others are based on come before those in the stock template, and so here.
    root.append(copy)
    found[each] = copy


def _default(found: Mapping[str, etree._Element], kind: str) -> str | None:
    named = (
        each
        for each, style in found.items()
        if style.get(qname("type")) == kind and style.get(qname("default"), "0") in ("1", "true", "on")
    )
    return next(named, None)


def _run_property(found: Mapping[str, etree._Element], style_id: str, name: str) -> etree._Element | None:
    """Give a property of a style's letters, its own or inherited."""
    seen = set()
    current: str | None = style_id
    while current is not None and current in found and current not in seen:
        seen.add(current)
        element = found[current].find(f"{qname('rPr')}/{qname(name)}")
        if element is not None:
            return element
        based_on = found[current].find(qname("basedOn"))
        current = None if based_on is None else based_on.get(qname("val"))
    return None


def _set_font(copy: etree._Element, found: Mapping[str, etree._Element]) -> None:
    """Give a copy the font of the template's text, where a style says it; where the defaults do, it has it already."""
    font = _run_property(found, Style.NOI_DUNG, "rFonts")
    properties = copy.find(qname("rPr"))
    if font is not None and properties is not None and properties.find(qname("rFonts")) is None:
        properties.insert(0, deepcopy(font))  # CT_RPr: w:rFonts stands before all but w:rStyle


def _set_size(
    copy: etree._Element, each: str, template: tuple[etree._Element, Mapping[str, etree._Element]], stock: Stock
) -> None:
    """Scale the size of a copy: what is as large as the text, or the cells, of the stock template is so here too."""
    root, found = template
    model = Style.BANG_TRAI if each in _OF_TABLES else Style.NOI_DUNG
    ours = _run_property(stock.styles, model, "sz")
    default = root.find(f"{qname('docDefaults')}/{qname('rPrDefault')}/{qname('rPr')}/{qname('sz')}")
    own = _run_property(found, model, "sz")
    theirs = default if own is None else own
    if ours is None or theirs is None:
        return
    for name in ("sz", "szCs"):
        element = copy.find(f"{qname('rPr')}/{qname(name)}")
        if element is not None:
            size, limit = read_number(element, "val"), read_number(theirs, "val") or 1
            element.set(qname("val"), str(limit if size == read_number(ours, "val") else min(size, limit)))
