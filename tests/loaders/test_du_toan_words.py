"""The total of a budget in words, and the unit that it is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.loaders.budgets import SUMS, TONG, clean, done, table
from vtdocs.loaders.budget.options import Budget
from vtdocs.model import Bang, Gop


def test_options_choose_words_unit_name_and_silence() -> None:
    bang = table("1 | Chi | | 1 | 1.005 |")
    spoken = Budget(linh="lẻ", nghin="ngàn", tong="Tổng kinh phí")
    assert clean(bang, spoken).ghi_chu == ("Bằng chữ: Một ngàn không trăm lẻ năm đồng.",)
    assert clean(bang, spoken).hang[1][1] == "Tổng kinh phí"
    assert clean(bang, Budget(bang_chu=False)).ghi_chu == ()
    # Figures in another unit: the words are of the amount itself.
    assert clean(bang, Budget(don_vi="triệu đồng")).ghi_chu == ("Bằng chữ: Một tỷ không trăm linh năm triệu đồng.",)


@pytest.mark.parametrize(
    ("above", "words"),
    [
        ("Đơn vị tính: đồng", "Một nghìn năm trăm đồng"),
        ("nghìn đồng", "Một triệu năm trăm nghìn đồng"),
        ("1.000đ", "Một triệu năm trăm nghìn đồng"),
        ("1.000 đồng", "Một triệu năm trăm nghìn đồng"),
        ("Triệu đồng", "Một tỷ năm trăm triệu đồng"),
        ("1.000.000 đồng", "Một tỷ năm trăm triệu đồng"),
        ("tỷ đồng", "Một nghìn năm trăm tỷ đồng"),
        ("người", "Một nghìn năm trăm đồng"),
    ],
)
def test_the_unit_above_the_table_is_that_of_the_figures(above: str, words: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh=above)
    assert clean(bang).ghi_chu == (f"Bằng chữ: {words}.",)


def test_two_units_contradict_each_other() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="nghìn đồng")
    assert done(bang, Budget(don_vi="đồng"))[1] == [
        "du-toan.csv:2:3 VT-022 dự toán khai đơn vị đồng, phía trên bảng ghi “nghìn đồng”"
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Bằng chữ: Một triệu không trăm linh tư nghìn đồng.",
        "(Bằng chữ: một triệu không trăm lẻ bốn ngàn đồng chẵn)",
        "Số tiền bằng chữ: MỘT TRIỆU, KHÔNG TRĂM LINH BỐN NGHÌN ĐỒNG./.",
    ],
)
def test_words_that_agree_stay_as_typed(note: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "1004000"),), ghi_chu=("Ghi chú khác.", note))
    assert clean(bang).ghi_chu == ("Ghi chú khác.", note)


def test_words_that_do_not_agree_are_an_error() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.004.000"),), ghi_chu=("Bằng chữ: Một triệu không trăm bốn mươi nghìn đồng.",))
    expected = "VT-094 số tiền bằng chữ “Một triệu không trăm bốn mươi nghìn đồng.” không khớp với tổng 1.004.000"
    assert done(bang) == (None, [f"du-toan.csv:2:3 {expected}"])
    assert done(bang, Budget(bang_chu=False)) == (None, [f"du-toan.csv:2:3 {expected}"])


@pytest.mark.parametrize("note", ["Bằng chữ:", "Bằng chữ", "Bằng chữ: ………", "Bằng chữ: ......", "(Bằng chữ: …)"])
def test_words_left_open_are_filled_in(note: str) -> None:
    bang = Bang(SUMS, (("1", "Chi", "5000"),), ghi_chu=(note, "Ghi chú."))
    words = "(Bằng chữ: Năm nghìn đồng.)" if note[0] == "(" else "Bằng chữ: Năm nghìn đồng."
    assert clean(bang).ghi_chu == (words, "Ghi chú.")


def test_words_in_a_row_of_the_table() -> None:
    bang = table("1 | Chi | 5000\n| Bằng chữ: Năm nghìn đồng |", SUMS)
    found = clean(bang)
    assert found.hang == (("1", "Chi", "5.000"), ("", "Tổng cộng", "5.000"), ("", "Bằng chữ: Năm nghìn đồng", ""))
    assert found.ghi_chu == ()
    assert found.kieu_hang == {1: TONG}
    merged = clean(replace(found, hang=(found.hang[0], found.hang[2]), kieu_hang={}, gop=(Gop(1, 1, 1, 2),)))
    assert (merged.hang, merged.gop) == (found.hang, (Gop(2, 1, 1, 2),))
    tall = clean(replace(found, hang=(found.hang[0], found.hang[2]), kieu_hang={}, gop=(Gop(0, 0, 2, 1),)))
    assert [row[2] for row in tall.hang] == ["5.000", "", "5.000"]
    wrong = table("1 | Chi | 5000\n= | Tổng | 5000\n| Bằng chữ: Sáu nghìn đồng |", SUMS)
    assert done(wrong)[1] == ["du-toan.csv:4:2 VT-094 số tiền bằng chữ “Sáu nghìn đồng” không khớp với tổng 5.000"]
    beside = table("1 | Chi | 5000\nBằng chữ | Năm nghìn đồng |", SUMS)
    assert clean(beside).hang[2] == ("Bằng chữ", "Năm nghìn đồng", "")
    still_open = table("1 | Chi | 5000\n| Bằng chữ: … |", SUMS)
    assert clean(still_open).hang[2] == ("", "Bằng chữ: Năm nghìn đồng.", "")


def test_words_in_the_unit_of_the_figures_agree_as_well() -> None:
    bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="triệu đồng", ghi_chu=("Bằng chữ: Một tỷ rưỡi đồng",))
    assert done(bang)[0] is None
    for words in ("Một nghìn năm trăm triệu đồng", "Một tỷ năm trăm triệu đồng"):
        bang = Bang(SUMS, (("1", "Chi", "1.500"),), don_vi_tinh="triệu đồng", ghi_chu=(f"Bằng chữ: {words}",))
        assert clean(bang).ghi_chu == (f"Bằng chữ: {words}",)
