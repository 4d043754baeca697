"""The order of paragraphs in a part, which gives them their numbers. Reader, notes and mending all walk by it.

Wrappers (content controls, custom XML, smart tags, tracked insertions) are opened, of alternatives one is taken, and
what was deleted under tracked changes is passed over. Nothing here recurses: a file from a stranger nests as it likes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from .names import (
    A_NS,
    M_NS,
    MC_ALTERNATE_CONTENT,
    MC_CHOICE,
    MC_FALLBACK,
    O_NS,
    PIC_NS,
    R_NS,
    V_NS,
    W10_NS,
    W14_NS,
    W15_NS,
    W_BODY,
    W_CUSTOM_XML,
    W_DEL,
    W_DOCUMENT,
    W_ENDNOTE,
    W_FOOTNOTE,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_NS,
    W_P,
    W_P_PR,
    W_R_PR,
    W_SDT,
    W_SDT_CONTENT,
    W_SMART_TAG,
    W_TBL,
    W_TC,
    W_TC_PR,
    W_TR,
    W_TR_PR,
    W_TXBX_CONTENT,
    WP14_NS,
    WP_NS,
    WPC_NS,
    WPG_NS,
    WPS_NS,
)

__all__ = [
    "Deletions",
    "blocks_in",
    "boxes_in",
    "branch_of",
    "cells_in",
    "find_boxed",
    "open_wrapper",
    "rows_in",
    "stories_in",
    "walk_paragraphs",
]

_CELL_DEL = f"{{{W_NS}}}cellDel"

# A choice that needs one of these can be read here; of any other the fallback is taken.
_READ = frozenset(
    {W_NS, R_NS, A_NS, WP_NS, PIC_NS, M_NS, V_NS, O_NS, W10_NS, W14_NS, W15_NS, WP14_NS, WPS_NS, WPG_NS, WPC_NS}
)
_BLOCKS = frozenset({W_P, W_TBL})
_ROWS = frozenset({W_TR})
_CELLS = frozenset({W_TC})
# What has no look of its own: its content stands as if it were not there.
_PLAIN_WRAPPERS = frozenset({W_SDT_CONTENT, W_CUSTOM_XML, W_SMART_TAG, W_INS, W_MOVE_TO, MC_CHOICE, MC_FALLBACK})
_NOTES = frozenset({W_FOOTNOTE, W_ENDNOTE, f"{{{W_NS}}}comment"})


class Deletions:
    """What tracked changes take out of a part: paragraph marks, rows, cells. One look over the whole part."""

    def __init__(self, root: Element) -> None:
        # Elements are compared as objects, so they have to be kept.
        self.marks: set[Element] = set()
        self.rows: set[Element] = set()
        self.cells: set[Element] = set()
        for change in root.iter(W_DEL, W_MOVE_FROM, _CELL_DEL):
            around = change.getparent()
            of = around.getparent() if around is not None else None
            if of is None or around is None:
                continue
            if change.tag == _CELL_DEL:
                if around.tag == W_TC_PR and of.tag == W_TC:
                    self.cells.add(of)
            elif around.tag == W_R_PR and of.tag == W_P_PR:
                paragraph = of.getparent()
                if paragraph is not None and paragraph.tag == W_P:
                    self.marks.add(paragraph)
            elif around.tag == W_TR_PR and of.tag == W_TR:
                self.rows.add(of)

    def __bool__(self) -> bool:
        return bool(self.marks or self.rows or self.cells)


def branch_of(alternate: Element) -> Element | None:
    """Give the branch of an `mc:AlternateContent` that is read: the first choice we know all names of, or the last."""
    fallback = None
    for branch in alternate:
        if branch.tag == MC_CHOICE:
            names = branch.nsmap
            if all(names.get(prefix) in _READ for prefix in (branch.get("Requires") or "?").split()):
                return branch
        elif branch.tag == MC_FALLBACK:
            fallback = branch
    return fallback


def open_wrapper(element: Element) -> Element | None:
    """Give what stands in a wrapper, or None for an element that is none."""
    tag = element.tag
    if tag == W_SDT:
        return element.find(W_SDT_CONTENT)
    if tag == MC_ALTERNATE_CONTENT:
        return branch_of(element)
    return element if tag in _PLAIN_WRAPPERS else None


def _open(container: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Give the elements of these names in a container, in order, wrappers opened."""
    stack = [iter(container)]
    while stack:
        for child in stack[-1]:
            if child.tag in wanted:
                yield child
            elif (inside := open_wrapper(child)) is not None:
                stack.append(iter(inside))
                break
        else:
            stack.pop()


