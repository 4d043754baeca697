"""Số, ký hiệu: what is found and said, what is offered, and which forms are right."""

from __future__ import annotations

import pytest

from tests.bounded import ends
from tests.checking.asking import ask, ask_mutation, read
from tests.checking.editing import letters, word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.so_ky_hieu import LETTER, MUTATIONS, NUMBER
from vtdocs.checking.finding import Slip
from vtdocs.checking.number_lines import NumberLine, read_number_line
from vtdocs.diagnostics import Severity

IDS = tuple(f"ND30-{number}" for number in (241, 244, 245, 246, 248, 249, 250, 251, 252, 253))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def say(text: str, rule: str, base: str = "examples/cchc-2026/ke-hoach.yaml") -> list[Slip]:
    docx = clean(base)
    word_run(docx, docx.paragraph(NUMBER), text)
    return ask(docx, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Số: 13/KH-UBND",
        "Số: 05/KH-UBND",
        "Số: 1234/KH-UBND",
        "Số:/KH-UBND",
        "Số:           /KH-UBND",
        "Số: ....../KH-UBND",
        "Số: ……/KH-UBND",
        "Số: ___/KH-UBND",
        "Số: xx/KH-UBND",
        "Số: 13/KH-UBND-VX",
        "Số: 13/KH\u2011UBND",
        "Số: 13/KH-BCĐ",
        "Số: 13/KH-NC.Châu",
        "Số: 13/KH-HĐND&UBND",
    ],
)
def test_right_and_blank_numbers(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(NUMBER), text)
    paper = read(docx)
    assert {rule: ask(paper, rule) for rule in IDS} == {rule: [] for rule in IDS}


@pytest.mark.parametrize(
    "text", ["Số: 13/UBND-VX", "Số: 13/VHXH", "Số: 05/UBND-KT", "Số:     /UBND-VP", "Số: 7777/SNV-CCHC"]
)
def test_right_numbers_of_letters(text: str) -> None:
    docx = clean(LETTER)
    word_run(docx, docx.paragraph(NUMBER), text)
    paper = read(docx)
    assert {rule: ask(paper, rule) for rule in IDS} == {rule: [] for rule in IDS}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Số: 13/KH-UBND", ("Số", ":", "13", "/", False, "", "KH-UBND")),
        ("Số 5/2026/QĐ-UBND", ("Số", "", "5", "/", False, "2026", "QĐ-UBND")),
        ("SỐ:    / KH - UBND", ("SỐ", ":", "", "/", True, "", "KH - UBND")),
        ("Số: 13 /KH-UBND", ("Số", ":", "13", "/", True, "", "KH-UBND")),
        ("Số: 13-KH/UBND", ("Số", ":", "13", "-", False, "", "KH/UBND")),
    ],
)
def test_a_line_is_taken_apart(text: str, line: tuple[object, ...]) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(NUMBER), text)
    found = read_number_line(read(docx))
    assert isinstance(found, NumberLine)
    assert (found.word, found.colon, found.digits, found.stroke, found.spaced, found.year, found.symbol) == line


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("SỐ 13/KH-UBND", "ND30-241", "chữ “SỐ” phải viết là “Số”; sau chữ “SỐ” thiếu dấu hai chấm"),
        ("13/KH-UBND", "ND30-241", "thiếu chữ “Số:”"),
        ("Số: 5/KH-UBND", "ND30-244", "số 5 nhỏ hơn 10 mà không có số 0 phía trước"),
        ("Số: 13/KH - UBND", "ND30-245", "số, ký hiệu “Số: 13/KH - UBND”: trong ký hiệu có dấu cách"),
        ("Số: 13/2026/KH-UBND", "ND30-246", "số văn bản ghi kèm năm 2026, như văn bản quy phạm pháp luật"),
        ("Số: 13/kh-UBND", "ND30-248", "tên loại Kế hoạch viết tắt là “kh”; quy định là “KH”"),
        ("Số: 13/BC-UBND", "ND30-249",
         "văn bản là Kế hoạch nhưng ký hiệu ghi “BC-UBND”: “BC” là của Báo cáo"),
        ("Số: 13/UBND-VX", "ND30-249",
         "văn bản là Kế hoạch nhưng ký hiệu ghi “UBND-VX”: “UBND” không phải chữ viết tắt tên loại"),
        ("Số: 13/KH-Ubnd", "ND30-252", "ký hiệu “KH-Ubnd” không viết in hoa"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, rule: str, message: str) -> None:
    assert [slip.message for slip in say(text, rule)] == [message]


def test_every_wrong_mark_is_said_in_one_finding() -> None:
    (slip,) = say("Số: 13-KH/UBND", "ND30-245")
    assert slip.message == (
        "số, ký hiệu “Số: 13-KH/UBND”: giữa số và ký hiệu phải là dấu gạch chéo (/); "
        "giữa các nhóm chữ của ký hiệu phải là dấu gạch nối (-)"
    )


def test_a_blank_left_of_a_number_filled_in_is_a_warning() -> None:
    assert [slip.severity for slip in say("Số: 13  /KH-UBND", "ND30-245")] == [Severity.WARNING]
    assert [slip.severity for slip in say("Số: 13/KH - UBND", "ND30-245")] == [None]


def test_what_a_decision_issues_may_bear_its_number() -> None:
    assert [slip.severity for slip in say("Số: 13/QĐ-UBND", "ND30-249")] == [Severity.WARNING]
    assert [slip.severity for slip in say("Số: 13/BC-UBND", "ND30-249")] == [None]


@pytest.mark.parametrize(
    ("text", "rule", "right"),
    [
        ("Số: 5/KH-UBND", "ND30-244", "Số: 05/KH-UBND"),
        ("Số: 13/2026/KH-UBND", "ND30-246", "Số: 13/KH-UBND"),
        ("SỐ 13/KH-UBND", "ND30-241", "Số: 13/KH-UBND"),
        ("Số: 13/Kh-UBND", "ND30-248", "Số: 13/KH-UBND"),
        ("Số: 13/KH-ubnd", "ND30-252", "Số: 13/KH-UBND"),
    ],
)
def test_what_has_one_right_form_is_offered(text: str, rule: str, right: str) -> None:
    (slip,) = say(text, rule)
    ((place,), (words,)) = slip.places, slip.replacements
    assert place.start is not None
    assert text[: place.start] + words + text[place.end :] == right


def test_what_stands_twice_is_left_to_a_person() -> None:
    (slip,) = say("Số: 5/KH-5/UBND", "ND30-244")
    assert slip.replacements == ()


def test_size_is_one_and_no_range() -> None:
    docx = clean()
    letters(docx, NUMBER, size=14)
    assert [slip.message for slip in ask(docx, "ND30-242")] == ["số, ký hiệu cỡ chữ 14, phải là cỡ 13"]


@pytest.mark.parametrize("text", ["Số:" + " " * 3000 + "/KH-UBND", "Số: " + "." * 55 + "/KH-UBND", "Số: 1" + "-" * 50])
def test_long_blanks_are_read_in_no_time(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(NUMBER), text)
    with ends():
        paper = read(docx)
        for rule in IDS:
            ask(paper, rule)
