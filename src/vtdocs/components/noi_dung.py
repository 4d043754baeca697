"""The body: each line of the outline in the style of its level (ô 6; Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec.structs import replace

from vtdocs.outline import Marker, Node, Reference, cut_spans
from vtdocs.tree import LEVELS, Block, CharStyle, Paragraph, Style, Text

from .loi_van import build_loi_van, join_texts

__all__ = ["build_noi_dung", "build_prose"]

# "Từ “Phần”, “Chương” và số thứ tự …" and "Từ “Mục”, “Tiểu mục” …" (khoản 6, điểm đ): the label on a row of its own,
# the title below it, both centred.
_PARTS = frozenset({Marker.PHAN, Marker.CHUONG, Marker.MUC_SO, Marker.TIEU_MUC})
# The heading of a mục is in capitals, however it was typed; "A." is treated as "I.", of which it is a kind in plans.
_CAPITALS = frozenset({Marker.MUC, Marker.CHU_HOA})
_TITLES = {
    None: Style.MUC,
    Marker.CHU_HOA: Style.MUC,
    Marker.MUC: Style.MUC,
    Marker.DIEU: Style.DIEU,
    Marker.KHOAN: Style.KHOAN_TIEU_DE,
    Marker.TIEU_KHOAN: Style.TIEU_KHOAN_TIEU_DE,
    Marker.TIEU_KHOAN_3: Style.TIEU_KHOAN_3_TIEU_DE,
    Marker.TIEU_KHOAN_4: Style.TIEU_KHOAN_4_TIEU_DE,
}
_TEXTS = {
    None: Style.NOI_DUNG,
    Marker.CHU_HOA: Style.KHOAN,
    Marker.MUC: Style.KHOAN,
    Marker.DIEU: Style.KHOAN,
    Marker.KHOAN: Style.KHOAN,
    Marker.TIEU_KHOAN: Style.TIEU_KHOAN,
    Marker.TIEU_KHOAN_3: Style.TIEU_KHOAN,
    Marker.TIEU_KHOAN_4: Style.TIEU_KHOAN,
    Marker.DIEM: Style.DIEM,
    Marker.NGOAC: Style.NGOAC,
    Marker.SAO: Style.SAO,
    Marker.GACH: Style.GACH,
    Marker.CONG: Style.CONG,
}
# Numerals of parts: "II", "3", and one put in between, "IIa".
_NUMERAL = re.compile(r"(?:[IVXLC]+|\d+)[a-zđ]?")
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
    lines = [*_build_lines(nodes, named), None]
    return tuple(
        _keep_with_next(block, line[0]) if below or goes_on else block
        for line, below in pairwise(lines)
        if line
        for block in line[1]
    )


def build_prose(paragraphs: Iterable[str | Node], named: Mapping[Reference, Block] = _NONE_NAMED) -> tuple[Block, ...]:
    """Make paragraphs of prose: the opening, or the closing. Raises KeyError as `build_noi_dung` does."""
    return build_noi_dung((Node(None, text=part) if isinstance(part, str) else part for part in paragraphs), named)


def _build_lines(nodes: Iterable[Node], named: Mapping[Reference, Block]) -> Iterator[tuple[Node, tuple[Block, ...]]]:
    """Build every node in reading order; a heading below another one stands deeper in the outline."""
    stack = [(node, -1) for node in nodes][::-1]
    while stack:
        node, above = stack.pop()
        blocks, level = _place_heading(tuple(_build_node(node, named)), above)
        yield node, blocks
        stack.extend((child, level) for child in reversed(node.children))


def _place_heading(blocks: tuple[Block, ...], above: int) -> tuple[tuple[Block, ...], int]:
    """Put the heading among the blocks of a node below the level `above`; give the level of what is below it."""
    for number, block in reversed([*enumerate(blocks)]):  # the title of a part stands behind its label
        if isinstance(block, Paragraph) and block.style in LEVELS:
            own = LEVELS[block.style]
            level = min(max(own, above + 1), _LOWEST_LEVEL)
            if level != own or block.style is Style.SO_PHAN:
                blocks = (*blocks[:number], replace(block, level=level), *blocks[number + 1 :])
            return blocks, level
    return blocks, above


def _build_node(node: Node, named: Mapping[Reference, Block]) -> Iterator[Block]:
    if node.ref is not None:
        yield named[node.ref]
    elif node.marker in _PARTS:
        yield from _build_part(node)
    elif not node.heading and (node.text or node.marker is not Marker.DIEU):
        yield _build_text(node)
    elif not node.text:
        yield _build_title(node)
    else:
        yield _build_run_in(node)


def _keep_with_next(block: Block, node: Node) -> Block:
    """Keep on the page of the next line what opens a list or a table, and what is a title though it is not bold."""
    if not isinstance(block, Paragraph) or not node.text:
        return block
    text = node.text.rstrip()
    is_title = node.marker is not None and bool(node.children) and len(text) <= _LONGEST_TITLE
    opens = text.endswith(":") or (is_title and not text.endswith(_ENDS))
    return replace(block, keep_next=True) if opens else block


def _build_part(node: Node) -> Iterator[Paragraph]:
    """Make label, title and, where there is any, text; a label may stand without a title."""
    yield Paragraph(Style.SO_PHAN, (Text(_write_label(node.number)),))
    if node.heading:
        title = build_loi_van(node.heading, node.heading_spans, in_bold=True)
        yield Paragraph(Style.TEN_PHAN, join_texts(title), by_sense=True, capitals=True)
    if node.text:
        yield Paragraph(Style.NOI_DUNG, join_texts(build_loi_van(node.text, node.text_spans)))


def _write_label(typed: str) -> str:
    """Write "PHẦN THỨ NHẤT" and "CHƯƠNG II." as the decree does: in thường, no mark behind; numerals as typed."""
    words = typed.strip().rstrip(".:").split()
    number = words.pop() if len(words) > 1 and _NUMERAL.fullmatch(words[-1]) else ""
    label = " ".join(words)
    return " ".join(filter(None, (label[:1].upper() + label[1:].lower(), number)))


def _build_text(node: Node) -> Paragraph:
    # Mẫu 1.2, 1.3: the number of an article that runs straight on is bold.
    label = CharStyle.TIEU_DE_LIEN if node.marker is Marker.DIEU else None
    blank = " " if node.number and node.text else ""
    inlines = (Text(_write_number(node), label), Text(blank), *build_loi_van(node.text, node.spans))
    return Paragraph(_TEXTS[node.marker], join_texts(inlines))


def _build_title(node: Node) -> Paragraph:
    title = build_loi_van(node.heading, node.spans, in_bold=True, capitals=node.marker in _CAPITALS)
    blank = " " if node.number and node.heading else ""
    number = (Text(f"{_write_number(node)}{blank}"),)
    return Paragraph(_TITLES.get(node.marker, Style.DIEM_TIEU_DE), join_texts((*number, *title)))


def _build_run_in(node: Node) -> Paragraph:
    """Make a label that is bold, and its text behind it; the blank between them is the text's."""
    capitals, end, bold = node.marker in _CAPITALS, len(node.heading), CharStyle.TIEU_DE_LIEN
    number = (Text(f"{_write_number(node)} ", bold),) if node.number else ()
    label = build_loi_van(node.heading, node.heading_spans, bold=bold, capitals=capitals)
    text = build_loi_van(node.words[end:], cut_spans(node.spans, end, len(node.words)))
    return Paragraph(Style.MUC_LIEN if capitals else _TEXTS[node.marker], join_texts((*number, *label, *text)))


def _write_number(node: Node) -> str:
    """Give the mark as it was typed; the word "Điều" is in thường (khoản 6, điểm đ)."""
    word, blank, number = node.number.partition(" ")
    return f"{word.capitalize()}{blank}{number}" if node.marker is Marker.DIEU else node.number
