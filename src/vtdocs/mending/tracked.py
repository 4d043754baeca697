"""Changes of words, offered: each stands in the file as a tracked deletion and insertion, for a person to accept."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from vtdocs.checking.finding import Finding, Place

from .changes import Change
from .work import XML_SPACE, Stretch, W, Work

__all__ = ["offer_words"]

_AUTHOR = "vtdocs"


def offer_words(work: Work) -> Iterator[Change]:
    """Offer the replacements that the rules are sure of, in paragraphs of the body whose words are in plain runs."""
    wanted: dict[int, list[tuple[Place, str, Finding]]] = {}
    for finding in work.findings():
        for place, words in zip(finding.places, finding.replacements, strict=False):
            if place.paragraph is not None and place.part == work.package.main and place.start is not None:
                wanted.setdefault(place.paragraph, []).append((place, words, finding))
    numbers = _free_ids(work)
    for number in sorted(wanted):
        paragraph = work.paper.observed.paragraphs[number - 1]
        # Of two that overlap the first rule's holds; the other may be offered when that is accepted.
        taken: list[tuple[int, int]] = []
        for place, words, finding in sorted(wanted[number], key=lambda one: one[0].start or 0):
            start, end = place.start or 0, place.end or 0
            before = paragraph.text[start:end]
            if before == words or any(start < high and end > low for low, high in taken):
                continue
            if _offer(work.runs_of(Stretch(paragraph, start, end)), before, words, numbers):
                taken.append((start, end))
                work.touch()
                yield Change(finding.rule, before, words, finding.source or "", (place,), offered=True)


def _free_ids(work: Work) -> Iterator[int]:
    used = [int(value) for one in work.body.iter() if (value := one.get(f"{W}id", "")).isdigit()]
    number = max(used, default=0)
    while True:
        number += 1
        yield number


def _offer(runs: list[etree._Element], before: str, words: str, numbers: Iterator[int]) -> bool:
    """Mark runs as deleted and put `words` behind them; tell whether it could be done.

    What stands in a link, a control or somebody's own tracked change is left to a person, as are breaks and notes.
    """
    if not runs or "".join(map(_text, runs)) != before or not all(map(_is_plain, runs)):
        return False
    inserted = etree.Element(f"{W}r")
    properties = runs[0].find(f"{W}rPr")
    if properties is not None:
        inserted.append(copy.deepcopy(properties))
    t = etree.SubElement(inserted, f"{W}t")
    t.text = words
    t.set(XML_SPACE, "preserve")
    for run in runs:
        for text in run.iterchildren(f"{W}t"):
            text.tag = f"{W}delText"
            text.set(XML_SPACE, "preserve")
        behind = _wrap("del", run, numbers)
    if words:
        behind.addnext(inserted)
        _wrap("ins", inserted, numbers)
    return True


def _is_plain(run: etree._Element) -> bool:
    parent = run.getparent()
    allowed = {f"{W}{name}" for name in ("rPr", "t", "lastRenderedPageBreak")}
    return parent is not None and parent.tag == f"{W}p" and all(child.tag in allowed for child in run)


def _text(run: etree._Element) -> str:
    return "".join(t.text or "" for t in run.iterchildren(f"{W}t"))


def _wrap(name: str, run: etree._Element, numbers: Iterator[int]) -> etree._Element:
    """Put a run into a tracked change. It has no date: the schema asks for none, and no clock is read."""
    wrapper = etree.Element(f"{W}{name}")
    wrapper.set(f"{W}id", str(next(numbers)))
    wrapper.set(f"{W}author", _AUTHOR)
    run.addprevious(wrapper)
    wrapper.append(run)
    return wrapper
