"""Recipients, the Lưu line, Kính gửi: forms that are right, and what is said of others."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.papers import Sheet
from vtdocs.checking.finding import Slip
from vtdocs.checking.office import Office
from vtdocs.checking.paper import Paper
from vtdocs.diagnostics import Severity

_OFFICE = Office(name="Ủy ban nhân dân xã Vĩnh Thông", units=(("Văn phòng", "VP"), ("Phòng Văn hóa - Xã hội", "VHXH")))
_LETTER_HEAD = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 12/UBND-VP", "V/v báo cáo cải cách hành chính")
_TEXT = (
    (
        "Thực hiện Kế hoạch cải cách hành chính năm 2026, Ủy ban nhân dân xã đề nghị các cơ quan, đơn vị báo cáo "
        "kết quả thực hiện các nhiệm vụ được giao trước ngày 14 hằng tháng để tổng hợp, báo cáo theo quy định./."
    ),
)


def _plan(*recipients: str) -> Paper:
    return Sheet().head().title().body().sign(left=("Nơi nhận:", *recipients)).read(_OFFICE)


def _letter(to: tuple[str, ...], *recipients: str) -> Paper:
    sheet = Sheet().head(_LETTER_HEAD)
    for line in to:
        sheet.line(line, indent=35)
    return sheet.body(_TEXT).sign(left=("Nơi nhận:", *recipients)).read(_OFFICE)


def _told(slips: list[Slip]) -> list[tuple[str, Severity | None]]:
    return [(slip.message, slip.severity) for slip in slips]


@pytest.mark.parametrize(
    "luu",
    [
        "- Lưu: VT.",
        "- Lưu: VT, VP.",
        "- Lưu: VT, VP (2).",
        "- Lưu: VT, CCHC&VTLT (Quý).",
        "- Lưu: VT, HCQT, KTTH, NC.Châu.",
        "- Lưu: VT, CST (PLP) (   b).",
        "- Lưu: VT, Hồ sơ.",
        "- Lưu: VT, VP. PL.(300)",
    ],
)
def test_lines_of_the_archive_that_are_right(luu: str) -> None:
    paper = _plan("- Các phòng;", luu)
    assert [ask(paper, rule) for rule in ("ND30-533", "ND30-535", "ND30-536")] == [[], [], []]


@pytest.mark.parametrize(
    ("luu", "expected"),
    [
        ("- Lưu VT, VP.", "- Lưu: VT, VP."),
        ("- Lưu: VP.", "- Lưu: VT, VP."),
        ("- Lưu: VT; VP.", "- Lưu: VT, VP."),
        ("- Lưu: VT-VP.", "- Lưu: VT, VP."),
        ("- Lưu: VT VP.", "- Lưu: VT, VP."),
    ],
)
def test_lines_of_the_archive_that_are_wrong(luu: str, expected: str) -> None:
    assert [slip.expected for slip in ask(_plan("- Các phòng;", luu), "ND30-535")] == [expected]


def test_a_last_line_without_full_stop_is_a_warning() -> None:
    assert _told(ask(_plan("- Các phòng;", "- Lưu: VT, VP"), "ND30-534")) == [
        ("dòng cuối cùng của nơi nhận không kết thúc bằng dấu chấm (.)", Severity.WARNING)
    ]


def test_a_line_without_semicolon_is_an_error() -> None:
    assert _told(ask(_plan("- Các phòng,", "- Lưu: VT, VP."), "ND30-534")) == [
        ("cuối dòng nơi nhận không có dấu chấm phẩy (;)", None)
    ]


def test_groups_notes_and_long_names_are_let_pass() -> None:
    paper = _plan(
        "Gửi bản điện tử:",
        "- TT. Đảng ủy, HĐND xã (B/c);",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam và",
        "các tổ chức chính trị - xã hội xã;",
        "- Các phòng, đơn vị:",
        "- Lưu: VT, VP.",
    )
    assert [ask(paper, rule) for rule in ("ND30-533", "ND30-534", "ND30-536")] == [[], [], []]


def test_no_line_of_the_archive() -> None:
    assert _told(ask(_plan("- Các phòng;", "- Các thôn."), "ND30-536")) == [
        ("danh sách nơi nhận không có dòng Lưu", None)
    ]


def test_no_recipients_at_all() -> None:
    sheet = Sheet().head().title().body().grid((("", " "), ("CHỦ TỊCH", "", "", "Nguyễn Văn An")), widths=(80, 85))
    assert _told(ask(sheet.read(), "ND30-540")) == [("văn bản không có “Nơi nhận”", None)]


def test_the_drafting_unit_against_the_office_file() -> None:
    assert ask(_plan("- Các phòng;", "- Lưu: VT, VHXH (Hà)."), "VB-537") == []
    assert ask(_plan("- Các phòng;", "- Lưu: VT."), "VB-537") == []
    assert _told(ask(_plan("- Các phòng;", "- Lưu: VT, VHTT."), "VB-537")) == [
        ("“VHTT” trên dòng Lưu không phải chữ viết tắt của đơn vị nào trong tệp cơ quan", None)
    ]


@pytest.mark.parametrize(
    ("recipients", "found"),
    [
        (("- Như trên;", "- Lưu: VT."), []),
        (("- Như trên (để b/c);", "- Lưu: VT."), []),
        (("-  Như  trên ;", "- Lưu: VT."), []),
        (
            ("- Sở Nội vụ;", "- Lưu: VT."),
            [("văn bản có “Kính gửi” nhưng dưới “Nơi nhận” không có “Như trên”", None)],
        ),
        (
            ("- Như kính gửi;", "- Lưu: VT."),
            [("nơi nhận ghi “Như kính gửi”, từ quy định là “Như trên”", Severity.WARNING)],
        ),
        (
            ("- Sở Nội vụ;", "- Như trên;", "- Lưu: VT."),
            [("“Như trên” không phải dòng đầu tiên của nơi nhận", Severity.WARNING)],
        ),
    ],
)
def test_as_above(recipients: tuple[str, ...], found: list[tuple[str, Severity | None]]) -> None:
    assert _told(ask(_letter(("Kính gửi: Sở Nội vụ tỉnh Thái Nguyên",), *recipients), "ND30-538")) == found


def test_as_above_without_addressee() -> None:
    assert _told(ask(_plan("- Như trên;", "- Lưu: VT."), "ND30-539")) == [
        ("nơi nhận ghi “- Như trên;” nhưng văn bản không có “Kính gửi”", None)
    ]
    assert ask(_plan("- Như Điều 4;", "- Lưu: VT."), "ND30-539") == []


def test_a_letter_without_addressee() -> None:
    assert _told(ask(_letter((), "- Các phòng;", "- Lưu: VT."), "ND30-551")) == [("công văn không có “Kính gửi”", None)]


@pytest.mark.parametrize(
    "to",
    [
        ("Kính gửi: Sở Nội vụ tỉnh Thái Nguyên",),
        ("Kính gửi: Các sở, ban, ngành",),
        ("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."),
    ],
)
def test_addressees_that_are_right(to: tuple[str, ...]) -> None:
    paper = _letter(to, "- Như trên;", "- Lưu: VT.")
    rules = [f"ND30-55{digit}" for digit in (0, 1, 2, 4, 5, 6, 7, 8)]
    assert {rule: ask(paper, rule) for rule in rules} == {rule: [] for rule in rules}


@pytest.mark.parametrize(
    ("rule", "to", "found"),
    [
        ("ND30-552", ("Kính gửi Sở Nội vụ",), ("sau “Kính gửi” không có dấu hai chấm", None)),
        (
            "ND30-554",
            ("Kính gửi: Sở Nội vụ; Sở Tài chính",),
            ("hai nơi nhận trở lên viết trên cùng một dòng Kính gửi", None),
        ),
        (
            "ND30-556",
            ("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính;"),
            ("dòng cuối cùng dưới “Kính gửi” không kết thúc bằng dấu chấm (.)", Severity.WARNING),
        ),
        ("ND30-557", ("Kính gửi: - Sở Nội vụ.",), ("chỉ gửi một nơi nhưng có gạch đầu dòng", None)),
    ],
)
def test_addressees_that_are_wrong(rule: str, to: tuple[str, ...], found: tuple[str, Severity | None]) -> None:
    assert _told(ask(_letter(to, "- Như trên;", "- Lưu: VT."), rule)) == [found]
