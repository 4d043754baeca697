"""The grammar of the outline: Phần, Chương, Mục, Điều, A., I., 1., 1.1., a), (1), *, -, + and unmarked paragraphs.

Text in, nodes out, and back. It sits on the ground floor: what loads a plan, and later what reads a Word file and what
checks one, use the same grammar.
"""

from .data import KIEU, make_node, number_nodes, read_mark, to_data
from .faults import NUMBERING, OutlineFault
from .grammar import parse_outline, parse_prose
from .markup import MarkedText, parse_markup
from .nodes import Marker, Node, Reference, RefKind, walk_outline
from .numbering import check_numbering
from .spans import Emphasis, Link, Note, Piece, Span, cut_pieces, cut_spans
from .typed import format_markup, format_outline

__all__ = [
    "KIEU",
    "NUMBERING",
    "Emphasis",
    "Link",
    "MarkedText",
    "Marker",
    "Node",
    "Note",
    "OutlineFault",
    "Piece",
    "RefKind",
    "Reference",
    "Span",
    "check_numbering",
    "cut_pieces",
    "cut_spans",
    "format_markup",
    "format_outline",
    "make_node",
    "number_nodes",
    "parse_markup",
    "parse_outline",
    "parse_prose",
    "read_mark",
    "to_data",
    "walk_outline",
]
