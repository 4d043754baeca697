"""Reads a Word file into an `Observed`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml.etree import _Element as Element
from msgspec.structs import replace

from .body import Shared, Sources, Story
from .formats import Formats
from .measures import is_on, read_int
from .names import (
    EP_NS,
    W_BODY,
    W_COMPAT,
    W_COMPAT_SETTING,
    W_DEL,
    W_DOCUMENT_PROTECTION,
    W_EVEN_AND_ODD_HEADERS,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_NAME,
    W_NS,
    W_P_PR_CHANGE,
    W_R_PR_CHANGE,
    W_VAL,
)
from .numbering import Numbering
from .observed import Observed, PageText, Paragraph, Section
from .package import Package, open_package
from .refusals import AGAIN, Refusal, refuse
from .sections import find_sections, hang_pages, read_section
from .walking import Deletions

__all__ = ["Sources", "read_docx", "trace_text"]

_GUTTER_AT_TOP, _ENFORCEMENT = f"{{{W_NS}}}gutterAtTop", f"{{{W_NS}}}enforcement"
_CHANGES = (
    W_INS, W_DEL, W_MOVE_FROM, W_MOVE_TO, W_P_PR_CHANGE, W_R_PR_CHANGE,
    *(f"{{{W_NS}}}{name}" for name in (
        "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge")),
)  # fmt: skip
# A file that says nothing is of Word 2007, ISO/IEC 29500-1 and [MS-DOCX] 2.3.3.
_OLDEST_MODE = 12
_LONGEST_NAME = 200


def read_docx(source: Path | bytes, name: str | None = None) -> Observed:
    """Read a Word file; `name` is what messages call it. Raises ReadError: no Word file, damaged, or refused."""
    name = name or (source.name if isinstance(source, Path) else "văn bản")
    package = open_package(source, name)
    main = _Main(package)
    blocks = main.story.read(main.body)
    main.story.finish()
    sections = [
        replace(section, first=first, last=last)
        for section, (first, last) in zip(main.sections, main.story.spans, strict=True)
    ]
    pages, application = _properties(package)
    comments = _part(package, "comments")
    texts = _PageTexts(package, main.shared)
    return Observed(
        name=name,
        sections=hang_pages(sections, main.ends, package.relations(package.main), texts.read),
        blocks=blocks,
        paragraphs=tuple(main.story.paragraphs),
        tables=tuple(main.story.tables),
        boxes=tuple(main.story.boxes),
        notes=_read_notes(package, main.shared, sections[0]),
        even_and_odd=_switch(main.settings, W_EVEN_AND_ODD_HEADERS),
        changes=sum(1 for _change in main.root.iter(*_CHANGES)),
        comments=sum(1 for _comment in comments.iter(f"{{{W_NS}}}comment")) if comments is not None else 0,
        pages=pages,
        application=application,
        macros=package.macros,
        protected=_is_protected(main.settings),
    )


def trace_text(package: Package) -> tuple[Sources, ...]:
    """Tell of each paragraph of the main part, in the order of their numbers, which `w:r` its text comes from.

    The elements are those of `package.xml`. What an equation prints comes from no run. Raises ReadError.
    """
    main = _Main(package)
    main.story.sources = []
    main.story.read(main.body)
    return tuple(main.story.sources)


class _Main:
    """The main part of a file, ready to be read."""

    def __init__(self, package: Package) -> None:
        root = package.xml(package.main)
        body = root.find(W_BODY) if root is not None else None
        if root is None or body is None:
            raise refuse(Refusal.INCOMPLETE, "tệp không có nội dung văn bản", AGAIN, package.name, package.main)
        self.root, self.body = root, body
        self.settings = _part(package, "settings")
        formats = Formats(package)
        self.shared = Shared(formats, Numbering(package, formats), _compatibility(self.settings))
        deletions = Deletions(root)
        self.ends = find_sections(body, deletions)
        at_top = _switch(self.settings, _GUTTER_AT_TOP)
        self.sections = [
            read_section(element, index, gutter_at_top=at_top) for index, (element, _end) in enumerate(self.ends)
        ]
        relations = package.relations(package.main)
        self.story = Story(package.main, root, self.shared, relations, deletions, self.sections, self.ends)


class _PageTexts:
    """Reads headers and footers, each part once."""

    def __init__(self, package: Package, shared: Shared) -> None:
        # Headers and footers count their lists together, apart from those of the text.
        self._package, self._shared = package, replace(shared, numbering=shared.numbering.story())
        self._read: dict[str, PageText | None] = {}

    def read(self, part: str, section: Section) -> PageText | None:
        """Give what is in a part; None where there is no such part. Its section is the one it is first used in."""
        if part not in self._read:
            root = self._package.xml(part)
            text = None
            if root is not None:
                story = _open_story(self._package, self._shared, part, root, section)
                blocks = story.read(root)
                text = PageText(
                    part, blocks, paragraphs=tuple(story.paragraphs), tables=tuple(story.tables),
                    boxes=tuple(story.boxes),
                )  # fmt: skip
            self._read[part] = text
        return self._read[part]


def _open_story(package: Package, shared: Shared, part: str, root: Element, section: Section) -> Story:
    return Story(part, root, shared, package.relations(part), Deletions(root), [section])


def _read_notes(package: Package, shared: Shared, section: Section) -> Mapping[int, tuple[Paragraph, ...]]:
    notes: dict[int, tuple[Paragraph, ...]] = {}
    for kind in ("footnotes", "endnotes"):
        part = package.related(package.main, kind)
        root = package.xml(part) if part else None
        if part and root is not None:
            from .notes import read_notes

            counting = replace(shared, numbering=shared.numbering.story())
            story = _open_story(package, counting, part, root, section)

            def read(note: Element, story: Story = story) -> tuple[Paragraph, ...]:
                first = len(story.paragraphs)
                story.read(note)
                return tuple(story.paragraphs[first:])

            notes.update(read_notes(root, read))
    return notes


def _part(package: Package, kind: str) -> Element | None:
    part = package.related(package.main, kind)
    return package.xml(part) if part else None


def _switch(settings: Element | None, name: str) -> bool:
    found = settings.find(name) if settings is not None else None
    return found is not None and is_on(found)


def _is_protected(settings: Element | None) -> bool:
    found = settings.find(W_DOCUMENT_PROTECTION) if settings is not None else None
    return found is not None and found.get(_ENFORCEMENT) in ("1", "true", "on")


def _compatibility(settings: Element | None) -> int:
    for setting in settings.iterfind(f"{W_COMPAT}/{W_COMPAT_SETTING}") if settings is not None else ():
        if setting.get(W_NAME) == "compatibilityMode":
            return read_int(setting.get(W_VAL)) or _OLDEST_MODE
    return _OLDEST_MODE


def _properties(package: Package) -> tuple[int | None, str]:
    """Give how many pages Word last counted, and which program says it wrote the file."""
    part = package.related("", "extended-properties")
    root = package.xml(part) if part else None
    if root is None:
        return None, ""
    pages, program = root.find(f"{{{EP_NS}}}Pages"), root.find(f"{{{EP_NS}}}Application")
    count = read_int(pages.text) if pages is not None else None
    return count if count and count > 0 else None, (program.text or "")[:_LONGEST_NAME] if program is not None else ""
