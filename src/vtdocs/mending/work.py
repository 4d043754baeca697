"""What a mending works on: the file's parts as XML, its paragraphs by number, and the paper that was recognised."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator

from lxml import etree
from msgspec import Struct

from vtdocs.checking.finding import Finding, Place, place_of
from vtdocs.checking.paper import Paper
from vtdocs.readers.docx.names import XML_SPACE
from vtdocs.readers.docx.observed import Paragraph, Table
from vtdocs.readers.docx.package import Package
from vtdocs.readers.docx.reading import Sources, trace_text
from vtdocs.readers.docx.walking import walk_paragraphs
from vtdocs.standards.base import Between, ChuFact

from .properties import W, ensure, set_attributes, set_flag

__all__ = [
    "INVISIBLE",
    "XML_SPACE",
    "Stretch",
    "W",
    "Work",
    "nearest_size",
    "places",
    "printed_length",
    "printed_runs",
    "set_capitals",
    "set_colour",
    "set_size",
    "set_slant",
    "set_weight",
]

# Letters that nobody sees, left behind by web pages and other programs.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"

_R, _T, _BR, _TAB = f"{W}r", f"{W}t", f"{W}br", f"{W}tab"


class Stretch(Struct, frozen=True):
    """Characters `start` to `end` of a paragraph of the body, which a finding is about."""

    paragraph: Paragraph
    start: int
    end: int


class Work:
    """A file that is being mended. Its trees are its own; `touched` names the parts that were changed."""

    def __init__(self, package: Package, paper: Paper, findings: Iterable[Finding]) -> None:
        self.package = package
        self.paper = paper
        self.touched: set[str] = set()
        self.added: dict[str, bytes] = {}
        self.body = self.root(package.main)
        self._findings: dict[str, list[Finding]] = {}
        for finding in findings:
            self._findings.setdefault(finding.code, []).append(finding)
        self._paragraphs = list(walk_paragraphs(self.body))
        self._sources: tuple[Sources, ...] | None = None

    def findings(self, *codes: str) -> Iterator[Finding]:
        """The findings of some rules, rule by rule; of all where none is named."""
        for code in codes or self._findings:
            yield from self._findings.get(code, ())

    def stretches(self, finding: Finding, *, exact: bool = False) -> Iterator[Stretch]:
        """Where a finding is, in the body; with `exact` only where it names the letters."""
        for place in finding.places:
            if place.part != self.package.main or place.paragraph is None or (exact and place.start is None):
                continue
            paragraph = self.paper.observed.paragraphs[place.paragraph - 1]
            end = len(paragraph.text) if place.end is None else place.end
            yield Stretch(paragraph, place.start or 0, end)

    def root(self, part: str) -> etree._Element:
        """The root of a part that is there."""
        root = self.package.xml(part)
        if root is None:
            raise LookupError(part)
        return root

    def element(self, paragraph: Paragraph) -> etree._Element:
        """The `w:p` of a paragraph of the body."""
        return self._paragraphs[paragraph.number - 1]

    def table_element(self, table: Table) -> etree._Element | None:
        """The `w:tbl` of a table that stands in no other, by its first paragraph."""
        first = self.element(self.paper.observed.paragraphs[table.first - 1])
        return next(reversed([*first.iterancestors(f"{W}tbl")]), None)

    def touch(self, part: str | None = None) -> None:
        """Note that a part was changed; by default the body."""
        self.touched.add(part or self.package.main)

    def paragraph_properties(self, paragraph: Paragraph) -> etree._Element:
        """The `w:pPr` of a paragraph, made where it has none."""
        return ensure(self.element(paragraph), "pPr")

    def change(self, stretch: Stretch, setter: Callable[[etree._Element], bool]) -> bool:
        """Let a setter change the runs of a stretch; tell whether it changed any."""
        changed = [setter(run) for run in self.runs_of(stretch)]
        return any(changed)

    def runs_of(self, stretch: Stretch) -> list[etree._Element]:
        """The `w:r` that print the characters of a stretch, cut in two where they print others too.

        Where the runs are not the characters that were read one for one, as with hidden letters or an equation, those
        that lie wholly in the stretch.
        """
        element = self.element(stretch.paragraph)
        runs = [(run, _length_of(run)) for run in printed_runs(element)]
        if sum(length for _run, length in runs) != len(stretch.paragraph.text):
            return self._trace(stretch)
        found, at = [], 0
        for run, length in runs:
            low, high = max(stretch.start - at, 0), min(stretch.end - at, length)
            at += length
            if low >= high:
                continue
            middle = run
            if high < length:
                _cut(run, high)
            if low > 0:
                middle = _cut(run, low)
            found.append(middle)
        return found

    def _trace(self, stretch: Stretch) -> list[etree._Element]:
        if self._sources is None:
            self._sources = trace_text(self.package)
        sources = self._sources[stretch.paragraph.number - 1]
        # A run that prints letters at two places, with an equation between them, is one run.
        inside = {run: None for run, start, end in sources if stretch.start <= start < end <= stretch.end}
        outside = {run for run, start, end in sources if start < stretch.start or end > stretch.end}
        return [run for run in inside if run not in outside]


def _cut(run: etree._Element, at: int) -> etree._Element:
    """Cut a run behind its first `at` characters; give the second piece, which stands behind it with the same look."""
    behind = etree.Element(run.tag)
    behind.attrib.update(run.attrib)
    if (look := run.find(f"{W}rPr")) is not None:
        behind.append(copy.deepcopy(look))
    for child in list(run):
        if child.tag == f"{W}rPr":
            continue
        length = printed_length(child)
        if at <= 0:
            behind.append(child)
        elif length > at:
            text = child.text or ""
            rest = copy.deepcopy(child)
            for piece, words in ((child, text[:at]), (rest, text[at:])):
                piece.text = words
                piece.set(XML_SPACE, "preserve")
            behind.append(rest)
        at -= length
    run.addnext(behind)
    return behind


def printed_runs(p: etree._Element) -> Iterable[etree._Element]:
    """The runs of a paragraph in order, in links, controls and tracked insertions too, not in text boxes."""
    stack = [iter(p)]
    while stack:
        for child in stack[-1]:
            tag = child.tag
            if tag == _R:
                yield child
            elif tag not in _APART:
                stack.append(iter(child))
                break
        else:
            stack.pop()


# What holds runs that are not the paragraph's own words, or are deleted.
_APART = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "rubyPr"))


def _length_of(run: etree._Element) -> int:
    return sum(map(printed_length, run))


def printed_length(child: etree._Element) -> int:
    """How many characters a child of a run is in the text that was read."""
    if child.tag == _T:
        return len(child.text or "")
    return 1 if child.tag in (_BR, _TAB, f"{W}noBreakHyphen", f"{W}cr", f"{W}sym", f"{W}ptab") else 0


def set_size(run: etree._Element, half_points: int) -> bool:
    """Give a run's letters a size; tell whether it changed."""
    properties = ensure(run, "rPr")
    value = {"val": str(half_points)}
    plain, complex_script = set_attributes(properties, "sz", value), set_attributes(properties, "szCs", value)
    return plain or complex_script


