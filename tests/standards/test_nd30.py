from __future__ import annotations

import re
from fractions import Fraction

import pytest

from tests.standards.decree_text import articles, fold, text_of
from vtdocs.standards import custom, nd30
from vtdocs.standards.base import (
    ChuFact,
    CountFact,
    Fact,
    FlagFact,
    KhungFact,
    LengthFact,
    ListFact,
    Practice,
    RatioFact,
    TextFact,
)
from vtdocs.units import Length, Mm, Pt

OMISSION = " […] "

NUMBER = r"(\d+(?:,\d+)?)"
MEASURES = {
    "mm": Mm,
    "cm": lambda value: Mm(value * 10),
    "pt": Pt,
}


def each(kind: type[Fact] = Fact) -> pytest.MarkDecorator:
    """Run a test for each fact of a kind."""
    facts = [fact for fact in nd30.ALL.values() if isinstance(fact, kind)]
    assert facts
    return pytest.mark.parametrize("fact", facts, ids=[fact.id for fact in facts])


def value_of(figures: str) -> Fraction:
    return Fraction(figures.replace(",", "."))


def lengths_in(quote: str) -> set[Length]:
    """Every number with its unit; a range shares the unit that follows its end."""
    found = set()
    for low, high, unit in re.findall(rf"{NUMBER}(?: - {NUMBER})? ?(mm|cm|pt)\b", quote):
        found |= {MEASURES[unit](value_of(figures)) for figures in (low, high) if figures}
    return found


def sizes_in(quote: str) -> set[Length]:
    """The numbers after "cỡ chữ", or in the column of sizes of Mục V."""
    found = set()
    for low, high in re.findall(rf"cỡ chữ (?:từ )?{NUMBER}(?: đến {NUMBER})?", quote):
        found |= {Pt(value_of(figures)) for figures in (low, high) if figures}
    for low, high in re.findall(rf"\| In (?:hoa|thường) \| {NUMBER}(?: - {NUMBER})? \|", quote):
        found |= {Pt(value_of(figures)) for figures in (low, high) if figures}
    return found


@each()
def test_a_quote_stands_where_its_source_says_in_the_order_it_is_quoted(fact: Fact) -> None:
    text, at = text_of(fact.source), 0
    for passage in fact.quote.split(OMISSION):
        assert fold(passage) in text[at:], passage
        at = text.index(fold(passage), at) + len(fold(passage))


@each()
def test_a_source_names_an_article_of_the_decree(fact: Fact) -> None:
    article = (
        r"30/2020/NĐ-CP, Phụ lục I, Phần (I|II), Mục (I|II|III|IV|V)"
        r", (khoản \d+|số thứ tự \d+|chú thích \d)(, điểm [a-zđ])?"
    )
    for part in fact.source.split("; "):
        assert re.fullmatch(article, part), part


@each(LengthFact)
def test_a_length_has_the_numbers_and_the_unit_of_its_quote(fact: LengthFact) -> None:
    stated = set(fact.allowed.values)
    quoted = lengths_in(fact.quote)
    # The two sides of A4 stand in one quote.
    assert stated == quoted or (fact.id.startswith("trang.kho_giay") and stated < quoted)


@each(ChuFact)
def test_a_type_fact_has_the_sizes_of_its_quote(fact: ChuFact) -> None:
    assert set(fact.size.values) == sizes_in(fact.quote)


@each(ChuFact)
def test_a_type_fact_has_the_weight_slant_and_case_of_its_quote(fact: ChuFact) -> None:
    quote = fact.quote.casefold()
    assert fact.bold == ("đậm" in quote)
    assert fact.italic == ("nghiêng" in quote)
    assert fact.italic != ("đứng" in quote)
    assert fact.caps == ("in hoa" in quote)
    assert fact.caps != ("in thường" in quote or fact is nd30.SO_TRANG)


@each(ChuFact)
def test_a_size_taken_from_another_fact_is_that_facts_size_and_the_quote_says_so(fact: ChuFact) -> None:
    assert (fact.same_size_as is not None) == ("bằng cỡ chữ của phần lời văn" in fact.quote)
    if fact.same_size_as is not None:
        other = nd30.ALL[fact.same_size_as]
        assert isinstance(other, ChuFact)
        assert (fact.size, fact.default) == (other.size, other.default)


