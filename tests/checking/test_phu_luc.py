"""Appendices: head, title, the line (Kèm theo …) against the head of the paper, references both ways."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.changes import Change, reword
from tests.checking.mutating import clean
from tests.checking.papers import Sheet
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.diagnostics import Severity

_TWO = "examples/mau/phu-luc-loi-van.yaml"
_QD = "examples/mau/quyet-dinh.yaml"
_LINE = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)"
_TEXT = (
    "Thực hiện Nghị quyết của Hội đồng nhân dân xã, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
    "I. NHIỆM VỤ",
)


def _paper(sentence: str, *heads: tuple[str, ...]) -> Paper:
    sheet = Sheet().head().title().body((*_TEXT, sentence)).sign()
    for head in heads:
        sheet.new_page().centre(*head)
        sheet.body(("I. NỘI DUNG", "Các đơn vị báo cáo kết quả thực hiện theo đề cương của Ủy ban nhân dân xã."))
    return sheet.read()


def _told(slips: list[Slip]) -> list[tuple[str, Severity | None]]:
    return [(slip.message, slip.severity) for slip in slips]


def _changed(rule: str, change: Change, base: str) -> list[tuple[str, Severity | None]]:
    docx = clean(base)
    change(docx)
    return _told(ask(docx, rule))


def test_capitals() -> None:
    assert _changed("ND30-601", reword("Phụ lục II", "PHỤ LỤC II", "PhuLuc"), _TWO) == [
        ("“PHỤ LỤC II” in hoa; từ “Phụ lục” phải viết bằng chữ in thường", None)
    ]
    assert _changed("ND30-601", reword("Phụ lục", "PHỤ LỤC", "PhuLuc"), _QD) == [
        ("“PHỤ LỤC” in hoa; từ “Phụ lục” phải viết bằng chữ in thường", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này./.",
        "Nhiệm vụ cụ thể tại các phụ lục./.",
        "Nhiệm vụ cụ thể tại Phụ lục I và Phụ lục II./.",
        "Nhiệm vụ cụ thể tại Phụ lục I, II./.",
        "Nhiệm vụ cụ thể tại các Phụ lục I đến II./.",
        "Giao các đơn vị thực hiện (có biểu chi tiết kèm theo)./.",
    ],
)
def test_texts_that_point_to_their_appendices(sentence: str) -> None:
    paper = _paper(sentence, ("Phụ lục I", "LỊCH KIỂM TRA", _LINE), ("Phụ lục II", "ĐỀ CƯƠNG BÁO CÁO", _LINE))
    assert [len(paper.phu_luc), ask(paper, "ND30-620"), ask(paper, "VB-621")] == [2, [], []]


def test_texts_that_do_not() -> None:
    heads = (("Phụ lục I", "LỊCH KIỂM TRA", _LINE), ("Phụ lục II", "ĐỀ CƯƠNG BÁO CÁO", _LINE))
    assert _told(ask(_paper("Giao các đơn vị thực hiện./.", *heads), "ND30-620")) == [
        ("phần lời của văn bản không nhắc đến “Phụ lục I”, “Phụ lục II”", None)
    ]
    assert _told(ask(_paper("Lịch kiểm tra tại Phụ lục I./.", *heads), "ND30-620")) == [
        ("phần lời của văn bản không nhắc đến “Phụ lục II”", Severity.WARNING)
    ]
    other = "Thực hiện theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP./."
    assert _told(ask(_paper(other, *heads), "ND30-620"))[0][1] is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Nhiệm vụ cụ thể tại Phụ lục kèm theo./.", ["Phụ lục kèm theo"]),
        ("Giao các đơn vị thực hiện (có danh sách kèm theo)./.", ["(có danh sách kèm theo)"]),
        ("Thực hiện theo Phụ lục I kèm theo Nghị định số 30/2020/NĐ-CP./.", []),
        ("Thực hiện theo Phụ lục III Nghị định này và hướng dẫn của Sở Nội vụ./.", []),
        ("Giao các đơn vị thực hiện, báo cáo kết quả về Ủy ban nhân dân xã./.", []),
    ],
)
def test_an_appendix_that_is_not_in_the_file(sentence: str, words: list[str]) -> None:
    assert [slip.found for slip in ask(_paper(sentence), "VB-621")] == words


@pytest.mark.parametrize(
    "line",
    [
        _LINE,
        "(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng     năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)",
        "(Kèm theo Kế hoạch số …/KH-UBND ngày …/…/2026 của UBND xã Vĩnh Thông)",
        "(Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã)",
        "(Kèm theo Văn bản số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Uỷ ban nhân dân xã Vĩnh Thông)",
    ],
)
def test_lines_that_agree_with_the_head(line: str) -> None:
    paper = _paper("Nhiệm vụ tại Phụ lục kèm theo./.", ("Phụ lục", "LỊCH KIỂM TRA", line))
    rules = ("ND30-610", "ND30-613", "ND30-614", "ND30-615", "ND30-616", "ND30-617")
    assert {rule: ask(paper, rule) for rule in rules} == {rule: [] for rule in rules}


@pytest.mark.parametrize(
    ("rule", "old", "new", "found"),
    [
        ("ND30-613", "12/KH", "21/KH", ("dòng “(Kèm theo …)” ghi số là “21”, đầu văn bản là “12”", None)),
        (
            "ND30-613",
            "KH-UBND",
            "QĐ-UBND",
            ("dòng “(Kèm theo …)” ghi ký hiệu là “QĐ-UBND”, đầu văn bản là “KH-UBND”", None),
        ),
        (
            "ND30-614",
            "ngày 05",
            "ngày 15",
            (
                (
                    "dòng “(Kèm theo …)” ghi ngày là “ngày 15 tháng 01 năm 2026”, "
                    "đầu văn bản là “ngày 05 tháng 01 năm 2026”"
                ),
                None,
            ),
        ),
        (
            "ND30-615",
            "Vĩnh Thông",
            "Bình Minh",
            (
                (
                    "dòng “(Kèm theo …)” ghi cơ quan là “Ủy ban nhân dân xã Bình Minh”, "
                    "đầu văn bản là “ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG”"
                ),
                None,
            ),
        ),
        (
            "ND30-615",
            "của Ủy",
            "của Chủ tịch Ủy",
            (
                (
                    "dòng “(Kèm theo …)” ghi cơ quan là “Chủ tịch Ủy ban nhân dân xã Vĩnh Thông”, "
                    "đầu văn bản là “ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG”"
                ),
                Severity.WARNING,
            ),
        ),
        (
            "ND30-616",
            " của Ủy ban nhân dân xã Vĩnh Thông",
            "",
            ("dòng “(Kèm theo …)” không ghi tên cơ quan ban hành văn bản", None),
        ),
        (
            "ND30-617",
            "Kế hoạch",
            "Quyết định",
            ("dòng “(Kèm theo …)” ghi loại văn bản là “Quyết định”, đầu văn bản là “Kế hoạch”", None),
        ),
    ],
)
def test_lines_that_do_not(rule: str, old: str, new: str, found: tuple[str, Severity | None]) -> None:
    paper = _paper("Nhiệm vụ tại Phụ lục kèm theo./.", ("Phụ lục", "LỊCH KIỂM TRA", _LINE.replace(old, new)))
    assert _told(ask(paper, rule)) == [found]


def test_this_plan_is_named_without_its_number() -> None:
    paper = _paper("Nhiệm vụ tại Phụ lục kèm theo./.", ("Phụ lục", "LỊCH KIỂM TRA", "(Kèm theo Kế hoạch này)"))
    assert ask(paper, "ND30-613") == []
    assert [slip.severity for slip in ask(paper, "ND30-616")] == [Severity.WARNING]


def test_a_paper_without_appendices_says_nothing() -> None:
    paper = _paper("Giao các đơn vị thực hiện./.")
    rules = [f"ND30-6{place:02}" for place in (1, 2, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 20)]
    assert {rule: ask(paper, rule) for rule in rules} == {rule: [] for rule in rules}
