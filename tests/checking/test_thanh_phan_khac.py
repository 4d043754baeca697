"""Stamps and the address at the foot."""

from __future__ import annotations

import pytest
from docx.shared import Pt

from tests.checking.asking import ask
from tests.checking.papers import Sheet
from vtdocs.checking.paper import Paper

_LETTER_HEAD = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 12/UBND-VP", "V/v báo cáo cải cách hành chính")


def _stamped(words: str, *, bold: bool) -> Paper:
    sheet = Sheet()
    sheet.line(words, align="right", bold=bold)
    return sheet.head().title().body().sign().read()


@pytest.mark.parametrize(
    ("rule", "words", "bold", "messages"),
    [
        ("ND30-561", "HỎA TỐC", True, []),
        ("ND30-561", "HỎA TỐC", False, ["dấu chỉ mức độ khẩn không in đậm, phải in đậm"]),
        ("ND30-561", "Hỏa tốc", True, ["dấu chỉ mức độ khẩn in thường, phải in hoa"]),
        ("ND30-562", "LƯU HÀNH NỘI BỘ", True, []),
        ("ND30-562", "LƯU HÀNH NỘI BỘ", False, ["chỉ dẫn về phạm vi lưu hành không in đậm, phải in đậm"]),
    ],
)
def test_stamps(rule: str, words: str, bold: bool, messages: list[str]) -> None:
    assert [slip.message for slip in ask(_stamped(words, bold=bold), rule)] == messages


@pytest.mark.parametrize(
    ("size", "messages"), [(11, []), (12, []), (14, ["địa chỉ cơ quan cỡ chữ 14, phải là cỡ 11 - 12"])]
)
def test_the_address(size: int, messages: list[str]) -> None:
    sheet = Sheet().head(_LETTER_HEAD)
    sheet.line("Kính gửi: Sở Nội vụ", indent=35)
    sheet.body().sign()
    address = sheet.line("Địa chỉ: Thôn Nà Lẹng, xã Vĩnh Thông, tỉnh Thái Nguyên; điện thoại: 0209 3 000 000")
    address.runs[0].font.size = Pt(size)
    paper = sheet.read()
    assert paper.part("dia_chi") is not None
    assert [slip.message for slip in ask(paper, "ND30-563")] == messages
