"""The first page's own headers and footers: what all pages show but the number, so that no word leaves page one."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from vtdocs.checking.folios import Folio, find_folios
from vtdocs.readers.docx.observed import PageText, Section
from vtdocs.readers.docx.walking import walk_paragraphs

from .headers import add_part, refer
from .properties import set_flag
from .work import W, Work, printed_runs

__all__ = ["FirstPage", "is_number_alone", "plan_first_page"]

# What may stand beside a number that is moved or hidden: "Trang 2", "- 2 -", "2/5".
_WORDS_OF_NUMBERS = frozenset({"", "trang", "page", "trangtrên", "pageof"})
_COUNTS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_SEEN = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "pBdr", "tbl"))
# A second thing of the same name, or one of a table of the file, is left to a person.
_SINGLE = tuple(f"{W}{name}" for name in ("bookmarkStart", "commentReference", "control"))
_COPIED = ("image", "hyperlink")


class FirstPage(Struct, frozen=True):
    """What the first page of a file is to show: kind ("header", "footer"), the part it is a copy of, its tree."""

    copies: tuple[tuple[str, str, etree._Element], ...]

    def hide_number(self, work: Work, element: etree._Element) -> None:
        """Let the first section have a first page of its own."""
        for kind, part, root in self.copies:
            refer(element, kind, "first", add_part(work, kind, root, part))
        set_flag(element, "titlePg", on=True)
        work.touch()


def plan_first_page(work: Work) -> FirstPage | None:
    """Plan a first page without a number for a file that has none; nothing where words or pictures could be lost."""
    section, *later = work.paper.sections
    copies = []
    for kind, texts in (("header", section.headers), ("footer", section.footers)):
        # What was switched off would be seen again.
        if (off := texts.get("first")) is not None and any(not paragraph.is_empty for paragraph in off.paragraphs):
            return None
        if (text := texts.get("default")) is None:
            continue
        root = copy.deepcopy(work.root(text.part))
        if not _take_numbers(root, [one for one in _shown(work, section) if one.paragraph.part == text.part]):
            return None
        if not _is_seen(root):
            continue
        if any(_inherits(one, kind) for one in later) or not _is_copied(work, text, root):
            return None
        copies.append((kind, text.part, root))
    return FirstPage(tuple(copies))


def is_number_alone(folio: Folio) -> bool:
    """Whether nothing but what belongs to the number stands in its paragraph."""
    letters = "".join(filter(str.isalpha, folio.beside)).lower()
    return letters in _WORDS_OF_NUMBERS and not folio.paragraph.pictures


def _shown(work: Work, section: Section) -> Iterator[Folio]:
    return (folio for folio in find_folios(work.paper.observed, section) if folio.kind == "default")


def _take_numbers(root: etree._Element, folios: list[Folio]) -> bool:
    """Take the numbers from a part; tell whether none is left, and nothing else went with them."""
    paragraphs = list(walk_paragraphs(root))
    for folio in folios:
        p = paragraphs[folio.paragraph.number - 1]
        if is_number_alone(folio):
            for child in list(p):
                if child.tag != f"{W}pPr":
                    p.remove(child)
        elif not _stands_apart(folio) or not _take_field(p, _letters(folio)):
            return False
    codes = [one.text or "" for one in root.iter(f"{W}instrText")]
    codes += [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    return not any(_COUNTS & {word.upper() for word in code.split()} for code in codes)


def _stands_apart(folio: Folio) -> bool:
    """Whether tabs or breaks part the number from the words: "Trang 2" would leave a word without sense."""
    if not folio.runs:
        return False
    text = folio.paragraph.text
    before, after = text[: folio.runs[0].start].rstrip(" \xa0"), text[folio.runs[-1].end :].lstrip(" \xa0")
    return before[-1:] in ("", "\t", "\n") and after[:1] in ("", "\t", "\n")


def _letters(folio: Folio) -> str:
    return "".join(folio.paragraph.text[run.start : run.end] for run in folio.runs)


def _take_field(p: etree._Element, shown: str) -> bool:
    """Take the number's field from a paragraph; tell whether its letters are those that are shown."""
    taken: list[etree._Element] = []
    open_runs: list[etree._Element] = []
    depth = 0
    for run in printed_runs(p):
        marks = [mark.get(f"{W}fldCharType") for mark in run.iterchildren(f"{W}fldChar")]
        depth += marks.count("begin")
        simple = run.getparent()
        if simple is not None and simple.tag == f"{W}fldSimple":
            if simple.get(f"{W}instr", "").split()[:1] == ["PAGE"]:
                taken.append(run)
        elif depth:
            open_runs.append(run)
        depth -= marks.count("end")
        if open_runs and not depth:
            code = "".join(one.text or "" for each in open_runs for one in each.iterchildren(f"{W}instrText"))
            taken += open_runs if code.split()[:1] == ["PAGE"] else []
            open_runs = []
    if "".join(t.text or "" for run in taken for t in run.iterchildren(f"{W}t")) != shown:
        return False
    for run in taken:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    for simple in [*p.iter(f"{W}fldSimple")]:
        above = simple.getparent()
        if above is not None and not len(simple):
            above.remove(simple)
    return True


def _is_seen(root: etree._Element) -> bool:
    return any((t.text or "").strip() for t in root.iter(f"{W}t")) or next(root.iter(*_SEEN), None) is not None


def _inherits(section: Section, kind: str) -> bool:
    """Whether a later section would show the first page's words on a page of its own."""
    texts = section.headers if kind == "header" else section.footers
    own = texts.get("first")
    return section.title_page and (own is None or own.inherited)


def _is_copied(work: Work, text: PageText, root: etree._Element) -> bool:
    """Whether a part can stand in the file twice: in the folder of the body, and without what is there but once."""
    kinds = {relation.kind for relation in work.package.relations(text.part).values()}
    folder = work.package.main.rpartition("/")[0]
    return (
        text.part.rpartition("/")[0] == folder and kinds.issubset(_COPIED) and next(root.iter(*_SINGLE), None) is None
    )
