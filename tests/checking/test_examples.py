"""The examples that the rules on head and title name are true: put into a clean paper, only the broken one is found."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, read
from tests.checking.editing import word_run
from tests.checking.mutating import Docx, clean
from tests.checking.mutations.co_quan import ISSUER, with_parent
from tests.checking.mutations.dia_danh import DATE
from tests.checking.mutations.quoc_hieu import QUOC_HIEU, TIEU_NGU
from tests.checking.mutations.so_ky_hieu import NUMBER
from tests.checking.mutations.ten_loai import ABOUT, KIND, LETTER, SHORT, SHORT_SUBJECT
from vtdocs.checking.registry import Rule, all_rules

PLAN = "examples/cchc-2026/ke-hoach.yaml"
# The paper of each component, and a word of the paragraph that it stands in.
PLACES = {
    "quoc_hieu": (PLAN, QUOC_HIEU),
    "tieu_ngu": (PLAN, TIEU_NGU),
    "co_quan_ban_hanh": (PLAN, ISSUER),
    "co_quan_chu_quan": (PLAN, "UBND XÃ"),
    "so_ky_hieu": (PLAN, NUMBER),
    "dia_danh_thoi_gian": (PLAN, DATE),
    "ten_loai": (PLAN, KIND),
    "trich_yeu": (SHORT, SHORT_SUBJECT),
    "trich_yeu_cong_van": (LETTER, ABOUT),
}
RULES = [rule for rule in all_rules().values() if rule.example.where and rule.id.rpartition("-")[2] < "330"]


def put(rule: Rule, words: str) -> Docx:
    base, place = PLACES[rule.example.where]
    docx = clean(LETTER if rule.id in ("ND30-250", "ND30-253") else base)
    if rule.example.where == "co_quan_chu_quan":
        with_parent(docx)
    word_run(docx, docx.paragraph(place), words)
    return docx


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_only_the_broken_example_is_found(rule: Rule) -> None:
    assert ask(read(put(rule, rule.example.broken)), rule.id) != []
    assert ask(read(put(rule, rule.example.clean)), rule.id) == []


def test_there_are_examples_of_every_component() -> None:
    assert {rule.example.where for rule in RULES} == set(PLACES)
