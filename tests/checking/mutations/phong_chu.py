"""Letters of other faces: in the text, in cells, headers, boxes, notes and numbers; of one half of the alphabet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.checking.editing import HEADER, letters, set_element, set_letters
from tests.checking.mutating import Docx, Mutation, child, deep, runs, w

_NOTES = "examples/mau/chu-trong-cau.yaml"
_BODY = "Nâng cao nhận thức, trách nhiệm"


def face(words: str, **looks: Any) -> Callable[[Docx], None]:
    return lambda docx: letters(docx, words, **looks)


def everywhere(docx: Docx) -> None:
    """Every run of the text in another face."""
    for paragraph in docx.paragraphs():
        for run in runs(paragraph):
            set_letters(run, font="Arial")


def in_defaults(docx: Docx) -> None:
    """The face of the style that all others are based on."""
    for fonts in docx.xml("word/styles.xml").iter(w("rFonts")):
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(w(name), "Calibri")


def header(docx: Docx) -> None:
    for run in docx.xml(HEADER).iter(w("r")):
        set_letters(run, font="Calibri")


def foot_notes(docx: Docx) -> None:
    for run in docx.xml("word/footnotes.xml").iter(w("r")):
        set_letters(run, font="Calibri")


def text_box(docx: Docx) -> None:
    """A text box with words in another face, in the middle of the text."""
    paragraph = docx.paragraph(_BODY)
    box = etree.fromstring(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com'
        ':vml"><w:pict><v:shape style="width:100pt;height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:rFonts '
        'w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr><w:t>Ghi chú</w:t></w:r></w:p></w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r>"
    )
    paragraph.append(box)


def number(docx: Docx) -> None:
    """A number that Word sets by itself, in the face of its level."""
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
        'w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    docx.parts["word/numbering.xml"] = numbering.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    relations = docx.xml("word/_rels/document.xml.rels")
    added = deep(relations[0])
    for name, value in {"Id": "rId900", "Type": kind, "Target": "numbering.xml"}.items():
        added.set(name, value)
    relations.append(added)
    types = docx.xml("[Content_Types].xml")
    override = etree.SubElement(types, types[-1].tag.rpartition("}")[0] + "}Override")
    override.set("PartName", "/word/numbering.xml")
    override.set("ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml")
    p_pr = child(docx.paragraph(_BODY), "pPr")
    num_pr = set_element(p_pr, "numPr")
    set_element(num_pr, "ilvl", val=0)
    set_element(num_pr, "numId", val=1)


MUTATIONS = [
    Mutation("a paragraph in Arial", "ND30-110", face(_BODY, font="Arial")),
    Mutation("letters without marks in Calibri", "ND30-110", face(_BODY, ascii="Calibri")),
    Mutation("letters with marks in Calibri", "ND30-110", face(_BODY, h_ansi="Calibri")),
    Mutation("all text in Arial", "ND30-110", everywhere),
    Mutation("styles in Calibri", "ND30-110", in_defaults),
    Mutation("a cell in Calibri", "ND30-110", face("Nội dung", font="Calibri")),
    Mutation("the head in Cambria", "ND30-110", face("CỘNG HÒA", font="Cambria")),
    Mutation("the page number in Calibri", "ND30-110", header),
    Mutation("footnotes in Calibri", "ND30-110", foot_notes, _NOTES),
    Mutation("a text box in Calibri", "ND30-110", text_box),
    Mutation("a number by Word in Calibri", "ND30-110", number),
    Mutation("a face of the codes before Unicode", "ND30-110", face(_BODY, font=".VnTime")),
    Mutation("the bold cut as a face of its own", "VB-111", face("KẾ HOẠCH", font="Times New Roman Bold")),
]
