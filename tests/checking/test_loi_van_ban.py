"""The rules of text together: mutations of clean papers, the reference plan, and mending by the words they offer."""

from __future__ import annotations

import functools

import pytest

import tests.checking.test_go_may as go_may
import tests.checking.test_tu_ngu as tu_ngu
import tests.checking.test_vien_dan as vien_dan
import tests.checking.test_viet_hoa as viet_hoa
from tests.bounded import ends
from tests.checking.asking import read
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations import go_may as typing_mutations
from tests.checking.mutations import ten_goi as naming_mutations
from tests.checking.mutations import vien_dan as citing_mutations
from tests.checking.mutations import viet_hoa as capital_mutations
from tests.checking.sentences import ask, found, paper_of
from tests.judges import ROOT
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Rule, all_rules

# The families of text: words, capitals, citations, names, days. All others are of form.
FAMILIES = {
    "cau_muc",
    "che_do",
    "chinh_ta",
    "doi_chieu",
    "gach_noi",
    "go_may",
    "hieu_luc",
    "ky_tu",
    "ngay_thang",
    "ten_goi",
    "tu_ngu",
    "vien_dan",
    "viet_hoa",
    "viet_hoa_ten",
    "viet_hoa_vien_dan",
    "viet_tat",
    "viet_tat_sai",
}
RULES = [rule for rule in all_rules().values() if rule.family in FAMILIES]
MUTATIONS = [
    *capital_mutations.MUTATIONS,
    *typing_mutations.MUTATIONS,
    *citing_mutations.MUTATIONS,
    *naming_mutations.MUTATIONS,
]
CLEAN = [
    "bang-hai-tang", "bang-nhom", "bang-trong-loi", "chuong-dieu", "cong-van", "du-toan", "phan-muc",
    "phu-luc-loi-van", "quyet-dinh", "to-trinh", "yaml-long",
]  # fmt: skip


def ask_all(paper: Paper) -> list[tuple[Rule, Slip]]:
    return [(rule, slip) for rule in RULES for slip in rule.check(paper)]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_answered_by_its_rule_alone(mutation: Mutation) -> None:
    answered = {rule.id for rule, _ in ask_all(read(mutation.broken()))}
    assert mutation.rule in answered
    assert answered <= {mutation.rule} | mutation.also


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_paper_has_no_slip(name: str) -> None:
    assert [(rule.id, slip.message) for rule, slip in ask_all(read(clean(f"examples/mau/{name}.yaml")))] == []


@functools.cache
def _plan() -> Paper:
    return read(clean())


def test_the_reference_plan_has_its_own_slips_and_no_others() -> None:
    """The list beside this test was read by a person against the plan: rule, and words at the place."""
    lines = (ROOT / "tests" / "checking" / "ke-hoach-mau.txt").read_text("utf-8").splitlines()
    expected = [tuple(line.split(maxsplit=1)) for line in lines if line and not line.startswith("#")]
    texts = {paragraph.number: paragraph.text for paragraph in _plan().texts.paragraphs}
    places = [
        (
            rule.id,
            " ".join(texts[place.paragraph][place.start : place.end].split())
            if place.start is not None
            else texts[place.paragraph][:40].strip(),
        )
        for rule, slip in ask_all(_plan())
        for place in slip.places
        if place.paragraph is not None
    ]
    assert places == expected


def test_every_slip_of_the_plan_has_a_place() -> None:
    assert [rule.id for rule, slip in ask_all(_plan()) if not slip.places] == []


BROKEN = [*viet_hoa.BROKEN, *go_may.BROKEN, *tu_ngu.BROKEN, *vien_dan.BROKEN]


@pytest.mark.parametrize(("rule", "sentence", "_words"), BROKEN)
def test_the_words_offered_mend_the_slip(rule: str, sentence: str, _words: list[str]) -> None:
    for slip in ask(rule, paper_of(sentence)):
        if not slip.replacements:
            continue
        assert len(slip.replacements) == len(slip.places)
        mended = sentence
        for place, words in sorted(
            zip(slip.places, slip.replacements, strict=True), key=lambda pair: -(pair[0].start or 0)
        ):
            assert place.start is not None
            mended = mended[: place.start] + words + mended[place.end :]
        assert mended != sentence
        assert found(rule, paper_of(mended)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_empty_paper_is_silent(rule: Rule) -> None:
    assert list(rule.check(paper_of())) == []
    assert list(rule.check(paper_of("", " ", cells=("",)))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_are_clean_and_broken(rule: Rule) -> None:
    """Where both are sentences: the broken one is found, the clean one is not."""
    if rule.id in OF_FORM:
        return
    if rule.example.where == "can_cu":
        clean_paper, broken_paper = (
            paper_of(can_cu=rule.example.clean.split("; ")),
            paper_of(can_cu=rule.example.broken.split("; ")),
        )
    else:
        clean_paper, broken_paper = paper_of(rule.example.clean), paper_of(rule.example.broken)
    assert list(rule.check(clean_paper)) == []
    assert list(rule.check(broken_paper))


# Their examples say in words what a paper is like.
OF_FORM = {
    "ND30-931",
    "ND30-932",
    "VB-801",
    "VB-815",
    "VB-816",
    "VB-861",
    "VB-908",
    "VB-922",
    "VB-941",
    "VB-942",
    "VB-943",
}


def _letters(number: int) -> str:
    """A word of its own for each number."""
    word = ""
    while number:
        number, letter = divmod(number, 20)
        word += "BCDGHKLMNPQRSTVXZEYU"[letter]
    return word or "A"


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"tại Xã {_letters(n).capitalize()}" for n in range(15_000)),
        " ".join(f"quỹ hỗ trợ {_letters(n)}" for n in range(15_000)),
        " ".join(f"a {_letters(n).lower()} {_letters(n).lower()} b" for n in range(15_000)),
        " ".join(f"nhà {_letters(n).lower()} ({_letters(n)})" for n in range(10_000)),
        "Xã A " * 15_000 + "“" * 5_000 + '"' * 5_000,
        "Luật " * 20_000,
        "UBND (" * 12_000,
        "Thực hiện " * 8_000 + ". UBND xã ",
        "số 1/QĐ-UBND ngày 1/1/2026 " * 4_000,
        "A&" * 40_000,
        "\u0323\u0301" * 30_000,
    ],
    ids=range(11),
)
def test_hostile_text_ends(text: str) -> None:
    paper = paper_of(text, text, can_cu=[text])
    with ends():
        ask_all(paper)


def test_hostile_tables_and_headings_end() -> None:
    names = [f"Phòng {_letters(n).capitalize()} hai ba" for n in range(5_000)]
    paper = paper_of(headings=["Tổ chức thực hiện", "Hình thức"] * 1_500 + names, cells=names)
    with ends():
        ask_all(paper)
