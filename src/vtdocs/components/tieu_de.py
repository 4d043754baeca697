"""Centred titles of one or several rows."""

from __future__ import annotations

from vtdocs.tree import Break, Paragraph, Style, Text

__all__ = ["build_tieu_de"]


def build_tieu_de(style: Style, text: str, *, capitals: bool = False) -> Paragraph:
    """Make a title: the line breaks of its text are kept, and a row that is too long is broken by sense.

    With `capitals` it is printed in capitals; the words as they were written tell names from other words.
    """
    if "\n" not in text:
        words = text.strip()
        return Paragraph(style, (Text(words),) if words else (), True, capitals)
    rows = [Text(words) for row in text.split("\n") if (words := row.strip())]
    inlines = [inline for row in rows for inline in (row, Break())][:-1] if len(rows) > 1 else rows
    return Paragraph(style, tuple(inlines), by_sense=True, capitals=capitals)
