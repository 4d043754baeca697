"""Typing that has one right form: NFC, blanks as the rules want them, hyphens between numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30

from .changes import Change
from .telling import Told
from .work import INVISIBLE, XML_SPACE, Stretch, W, Work, printed_length, printed_runs

__all__ = ["mend_spelling"]

_INVISIBLE = compile_late(f"[{INVISIBLE}]")
_DASH = compile_late(r"(?<=\d)(?: ?[–—] ?)(?=\d)")
# Not in a number of a paper or a file's name, where all else is written together too.
_YEARS = compile_late(r"(?<![\w/-])(?P<first>(?:19|20)\d\d)-(?P<last>(?:19|20)\d\d)(?![\w/-])")
_CUSTOM = "thông lệ soạn thảo"
_BLANKS = " \xa0"
# Of each rule on blanks what is told of it.
_TOLD = {
    "VB-803": ("nhiều dấu cách liền nhau", "một dấu cách"),
    "VB-804": ("dấu cách trước dấu câu, trong ngoặc", "không có dấu cách"),
    "VB-805": ("thiếu dấu cách sau dấu câu, ngoài ngoặc", "có dấu cách"),
}


class _Edit(Struct, frozen=True, order=True):
    """Characters `start` to `end` of a paragraph's text, and what stands there instead."""

    start: int
    end: int
    words: str


def mend_spelling(work: Work) -> Iterator[Change]:
    """Mend codes and invisible letters in every paragraph; blanks where a rule found them; dashes in running text."""
    told = Told(work)
    prose = {p.number for p in work.paper.prose.paragraphs if p.part == work.package.main}
    edits: dict[int, list[_Edit]] = {}
    for paragraph in work.paper.observed.paragraphs:
        if _mend_codes(work, told, paragraph) or paragraph.number not in prose:
            # Offsets hold no more; the next round finds what is left.
            continue
        found = [edit for edit in _dashes(paragraph.text) if _is_free(work.element(paragraph), edit)]
        if found:
            edits[paragraph.number] = found
            told.tell(
                "dấu gạch giữa hai số", "gạch dài hoặc viết liền", "gạch nối, hai bên có dấu cách", _CUSTOM, paragraph
            )
    for code, (before, after) in _TOLD.items():
        for finding in work.findings(code):
            for stretch in work.stretches(finding, exact=True):
                edit = _edit_blanks(stretch)
                if edit is not None and _is_free(work.element(stretch.paragraph), edit):
                    edits.setdefault(stretch.paragraph.number, []).append(edit)
                    told.tell("dấu cách", before, after, finding.source or _CUSTOM, stretch)
    for number, some in edits.items():
        _apply(work.element(work.paper.observed.paragraphs[number - 1]), some)
    yield from told.changes()


def _mend_codes(work: Work, told: Told, paragraph: Paragraph) -> bool:
    """Put letters together with their marks, where both stand in one run; take invisible ones out."""
    changed = False
    for run in printed_runs(work.element(paragraph)) if not paragraph.text.isascii() else ():
        if _is_inserted(run):
            continue
        for t in run.iterchildren(f"{W}t"):
            before = t.text or ""
            composed = unicodedata.normalize("NFC", before)
            if composed != before:
                told.tell("mã ký tự", "chữ và dấu rời nhau (NFD)", "dựng sẵn (NFC)", nd30.BO_MA, paragraph)
            after = _INVISIBLE.sub("", composed)
            if after != composed:
                told.tell("ký tự ẩn", "có ký tự không nhìn thấy", "đã bỏ", nd30.BO_MA, paragraph)
            if after != before:
                _set(t, after)
                changed = True
    return changed


def _dashes(text: str) -> Iterator[_Edit]:
    for found in _DASH.finditer(text) if "–" in text or "—" in text else ():
        yield _Edit(found.start(), found.end(), " - ")
    for found in _YEARS.finditer(text) if "-" in text else ():
        at = found.end("first")
        yield _Edit(at, at + 1, " - ")


def _edit_blanks(stretch: Stretch) -> _Edit | None:
    """What a rule on blanks wants in the place of a stretch: of blanks alone one, of a mark with blanks none."""
    text = stretch.paragraph.text[stretch.start : stretch.end]
    bare = text.strip(_BLANKS)
    if not text or "\t" in text or "\n" in text:
        return None
    if not bare:
        return _Edit(stretch.start, stretch.end, " ")
    if bare != text:
        return _Edit(stretch.start, stretch.end, bare)
    return _Edit(stretch.start, stretch.end, f" {text}" if text == "(" else f"{text} ")


def _is_inserted(run: etree._Element) -> bool:
    """Whether a run is somebody's tracked change, whose words are not to be others than that person gave."""
    return next(run.iterancestors(f"{W}ins", f"{W}moveTo", f"{W}p")).tag != f"{W}p"


def _is_free(p: etree._Element, edit: _Edit) -> bool:
    """Whether none of the characters that an edit takes away is a tracked insertion."""
    at = 0
    for run in printed_runs(p):
        start, at = at, at + sum(map(printed_length, run))
        if start < edit.end and edit.start < at and _is_inserted(run):
            return False
    return True


def _apply(p: etree._Element, edits: Sequence[_Edit]) -> None:
    """Change texts from the last edit to the first; what is put in goes to where the stretch begins."""
    texts: list[tuple[etree._Element, int]] = []
    at = 0
    for run in printed_runs(p):
        for child in run:
            if child.tag == f"{W}t":
                texts.append((child, at))
            at += printed_length(child)
    for edit in sorted(edits, reverse=True):
        words = edit.words
        for t, low in texts:
            text = t.text or ""
            start, end = max(edit.start - low, 0), min(edit.end - low, len(text))
            if start < end:
                _set(t, text[:start] + words + text[end:])
                words = ""


def _set(t: etree._Element, text: str) -> None:
    t.text = text
    if text != text.strip():
        t.set(XML_SPACE, "preserve")
