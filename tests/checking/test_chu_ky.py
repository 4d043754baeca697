"""The signature: words for the authority, titles, names, how they look."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.papers import Sheet
from vtdocs.checking.finding import Slip
from vtdocs.checking.office import Office
from vtdocs.diagnostics import Severity

_OFFICE = Office(
    name="Ủy ban nhân dân xã Vĩnh Thông",
    units=(("Văn phòng HĐND và UBND", "VP"), ("Phòng Văn hóa - Xã hội", "VHXH")),
    signers=(("Nguyễn Văn An", "PHÓ CHỦ TỊCH"),),
)


def _ask(rule: str, *lines: str, issuer: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG")) -> list[Slip]:
    head = Sheet().head((*issuer, "Số: 12/KH-UBND"))
    return ask(head.title().body().sign(right=lines).read(_OFFICE), rule)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("T/M ỦY BAN NHÂN DÂN", "TM."),
        ("TM ỦY BAN NHÂN DÂN", "TM."),
        ("K/T CHỦ TỊCH", "KT."),
        ("KT CHỦ TỊCH", "KT."),
        ("T/L CHỦ TỊCH", "TL."),
    ],
)
def test_forms_of_party_papers(typed: str, right: str) -> None:
    slips = _ask("ND30-501", typed, "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An")
    assert [(slip.found, slip.expected) for slip in slips] == [(typed.split()[0], right)]


@pytest.mark.parametrize(
    "lines",
    [
        ("CHỦ TỊCH", "", "", "Nguyễn Văn An"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "", "", "Nguyễn Văn An"),
        ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN", "", "PHÓ CHỦ TỊCH UBND TỈNH", "Nguyễn Văn An"),
        ("Q. CHỦ TỊCH", "", "", "Nguyễn Văn An"),
        ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", "", "Nguyễn Văn An"),
        ("TM. ĐOÀN CHỦ TỊCH", "CHỦ TỊCH", "", "", "Nguyễn Văn An"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "", "", "Nguyễn Văn An"),
    ],
)
def test_signatures_that_are_right(lines: tuple[str, ...]) -> None:
    rules = ("ND30-501", "VB-502", "ND30-503", "ND30-504", "ND30-505", "ND30-506", "ND30-507", "ND30-508")
    assert {rule: _ask(rule, *lines) for rule in rules} == {rule: [] for rule in rules}


@pytest.mark.parametrize(
    ("rule", "lines", "message"),
    [
        ("VB-502", ("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "“KT.CHỦ TỊCH” thiếu dấu cách sau “KT.”"),
        (
            "ND30-503",
            ("KT. PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "“KT.” đứng trước chức vụ cấp phó (“KT. PHÓ CHỦ TỊCH”), phải đứng trước chức vụ của người đứng đầu",
        ),
        (
            "ND30-504",
            ("KT. CHỦ TỊCH", "CHỦ TỊCH"),
            "dưới “KT. CHỦ TỊCH” lại ghi “CHỦ TỊCH”: ký thay thì ghi chức vụ của người ký",
        ),
        (
            "ND30-505",
            ("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "“TM.” đứng trước chức vụ (“TM. CHỦ TỊCH”), phải đứng trước tên tập thể hoặc cơ quan",
        ),
        (
            "ND30-506",
            ("KT. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"),
            "“KT.” đứng trước tên cơ quan (“KT. ỦY BAN NHÂN DÂN”), phải đứng trước chức vụ của người đứng đầu",
        ),
    ],
)
def test_what_is_said_of_the_authority(rule: str, lines: tuple[str, ...], message: str) -> None:
    assert [slip.message for slip in _ask(rule, *lines, "", "", "Nguyễn Văn An")] == [message]


def test_a_capacity_right_above_the_name() -> None:
    slips = _ask("ND30-504", "KT. CHỦ TỊCH", "", "", "Nguyễn Văn An")
    assert [slip.message for slip in slips] == ["dưới “KT. CHỦ TỊCH” không có chức vụ của người ký"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ThS. Nguyễn Văn An", ("Nguyễn Văn An", None)),
        ("PGS.TS. Nguyễn Văn An", ("Nguyễn Văn An", None)),
        ("Tiến sĩ Nguyễn Văn An", ("Nguyễn Văn An", None)),
        ("Ông Nguyễn Văn An", ("Nguyễn Văn An", Severity.WARNING)),
    ],
)
def test_degrees(name: str, found: tuple[str, Severity | None]) -> None:
    slips = _ask("ND30-507", "CHỦ TỊCH", "", "", name)
    assert [(slip.expected, slip.severity) for slip in slips] == [found]


def test_a_school_may_have_degrees() -> None:
    lines = ("HIỆU TRƯỞNG", "", "", "ThS. Nguyễn Văn An")
    assert _ask("ND30-507", *lines, issuer=("UBND XÃ VĨNH THÔNG", "TRƯỜNG TIỂU HỌC SỸ BÌNH")) == []
    assert len(_ask("ND30-507", *lines, issuer=("UBND TỈNH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"))) == 1


def test_a_name_in_capitals() -> None:
    slips = _ask("ND30-508", "CHỦ TỊCH", "", "", "NGUYỄN VĂN AN")
    assert [slip.expected for slip in slips] == ["Nguyễn Văn An"]


def test_the_title_against_the_office_file() -> None:
    assert _ask("VB-514", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An") == []
    slips = _ask("VB-514", "CHỦ TỊCH", "", "", "Nguyễn Văn An")
    assert [slip.message for slip in slips] == [
        "“Nguyễn Văn An” ký với chức vụ “CHỦ TỊCH”, trong tệp cơ quan là “PHÓ CHỦ TỊCH”"
    ]
    assert _ask("VB-514", "CHỦ TỊCH", "", "", "Trần Văn Bình") == []
