"""Text to outline: which mark opens a line, what stands below what, and which lines are headings.

One line is one paragraph; blank lines are nothing. A mark of a lower rank stands below the last one of a higher
rank, whatever ranks are skipped between them; an unmarked line stands below the line before it.

What is a heading (documented for users in docs/cach-viet-noi-dung.md):

* `I.` is a heading, unless it ends like a sentence ("." ";" ",") and is not in capitals, or runs in. With lines below
  it, one of at most 80 characters is a heading with its full stop too.
* `1.`, `1.1.`, `1.1.1.` are headings on their own row when they are at most 150 characters long, do not end like a
  sentence, and something stands below them; or, of at most 80 characters, when a neighbour of the same kind is one.
  A title of at most four words with lines below it keeps its full stop ("1. Mục đích."), of eight among headings.
* `I. Nhãn: lời văn` and `1. Nhãn: lời văn` run in: the label before the colon is the heading when it has at most four
  words, at most twelve before a capital, or at most eight before a figure. Among neighbours of its kind that run in,
  twelve words are enough, and before a capital there is no bound but 150 characters.
* A lead-in ("… như sau:", "… gồm:", "… số:") is text. A case with its number and with lines below it is a heading as a
  whole ("1. Tình huống 1: Khi có bão").
* `a)`, `-` and `+` are text, as the decree has them (Phụ lục I, Phần I, Mục II, khoản 6, điểm đ).

`{tieu_de}`, `{loi_van}` or `{doan_van}` at the end of a line says otherwise: heading, text, unmarked paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .lookalikes import check_lookalike, opens_part
from .markers import MarkedLine, read_marker
from .nodes import Marker, Node
from .numbering import NumberingFault, check_numbering

__all__ = ["OutlineFault", "parse_outline"]

OutlineFault = NumberingFault

_RANK = {marker: rank for rank, marker in enumerate(Marker)}
_TITLED = frozenset({Marker.MUC, Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3})
_DIRECTIVE = re.compile(r"\s*\{(tieu_de|loi_van|doan_van)\}$")
_LABEL = re.compile(r"(?P<label>[^:]{1,150}:)\s+(?P<text>\S.*)", re.DOTALL)
# A sentence that ends before the colon; the full stop of "TT. Đảng ủy" ends none.
_SENTENCE_INSIDE = re.compile(r"(?:^|\s)(?!(?:Tp|Tx|Ths|Bs|[Đđ]/c)\.)\S*[a-zà-ỹ)]\.\s")
_LEAD_IN = re.compile(r"\b(?:sau|sau đây|gồm|bao gồm|là|số|ngày):$", re.IGNORECASE)
_NUMBERED_CASE = re.compile(r"\d+:$")
_SENTENCE_END = (".", ";", ",", "!", "?", "…")
_LONGEST_HEADING, _LONGEST_BARE_HEADING = 150, 80
_LABEL_WORDS, _LABEL_WORDS_BEFORE_FIGURE, _LABEL_WORDS_BEFORE_CAPITAL = 4, 8, 12
_STOPPED_TITLE_WORDS, _STOPPED_TITLE_WORDS_AMONG_HEADINGS = 4, 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that has been read, not yet placed."""

    marked: MarkedLine
    directive: str
    line: int
    column: int

    @property
    def rank(self) -> int | None:
        return None if self.marked.marker is None else _RANK[self.marked.marker]

    @property
    def is_plain(self) -> bool:
        """Whether nothing marks the line, and nobody said that it is meant so."""
        return self.marked.marker is None and not self.directive


def parse_outline(text: str) -> tuple[tuple[Node, ...], tuple[OutlineFault, ...]]:
    """Read an outline; also give the warnings about its marks, with lines and columns counted from 0.

    Every word of the text is in the nodes, in order; runs of blanks at the ends of lines are not.
    """
    lines = list(_read_lines(text))
    nodes = _build(lines)
    columns = {line.line: line.column for line in lines}
    doubts = [
        doubt
        for line in lines
        if line.is_plain and (doubt := check_lookalike(line.marked.rest, line.line, line.column))
    ]
    return nodes, tuple(sorted((*check_numbering(nodes, columns), *doubts), key=lambda fault: fault.line))


def _read_lines(text: str) -> Iterator[_Line]:
    # str.splitlines would also break at U+0085, U+2028 and others, which are no line ends in YAML.
    for index, raw in enumerate(text.replace("\r\n", "\n").split("\n")):
        stripped = raw.strip()
        if not stripped:
            continue
        column = len(raw) - len(raw.lstrip())
        directive = ""
        if stripped.endswith("}") and (found := _DIRECTIVE.search(stripped)) and found.start():
            directive = found.group(1)
            stripped = stripped[: found.start()]
        marked = MarkedLine(None, "", stripped) if directive == "doan_van" else read_marker(stripped)
        yield _Line(marked, directive, index, column)


