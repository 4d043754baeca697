"""The items of a part into constant text and tags, each with what it has to know of its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from vtdocs.patterns import compile_late

from .items import Item, Mark, Tag, Whole, link, nearest
from .tables import Grid, mark_grids
from .taking import Report, property_text

__all__ = ["LAST", "NUMBER", "Assembly", "assemble"]

# Marks for what is known only when a part is written. No XML can hold the character, so no text can feign them.
LAST, NUMBER = "\x01c", "\x01n"

_PAIRS = {
    "if": "endif",
    "for": "endfor",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
}
# Whether a `set` opens a block is for Jinja2 to say in the end.
_FOLLOWING = frozenset((*_PAIRS.values(), "else", "elif"))
_PAIRS |= {"set": "endset"}
_BLOCK_SET = compile_late(r"set\s+\w+\s*(?:\|[^=]*)?")
_MANY = ("for", "macro", "call")
# These have to end with a paragraph, or Word does not open the file.
_HOLDERS = frozenset({"w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote"})
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_DRAWING = compile_late(r'(<wp:docPr\b[^>]*?\bid=")\d*(?=")')
# Ids that have to be unique in a document and that Word gives anew where they are missing.
_UNIQUE = compile_late(r' w14:(?:paraId|textId)="[^"]*"|<w:id w:val="-?\d+"/>')


class Assembly(Struct):
    """A part: `chunks` is the text before, between and behind its `tags`."""

    part: str
    chunks: list[str]
    tags: list[Tag]
    grids: list[Grid]
    crossing: list[tuple[Tag, Tag]]
    """Blocks that begin and end in different surroundings: written or left out, the XML may not be whole."""


def assemble(part: str, items: list[Item], report: Report) -> Assembly:
    """Put a part together; `part` is its name."""
    assembler = _Assembler(part, items)
    for index, item in enumerate(items):
        assembler.take(index, item)
    for _, tag in assembler.blocks:
        hint = f"thêm thẻ đóng {{% {_PAIRS[_word(tag)]} %}}"
        report("VT-454", f"khối “{tag.text}” mở mà không đóng", hint, tag)
    for tag in assembler.stray:
        report("VT-455", f"“{_word(tag)}” không có khối nào để đóng hoặc chia", "kiểm tra thẻ mở của khối này", tag)
    return assembler.done()


class _Assembler:
    def __init__(self, part: str, items: Sequence[Item]) -> None:
        self.items = items
        self.outers = link(items)
        self.made = Assembly(part, [], [], [], [])
        self.marked = mark_grids(items, self.outers, self.made.grids)
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.blocks: list[tuple[str, Tag]] = []
        self.stray: list[Tag] = []
        self.many = 0
        """How many blocks are open whose content may be written more than once."""

    def take(self, index: int, item: Item) -> None:
        if isinstance(item, Mark):
            self._take_mark(index, item)
        elif isinstance(item, Tag):
            _surround(item, self.items, self.outers[index])
            self._cut(item, tuple(self.open))
        elif isinstance(item, Whole):
            self.pieces.append(item.text)
        elif index not in self.marked:
            self.pieces.append(_text(item, self.items, self.outers[index]))

    def done(self) -> Assembly:
        self.made.chunks.append(_constant("".join(self.pieces), self.many))
        return self.made

    def _take_mark(self, index: int, mark: Mark) -> None:
        if index in self.marked:
            self.pieces.append(self.marked[index])
        elif mark.pieces:
            for piece in mark.pieces:
                if isinstance(piece, Tag):
                    self._cut(piece, (*self.open, f"@{index}"))
                else:
                    self.pieces.append(piece)
        elif mark.sort == ">" and mark.name in _HOLDERS and _ends_open(self.items, index):
            self.pieces += (LAST, mark.text)
        else:
            self.pieces.append(mark.text)
        if mark.sort == "<":
            self.open.append(mark.name)
        elif mark.sort == ">":
            self.open.pop()

    def _cut(self, tag: Tag, path: tuple[str, ...]) -> None:
        tag.path = path
        self.made.chunks.append(_constant("".join(self.pieces), self.many))
        self.pieces.clear()
        self.made.tags.append(tag)
        if tag.kind == "%":
            if not self.blocks and _word(tag) in _FOLLOWING:
                self.stray.append(tag)
            self.many += _follow(tag, self.blocks, self.made.crossing)


def _ends_open(items: Sequence[Item], index: int) -> bool:
    """Whether a tag may leave a holder of paragraphs without one at its end."""
    last = items[index - 1]
    return isinstance(last, Tag) and last.where in ("block", "row")


def _follow(tag: Tag, blocks: list[tuple[str, Tag]], crossing: list[tuple[Tag, Tag]]) -> int:
    """Keep account of the blocks that are open; gives by how much more often, or less, what follows may be written."""
    word = _word(tag)
    if word in _PAIRS and (word != "set" or _BLOCK_SET.fullmatch(tag.content)):
        blocks.append((word, tag))
        return 1 if word in _MANY else 0
    if blocks and (word in ("else", "elif") or word == _PAIRS[blocks[-1][0]]):
        opening = blocks[-1][1]
        if opening.path != tag.path:
            crossing.append((opening, tag))
        if word not in ("else", "elif"):
            blocks.pop()
            return -1 if word[3:] in _MANY else 0
    return 0


def _word(tag: Tag) -> str:
    return tag.content.split(maxsplit=1)[0].partition("(")[0] if tag.content else ""


def _surround(tag: Tag, items: Sequence[Item], outer: Mark | None) -> None:
    """Note what a tag stands in, as far as its value needs it."""
    if tag.where in ("block", "row") or outer is None:
        return
    if tag.level == "r":
        tag.where = "run"
        paragraph = nearest(outer, "w:p")
        tag.paragraph = property_text(items, paragraph, "w:pPr") if paragraph is not None else ""
        tag.direct = outer is paragraph
        return
    run = outer.outer
    if outer.name != "w:t" or run is None or run.name != "w:r":
        return
    tag.where = "text"
    tag.run = property_text(items, run, "w:rPr")
    paragraph = nearest(run, "w:p")
    tag.paragraph = property_text(items, paragraph, "w:pPr") if paragraph is not None else ""
    tag.direct = paragraph is not None and run.outer is paragraph


def _text(text: str, items: Sequence[Item], outer: Mark | None) -> str:
    for mark, brace in _BRACES:
        if mark in text:
            text = text.replace(mark, brace)
    if outer is not None and outer.name == "w:t" and ("\t" in text or "\n" in text):
        run = outer.outer
        if run is not None and run.name == "w:r":
            properties = property_text(items, run, "w:rPr")
            tab = f'</w:t></w:r><w:r>{properties}<w:tab/></w:r><w:r>{properties}<w:t xml:space="preserve">'
            text = text.replace("\t", tab).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return text


def _constant(text: str, many: int) -> str:
    if many:
        text = _UNIQUE.sub("", _DRAWING.sub(rf"\g<1>{NUMBER}", text))
    return text
