"""The body: each line of the outline in the style of its level (ô 6; Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import length_hint

from msgspec import Struct

from vtdocs.outline import Marker, Node, Reference, cut_spans
from vtdocs.patterns import compile_late
from vtdocs.tree import LEVELS, Block, CharStyle, Paragraph, Style, Text

from .loi_van import build_loi_van, join_texts

__all__ = ["build_noi_dung", "build_prose"]


class _Look(Struct, frozen=True):
    """How the lines of a mark are set: one that is text, and one that is a title of its own.

    The title of `capitals` is in capitals, however it was typed, and a label that runs in is one as well.
    """

    text: Style
    title: Style = Style.DIEM_TIEU_DE
    capitals: bool = False


# "A." is treated as "I.", of which it is a kind in plans. The marks that are not here are labels, "Từ “Phần”, “Chương”
# và số thứ tự …" and "Từ “Mục”, “Tiểu mục” …" (khoản 6, điểm đ), on a row of their own, the title below, both centred.
_LOOKS = {
    None: _Look(Style.NOI_DUNG, Style.MUC),
    Marker.CHU_HOA: _Look(Style.KHOAN, Style.MUC, capitals=True),
    Marker.MUC: _Look(Style.KHOAN, Style.MUC, capitals=True),
    Marker.DIEU: _Look(Style.KHOAN, Style.DIEU),
    Marker.KHOAN: _Look(Style.KHOAN, Style.KHOAN_TIEU_DE),
    Marker.TIEU_KHOAN: _Look(Style.TIEU_KHOAN, Style.TIEU_KHOAN_TIEU_DE),
    Marker.TIEU_KHOAN_3: _Look(Style.TIEU_KHOAN, Style.TIEU_KHOAN_3_TIEU_DE),
    Marker.TIEU_KHOAN_4: _Look(Style.TIEU_KHOAN, Style.TIEU_KHOAN_4_TIEU_DE),
    Marker.DIEM: _Look(Style.DIEM),
    Marker.NGOAC: _Look(Style.NGOAC),
    Marker.SAO: _Look(Style.SAO),
    Marker.GACH: _Look(Style.GACH),
    Marker.CONG: _Look(Style.CONG),
}
# Asked of every line, and Python 3.11 takes 0.07 us to find a member in its class.
_DIEU = Marker.DIEU
# The looks of marks that a line prints as they were typed.
_AS_TYPED = {marker: look for marker, look in _LOOKS.items() if marker is not _DIEU}
# Numerals of parts: "II", "3", and one put in between, "IIa".
_NUMERAL = compile_late(r"(?:[IVXLC]+|\d+)[a-zđ]?")
# A marked line of so few characters, without a mark at its end, is the title of what stands below it.
_LONGEST_TITLE = 80
_ENDS = (".", ";", ",", "!", "?", "…", ")")
_LOWEST_LEVEL = 8  # of an outline in Word, counted from 0
_NONE_NAMED: Mapping[Reference, Block] = {}


def build_noi_dung(
    nodes: Iterable[Node], named: Mapping[Reference, Block] = _NONE_NAMED, *, goes_on: bool = False
) -> tuple[Block, ...]:
    """Make the blocks of an outline, line by line; `named` are the tables and pictures that its lines name.

    Where it `goes_on`, other blocks follow the last of them.
    Raises KeyError, with its reference, for one that is not there.
    """
    blocks: list[Block] = []
    # The row of lines that is gone through, the level of the heading that it stands below, and the rows above it.
    row, above = iter((*nodes,)), -1
    outer: list[tuple[Iterator[Node], int]] = []
    while True:
        for node in row:
            text, children, below = node.text, node.children, above
            # Of most lines nothing stands below, and one look tells that they open nothing.
            keep_next = False
            if text and (children or text[-1] == ":" or text[-1].isspace()) and _opens(node):
                keep_next = bool(children) or goes_on or _follows(row, outer)
            look = None if node.spans else _AS_TYPED.get(node.marker)
            # Nearly all lines are plain text or plain titles: made here, they take a third off the whole outline.
            if look is not None and text and not node.heading and "\n" not in text:
                words = f"{node.number} {text}" if node.number else text
                blocks.append(Paragraph(look.text, (Text(words),), False, False, keep_next))
            elif look is not None and node.heading and not text and "\n" not in node.heading:
                heading = node.heading.upper() if look.capitals else node.heading
                words = f"{node.number} {heading}" if node.number else heading
                below = _find_level(look.title, above)
                blocks.append(Paragraph(look.title, (Text(words),), level=_state_level(look.title, below)))
            else:
                below = _add_line(blocks, node, named, above, keep_next)
            if children:
                outer.append((row, above))
                row, above = iter(children), below
                break
        else:
            if not outer:
                return tuple(blocks)
            row, above = outer.pop()


def _follows(row: Iterator[Node], outer: Iterable[tuple[Iterator[Node], int]]) -> bool:
    """Whether a line is left in a row of lines, or in one above it."""
    return any(map(length_hint, (row, *[higher for higher, _above in outer])))


def _add_line(blocks: list[Block], node: Node, named: Mapping[Reference, Block], above: int, keep_next: bool) -> int:
    """Add what a line makes that is not plain; give the level of the heading that the lines below it stand below."""
    look = _LOOKS.get(node.marker)
    if node.ref is not None:
        blocks.append(named[node.ref])
    elif look is None:
        above = _find_level(Style.TEN_PHAN, above)
        blocks += _build_part(node, above, keep_next)
    elif not node.heading and (node.text or node.marker is not _DIEU):
        blocks.append(_build_text(node, look, keep_next))
    elif not node.text:
        above = _find_level(look.title, above)
        blocks.append(_build_title(node, look, above))
    else:
        # A label is in the outline where its mark stands above all others ("I.").
        above = _find_level(Style.MUC_LIEN, above) if look.capitals else above
        blocks.append(_build_run_in(node, look, keep_next, above))
    return above


def build_prose(paragraphs: Iterable[str | Node], named: Mapping[Reference, Block] = _NONE_NAMED) -> tuple[Block, ...]:
    """Make paragraphs of prose: the opening, or the closing. Raises KeyError as `build_noi_dung` does."""
    return build_noi_dung((Node(None, text=part) if isinstance(part, str) else part for part in paragraphs), named)


def _opens(node: Node) -> bool:
    """Whether a line opens a list or a table, or is a title though it is not bold: it stays with what is below it."""
    text = node.text.rstrip()
    if text.endswith(":"):
        return True
    is_title = bool(node.children) and node.marker is not None and len(text) <= _LONGEST_TITLE
    return is_title and not text.endswith(_ENDS)


def _find_level(style: Style, above: int) -> int:
    """Give the level of a heading below one of the level `above`: its style's own, or deeper."""
    own = LEVELS[style]
    return own if own > above else min(above + 1, _LOWEST_LEVEL)


