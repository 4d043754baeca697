"""The rules by their ids: what each forbids, of which article, how grave, with a clean and a broken example.

A rule is a function from a `Paper` to slips, declared by `@rule(…)` in a module that `checking/rules` names. The page
of the docs, `vtdocs rules` and the tests read this registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.diagnostics import Severity
from vtdocs.standards.base import Fact

from .finding import Slip
from .groups import is_of_form
from .rules import OF_FORM, OF_WORDS

if TYPE_CHECKING:
    from .paper import Paper

__all__ = ["Check", "Example", "Rule", "all_rules", "rule", "rules_of_form"]

Check = Callable[["Paper"], Iterable[Slip]]


class Example(Struct, frozen=True):
    """What keeps a rule and what breaks it, in a few words.

    `where` is the key of a component (`checking.components`) whose words they are, so that a test can put them into a
    clean paper and ask the rule; "" where they describe form in words ("lề trái 25 mm"), which a mutation of the tests
    makes.
    """

    clean: str
    broken: str
    where: str = ""


class Rule(Struct, frozen=True):
    """A rule. `id` is ND30-… for the decree's own, VB-… for custom and other laws; `family` groups the page of docs."""

    id: str
    title: str
    severity: Severity
    source: str
    family: str
    example: Example
    check: Check
    why: str = ""


_RULES: dict[str, Rule] = {}


def rule(
    id: str,  # noqa: A002 - it is what a rule is asked for by
    title: str,
    *,
    example: Example,
    fact: Fact | None = None,
    source: str = "",
    severity: Severity = Severity.ERROR,
    why: str = "",
) -> Callable[[Check], Check]:
    """Declare a rule over `fact` (whose article is its source), or with a `source` said in words.

    `title` names the fault, not the cure. `why` explains in a sentence or two, for the docs. The family is the module's
    name. Raises ValueError for an id that stands twice or has no source.
    """

    def declare(check: Check) -> Check:
        article = source or (fact.source if fact is not None else "")
        if id in _RULES:
            raise ValueError(f"rule {id} stands twice")
        if not article:
            raise ValueError(f"rule {id} names no source")
        family = check.__module__.rpartition(".")[2]
        _RULES[id] = Rule(id, title[:1].upper() + title[1:], severity, article, family, example, check, why)
        return check

    return declare


def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in the order of ids. Imports the modules of rules when first called."""
    _load(only_form=False)
    return MappingProxyType(dict(sorted(_RULES.items())))


def rules_of_form() -> Mapping[str, Rule]:
    """Give the rules that judge how a paper is laid out, as `all_rules` does; those of words alone are not imported."""
    _load(only_form=True)
    return MappingProxyType({name: rule for name, rule in sorted(_RULES.items()) if is_of_form(name)})


@cache
def _load(*, only_form: bool) -> None:
    for family in OF_FORM if only_form else (*OF_FORM, *OF_WORDS):
        import_module(f"vtdocs.checking.rules.{family}")
