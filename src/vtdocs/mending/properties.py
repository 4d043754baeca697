"""Properties of paragraphs, runs, tables, rows and sections: set in the order that the schema wants them.

Word refuses a file whose `w:pPr` or `w:rPr` holds its children in another order than ECMA-376 (17.3.1.26, 17.3.2.28,
17.4.60, 17.4.82, 17.6.17) gives, so whatever is set here is put into its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from vtdocs.readers.docx.names import W_NS

__all__ = ["NO_INDENTS", "W", "drop", "ensure", "set_attributes", "set_flag"]

W = f"{{{W_NS}}}"

_P_PR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_R_PR = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_TBL_PR = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
_SECT_PR = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)
NO_INDENTS: Mapping[str, None] = dict.fromkeys(
    ("start", "end", "hanging", "firstLineChars", "leftChars", "rightChars", "hangingChars")
)
"""The other ways to say an indent, which would hold beside "left", "right" and "firstLine"."""
# The children of others are put at the end.
_ORDER: Mapping[str, Mapping[str, int]] = {
    parent: {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in {
        f"{W}pPr": _P_PR,
        f"{W}rPr": _R_PR,
        f"{W}tblPr": _TBL_PR,
        f"{W}sectPr": _SECT_PR,
    }.items()
}
# Properties stand before all else in these.
_FIRST = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr", "tblPr"))


def ensure(parent: etree._Element, name: str) -> etree._Element:
    """Give the child of a name ("jc"), made at its place where it is not there."""
    tag = f"{W}{name}"
    found = parent.find(tag)
    if found is not None:
        return found
    made = etree.Element(tag)
    if tag in _FIRST and parent.tag not in _ORDER:
        # A row's exceptions (w:tblPrEx) come before its properties.
        place = 1 if len(parent) and parent[0].tag == f"{W}tblPrEx" else 0
        parent.insert(place, made)
        return made
    if parent.tag == f"{W}trPr":
        # Any order will do, but before tracked changes.
        parent.insert(0, made)
        return made
    order = _ORDER.get(str(parent.tag), {})
    rank = order.get(tag, len(order))
    for place, sibling in enumerate(parent):
        if order.get(str(sibling.tag), len(order)) > rank:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def set_attributes(parent: etree._Element, name: str, values: Mapping[str, str | None]) -> bool:
    """Give a child attributes ("val", "firstLine"), `None` taking one away; tell whether anything changed."""
    element = ensure(parent, name)
    changed = False
    for attribute, value in values.items():
        key = f"{W}{attribute}"
        if element.get(key) == value:
            continue
        changed = True
        if value is None:
            del element.attrib[key]
        else:
            element.set(key, value)
    return changed


def set_flag(parent: etree._Element, name: str, *, on: bool) -> bool:
    """Turn an on-off property on ("b"), or off in so many words, as a style may turn it on; tell whether it changed."""
    found = parent.find(f"{W}{name}")
    key = f"{W}val"
    if found is not None and (found.get(key, "1") not in ("0", "false", "off")) == on:
        return False
    element = ensure(parent, name)
    if on:
        element.attrib.pop(key, "")
    else:
        element.set(key, "0")
    return True


def drop(parent: etree._Element, name: str) -> bool:
    """Take a child away; tell whether it was there."""
    found = parent.find(f"{W}{name}")
    if found is None:
        return False
    parent.remove(found)
    return True
