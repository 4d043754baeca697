"""Broken papers are mended: its words stay, nothing gets worse, and a second mending changes nothing."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from tests.checking import mutations
from tests.checking.mutating import Mutation
from tests.mending.mended import findings, mend, words

# Rules of form whose findings mending takes away, whatever made them.
_FORM = """
    ND30-101 ND30-102 ND30-120 ND30-121 ND30-122 ND30-123 ND30-124 ND30-125 ND30-126 ND30-127
    ND30-202 ND30-203 ND30-204 ND30-207 ND30-208 ND30-212 ND30-213 ND30-214 ND30-215 ND30-216 ND30-217
    ND30-221 ND30-222 ND30-223 ND30-224 ND30-225 ND30-226 ND30-227 ND30-228 ND30-229 ND30-242 ND30-243 ND30-247
    ND30-263 ND30-264 ND30-269 ND30-301 ND30-302 ND30-303 ND30-304 ND30-312 ND30-313 ND30-314 ND30-316 ND30-317
    ND30-318 ND30-322 ND30-323 ND30-324 ND30-350 ND30-351 ND30-401 ND30-402 ND30-411 ND30-414 ND30-416
    ND30-423 ND30-424 ND30-425 ND30-430 ND30-431 ND30-510 ND30-511 ND30-512 ND30-532 ND30-541 ND30-553
    ND30-561 ND30-562 ND30-563 ND30-605 ND30-606 ND30-607 ND30-611 ND30-612
    VB-413 VB-650 VB-651 VB-801 VB-803 VB-804 VB-805 VB-808
"""
FORM = frozenset(_FORM.split())
# Offers stand in the file as tracked changes, which a rule on drafts tells of.
OFFERED = "VB-952"


def _one_of_each_rule() -> list[Mutation]:
    first: dict[str, Mutation] = {}
    for module in pkgutil.iter_modules(mutations.__path__):
        for mutation in importlib.import_module(f"{mutations.__name__}.{module.name}").MUTATIONS:
            first.setdefault(mutation.rule, mutation)
    # Of rules of words a third is enough: nothing but their offers is theirs.
    others = sorted(set(first) - FORM)[::3]
    return [first[rule] for rule in (*sorted(FORM), *others)]


MUTATIONS = _one_of_each_rule()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.rule)
def test_a_broken_paper_is_mended_for_good(mutation: Mutation) -> None:
    broken = mutation.broken()
    mended = mend(broken)
    before, after = findings(broken), findings(mended.data)
    assert {code: count for code, count in (after - before).items() if code != OFFERED} == {}
    assert mutation.rule not in FORM or (before[mutation.rule] and not after[mutation.rule])
    assert words(mended.data) == words(broken)
    again = mend(mended.data)
    assert (again.changes, again.data) == ((), mended.data)
