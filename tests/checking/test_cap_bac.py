"""Phần, Chương, Mục, Điều, khoản, điểm, and their numbers: what is said, and what is let pass."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.changes import Change, both, drop, each, one, restyle, reword
from tests.checking.mutating import clean
from tests.checking.papers import Sheet
from vtdocs.diagnostics import Severity

_QC = "examples/mau/chuong-dieu.yaml"
_DE_AN = "examples/mau/phan-muc.yaml"
_QD = "examples/mau/quyet-dinh.yaml"


def _ask(rule: str, change: Change, base: str) -> list[tuple[str, int, Severity | None]]:
    docx = clean(base)
    change(docx)
    return [(slip.message, len(slip.places), slip.severity) for slip in ask(docx, rule)]


@pytest.mark.parametrize(
    ("rule", "change", "base", "message"),
    [
        (
            "ND30-420",
            reword("Chương I", "CHƯƠNG I"),
            _QC,
            "từ “CHƯƠNG” in hoa; từ “Chương” phải viết bằng chữ in thường",
        ),
        (
            "ND30-421",
            both(drop("NỘI DUNG ĐỀ ÁN"), reword("Phần II", "Phần II: NỘI DUNG ĐỀ ÁN")),
            _DE_AN,
            "“Phần II” đứng cùng dòng với tiêu đề; phải ở một dòng riêng, tiêu đề ngay dưới",
        ),
        (
            "ND30-422",
            reword("Mục 1", "Mục I"),
            _QC,
            "số thứ tự của mục ghi bằng chữ số La Mã (“Mục I”), phải dùng chữ số Ả Rập",
        ),
        ("ND30-423", restyle("SoPhan", letters={"b": "0"}), _DE_AN, "dòng “Phần …” không in đậm, phải in đậm"),
        ("ND30-424", reword("QUY ĐỊNH CHUNG", "Quy định chung"), _QC, "tiêu đề của chương in thường, phải in hoa"),
        (
            "ND30-425",
            restyle("TenPhan", jc="left"),
            _DE_AN,
            "số thứ tự hoặc tiêu đề của phần, chương, mục không canh giữa",
        ),
        ("ND30-426", drop("ĐIỀU KHOẢN THI HÀNH"), _QC, "“Chương III” không có tiêu đề"),
        ("ND30-430", reword("I. MỤC TIÊU", "I. Mục tiêu"), _DE_AN, "mục I, II, … in thường, phải in hoa"),
        (
            "ND30-431",
            one("Điều 1.", letters={"b": "0"}),
            _QD,
            "“Điều”, số thứ tự và tiêu đề của điều không in đậm, phải in đậm",
        ),
        ("ND30-434", reword("Điều 2.", "Điều 2:"), _QC, "sau số của điều là “:”, phải là dấu chấm (.)"),
        ("ND30-436", reword("a) Nâng cấp", "a. Nâng cấp"), _DE_AN, "điểm đánh dấu là “a.”, phải là “a)”"),
        ("ND30-450", reword("Chương III", "Chương IV"), _QC, "số thứ tự bị nhảy: sau “Chương II” là “Chương IV”"),
        ("ND30-451", reword("b) Tập huấn", "a) Tập huấn"), _DE_AN, "số “a)” bị lặp lại"),
        (
            "ND30-452",
            reword("b) Tập huấn", "f) Tập huấn"),
            _DE_AN,
            "điểm “f)” không có trong thứ tự bảng chữ cái tiếng Việt",
        ),
    ],
)
def test_what_is_said(rule: str, change: Change, base: str, message: str) -> None:
    slips = _ask(rule, change, base)
    assert [slip[0] for slip in slips] == [message]
    assert slips[0][2] is None


def test_the_words_of_an_article_in_a_decision_need_not_be_bold() -> None:
    assert ask(clean(_QD), "ND30-431") == []
    assert ask(clean(_QD), "ND30-439") == []


def test_a_phan_in_words_is_a_warning() -> None:
    change = both(reword("Phần II", "Phần thứ hai"), reword("Phần I", "Phần thứ nhất"))
    assert _ask("ND30-422", change, _DE_AN) == [
        ("số thứ tự của phần ghi bằng chữ (“Phần thứ nhất”), phải dùng chữ số La Mã", 2, Severity.WARNING)
    ]


def test_clauses_none_of_which_is_bold_are_a_warning() -> None:
    assert [slip[2] for slip in _ask("ND30-432", each("KhoanTieuDe", letters={"b": "0"}), _DE_AN)] == [Severity.WARNING]
    assert [slip[2] for slip in _ask("ND30-432", one("1. Nhu cầu", letters={"b": "0"}), _DE_AN)] == [None]


def test_a_list_that_begins_elsewhere_is_a_warning() -> None:
    change = both(reword("b) Tập huấn", "d) Tập huấn"), reword("a) Nâng cấp", "c) Nâng cấp"))
    assert _ask("ND30-450", change, _DE_AN) == [("số thứ tự bị nhảy: danh sách bắt đầu bằng “c)”", 1, Severity.WARNING)]


@pytest.mark.parametrize(
    "lines",
    [
        ("I. MỤC TIÊU", "1. Đến năm 2026 đạt 80%.", "2. Đến năm 2027 đạt 90%.", "II. NHIỆM VỤ", "Giao Văn phòng."),
        ("I. MỤC TIÊU", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm;", "e) Sáu;", "g) Bảy."),
        ("I. MỤC TIÊU", "1. Việc thứ nhất:", "- Một;", "- Hai.", "1a. Việc thêm.", "2. Việc thứ hai."),
        ("A. PHẦN CHUNG", "I. MỤC TIÊU", "Đạt 80%.", "B. PHẦN RIÊNG", "I. NHIỆM VỤ", "Giao Văn phòng."),
    ],
)
def test_numbers_that_run_on(lines: tuple[str, ...]) -> None:
    paper = Sheet().head().title().body(lines).sign().read()
    assert [ask(paper, rule) for rule in ("ND30-450", "ND30-451", "ND30-452", "VB-453")] == [[], [], [], []]


def test_bullets_and_deep_numbers() -> None:
    lines = ("I. MỤC TIÊU", "• Một việc;", "• Hai việc.", "II. NHIỆM VỤ", "1.1.1.1. Việc sâu.")
    paper = Sheet().head().title().body(lines).sign().read()
    assert [(slip.message, len(slip.places)) for slip in ask(paper, "VB-437")] == [
        ("đầu dòng dùng ký hiệu “•”; văn bản hành chính dùng số, chữ cái hoặc gạch đầu dòng (-)", 2)
    ]
    assert len(ask(paper, "VB-438")) == 1
