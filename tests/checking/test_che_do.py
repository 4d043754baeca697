"""Which law a paper is under."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.checking.sentences import ask, paper_of
from vtdocs.checking.paper import Regime
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN

_HEAD = {"quoc_hieu": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",)}


@pytest.mark.parametrize(("regime", "law"), [(Regime.DANG, "399-QĐ/TW"), (Regime.QPPL, "78/2025/NĐ-CP")])
def test_a_paper_of_another_law_is_told_apart(regime: Regime, law: str) -> None:
    (slip,) = ask("ND30-931", paper_of("Nội dung.", regime=regime))
    assert law in slip.message


def test_an_ordinary_paper_is_not_spoken_of() -> None:
    paper = paper_of("Nội dung.", parts={**_HEAD, "co_quan_ban_hanh": ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG")})
    assert ask("ND30-931", paper) == []
    assert ask("ND30-932", paper) == []


def test_a_body_of_the_party_has_no_national_motto() -> None:
    (slip,) = ask("ND30-932", paper_of("A.", parts={**_HEAD, "co_quan_ban_hanh": ("ĐẢNG ỦY XÃ VĨNH THÔNG",)}))
    assert slip.message == "“ĐẢNG ỦY XÃ VĨNH THÔNG” là cơ quan của Đảng nhưng văn bản có Quốc hiệu, Tiêu ngữ"


def test_a_body_of_the_state_has_no_head_of_the_party() -> None:
    paper = paper_of("ĐẢNG CỘNG SẢN VIỆT NAM", parts={"co_quan_ban_hanh": ("ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG",)})
    (slip,) = ask("ND30-932", paper)
    assert slip.found == "ĐẢNG CỘNG SẢN VIỆT NAM"


def test_a_year_in_the_number_of_a_decision_may_be_the_slip() -> None:
    paper = paper_of("Nội dung.", regime=Regime.QPPL)
    decision = replace(paper, loai=LOAI_VAN_BAN["quyet_dinh"])
    hints = [slip.hint or "" for each in (paper, decision) for slip in ask("ND30-931", each)]
    assert ["văn bản cá biệt" in hint for hint in hints] == [False, True]
