"""Sheets, margins and turned pages: what is an error, what is forgiven."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import page, sections, set_element
from tests.checking.mutating import Docx, Mutation, clean
from tests.checking.mutations.trang import MUTATIONS
from vtdocs.diagnostics import Severity

WIDE = "examples/mau/bang-hai-tang.yaml"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def said(docx: Docx, rule: str) -> list[str]:
    return [slip.message for slip in ask(docx, rule)]


def test_a_sheet_is_named_with_its_size() -> None:
    docx = clean()
    for section in sections(docx):
        set_element(section, "pgSz", w=12240, h=15840)
    (slip,) = ask(docx, "ND30-101")
    assert slip.message == "khổ giấy là Letter (215,9 x 279,4 mm), không phải A4 (210 x 297 mm)"
    assert len(slip.places) == 2
    assert slip.places[0].paragraph == 1


@pytest.mark.parametrize(("width", "height"), [(11900, 16840), (11907, 16840), (11909, 16834), (11906, 16838)])
def test_every_program_writes_a4_in_its_own_way(width: int, height: int) -> None:
    docx = clean()
    set_element(sections(docx)[0], "pgSz", w=width, h=height)
    assert said(docx, "ND30-101") == []


def test_an_appendix_on_a3_is_a_warning() -> None:
    docx = clean()
    set_element(sections(docx)[1], "pgSz", w=16838, h=23811)
    assert [slip.severity for slip in ask(docx, "ND30-101")] == [Severity.WARNING]


def test_all_margins_of_all_sections_are_one_finding() -> None:
    docx = clean()
    page(docx, top=1134, bottom=850, left=1418, right=567)
    (slip,) = ask(docx, "ND30-102")
    assert slip.message == (
        "lề dưới 15 mm, ngoài khoảng 20 - 25 mm; lề trái 25 mm, ngoài khoảng 30 - 35 mm; "
        "lề phải 10 mm, ngoài khoảng 15 - 20 mm"
    )
    assert slip.severity is None
    assert slip.found == "lề dưới 15 mm; lề trái 25 mm; lề phải 10 mm"
    assert slip.expected == "lề dưới 20 - 25 mm; lề trái 30 - 35 mm; lề phải 15 - 20 mm"


def test_what_stands_there_is_told_as_it_is_measured() -> None:
    docx = clean()
    page(docx, top=1440)
    (slip,) = ask(docx, "ND30-102")
    assert slip.message == "lề trên 25,4 mm, ngoài khoảng 20 - 25 mm"
    assert (slip.found, slip.expected) == ("lề trên 25,4 mm", "lề trên 20 - 25 mm")


def test_a_margin_of_one_section_says_which() -> None:
    docx = clean()
    page(docx, 1, left=1134)
    assert said(docx, "ND30-102") == ["lề trái 20 mm, ngoài khoảng 30 - 35 mm (ở section 2)"]


@pytest.mark.parametrize(
    ("left", "kept"),
    [(1694, True), (1699, True), (1701, True), (1984, True), (1987, True), (1991, True), (1693, False), (1992, False)],
)
def test_a_margin_in_inches_is_forgiven_its_rounding(left: int, kept: bool) -> None:
    docx = clean()
    page(docx, left=left)
    assert (said(docx, "ND30-102") == []) is kept


def test_the_gutter_counts_with_the_left_margin() -> None:
    docx = clean()
    page(docx, left=1134, gutter=567)
    assert said(docx, "ND30-102") == []


@pytest.mark.parametrize(
    "margins",
    [
        {"top": 1134, "bottom": 1134, "left": 1701, "right": 850},
        # The same sheet, turned to the left and to the right.
        {"top": 1701, "bottom": 1134, "left": 1134, "right": 1134},
        {"top": 850, "bottom": 1701, "left": 1134, "right": 1134},
    ],
)
def test_a_turned_page_may_keep_the_margins_of_its_sheet(margins: dict[str, int]) -> None:
    docx = clean(WIDE)
    set_element(sections(docx)[1], "pgSz", w=16838, h=11906, orient="landscape")
    page(docx, 1, **margins)
    assert said(docx, "ND30-102") == []
    assert said(docx, "ND30-103") == []


def test_a_turned_page_with_other_margins_is_a_warning() -> None:
    docx = clean(WIDE)
    set_element(sections(docx)[1], "pgSz", w=16838, h=11906, orient="landscape")
    page(docx, 1, top=567, bottom=567, left=567, right=567)
    assert [slip.severity for slip in ask(docx, "ND30-102")] == [Severity.WARNING]
