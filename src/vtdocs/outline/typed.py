"""An outline back to the text that says it: the way from nodes to what an author types."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import parse_outline
from .headings import split_heading
from .markers import LABELLED, read_marker
from .markup import OPENING_SIGNS, MarkedText, may_open_before, parse_markup
from .nodes import Marker, Node, walk_outline
from .spans import Emphasis, Link, Note, Span, shift_spans

__all__ = ["format_markup", "format_outline"]

_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "*{}[]\\"})
# What no word says better than the rule.
_BY_RULE = "-"


def format_outline(nodes: Sequence[Node]) -> str:
    """Write an outline as `parse_outline` reads it: the same nodes come back from the text.

    That holds for every outline that a text can say; one that was built otherwise, a khoản right below a khoản, is
    written as near to it as the grammar comes. Words in braces stand where the rule would decide otherwise.
    """
    flat = list(walk_outline(nodes))
    said = ["tieu_de" if node.marker is None and node.heading else "" for node in flat]
    while True:
        text = "\n".join(_format_node(node, word) for node, word in zip(flat, said, strict=True))
        read = list(walk_outline(parse_outline(text)[0]))
        if len(read) == len(flat):
            wrong = [index for index, node in enumerate(flat) if not said[index] and _own(node) != _own(read[index])]
        else:
            wrong = [index for index in range(len(flat)) if not said[index] and _may_be_taken(flat, index)]
        if not wrong:
            return text
        for index in wrong:
            said[index] = _say(flat[index])


def _say(node: Node) -> str:
    if not node.heading:
        return "loi_van" if node.marker else "doan_van"
    # A heading as a whole that a colon cuts comes of the rule alone; the word would make a label of it.
    same = split_heading(node.marker, node.words, "tieu_de", bool(node.children)) == (node.heading, node.text)
    return "tieu_de" if same else _BY_RULE


def _own(node: Node) -> tuple[object, ...]:
    return (node.marker, node.number, node.heading, node.text, node.spans, node.ref)


def _may_be_taken(flat: Sequence[Node], index: int) -> bool:
    """Whether a line could join the label above it, or be read as marked, or unmarked, and so part others."""
    node, above = flat[index], flat[index - 1].marker if index else None
    if node.marker is not None or node.ref is not None:
        return node.marker is Marker.CHU_HOA
    return above in (*LABELLED, Marker.DIEU) or read_marker(node.words).marker is not None


def _format_node(node: Node, said: str) -> str:
    if node.ref is not None:
        return f"{{{node.ref.kind.value}: {node.ref.name}}}"
    end = f" {{{said}}}" if said and said != _BY_RULE else ""
    first, *others = _format_lines(node)
    if not first:
        return f"{node.number}{end}"
    if node.marker in LABELLED:
        return "\n".join((f"{node.number}. {first}{end}", *others))
    if node.marker is Marker.DIEU and node.number[-1].isalnum() and not node.words.isupper():
        return f"{node.number}{end}\n{first}"
    return f"{node.number} {first}{end}".lstrip()


def _format_lines(node: Node) -> list[str]:
    """The words as they are typed; only a title in two lines has a second one."""
    lines: list[str] = []
    start = 0
    for line in node.words.split("\n"):
        end = start + len(line)
        within = [span for span in node.spans if start <= span.start and span.end <= end]
        lines.append(format_markup(line, shift_spans(within, 0, -start, len(line))))
        start = end + 1
    return lines


def format_markup(text: str, spans: Sequence[Span]) -> str:
    """Write a text with its spans as `parse_markup` reads it; signs get a backslash only where one may be needed."""
    if not spans and parse_markup(text) == MarkedText(text):
        return text
    return _format_spans(text, spans)


def _format_spans(text: str, spans: Sequence[Span]) -> str:
    places = sorted({0, len(text), *(place for span in spans for place in (span.start, span.end))})
    opened: dict[int, list[Span]] = {}
    closed: dict[int, list[Span]] = {}
    for span in spans:
        opened.setdefault(span.start, []).append(span)
        if not isinstance(span, Note):
            closed.setdefault(span.end, []).append(span)
    parts: list[str] = []
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        stars, links = _stars(closed.get(place, ())), _addresses(closed.get(place, ()))
        # A run closes only behind a word, which may be the link's.
        parts += (links, stars) if place and text[place - 1] in OPENING_SIGNS else (stars, links)
        starting = opened.get(place, ())
        for span in starting:
            if isinstance(span, Note):
                parts.append(f"{{chu_thich: {_format_spans(span.text, span.spans)}}}{'' if place else ' '}")
        stars, bracket = _stars(starting), "[" * any(isinstance(span, Link) for span in starting)
        # A run opens only before a word, and behind a blank or an opening sign.
        parts += (bracket, stars) if may_open_before(text[place : place + 1]) else (stars, bracket)
        parts.append(text[place:following].translate(_ESCAPES))
    return "".join(parts).strip()


def _stars(spans: Sequence[Span]) -> str:
    return "*" * sum(2 * span.bold + span.italic for span in spans if isinstance(span, Emphasis))


def _addresses(spans: Sequence[Span]) -> str:
    return "".join(f"]({span.url})" for span in spans if isinstance(span, Link))
