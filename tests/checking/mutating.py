"""Clean papers and what is done to them: each mutation breaks one thing, and says which rule has to answer.

A mutation changes the XML of a clean document, as a person or another program would have. `rule` is the id that must
answer, `also` the ids that may answer besides, because they follow from the same fault. Mutations stand in the modules
of `tests/checking/mutations`, one a family, each with a list `MUTATIONS`.
"""

from __future__ import annotations

import copy
import functools
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

import vtdocs
from tests.judges import ROOT

__all__ = ["NS", "Docx", "Mutation", "W", "clean", "w"]

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """Give a name of WordprocessingML: w("p")."""
    return W + name


class Docx:
    """A Word file in memory: its parts, XML parts parsed when asked."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {info.filename: file.read(info) for info in file.infolist()}
        self._trees: dict[str, etree._Element] = {}

    def xml(self, part: str = "word/document.xml") -> etree._Element:
        """The root of a part; what is changed in it is saved."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    def paragraphs(self, part: str = "word/document.xml") -> list[etree._Element]:
        return list(self.xml(part).iter(w("p")))

    def paragraph(self, words: str, part: str = "word/document.xml") -> etree._Element:
        """The first paragraph that holds these words (runs joined)."""
        for p in self.paragraphs(part):
            if words in text_of(p):
                return p
        raise LookupError(f"no paragraph with {words!r}")

    def save(self) -> bytes:
        for name, tree in self._trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self.parts.items():
                file.writestr(name, data)
        return out.getvalue()


def text_of(p: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(t.text or "" for t in p.iter(w("t")))


def child(element: etree._Element, name: str, *, first: bool = True) -> etree._Element:
    """The child of a name, made if it is not there (pPr and rPr as the first child)."""
    found = element.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        element.insert(0, found) if first else element.append(found)
    return found


def runs(p: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that hold text."""
    return (r for r in p.iter(w("r")) if r.find(w("t")) is not None)


def replace_words(docx: Docx, old: str, new: str) -> None:
    """Put other words in the place of some, in the first `w:t` that holds them whole."""
    for t in docx.xml().iter(w("t")):
        if t.text and old in t.text:
            t.text = t.text.replace(old, new, 1)
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return
    raise LookupError(f"no text with {old!r}")


@functools.cache
def _clean_bytes(source: str) -> bytes:
    return vtdocs.write_docx(vtdocs.load(ROOT / source))


def clean(source: str = "examples/cchc-2026/ke-hoach.yaml") -> Docx:
    """A document of the examples as vtdocs writes it."""
    return Docx(_clean_bytes(source))


@dataclass(frozen=True)
class Mutation:
    """`name` says in words what is broken; `base` is the YAML of the document that is clean."""

    name: str
    rule: str
    change: Callable[[Docx], None]
    base: str = "examples/cchc-2026/ke-hoach.yaml"
    also: frozenset[str] = frozenset()

    def broken(self) -> bytes:
        docx = clean(self.base)
        self.change(docx)
        return docx.save()


def deep(element: etree._Element) -> etree._Element:
    return copy.deepcopy(element)
