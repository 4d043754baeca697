"""What judging makes of what rules say: severities, regimes, acceptances, faults of ours."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from vtdocs.checking import judging
from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.groups import is_of_form
from vtdocs.checking.judging import judge
from vtdocs.checking.paper import Line, Paper, Part, Prose, Regime
from vtdocs.checking.profile import Acceptance, Profile
from vtdocs.checking.registry import Check, Example, Rule
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Observed, Paragraph, ParagraphFormat, RunFormat
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN

TEXTS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội,  ngày 5 tháng 1", "Điều 1. Thử")


def paragraph(number: int, text: str) -> Paragraph:
    return Paragraph(number, "word/document.xml", text, (), ParagraphFormat(), RunFormat())


PARAGRAPHS = tuple(paragraph(number, text) for number, text in enumerate(TEXTS, 1))
PAPER = Paper(
    observed=Observed("a.docx", (), PARAGRAPHS, PARAGRAPHS, ()),
    regime=Regime.ND30,
    loai=None,
    parts={"quoc_hieu": Part("quoc_hieu", (Line(PARAGRAPHS[0], 0, len(TEXTS[0])),))},
    items=(),
    phu_luc=(),
    prose=Prose(PARAGRAPHS),
    texts=Prose(PARAGRAPHS),
    unsure=("nơi nhận",),
)


def margin(_paper: Paper) -> Iterator[Slip]:
    yield Slip("lề trái 25 mm", hint="sửa", found="25 mm", expected="30 - 35 mm")


def date(paper: Paper) -> Iterator[Slip]:
    yield Slip("thiếu số 0", tuple(map(place_of, paper.observed.paragraphs[1:])))


def doubted(paper: Paper) -> Iterator[Slip]:
    yield Slip("có thể sai", (place_of(paper.observed.paragraphs[0]),), severity=Severity.HINT)


def broken(_paper: Paper) -> Iterator[Slip]:
    raise KeyError("bug")
    yield


def make(name: str, check: Check, severity: Severity = Severity.ERROR, family: str = "trang") -> Rule:
    return Rule(name, f"tên {name}", severity, "khoản 1", family, Example("a", "b"), check)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> dict[str, Rule]:
    held = {
        rule.id: rule
        for rule in (
            make("ND30-101", margin),
            make("ND30-201", date),
            make("VB-202", doubted, Severity.WARNING),
        )
    }
    monkeypatch.setattr(judging, "all_rules", lambda: MappingProxyType(dict(sorted(held.items()))))
    monkeypatch.setattr(judging, "rules_of_form", lambda: {name: held[name] for name in held if is_of_form(name)})
    return held


def test_a_report_holds_what_was_found_in_reading_order(rules: dict[str, Rule]) -> None:
    report = judge(PAPER)
    assert [(f.code, f.severity, f.message) for f in report] == [
        ("ND30-101", Severity.ERROR, "lề trái 25 mm"),
        ("VB-202", Severity.HINT, "có thể sai"),
        ("ND30-201", Severity.ERROR, "thiếu số 0"),
    ]
    first, _, last = report
    assert (first.rule, first.source, first.hint) == ("tên ND30-101", "khoản 1", "sửa")
    assert (first.found, first.expected, first.places, str(first.location)) == ("25 mm", "30 - 35 mm", (), "a.docx")
    assert [str(place) for place in last.places] == [
        "a.docx, đoạn 2 “Hà Nội, ngày 5 tháng 1”",
        "a.docx, đoạn 3 “Điều 1. Thử”",
    ]
    assert last.location == last.places[0]
    assert (report.name, report.regime, report.profile, report.ok) == ("a.docx", Regime.ND30, "nd30", False)
    assert [(found.key, found.name, found.words) for found in report.components] == [
        ("quoc_hieu", "Quốc hiệu", TEXTS[0])
    ]
    assert report.unsure == ("nơi nhận",)
    assert report.kind == ""
    assert judge(replace(PAPER, loai=LOAI_VAN_BAN["ke_hoach"])).kind == "Kế hoạch"


def test_a_house_may_be_stricter_and_leave_out_advice_but_no_error_of_the_law(rules: dict[str, Rule]) -> None:
    rules["VB-801"] = make("VB-801", margin, Severity.HINT, "chu")
    stricter = judge(PAPER, Profile("tỉnh", {"VB-801": Severity.ERROR, "VB-202": None}))
    assert [(f.code, f.severity) for f in stricter] == [
        ("ND30-101", Severity.ERROR),
        ("VB-801", Severity.ERROR),
        ("ND30-201", Severity.ERROR),
    ]
    assert stricter.profile == "tỉnh"
    for severity in (None, Severity.HINT, Severity.WARNING):
        with pytest.raises(ValueError, match="ND30-101"):
            judge(PAPER, Profile("tỉnh", {"ND30-101": severity}))


def test_a_house_makes_a_doubt_no_surer(rules: dict[str, Rule]) -> None:
    report = judge(PAPER, Profile("tỉnh", {"VB-202": Severity.ERROR}))
    assert [f.severity for f in report if f.code == "VB-202"] == [Severity.HINT]


@pytest.mark.parametrize("regime", [Regime.DANG, Regime.QPPL, Regime.UNKNOWN])
def test_a_paper_of_another_law_is_not_judged_by_the_decree(rules: dict[str, Rule], regime: Regime) -> None:
    rules["VB-801"] = make("VB-801", margin, Severity.HINT, min(judging.ANY_REGIME))
    report = judge(replace(PAPER, regime=regime))
    assert [f.code for f in report] == ["VB-801"]
    assert report.regime is regime


def test_what_is_accepted_is_told_apart_with_its_reason(rules: dict[str, Rule]) -> None:
    whole = Acceptance("ND30-101", "", "mẫu cũ")
    part = Acceptance("ND30-201", "Hà Nội, ngày 5", "đã ban hành")
    unused = Acceptance("ND30-201", "không có chữ này", "x")
    other = Acceptance("VB-999", "", "y")
    report = judge(PAPER, acceptances=(unused, whole, part, other))
    assert [(f.code, [p.paragraph for p in f.places]) for f in report] == [("VB-202", [1]), ("ND30-201", [3])]
    assert report[1].location == report[1].places[0]
    assert [(f.code, f.accepted, [p.paragraph for p in f.places]) for f in report.accepted] == [
        ("ND30-101", "mẫu cũ", []),
        ("ND30-201", "đã ban hành", [2]),
    ]
    assert report.unused == (unused, other)


def dates(paper: Paper) -> Iterator[Slip]:
    _first, second, third = paper.observed.paragraphs
    places = (place_of(second, 9, 15), place_of(second, 16, 23), place_of(third, 0, 6))
    message = "3 chỗ: “ngày 5”, “tháng 1” và 1 chỗ viết khác"
    yield Slip(message, places, found="ngày 5", expected="ngày 05", replacements=("ngày 05", "tháng 01", "điều 1"))


def sizes(paper: Paper) -> Iterator[Slip]:
    places = tuple(map(place_of, paper.observed.paragraphs))
    yield Slip("cỡ chữ 11, 15, phải là cỡ 13", places, found="11, 15", expected="13")


def test_what_is_accepted_in_part_is_told_again_without_the_counts_of_the_whole(rules: dict[str, Rule]) -> None:
    rules.clear()
    rules |= {"ND30-201": make("ND30-201", dates), "ND30-202": make("ND30-202", sizes)}
    report = judge(PAPER, acceptances=(Acceptance("ND30-201", "Hà Nội", "x"), Acceptance("ND30-202", "Thử", "y")))
    told = [(f.message, f.found, f.expected, len(f.places), f.replacements) for f in (*report, *report.accepted)]
    assert told == [
        ("tên ND30-202", "", "13", 2, ()),
        ("tên ND30-201: “Điều 1”", "Điều 1", "điều 1", 1, ("điều 1",)),
        ("tên ND30-201: “ngày 5”, “tháng 1”", "ngày 5", "ngày 05", 2, ("ngày 05", "tháng 01")),
        ("tên ND30-202", "", "13", 1, ()),
    ]
    # Whole findings are told as their rules tell them.
    report = judge(PAPER, acceptances=(Acceptance("ND30-201", "", "x"),))
    assert [f.message for f in report] == ["cỡ chữ 11, 15, phải là cỡ 13"]
    assert [f.message for f in report.accepted] == ["3 chỗ: “ngày 5”, “tháng 1” và 1 chỗ viết khác"]


def test_words_that_stand_alike_on_several_pages_are_told_once(rules: dict[str, Rule]) -> None:
    lines = tuple(Line(paragraph(number, "2"), 0, 1) for number in (1, 2))
    report = judge(replace(PAPER, parts={"so_trang": Part("so_trang", lines)}))
    assert [(found.key, found.words) for found in report.components] == [("so_trang", "2")]


def test_form_alone_is_asked_and_nothing_is_said_of_what_is_accepted_of_words(rules: dict[str, Rule]) -> None:
    rules["VB-801"] = make("VB-801", margin)
    one_of_words, one_of_form = Acceptance("VB-801", "Hà Nội", "x"), Acceptance("ND30-101", "Hà Nội", "y")
    whole = judge(PAPER, acceptances=(one_of_words, one_of_form))
    report = judge(PAPER, acceptances=(one_of_words, one_of_form), only_form=True)
    assert (whole.only_form, report.only_form) == (False, True)
    assert sorted(f.code for f in whole) == ["ND30-101", "ND30-201", "VB-202", "VB-801"]
    assert sorted(f.code for f in report) == ["ND30-101", "ND30-201", "VB-202"]
    assert (whole.unused, report.unused) == ((one_of_words, one_of_form), (one_of_form,))


def test_words_are_found_whatever_their_normal_form_and_blanks(rules: dict[str, Rule]) -> None:
    decomposed = "Ha\u0300 No\u0302\u0323i,   ngày"
    report = judge(PAPER, acceptances=(Acceptance("ND30-201", decomposed, "x"), Acceptance("ND30-201", "Điều", "z")))
    assert [f.code for f in report] == ["ND30-101", "VB-202"]
    assert [(f.accepted, [p.paragraph for p in f.places]) for f in report.accepted] == [("x", [2]), ("z", [3])]
    assert report.unused == ()


def test_words_accept_nothing_of_the_file_as_a_whole(rules: dict[str, Rule]) -> None:
    report = judge(PAPER, acceptances=(Acceptance("ND30-101", "Hà Nội", "x"),))
    assert "ND30-101" in [f.code for f in report]
    assert len(report.unused) == 1


def test_a_fault_of_a_rule_is_never_silent_and_names_the_rule(rules: dict[str, Rule]) -> None:
    rules["VB-203"] = make("VB-203", broken)
    with pytest.raises(KeyError) as caught:
        judge(PAPER)
    assert caught.value.__notes__ == ["rule VB-203"]
