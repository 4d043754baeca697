"""A part as a flat list: marks of XML, text and tags, in order, with what encloses what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from vtdocs.patterns import compile_late

__all__ = ["Item", "Mark", "Site", "Tag", "Whole", "link", "nearest", "read_items", "same_path", "tags_in"]

_PIECE = compile_late("(<[^>]*>)")
_NAME = compile_late(r"</?([^\s/>]+)")


class Tag(Struct, eq=False):
    """A tag of the template.

    `kind` is its second character; `level` is docxtpl's word for what it takes the place of ("tr", "tc", "p", "r"),
    `left` and `right` are its dashes. `around` is the text of its paragraph, `place` says where that is and
    `order` grows from place to place. The rest is known when all is in place:
    what surrounds it, the properties of the run and the paragraph that it stands in, whether the run is the
    paragraph's own, and the names of all that is open around it.
    """

    kind: str
    level: str
    content: str
    left: bool
    right: bool
    text: str
    around: str
    part: str = ""
    place: str = ""
    order: int = 0
    where: str = "plain"
    run: str = ""
    paragraph: str = ""
    direct: bool = False
    path: tuple[str, ...] = ()

    @property
    def site(self) -> Site:
        """What is kept of it."""
        # fmt: off
        return Site(
            self.text, self.around, self.part, self.place, self.order, self.where, self.run, self.paragraph,
            self.direct,
        )
        # fmt: on


class Site(Struct, frozen=True):
    """What is kept of a tag in a compiled template: its text, its place, and what surrounds it."""

    text: str
    around: str
    part: str
    place: str
    order: int
    where: str
    run: str
    paragraph: str
    direct: bool


class Mark(Struct, eq=False):
    """An opening ("<"), closing (">") or empty ("/") mark; `pieces` where its attributes hold tags.

    `other` is the mark that closes or opens the same element, `outer` the opening mark of what encloses it; `index`
    is its place in the list. All three are set by `link`.
    """

    sort: str
    name: str
    text: str
    pieces: tuple[str | Tag, ...] = ()
    other: Mark | None = None
    outer: Mark | None = None
    index: int = 0

    @property
    def bare(self) -> bool:
        """Whether it has no attributes."""
        return " " not in self.text


class Whole(Struct, eq=False):
    """XML in balance that nothing looks into."""

    text: str


Item = str | Tag | Mark | Whole


def read_items(xml: str) -> list[Item]:
    """Cut serialised XML; lxml writes no `>` inside an attribute, and comments are gone."""
    items: list[Item] = []
    for number, piece in enumerate(_PIECE.split(xml)):
        if not piece:
            continue
        if number % 2 == 0:
            items.append(piece)
            continue
        name = _NAME.match(piece)
        if name is None:  # the declaration
            continue
        sort = ">" if piece[1] == "/" else "/" if piece[-2] == "/" else "<"
        items.append(Mark(sort, name[1], piece))
    return items


def tags_in(items: Iterable[Item]) -> Iterator[Tag]:
    """Give all tags, those in attributes too, in order."""
    for item in items:
        if isinstance(item, Tag):
            yield item
        elif isinstance(item, Mark):
            yield from (piece for piece in item.pieces if isinstance(piece, Tag))


def link(items: Sequence[Item]) -> dict[int, Mark | None]:
    """Set what every mark opens or closes and is enclosed by; gives the same for tags and text, by place."""
    outers: dict[int, Mark | None] = {}
    stack: list[Mark] = []
    for index, item in enumerate(items):
        outers[index] = stack[-1] if stack else None
        if not isinstance(item, Mark):
            continue
        item.index = index
        if item.sort == ">":
            opening = stack.pop()
            opening.other, item.other = item, opening
            outers[index] = item.outer = opening.outer
        else:
            item.outer = outers[index]
            if item.sort == "<":
                stack.append(item)
    return outers


def nearest(mark: Mark | None, name: str) -> Mark | None:
    """Give the innermost element of this name that encloses a place, from the mark that directly encloses it."""
    while mark is not None and mark.name != name:
        mark = mark.outer
    return mark


def same_path(dropped: Iterable[Item]) -> bool:
    """Whether what is dropped closes as much as it opens, in the same order: the XML stays whole without it."""
    closed: list[str] = []
    opened: list[str] = []
    for item in dropped:
        if isinstance(item, Mark) and item.sort == "<":
            opened.append(item.name)
        elif isinstance(item, Mark) and item.sort == ">":
            if opened:
                opened.pop()
            else:
                closed.append(item.name)
    return closed[::-1] == opened
