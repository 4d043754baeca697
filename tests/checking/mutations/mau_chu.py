"""Letters in colours, and what was left from drafting."""

from __future__ import annotations

from tests.checking.editing import HEADER, letters, set_element, set_letters
from tests.checking.mutating import Docx, Mutation, child, runs, w
from tests.checking.mutations.phong_chu import number as add_number

_BODY = "Nâng cao nhận thức, trách nhiệm"
_LINKS = "examples/mau/chu-trong-cau.yaml"


def red(docx: Docx) -> None:
    letters(docx, _BODY, colour="FF0000")


def theme(docx: Docx) -> None:
    """A colour of the theme, the second accent; the colour beside it is what Word keeps for old programs."""
    for run in runs(docx.paragraph(_BODY)):
        set_element(child(run, "rPr"), "color", val="C0504D", themeColor="accent2")


def links(docx: Docx) -> None:
    for link in docx.xml().iter(w("hyperlink")):
        for run in link.iter(w("r")):
            set_letters(run, colour="0563C1")


def cells(docx: Docx) -> None:
    letters(docx, "Nội dung", colour="FFFFFF")


def header(docx: Docx) -> None:
    for run in docx.xml(HEADER).iter(w("r")):
        set_letters(run, colour="808080")


def nearly_black(docx: Docx) -> None:
    letters(docx, _BODY, colour="262626")


def highlighted(docx: Docx) -> None:
    letters(docx, _BODY, highlight="yellow")


def struck(docx: Docx) -> None:
    letters(docx, _BODY, strike=True)


def number(docx: Docx) -> None:
    """A number that Word sets by itself, in red."""
    add_number(docx)
    docx.parts["word/numbering.xml"] = docx.parts["word/numbering.xml"].replace(
        b'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>', b'<w:color w:val="FF0000"/>'
    )


MUTATIONS = [
    Mutation("a number by Word in red", "ND30-112", number),
    Mutation("a paragraph in red", "ND30-112", red),
    Mutation("a paragraph in a colour of the theme", "ND30-112", theme),
    Mutation("links in blue", "ND30-112", links, _LINKS),
    Mutation("white letters in a cell", "ND30-112", cells),
    Mutation("a grey page number", "ND30-112", header),
    Mutation("letters nearly black", "ND30-112", nearly_black),
    Mutation("letters highlighted", "VB-113", highlighted),
    Mutation("letters struck through", "VB-113", struck),
]
