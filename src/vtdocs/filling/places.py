"""Where something stands in a part, in the words that templates of documents use: "bảng 1, hàng 2, ô 1, đoạn 1"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from vtdocs.writers.docx.places import COUNTED, say_place

from .items import Item, Mark

__all__ = ["Spot", "name_places"]

_BOX = "txbxContent"


class Spot(Struct, frozen=True):
    """A place: its words, and a number that grows from the beginning of the part to its end."""

    words: str = ""
    order: int = 0


def name_places(items: Sequence[Item], outers: Mapping[int, Mark | None]) -> dict[int, Spot]:
    """Give the place of every text or mark with a brace in it, by its index."""
    spots: dict[int, Spot] = {}
    way: list[tuple[str, int]] = []
    # Of each open element, how many of its children there were by name: each is counted among those of its parent.
    counts: list[dict[str, int]] = [{}]
    order = 0
    for index, item in enumerate(items):
        if isinstance(item, Mark):
            name = item.name.removeprefix("w:")
            if item.sort == ">":
                counts.pop()
                if name in COUNTED or name == _BOX:
                    way.pop()
                continue
            number = 0
            if name in COUNTED:
                order += 1
                number = counts[-1][name] = counts[-1].get(name, 0) + 1
            if item.sort == "<":
                counts.append({})
                if number or name == _BOX:
                    way.append((name, number))
            text = item.text
        else:
            text = item if isinstance(item, str) else ""
        if "{" in text and outers[index] is not None:
            spots[index] = Spot(say_place(way), order)
    return spots
