"""Paper and margins: A4, and each margin that lies outside its range moved to the bound that is nearest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vtdocs.checking.lengths import format_mm, length_fits
from vtdocs.readers.docx.observed import Section, Table
from vtdocs.standards import custom, nd30
from vtdocs.standards.base import Between, LengthFact
from vtdocs.units import Length

from .changes import Change
from .columns import narrow_head
from .properties import W, ensure, set_attributes
from .work import Work

__all__ = ["mend_pages", "section_elements"]

_BEFORE = f"{W}sectPrChange"
_MARGINS: tuple[tuple[str, str, LengthFact], ...] = (
    ("top", "lề trên", nd30.LE_TREN),
    ("bottom", "lề dưới", nd30.LE_DUOI),
    ("left", "lề trái", nd30.LE_TRAI),
    ("right", "lề phải", nd30.LE_PHAI),
)
_SHEET, _CUT = (nd30.KHO_GIAY_RONG.default, nd30.KHO_GIAY_DAI.default), custom.DUNG_SAI_KHO_GIAY.value.twips
_A4 = f"{nd30.KHO_GIAY.default} ({' x '.join(format_mm(side.twips) for side in _SHEET)})"
# Both sides of a sheet that is folded into the paper for a large table are longer than A4's.
_FOLDED = nd30.KHO_GIAY_DAI.default.twips + _CUT
# Twips that Word lets a table hang out by the padding of its cells, on both sides.
_OVERHANG = 284


def mend_pages(work: Work) -> Iterator[Change]:
    """Mend the paper and the margins of every section that a rule found wrong, and narrow what fitted before.

    Of a turned page the decree does not say which edge is which, so its margins are left to a person.
    """
    sheets, margins = any(work.findings("ND30-101")), any(work.findings("ND30-102"))
    elements = section_elements(work.body)
    if not elements:
        elements = [ensure(ensure(work.body, "body"), "sectPr")]
    if not (sheets or margins) or len(elements) != len(work.paper.sections):
        return
    changes: dict[Change, None] = {}
    for element, section in zip(elements, work.paper.sections, strict=True):
        width = section.page_width
        if sheets and min(section.page_width, section.page_height) < _FOLDED:
            for change in _mend_sheet(element, section):
                changes[change] = None
                width = (_SHEET[1] if section.landscape else _SHEET[0]).twips
        edges = {"left": section.left + section.gutter, "right": section.right}
        if margins and not section.landscape:
            for side, change, bound in _mend_margins(element, section):
                changes[change] = None
                edges[side] = bound
        room = width - edges["left"] - edges["right"]
        if room < section.text_width:
            _narrow_tables(work, section, room)
    if changes:
        work.touch()
    yield from changes


def _narrow_tables(work: Work, section: Section, room: int) -> None:
    """The head keeps what its rows need; of other tables nobody knows which column has room."""
    for table in work.paper.observed.tables:
        if table.section != section.index or not _fitted(table, section, room):
            continue
        if not narrow_head(work, table, room + max(0, table.extent - section.text_width)):
            _narrow(work.table_element(table), room, section.text_width)


def _mend_sheet(element: etree._Element, section: Section) -> Iterator[Change]:
    wide, high = _SHEET[::-1] if section.landscape else _SHEET
    if abs(section.page_width - wide.twips) <= _CUT and abs(section.page_height - high.twips) <= _CUT:
        return
    set_attributes(element, "pgSz", {"w": str(wide.twips), "h": str(high.twips), "code": None})
    before = f"{format_mm(section.page_width)} x {format_mm(section.page_height)}"
    yield Change("khổ giấy", before, _A4, nd30.KHO_GIAY.source)


def _mend_margins(element: etree._Element, section: Section) -> Iterator[tuple[str, Change, int]]:
    """Give the sides that are mended, and where each is now; the gutter counts as a part of the left margin."""
    for side, name, fact in _MARGINS:
        value = getattr(section, side)
        gutter = section.gutter if side == "left" else 0
        found = abs(value) + gutter
        if length_fits(found, fact.allowed, custom.DUNG_SAI_LE.value.twips):
            continue
        bound = _nearest(found, fact).twips
        if bound < gutter:
            set_attributes(element, "pgMar", {"gutter": "0"})
            gutter = 0
        # A margin below nothing keeps its place whatever stands in the header.
        set_attributes(element, "pgMar", {side: str((bound - gutter) * (-1 if value < 0 else 1))})
        yield side, Change(name, format_mm(found), format_mm(bound), fact.source), bound


def section_elements(body: etree._Element) -> list[etree._Element]:
    """The `w:sectPr` of a part in order, without those that a tracked change keeps of before."""
    return [one for one in body.iter(f"{W}sectPr") if (p := one.getparent()) is not None and p.tag != _BEFORE]


def _nearest(twips: int, fact: LengthFact) -> Length:
    """The bound of a range that is nearest to a length outside it."""
    allowed = fact.allowed
    if isinstance(allowed, Between):
        return allowed.low if twips < allowed.low.twips else allowed.high
    return fact.default


def _fitted(table: Table, section: Section, room: int) -> bool:
    """Whether a table of the text fitted between the margins, and does not fit between those of now."""
    if table.inside is not None or table.box is not None or table.floats or section.columns > 1 or not table.first:
        return False
    return room < table.extent <= section.text_width + _OVERHANG


def _narrow(table: etree._Element | None, now: int, before: int) -> None:
    """Make a table's columns narrower in the proportion of the room between the margins."""
    if table is None:
        return
    own = [child for child in table if child.tag != f"{W}tr"]
    cells = [cell for row in table.iterchildren(f"{W}tr") for cell in row.iter(f"{W}tc") if _is_of(cell, table)]
    for properties in (*own, *(look for cell in cells for look in cell.iterchildren(f"{W}tcPr"))):
        for width in properties.iterchildren(f"{W}tblW", f"{W}tcW", f"{W}gridCol"):
            key = f"{W}w"
            value = width.get(key, "")
            if width.get(f"{W}type", "dxa") == "dxa" and value.isdigit():
                width.set(key, str(int(value) * now // before))


def _is_of(cell: etree._Element, table: etree._Element) -> bool:
    return next(cell.iterancestors(f"{W}tbl"), None) is table
