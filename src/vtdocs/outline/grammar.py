"""Text to outline: which mark opens a line, what stands below what, and which lines are headings.

One line is one paragraph; blank lines are nothing. What stands below what is read off the marks that are open
(`chains`): a mark whose kind is open is a sibling, any other stands below the last one of a higher rank, whatever
ranks are skipped, or opens a list below a lower one. A list that begins anew right below a colon stands below it
although its kind is open, where the numbers behind it take up the outer list. "1a.", "Điều 1a." and "a1)" are of
their kind and stand between 1 and 2; "**1. Mục đích**" has its mark inside the stars. An unmarked line stands below
the line before it.

A letter ("A.") is a mark where its title is in capitals, or in a run from A on, in order, each with a marked line right
below it; "C. Mác viết" is text. Behind a line like "“Điều 7. Chế độ họp", up to the one that ends with "”", within 200
lines, another paper is quoted: no marks are read there. Lines that look marked, and words in braces that are nearly
ours, print as typed with a doubt (VT-105, VT-106); a line that calls a table or a picture wrongly is an error (VT-107).

What is a heading (documented for users in docs/cach-viet-noi-dung.md):

* `Phần I`, `Chương I`, `Mục 1`, `Tiểu mục 1` and `I.`, `A.` are headings, unless they end like a sentence ("." ";" ",")
  and are not in capitals. With lines below it, one of at most 80 characters is a heading with its full stop too.
  A label alone on its line takes the unmarked line below it as its title, and a title in capitals the next line in
  capitals.
* `Điều 1.` is a heading when it is at most 150 characters long, ends neither like a sentence nor with a colon, and
  something stands below it or below a heading beside it; else it is text, as in a decision.
* `1.` to `1.1.1.1.` are headings on their own row when they are at most 150 characters long, do not end like a
  sentence, and something stands below them; or, of at most 80 characters, when a neighbour of the same kind is one.
  A title of at most four words with lines below it keeps its full stop ("1. Mục đích."), unless a sentence of its
  kind stands beside it; of eight words beside a title without a full stop, or one of at most two words.
  Beyond 100 characters a line that lays a duty on somebody ("có trách nhiệm", "chủ trì, phối hợp") is text.
  So is a title with a bare colon ("2. Tổ chức các hoạt động:") beside text of its kind, where no other line of its
  kind there is a heading: it opens the list below it, as the clauses of a decision do.
* `I. Nhãn: lời văn` and `1. Nhãn: lời văn` run in: the label before the colon is the heading when it has at most four
  words, at most twelve before a capital, or at most eight before a figure. Among neighbours of its kind that run in,
  twelve words are enough, and before a capital there is no bound but 150 characters.
* A lead-in ("… như sau:", "… gồm:", "… có nhiệm vụ") is text, its colon forgotten or not. A case with its number and
  with lines below it is a
  heading as a whole ("1. Tình huống 1: Khi có bão").
* `a)`, `(1)`, `*`, `-` and `+` are text, as the decree has them (Phụ lục I, Phần I, Mục II, khoản 6, điểm đ).

`{tieu_de}`, `{loi_van}` or `{doan_van}` at the end of a line says otherwise: heading, text, unmarked paragraph.
A line `{bang: ten}` or `{hinh: ten}` stands for a table or a picture. Marks inside a line are those of `markup`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .chains import Opening, find_parents
from .faults import OutlineFault
from .headings import agree, make_titled, may_be_titled, split_heading
from .lines import Line, place_lines, read_lines, read_paragraph
from .lookalikes import check_lookalike, opens_part
from .markers import MarkedLine, read_ordinal
from .nodes import Marker, Node
from .numbering import check_numbering

__all__ = ["Level", "parse_outline", "parse_prose", "read_levels"]

# Stands for what is below a line where only matters that something is.
_CHILD = Node(None)


def parse_outline(text: str) -> tuple[tuple[Node, ...], tuple[OutlineFault, ...]]:
    """Read an outline; also give the warnings about its marks, with lines and columns counted from 0.

    Every word of the text is in the nodes, in order; runs of blanks at the ends of lines are not.
    """
    lines = read_lines(text)
    nodes = _build(lines)
    columns = {line.line: line.column for line in lines}
    doubts = (*check_numbering(nodes, columns), *_check_lines(lines))
    return nodes, tuple(sorted(doubts, key=lambda fault: fault.line))


def parse_prose(text: str) -> tuple[tuple[Node, ...], tuple[OutlineFault, ...]]:
    """Read paragraphs, one a line, in which no marks are read but those inside a line; also give the warnings."""
    lines = [
        read_paragraph(raw, number) for number, raw in enumerate(text.replace("\r\n", "\n").split("\n")) if raw.strip()
    ]
    nodes = tuple(Node(None, text=line.words, line=line.line, spans=line.spans) for line in lines)
    return nodes, tuple(fault for line in lines for fault in line.faults)


class Level(Struct, frozen=True):
    """A line in its place: `heading` and `text` as in a `Node`, `place` its mark's place in its list.

    `above` is the index of the line that it stands below, -1 for none; `is_title` says that it is the title of that
    line, a label that stands alone ("Phần I").
    """

    marker: Marker | None
    heading: str
    text: str
    above: int
    place: int | None = None
    is_title: bool = False


def read_levels(lines: Sequence[MarkedLine]) -> list[Level]:
    """Read lines whose marks have been cut off and in which nothing is markup, as the paragraphs of a Word file are.

    Gives a level for every line. What the rule says of headings is what `parse_outline` says of them.
    """
    placed = place_lines(lines)
    openings = [_open(line) for line in placed]
    parents = find_parents(openings)
    titled = _find_titled(placed, parents)
    levels: list[Level] = []
    for index, (line, opening, parent) in enumerate(zip(placed, openings, parents, strict=True)):
        heading, text = titled.get(index, ("", line.words))
        above = placed[parent].line if parent >= 0 else -1
        levels.append(Level(opening.marker, heading, text, above, opening.place))
        # Lines that were joined to this one as its title.
        end = placed[index + 1].line if index + 1 < len(placed) else len(lines)
        levels += [
            Level(None, lines[number].rest, "", line.line, is_title=True) for number in range(line.line + 1, end)
        ]
    return levels


def _find_titled(lines: Sequence[Line], parents: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Give heading and text of the lines that may have a heading, by index.

    Most lines of a paper are dashes and unmarked: to make no nodes of them halves the time of reading it.
    """
    owners = set(parents)
    below: dict[int, list[Node]] = {}
    for index, line in enumerate(lines):
        marker = line.marked.marker
        if may_be_titled(marker):
            owns = index in owners
            heading, text = split_heading(marker, line.words, line.directive, owns)
            children = (_CHILD,) if owns else ()
            node = Node(marker, line.marked.number, heading, text, children, line=index)
            below.setdefault(parents[index], []).append(node)
    agreed = (node for siblings in below.values() for node in agree(siblings, frozenset()))
    return {node.line: (node.heading, node.text) for node in agreed}


