"""What mutations do to the XML of a clean document: letters, paragraphs, sections, headers, lines."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.checking.mutating import Docx, child, runs, text_of, w

__all__ = [
    "DOCUMENT",
    "HEADER",
    "drop_line",
    "fill_run",
    "letters",
    "page",
    "paragraph_of",
    "sections",
    "set_element",
    "set_letters",
    "set_line",
    "stand",
    "word_run",
]

DOCUMENT, HEADER = "word/document.xml", "word/header1.xml"
_FIRST_IN_P_PR = "pStyle"


def set_element(parent: etree._Element, name: str, **attributes: object) -> etree._Element:
    """Set a child of a name, made if it is not there, and its attributes in the namespace of Word."""
    element = parent.find(w(name))
    if element is None:
        element = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        element.set(w(key), str(value))
    return element


def set_letters(run: etree._Element, **looks: object) -> None:
    """Set what a run looks like: bold, italic, caps, strike, size in points, colour, font, ascii, h_ansi, underline."""
    r_pr = child(run, "rPr")
    for look, value in looks.items():
        if look in _SWITCHES:
            set_element(r_pr, _SWITCHES[look], val=int(bool(value)))
        elif look == "size":
            assert isinstance(value, (int, float))
            set_element(r_pr, "sz", val=int(value * 2))
        elif look == "font":
            set_element(r_pr, "rFonts", ascii=value, hAnsi=value, cs=value)
        elif look in _FACES:
            set_element(r_pr, "rFonts", **{_FACES[look]: value})
        else:
            set_element(r_pr, _VALUES[look], val=value)


_SWITCHES = {"bold": "b", "italic": "i", "caps": "caps", "small_caps": "smallCaps", "strike": "strike"}
_FACES = {"ascii": "ascii", "h_ansi": "hAnsi"}
_VALUES = {"colour": "color", "underline": "u", "highlight": "highlight"}


def letters(docx: Docx, words: str, *, part: str = DOCUMENT, **looks: Any) -> None:
    """Set what all letters of the paragraph with these words look like."""
    for run in runs(docx.paragraph(words, part)):
        set_letters(run, **looks)


def fill_run(run: etree._Element, text: str) -> None:
    """Put other words into a run."""
    t = run.find(w("t"))
    assert t is not None
    t.text = text
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def word_run(docx: Docx, paragraph: etree._Element, text: str) -> None:
    """Put other words into a paragraph: all of them into its first run; controls around runs are dropped."""
    first = next(runs(paragraph))
    for other in [*paragraph.iter(w("r"))]:
        if other is not first:
            parent = other.getparent()
            assert parent is not None
            parent.remove(other)
    for control in [*paragraph.iter(w("sdt"))]:
        if first not in [*control.iter(w("r"))]:
            paragraph.remove(control)
    fill_run(first, text)


def paragraph_of(docx: Docx, words: str) -> etree._Element:
    """Give the properties of the paragraph with these words, made if they are not there."""
    return child(docx.paragraph(words), "pPr")


def stand(docx: Docx, words: str, *, part: str = DOCUMENT, **looks: Any) -> None:
    """Set how a paragraph stands: align, left (twips), before, after, line (240ths of a line)."""
    p_pr = child(docx.paragraph(words, part), "pPr")
    for look, value in looks.items():
        if look == "align":
            set_element(p_pr, "jc", val=value)
        elif look in ("left", "right", "firstLine"):
            set_element(p_pr, "ind", **{look: value})
        else:
            set_element(p_pr, "spacing", **{look: value})


def sections(docx: Docx) -> list[etree._Element]:
    """Give the sections of a document, in order."""
    return [*docx.xml().iter(w("sectPr"))]


def page(docx: Docx, index: int | None = None, **margins: object) -> None:
    """Set attributes of the margins of one section, or of all."""
    for place, section in enumerate(sections(docx)):
        if index in (None, place):
            set_element(section, "pgMar", **margins)


def _line_below(docx: Docx, words: str) -> etree._Element:
    """Give the empty paragraph below the one with these words, whose border is the line."""
    below = docx.paragraph(words).getnext()
    assert below is not None
    assert not text_of(below)
    return below


def drop_line(docx: Docx, words: str) -> None:
    """Leave the paragraph below empty and without its border."""
    set_element(child(_line_below(docx, words), "pPr"), "pStyle", val="Normal")


def set_line(docx: Docx, words: str, left: int, right: int) -> None:
    """Make the line below longer or shorter by its indents, in twips."""
    set_element(child(_line_below(docx, words), "pPr"), "ind", left=left, right=right)
