"""Name of the kind, trích yếu and V/v: what is found and said, what is forgiven."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import letters, set_line, stand, word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.ten_loai import ABOUT, KIND, LETTER, MUTATIONS, SHORT, SHORT_SUBJECT, SUBJECT
from vtdocs.diagnostics import Severity


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def test_a_title_moved_by_a_few_millimetres_is_still_in_the_middle() -> None:
    docx = clean()
    stand(docx, KIND, left=500)
    assert ask(docx, "ND30-304") == []
    stand(docx, KIND, left=600)
    assert [slip.severity for slip in ask(docx, "ND30-304")] == [Severity.WARNING]


def test_a_title_centred_by_blanks_looks_centred() -> None:
    docx = clean()
    word_run(docx, docx.paragraph(KIND), " " * 52 + "KẾ HOẠCH")
    stand(docx, KIND, align="left")
    assert ask(docx, "ND30-304") == []


def test_one_size_in_both_lines_of_a_subject_is_one_finding() -> None:
    docx = clean()
    letters(docx, SUBJECT, size=12)
    (slip,) = ask(docx, "ND30-313")
    assert slip.message == "trích yếu cỡ chữ 12, phải là cỡ 13 - 14"
    assert len(slip.places) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Về việc nâng bậc lương năm 2026", 0),
        ("Cải cách hành chính năm 2026 v.v.", 0),
        ("Cải cách hành chính năm 2026...", 0),
        ("Cải cách hành chính năm 2026.", 1),
        ("Cải cách hành chính năm 2026;", 1),
    ],
)
def test_a_mark_at_the_end(text: str, found: int) -> None:
    docx = clean(SHORT)
    word_run(docx, docx.paragraph(SHORT_SUBJECT), text)
    slips = ask(docx, "ND30-315")
    assert [slip.replacements for slip in slips] == [("2026",)] * found


@pytest.mark.parametrize(
    ("indent", "message", "severity"),
    [
        (3769, None, None),
        # From a quarter, as in the decree's own samples, to a half and a little more.
        (4065, None, None),
        (3479, None, None),
        (3439, "quá dài: 39 mm, bằng 60% dòng chữ; quy định là từ 1/3 đến 1/2 dòng chữ", Severity.WARNING),
        (2696, "quá dài: 65 mm, bằng 100% dòng chữ; quy định là từ 1/3 đến 1/2 dòng chữ", None),
        (4400, "quá ngắn: 5 mm, bằng 7% dòng chữ; quy định là từ 1/3 đến 1/2 dòng chữ", Severity.WARNING),
    ],
)
def test_the_line_is_a_third_to_a_half_of_the_words(
    indent: int, message: str | None, severity: Severity | None
) -> None:
    docx = clean(SHORT)
    set_line(docx, SHORT_SUBJECT, indent, indent)
    slips = ask(docx, "ND30-317")
    assert [slip.message for slip in slips] == ([f"đường kẻ dưới trích yếu {message}"] if message else [])
    assert [slip.severity for slip in slips] == ([severity] if message else [])


@pytest.mark.parametrize(
    ("text", "message", "right"),
    [
        ("V/V đẩy mạnh", "trích yếu công văn mở đầu bằng “V/V”, phải là “V/v”", "V/v"),
        ("V/v về việc đẩy mạnh", "viết lặp “V/v về việc”: “V/v” đã là “Về việc”", "V/v"),
        ("V/v: về việc đẩy mạnh", "viết lặp “V/v: về việc”: “V/v” đã là “Về việc”", "V/v"),
    ],
)
def test_other_forms_of_v_v(text: str, message: str, right: str) -> None:
    docx = clean(LETTER)
    word_run(docx, docx.paragraph(ABOUT), text)
    (slip,) = ask(docx, "ND30-321")
    assert (slip.message, slip.replacements) == (message, (right,))


@pytest.mark.parametrize("text", ["V/v đẩy mạnh về việc học", "V/v vận động", "V/v triển khai Kế hoạch số 5/KH-UBND"])
def test_right_forms_of_v_v(text: str) -> None:
    docx = clean(LETTER)
    word_run(docx, docx.paragraph(ABOUT), text)
    assert ask(docx, "ND30-321") == []


@pytest.mark.parametrize(("before", "found"), [(100, 0), (120, 0), (140, 0), (99, 1), (0, 1), (240, 1)])
def test_six_points_and_one_more_or_less(before: int, found: int) -> None:
    docx = clean(LETTER)
    stand(docx, ABOUT, before=before)
    assert len(ask(docx, "ND30-326")) == found


def test_the_gap_is_of_both_paragraphs() -> None:
    docx = clean(LETTER)
    stand(docx, ABOUT, before=0)
    stand(docx, "Số:", after=120)
    assert ask(docx, "ND30-326") == []
