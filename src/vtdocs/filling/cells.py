"""docxtpl's tags of table cells: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}` and `{% hm %}`.

docxtpl writes what they stand for at either end of `w:tcPr`; here it stands where the schema has it (CT_TcPr,
ECMA-376-1, 17.4.70), and a cell without `w:tcPr` gets one.
"""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.patterns import compile_late

from .items import Item, Mark, Tag, link, nearest

__all__ = ["apply_cell_tags", "apply_merges"]

_ORDER = (
    "w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar",
    "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
)  # fmt: skip
_CELL_TAG = compile_late(r"(colspan|cellbg)\s+(\S.*)")
_MERGES = ("vm", "hm")
_LARGEST_EMPTY = 200  # marks of a run that holds one tag: its properties and its text
_SPAN = compile_late(r'w:val="(\d{1,3})"')


class _Edits:
    """What goes out of a list of items and what comes in, by place, to be done in one pass."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.outers = link(items)
        self.gone = bytearray(len(items))
        self.before: dict[int, list[Item]] = {}
        self.properties: dict[int, tuple[Mark, list[Mark]]] = {}

    def add(self, index: int, *items: Item) -> None:
        self.before.setdefault(index, []).extend(items)

    def drop(self, mark: Mark) -> None:
        end = mark.other.index if mark.other is not None else mark.index
        for index in range(mark.index, end + 1):
            self.gone[index] = 1

    def set_property(self, cell: Mark, mark: Mark) -> None:
        self.properties.setdefault(cell.index, (cell, []))[1].append(mark)

    def own_properties(self, cell: Mark) -> list[Mark]:
        """Give the properties that a cell has, of its own level."""
        first = self.items[cell.index + 1]
        if not (isinstance(first, Mark) and first.name == "w:tcPr" and first.other is not None):
            return []
        inside = self.items[first.index + 1 : first.other.index]
        return [item for item in inside if isinstance(item, Mark) and item.outer is first and item.sort != ">"]

    def done(self) -> list[Item]:
        """Give the items as they are after all edits."""
        for cell, marks in self.properties.values():
            self._write_properties(cell, marks)
        result: list[Item] = []
        for index, item in enumerate(self.items):
            result.extend(self.before.get(index, ()))
            if not self.gone[index]:
                result.append(item)
        return result

    def _write_properties(self, cell: Mark, marks: Sequence[Mark]) -> None:
        first = self.items[cell.index + 1]
        marks = sorted({mark.name: mark for mark in marks}.values(), key=lambda mark: _ORDER.index(mark.name))
        if not (isinstance(first, Mark) and first.name == "w:tcPr" and first.other is not None):
            if isinstance(first, Mark) and first.name == "w:tcPr":
                self.drop(first)
            self.add(cell.index + 1, Mark("<", "w:tcPr", "<w:tcPr>"), *marks, Mark(">", "w:tcPr", "</w:tcPr>"))
            return
        names = {mark.name for mark in marks}
        own = self.own_properties(cell)
        for child in own:
            if child.name in names:
                self.drop(child)
        for mark in marks:
            behind = (child.index for child in own if child.name not in _ORDER[: _ORDER.index(mark.name) + 1])
            self.add(next(behind, first.other.index), mark)


def _tag(like: Tag, kind: str, content: str, where: str = "plain") -> Tag:
    return Tag(
        kind, "", content, left=False, right=False, text=like.text, around=like.around, part=like.part,
        place=like.place, order=like.order, where=where,
    )  # fmt: skip


def _value(name: str, like: Tag, content: str, before: str = "", where: str = "plain") -> Mark:
    return Mark("/", name, "", (f"<{name} {before}", _tag(like, "{", content, where), '"/>'))


def apply_cell_tags(items: list[Item]) -> list[Item]:
    """Turn `{% colspan n %}` and `{% cellbg colour %}` into properties of their cell."""
    if not any(isinstance(item, Tag) and _CELL_TAG.fullmatch(item.content) for item in items):
        return items
    edits = _Edits(items)
    emptied: dict[int, Mark] = {}
    for index, item in enumerate(items):
        if not (isinstance(item, Tag) and item.kind == "%" and (found := _CELL_TAG.fullmatch(item.content))):
            continue
        cell = nearest(edits.outers[index], "w:tc")
        if cell is None:
            continue
        if found[1] == "colspan":
            mark = _value("w:gridSpan", item, found[2], 'w:val="', "span")
        else:
            mark = _value("w:shd", item, found[2], 'w:val="clear" w:color="auto" w:fill="', "colour")
        edits.set_property(cell, mark)
        edits.gone[index] = 1
        text = edits.outers[index]
        if text is not None and text.name == "w:t":
            emptied[text.index] = text
    for text in emptied.values():
        _drop_empty_run(edits, text)
    return edits.done() if edits.properties else items


def _drop_empty_run(edits: _Edits, text: Mark) -> None:
    """Drop a run that held nothing but the tag: docxtpl does, where its w:t has no attributes."""
    run = text.outer
    if text.other is None or run is None or run.name != "w:r" or run.other is None or not text.bare:
        return
    if run.other.index - run.index > _LARGEST_EMPTY:
        return
    others = [
        index
        for index in range(run.index + 1, run.other.index)
        if not edits.gone[index] and not text.index <= index <= text.other.index
        if nearest(edits.outers[index], "w:rPr") is None and getattr(edits.items[index], "name", "") != "w:rPr"
    ]
    inside = all(edits.gone[index] for index in range(text.index + 1, text.other.index))
    if inside and not others:
        edits.drop(run)


def apply_merges(items: list[Item]) -> list[Item]:
    """Merge the cells that a loop gives: `{% vm %}` down its rows, `{% hm %}` along its row."""
    if not any(isinstance(item, Tag) and item.content in _MERGES for item in items):
        return items
    edits = _Edits(items)
    found = False
    for index, item in enumerate(items):
        if not (isinstance(item, Tag) and item.kind == "%" and item.content in _MERGES):
            continue
        cell = nearest(edits.outers[index], "w:tc")
        if cell is None or cell.other is None:
            continue
        found = True
        edits.gone[index] = 1
        if item.content == "vm":
            merge = _value("w:vMerge", item, "'restart' if loop.first else 'continue'", 'w:val="')
            edits.set_property(cell, merge)
            _keep_first(edits, cell, edits.outers[index], item)
        else:
            spans = (mark for mark in edits.own_properties(cell) if mark.name == "w:gridSpan")
            span = next((_SPAN.search(mark.text) for mark in spans), None)
            content = f"{span[1]} * loop.length" if span else "loop.length"
            edits.set_property(cell, _value("w:gridSpan", item, content, 'w:val="', "span"))
            edits.add(cell.index, _tag(item, "%", "if loop.first"))
            edits.add(cell.other.index + 1, _tag(item, "%", "endif"))
    return edits.done() if found else items


def _keep_first(edits: _Edits, cell: Mark, text: Mark | None, tag: Tag) -> None:
    """Let the text of a merged cell be written once: what stands in it from its first w:t to that of the tag."""
    if text is None or text.name != "w:t" or text.other is None:
        return
    first = next(
        item
        for item in edits.items[cell.index : text.index + 1]
        if isinstance(item, Mark) and item.name == "w:t" and item.sort == "<"
    )
    edits.add(first.index + 1, _tag(tag, "%", "if loop.first"))
    edits.add(text.other.index, _tag(tag, "%", "endif"))
