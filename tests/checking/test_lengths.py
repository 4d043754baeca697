"""Lengths as they are printed and compared."""

from __future__ import annotations

import pytest

from vtdocs.checking.lengths import (
    format_about_mm,
    format_allowed_mm,
    format_allowed_pt,
    format_allowed_sizes,
    format_mm,
    format_pt,
    format_size,
    length_fits,
    size_fits,
)
from vtdocs.standards import nd30
from vtdocs.units import Mm


@pytest.mark.parametrize(
    ("twips", "text"),
    [
        (1701, "30 mm"),
        (1700, "30 mm"),
        (1699, "29,97 mm"),
        (1690, "29,8 mm"),
        (1418, "25 mm"),
        (850, "15 mm"),
        (709, "12,5 mm"),
        (720, "12,7 mm"),
        (0, "0 mm"),
        (-567, "-10 mm"),
    ],
)
def test_mm(twips: int, text: str) -> None:
    assert format_mm(twips) == text


def test_points_and_sizes() -> None:
    assert [format_about_mm(twips) for twips in (3908, 0, 57)] == ["69 mm", "0 mm", "1 mm"]
    assert [format_pt(twips) for twips in (120, 130, 0, 305)] == ["6 pt", "6,5 pt", "0 pt", "15,25 pt"]
    assert [format_size(half) for half in (26, 27, 28)] == ["13", "13,5", "14"]


def test_ranges() -> None:
    assert format_allowed_mm(nd30.LE_TRAI.allowed) == "30 - 35 mm"
    assert format_allowed_mm(nd30.NOI_DUNG_THUT_DONG.allowed) == "10 mm hoặc 12,7 mm"
    assert format_allowed_pt(nd30.NOI_DUNG_CACH_DOAN.allowed) == "tối thiểu 6 pt"
    assert format_allowed_pt(nd30.TRICH_YEU_CONG_VAN_CACH.allowed) == "6 pt"
    assert format_allowed_sizes(nd30.QUOC_HIEU.size) == "12 - 13"
    assert format_allowed_sizes(nd30.SO.size) == "13"


@pytest.mark.parametrize(
    ("twips", "fits"), [(1699, False), (1700, True), (1701, True), (1984, True), (1985, True), (1986, False)]
)
def test_what_keeps_a_range(twips: int, fits: bool) -> None:
    assert length_fits(twips, nd30.LE_TRAI.allowed) is fits


def test_slack_is_the_callers() -> None:
    assert length_fits(1694, nd30.LE_TRAI.allowed, 7)
    assert not length_fits(1693, nd30.LE_TRAI.allowed, 7)
    assert length_fits(Mm(10).twips + 1, nd30.NOI_DUNG_THUT_DONG.allowed)
    assert not length_fits(650, nd30.NOI_DUNG_THUT_DONG.allowed)
    assert length_fits(100_000, nd30.NOI_DUNG_CACH_DOAN.allowed)


@pytest.mark.parametrize(("half", "fits"), [(23, False), (24, True), (25, True), (26, True), (27, False)])
def test_sizes_are_exact(half: int, fits: bool) -> None:
    assert size_fits(half, nd30.QUOC_HIEU.size) is fits
