"""Numbers, dates, ký hiệu and numbering as Nghị định 30/2020/NĐ-CP writes them; functions of text alone."""

from __future__ import annotations

from datetime import date

from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LoaiVanBan

__all__ = [
    "DIEM_LETTERS",
    "format_diem",
    "format_ky_hieu",
    "format_ngay",
    "format_ngay_ngan",
    "format_roman",
    "format_so",
    "format_thang",
    "parse_diem",
    "parse_roman",
    "strip_end",
]

# "theo thứ tự bảng chữ cái tiếng Việt" (nd30.DIEM_SAU_CHU); legal drafting leaves out ă â ê ô ơ ư.
DIEM_LETTERS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
ROMAN_MAX = 3999


def format_so(so: int | None) -> str:
    """Write the number of a paper, below 10 with a zero in front; None, not yet given, is an empty text.

    Raises ValueError below 1.
    """
    if so is None:
        return ""
    if so < 1:
        raise ValueError(f"the number of a paper starts from 1: {so}")
    return f"0{so}" if so < nd30.SO_THEM_KHONG_DUOI.default else str(so)


def format_ngay(ngay: int | None) -> str:
    """Write a day of the month, below 10 with a zero in front; None is an empty text.

    Raises ValueError outside 1-31.
    """
    if ngay is None:
        return ""
    if not 1 <= ngay <= 31:
        raise ValueError(f"no day of a month: {ngay}")
    return f"0{ngay}" if ngay < nd30.NGAY_THEM_KHONG_DUOI.default else str(ngay)


def format_thang(thang: int | None) -> str:
    """Write a month: 1 and 2 with a zero in front, 3 to 9 without; None is an empty text.

    Raises ValueError outside 1-12.
    """
    if thang is None:
        return ""
    if not 1 <= thang <= 12:
        raise ValueError(f"no month: {thang}")
    return f"0{thang}" if thang in nd30.THANG_THEM_KHONG.members else str(thang)


def format_ngay_ngan(ngay: date) -> str:
    """Write a date for running text and tables: 05/6/2026."""
    return f"{format_ngay(ngay.day)}/{format_thang(ngay.month)}/{ngay.year}"


def format_ky_hieu(loai: LoaiVanBan, ten_viet_tat: str, don_vi: str | None = None) -> str:
    """Join the groups of a ký hiệu: KH-UBND.

    `don_vi` is the unit that drafts, or the field, of a công văn, which has no abbreviation: UBND-VX.
    """
    groups = (loai.viet_tat, ten_viet_tat, don_vi)
    return nd30.KY_HIEU_GIUA_NHOM.default.join(group for group in groups if group)


def format_roman(value: int) -> str:
    """Write a Roman numeral; raises ValueError outside 1-3999."""
    if not 1 <= value <= ROMAN_MAX:
        raise ValueError(f"no Roman numeral: {value}")
    parts = []
    for unit, letters in _ROMAN:
        count, value = divmod(value, unit)
        parts.append(letters * count)
    return "".join(parts)


def parse_roman(text: str) -> int | None:
    """Read a Roman numeral in capitals; None for any other text, IIII and IC among them."""
    value, rest = 0, text
    for unit, letters in _ROMAN:
        while rest.startswith(letters):
            value, rest = value + unit, rest[len(letters) :]
    canonical = not rest and 1 <= value <= ROMAN_MAX and format_roman(value) == text
    return value if canonical else None


def format_diem(place: int) -> str:
    """Return the letter of the điểm at `place`, from 1; raises ValueError where letters run out."""
    if not 1 <= place <= len(DIEM_LETTERS):
        raise ValueError(f"no letter for điểm {place}: there are {len(DIEM_LETTERS)}")
    return DIEM_LETTERS[place - 1]


def parse_diem(letter: str) -> int | None:
    """Return the place of a điểm's letter, from 1; None for one that numbers no điểm (f, j, w, z, ă…)."""
    return DIEM_LETTERS.index(letter) + 1 if len(letter) == 1 and letter in DIEM_LETTERS else None


# The full stop of "v.v." or of an ellipsis belongs to the words.
_OWN_FULL_STOP = compile_late(r"(?:\.\.|\b\w\.\w\.)$")


def strip_end(text: str) -> str:
    """Take off a closing ";", "," or "." that the form writes itself, or that its own mark takes the place of."""
    text = text.rstrip()
    if text.endswith((";", ",")) or (text.endswith(".") and not _OWN_FULL_STOP.search(text)):
        return text[:-1].rstrip()
    return text
