"""What of a template would be lost with a paragraph, a cell or a row that a tag takes the place of."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from .items import Item, Mark

__all__ = ["find_losses"]

_SHOWN = 60
# What can be seen on the page, or sets it, and is no text. Nothing is said of what lies inside it.
_SEEN = {
    "w:drawing": "hình",
    "w:pict": "hình",
    "mc:AlternateContent": "hình",
    "w:object": "đối tượng nhúng",
    "w:altChunk": "tài liệu nhúng",
    "w:footnoteReference": "chú thích cuối trang",
    "w:endnoteReference": "chú thích cuối bài",
    "w:sym": "ký hiệu",
    "w:sectPr": "ngắt phần (section break)",
}
_UNSEEN = ("w:delText", "w:delInstrText")


def find_losses(items: Sequence[Item]) -> str:
    """Say what a reader would miss of these items; nothing for empty runs, bookmarks and marks of the spelling."""
    words: list[str] = []
    others: dict[str, None] = {}
    inside = ""  # the element whose text comes next
    hidden = 0  # how deep inside an element that has been told
    for item in items:
        if isinstance(item, str):
            if hidden or not item.strip() or inside in _UNSEEN:
                continue
            if inside == "w:instrText":
                others[f"trường {item.split(maxsplit=1)[0]}"] = None
            else:
                words.append(item)
        elif isinstance(item, Mark):
            if hidden:
                hidden += {"<": 1, ">": -1}.get(item.sort, 0)
                continue
            inside = item.name
            if item.sort == ">":
                continue
            if said := _SEEN.get(item.name):
                others[said] = None
                hidden = item.sort == "<"
            elif item.name == "w:br" and ('w:type="page"' in item.text or 'w:type="column"' in item.text):
                others["ngắt trang"] = None
    text = " ".join(unescape("".join(words)).split())
    told = [f"chữ “{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"] if text else []
    return ", ".join((*told, *others))
