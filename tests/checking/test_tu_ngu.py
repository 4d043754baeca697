"""Words that a reviewer would change, and days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checking.sentences import ask, found, paper_of
from vtdocs.checking.registry import all_rules
from vtdocs.diagnostics import Severity

FAMILIES = {"tu_ngu", "ngay_thang"}
RULES = [rule.id for rule in all_rules().values() if rule.family in FAMILIES]

BROKEN = [
    ("VB-831", "Báo cáo hàng năm, hàng tháng; Hàng quý tổng hợp.", ["hàng năm", "hàng tháng", "Hàng quý"]),
    ("VB-832", "Quyết định số 1/QĐ-UBND ngày 15/7/2021 của UBND xã.", ["ngày 15/7/2021"]),
    ("VB-833", "Bắt đầu lúc 20 giờ 15' ngày mai, từ 8h30 đến 11h.", ["20 giờ 15'", "8h30", "11h"]),
    ("VB-834", "Yêu cầu cơ quan, đơn vị tổ chức thực hiện.", ["Yêu cầu cơ quan, đơn vị"]),
    ("VB-837", "đăng ký căn cước công dân, cấp căn cước", ["căn cước công dân"]),
    ("ND30-921", "Hoàn thành trước ngày 31 tháng 4 năm 2026.", ["ngày 31 tháng 4 năm 2026"]),
    ("ND30-921", "Từ ngày 30/02/2026 và ngày 15/13/2026.", ["ngày 30/02/2026", "ngày 15/13/2026"]),
    ("VB-924", "Họp vào thứ Ba, ngày 05/01/2026.", ["thứ Ba, ngày 05/01/2026"]),
    ("VB-924", "Họp vào Chủ nhật (ngày 05 tháng 01 năm 2026).", ["Chủ nhật (ngày 05 tháng 01 năm 2026"]),
    (
        "VB-925",
        "Chương trình tổng thể giai đoạn 2030 - 2021; nhiệm kỳ 2031-2026",
        ["giai đoạn 2030 - 2021", "nhiệm kỳ 2031-2026"],
    ),
    (
        "VB-925",
        "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình giai đoạn 2030 - 2021.",
        ["giai đoạn 2030 - 2021"],
    ),
    ("VB-925", "từ ngày 15/5/2026 đến hết ngày 14/4/2026", ["từ ngày 15/5/2026 đến hết ngày 14/4/2026"]),
]
CLEAN = [
    "ngân hàng năm 2026; mặt hàng tháng 5; khách hàng ngày càng tăng; đơn hàng quý I; hằng năm; bán hàng năm ngoái",
    "ngày 15 tháng 7 năm 2021; 24/7; ngày … tháng … năm 2026; ngày  /  /2026",
    "20 giờ 15 phút; đường dây nóng 24h/24h; 8 giờ; 1h; QL3h",
    "Yêu cầu các cơ quan, đơn vị; đề nghị cơ quan, đơn vị có liên quan; Yêu cầu cơ quan, đơn vị chủ trì báo cáo",
    "số căn cước công dân",
    "thứ Hai, ngày 05/01/2026; Chủ nhật, ngày 04 tháng 01 năm 2026; lần thứ ba ngày 05/01/2026",
    "từ ngày 15/4/2026 đến ngày 14/5/2026; ngày 29/02/2028; ngày 29 tháng 02 năm 2024",
    "“Báo cáo hàng năm”",
    "giai đoạn 2021 - 2030; năm học 2026-2027; giai đoạn từ năm 2026 đến năm 2030; nhiệm kỳ 2026 - 2031",
    "giai đoạn 2026 - 1030; giai đoạn 2021 - 2025/2026",
    "Luật số 1/2020/QH14 ngày 01 tháng 01 năm 2020 về báo cáo hàng năm;",
]


@pytest.mark.parametrize(("rule", "sentence", "words"), BROKEN)
def test_a_word_is_found_at_its_place(rule: str, sentence: str, words: list[str]) -> None:
    assert found(rule, paper_of(sentence)) == words


@pytest.mark.parametrize("sentence", CLEAN)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    rules = [rule for rule in RULES if rule != "VB-832" or "/" not in sentence]
    assert [(rule, found(rule, paper_of(sentence))) for rule in rules if ask(rule, paper_of(sentence))] == []


def test_a_column_of_a_table_may_write_days_with_strokes() -> None:
    assert ask("VB-832", paper_of(cells=["Trước ngày 30/11/2026"])) == []
    assert found("VB-832", paper_of("Trước ngày 30/11/2026.", cells=["Trước ngày 30/11/2026"])) == ["ngày 30/11/2026"]


@pytest.mark.parametrize("rule", ["VB-831", "VB-832", "VB-833", "VB-834", "VB-837", "VB-838"])
def test_a_matter_of_taste_is_a_hint(rule: str) -> None:
    assert all_rules()[rule].severity is Severity.HINT


def test_a_sentence_that_is_cut_before_its_subject_is_told() -> None:
    opening = "Thực hiện Kế hoạch số 101/KH-UBND ngày 17/3/2026 của UBND tỉnh về tuyên truyền cải cách hành chính"
    (slip,) = ask("VB-838", paper_of(f"{opening}. UBND xã ban hành Kế hoạch, cụ thể như sau:"))
    assert slip.found.endswith("cải cách hành chính. UBND xã ban hành")
    assert ask("VB-838", paper_of(f"{opening}, UBND xã ban hành Kế hoạch, cụ thể như sau:")) == []
    assert ask("VB-838", paper_of(f"{opening}, UBND xã đã chỉ đạo các thôn. UBND xã báo cáo như sau:")) == []
    assert ask("VB-838", paper_of("Theo dõi tình hình. Phòng Kinh tế báo cáo.")) == []


def test_a_paper_cannot_cite_a_later_one() -> None:
    sentence = "Thực hiện Kế hoạch số 101/KH-UBND ngày 17/3/2026 của UBND tỉnh."
    (slip,) = ask("VB-922", paper_of(sentence, day=date(2026, 3, 10)))
    assert slip.message == "văn bản ghi ngày 10/3/2026, sớm hơn văn bản viện dẫn 101/KH-UBND ngày 17/3/2026"
    assert ask("VB-922", paper_of(sentence, day=date(2026, 3, 17))) == []
    assert ask("VB-922", paper_of(sentence)) == []
