"""Texts that are issued with a paper, and appendices in files of their own."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask
from tests.checking.papers import ISSUER, MOTTO, Sheet, sheet, words
from vtdocs.checking.paper import Paper, Regime

KEM = "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)"
FIRST, SECOND = "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026", "của Ủy ban nhân dân xã Vĩnh Thông)"
RULES = ("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc tiếp công dân./.")


def _issued(made: Sheet, *attached: str) -> Paper:
    made.grid((ISSUER, MOTTO)).centre("QUY CHẾ", "Tiếp công dân")
    for line in attached:
        made.line(line, align="centre")
    return made.body(RULES).read()


def _decision() -> Sheet:
    made = sheet("Số: 12/QĐ-UBND").centre("QUYẾT ĐỊNH", "Ban hành Quy chế tiếp công dân")
    return made.body(("Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.",)).sign().new_page()


@pytest.mark.parametrize("attached", [(KEM,), (f"{FIRST}\n{SECOND}",), (FIRST, SECOND)])
def test_the_line_goes_on_to_where_it_closes(attached: tuple[str, ...]) -> None:
    paper = _issued(_decision(), *attached)
    (each,) = paper.phu_luc
    assert each.parts["kem_theo"].text == KEM
    assert ask(paper, "ND30-616") == []
    assert words(_issued(Sheet(), *attached), "kem_theo") == {"kem_theo": tuple("\n".join(attached).split("\n"))}


def test_a_line_that_never_closes_takes_nothing_more() -> None:
    assert words(_issued(Sheet(), FIRST), "kem_theo") == {"kem_theo": (FIRST,)}


@pytest.mark.parametrize(
    "stamp",
    [
        "Số: 07/QĐ-UBND; 15/12/2026; 10:15:20",
        "Số: 07/QĐ-UBND; ngày 15/12/2026; 10:15:20 +07:00",
        "07/QĐ-UBND; 15/12/2026 10:15:20",
        "Thời gian ký: 15/12/2026 10:15:20",
        "Ngày ký: 2026-12-15T10:15:20+07:00",
    ],
)
def test_what_a_digital_signature_prints_is_no_number(stamp: str) -> None:
    paper = _issued(Sheet().box([stamp], left=120), KEM)
    assert words(paper, "so_ky_hieu", "dia_danh_thoi_gian") == {}
    assert [ask(paper, rule) for rule in ("ND30-209", "ND30-241", "ND30-245", "ND30-316", "ND30-540")] == [[]] * 5


def test_the_number_of_a_paper_is_none_of_a_signature() -> None:
    assert words(sheet("Số: 12/QĐ-UBND").body().read(), "so_ky_hieu") == {"so_ky_hieu": ("Số: 12/QĐ-UBND",)}


def test_an_appendix_in_a_file_of_its_own_is_judged() -> None:
    paper = Sheet().centre("PHỤ LỤC I", "Danh mục tài liệu", KEM).body(("1. Tài liệu số một.",)).read()
    assert paper.regime is Regime.ND30
    assert [len(ask(paper, rule)) for rule in ("ND30-601", "ND30-607", "VB-603", "ND30-128", "ND30-209")] == [
        1,
        1,
        0,
        0,
        0,
    ]
    unlabelled = Sheet().centre("PHỤ LỤC I", "Danh mục tài liệu").body(("1. Tài liệu số một.",)).read()
    assert unlabelled.regime is Regime.UNKNOWN


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Danh sách tại Phụ lục kèm theo.", 1),
        ("Trường hợp văn bản có Phụ lục kèm theo thì trong văn bản phải có chỉ dẫn.", 0),
        ("Nếu hồ sơ có phụ lục kèm theo thì ghi số trang.", 0),
        ("Đã rà soát (có danh sách kèm theo công văn của Sở Nội vụ).", 0),
        ("Các phụ lục kèm theo hợp đồng được lưu tại phòng.", 0),
        ("Giao các thôn thực hiện (có danh sách kèm theo).", 1),
    ],
)
def test_an_appendix_that_is_spoken_of_in_general_is_not_missed(sentence: str, count: int) -> None:
    assert len(ask(sheet().title().body((sentence,)).sign().read(), "VB-621")) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("………, ngày … tháng … năm …", 0),
        ("………, ngày … tháng … năm 2026", 1),
        ("ngày … tháng … năm …", 1),
    ],
)
def test_a_form_that_is_not_filled_in_has_a_place_to_come(line: str, count: int) -> None:
    paper = Sheet().head(right=(*MOTTO, line)).title().body().sign().read()
    assert len(ask(paper, "ND30-270")) == count
