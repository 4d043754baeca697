"""Colours: what is black, what nearly, and what may be red by law."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import letters
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.mau_chu import MUTATIONS, links
from tests.checking.papers import Sheet
from vtdocs.diagnostics import Severity

BODY = "Nâng cao nhận thức, trách nhiệm"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


@pytest.mark.parametrize("colour", ["000000", "auto"])
def test_black(colour: str) -> None:
    docx = clean()
    letters(docx, BODY, colour=colour)
    assert ask(docx, "ND30-112") == []


@pytest.mark.parametrize(
    ("colour", "severity", "message"),
    [
        ("FF0000", None, "chữ có màu đỏ (FF0000), không phải màu đen"),
        ("123456", None, "chữ có màu 123456, không phải màu đen"),
        ("333333", Severity.WARNING, "chữ có màu gần đen 333333, chưa phải màu đen"),
        ("000001", Severity.WARNING, "chữ có màu gần đen 000001, chưa phải màu đen"),
        ("343434", None, "chữ có màu 343434, không phải màu đen"),
    ],
)
def test_what_is_no_black(colour: str, severity: Severity | None, message: str) -> None:
    docx = clean()
    letters(docx, BODY, colour=colour)
    assert [(slip.message, slip.severity) for slip in ask(docx, "ND30-112")] == [(message, severity)]


def test_colours_are_one_finding_and_links_another() -> None:
    docx = clean("examples/mau/chu-trong-cau.yaml")
    links(docx)
    letters(docx, "CÔNG TÁC CHỈ ĐẠO", colour="FF0000")
    letters(docx, "BÁO CÁO", colour="00B050")
    assert [slip.message for slip in ask(docx, "ND30-112")] == [
        "chữ có màu lục (00B050), đỏ (FF0000), không phải màu đen",
        "đường dẫn có màu xanh (0563C1), không phải màu đen",
    ]


def test_stamps_and_the_mark_of_a_draft_may_be_red() -> None:
    sheet = Sheet().head(right=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "HỎA TỐC"))
    from docx.shared import RGBColor

    cell = sheet.docx.tables[0].rows[0].cells[1]
    cell.paragraphs[2].runs[0].font.color.rgb = RGBColor(255, 0, 0)
    sheet.title().body().sign()
    paper = sheet.read()
    assert paper.part("do_khan") is not None
    assert ask(paper, "ND30-112") == []
    cell.paragraphs[1].runs[0].font.color.rgb = RGBColor(255, 0, 0)
    assert len(ask(sheet.save(), "ND30-112")) == 1
