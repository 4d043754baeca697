"""Words compared as a reader does."""

from __future__ import annotations

import unicodedata

import pytest

from tests.checking.asking import read
from tests.checking.editing import letters, word_run
from tests.checking.mutating import clean
from vtdocs.checking.words import even_tones, fold_words, shown_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa bình", "hoà bình"),
        ("ỦY BAN", "UỶ BAN"),
        ("Ủy ban", "Uỷ ban"),
        ("khỏe", "khoẻ"),
        ("thỏa thuận", "thoả thuận"),
        ("Thúy", "Thuý"),
        ("hai  chữ", "hai\u00a0chữ"),
        (unicodedata.normalize("NFD", "Độc lập"), "Độc lập"),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hóa"), ("Hòa", "hòa"), ("hoa", "hòa")])
def test_other_words_stay_other(one: str, other: str) -> None:
    assert fold_words(one) != fold_words(other)


def test_only_the_place_of_the_mark_changes() -> None:
    assert even_tones("hoà, hoàn, uỷ, quý, HOÀ") == "hòa, hòan, ủy, qúy, HÒA"


def test_a_line_is_shown_in_the_capitals_of_its_format() -> None:
    docx = clean()
    word_run(docx, docx.paragraph("KẾ HOẠCH"), "Kế hoạch")
    letters(docx, "Kế hoạch", caps=True)
    part = read(docx).part("ten_loai")
    assert part is not None
    assert (part.text, shown_text(part.lines[0])) == ("Kế hoạch", "KẾ HOẠCH")