def _state_level(style: Style, level: int) -> int | None:
    """Give the level that a heading has to state: none where it is the one of its style."""
    return None if level == LEVELS[style] else level


def _build_part(node: Node, level: int, keep_next: bool) -> Iterator[Paragraph]:
    """Make label, title and, where there is any, text; a label is in the outline itself where it has no title."""
    label = (Text(_write_label(node.number)),)
    yield Paragraph(Style.SO_PHAN, label, keep_next=keep_next, level=None if node.heading else level)
    if node.heading:
        title = build_loi_van(node.heading, node.heading_spans, in_bold=True)
        stated = _state_level(Style.TEN_PHAN, level)
        yield Paragraph(Style.TEN_PHAN, title, by_sense=True, capitals=True, keep_next=keep_next, level=stated)
    if node.text:
        yield Paragraph(Style.NOI_DUNG, build_loi_van(node.text, node.text_spans), keep_next=keep_next)


def _write_label(typed: str) -> str:
    """Write "PHẦN THỨ NHẤT" and "CHƯƠNG II." as the decree does: in thường, no mark behind; numerals as typed."""
    words = typed.strip().rstrip(".:").split()
    number = words.pop() if len(words) > 1 and _NUMERAL.fullmatch(words[-1]) else ""
    label = " ".join(words)
    return " ".join(filter(None, (label[:1].upper() + label[1:].lower(), number)))


def _build_text(node: Node, look: _Look, keep_next: bool) -> Paragraph:
    number, text = node.number, node.text
    blank = " " if number and text else ""
    if node.marker is not _DIEU:
        inlines = build_loi_van(text, node.spans, lead=number + blank)
    else:
        # Mẫu 1.2, 1.3: the number of an article that runs straight on is bold.
        label = (Text(_write_number(node), CharStyle.TIEU_DE_LIEN),) if number else ()
        inlines = (*label, *build_loi_van(text, node.spans, lead=blank))
    return Paragraph(look.text, inlines, keep_next=keep_next)


def _build_title(node: Node, look: _Look, level: int) -> Paragraph:
    number = _write_number(node)
    lead = f"{number} " if number and node.heading else number
    title = build_loi_van(node.heading, node.spans, lead=lead, in_bold=True, capitals=look.capitals)
    return Paragraph(look.title, title, level=_state_level(look.title, level))


def _build_run_in(node: Node, look: _Look, keep_next: bool, level: int) -> Paragraph:
    """Make a label that is bold, and its text behind it; the blank between them is the text's."""
    number, bold, end = _write_number(node), CharStyle.TIEU_DE_LIEN, len(node.heading)
    lead = f"{number} " if number else ""
    label = build_loi_van(node.heading, node.heading_spans, lead=lead, bold=bold, capitals=look.capitals)
    text = build_loi_van(f" {node.text}", cut_spans(node.spans, end, len(node.words)))
    inlines = join_texts((*label, *text))
    if not look.capitals:
        return Paragraph(look.text, inlines, keep_next=keep_next)
    return Paragraph(Style.MUC_LIEN, inlines, keep_next=keep_next, level=_state_level(Style.MUC_LIEN, level))


def _write_number(node: Node) -> str:
    """Give the mark as it was typed; the word "Điều" is in thường (khoản 6, điểm đ)."""
    if node.marker is not _DIEU:
        return node.number
    word, blank, number = node.number.partition(" ")
    return f"{word.capitalize()}{blank}{number}"
