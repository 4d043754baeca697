"""What drafting left behind, and what only looks like it; tables."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.changes import reword
from tests.checking.mutating import clean
from tests.checking.papers import Sheet
from vtdocs.diagnostics import Severity

_QC = "examples/mau/chuong-dieu.yaml"
_WORDS = "công khai, dân chủ, kịp thời"


def _found(words: str) -> list[str]:
    docx = clean(_QC)
    reword(_WORDS, f"{_WORDS} {words}")(docx)
    return [slip.found for slip in ask(docx, "VB-950")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[cần bổ sung]", "“[cần bổ sung]”"),
        ("[...]", "“[...]”"),
        ("???", "“???”"),
        ("trong xx ngày", "“xx”"),
        ("theo Công văn số XX/UBND-VP", "“XX”"),
        ("năm 20xx", "“20xx”"),
        ("{{ ten_xa }}", "“{{ ten_xa }}”"),
        ("do ông .......... phụ trách", "“..........”"),
    ],
)
def test_places_to_be_filled_in(words: str, found: str) -> None:
    assert _found(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "theo Nghị quyết Đại hội XX",
        "khóa XXX",
        "từ thế kỷ XX",
        "gồm cán bộ, công chức, ...",
        "v.v…",
        "nêu rõ “việc […] phải công khai”",
        "theo tài liệu [1]",
        "là gì?",
    ],
)
def test_words_that_only_look_like_it(words: str) -> None:
    assert _found(words) == []


def test_a_draft_gets_a_hint_an_issued_paper_a_warning() -> None:
    text = ("I. NHIỆM VỤ", "Giao Văn phòng thực hiện trước ngày [cần bổ sung] và báo cáo kết quả./.")
    issued = Sheet().head().title().body(text).sign().read()
    assert [slip.severity for slip in ask(issued, "VB-950")] == [None]
    docx = clean(_QC)
    reword(_WORDS, f"{_WORDS} [cần bổ sung]")(docx)
    assert [slip.severity for slip in ask(docx, "VB-950")] == [Severity.HINT]


def test_dotted_lines_of_forms_are_meant() -> None:
    text = ("I. NHIỆM VỤ", "Giao các đơn vị báo cáo theo mẫu tại Phụ lục kèm theo./.")
    sheet = Sheet().head().title().body(text).sign().new_page().centre("Phụ lục", "MẪU BÁO CÁO")
    sheet.line("Họ và tên: ..............................")
    assert ask(sheet.read(), "VB-950") == []


def test_a_table_that_fits_says_nothing() -> None:
    docx = clean("examples/mau/bang-hai-tang.yaml")
    assert [ask(docx, rule) for rule in ("VB-650", "VB-651", "VB-652")] == [[], [], []]
