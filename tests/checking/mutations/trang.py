"""Sheets and margins that are not those of the law."""

from __future__ import annotations

from collections.abc import Callable

from tests.checking.editing import page, sections, set_element
from tests.checking.mutating import Docx, Mutation, w
from vtdocs.units import Mm


def sheet(width: float, height: float, index: int | None = None) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        for place, section in enumerate(sections(docx)):
            if index in (None, place):
                set_element(section, "pgSz", w=Mm(width).twips, h=Mm(height).twips)

    return change


def margin(index: int | None = None, **sides: float) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        page(docx, index, **{side: Mm(value).twips for side, value in sides.items()})

    return change


def turn(docx: Docx) -> None:
    """Turn the paper's own text, which has no table beside those of head and signature."""
    set_element(sections(docx)[0], "pgSz", w=16838, h=11906, orient="landscape")


def drop_style_grid(docx: Docx) -> None:
    """Leave the margins to Word, whose own are an inch and a quarter."""
    for section in sections(docx):
        found = section.find(w("pgMar"))
        assert found is not None
        for side, value in (("top", 1440), ("bottom", 1440), ("left", 1800), ("right", 1800)):
            found.set(w(side), str(value))


MUTATIONS = [
    Mutation("paper of Letter size", "ND30-101", sheet(215.9, 279.4)),
    Mutation("paper of A5", "ND30-101", sheet(148, 210), also=frozenset({"ND30-317"})),
    Mutation("paper of Legal size", "ND30-101", sheet(215.9, 355.6)),
    Mutation("appendix alone on A3", "ND30-101", sheet(297, 420, 1)),
    Mutation("left margin 25 mm", "ND30-102", margin(left=25)),
    Mutation("left margin 40 mm", "ND30-102", margin(left=40)),
    Mutation("right margin 10 mm", "ND30-102", margin(right=10)),
    Mutation("right margin 25 mm", "ND30-102", margin(right=25)),
    Mutation("top margin 15 mm", "ND30-102", margin(top=15)),
    Mutation("top margin 30 mm", "ND30-102", margin(top=30)),
    Mutation("bottom margin 15 mm", "ND30-102", margin(bottom=15)),
    Mutation("bottom margin 26 mm", "ND30-102", margin(bottom=26)),
    Mutation("gutter of 10 mm beside a left margin of 30", "ND30-102", margin(gutter=10)),
    Mutation("all margins of an exporter: 20, 15, 20, 10 mm", "ND30-102", margin(top=20, bottom=15, left=20, right=10)),
    Mutation("margins of an inch and a quarter", "ND30-102", drop_style_grid),
    Mutation("margins of the appendix only", "ND30-102", margin(1, left=20)),
    Mutation("text turned without a table", "ND30-103", turn, also=frozenset({"ND30-205", "ND30-317"})),
]
