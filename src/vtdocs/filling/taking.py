"""Tags of rows, cells and paragraphs, put in the place of these; what would be lost with them is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .items import Item, Mark, Tag, Whole, link, nearest, tags_in
from .losses import find_losses

__all__ = ["Report", "has_level", "property_text", "take_comments", "take_places"]

Report = Callable[[str, str, str, Tag | str], None]
"""Tells a fault: its code, message and hint, and the tag or the text where it is."""
_WORDS = {"tr": ("w:tr", "một hàng của bảng"), "tc": ("w:tc", "một ô của bảng"), "p": ("w:p", "một đoạn")}


def has_level(items: Sequence[Item], level: str) -> bool:
    """Whether any tag is of this level."""
    return any(isinstance(item, Tag) and item.level == level for item in items)


def property_text(items: Sequence[Item], element: Mark, name: str) -> str:
    """Give the properties with which an element begins; nothing where there are none, or tags in them."""
    first = items[element.index + 1] if element.index + 1 < len(items) else None
    if isinstance(first, Whole) and first.text.startswith(f"<{name}"):
        return first.text
    if not (isinstance(first, Mark) and first.name == name):
        return ""
    if first.sort == "/":
        return first.text
    if first.other is None:
        return ""
    inside = items[first.index : first.other.index + 1]
    if any(isinstance(item, Tag) or (isinstance(item, Mark) and item.pieces) for item in inside):
        return ""
    return "".join(item if isinstance(item, str) else item.text for item in inside)


def take_places(items: list[Item], level: str, report: Report) -> list[Item]:
    """Put each tag of this level in the place of the row, cell or paragraph that it stands in."""
    if not has_level(items, level):
        return items
    outers = link(items)
    name, what = _WORDS[level]
    taken, shared = _find_taken(items, outers, level, report)
    if not taken:
        return items
    result: list[Item] = []
    index = 0
    while index < len(items):
        if index not in taken:
            result.append(items[index])
            index += 1
            continue
        element, tag = taken[index]
        end = element.other.index if element.other is not None else index
        for at in range(index, end):
            item = items[at]
            if not isinstance(item, Tag) or item is tag or item.kind == "#":
                continue
            # Of two tags of one level in the same element the fault is told already.
            if item.level != level or nearest(outers[at], name) is not element:
                _report_lost_tag(item, tag, what, report)
        if index not in shared:
            _report_losses(items[index:end], tag, level, report)
        tag.run = tag.run or _first_run(items[index:end], items)
        tag.paragraph = property_text(items, element, "w:pPr") if level == "p" else ""
        tag.where = "block" if level == "p" else "row"
        result.append(tag)
        index = end + 1
    return result


def _find_taken(
    items: Sequence[Item], outers: Mapping[int, Mark | None], level: str, report: Report
) -> tuple[dict[int, tuple[Mark, Tag]], set[int]]:
    """Give the elements that tags take the place of, and which of them two tags claim, by place."""
    name, what = _WORDS[level]
    taken: dict[int, tuple[Mark, Tag]] = {}
    shared: set[int] = set()
    for index, item in enumerate(items):
        if not (isinstance(item, Tag) and item.level == level and item.kind != "#"):
            continue
        element = nearest(outers[index], name)
        if element is None:
            report("VT-452", f"thẻ “{item.text}” không đứng trong {what}", f"chuyển thẻ vào {what}", item)
        elif element.index in taken:
            shared.add(element.index)
            hint = (
                f"mỗi thẻ {{%{level} … %}} đứng trong {what} riêng" if level != "p" else "dùng {% … %} không có chữ p"
            )
            report("VT-452", f"“{taken[element.index][1].text}” và “{item.text}” đứng trong cùng {what}", hint, item)
        else:
            taken[element.index] = (element, item)
    return taken, shared


def _first_run(inside: Sequence[Item], items: Sequence[Item]) -> str:
    run = next((item for item in inside if isinstance(item, Mark) and item.name == "w:r" and item.sort == "<"), None)
    return property_text(items, run, "w:rPr") if run is not None else ""


def _report_lost_tag(lost: Tag, tag: Tag, what: str, report: Report) -> None:
    hint = f"để thẻ “{tag.text}” đứng một mình trong {what}, thẻ kia ở chỗ khác"
    report("VT-452", f"thẻ “{lost.text}” đứng chung {what} với “{tag.text}” nên sẽ mất", hint, lost)


def _report_losses(inside: Sequence[Item], tag: Tag, level: str, report: Report) -> None:
    if lost := find_losses(inside):
        what = _WORDS[level][1]
        hint = f"thẻ {tag.text[:2]}{level} … thay cho cả {what.removeprefix('một ')}: để thẻ đứng một mình trong {what}"
        hint += ", các ô khác của hàng để trống" if level == "tr" else ""
        hint += "; hoặc bỏ chữ p trong thẻ để thẻ đứng giữa câu" if level == "p" and tag.kind != "#" else ""
        report("VT-452", f"{lost} đứng chung {what} với “{tag.text}” nên sẽ mất", hint, tag)


def take_comments(items: list[Item], level: str, report: Report) -> list[Item]:
    """Drop the row, cell or paragraph of each `{#tr … #}`, which must hold nothing else."""
    if not has_level(items, level):
        return items
    outers = link(items)
    name, what = _WORDS[level]
    gone = {
        element.index: (element, item)
        for index, item in enumerate(items)
        if isinstance(item, Tag) and item.kind == "#" and item.level == level
        if (element := nearest(outers[index], name)) is not None
    }
    result: list[Item] = []
    index = 0
    while index < len(items):
        if index not in gone:
            result.append(items[index])
            index += 1
            continue
        element, comment = gone[index]
        end = element.other.index if element.other is not None else index
        inside = items[index:end]
        for tag in tags_in(inside):
            if tag.kind != "#":
                _report_lost_tag(tag, comment, what, report)
        _report_losses(inside, comment, level, report)
        index = end + 1
    return result
