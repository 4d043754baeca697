"""Địa danh and date: what is found and said, what is offered, and which forms are right."""

from __future__ import annotations

import pytest

from tests.bounded import ends
from tests.checking.asking import ask, ask_mutation, read
from tests.checking.editing import set_element, word_run
from tests.checking.mutating import Mutation, child, clean, w
from tests.checking.mutations.dia_danh import DATE, MUTATIONS, below
from vtdocs.checking.finding import Slip
from vtdocs.checking.office import Office
from vtdocs.checking.recognising import recognise
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx import read_docx

IDS = tuple(f"ND30-{number}" for number in (261, 262, 265, 266, 267, 268, 270))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def say(text: str, rule: str) -> list[Slip]:
    docx = clean()
    word_run(docx, docx.paragraph(DATE), text)
    return ask(docx, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Vĩnh Thông, ngày 05 tháng 01 năm 2026",
        "Xã Vĩnh Thông, ngày 15 tháng 3 năm 2026",
        "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019",
        "Quận 1, ngày 29 tháng 12 năm 2024",
        "Vĩnh Thông, ngày     tháng     năm 2026",
        "Vĩnh Thông, ngày      tháng 01 năm 2026",
        "Vĩnh Thông, ngày … tháng … năm 2026",
        "Vĩnh Thông, ngày ..... tháng ..... năm 20…",
        "Vĩnh Thông, ngày 29 tháng 02 năm 2024",
        "Đắk Lắk, ngày 30 tháng 4 năm 2026",
    ],
)
def test_right_and_blank_dates(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(DATE), text)
    paper = read(docx)
    assert paper.part("dia_danh_thoi_gian") is not None
    assert {rule: ask(paper, rule) for rule in IDS} == {rule: [] for rule in IDS}


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("Hà Nội, ngày 5 tháng 1 năm 2026", "ND30-261", "ngày 5, tháng 1 thiếu số 0 phía trước"),
        ("Hà Nội, ngày 15 tháng 2 năm 2026", "ND30-261", "tháng 2 thiếu số 0 phía trước"),
        ("Hà Nội, ngày 15 tháng 09 năm 2026", "ND30-262", "tháng 09 thừa số 0 phía trước"),
        ("Hà Nội ngày 15 tháng 9 năm 2026", "ND30-265", "sau địa danh “Hà Nội” không có dấu phẩy"),
        ("Hà Nội, ngày 15/9/2026", "ND30-266", "ngày tháng viết tắt “ngày 15/9/2026”; phải viết đầy đủ"),
        ("Hà Nội, ngày 15 tháng 9 năm 26", "ND30-266", "năm viết tắt “26”; phải viết đầy đủ"),
        ("Hà Nội, ngày 31 tháng 9 năm 2026", "ND30-267", "“ngày 31 tháng 9 năm 2026” không phải một ngày có thật"),
        ("hà Nội, ngày 15 tháng 9 năm 2026", "ND30-268", "địa danh “hà Nội” không viết hoa chữ cái đầu"),
        ("ngày 15 tháng 9 năm 2026", "ND30-270", "trước ngày, tháng, năm thiếu địa danh"),
        ("……, ngày 15 tháng 9 năm 2026", "ND30-270", "trước ngày, tháng, năm chưa ghi địa danh"),
    ],
)
def test_what_is_said(text: str, rule: str, message: str) -> None:
    assert [slip.message for slip in say(text, rule)] == [message]


def test_the_29th_of_february_of_a_blank_year_may_be_one() -> None:
    assert say("Hà Nội, ngày 29 tháng 02 năm 20…", "ND30-267") == []
    assert len(say("Hà Nội, ngày 29 tháng 02 năm 2026", "ND30-267")) == 1


def test_a_needless_zero_is_a_warning_and_the_month_is_offered() -> None:
    text = "Hà Nội, ngày 15 tháng 09 năm 2026"
    (slip,) = say(text, "ND30-262")
    assert slip.replacements == ("tháng 9",)
    assert text[slip.places[0].start : slip.places[0].end] == "tháng 09"


def test_day_and_month_are_offered_each() -> None:
    text = "Hà Nội, ngày 5 tháng 1 năm 2026"
    (slip,) = say(text, "ND30-261")
    assert slip.replacements == ("ngày 05", "tháng 01")
    assert [text[place.start : place.end] for place in slip.places] == ["ngày 5", "tháng 1"]


def test_capitals_of_words_in_the_line_are_a_warning() -> None:
    assert [slip.severity for slip in say("Hà Nội, Ngày 15 Tháng 9 năm 2026", "ND30-268")] == [Severity.WARNING]


@pytest.mark.parametrize(("place", "found"), [("Vĩnh Thông", 0), ("xã Vĩnh Thông", 0), ("Bình Minh", 1), ("", 0)])
def test_the_office_says_where_it_sits(place: str, found: int) -> None:
    observed = read_docx(clean().save(), "thử.docx")
    paper = recognise(observed, Office("Ủy ban nhân dân xã Vĩnh Thông", place=place))
    assert len(ask(paper, "VB-271")) == found


@pytest.mark.parametrize(
    "text",
    ["Hà Nội, ngày" + " " * 3000 + "tháng 5 năm 2026", "a" * 80 + " ngày " * 20 + "tháng 1 năm 2", "ngày" + "." * 90],
)
def test_long_blanks_are_read_in_no_time(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(DATE), text)
    with ends():
        paper = read(docx)
        for rule in IDS:
            ask(paper, rule)


def test_a_cell_that_is_merged_down_stands_beside_both_rows() -> None:
    docx = clean()
    below(docx)
    assert len(ask(docx, "ND30-272")) == 1
    rows = list(docx.xml().iter(w("tr")))[1:3]
    for row, kind in zip(rows, ("restart", "continue"), strict=True):
        set_element(child(row.findall(w("tc"))[0], "tcPr"), "vMerge", val=kind)
    assert ask(docx, "ND30-272") == []
