"""One more row below the signature, for the recipients that the signature's own row cannot hold."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from vtdocs.tree import Style

from .contract import RECIPIENTS_SLOT
from .cutting import CUT, Cutter
from .measures import read_twips
from .pages import bare_xml
from .paragraphs import empty_paragraph
from .stylesheet import Stylesheet
from .template import OverflowChunk, SlotChunk
from .xml import qname

__all__ = ["cut_overflow"]

_OF_THE_ROW = frozenset(qname(name) for name in ("gridBefore", "gridAfter", "wBefore", "wAfter", "jc"))
_BEFORE_MARGINS = frozenset(
    qname(name) for name in ("cnfStyle", "tcW", "gridSpan", "tcBorders", "shd", "noWrap")
)  # fmt: skip
_MARK = "\ue000"  # parts a text that holds no word of anybody's


def cut_overflow(cutter: Cutter) -> None:
    """Put a place behind the row of the recipients; where they stand in no table, all of them go where they are."""
    mark = cutter.slots[RECIPIENTS_SLOT]
    row = next(mark.iterancestors(qname("tr")), None)
    if row is None:
        return
    own = next(mark.iterancestors(qname("tc")))
    number = int(mark.text or "0")
    slot = cutter.cuts[number]
    if not isinstance(slot, SlotChunk):
        return
    cells = [_empty_cell(cell, cutter.sheet, holds=cell is own) for cell in row.iterchildren(qname("tc"))]
    opening, closing = f"<w:tr>{_skipped(row)}{''.join(cells)}</w:tr>".split(_MARK)
    cutter.cuts[number] = replace(slot, overflows=True)
    cutter.cuts.append(OverflowChunk(opening, closing, slot.width))
    row.addnext(etree.ProcessingInstruction(CUT, str(len(cutter.cuts) - 1)))


def _skipped(row: etree._Element) -> str:
    """Give the columns that a row leaves free before and after its cells."""
    own = row.find(qname("trPr"))
    kept = [] if own is None else [bare_xml(child) for child in own if child.tag in _OF_THE_ROW]
    return f"<w:trPr>{''.join(kept)}</w:trPr>" if kept else ""


def _empty_cell(cell: etree._Element, sheet: Stylesheet, *, holds: bool) -> str:
    """Copy a cell without its text: as wide, with the same borders and sides, not merged, no room above."""
    copy = deepcopy(cell.find(qname("tcPr")))
    if copy is None:
        copy = etree.Element(qname("tcPr"))
    for name in ("hMerge", "vMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange"):
        for element in copy.findall(qname(name)):
            copy.remove(element)
    _close_above(copy, cell, sheet)
    properties = bare_xml(copy) if len(copy) else ""
    return f"<w:tc>{properties}{_MARK if holds else empty_paragraph(Style.KET_PHAN)}</w:tc>"


def _close_above(properties: etree._Element, cell: etree._Element, sheet: Stylesheet) -> None:
    """Take away the room above the text of a cell: its own, and that of its table."""
    own = properties.find(qname("tcMar"))
    if own is not None:
        for name in ("top", "bottom"):
            for element in own.findall(qname(name)):
                own.remove(element)
        if not len(own):
            properties.remove(own)
            own = None
    if not _has_room_above(cell, sheet):
        return
    if own is None:
        own = etree.Element(qname("tcMar"))
        # CT_TcPr is a sequence: w:tcMar stands behind these.
        before = [child for child in properties if child.tag in _BEFORE_MARGINS]
        properties.insert(len(before), own)
    top = etree.Element(qname("top"))
    top.set(qname("w"), "0")
    top.set(qname("type"), "dxa")
    own.insert(0, top)


def _has_room_above(cell: etree._Element, sheet: Stylesheet) -> bool:
    table = next(cell.iterancestors(qname("tbl")), None)
    if table is None:
        return False
    style = table.find(f"{qname('tblPr')}/{qname('tblStyle')}")
    named = sheet.by_id.get("" if style is None else style.get(qname("val"), ""))
    for holder in (table, *sheet.ancestry(named)):
        top = holder.find(f"{qname('tblPr')}/{qname('tblCellMar')}/{qname('top')}")
        if top is not None:
            return read_twips(top, "w") > 0
    return False
