"""Paragraphs of running text: what is measured, what is let pass, one finding a cause."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.changes import Change, add_paragraph, both, each, every, one, restyle, reword
from tests.checking.mutating import clean
from vtdocs.diagnostics import Severity

_TWO = "examples/mau/phu-luc-loi-van.yaml"


def _ask(
    rule: str, change: Change, base: str = "examples/cchc-2026/ke-hoach.yaml"
) -> list[tuple[str, int, Severity | None]]:
    docx = clean(base)
    change(docx)
    return [(slip.message, len(slip.places), slip.severity) for slip in ask(docx, rule)]


@pytest.mark.parametrize(
    ("rule", "change", "message", "places"),
    [
        ("ND30-412", restyle("NoiDung", firstLine="0"), "chữ đầu dòng lùi vào 0 mm, phải là 10 mm hoặc 12,7 mm", 61),
        ("ND30-412", restyle("NoiDung", firstLine="850"), "chữ đầu dòng lùi vào 15 mm, phải là 10 mm hoặc 12,7 mm", 61),
        ("ND30-414", restyle("NoiDung", before="60"), "các đoạn văn cách nhau 3 pt, tối thiểu 6 pt", 64),
        ("ND30-416", restyle("NoiDung", line="384"), "khoảng cách dòng của lời văn là 1,6 dòng, lớn hơn 1,5 dòng", 65),
        (
            "ND30-416",
            restyle("NoiDung", line="300", lineRule="exact"),
            "khoảng cách dòng của lời văn là Exactly 15 pt, nhỏ hơn dòng đơn",
            65,
        ),
    ],
)
def test_one_cause_is_one_finding(rule: str, change: Change, message: str, places: int) -> None:
    assert _ask(rule, change) == [(message, places, None)]


@pytest.mark.parametrize("first_line", ["567", "709", "706", "720", "737", "551"])
def test_indents_that_people_mean_by_the_decrees(first_line: str) -> None:
    assert _ask("ND30-412", restyle("NoiDung", firstLine=first_line)) == []


@pytest.mark.parametrize(
    ("first_line", "severity"), [("697", Severity.WARNING), ("600", Severity.WARNING), ("650", None)]
)
def test_less_than_a_millimetre_off_is_a_warning(first_line: str, severity: Severity | None) -> None:
    assert [slip[2] for slip in _ask("ND30-412", restyle("NoiDung", firstLine=first_line))] == [severity]


def test_many_blanks_behind_an_indent_are_told() -> None:
    change = reword("- Phát huy vai trò", " " * 10 + "- Phát huy vai trò")
    assert _ask("VB-413", change) == [("đầu dòng lùi vào bằng dấu cách", 1, None)]
    assert _ask("VB-413", reword("- Phát huy vai trò", "  - Phát huy vai trò")) == []


def test_lists_that_are_moved_as_a_block_are_let_pass() -> None:
    assert _ask("ND30-412", each("GachDauDong", left="1080", firstLine="0", hanging="360")) == []
    assert _ask("ND30-412", each("GachDauDong", left="567", firstLine="0")) == []


@pytest.mark.parametrize(("before", "after"), [("120", "0"), ("0", "120"), ("60", "60"), ("119", "0"), ("240", "120")])
def test_space_behind_and_in_front_are_added(before: str, after: str) -> None:
    assert _ask("ND30-414", restyle("NoiDung", before=before, after=after)) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("240", "auto"),
        ("360", "auto"),
        ("276", "auto"),
        ("340", "exact"),
        ("360", "exact"),
        ("482", "exact"),
        ("320", "exact"),
        ("100", "atLeast"),
        ("480", "atLeast"),
    ],
)
def test_lines_inside_the_range(line: str, rule: str) -> None:
    assert _ask("ND30-416", restyle("NoiDung", line=line, lineRule=rule)) == []


def test_a_paragraph_on_one_row_need_not_be_justified() -> None:
    assert _ask("ND30-411", each("KhoanTieuDe", count=5, jc="left")) == []
    assert _ask("ND30-411", one("- Nâng cao nhận thức", jc="left")) == [
        ("lời văn canh trái, phải canh đều cả hai lề", 1, None)
    ]


def test_forms_in_an_appendix_are_a_warning() -> None:
    found = _ask(
        "ND30-412", every(("Kế hoạch, văn bản đã", "Kết quả tuyên truyền"), lambda old: one(old, firstLine="0")), _TWO
    )
    assert found == [("chữ đầu dòng lùi vào 0 mm, phải là 10 mm hoặc 12,7 mm", 2, Severity.WARNING)]


def test_blanks_that_indent_are_told_of_once() -> None:
    change = both(
        one("- Phát huy vai trò", firstLine="0"), reword("- Phát huy vai trò", "          - Phát huy vai trò")
    )
    assert _ask("ND30-412", change) == []
    assert _ask("VB-413", change) == [("đầu dòng lùi vào bằng dấu cách", 1, None)]


def test_empty_paragraphs_count_only_between_paragraphs_of_text() -> None:
    between = add_paragraph("- Phát huy vai trò", "", "NoiDung")
    assert _ask("VB-415", between) == [("có 1 dòng trống giữa các đoạn văn", 1, None)]
    assert _ask("ND30-414", both(restyle("NoiDung", before="0"), between))[0][1] == 63
    # Above the signature, and below the title, an empty one is what everybody has.
    assert _ask("VB-415", add_paragraph("Trên đây là Kế hoạch", "", "NoiDung")) == []


def test_notes_below_a_table_are_no_running_text() -> None:
    docx = clean("examples/mau/bang-trong-loi.yaml")
    assert [ask(docx, rule) for rule in ("ND30-401", "ND30-402", "ND30-403", "ND30-412")] == [[], [], [], []]
