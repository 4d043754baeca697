"""Citations: how papers are named, and what is known of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.bounded import ends
from tests.checking.sentences import ask, found, paper_of
from vtdocs.checking.can_cu_luat import THEO_SO
from vtdocs.checking.citations import find_citations
from vtdocs.checking.registry import all_rules

FAMILIES = {"vien_dan", "hieu_luc"}
RULES = [rule.id for rule in all_rules().values() if rule.family in FAMILIES]
NOW = date(2026, 4, 1)

BROKEN = [
    ("VB-901", "Thực hiện Nghị định 30/2020/NĐ-CP ngày 05/3/2020.", ["Nghị định 30/2020/NĐ-CP"]),
    ("VB-902", "Triển khai thực hiện 101/KH-UBND ngày 17/3/2026.", ["101/KH-UBND"]),
    ("VB-902", "Thực hiện Văn bản số 12/QĐ-UBND ngày 17/3/2026.", ["Văn bản số 12/QĐ-UBND"]),
    ("VB-902", "Phúc đáp số 215/VPUBND-TH ngày 22 tháng 01 năm 2026 của Văn phòng.", ["số 215/VPUBND-TH"]),
    ("VB-902", "Thực hiện số 101/KH-UBND ngày 17/3/2026, các thôn báo cáo.", ["số 101/KH-UBND"]),
    (
        "VB-906",
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 77/QĐ-UBND của Chủ tịch UBND xã.",
        ["Quyết định số 77/QĐ-UBND"],
    ),
    ("VB-906", "Thực hiện Kế hoạch số 101/KH-UBND, các thôn báo cáo.", ["Kế hoạch số 101/KH-UBND"]),
    ("VB-908", "Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.", ["Nghị định số 61/2018/NĐ-CP ngày 23/4/2018"]),
    (
        "VB-908",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        ["Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"],
    ),
    ("VB-908", "Căn cứ Luật Đất đai năm 2013;", ["Luật Đất đai năm 2013"]),
    (
        "VB-909",
        "Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ",
        ["Nghị định số 30/2020/NĐ-CP ngày 03/5/2020"],
    ),
    (
        "VB-909",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 15 tháng 6 năm 2025;",
        ["Luật Tổ chức chính quyền địa phương ngày 15 tháng 6 năm 2025"],
    ),
    ("VB-910", "Thông tư số 03/2025/TT-BNV ngày 05/3/2026", ["Thông tư số 03/2025/TT-BNV ngày 05/3/2026"]),
]
CLEAN = [
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Luật Đất đai năm 2024; Luật Căn cước năm 2023",
    "Luật Tổ chức chính quyền địa phương năm 2025; Luật Tổ chức chính quyền địa phương",
    "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ thay thế Nghị định số 61/2018/NĐ-CP",
    "Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng pháp luật",
    "Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ ngày 06/01/2022 phê duyệt Đề án",
    "Công văn số 123/UBND-VX ngày 05/3/2026 của UBND tỉnh; Văn bản số 77/UBND-NC ngày 06/3/2026 của UBND tỉnh",
    "Kế hoạch số      /KH-UBND; (Kèm theo Kế hoạch số 12/KH-UBND)",
    "lớp 8/A2; 12/QL3; 1/2 số hộ; tỷ lệ 5/KH; 24/7; 3/2026; Quý II, Quý III/2026; Đề án 06",
    "“Nghị định 30/2020/NĐ-CP”, “thực hiện 101/KH-UBND”",
    "các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND và 3/QĐ-UBND ngày 05/01/2026 của UBND xã",
    "các Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND ngày 05/01/2026 của UBND xã về giao nhiệm vụ",
]


@pytest.mark.parametrize(("rule", "sentence", "words"), BROKEN)
def test_a_citation_is_found_at_its_place(rule: str, sentence: str, words: list[str]) -> None:
    assert found(rule, paper_of(sentence, day=NOW)) == words


@pytest.mark.parametrize("sentence", CLEAN)
def test_a_right_citation_is_left_alone(sentence: str) -> None:
    rules = [rule for rule in RULES if rule != "VB-906"]
    assert [
        (rule, found(rule, paper_of(sentence, day=NOW))) for rule in rules if ask(rule, paper_of(sentence, day=NOW))
    ] == []


def test_the_first_citation_is_full_and_later_ones_are_short() -> None:
    full = "Kế hoạch số 101/KH-UBND ngày 17/3/2026 của UBND tỉnh về tuyên truyền"
    assert ask("VB-906", paper_of(full, "Theo Kế hoạch số 101/KH-UBND.")) == []
    assert len(ask("VB-906", paper_of("Theo Kế hoạch số 101/KH-UBND.", full))) == 1
    assert ask("VB-906", paper_of(cells=["Theo Kế hoạch số 101/KH-UBND"])) == []


def test_the_kind_goes_before_the_number_that_has_none() -> None:
    slips = ask("VB-902", paper_of("Phúc đáp số 215/VPUBND-TH.", "Theo số 101/KH-UBND."))
    assert [slip.replacements for slip in slips] == [("Công văn số 215/VPUBND-TH", "Kế hoạch số 101/KH-UBND")]
    assert ask("VB-902", paper_of("Theo số 72/2025/QH15; phúc đáp các số 1/UBND-VP, số 2/UBND-VP.")) == []


def test_a_paper_named_in_a_title_is_not_cited() -> None:
    title = "Quyết định số 5/QĐ-UBND ngày 05/01/2026 của UBND xã thay thế Quyết định số 77/QĐ-UBND"
    assert ask("VB-906", paper_of(f"Thực hiện {title}.")) == []


def test_a_paper_older_than_the_successor_may_cite_the_old() -> None:
    sentence = "Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018."
    assert ask("VB-908", paper_of(sentence, day=date(2024, 5, 1))) == []
    # A draft is as young as what it cites.
    assert ask("VB-908", paper_of(sentence)) == []
    (slip,) = ask("VB-908", paper_of(sentence, "Kế hoạch số 1/KH-UBND ngày 02/01/2026 của UBND xã."))
    assert slip.expected == "Nghị định số 118/2025/NĐ-CP"
    assert ask("VB-908", paper_of("Bãi bỏ quy định của Nghị định số 61/2018/NĐ-CP.", day=NOW)) == []


def test_laws_have_no_number_and_stand_first_among_the_bases() -> None:
    numbered = ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",)
    (slip,) = ask("ND30-905", paper_of(can_cu=numbered))
    assert slip.found == "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
    decree = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    assert ask("ND30-905", paper_of(can_cu=(law, decree))) == []
    assert ask("VB-904", paper_of(can_cu=(law, decree))) == []
    (slip,) = ask("VB-904", paper_of(can_cu=(decree, law)))
    assert slip.message == "căn cứ “Luật Tổ chức chính quyền địa phương” đứng sau Nghị định"
    (slip,) = ask("VB-904", paper_of(can_cu=("Căn cứ Luật;", decree, law)))
    assert slip.message == "căn cứ “Luật Tổ chức chính quyền địa phương” đứng sau Nghị định"


def test_the_table_of_laws_is_whole() -> None:
    for symbol, row in THEO_SO.items():
        assert row.symbol == symbol
        assert (row.ended is None) == (not row.successor)
        assert row.ended is None or row.issued < row.ended
        if "/20" in symbol:
            assert f"/{row.issued.year}/" in symbol


@pytest.mark.parametrize(
    "text",
    [
        "1/" * 50_000,
        "số 1/QĐ-UBND " * 8_000,
        "ngày 1/1/2026 " * 8_000,
        "1/A" * 30_000,
        "Thực hiện Kế hoạch số 1/KH-UBND ngày 1/1/2026, UBND " * 2_000,
        "Theo Theo Kế hoạch số 1/KH-UBND ngày 1/1/2026, Sở, Sở " + ", Sở báo" * 10_000,
    ],
)
def test_hostile_citations_end(text: str) -> None:
    with ends():
        find_citations(text)
        for rule in RULES:
            ask(rule, paper_of(text))