def _build(lines: list[_Line]) -> tuple[Node, ...]:
    """Place the lines: a stack of open nodes, each with the children that it has so far."""
    top: list[Node] = []
    said = frozenset(line.line for line in lines if line.directive)
    stack: list[tuple[_Line, bool, list[Node]]] = []

    def close_until(rank: int) -> None:
        while stack and (stack[-1][0].rank or 0) >= rank:
            line, owns, children = stack.pop()
            (stack[-1][2] if stack else top).append(_make_node(line, owns, _agree(children, said)))

    for index, line in enumerate(lines):
        rank = line.rank
        following = lines[index + 1] if index + 1 < len(lines) else None
        if rank is None:
            if line.directive == "tieu_de" and opens_part(line.marked.rest):
                close_until(-1)
            (stack[-1][2] if stack else top).append(_make_node(line, False, ()))
            continue
        close_until(rank)
        owns = following is not None and (following.rank is None or following.rank > rank)
        stack.append((line, owns, []))
    close_until(-1)
    return _agree(top, said)


def _agree(siblings: Sequence[Node], said: frozenset[int]) -> tuple[Node, ...]:
    """Make like things alike: a short line among headings of its kind is one ("8. Công an xã", with nothing below
    it), and a label among run-in headings of its kind runs in, though it is longer than others.
    """
    titled = [node for node in siblings if node.heading and node.marker in _TITLED]
    alone = {node.marker for node in titled if not node.text}
    running = {node.marker for node in titled if node.text}
    if not titled or len(titled) == len(siblings):
        return tuple(siblings)
    return tuple(_like_neighbours(node, alone, running) if node.line not in said else node for node in siblings)


def _like_neighbours(node: Node, alone: set[Marker | None], running: set[Marker | None]) -> Node:
    if node.heading:
        return node
    if node.marker in running and (label := _LABEL.fullmatch(node.text)) and _may_be_label(label):
        return replace(node, heading=label["label"], text=label["text"])
    if node.marker in alone and (
        _is_short_title(node.text)
        or (node.children and _is_stopped_title(node.text, _STOPPED_TITLE_WORDS_AMONG_HEADINGS))
    ):
        return replace(node, heading=node.text, text="")
    return node


def _make_node(line: _Line, owns: bool, children: tuple[Node, ...]) -> Node:
    marked = line.marked
    heading, text = _split_heading(marked, line.directive, owns)
    return Node(marked.marker, marked.number, heading, text, children, line.line)


def _split_heading(marked: MarkedLine, directive: str, owns: bool) -> tuple[str, str]:
    """Cut what follows the mark into heading and text; one of them is empty unless the heading runs in."""
    rest = marked.rest
    label = _LABEL.fullmatch(rest)
    if directive == "tieu_de":
        return (label["label"], label["text"]) if label else (rest, "")
    if directive or marked.marker not in _TITLED:
        return "", rest
    if label and _runs_in(label) and not rest.isupper():
        case = owns and _NUMBERED_CASE.search(label["label"]) and not rest.endswith(_SENTENCE_END)
        return (rest, "") if case else (label["label"], label["text"])
    return (rest, "") if _is_heading(marked.marker, rest, owns) else ("", rest)


def _is_heading(marker: Marker | None, text: str, owns: bool) -> bool:
    sentence = text.endswith(_SENTENCE_END) and not text.isupper()
    if marker is Marker.MUC:
        return not sentence or (owns and text.endswith(".") and len(text) <= _LONGEST_BARE_HEADING)
    if not owns or len(text) > _LONGEST_HEADING or _LEAD_IN.search(text):
        return False
    return not sentence or _is_stopped_title(text, _STOPPED_TITLE_WORDS)


def _is_stopped_title(text: str, words: int) -> bool:
    """Whether a title ends with a full stop that is none of a sentence: few words, and no other mark."""
    return text.endswith(".") and len(text.split()) <= words and not any(mark in text[:-1] for mark in ".;:,")


def _is_short_title(text: str) -> bool:
    return len(text) <= _LONGEST_BARE_HEADING and not text.endswith((*_SENTENCE_END, ":")) and ": " not in text


def _runs_in(label: re.Match[str]) -> bool:
    if ";" in label["label"] or not _is_clean(label["label"]):
        return False
    words, first = len(label["label"].split()), _first_letter(label["text"])
    return (
        words <= _LABEL_WORDS
        or (words <= _LABEL_WORDS_BEFORE_CAPITAL and first.isupper())
        or (words <= _LABEL_WORDS_BEFORE_FIGURE and first.isdigit())
    )


def _may_be_label(label: re.Match[str]) -> bool:
    """Whether a label may run in where its neighbours do."""
    few = len(label["label"].split()) <= _LABEL_WORDS_BEFORE_CAPITAL
    return _is_clean(label["label"]) and (few or _first_letter(label["text"]).isupper())


def _is_clean(label: str) -> bool:
    return not _SENTENCE_INSIDE.search(label) and not _LEAD_IN.search(label)


def _first_letter(text: str) -> str:
    return text.lstrip("“\"'(")[:1]
