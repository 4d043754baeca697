"""Letters of the running text: sizes, emphasis, the end."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.changes import Change, both, each, one, restyle, reword
from tests.checking.mutating import clean
from vtdocs.diagnostics import Severity

_QC = "examples/mau/chuong-dieu.yaml"
_PLAN = "examples/cchc-2026/ke-hoach.yaml"


def _ask(rule: str, change: Change, base: str = _PLAN) -> list[tuple[str, int, Severity | None]]:
    docx = clean(base)
    change(docx)
    return [(slip.message, len(slip.places), slip.severity) for slip in ask(docx, rule)]


def test_size_15_everywhere_is_one_finding_with_the_headings() -> None:
    assert _ask("ND30-401", restyle("NoiDung", letters={"sz": "30"})) == [
        ("lời văn cỡ chữ 15, phải từ 13 đến 14", 65, None)
    ]
    assert _ask("ND30-430", restyle("NoiDung", letters={"sz": "30"})) == []


@pytest.mark.parametrize("size", ["26", "27", "28"])
def test_sizes_that_are_right(size: str) -> None:
    assert _ask("ND30-401", restyle("NoiDung", letters={"sz": size})) == []
    assert _ask("ND30-402", restyle("NoiDung", letters={"sz": size})) == []


def test_a_point_of_another_size_is_an_error_a_plain_paragraph_a_warning() -> None:
    assert _ask("ND30-402", one("1. Quy chế này", letters={"sz": "26"}), _QC) == [
        ("lời văn cỡ 14 mà có đoạn cỡ 13", 1, None)
    ]
    assert _ask("ND30-402", one("Việc tiếp công dân công khai", letters={"sz": "26"}), _QC) == [
        ("lời văn cỡ 14 mà có đoạn cỡ 13", 1, Severity.WARNING)
    ]


def test_emphasis_of_a_paragraph_is_a_warning_of_most_an_error() -> None:
    assert _ask("ND30-403", one("Chi từ nguồn ngân sách", letters={"i": "1"})) == [
        ("có đoạn lời văn in nghiêng, phải đứng", 1, Severity.WARNING)
    ]
    assert [slip[2] for slip in _ask("ND30-403", each("GachDauDong", letters={"i": "1"}))] == [None]


def test_a_remark_in_brackets_may_stand_in_italics() -> None:
    assert _ask("ND30-403", one("(Có Phụ lục các hoạt động", letters={"i": "1"})) == []


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("./.", []),
        (".", [("nội dung không kết thúc bằng “./.” như các mẫu của Nghị định", 1, Severity.HINT)]),
        ("./", [("nội dung kết thúc bằng “./”, theo mẫu là “./.”", 1, None)]),
        (" /.", [("nội dung kết thúc bằng “/.”, theo mẫu là “./.”", 1, None)]),
    ],
)
def test_the_end(end: str, found: list[tuple[str, int, Severity | None]]) -> None:
    assert _ask("VB-419", reword("Quy chế này./.", f"Quy chế này{end}"), _QC) == found


def test_capitals_that_are_typed_and_those_of_a_format() -> None:
    change = both(one("Chi từ nguồn ngân sách", letters={"caps": "1"}))
    assert _ask("ND30-405", change) == [("có đoạn lời văn in hoa, phải in thường", 1, Severity.WARNING)]
