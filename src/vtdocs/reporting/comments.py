"""A report in the margin of the Word file itself: a copy with a comment at each place, all else as it was.

Word takes no comment in headers, footers and text boxes: what is said of those stands at the paragraph that the box
hangs on, or at the first one, with its place in words. A comment has no date, so that the same file and the same
report give the same bytes.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

from lxml import etree

from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.report import Report
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.names import (
    R_NS,
    R_STRICT_NS,
    REL_NS,
    TYPES_NS,
    W14_NS,
    W15_NS,
    W_P,
    W_STRICT_NS,
    W_TXBX_CONTENT,
    XML_SPACE,
)
from vtdocs.readers.docx.package import Package
from vtdocs.readers.docx.walking import walk_paragraphs
from vtdocs.readers.docx.xml_parts import parse_as_is, serialise

from .words import place_words

__all__ = ["AUTHOR", "add_comments"]

AUTHOR = "vtdocs"

# Word becomes slow with thousands of comments; the last of a rule says how many places are left out.
_MOST_OF_ONE_RULE = 50
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PARA_ID = f"{{{W14_NS}}}paraId"
_TYPES = "[Content_Types].xml"
# What XML cannot hold; a house's own words may hold anything.
_FORBIDDEN = compile_late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add_comments(package: Package, report: Report) -> dict[str, bytes]:
    """Give all parts of a file, with comments for what the report found and nobody accepted.

    Comments of an older report are taken out. Raises ReadError.
    """
    parts = {name: package.read(name) for name in sorted(package.names)}
    main = parse_as_is(parts[package.main])
    notes = _Notes(package, parts, main.tag.partition("}")[0][1:])
    was_annotated = notes.take_own(main)
    paragraphs = _Paragraphs(package, main)
    for finding, place, left in _choose(report):
        paragraph, is_there = paragraphs.find(place)
        if paragraph is not None:
            notes.add(paragraph, _lines(finding, None if is_there else place, left))
    if notes.is_empty and not was_annotated:
        return parts
    parts[package.main] = serialise(main)
    return notes.save(parts)


def _choose(report: Report) -> Iterator[tuple[Finding, Place, int]]:
    """Give finding and place of each comment, and how many places of its rule the last one leaves out."""
    totals = Counter(finding.code for finding in report.findings for _place in finding.places or (Place(),))
    seen: Counter[str] = Counter()
    for finding in report.findings:
        for place in finding.places or (Place(),):
            seen[finding.code] += 1
            if seen[finding.code] <= _MOST_OF_ONE_RULE:
                is_last = seen[finding.code] == _MOST_OF_ONE_RULE
                yield finding, place, totals[finding.code] - _MOST_OF_ONE_RULE if is_last else 0


def _lines(finding: Finding, elsewhere: Place | None, left: int) -> Iterator[str]:
    where = f" ({place_words(elsewhere)})" if elsewhere is not None else ""
    yield f"{finding.severity.label.capitalize()} {finding.code}{where}: {finding.message}"
    if finding.hint:
        yield f"Sửa: {finding.hint}"
    if finding.source:
        yield f"Nguồn: {finding.source}"
    if left > 0:
        yield f"Và {left} chỗ nữa như thế."


class _Paragraphs:
    """The paragraphs of the main part as it stands in the file, by the numbers that places have."""

    def __init__(self, package: Package, main: etree._Element) -> None:
        self._part = package.main
        self._namespace = main.tag.partition("}")[0][1:]
        every = list(main.iter(f"{{{self._namespace}}}p"))
        read = package.xml(package.main)
        assert read is not None  # noqa: S101 - a package has a main part, or is refused
        # The tree that was read may be in other namespaces; its paragraphs stand in the same order.
        index = {paragraph: n for n, paragraph in enumerate(read.iter(W_P))}
        self._found = [every[index[paragraph]] for paragraph in walk_paragraphs(read)]

    def find(self, place: Place) -> tuple[etree._Element | None, bool]:
        """Give the paragraph for a comment on a place, and whether it is the place itself."""
        if place.part != self._part or place.paragraph is None or place.paragraph > len(self._found):
            return self._outside(self._found[0]) if self._found else None, False
        paragraph = self._found[place.paragraph - 1]
        anchor = self._outside(paragraph)
        return anchor, anchor is paragraph

    def _outside(self, paragraph: etree._Element) -> etree._Element:
        """Give the paragraph that the text box around a paragraph hangs on, or the paragraph itself."""
        box = f"{{{self._namespace}}}{W_TXBX_CONTENT.partition('}')[2]}"
        for around in paragraph.iterancestors(box):
            # The outermost box comes last.
            paragraph = next(around.iterancestors(f"{{{self._namespace}}}p"), paragraph)
        return paragraph


class _Notes:
    """The part of comments, with those that are there."""

    def __init__(self, package: Package, parts: Mapping[str, bytes], namespace: str) -> None:
        self._w = f"{{{namespace}}}"
        self._is_strict = namespace == W_STRICT_NS
        self._main = package.main
        self._part = package.related(package.main, "comments")
        if self._part is None:
            self._root = etree.Element(f"{self._w}comments", nsmap={"w": namespace})
        else:
            self._root = parse_as_is(parts[self._part])
        self._answered = _find_answered(package)
        self._first = self._next = self._find_free()

    def _find_free(self) -> int:
        """Give a number above those of all comments."""
        numbers = [int(n) for node in self._root if (n := str(node.get(f"{self._w}id", ""))).isdecimal() and len(n) < 9]
        return max(numbers, default=-1) + 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added."""
        return self._next == self._first

    def take_own(self, main: etree._Element) -> bool:
        """Take out the comments of an older report, which this one replaces; gives whether there were any.

        One that a person has answered stays: the answer would hang on nothing.
        """
        own = {}
        for note in self._root.findall(f"{self._w}comment"):
            threads = {str(paragraph.get(_PARA_ID)) for paragraph in note.iter(f"{self._w}p")}
            if note.get(f"{self._w}author") == AUTHOR and not threads & self._answered:
                own[note.get(f"{self._w}id")] = note
        for note in own.values():
            self._root.remove(note)
        marks = [f"{self._w}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
        for mark in list(main.iter(*marks)):
            around = mark.getparent()
            if around is None or mark.get(f"{self._w}id") not in own:
                continue
            around.remove(mark)
            if around.tag == f"{self._w}r" and all(each.tag == f"{self._w}rPr" for each in around):
                outer = around.getparent()
                if outer is not None:
                    outer.remove(around)
        self._first = self._next = self._find_free()
        return bool(own)

    def add(self, paragraph: etree._Element, lines: Iterator[str]) -> None:
        """Put a comment on a paragraph."""
        number, self._next = str(self._next), self._next + 1
        note = etree.SubElement(self._root, f"{self._w}comment")
        note.set(f"{self._w}id", number)
        note.set(f"{self._w}author", AUTHOR)
        note.set(f"{self._w}initials", "vt")
        for line in lines:
            run = etree.SubElement(etree.SubElement(note, f"{self._w}p"), f"{self._w}r")
            text = etree.SubElement(run, f"{self._w}t")
            text.text = _FORBIDDEN.sub("\ufffd", line)
            text.set(XML_SPACE, "preserve")
        start = self._make("commentRangeStart", number)
        paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{self._w}pPr" else 0, start)
        paragraph.append(self._make("commentRangeEnd", number))
        run = etree.SubElement(paragraph, f"{self._w}r")
        run.append(self._make("commentReference", number))

    def _make(self, name: str, number: str) -> etree._Element:
        element = etree.Element(f"{self._w}{name}")
        element.set(f"{self._w}id", number)
        return element

    def save(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """Give the parts with that of the comments, which the main part refers to."""
        if self._part is None:
            folder = posixpath.dirname(self._main)
            names = {name.casefold() for name in parts}
            self._part = next(
                name
                for n in count()
                if (name := posixpath.join(folder, f"comments{n or ''}.xml")).casefold() not in names
            )
            self._declare(parts, self._part)
            self._relate(parts, posixpath.basename(self._part))
        return parts | {self._part: serialise(self._root)}

    def _declare(self, parts: dict[str, bytes], part: str) -> None:
        name = next(name for name in parts if name.casefold() == _TYPES.casefold())
        types = parse_as_is(parts[name])
        row = etree.SubElement(types, f"{{{TYPES_NS}}}Override")
        row.set("PartName", f"/{part}")
        row.set("ContentType", _KIND)
        parts[name] = serialise(types)

    def _relate(self, parts: dict[str, bytes], target: str) -> None:
        folder, base = posixpath.split(self._main)
        wanted = posixpath.join(folder, "_rels", f"{base}.rels")
        name = next((name for name in parts if name.casefold() == wanted.casefold()), wanted)
        relations = parse_as_is(parts[name]) if name in parts else etree.Element(f"{{{REL_NS}}}Relationships")
        taken = {row.get("Id") for row in relations}
        row = etree.SubElement(relations, f"{{{REL_NS}}}Relationship")
        row.set("Id", next(free for n in count(1) if (free := f"rIdVt{n}") not in taken))
        row.set("Type", f"{R_STRICT_NS if self._is_strict else R_NS}/comments")
        row.set("Target", target)
        parts[name] = serialise(relations)


def _find_answered(package: Package) -> frozenset[str]:
    """Give the ids of the paragraphs of comments that have answers, as Word 2013 and later keep them."""
    part = package.related(package.main, "commentsExtended")
    root = package.xml(part) if part else None
    rows = () if root is None else root.iter(f"{{{W15_NS}}}commentEx")
    return frozenset(str(row.get(f"{{{W15_NS}}}paraIdParent")) for row in rows) - {"None"}
