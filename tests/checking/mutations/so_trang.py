"""Page numbers in the wrong place, of the wrong look, on the wrong pages, or none."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tests.checking.editing import HEADER, sections, set_element, set_letters
from tests.checking.mutating import Docx, Mutation, child, w

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def look(**looks: object) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        for run in docx.xml(HEADER).iter(w("r")):
            set_letters(run, **looks)

    return change


def aside(align: str) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        set_element(child(docx.paragraphs(HEADER)[0], "pPr"), "jc", val=align)

    return change


def behind_tabs(count: int) -> Callable[[Docx], None]:
    """As Word's own header has it: a tab to the middle and one to the right edge."""

    def change(docx: Docx) -> None:
        paragraph = docx.paragraphs(HEADER)[0]
        p_pr = child(paragraph, "pPr")
        tabs = set_element(p_pr, "tabs")
        for kind, at in (("center", 4536), ("right", 9071)):
            etree.SubElement(tabs, w("tab"), {w("val"): kind, w("pos"): str(at)})
        set_element(p_pr, "jc", val="left")
        run = etree.Element(w("r"))
        for _ in range(count):
            etree.SubElement(run, w("tab"))
        paragraph.insert(1, run)

    return change


def to_footer(docx: Docx) -> None:
    """Take the number out of the header and put it at the foot of the page."""
    for section in sections(docx):
        reference = section.find(w("headerReference"))
        assert reference is not None
        reference.tag = w("footerReference")
    relations = docx.xml("word/_rels/document.xml.rels")
    for relation in relations:
        if relation.get("Target") == "header1.xml":
            relation.set("Target", "footer1.xml")
            relation.set("Type", str(relation.get("Type")).replace("header", "footer"))
    docx.parts["word/footer1.xml"] = docx.parts.pop(HEADER).replace(b"w:hdr", b"w:ftr")
    types = docx.parts["[Content_Types].xml"]
    docx.parts["[Content_Types].xml"] = types.replace(b"header1", b"footer1").replace(b"header+xml", b"footer+xml")


def on_first_page(docx: Docx) -> None:
    """The first page is like the others."""
    title_page = sections(docx)[0].find(w("titlePg"))
    assert title_page is not None
    sections(docx)[0].remove(title_page)


def in_first_header(docx: Docx) -> None:
    """The header of the first page shows the number as well."""
    reference = etree.Element(w("headerReference"), {w("type"): "first", R + "id": "rId4"})
    sections(docx)[0].insert(0, reference)


def without(docx: Docx) -> None:
    for section in sections(docx):
        for reference in section.findall(w("headerReference")):
            section.remove(reference)


def only_odd(docx: Docx) -> None:
    set_element(docx.xml("word/settings.xml"), "evenAndOddHeaders", val=1)


def numbered(index: int, **attributes: object) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        set_element(sections(docx)[index], "pgNumType", **attributes)

    return change


def running_on(docx: Docx) -> None:
    """The appendix goes on with the pages of the paper, and shows the number on its first."""
    section = sections(docx)[1]
    for name in ("pgNumType", "titlePg"):
        found = section.find(w(name))
        assert found is not None
        section.remove(found)


def in_one_section(docx: Docx) -> None:
    """No section parts the appendix from the paper, only a new page."""
    first = sections(docx)[0]
    parent = first.getparent()
    assert parent is not None
    parent.remove(first)


def with_words(before: str) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        run = etree.Element(w("r"))
        t = etree.SubElement(run, w("t"))
        t.text = before
        docx.paragraphs(HEADER)[0].insert(1, run)

    return change


MUTATIONS = [
    Mutation("number in the footer", "ND30-120", to_footer),
    Mutation("number at the right", "ND30-121", aside("right")),
    Mutation("number at the left", "ND30-121", aside("left")),
    Mutation("number behind a tab to the right edge", "ND30-121", behind_tabs(2)),
    Mutation("number on page one, as on all", "ND30-122", on_first_page),
    Mutation("number on page one, in its own header", "ND30-122", in_first_header),
    Mutation("no number", "ND30-123", without),
    Mutation("no number on even pages", "ND30-123", only_odd),
    Mutation("number of 11 pt", "ND30-124", look(size=11)),
    Mutation("number of 16 pt", "ND30-124", look(size=16)),
    Mutation("number italic", "ND30-125", look(italic=True)),
    Mutation("number bold", "ND30-125", look(bold=True)),
    Mutation("number Roman", "ND30-126", numbered(0, fmt="lowerRoman")),
    Mutation("number a letter", "ND30-126", numbered(0, fmt="upperLetter")),
    Mutation("number from 5", "ND30-127", numbered(0, start=5)),
    Mutation("number from 0", "ND30-127", numbered(0, start=0)),
    Mutation("appendix runs on with the paper", "ND30-128", running_on),
    Mutation("appendix from 4", "ND30-128", numbered(1, start=4)),
    Mutation("appendix without a section of its own", "ND30-128", in_one_section),
    Mutation("words beside the number", "ND30-129", with_words("Trang ")),
    Mutation("dash beside the number", "ND30-129", with_words("- ")),
]
