"""Bases: what is said of each fault, and which lines are none."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, read
from tests.checking.changes import Change, add_paragraph, both, drop, one, reword
from tests.checking.mutating import clean
from vtdocs.diagnostics import Severity

_QD = "examples/mau/quyet-dinh.yaml"
_LAST = "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội."


def _ask(rule: str, change: Change) -> list[tuple[str, int, Severity | None]]:
    docx = clean(_QD)
    change(docx)
    return [(slip.message, len(slip.places), slip.severity) for slip in ask(docx, rule)]


@pytest.mark.parametrize(
    ("rule", "change", "message", "places"),
    [
        ("ND30-350", one("Căn cứ Luật", letters={"i": "0"}), "căn cứ in đứng, phải in nghiêng", 1),
        (
            "ND30-351",
            one("Căn cứ Luật", letters={"b": "1"}),
            "căn cứ in đậm; kiểu chữ quy định là nghiêng, không đậm",
            1,
        ),
        (
            "ND30-352",
            both(reword("năm 2025;", "năm 2025,"), reword("Cổng Dịch vụ công quốc gia;", "thủ tục hành chính")),
            "dòng căn cứ kết thúc bằng “,”, chữ, không có dấu, phải là dấu chấm phẩy (;)",
            2,
        ),
        (
            "ND30-353",
            reword(_LAST, _LAST.replace(".", ";")),
            "dòng căn cứ cuối cùng kết thúc bằng “;”, phải là dấu chấm (.)",
            1,
        ),
        (
            "ND30-354",
            reword("năm 2025;", "năm 2025; Căn cứ Luật Tiếp công dân;"),
            "nhiều căn cứ viết liền trên một dòng; sau mỗi căn cứ phải xuống dòng",
            1,
        ),
    ],
)
def test_what_is_said(rule: str, change: Change, message: str, places: int) -> None:
    assert _ask(rule, change) == [(message, places, None)]


def test_a_sentence_that_goes_on_below_the_bases_is_a_warning() -> None:
    change = both(
        drop("Theo đề nghị"),
        drop("QUYẾT ĐỊNH:"),
        drop("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"),
        add_paragraph("Căn cứ Nghị định số 118", "Ủy ban nhân dân xã ban hành Quyết định với nội dung sau:", "NoiDung"),
    )
    assert [severity for _message, _places, severity in _ask("ND30-353", change)] == [Severity.WARNING]


def test_an_opening_in_upright_letters_is_no_basis() -> None:
    assert ask(clean(), "ND30-350") == []


def test_a_paper_without_bases_says_nothing() -> None:
    paper = read(clean("examples/mau/cong-van.yaml"))
    assert [ask(paper, f"ND30-35{digit}") for digit in range(5)] == [[], [], [], [], []]
