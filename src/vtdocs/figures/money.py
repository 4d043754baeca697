"""Amounts in words: "Một triệu hai trăm nghìn đồng".

How numbers are read is not laid down by any decree; what follows is what school teaches (Toán 4, "Triệu và lớp
triệu") and what vouchers of the State carry:

- digits go by threes: nghìn, triệu, tỷ; what is above a billion is counted in billions, so 1.100.000.000.000 is
  "một nghìn một trăm tỷ" and 10^15 "một triệu tỷ"; "tỷ" is said once;
- 1 after mươi is mốt (21), 4 is tư (24; bốn by option), 5 after mười or mươi is lăm (15, 25); after linh they
  keep their own names (101 một trăm linh một, 104 linh bốn, 105 linh năm);
- a nought of the tens is linh (lẻ by option), and a nought of the hundreds is said wherever something stands
  before it: 1.005 is "một nghìn không trăm linh năm", 523.056 "… hai mươi ba nghìn không trăm năm mươi sáu";
- three noughts are passed over: 1.000.005 is "một triệu không trăm linh năm". School also has "không nghìn" there;
  `fold_words` takes both for the same.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from vtdocs.patterns import compile_late

__all__ = ["MOST", "Linh", "Nghin", "fold_words", "spell_money", "spell_number"]

# The largest amount that is spelled, a million billions; many times the budget of the State.
MOST = 10**15

Linh = Literal["linh", "lẻ"]
Nghin = Literal["nghìn", "ngàn"]
Tu = Literal["tư", "bốn"]

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def spell_number(n: int, *, linh: Linh = "linh", nghin: Nghin = "nghìn", tu: Tu = "tư") -> str:
    """Say a whole number in words, in small letters; a negative one opens with "âm".

    Raises ValueError for one past `MOST`, either way.
    """
    if abs(n) > MOST:
        raise ValueError(f"a number past {MOST} is not spelled")
    if n < 0:
        return f"âm {spell_number(-n, linh=linh, nghin=nghin, tu=tu)}"
    if n == 0:
        return _DIGITS[0]
    billions, rest = divmod(n, _BILLION)
    said: list[str] = []
    if billions:
        said += [*_say_groups(billions, said, linh, nghin, tu), "tỷ"]
    said += _say_groups(rest, said, linh, nghin, tu)
    return " ".join(said)


def spell_money(
    amount: int,
    *,
    don_vi: str = "đồng",
    chan: bool = False,
    linh: Linh = "linh",
    nghin: Nghin = "nghìn",
    tu: Tu = "tư",
) -> str:
    """Say an amount as papers carry it: a capital first, the unit behind, and "chẵn" where it is wanted.

    Raises ValueError for an amount past `MOST`.
    """
    words = spell_number(amount, linh=linh, nghin=nghin, tu=tu)
    return f"{words[0].upper()}{words[1:]} {don_vi}{' chẵn' if chan else ''}"


def _say_groups(n: int, before: list[str], linh: Linh, nghin: Nghin, tu: Tu) -> list[str]:
    """Say a number below a billion; `before` is what was said of the greater digits."""
    said: list[str] = []
    for size, name in ((10**6, "triệu"), (10**3, nghin), (1, "")):
        group = n // size % 1000
        if group:
            said += _say_three(group, bool(before or said), linh, tu)
            said += [name] if name else []
    return said


def _say_three(n: int, follows: bool, linh: Linh, tu: Tu) -> list[str]:
    """Say 1 to 999; a nought of the hundreds is said where the group follows another."""
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    said: list[str] = [_DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if tens == 0:
        if ones:
            said += [linh, _DIGITS[ones]] if said else [_DIGITS[ones]]
        return said
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 5:
        said.append("lăm")
    elif ones == 1 and tens > 1:
        said.append("mốt")
    elif ones == 4 and tens > 1:
        said.append(tu)
    elif ones:
        said.append(_DIGITS[ones])
    return said


# --- one amount, said in several ways --------------------------------------------------------------------------------

_SAME = {"lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ", "bẩy": "bảy"}
_PASSED_OVER = compile_late(r"\bkhông (?:nghìn|triệu)(?: |$)")
_FOUR = compile_late(r"\b(linh|mươi) (?:bốn|tư)\b")
_END = compile_late(r"(?: việt nam)?(?: chẵn)?$")
_NOT_WORD = compile_late(r"[\W_]+")


def fold_words(text: str) -> str:
    """Reduce an amount in words to one way of saying it, for comparing what was typed with what it should be.

    linh and lẻ, nghìn and ngàn, tư and bốn, tỷ and tỉ, capitals, commas and the full stop, a closing "chẵn", and
    "không nghìn" said or passed over are all the same.
    """
    words = _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).split()
    joined = " ".join(_SAME.get(word, word) for word in words)
    joined = _FOUR.sub(r"\1 bốn", _PASSED_OVER.sub("", joined).strip())
    return _END.sub("", joined).strip()
