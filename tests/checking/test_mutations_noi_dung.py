"""What is broken in the text, its levels, the signature, the recipients and the appendices is answered by its rule."""

from __future__ import annotations

import pytest

from tests.checking.asking import read
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations import (
    bang,
    can_cu,
    cap_bac,
    chu_ky,
    danh_so,
    de_muc,
    doan_van,
    du_thao,
    kem_theo,
    kinh_gui,
    loi_van,
    noi_nhan,
    phu_luc,
    thanh_phan_khac,
)
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Rule, all_rules

_FAMILIES = (
    bang, can_cu, cap_bac, chu_ky, danh_so, de_muc, doan_van, du_thao, kem_theo, kinh_gui, loi_van, noi_nhan, phu_luc,
    thanh_phan_khac,
)  # fmt: skip
MUTATIONS = [mutation for family in _FAMILIES for mutation in family.MUTATIONS]


def _own_rules() -> list[Rule]:
    """The rules from căn cứ to appendices, and those on drafts."""
    numbers = {rule.id: int(rule.id.rpartition("-")[2]) for rule in all_rules().values()}
    return [rule for rule in all_rules().values() if 350 <= numbers[rule.id] < 700 or 950 <= numbers[rule.id] < 960]


def _answers(paper: Paper) -> set[str]:
    return {rule.id for rule in _own_rules() if [*rule.check(paper)]}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_answered_by_its_rule_and_no_other(mutation: Mutation) -> None:
    answers = _answers(read(mutation.broken()))
    assert mutation.rule in answers
    assert answers - {mutation.rule} <= mutation.also


@pytest.mark.parametrize("base", sorted({mutation.base for mutation in MUTATIONS}))
def test_the_clean_document_has_nothing(base: str) -> None:
    assert _answers(read(clean(base))) == set()


def test_every_rule_that_a_file_alone_can_break_has_a_mutation() -> None:
    # An office file, or a paper without any signature table, is needed for these.
    elsewhere = {"VB-514", "VB-537", "ND30-540"}
    families = {rule.id for rule in _own_rules()}
    assert {mutation.rule for mutation in MUTATIONS} >= families - elsewhere
