"""The issuer, the body above it, and bodies of the district: what is found and said."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.co_quan import ISSUER, MUTATIONS, half_bold, recipient, with_parent
from tests.checking.mutations.dia_danh import DATE
from tests.checking.mutations.quoc_hieu import line, underlined


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def test_a_unit_below_its_committee_is_right() -> None:
    docx = clean()
    with_parent(docx)
    for rule in ("ND30-221", "ND30-222", "ND30-223", "ND30-224", "ND30-225", "ND30-226", "ND30-227", "ND30-230"):
        assert ask(docx, rule) == [], rule


def test_a_name_of_two_rows_may_have_its_line_by_either() -> None:
    # "ỦY BAN NHÂN DÂN" is 2643 twips wide, "XÃ VĨNH THÔNG" 2153: a half of one, a third of the other.
    docx = clean()
    for length in (1318, 720):
        indent = (3515 - length) // 2
        line(ISSUER, indent, indent)(docx)
        assert ask(docx, "ND30-227") == []


def test_letters_underlined_are_an_error_below_the_issuer_and_a_warning_below_the_motto() -> None:
    docx = clean()
    underlined(ISSUER)(docx)
    underlined("Độc lập")(docx)
    assert [(slip.message, slip.severity) for slip in ask(docx, "ND30-226")] == [
        ("cơ quan ban hành dùng chữ gạch chân thay cho đường kẻ ngang ở dưới", None)
    ]
    (slip,) = ask(docx, "ND30-215")
    assert slip.severity is not None


@pytest.mark.parametrize("date", ["Hà Nội, ngày 30 tháng 6 năm 2025", "Hà Nội, ngày    tháng    năm 2025"])
def test_districts_are_right_before_they_ended_and_where_it_is_not_sure(date: str) -> None:
    docx = clean()
    with_parent(docx, "UBND HUYỆN BẠCH THÔNG")
    word_run(docx, docx.paragraph(DATE), date)
    assert ask(docx, "VB-231") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND huyện Bạch Thông", 1),
        ("Uỷ ban nhân dân các huyện, thành phố", 1),
        ("HĐND và UBND thị xã Phú Thọ", 1),
        ("UBND huyện Bạch Thông (cũ)", 0),
        ("UBND các xã, phường", 0),
        ("Trung tâm Y tế huyện Bạch Thông", 0),
        ("Bảo hiểm xã hội liên huyện", 0),
    ],
)
def test_recipients_of_the_district(text: str, found: int) -> None:
    docx = clean()
    recipient(text)(docx)
    assert len(ask(docx, "VB-231")) == found


def test_what_is_wrong_with_the_style_is_said_of_the_part_that_it_is_of() -> None:
    docx = clean()
    half_bold(docx)
    assert [slip.message for slip in ask(docx, "ND30-221")] == ["cơ quan ban hành một phần không in đậm; phải in đậm"]
    with_parent(docx, bold=True, italic=True)
    (slip,) = ask(docx, "ND30-222")
    assert slip.message == "cơ quan chủ quản in đậm, in nghiêng; phải không in đậm, in đứng"
    assert slip.hint == "chọn các chữ sai kiểu, bấm Ctrl+B và Ctrl+I"