def rows_in(table: Element, deletions: Deletions) -> list[Element]:
    """Give the rows of a table that are not deleted."""
    return [row for row in _open(table, _ROWS) if row not in deletions.rows]


def cells_in(row: Element, deletions: Deletions) -> list[Element]:
    """Give the cells of a row that are not deleted."""
    return [cell for cell in _open(row, _CELLS) if cell not in deletions.cells]


def blocks_in(container: Element, deletions: Deletions) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Give paragraphs and tables of a container, each paragraph with those before it that it swallows.

    A paragraph whose mark is deleted goes into the next one, which keeps its formatting. Where no paragraph follows, it
    stands for itself.
    """
    if not deletions:
        for block in _open(container, _BLOCKS):
            yield block, ()
        return
    held: list[Element] = []
    for block in _open(container, _BLOCKS):
        if block.tag == W_TBL:
            if deletions.rows and not rows_in(block, deletions):
                continue
            if held:
                yield held[-1], tuple(held[:-1])
                held = []
            yield block, ()
        elif block in deletions.marks:
            held.append(block)
        else:
            yield block, tuple(held)
            held = []
    if held:
        yield held[-1], tuple(held[:-1])


def boxes_in(element: Element) -> Iterator[Element]:
    """Give the contents of the text boxes in a paragraph or drawing, in order; not of boxes within boxes."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            tag = child.tag
            if tag == W_TXBX_CONTENT:
                yield child
            elif tag == MC_ALTERNATE_CONTENT:
                if (branch := branch_of(child)) is not None:
                    stack.append(iter(branch))
                    break
            elif tag != W_DEL and tag != W_MOVE_FROM and len(child):
                stack.append(iter(child))
                break
        else:
            stack.pop()


def find_boxed(root: Element) -> set[Element]:
    """Find the paragraphs that text boxes hang on, so that no other has to be searched for them."""
    boxed: set[Element] = set()
    for content in root.iter(W_TXBX_CONTENT):
        boxed.update(content.iterancestors(W_P))
    return boxed


def stories_in(root: Element) -> list[Element]:
    """Give the containers of blocks in a part: the body, a header itself, each of many notes."""
    if root.tag == W_DOCUMENT:
        return [child for child in root if child.tag == W_BODY][:1]
    notes = [child for child in root if child.tag in _NOTES]
    return notes or [root]


def walk_paragraphs(root: Element) -> Iterator[Element]:
    """Give every `w:p` of a part in the order of `Paragraph.number`: the n-th has number n.

    `root` is the part's outermost element. The paragraphs of text boxes come right after the one they hang on.
    Paragraphs that tracked changes join are given once, as the last of them, whose mark is left.
    """
    deletions = Deletions(root)
    boxed = find_boxed(root)
    stack = [blocks_in(story, deletions) for story in reversed(stories_in(root))]
    while stack:
        for block, swallowed in stack[-1]:
            inside: list[Element] = []
            if block.tag == W_P:
                yield block
                inside = [box for each in (*swallowed, block) if each in boxed for box in boxes_in(each)]
            else:
                inside = [cell for row in rows_in(block, deletions) for cell in cells_in(row, deletions)]
            if inside:
                stack.extend(blocks_in(container, deletions) for container in reversed(inside))
                break
        else:
            stack.pop()