RATIO_WORDS = {
    Fraction(1): ("dòng đơn", "bằng độ dài của dòng chữ", "hết chiều ngang", "100%"),
    Fraction(3, 2): ("1,5 lines",),
    Fraction(1, 2): ("1/2",),
    Fraction(1, 3): ("1/3",),
}


@each(RatioFact)
def test_a_ratio_stands_in_its_quote(fact: RatioFact) -> None:
    stated = set(fact.allowed.values)
    assert stated == {ratio for ratio, words in RATIO_WORDS.items() if any(w in fact.quote for w in words)}


@each(CountFact)
def test_a_count_stands_in_its_quote(fact: CountFact) -> None:
    words = {2: "hai"}
    for value in fact.allowed.values:
        assert re.search(rf"(?<!\d){words.get(value, value)}(?!\d)", fact.quote)


@each(TextFact)
def test_fixed_words_stand_in_their_quote(fact: TextFact) -> None:
    for words in fact.allowed.values:
        assert words in fact.quote


@each(KhungFact)
def test_a_stamp_has_the_size_and_the_words_at_its_place_in_the_quote(fact: KhungFact) -> None:
    sizes = re.findall(r"(\d+) mm x (\d+) mm", fact.quote)
    words = re.findall(r"“([^”]+)”", fact.quote)
    place = next(i for i, word in enumerate(words) if word in fact.text)
    assert (fact.width, fact.height) == (Mm(int(sizes[place][0])), Mm(int(sizes[place][1])))
    assert all(word in fact.quote for word in fact.text.values)


@each(ListFact)
def test_the_members_of_a_list_stand_in_its_quote_in_order(fact: ListFact[object]) -> None:
    at = 0
    for member in fact.members:
        for part in member if isinstance(member, tuple) else (member,):
            words = f"cỡ chữ {part.pt:g}" if isinstance(part, Length) else str(part)
            assert words in fact.quote[at:], words
            at = fact.quote.index(words, at) + len(words)


@each(FlagFact)
def test_a_flag_says_what_its_quote_says(fact: FlagFact) -> None:
    expected = {"so_trang.an_trang_dau": "không hiển thị", "phu_luc.so_trang_rieng": "đánh số riêng"}
    assert fact.default is True
    assert expected[fact.id] in fact.quote


def test_every_public_row_is_found_by_its_id() -> None:
    rows = {value.id: value for value in vars(nd30).values() if isinstance(value, Fact)}
    assert dict(nd30.ALL) == rows
    assert len(rows) > 100


def test_the_table_of_sizes_in_the_decree_has_no_row_that_the_facts_lack() -> None:
    table = articles()["Phần I", "Mục V"]
    rows = re.findall(r"\| In (hoa|thường) \| ([\d -]+) \| (Đứng|Nghiêng)(, đậm)? \|", table)
    seen = {
        (fact.caps, tuple(value.pt for value in fact.size.values), fact.italic, fact.bold)
        for fact in nd30.ALL.values()
        if isinstance(fact, ChuFact)
    }
    assert len(rows) == 38
    for case, size, slant, bold in rows:
        sizes = tuple(float(figures) for figures in size.split(" - "))
        assert (case == "hoa", sizes, slant == "Nghiêng", bool(bold)) in seen


def test_law_and_custom_share_no_id_and_no_type() -> None:
    assert not set(nd30.ALL) & set(custom.ALL)
    assert not any(isinstance(value, Practice) for value in vars(nd30).values())
    assert not any(isinstance(value, Fact) for value in vars(custom).values())


@pytest.mark.parametrize("practice", custom.ALL.values(), ids=custom.ALL)
def test_a_practice_says_where_it_was_seen(practice: Practice[object]) -> None:
    assert practice.seen.strip()


# A wrong row must not pass everywhere: what follows is typed from the decree and from the reference plan.

