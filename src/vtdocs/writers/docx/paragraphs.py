"""Paragraphs and lines as XML."""

from __future__ import annotations

from collections.abc import Mapping

from vtdocs.tree import Paragraph, Style
from vtdocs.units import Length

from .inlines import inlines_xml
from .layout import fit
from .parts import Parts
from .stylesheet import Look

__all__ = ["empty_paragraph", "paragraph_xml", "rule_xml"]


def paragraph_xml(
    paragraph: Paragraph,
    looks: Mapping[str, Look],
    width: Length,
    parts: Parts,
    *,
    keep_next: bool = False,
    opening: str = "",
    after: Length | None = None,
    runs: str | None = None,
) -> str:
    """Write a paragraph; `keep_next` holds it on the page of what follows, `opening` are runs before its own.

    `after` is the room below it, where that is not its style's. `runs` are its words, where they are written already.
    """
    keep = "<w:keepNext/>" if keep_next or paragraph.keep_next else ""
    spacing = "" if after is None else f'<w:spacing w:after="{after.twips}"/>'
    style, level = paragraph.style, paragraph.level
    if runs is None:
        fitted = fit(paragraph, looks, width)
        style = fitted.style
        runs = "".join(inlines_xml(fitted.inlines, looks[style], looks, parts))
    outline = "" if level is None or level == looks[style].level else f'<w:outlineLvl w:val="{level}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{spacing}{outline}</w:pPr>{opening}{runs}</w:p>'


def rule_xml(style: Style, text: Look, length: Length, width: Length, *, first: bool = False) -> str:
    """Write a line: a paragraph whose upper border its style draws, cut to length by its indents.

    It stands as the row above it does, in a paragraph of the look `text`; with `first` that is its first row.

    A border is drawn alike by Word, LibreOffice, WPS and the previews of mail and chat programs, several of which
    drop DrawingML lines; it cannot slide off its text, and its length is exact.
    """
    near = text.left.emu + (text.first.emu if first else 0)
    spare = width.emu - near - text.right.emu - length.emu
    before = {"left": 0, "center": spare // 2}.get(text.align, spare)
    left, right = Length(near + before).twips, Length(text.right.emu + spare - before).twips
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{left}" w:right="{right}" w:firstLine="0"/>'
        "</w:pPr></w:p>"
    )


def empty_paragraph(style: str, inner: str = "") -> str:
    """Write a paragraph without text; `inner` goes into its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inner}</w:pPr></w:p>'
