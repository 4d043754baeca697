"""A text of several paragraphs as a value of a template."""

from __future__ import annotations

__all__ = ["Paragraphs"]


class Paragraphs(str):
    """A text of several paragraphs, each like the one that holds the tag: `{{ ten }}` in the template.

    Every line of `text` is a paragraph. (In other texts a line feed is a line break inside the paragraph.)
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Paragraphs:
        """Make it; "\\a" is what parts paragraphs in docxtpl, and so here."""
        return super().__new__(cls, text.replace("\r\n", "\n").replace("\n", "\a"))
