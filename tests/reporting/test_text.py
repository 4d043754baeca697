"""The report on a screen."""

from __future__ import annotations

from msgspec.structs import replace

from tests.reporting.reports import ACCEPTED, CLEAN, REPORT, SPACES
from vtdocs.checking.paper import Regime
from vtdocs.checking.registry import Example, Rule
from vtdocs.diagnostics import Severity
from vtdocs.reporting.text import Line, write_report, write_rule
from vtdocs.reporting.words import verdict


def shown(lines: object) -> str:
    assert not isinstance(lines, str)
    return "\n".join(f"{' ' * line.indent}{line.word}{line.rest}" for line in lines)  # type: ignore[attr-defined]


def test_findings_stand_by_severity_and_group_with_their_places() -> None:
    assert (
        shown(write_report(REPORT))
        == """\
dist/ke-hoach.docx: 1 lỗi, 1 cảnh báo, 1 gợi ý, 1 đã chấp nhận
  Loại: Kế hoạch, văn bản hành chính (Nghị định 30/2020/NĐ-CP)
  Cơ quan: Ủy ban nhân dân xã An (theo tệp cơ quan)
  Nhận ra: Quốc hiệu, trích yếu
  Chưa chắc: không thấy rõ nơi nhận

LỖI (1)
  Trang giấy và phông chữ
    ND30-102  lề trái 25 mm, ngoài khoảng 30 - 35 mm
        sửa: đặt lại ở Page Setup
        nguồn: 30/2020/NĐ-CP, Phụ lục I

CẢNH BÁO (1)
  Trang giấy và phông chữ
    ND30-110  thiếu số 0 ở ngày <5>
        ở trang 1, đoạn 6 “Hà Nội, ngày 5 tháng 1”
        ở trang 2, đoạn 9 “& ngày 7”
        sửa: ngày 05 tháng 01
        nguồn: khoản 4

GỢI Ý (1)
  Trang giấy và phông chữ
    VB-111  hai dấu cách
        ở đoạn 12 “a  b”
        ở chân trang, đoạn 2 “chân trang”

ĐÃ CHẤP NHẬN (1)
    VB-113  chữ màu
        ở đoạn 3 “Đỏ”
        lý do chấp nhận: biểu trưng của cơ quan"""
    )


def test_the_words_that_a_severity_colours_are_told() -> None:
    assert [(line.word, line.severity) for line in write_report(REPORT) if line.word][:2] == [
        ("LỖI (1)", Severity.ERROR),
        ("ND30-102", Severity.ERROR),
    ]


def test_a_clean_paper_of_another_law_takes_two_lines() -> None:
    assert shown(write_report(CLEAN)) == "a b.docx: chỉ xét cách gõ, không thấy điều gì\n  Loại: văn bản của Đảng"


def test_a_house_rule_is_named() -> None:
    report = replace(CLEAN, profile="Quy định của tỉnh")
    assert "  Theo: Nghị định 30/2020/NĐ-CP và quy định riêng “Quy định của tỉnh”" in shown(write_report(report))


def test_of_many_places_and_many_findings_the_first_are_shown_and_the_others_counted() -> None:
    many = replace(SPACES, places=SPACES.places * 4)
    told = shown(write_report(replace(CLEAN, findings=(many,) * 12)))
    assert told.count("VB-111  hai dấu cách") == 10
    assert told.count("        và 3 chỗ nữa") == 10
    assert told.endswith("    VB-111  và 2 điều nữa như thế; xem đủ: --html, --json")


def test_a_rule_is_told_whole() -> None:
    example = Example("lề trái 30 mm", "lề trái 25 mm")
    rule = Rule(
        "ND30-199", "Lề sai", Severity.ERROR, "khoản 3", "trang", example, lambda _paper: (), "Để còn chỗ đóng."
    )
    assert write_rule(rule) == (
        "ND30-199  Lề sai\n  mức độ: lỗi\n  nguồn: khoản 3\n  vì sao: Để còn chỗ đóng.\n"
        "  đúng: lề trái 30 mm\n  sai: lề trái 25 mm\n"
    )


def test_nothing_is_passed_that_was_not_judged() -> None:
    assert verdict(CLEAN) == "chỉ xét cách gõ, không thấy điều gì"
    assert verdict(replace(CLEAN, regime=Regime.ND30)) == "đạt"
    assert verdict(replace(CLEAN, regime=Regime.ND30, accepted=(ACCEPTED,))) == "1 đã chấp nhận"
    assert verdict(REPORT) == "1 lỗi, 1 cảnh báo, 1 gợi ý, 1 đã chấp nhận"
    assert verdict(replace(CLEAN, only_form=True)) == "không xét: văn bản của Đảng"
    assert verdict(replace(CLEAN, regime=Regime.ND30, only_form=True)) == "đạt"


def test_a_line_says_nothing_of_its_own() -> None:
    assert Line("") == ("", "", Severity.HINT, 0)
