"""Small changes of a Word file's XML, from which mutations are made: of a style, a paragraph, its runs, its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from tests.checking.mutating import Docx, child, runs, text_of, w

__all__ = [
    "add_paragraph",
    "apply",
    "both",
    "drop",
    "each",
    "every",
    "one",
    "restyle",
    "reword",
    "set_letters",
    "set_paragraph",
    "style",
    "styled",
]

Change = Callable[[Docx], None]

_STYLES = "word/styles.xml"


def style(docx: Docx, name: str) -> etree._Element:
    """The style of an id."""
    for found in docx.xml(_STYLES).iter(w("style")):
        if found.get(w("styleId")) == name:
            return found
    raise LookupError(name)


def styled(docx: Docx, *names: str) -> list[etree._Element]:
    """The paragraphs of these styles, in order."""
    found = []
    for p in docx.paragraphs():
        mark = p.find(f"{w('pPr')}/{w('pStyle')}")
        if mark is not None and mark.get(w("val")) in names:
            found.append(p)
    if not found:
        raise LookupError(names)
    return found


def set_paragraph(properties: etree._Element, **values: str | None) -> None:
    """Set properties of a `w:pPr`: jc="left", before="0", line="240", lineRule="exact", firstLine="0", left=…"""
    for name, value in values.items():
        if name == "jc":
            child(properties, "jc", first=False).set(w("val"), value or "")
        elif name in ("before", "after", "line", "lineRule"):
            child(properties, "spacing", first=False).set(w(name), value or "")
        elif name in ("firstLine", "left", "right", "hanging"):
            indent = child(properties, "ind", first=False)
            if name == "hanging" and w("firstLine") in indent.attrib:
                del indent.attrib[w("firstLine")]
            indent.set(w(name), value or "")
        else:
            child(properties, name, first=False).set(w("val"), value or "1")


def set_letters(properties: etree._Element, **values: str) -> None:
    """Set properties of a `w:rPr`: b="0", i="1", sz="30", caps="1"."""
    for name, value in values.items():
        child(properties, name, first=False).set(w("val"), value)
        if name == "sz":
            child(properties, "szCs", first=False).set(w("val"), value)


def restyle(name: str, *, letters: dict[str, str] | None = None, **paragraph: str) -> Change:
    """Change a style."""

    def change(docx: Docx) -> None:
        found = style(docx, name)
        if paragraph:
            set_paragraph(child(found, "pPr", first=False), **paragraph)
        if letters:
            set_letters(child(found, "rPr", first=False), **letters)

    return change


def each(*names: str, count: int | None = None, letters: dict[str, str] | None = None, **paragraph: str) -> Change:
    """Change paragraphs of some styles by direct formatting, all of them or the first few."""

    def change(docx: Docx) -> None:
        for p in styled(docx, *names)[:count]:
            apply(p, letters, paragraph)

    return change


def apply(p: etree._Element, letters: dict[str, str] | None, paragraph: dict[str, str]) -> None:
    if paragraph:
        set_paragraph(child(p, "pPr"), **paragraph)
    if letters:
        for run in runs(p):
            set_letters(child(run, "rPr"), **letters)


def one(words: str, *, letters: dict[str, str] | None = None, **paragraph: str) -> Change:
    """Change the paragraph that holds some words by direct formatting."""
    return lambda docx: apply(docx.paragraph(words), letters, paragraph)


def reword(old: str, new: str, among: str | None = None) -> Change:
    """Put other words in the place of some, in the first paragraph that holds them (of a style, if one is named)."""

    def change(docx: Docx) -> None:
        p = next(p for p in styled(docx, among) if old in text_of(p)) if among else docx.paragraph(old)
        for t in p.iter(w("t")):
            if old in (t.text or ""):
                t.text = (t.text or "").replace(old, new, 1)
                t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                return
        # The words go over several runs: all are put into the first.
        texts = list(p.iter(w("t")))
        texts[0].text = text_of(p).replace(old, new, 1)
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for t in texts[1:]:
            t.text = ""

    return change


def drop(words: str) -> Change:
    """Take the paragraph out that holds some words."""

    def change(docx: Docx) -> None:
        p = docx.paragraph(words)
        parent = p.getparent()
        assert parent is not None
        parent.remove(p)

    return change


def add_paragraph(after: str, words: str, like: str | None = None) -> Change:
    """Add a paragraph behind the one that holds some words, of its form or of a style; "" is an empty one."""

    def change(docx: Docx) -> None:
        p = docx.paragraph(after)
        new = etree.Element(w("p"))
        own = p.find(w("pPr"))
        properties = etree.SubElement(new, w("pPr"))
        mark = own.find(w("pStyle")) if own is not None else None
        name = like or (mark.get(w("val")) if mark is not None else None)
        if name:
            etree.SubElement(properties, w("pStyle")).set(w("val"), name)
        if words:
            text = etree.SubElement(etree.SubElement(new, w("r")), w("t"))
            text.text = words
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        p.addnext(new)

    return change


def both(*changes: Change) -> Change:
    """Make several changes."""

    def change(docx: Docx) -> None:
        for made in changes:
            made(docx)

    return change


def every(words: Iterable[str], make: Callable[[str], Change]) -> Change:
    """Make a change for each of some words."""
    return both(*(make(word) for word in words))
