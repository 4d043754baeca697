"""Centred titles of one or several rows."""

from __future__ import annotations

from vtdocs.tree import Break, Paragraph, Style, Text

__all__ = ["build_tieu_de"]


def build_tieu_de(style: Style, text: str, *, capitals: bool = False) -> Paragraph:
    """Make a title: the line breaks of its text are kept, and a row that is too long is broken by sense.

    With `capitals` it is printed in capitals; the words as they were written tell names from other words.
    """
    inlines: list[Text | Break] = []
    for row in text.split("\n"):
        if row.strip():
            inlines += [Text(row.strip()), Break()]
    return Paragraph(style, tuple(inlines[:-1]), by_sense=True, capitals=capitals)
