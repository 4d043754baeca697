"""The body: each line of the outline in the style of its level (ô 6; Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vtdocs.outline import Marker, Node, walk_outline
from vtdocs.standards import custom
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import CharStyle, Inline, Paragraph, Style, Text

__all__ = ["build_noi_dung", "build_prose", "close_content"]

_TITLES = {
    Marker.MUC: Style.MUC,
    Marker.KHOAN: Style.KHOAN_TIEU_DE,
    Marker.TIEU_KHOAN: Style.TIEU_KHOAN_TIEU_DE,
    Marker.TIEU_KHOAN_3: Style.TIEU_KHOAN_3_TIEU_DE,
    Marker.DIEM: Style.DIEM_TIEU_DE,
    Marker.GACH: Style.DIEM_TIEU_DE,
    Marker.CONG: Style.DIEM_TIEU_DE,
}
_TEXTS = {
    None: Style.NOI_DUNG,
    Marker.MUC: Style.KHOAN,
    Marker.KHOAN: Style.KHOAN,
    Marker.TIEU_KHOAN: Style.TIEU_KHOAN,
    Marker.TIEU_KHOAN_3: Style.TIEU_KHOAN,
    Marker.DIEM: Style.DIEM,
    Marker.GACH: Style.GACH,
    Marker.CONG: Style.CONG,
}
# The end mark as people type it ("./.", ". /.", "./", " /."); the slash of an address is none.
_TYPED_END = re.compile(r"\s*(?:(?<!\.)\.\s*/\s*\.?|(?<=\s)/\s*\.)\.*$")
_CLOSED_IN_QUOTES = re.compile(r"\./\.[”\"'’»)]$")


def build_noi_dung(nodes: Iterable[Node]) -> tuple[Paragraph, ...]:
    """Make one paragraph for each line of the outline."""
    return tuple(map(_build_node, walk_outline(nodes)))


def _build_node(node: Node) -> Paragraph:
    if not node.heading:
        # A line that opens a list does not stay alone at the foot of a page.
        opens = bool(node.children) and node.text.endswith(":")
        return Paragraph(_TEXTS[node.marker], (Text(node.full_text),), keep_next=opens)
    if not node.text:
        # The decree sets the heading of a mục in capitals, however it was typed.
        title = node.full_text.upper() if node.marker is Marker.MUC else node.full_text
        return Paragraph(_TITLES.get(node.marker, Style.DIEM_TIEU_DE) if node.marker else Style.MUC, (Text(title),))
    label = f"{node.number} {node.heading.upper() if node.marker is Marker.MUC else node.heading}"
    inlines: tuple[Inline, ...] = (Text(label, CharStyle.TIEU_DE_LIEN), Text(f" {node.text}"))
    return Paragraph(Style.MUC_LIEN if node.marker is Marker.MUC else _TEXTS[node.marker], inlines)


def build_prose(paragraphs: Iterable[str | Node]) -> tuple[Paragraph, ...]:
    """Make paragraphs of prose: the opening, or the closing."""
    nodes = (Node(None, text=part) if isinstance(part, str) else part for part in paragraphs)
    return build_noi_dung(nodes)


def close_content(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """End the last paragraph with "./.", once, as the sample forms of Phụ lục III do."""
    if not paragraphs:
        return ()
    last = paragraphs[-1]
    tail = last.inlines[-1]
    if not isinstance(tail, Text):
        return paragraphs
    text = tail.text.rstrip()
    if not _CLOSED_IN_QUOTES.search(text):
        typed = _TYPED_END.search(text)
        text = (text[: typed.start()] if typed else strip_end(text)) + custom.KET_THUC.value
    closed = Text(text, tail.style)
    return (*paragraphs[:-1], replace(last, inlines=(*last.inlines[:-1], closed)))
