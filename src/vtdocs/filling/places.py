"""Where something stands, in the words of one who looks at the page: the paragraph, or the table, row and cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .items import Item, Mark

__all__ = ["name_places"]


def name_places(items: Sequence[Item], outers: Mapping[int, Mark | None]) -> dict[int, str]:
    """Give the place of every text or mark with a brace in it, by its index."""
    places: dict[int, str] = {}
    paragraphs = tables = 0
    stack: list[list[int]] = []  # of each open table: its number, its row, its cell
    for index, item in enumerate(items):
        if isinstance(item, Mark):
            if item.name == "w:tbl" and item.sort == "<":
                tables += 1
                stack.append([tables, 0, 0])
            elif item.name == "w:tbl" and item.sort == ">" and stack:
                stack.pop()
            elif stack and item.name == "w:tr" and item.sort != ">":
                stack[-1][1:] = [stack[-1][1] + 1, 0]
            elif stack and item.name == "w:tc" and item.sort != ">":
                stack[-1][2] += 1
            elif item.name == "w:p" and item.sort != ">":
                paragraphs += 1
            text = item.text
        else:
            text = item if isinstance(item, str) else ""
        if "{" in text and outers[index] is not None:
            table = stack[-1] if stack else None
            places[index] = f"bảng {table[0]} hàng {table[1]} ô {table[2]}" if table else f"đoạn {paragraphs}"
    return places
