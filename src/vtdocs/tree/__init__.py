"""The document as a tree: what stands where, by style name; no lengths of a page, no XML.

A kind of document (`vtdocs.documents`) makes it from the model; a writer turns it into a file.
"""

from .nodes import (
    Align,
    Appendix,
    Block,
    Break,
    Column,
    Document,
    Field,
    FixedRule,
    Frame,
    Inline,
    Paragraph,
    Properties,
    Rule,
    Table,
    Text,
)
from .styles import CharStyle, Style

__all__ = [
    "Align",
    "Appendix",
    "Block",
    "Break",
    "CharStyle",
    "Column",
    "Document",
    "Field",
    "FixedRule",
    "Frame",
    "Inline",
    "Paragraph",
    "Properties",
    "Rule",
    "Style",
    "Table",
    "Text",
]
