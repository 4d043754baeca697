"""Every rule is whole: an id of its own, a source, two examples, a group; and the page of rules tells it."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys

import pytest

from tests.judges import ROOT
from vtdocs.checking import rules
from vtdocs.checking.components import COMPONENTS
from vtdocs.checking.groups import _TYPED, GROUPS, group_of, is_of_form
from vtdocs.checking.judging import ANY_REGIME
from vtdocs.checking.registry import Example, Rule, all_rules, rule, rules_of_form
from vtdocs.diagnostics import Severity

RULES = list(all_rules().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"(ND30|VB)-[1-9]\d\d", rule.id)
    assert rule.title
    assert rule.source
    assert rule.example.clean.strip()
    assert rule.example.broken.strip()
    assert rule.example.clean != rule.example.broken
    assert rule.example.where in {"", *COMPONENTS}
    assert group_of(rule.id) in GROUPS.values()


def test_ids_are_in_order_and_no_number_stands_twice() -> None:
    assert [rule.id for rule in RULES] == sorted(rule.id for rule in RULES)
    numbers = [rule.id.rpartition("-")[2] for rule in RULES]
    assert sorted(numbers) == sorted(set(numbers))


def test_the_families_that_judge_any_paper_exist() -> None:
    assert {rule.family for rule in RULES} >= ANY_REGIME


def test_a_rule_of_custom_is_an_error_only_by_another_law() -> None:
    wrong = [
        rule.id
        for rule in RULES
        if rule.id.startswith("VB-")
        and rule.severity is Severity.ERROR
        and not re.search(r"Luật|Nghị định|Thông tư|Hướng dẫn|/\d{4}/|NĐ-CP|QĐ-TTg", rule.source)
    ]
    assert wrong == []


def test_form_and_text_are_told_apart() -> None:
    ids = ("ND30-101", "VB-612", "ND30-450", "ND30-701", "VB-801", "VB-999")
    assert [is_of_form(rule) for rule in ids] == [True, True, False, False, False, False]
    assert {rule for rule in _TYPED if rule not in all_rules()} == set()


def test_every_family_is_named_once_and_those_of_form_hold_every_rule_of_form() -> None:
    families = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    assert sorted((*rules.OF_FORM, *rules.OF_WORDS)) == families
    assert sorted({rule.family for rule in RULES if is_of_form(rule.id)}) == sorted(rules.OF_FORM)
    assert list(rules_of_form().values()) == [rule for rule in RULES if is_of_form(rule.id)]


def test_no_rule_is_declared_twice_or_without_a_source() -> None:
    example = Example("a", "b")
    with pytest.raises(ValueError, match="stands twice"):
        rule(RULES[0].id, "x", example=example, source="y")(lambda _paper: ())
    with pytest.raises(ValueError, match="names no source"):
        rule("VB-000", "x", example=example)(lambda _paper: ())


def test_the_page_of_rules_is_current_and_tells_every_rule() -> None:
    command = [sys.executable, str(ROOT / "tools" / "make_rules.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src")}, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = re.findall(r"^### ((?:ND30|VB)-\d+): ", (ROOT / "docs" / "quy-tac.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == [rule.id for rule in RULES]
