"""Quốc hiệu and Tiêu ngữ: what is found and said of them, and what is forgiven."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import letters, set_line, stand, word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.quoc_hieu import MUTATIONS, QUOC_HIEU, TIEU_NGU


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


@pytest.mark.parametrize("text", ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\u00a0VIỆT NAM"])
def test_both_spellings_of_the_decree_are_right(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(QUOC_HIEU), text)
    assert ask(docx, "ND30-201") == []


def test_letters_made_capitals_by_their_format_are_capitals() -> None:
    docx = clean()
    word_run(docx, docx.paragraph(QUOC_HIEU), "Cộng hòa xã hội chủ nghĩa Việt Nam")
    letters(docx, "Cộng hòa", caps=True)
    assert ask(docx, "ND30-201") == []
    assert ask(docx, "ND30-204") == []


def test_decomposed_letters_are_the_same_words() -> None:
    import unicodedata

    docx = clean()
    word_run(docx, docx.paragraph(TIEU_NGU), unicodedata.normalize("NFD", "Độc lập - Tự do - Hạnh phúc"))
    assert ask(docx, "ND30-211") == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "không viết toàn chữ in hoa"),
        ("ĐỘC LẬP – TỰ DO – HẠNH PHÚC", "giữa các cụm từ phải là gạch nối (-); không viết toàn chữ in hoa"),
        ("Độc lập – Tự do – Hạnh phúc", "giữa các cụm từ phải là gạch nối (-)"),
        ("Độc lập-Tự do-Hạnh phúc", "gạch nối phải có cách chữ hai bên"),
        ("Độc lập- Tự do -Hạnh phúc", "gạch nối phải có cách chữ hai bên"),
        ("Độc lập - tự do - Hạnh phúc", "chữ đầu mỗi cụm từ viết hoa, các chữ khác viết thường"),
        ("Độc lập - Tự do - Hạnh phúc.", "không đúng “Độc lập - Tự do - Hạnh phúc”"),
    ],
)
def test_what_is_wrong_with_the_words_is_said(text: str, fault: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(TIEU_NGU), text)
    assert [slip.message for slip in ask(docx, "ND30-211")] == [f"Tiêu ngữ viết “{text}”: {fault}"]


@pytest.mark.parametrize("text", ["Độc lập \u2011 Tự do \u2011 Hạnh phúc", "Độc lập  -  Tự do  -  Hạnh phúc"])
def test_a_hyphen_that_keeps_its_row_and_wide_blanks_are_fine(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(TIEU_NGU), text)
    assert ask(docx, "ND30-211") == []


def test_size_and_style_are_told_with_what_they_should_be() -> None:
    docx = clean()
    letters(docx, QUOC_HIEU, size=14, bold=False)
    (size,) = ask(docx, "ND30-202")
    assert (size.message, size.found, size.expected) == (
        "Quốc hiệu cỡ chữ 14, phải là cỡ 12 - 13",
        "14",
        "12 - 13",
    )
    (style,) = ask(docx, "ND30-203")
    assert style.message == "Quốc hiệu không in đậm; phải in đậm"
    assert style.hint == "chọn các chữ sai kiểu, bấm Ctrl+B"


@pytest.mark.parametrize("sizes", [(12, 13, 13), (13, 14, 14), (12.5, 13.5, 13.5)])
def test_sizes_that_rise_together(sizes: tuple[float, ...]) -> None:
    docx = clean()
    for words, size in zip((QUOC_HIEU, TIEU_NGU, "Vĩnh Thông, ngày"), sizes, strict=True):
        letters(docx, words, size=size)
    assert ask(docx, "ND30-208") == []


@pytest.mark.parametrize("sizes", [(12, 14, 13), (13, 13, 13), (12, 13, 14)])
def test_sizes_that_do_not(sizes: tuple[float, ...]) -> None:
    docx = clean()
    for words, size in zip((QUOC_HIEU, TIEU_NGU, "Vĩnh Thông, ngày"), sizes, strict=True):
        letters(docx, words, size=size)
    (slip,) = ask(docx, "ND30-208")
    assert slip.message == (
        "cỡ chữ không tăng, giảm thống nhất: "
        f"Quốc hiệu {sizes[0]}, Tiêu ngữ {sizes[1]}, địa danh, ngày tháng {sizes[2]}"
    )


def test_sizes_outside_their_ranges_are_not_told_twice() -> None:
    docx = clean()
    letters(docx, QUOC_HIEU, size=14)
    assert ask(docx, "ND30-208") == []


@pytest.mark.parametrize("line", [240, 259, 276])
def test_single_spacing_and_a_little_more(line: int) -> None:
    docx = clean()
    stand(docx, QUOC_HIEU, line=line)
    assert ask(docx, "ND30-207") == []


def test_exact_spacing_is_compared_with_the_height_of_the_letters() -> None:
    docx = clean()
    for words in (QUOC_HIEU, TIEU_NGU):
        stand(docx, words, line=320, lineRule="exact")
    assert ask(docx, "ND30-207") == []
    stand(docx, QUOC_HIEU, line=480, lineRule="exact")
    (slip,) = ask(docx, "ND30-207")
    assert slip.message == "Quốc hiệu và Tiêu ngữ không cách dòng đơn (đang là đúng 24 pt)"


@pytest.mark.parametrize(
    ("indent", "message", "severe"),
    [
        (1064, None, False),
        # As much longer as the decree's own samples, and as much shorter.
        (824, None, False),
        (1304, None, False),
        (790, "đường kẻ dưới Tiêu ngữ quá dài: 70 mm, bằng 116% dòng chữ; quy định là bằng dòng chữ", False),
        (1406, "đường kẻ dưới Tiêu ngữ quá ngắn: 48 mm, bằng 80% dòng chữ; quy định là bằng dòng chữ", False),
        (1750, "đường kẻ dưới Tiêu ngữ quá ngắn: 36 mm, bằng 60% dòng chữ; quy định là bằng dòng chữ", True),
    ],
)
def test_the_line_is_as_long_as_the_words(indent: int, message: str | None, severe: bool) -> None:
    docx = clean()
    set_line(docx, TIEU_NGU, indent, indent)
    slips = ask(docx, "ND30-216")
    assert [slip.message for slip in slips] == ([message] if message else [])
    assert [slip.severity is None for slip in slips] == ([severe] if message else [])
