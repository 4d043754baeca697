"""What a line of the head is, by its words: motto, number, date, stamp."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vtdocs.patterns import compile_late

from .strips import Side, Strip

__all__ = ["Number", "name_line", "read_date", "read_number"]

_LONGEST = 120
_KHAN = frozenset({"khan", "thuong khan", "hoa toc", "hoa toc hen gio", "hoa toc hen ngay"})
_MAT = frozenset({"mat", "toi mat", "tuyet mat"})
_PHAM_VI = ("xem xong tra lai", "luu hanh noi bo", "tai lieu thu hoi", "khong pho bien", "chi luu hanh noi bo")
_SAO = frozenset({"sao y", "sao luc", "trich sao", "ban sao", "sao y ban chinh"})
_SO = compile_late(r"[Ss][Ốố]\s{0,9}[:.;]|[Ss][Ốố][\s._…]{0,40}\d{0,6}[\s._…]{0,40}[/-]|[Ss][Ốố]\s{0,9}$")
_BARE_SO = compile_late(r"\d{0,6}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][A-Za-zĐđ]{1,8}\s?[-/.]\s?[A-ZĐ]")
# A place, a date, and nothing behind it; sentences that hold a date go on, or have more in front.
_DATE = compile_late(r"^.{0,45}\bngay\b(?:.{0,20}\bthang\b.{0,20}(?:\bnam\b.{0,9})?| \d{1,2} \d{1,2} \d{4})$")
_SHORT_DATE = compile_late(r"^[^\d]{2,40}\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}$")
_MONTH = compile_late(r"\bthang( \d{1,2})? nam \d{4}$")
_FULL = compile_late(r"\bngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b")
_SLASHED = compile_late(r"\b(\d{1,2}) (\d{1,2}) (\d{4})$")
# A day and the clock's time: number lines and dates of papers have no time.
_SIGNED = compile_late(
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)[T;,\s-]{1,4}\d{1,2}:\d\d"
    r"|\d{1,2}:\d\d(?::\d\d)?[;,\s-]{1,4}(?:ngày\s)?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
)
_SIGNED_WORDS = ("thoi gian ky", "ngay ky", "ky boi", "nguoi ky")
_NUMBER = compile_late(
    r"(?:[Ss][Ốố]\s{0,9}[:.;]?)?[\s._…]{0,60}(?P<number>\d{0,6})[\s._…]{0,60}(?:[/-]\s?(?P<year>(?:19|20)\d\d)(?=\s?[/-]))?"
    r"\s{0,9}[/-]?\s{0,9}(?P<symbol>\S.{0,60})?$"
)


def name_line(strip: Strip) -> str:
    """Give the key of the component that a line is by its words alone; "" for any other.

    Besides the keys of components: "dang" (the Party's name above its papers), "sao" (SAO Y …), "ky_so" (the text of a
    digital signature).
    """
    words = strip.words
    if len(words) > _LONGEST:
        return ""
    key, tight = strip.key, strip.tight
    if tight.startswith(("conghoaxahoi", "conghoaxhcn")) or "chunghiavietnam" in tight:
        return "quoc_hieu"
    if tight.startswith("doclap") and ("tudo" in tight or "hanhphuc" in tight):
        return "tieu_ngu"
    if tight == "dangcongsanvietnam":
        return "dang"
    if (key.startswith("so") and "gio" in key.split()) or _SIGNED.search(words) or key.startswith(_SIGNED_WORDS):
        return "ky_so"
    if _is_number_line(words):
        return "so_ky_hieu"
    if _DATE.match(key) and not key.startswith(("can cu", "kem theo", "v v", "tu ngay", "luc", "thuc hien")):
        return "dia_danh_thoi_gian"
    if strip.side is Side.RIGHT and (_SHORT_DATE.match(words) or _MONTH.search(key)):
        return "dia_danh_thoi_gian"
    if key.startswith("v v"):
        return "trich_yeu_cong_van"
    if key.startswith("du thao") and len(key) <= 30:
        return "du_thao"
    return _name_stamp(key, strip)


def _name_stamp(key: str, strip: Strip) -> str:
    if key in _KHAN:
        return "do_khan"
    if key in _MAT:
        return "do_mat"
    if key.startswith(_PHAM_VI) and strip.is_caps:
        return "pham_vi_luu_hanh"
    return "sao" if key in _SAO and strip.is_caps else ""


def _is_number_line(words: str) -> bool:
    """Whether a line is the number of a paper, its "Số" forgotten or not."""
    return len(words) <= 60 and (_SO.match(words) is not None or _BARE_SO.match(words) is not None)


class Number(Struct, frozen=True):
    """A number line as read: None and "" where it is blank, the year where the number has one."""

    number: int | None
    symbol: str
    year: int | None = None


def read_number(words: str) -> Number:
    """Read "Số: 12/KH-UBND" and what people make of it."""
    found = _NUMBER.match(words)
    if found is None:
        return Number(None, "")
    digits, year = found["number"], found["year"]
    return Number(int(digits) if digits else None, (found["symbol"] or "").strip(" ./"), int(year) if year else None)


def read_date(strip: Strip) -> date | None:
    """Read the date of a place-and-date line; None where it is blank or no real date."""
    found = _FULL.search(strip.key) or _SLASHED.search(strip.key)
    if found is None:
        return None
    day, month, year = (int(each) for each in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