def set_weight(run: etree._Element, *, bold: bool) -> bool:
    """Make a run bold, or not; tell whether it changed."""
    properties = ensure(run, "rPr")
    plain, complex_script = set_flag(properties, "b", on=bold), set_flag(properties, "bCs", on=bold)
    return plain or complex_script


def set_slant(run: etree._Element, *, italic: bool) -> bool:
    """Make a run italic, or upright; tell whether it changed."""
    properties = ensure(run, "rPr")
    plain, complex_script = set_flag(properties, "i", on=italic), set_flag(properties, "iCs", on=italic)
    return plain or complex_script


def set_capitals(run: etree._Element, *, capitals: bool) -> bool:
    """Print a run in capitals, or as it is typed; tell whether it changed. The words stay as they are typed."""
    properties = ensure(run, "rPr")
    small = properties.find(f"{W}smallCaps") is not None and set_flag(properties, "smallCaps", on=False)
    return set_flag(properties, "caps", on=capitals) or small


def set_colour(run: etree._Element) -> bool:
    """Print a run in black, as "auto" says; tell whether it changed."""
    theme = dict.fromkeys(("themeColor", "themeTint", "themeShade"))
    return set_attributes(ensure(run, "rPr"), "color", {"val": "auto", **theme})


def places(paragraphs: Iterable[Paragraph]) -> tuple[Place, ...]:
    """The places of paragraphs, each once."""
    return tuple(place_of(p) for p in {p.number: p for p in paragraphs}.values())


def nearest_size(half_points: int, fact: ChuFact) -> int:
    """The size of a range that is nearest to one outside it, in half-points."""
    allowed = fact.size
    if isinstance(allowed, Between):
        return (allowed.low if half_points < allowed.low.half_points else allowed.high).half_points
    return fact.default.half_points
