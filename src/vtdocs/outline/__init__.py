"""The grammar of the outline: I., 1., 1.1., a), -, + and unmarked paragraphs. Text in, nodes out.

It sits on the ground floor: what loads a plan, and later what reads a Word file and what checks one, use the
same grammar.
"""

from .grammar import OutlineFault, parse_outline
from .nodes import Marker, Node, walk_outline

__all__ = ["Marker", "Node", "OutlineFault", "parse_outline", "walk_outline"]
