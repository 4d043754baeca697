"""Paragraphs and lines as XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vtdocs.tree import Break, Field, Inline, Paragraph, Style, Text
from vtdocs.units import Length

from .layout import field_text, fit
from .stylesheet import Look
from .xml import escape, text_run

__all__ = ["IdSource", "empty_paragraph", "paragraph_xml", "rule_xml"]


class IdSource:
    """Numbers for the content controls of one document: unique in it, the same every time."""

    def __init__(self, first: int) -> None:
        self._next = first

    def take(self) -> int:
        """Give the next number."""
        self._next += 1
        return self._next - 1


def paragraph_xml(
    paragraph: Paragraph, looks: Mapping[str, Look], width: Length, ids: IdSource, *, keep_next: bool = False
) -> str:
    """Write a paragraph; `keep_next` holds it on the page of what follows."""
    keep = "<w:keepNext/>" if keep_next or paragraph.keep_next else ""
    fitted = fit(paragraph, looks, width)
    runs = "".join(_inlines(fitted.inlines, looks[fitted.style], ids))
    return f'<w:p><w:pPr><w:pStyle w:val="{fitted.style}"/>{keep}</w:pPr>{runs}</w:p>'


def _inlines(inlines: Iterable[Inline], look: Look, ids: IdSource) -> Iterable[str]:
    for inline in inlines:
        match inline:
            case Field():
                yield _field_xml(inline, look, ids)
            case Break():
                yield "<w:r><w:br/></w:r>"
            case Text():
                style = f'<w:rPr><w:rStyle w:val="{inline.style}"/></w:rPr>' if inline.style else ""
                yield text_run(inline.text, style)


def _field_xml(field: Field, look: Look, ids: IdSource) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(field.title)}"/><w:tag w:val="{escape(field.tag)}"/>'
        f'<w:id w:val="{ids.take()}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{text_run(field_text(field, look))}</w:sdtContent></w:sdt>"
    )


def rule_xml(style: Style, look: Look, length: Length, width: Length) -> str:
    """Write a line: a paragraph whose upper border its style draws, cut to length by its indents.

    A border is drawn alike by Word, LibreOffice, WPS and the previews of mail and chat programs, several of which
    drop DrawingML lines; it cannot slide off its text, and its length is exact.
    """
    room = width - look.left - look.right
    left = (room.emu - length.emu) // 2
    right = room.emu - length.emu - left
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:ind w:left="{(look.left + Length(left)).twips}"'
        f' w:right="{(look.right + Length(right)).twips}" w:firstLine="0"/>'
        "</w:pPr></w:p>"
    )


def empty_paragraph(style: str, inner: str = "") -> str:
    """Write a paragraph without text; `inner` goes into its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inner}</w:pPr></w:p>'
