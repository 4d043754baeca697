"""Faces: of the letters that are printed, and of no others."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import letters, word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.phong_chu import MUTATIONS, everywhere, number

BODY = "Nâng cao nhận thức, trách nhiệm"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def test_a_face_in_all_paragraphs_is_one_finding_with_all_places() -> None:
    docx = clean()
    everywhere(docx)
    (slip,) = ask(docx, "ND30-110")
    assert slip.message == "chữ dùng phông Arial, không phải Times New Roman"
    assert (slip.found, slip.expected) == ("Arial", "Times New Roman")
    assert len(slip.places) > 100
    assert len({place.paragraph for place in slip.places}) == len(slip.places)


def test_each_face_is_a_finding() -> None:
    docx = clean()
    letters(docx, BODY, font="Arial")
    letters(docx, "KẾ HOẠCH", font="Cambria")
    assert [slip.found for slip in ask(docx, "ND30-110")] == ["Cambria", "Arial"]


@pytest.mark.parametrize(
    ("looks", "message"),
    [
        ({"ascii": "Arial"}, "chữ không dấu, chữ số dùng phông Arial, không phải Times New Roman"),
        ({"h_ansi": "Arial"}, "chữ có dấu dùng phông Arial, không phải Times New Roman"),
    ],
)
def test_it_says_which_half_of_the_letters(looks: dict[str, str], message: str) -> None:
    docx = clean()
    letters(docx, BODY, **looks)
    assert [slip.message for slip in ask(docx, "ND30-110")] == [message]


def test_only_letters_that_are_there_count() -> None:
    docx = clean()
    letters(docx, "Độc lập", ascii="Times New Roman", h_ansi="Calibri")
    word_run(docx, docx.paragraph("Độc lập"), "Doc lap - Tu do")
    letters(docx, "KẾ HOẠCH", ascii="Calibri")
    word_run(docx, docx.paragraph("KẾ HOẠCH"), "ĐỀ ÁĐ".replace("ĐỀ", "Ề"))
    assert ask(docx, "ND30-110") == []


@pytest.mark.parametrize("sign", ["●", "–", "□ ✓", "→", "…"])
def test_signs_may_be_of_any_face(sign: str) -> None:
    docx = clean()
    letters(docx, BODY, font="Segoe UI Symbol")
    word_run(docx, docx.paragraph(BODY), sign)
    assert ask(docx, "ND30-110") == []


@pytest.mark.parametrize("font", ["Symbol", "Wingdings", "Wingdings 2", "Cambria Math", "times new roman"])
def test_faces_of_signs_are_fine(font: str) -> None:
    docx = clean()
    letters(docx, BODY, font=font)
    assert ask(docx, "ND30-110") == []
    assert ask(docx, "VB-111") == []


@pytest.mark.parametrize(
    "font", ["Times New Roman Bold", "Times New Roman,Bold", "TimesNewRomanPSMT", "Times New Roman (Headings)"]
)
def test_a_cut_named_as_a_face_is_a_warning_of_its_own(font: str) -> None:
    docx = clean()
    letters(docx, BODY, font=font)
    assert ask(docx, "ND30-110") == []
    assert [slip.found for slip in ask(docx, "VB-111")] == [font]


def test_a_number_by_word_is_at_its_paragraph() -> None:
    docx = clean()
    number(docx)
    (slip,) = ask(docx, "ND30-110")
    assert slip.message == "chữ không dấu, chữ số dùng phông Calibri, không phải Times New Roman"
    assert (slip.places[0].start, slip.places[0].end) == (None, None)
    assert slip.places[0].words.startswith("- Nâng cao nhận thức")


def test_old_codes_are_told_to_be_converted() -> None:
    docx = clean()
    letters(docx, BODY, font=".VnTime")
    (slip,) = ask(docx, "ND30-110")
    assert slip.hint == "chuyển chữ từ bảng mã cũ sang Unicode, rồi chọn các chữ đó, đặt phông Times New Roman"
