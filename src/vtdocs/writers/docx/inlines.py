"""What stands inside a paragraph as XML: words, emphasis, links, notes, blanks to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from vtdocs.metrics.text import Face
from vtdocs.tree import Break, CharStyle, Field, Inline, Link, Note, Style, Text

from .layout import field_text
from .parts import Parts, Relations
from .seams import REL
from .stylesheet import Look
from .xml import escape, text_run

__all__ = ["inlines_xml", "run_properties"]

_MARK = f'<w:rPr><w:rStyle w:val="{CharStyle.SO_CHU_THICH}"/></w:rPr>'


def inlines_xml(inlines: Iterable[Inline], look: Look, looks: Mapping[str, Look], parts: Parts) -> Iterator[str]:
    """Write the inlines of a paragraph of this look; notes and links add to `parts`."""
    for inline in inlines:
        match inline:
            case Text():
                yield _text_xml(inline, look)
            case Field():
                yield _field_xml(inline, look, parts)
            case Break():
                yield "<w:r><w:br/></w:r>"
            case Link():
                yield _link_xml(inline, look, parts.relations)
            case Note():
                yield _note_xml(inline, looks, parts)


def _text_xml(text: Text, look: Look) -> str:
    return text_run(text.text, run_properties(text.style, look.face) if text.style else "")


def run_properties(style: CharStyle, face: Face) -> str:
    """Give the properties of a run in this style, inside a paragraph of this face; empty where it needs none."""
    added = _added(style, face)
    return f'<w:rPr><w:rStyle w:val="{added}"/></w:rPr>' if added else ""


def _added(style: CharStyle, face: Face) -> CharStyle | None:
    """Give the style that makes text of this face as bold and as italic as `style` says.

    Bold and italic are toggles (ECMA-376-1, 17.7.3): where the paragraph's style and the run's style both say bold,
    Word prints plain. So a run takes only what its paragraph lacks, and words that are strong already stay so.
    """
    if not (style.is_bold or style.is_italic):
        return style
    bold = style.is_bold and not face.is_bold
    italic = style.is_italic and not face.is_italic
    if bold and italic:
        return CharStyle.DAM_NGHIENG
    if bold:
        return CharStyle.TIEU_DE_LIEN if style is CharStyle.TIEU_DE_LIEN else CharStyle.DAM
    return CharStyle.NGHIENG if italic else None


def _field_xml(field: Field, look: Look, parts: Parts) -> str:
    return (
        f'<w:sdt><w:sdtPr>{_field_names(field.title, field.tag)}<w:id w:val="{parts.take_control()}"/><w:text/>'
        f"</w:sdtPr><w:sdtContent>{text_run(field_text(field, look))}</w:sdtContent></w:sdt>"
    )


@lru_cache(maxsize=64)
def _field_names(title: str, tag: str) -> str:
    """Write what a field is called. The names are the form's own, five of them, and no words of a document."""
    return f'<w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag)}"/>'


def _link_xml(link: Link, look: Look, relations: Relations) -> str:
    """Write a link; one whose address opens nothing is written as its words."""
    identity = relations.link(link.url)
    if identity is None:
        return "".join(_text_xml(text, look) for text in link.texts)
    runs = "".join(_link_run(text) for text in link.texts)
    return f'<w:hyperlink xmlns:r="{REL}" r:id="{identity}" w:history="1">{runs}</w:hyperlink>'


def _link_run(text: Text) -> str:
    # A run has one style, the link's: emphasis inside it is said of the run itself, where it is no toggle.
    bold = "<w:b/><w:bCs/>" if text.style and text.style.is_bold else ""
    italic = "<w:i/><w:iCs/>" if text.style and text.style.is_italic else ""
    return text_run(text.text, f'<w:rPr><w:rStyle w:val="{CharStyle.LIEN_KET}"/>{bold}{italic}</w:rPr>')


def _note_xml(note: Note, looks: Mapping[str, Look], parts: Parts) -> str:
    """Write a note's mark, and put its paragraph where notes stand: the mark again, a blank, its words."""
    look = looks[Style.CHU_THICH]
    runs = [
        _link_xml(inline, look, parts.notes_relations) if isinstance(inline, Link) else _text_xml(inline, look)
        for inline in note.inlines
    ]
    number = parts.add_note(
        f'<w:p><w:pPr><w:pStyle w:val="{Style.CHU_THICH}"/></w:pPr><w:r>{_MARK}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{"".join(runs)}</w:p>'
    )
    return f'<w:r>{_MARK}<w:footnoteReference w:id="{number}"/></w:r>'