def _check_lines(lines: list[Line]) -> Iterator[OutlineFault]:
    for index, line in enumerate(lines):
        yield from line.faults
        if line.directive or line.ref is not None:
            continue
        if doubt := check_lookalike(line.marked, line.line, line.column, index + 1 < len(lines)):
            yield doubt


def _build(lines: list[Line]) -> tuple[Node, ...]:
    """Make the nodes from the last line up, so that each finds its children made."""
    said = frozenset(line.line for line in lines if line.directive)
    parents = find_parents([_open(line) for line in lines])
    children: list[list[Node]] = [[] for _ in range(len(lines) + 1)]
    for index in range(len(lines) - 1, -1, -1):
        below = agree(children[index][::-1], said)
        children[parents[index]].append(_make_node(lines[index], below))
    return agree(children[-1][::-1], said)


def _open(line: Line) -> Opening:
    marker, number = line.marked.marker, line.marked.number
    return Opening(
        marker,
        None if marker is None else read_ordinal(marker, number),
        line.words.endswith(":"),
        marker is None and line.directive == "tieu_de" and opens_part(line.words),
    )


def _make_node(line: Line, children: tuple[Node, ...]) -> Node:
    marked = line.marked
    if line.ref is not None:
        return Node(None, line=line.line, ref=line.ref)
    heading, text = split_heading(marked.marker, line.words, line.directive, bool(children))
    if line.spans and heading:
        node = Node(marked.marker, marked.number, text=line.words, children=children, line=line.line, spans=line.spans)
        return make_titled(node, heading, text)
    return Node(marked.marker, marked.number, heading, text, children, line.line, line.spans)
