from __future__ import annotations

from fractions import Fraction

import pytest

from vtdocs.standards.base import (
    AtLeast,
    Between,
    ChuFact,
    CountFact,
    KhungFact,
    LengthFact,
    OneOf,
    Practice,
    RatioFact,
    TextFact,
    collect_facts,
    collect_practices,
    only,
)
from vtdocs.units import Mm, Pt

WRITTEN = {"id": "x", "source": "30/2020/NĐ-CP", "quote": "…"}


def test_a_range_holds_both_its_ends() -> None:
    margin = Between(Mm(30), Mm(35))
    assert Mm(30) in margin
    assert Mm(35) in margin
    assert Mm(29.9) not in margin
    assert Mm(35.1) not in margin


def test_a_range_holds_no_value_of_another_unit() -> None:
    assert 32 not in Between(Mm(30), Mm(35))
    assert Fraction(32) not in AtLeast(Mm(30))


def test_a_lower_bound_has_no_upper_one() -> None:
    assert Pt(6) in AtLeast(Pt(6))
    assert Pt(600) in AtLeast(Pt(6))
    assert Pt(5.5) not in AtLeast(Pt(6))


def test_a_choice_holds_its_values_and_nothing_between() -> None:
    indent = OneOf((Mm(10), Mm(12.7)))
    assert Mm(12.7) in indent
    assert Mm(11) not in indent
    assert 1 not in only(2)


def test_a_range_that_holds_nothing_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="empty range"):
        Between(Mm(35), Mm(30))
    with pytest.raises(ValueError, match="choice of nothing"):
        OneOf(())


def test_a_default_outside_its_range_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="lies outside"):
        LengthFact(**WRITTEN, allowed=Between(Mm(30), Mm(35)), default=Mm(20))
    with pytest.raises(ValueError, match="lies outside"):
        RatioFact(**WRITTEN, allowed=only(Fraction(1)), default=Fraction(2))
    with pytest.raises(ValueError, match="lies outside"):
        CountFact(**WRITTEN, allowed=AtLeast(200), default=100)
    with pytest.raises(ValueError, match="lies outside"):
        TextFact(**WRITTEN, allowed=only(";"), default=".")
    with pytest.raises(ValueError, match="lies outside"):
        ChuFact(**WRITTEN, size=only(Pt(12)), default=Pt(13), bold=True, italic=False, caps=True)
    with pytest.raises(ValueError, match="lies outside"):
        KhungFact(**WRITTEN, text=only("KHẨN"), default="HỎA TỐC", width=Mm(20), height=Mm(8))
    with pytest.raises(ValueError, match="lies outside"):
        Practice(id="x", value=Pt(20), seen="…", allowed=Between(Pt(12), Pt(18)))


def test_a_fact_cannot_be_changed() -> None:
    fact = LengthFact(**WRITTEN, allowed=only(Mm(8)), default=Mm(8))
    with pytest.raises(AttributeError):
        fact.default = Mm(9)  # type: ignore[misc]


def test_an_id_that_stands_twice_is_refused() -> None:
    fact = LengthFact(**WRITTEN, allowed=only(Mm(8)), default=Mm(8))
    with pytest.raises(ValueError, match="stands twice"):
        collect_facts({"A": fact, "B": fact})
    practice = Practice(id="x", value=1, seen="…")
    with pytest.raises(ValueError, match="stands twice"):
        collect_practices({"A": practice, "B": practice})
