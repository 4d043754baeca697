"""Where a slot may stand, what stands around it, and what stays of its paragraph."""

from __future__ import annotations

from lxml import etree

from vtdocs.tree import Style

from .contract import APPENDIX_SLOT, BODY_SLOT, SLOT, TAGS, mark
from .tokens import CELL_CHANGES, CHANGES, read_pieces
from .xml import qname

__all__ = ["has_more", "is_changed", "is_sole", "keep_drawings", "list_behind", "remove", "wrong_place"]

_BOX, _CONTROL, _CONTROLLED = map(qname, ("txbxContent", "sdtContent", "sdt"))
_CELL, _TABLE, _PARAGRAPH = map(qname, ("tc", "tbl", "p"))
# What keeps a slot's paragraph: a picture or a drawing in it, such as a logo that is anchored there.
_DRAWINGS = tuple(map(qname, ("drawing", "pict", "object")))
_MORE = tuple(map(qname, ("fldChar", "fldSimple", "footnoteReference", "endnoteReference")))
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
_HOLDERS = {qname("tr"): qname("trPr"), qname("tc"): qname("tcPr")}
# What an empty paragraph may hold.
_NOTHING = frozenset(qname(name) for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr"))


def wrong_place(paragraph: etree._Element, name: str, body: etree._Element | None) -> tuple[str, str] | None:
    """Say what is wrong with the place of a slot, and what to do."""
    around = {parent.tag for parent in paragraph.iterancestors()}
    if body is None:
        tags = ", ".join(map(mark, TAGS))
        return "chỗ điền không đứng được ở đầu trang, chân trang", f"đưa vào thân văn bản; ở đây chỉ dùng được {tags}"
    if _BOX in around:
        return "chỗ điền nằm trong hộp chữ (text box)", "đưa ra ngoài hộp chữ, vào đoạn thường hoặc ô của một bảng"
    if _CONTROL in around or next(paragraph.iter(_CONTROL), None) is not None:
        return (
            "chỗ điền nằm trong điều khiển nội dung (content control)",
            "bỏ điều khiển đó: bấm chuột phải, Remove Content Control",
        )
    if name in (BODY_SLOT, APPENDIX_SLOT) and paragraph.getparent() is not body:
        return (
            "chỗ điền này không được nằm trong bảng",
            f"đưa {mark(name)} ra ngoài bảng, thành một đoạn của thân văn bản",
        )
    if name == APPENDIX_SLOT and not _is_last(paragraph):
        return "chỗ điền này không đứng cuối tệp mẫu", "đưa xuống làm đoạn cuối cùng"
    return None


def is_changed(element: etree._Element) -> bool:
    """Whether an element, its row or its cell came or went with changes tracked, and nobody has accepted it yet."""
    for parent in element.iterancestors():
        properties = parent.find(_HOLDERS[str(parent.tag)]) if parent.tag in _HOLDERS else None
        inside = () if properties is None else properties
        if parent.tag in CHANGES or any(child.tag in CHANGES or child.tag in CELL_CHANGES for child in inside):
            return True
    return False


def has_more(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds a field, a note or a break of the page besides its text."""
    if any(break_.get(qname("type"), "textWrapping") != "textWrapping" for break_ in paragraph.iter(qname("br"))):
        return True
    return next(paragraph.iter(*_MORE), None) is not None


def keep_drawings(paragraph: etree._Element) -> bool:
    """Whether a slot's paragraph holds a picture and so must stay; its text goes.

    One that holds only anchored drawings takes no room: it gets the style of paragraphs that are as low as can be.
    """
    if next(paragraph.iter(*_DRAWINGS), None) is None:
        return False
    for piece in read_pieces(paragraph):
        remove(piece.element)
    drawings = list(paragraph.iter(*_DRAWINGS))
    if all(drawing.find(_ANCHOR) is not None for drawing in drawings):
        properties = paragraph.find(qname("pPr"))
        if properties is not None:
            paragraph.remove(properties)
        properties = etree.Element(qname("pPr"))
        etree.SubElement(properties, qname("pStyle")).set(qname("val"), Style.KET_PHAN)
        paragraph.insert(0, properties)
    return True


def is_sole(paragraph: etree._Element) -> bool:
    """Whether a paragraph must stand in a slot's place where the slot is empty.

    A cell has to end with a paragraph, and two tables would be one without one between them.
    """
    parent = paragraph.getparent()
    if parent is None or next(paragraph.iter(*_DRAWINGS), None) is not None:
        return False
    before, after = _neighbour(paragraph, backward=True), _neighbour(paragraph, backward=False)
    if parent.tag == _CELL:
        return after is None and (before is None or before.tag == _TABLE)
    return before is not None and after is not None and before.tag == after.tag == _TABLE


def _neighbour(paragraph: etree._Element, *, backward: bool) -> etree._Element | None:
    """Give the nearest paragraph, table or control that is there in every document: no slot that may be empty."""
    for other in paragraph.itersiblings(preceding=backward):
        if other.tag in (_TABLE, _CONTROLLED) or (other.tag == _PARAGRAPH and not _may_vanish(other)):
            return other
    return None


def _may_vanish(paragraph: etree._Element) -> bool:
    """Whether a paragraph is a slot other than those that always hold something."""
    found = SLOT.fullmatch("".join(piece.text for piece in read_pieces(paragraph)).strip())
    return found is not None and found[1] not in (BODY_SLOT, APPENDIX_SLOT)


def list_behind(paragraph: etree._Element) -> list[etree._Element]:
    """Give the blocks behind a paragraph, up to the section's properties."""
    return [other for other in paragraph.itersiblings() if other.tag in (_PARAGRAPH, _TABLE, _CONTROLLED)]


def _is_last(paragraph: etree._Element) -> bool:
    """Whether nothing but empty paragraphs stands behind this one."""
    return all(other.tag == _PARAGRAPH and _is_empty(other) for other in list_behind(paragraph))


def _is_empty(paragraph: etree._Element) -> bool:
    return all(
        child.tag in _NOTHING or (child.tag == qname("r") and all(inner.tag == qname("rPr") for inner in child))
        for child in paragraph
    )


def remove(element: etree._Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
