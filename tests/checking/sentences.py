"""Papers made of sentences, without a Word file: for rules that ask about words alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vtdocs.checking.finding import Slip
from vtdocs.checking.office import Office
from vtdocs.checking.paper import Item, Line, Paper, Part, Prose, Regime, Role
from vtdocs.checking.registry import all_rules
from vtdocs.readers.docx.observed import Observed, Paragraph, ParagraphFormat, RunFormat, Spot

__all__ = ["ask", "found", "paper_of"]


def _paragraph(number: int, text: str, spot: Spot | None = None) -> Paragraph:
    return Paragraph(number, "word/document.xml", text, (), ParagraphFormat(), RunFormat(), spot=spot)


def paper_of(
    *sentences: str,
    cells: Sequence[str] = (),
    can_cu: Sequence[str] = (),
    headings: Sequence[str] = (),
    parts: dict[str, Sequence[str]] | None = None,
    day: date | None = None,
    regime: Regime = Regime.ND30,
    office: Office | None = None,
) -> Paper:
    """Make a paper: căn cứ, headings, sentences (a paragraph each), cells of one table, components by key."""
    number = 0
    prose: list[Paragraph] = []
    items: list[Item] = []
    for role, lines in ((Role.CAN_CU, can_cu), (Role.HEADING, headings), (Role.TEXT, sentences)):
        for text in lines:
            number += 1
            paragraph = _paragraph(number, text)
            prose.append(paragraph)
            items.append(Item(Line(paragraph, 0, len(text)), role, heading=text if role is Role.HEADING else ""))
    for row, text in enumerate(cells):
        number += 1
        prose.append(_paragraph(number, text, Spot(0, row, 0)))
    texts, found_parts = list(prose), dict[str, Part]()
    for key, lines in (parts or {}).items():
        made = []
        for text in lines:
            number += 1
            made.append(_paragraph(number, text))
        texts += made
        found_parts[key] = Part(key, tuple(Line(paragraph, 0, len(paragraph.text)) for paragraph in made))
    return Paper(
        observed=Observed("thử.docx", (), (), tuple(texts), ()),
        regime=regime,
        loai=None,
        parts=found_parts,
        items=tuple(items),
        phu_luc=(),
        prose=Prose(tuple(prose)),
        texts=Prose(tuple(texts)),
        date=day,
        office=office,
    )


def ask(rule: str, paper: Paper) -> list[Slip]:
    """What a rule says."""
    return list(all_rules()[rule].check(paper))


def found(rule: str, paper: Paper) -> list[str]:
    """The words at the places that a rule names; "" for a place without a stretch of its own."""
    texts = {paragraph.number: paragraph.text for paragraph in paper.texts.paragraphs}
    return [
        texts[place.paragraph][place.start : place.end] if place.start is not None and place.paragraph else ""
        for slip in ask(rule, paper)
        for place in slip.places
    ]
