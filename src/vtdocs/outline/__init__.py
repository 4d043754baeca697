"""The grammar of the outline: Phần, Chương, Điều, I., 1., 1.1., a), (1), -, + and unmarked paragraphs.

Text in, nodes out. It sits on the ground floor: what loads a plan, and later what reads a Word file and what checks
one, use the same grammar.
"""

from .grammar import OutlineFault, parse_outline
from .nodes import Marker, Node, Reference, RefKind, walk_outline
from .spans import Emphasis, Link, Note, Piece, Span, cut_spans, pieces

__all__ = [
    "Emphasis",
    "Link",
    "Marker",
    "Node",
    "Note",
    "OutlineFault",
    "Piece",
    "RefKind",
    "Reference",
    "Span",
    "cut_spans",
    "parse_outline",
    "pieces",
    "walk_outline",
]