DEFAULT_SIZES = {
    nd30.QUOC_HIEU: 13,
    nd30.TIEU_NGU: 14,
    nd30.CO_QUAN_CHU_QUAN: 13,
    nd30.CO_QUAN_BAN_HANH: 13,
    nd30.SO: 13,
    nd30.KY_HIEU: 13,
    nd30.DIA_DANH_THOI_GIAN: 14,
    nd30.TEN_LOAI: 14,
    nd30.TRICH_YEU: 14,
    nd30.CAN_CU: 14,
    nd30.NOI_DUNG: 14,
    nd30.MUC_LA_MA: 14,
    nd30.QUYEN_HAN: 14,
    nd30.CHUC_VU: 14,
    nd30.HO_TEN: 14,
    nd30.NOI_NHAN: 12,
    nd30.NOI_NHAN_DANH_SACH: 11,
    nd30.PHU_LUC: 14,
    nd30.PHU_LUC_TIEU_DE: 14,
    nd30.KEM_THEO: 13,
    nd30.SO_TRANG: 14,
    nd30.KY_HIEU_NGUOI_SOAN: 11,
    nd30.THONG_TIN_KY_SO: 10,
}


@pytest.mark.parametrize(("fact", "points"), DEFAULT_SIZES.items(), ids=[f.id for f in DEFAULT_SIZES])
def test_the_default_size_is_that_of_the_reference_plan(fact: ChuFact, points: int) -> None:
    assert fact.default.pt == points


def test_the_page_is_that_of_the_reference_plan() -> None:
    assert (nd30.KHO_GIAY_RONG.default.mm, nd30.KHO_GIAY_DAI.default.mm) == (210, 297)
    margins = (nd30.LE_TREN, nd30.LE_DUOI, nd30.LE_TRAI, nd30.LE_PHAI)
    assert [fact.default.mm for fact in margins] == [20, 20, 30, 20]
    assert [tuple(value.mm for value in fact.allowed.values) for fact in margins] == [
        (20, 25),
        (20, 25),
        (30, 35),
        (15, 20),
    ]


def test_the_body_is_that_of_the_reference_plan() -> None:
    assert nd30.NOI_DUNG_THUT_DONG.default.mm == 12.7
    assert [value.mm for value in nd30.NOI_DUNG_THUT_DONG.allowed.values] == [10, 12.7]
    assert nd30.NOI_DUNG_CACH_DOAN.default.pt == 6
    assert nd30.NOI_DUNG_GIAN_DONG.default == Fraction("1.1")
    assert nd30.NOI_DUNG_GIAN_DONG.allowed.values == (Fraction(1), Fraction("1.5"))


def test_the_sizes_by_default_are_the_decrees_first_set_that_goes_together() -> None:
    chosen = (nd30.QUOC_HIEU.default, nd30.TIEU_NGU.default, nd30.DIA_DANH_THOI_GIAN.default)
    assert chosen == nd30.CO_CHU_THONG_NHAT.members[0]
    assert [size.pt for size in chosen] == [13, 14, 14]


def test_custom_is_that_of_the_reference_plan() -> None:
    assert custom.CHO_KY.value.mm == 30
    assert (custom.COT_DAU_TRAI.value.mm, custom.COT_DAU_PHAI.value.mm) == (62, 98)
    assert (custom.COT_KY_TRAI.value.mm, custom.COT_KY_PHAI.value.mm) == (78, 82)
    assert custom.CACH_MEP_SO_TRANG.value.mm == 10
    assert custom.BANG_CO_CHU.value.pt == 13
    assert custom.BANG_DEM_DOC.value.pt == 3
    assert custom.BANG_NET.value.pt == 0.5
    assert (custom.CHO_TRONG_SO.value.mm, custom.CHO_TRONG_NGAY.value.mm) == (12, 8)


def test_the_columns_of_head_and_signature_fill_the_text_area() -> None:
    text = nd30.KHO_GIAY_RONG.default - nd30.LE_TRAI.default - nd30.LE_PHAI.default
    assert custom.COT_DAU_TRAI.value + custom.COT_DAU_PHAI.value == text
    assert custom.COT_KY_TRAI.value + custom.COT_KY_PHAI.value == text
