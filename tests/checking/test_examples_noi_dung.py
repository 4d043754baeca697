"""The examples that the rules on bases, text, signature and recipients name: only the broken one is found."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, read
from tests.checking.editing import word_run
from tests.checking.mutating import Docx, clean
from vtdocs.checking.registry import Rule, all_rules

_DECISION, _LETTER = "examples/mau/quyet-dinh.yaml", "examples/mau/cong-van.yaml"
_RULES_OF_QUY_CHE = "examples/mau/chuong-dieu.yaml"
# The paper of each component, and words of the paragraph that it stands in.
_PLACES = {
    "can_cu": (_DECISION, "Căn cứ Luật"),
    "ket_thuc": (_RULES_OF_QUY_CHE, "thực hiện Quy chế này"),
    "quyen_han": (_LETTER, "TL. CHỦ TỊCH"),
    "ho_ten": (_LETTER, "Phạm Quốc Việt"),
    "noi_nhan": (_LETTER, "Nơi nhận:"),
    "luu": (_LETTER, "- Lưu:"),
    "kinh_gui": (_LETTER, "Kính gửi:"),
}
# The last of the bases is told apart from the others.
_OWN_PLACES = {"ND30-353": (_DECISION, "Theo đề nghị")}
_RULES = [rule for rule in all_rules().values() if rule.example.where and 350 <= int(rule.id[-3:]) < 700]


def _put(rule: Rule, words: str) -> Docx:
    base, place = _OWN_PLACES.get(rule.id) or _PLACES[rule.example.where]
    docx = clean(base)
    word_run(docx, docx.paragraph(place), words)
    return docx


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_only_the_broken_example_is_found(rule: Rule) -> None:
    assert ask(read(_put(rule, rule.example.broken)), rule.id) != []
    assert ask(read(_put(rule, rule.example.clean)), rule.id) == []


def test_there_are_examples_of_every_component() -> None:
    assert {rule.example.where for rule in _RULES} == set(_PLACES)
