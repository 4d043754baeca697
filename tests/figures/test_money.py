"""Amounts in words: hand-checked ones, a thousand against another way of saying them, and the way back."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.figures import MOST, fold_words, spell_money, spell_number

# Written by hand, one by one.
BY_HAND = """
0 = không
1 = một
2 = hai
3 = ba
4 = bốn
5 = năm
6 = sáu
7 = bảy
8 = tám
9 = chín
10 = mười
11 = mười một
12 = mười hai
13 = mười ba
14 = mười bốn
15 = mười lăm
16 = mười sáu
19 = mười chín
20 = hai mươi
21 = hai mươi mốt
22 = hai mươi hai
24 = hai mươi tư
25 = hai mươi lăm
29 = hai mươi chín
30 = ba mươi
31 = ba mươi mốt
34 = ba mươi tư
35 = ba mươi lăm
40 = bốn mươi
41 = bốn mươi mốt
44 = bốn mươi tư
45 = bốn mươi lăm
50 = năm mươi
51 = năm mươi mốt
54 = năm mươi tư
55 = năm mươi lăm
61 = sáu mươi mốt
74 = bảy mươi tư
85 = tám mươi lăm
91 = chín mươi mốt
94 = chín mươi tư
95 = chín mươi lăm
99 = chín mươi chín
100 = một trăm
101 = một trăm linh một
102 = một trăm linh hai
104 = một trăm linh bốn
105 = một trăm linh năm
109 = một trăm linh chín
110 = một trăm mười
111 = một trăm mười một
114 = một trăm mười bốn
115 = một trăm mười lăm
120 = một trăm hai mươi
121 = một trăm hai mươi mốt
124 = một trăm hai mươi tư
125 = một trăm hai mươi lăm
200 = hai trăm
201 = hai trăm linh một
215 = hai trăm mười lăm
221 = hai trăm hai mươi mốt
404 = bốn trăm linh bốn
411 = bốn trăm mười một
444 = bốn trăm bốn mươi tư
500 = năm trăm
505 = năm trăm linh năm
515 = năm trăm mười lăm
550 = năm trăm năm mươi
555 = năm trăm năm mươi lăm
900 = chín trăm
999 = chín trăm chín mươi chín
1.000 = một nghìn
1.001 = một nghìn không trăm linh một
1.004 = một nghìn không trăm linh bốn
1.005 = một nghìn không trăm linh năm
1.010 = một nghìn không trăm mười
1.011 = một nghìn không trăm mười một
1.014 = một nghìn không trăm mười bốn
1.015 = một nghìn không trăm mười lăm
1.021 = một nghìn không trăm hai mươi mốt
1.024 = một nghìn không trăm hai mươi tư
1.050 = một nghìn không trăm năm mươi
1.100 = một nghìn một trăm
1.105 = một nghìn một trăm linh năm
1.111 = một nghìn một trăm mười một
1.500 = một nghìn năm trăm
1.975 = một nghìn chín trăm bảy mươi lăm
2.001 = hai nghìn không trăm linh một
2.023 = hai nghìn không trăm hai mươi ba
2.026 = hai nghìn không trăm hai mươi sáu
4.004 = bốn nghìn không trăm linh bốn
5.505 = năm nghìn năm trăm linh năm
9.999 = chín nghìn chín trăm chín mươi chín
10.000 = mười nghìn
10.005 = mười nghìn không trăm linh năm
10.010 = mười nghìn không trăm mười
11.011 = mười một nghìn không trăm mười một
14.000 = mười bốn nghìn
15.000 = mười lăm nghìn
15.015 = mười lăm nghìn không trăm mười lăm
21.000 = hai mươi mốt nghìn
21.021 = hai mươi mốt nghìn không trăm hai mươi mốt
24.024 = hai mươi tư nghìn không trăm hai mươi tư
25.500 = hai mươi lăm nghìn năm trăm
98.675 = chín mươi tám nghìn sáu trăm bảy mươi lăm
100.000 = một trăm nghìn
100.001 = một trăm nghìn không trăm linh một
100.100 = một trăm nghìn một trăm
101.000 = một trăm linh một nghìn
101.101 = một trăm linh một nghìn một trăm linh một
105.005 = một trăm linh năm nghìn không trăm linh năm
115.000 = một trăm mười lăm nghìn
505.155 = năm trăm linh năm nghìn một trăm năm mươi lăm
523.056 = năm trăm hai mươi ba nghìn không trăm năm mươi sáu
1.000.000 = một triệu
1.000.001 = một triệu không trăm linh một
1.000.015 = một triệu không trăm mười lăm
1.000.100 = một triệu một trăm
1.001.000 = một triệu không trăm linh một nghìn
1.005.000 = một triệu không trăm linh năm nghìn
1.010.010 = một triệu không trăm mười nghìn không trăm mười
1.015.000 = một triệu không trăm mười lăm nghìn
1.100.000 = một triệu một trăm nghìn
5.025.110 = năm triệu không trăm hai mươi lăm nghìn một trăm mười
5.525.000 = năm triệu năm trăm hai mươi lăm nghìn
7.312.836 = bảy triệu ba trăm mười hai nghìn tám trăm ba mươi sáu
12.345.678 = mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám
51.105.500 = năm mươi mốt triệu một trăm linh năm nghìn năm trăm
57.602.511 = năm mươi bảy triệu sáu trăm linh hai nghìn năm trăm mười một
100.000.000 = một trăm triệu
100.000.005 = một trăm triệu không trăm linh năm
123.456.789 = một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín
145.001.000 = một trăm bốn mươi lăm triệu không trăm linh một nghìn
308.250.705 = ba trăm linh tám triệu hai trăm năm mươi nghìn bảy trăm linh năm
400.070.192 = bốn trăm triệu không trăm bảy mươi nghìn một trăm chín mươi hai
834.291.712 = tám trăm ba mươi tư triệu hai trăm chín mươi mốt nghìn bảy trăm mười hai
900.370.200 = chín trăm triệu ba trăm bảy mươi nghìn hai trăm
1.000.000.000 = một tỷ
1.000.000.001 = một tỷ không trăm linh một
1.000.001.000 = một tỷ không trăm linh một nghìn
1.001.000.000 = một tỷ không trăm linh một triệu
1.453.121.401 = một tỷ bốn trăm năm mươi ba triệu một trăm hai mươi mốt nghìn bốn trăm linh một
2.000.000.000 = hai tỷ
2.050.000.000 = hai tỷ không trăm năm mươi triệu
15.000.000.000 = mười lăm tỷ
21.021.000.000 = hai mươi mốt tỷ không trăm hai mươi mốt triệu
104.000.000.000 = một trăm linh bốn tỷ
1.000.000.000.000 = một nghìn tỷ
1.000.000.000.001 = một nghìn tỷ không trăm linh một
1.005.000.000.000 = một nghìn không trăm linh năm tỷ
1.100.000.000.000 = một nghìn một trăm tỷ
1.230.950.880.055 = một nghìn hai trăm ba mươi tỷ chín trăm năm mươi triệu tám trăm tám mươi nghìn không trăm năm mươi lăm
25.000.000.000.000 = hai mươi lăm nghìn tỷ
100.000.000.000.000 = một trăm nghìn tỷ
123.000.000.000.004 = một trăm hai mươi ba nghìn tỷ không trăm linh bốn
1.000.000.000.000.000 = một triệu tỷ
"""  # noqa: E501
HAND = [(int(n.replace(".", "")), words) for n, words in (line.split(" = ") for line in BY_HAND.strip().splitlines())]


NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def rewritten(n: int, linh: str = "linh", nghin: str = "nghìn", tu: str = "tư") -> str:
    """Say a number by another road: every digit by name and place, then the words rewritten as the ear wants them."""
    names = dict(zip("0123456789", NAMES, strict=True))
    digits = f"{n:018d}"
    text = ""
    for at, unit in zip(range(0, 18, 3), ("triệu#", "nghìn#", "#tỷ", "triệu", "nghìn", ""), strict=True):
        hundred, ten, one = (names[digit] for digit in digits[at : at + 3])
        text += f"{hundred} trăm {ten} mươi {one} {unit} | "
    text = text.replace("không trăm không mươi không triệu# | ", "").replace(
        "không trăm không mươi không nghìn# | ", ""
    )
    text = re.sub(r"không trăm không mươi không (?:triệu|nghìn|) ?\| ", "", text)
    # Billions are said once, behind all that counts them.
    if text.startswith("không trăm không mươi không #tỷ | "):
        text = text.removeprefix("không trăm không mươi không #tỷ | ")
    else:
        text = text.replace("không trăm không mươi không #tỷ", "#tỷ")
    text = text.replace("#tỷ", "tỷ").replace("#", "")
    text = re.sub(r"^không trăm (?:không mươi )?", "", text)
    for old, new in (
        (r"không mươi không", ""),
        (r"không mươi (?=\w)", f"{linh} "),
        (r"\bmột mươi", "mười"),
        (r"mươi một", "mươi mốt"),
        (r"mươi bốn", f"mươi {tu}"),
        (r"(mươi|mười) năm", r"\1 lăm"),
        (r"(mươi|mười) không", r"\1"),
        (r"nghìn", nghin),
        (r"[|]", " "),
        (r" +", " "),
    ):
        text = re.sub(old, new, text)
    return text.strip() or "không"


def corners() -> list[int]:
    """Amounts where something turns, and as many in between, the same on every run."""
    found = set(range(400)) | {MOST}
    pieces = (1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 100, 101, 104, 105, 110, 115, 121, 500, 999)
    for size in (10**3, 10**6, 10**9, 10**12):
        for piece in pieces:
            found |= {piece * size, piece * size + 1, piece * size + 5, piece * size - 1, piece * size + size // 100}
    maker = random.Random(30)
    found |= {maker.randrange(10 ** maker.randrange(4, 16)) for _ in range(500)}
    return sorted(found)


def number_of(words: str) -> int:
    """Read words back: a small value is multiplied by its names of place, greater and greater ones."""
    ones = {w: n for n, w in enumerate(NAMES)}
    ones |= {"mốt": 1, "tư": 4, "lăm": 5}
    total = below = group = last = 0
    for word in words.split():
        if word in ones:
            last = ones[word]
        elif word == "mười":
            group, last = group + 10, 0
        elif word in ("mươi", "trăm"):
            group, last = group + last * {"mươi": 10, "trăm": 100}[word], 0
        elif word in ("nghìn", "ngàn", "triệu"):
            below, group, last = below + (group + last) * (10**6 if word == "triệu" else 1000), 0, 0
        elif word == "tỷ":
            total, below, group, last = (below + group + last) * 10**9, 0, 0, 0
        else:
            assert word in ("linh", "lẻ"), word
    return total + below + group + last


@pytest.mark.parametrize(("amount", "words"), HAND)
def test_amounts_checked_by_hand(amount: int, words: str) -> None:
    assert spell_number(amount) == words


def test_a_thousand_amounts_against_another_way_of_saying_them() -> None:
    amounts = corners()
    assert len(HAND) >= 120
    assert len(amounts) >= 1000
    assert [(n, spell_number(n)) for n in amounts] == [(n, rewritten(n)) for n in amounts]
    # The other way is held to what was checked by hand as well.
    assert [(n, rewritten(n)) for n, _ in HAND] == HAND


@pytest.mark.parametrize("linh", ["linh", "lẻ"])
@pytest.mark.parametrize("nghin", ["nghìn", "ngàn"])
@pytest.mark.parametrize("tu", ["tư", "bốn"])
def test_options_change_their_words_only(linh: str, nghin: str, tu: str) -> None:
    for n in corners()[::7]:
        assert spell_number(n, linh=linh, nghin=nghin, tu=tu) == rewritten(n, linh, nghin, tu)  # type: ignore[arg-type]


@given(st.integers(0, MOST))
def test_words_tell_the_amount(n: int) -> None:
    words = spell_number(n)
    assert number_of(words) == n
    assert rewritten(n) == words
    assert number_of(spell_number(n, linh="lẻ", nghin="ngàn", tu="bốn")) == n


def test_money_opens_with_a_capital() -> None:
    assert spell_money(123_000_000) == "Một trăm hai mươi ba triệu đồng"
    assert spell_money(5_000, chan=True) == "Năm nghìn đồng chẵn"
    assert spell_money(0) == "Không đồng"
    assert spell_money(1_105, linh="lẻ", nghin="ngàn") == "Một ngàn một trăm lẻ năm đồng"
    assert spell_money(24, don_vi="triệu đồng", tu="bốn") == "Hai mươi bốn triệu đồng"


def test_negative_amounts_and_those_past_the_bound() -> None:
    assert spell_number(-21) == "âm hai mươi mốt"
    assert spell_money(-MOST) == "Âm một triệu tỷ đồng"
    for far in (MOST + 1, -MOST - 1, 10**5000):
        with pytest.raises(ValueError, match="past"):
            spell_number(far)


@pytest.mark.parametrize(
    "typed",
    [
        "Một triệu không trăm linh tư nghìn đồng",
        "một triệu không trăm lẻ bốn ngàn đồng chẵn.",
        "  MỘT TRIỆU, KHÔNG TRĂM LINH BỐN NGHÌN ĐỒNG./.",
        "Một triệu không trăm linh bốn nghìn đồng Việt Nam",
    ],
)
def test_one_amount_said_in_several_ways_is_the_same(typed: str) -> None:
    assert fold_words(typed) == "một triệu không trăm linh bốn nghìn đồng"


def test_noughts_said_or_passed_over_are_the_same() -> None:
    said = "bảy trăm triệu không nghìn hai trăm ba mươi mốt"
    assert fold_words(said) == fold_words(spell_number(700_000_231))
    assert fold_words("một tỉ không triệu không nghìn không trăm linh năm") == fold_words(spell_number(1_000_000_005))


@given(st.integers(0, MOST), st.integers(0, MOST))
def test_two_amounts_are_never_folded_into_one(one: int, other: int) -> None:
    assert (fold_words(spell_money(one)) == fold_words(spell_money(other))) == (one == other)
