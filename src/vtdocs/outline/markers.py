"""The marks that open a line, and how each counts."""

from __future__ import annotations

import re

from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import DIEM_LETTERS, format_diem, format_roman, parse_diem, parse_roman

from .nodes import Marker

__all__ = [
    "LABELLED",
    "UNORDERED",
    "MarkedLine",
    "follows",
    "read_insertion",
    "read_marker",
    "read_ordinal",
    "write_like",
]

# Marks that are a word and a number, and stand above their title.
LABELLED = frozenset({Marker.PHAN, Marker.CHUONG, Marker.MUC_SO, Marker.TIEU_MUC})
UNORDERED = frozenset({Marker.SAO, Marker.GACH, Marker.CONG})

# A mark is followed by a blank, or by a letter where the blank was forgotten ("1.Mục đích", "-Nâng cao"); never by a
# digit, so that "1.500 người" and "-5 độ" stay text. A Roman one needs two letters, so that "V.I. Lênin" stays a name.
# "1a.", "a1)" were put in by an amendment.
_MARK = compile_late(
    r"""(?:
        (?P<muc>[IVXL]+\.)(?=\s|[^\W\d_]{2}) |
        (?P<chu_hoa>(?![ILVX])[A-ZĐ]\.)(?=\s|[^\W\d_]{2}) |
        (?P<tieu_khoan_4>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\.) |
        (?P<tieu_khoan_3>\d{1,3}\.\d{1,3}\.\d{1,3}\.) |
        (?P<tieu_khoan>\d{1,3}\.\d{1,3}[a-zđ]?\.) |
        (?P<khoan>\d{1,3}[a-zđ]?\.) |
        (?P<ngoac>\(\d{1,2}\)) |
        (?P<diem>[a-zđ]\d?\)|[a-zđ]\.(?=\s))
    )(?:\s+|(?=[^\W\d_]))(?=\S)""",
    re.VERBOSE,
)
# Real papers type an en dash now and then for the hyphen, or a minus.
_SIGNS = {**dict.fromkeys("-–—−", Marker.GACH), "+": Marker.CONG, "*": Marker.SAO}
# "1.1 Mục tiêu": the last dot is missing. Two digits and no zero in front, so that amounts and hours stay text.
_UNDOTTED = compile_late(r"(?P<number>[1-9]\d?(?:\.[1-9]\d?){1,3})\s+(?=(?:\\?\*){0,3}[“\"(]?(?P<first>[^\W\d_]))")
_KINDS = {name.lower(): marker for name, marker in Marker.__members__.items()}
_DEPTHS = (Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4)

_UNITS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín")
_TEEN_UNITS = ("một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín")
_ORDINALS = (*_UNITS, "mười", *(f"mười {unit}" for unit in _TEEN_UNITS), "hai mươi")
_OTHER_ORDINALS = {"bốn": 4, "mười bốn": 14, "mười tư": 14, "bẩy": 7}
_PLACES = {**{word: place for place, word in enumerate(_ORDINALS, 1)}, **_OTHER_ORDINALS}
_LABELS = {
    "phần": Marker.PHAN,
    "chương": Marker.CHUONG,
    "mục": Marker.MUC_SO,
    "tiểu mục": Marker.TIEU_MUC,
    "điều": Marker.DIEU,
}
_LABEL_STARTS = ("Phần", "PHẦN", "Chương", "CHƯƠNG", "Tiểu", "TIỂU", "Mục", "MỤC", "Điều", "ĐIỀU")
_WORDS = "|".join(word.replace(" ", r"\s+") for word in sorted(_PLACES, key=len, reverse=True))
_LABEL = compile_late(
    rf"""(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Tiểu\s+mục|TIỂU\s+MỤC|Mục|MỤC|Điều|ĐIỀU)\s+
    (?P<place>(?i:thứ)\s+(?i:{_WORDS})|[IVXL]+|\d{{1,3}})(?P<insertion>(?<=[\dIVXL])[a-zđ])?
    (?P<sign>\s?[.:](?=\s|$|[^\W\d_])|\s+[-–—](?=\s+[^\W\d_])|(?=\s|$))\s*""",
    re.VERBOSE,
)
# Letters that a list in capitals may leave out: A, B, C, D is followed by Đ or by E.
_LETTERS = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_OPTIONAL_LETTERS = "ĐFIJLVWXZ"
_INSERTIONS = f".{_LETTERS.lower()}"


class MarkedLine(Struct, frozen=True):
    """A line cut into its mark and what follows; `marker` is `None` where nothing marks it."""

    marker: Marker | None
    number: str
    rest: str


def read_marker(line: str) -> MarkedLine:
    """Cut the mark off a stripped line; whether a capital with a full stop marks it, its neighbours say."""
    if sign := _SIGNS.get(line[:1]):
        return _read_sign(sign, line)
    if line.startswith(_LABEL_STARTS) and (label := _read_label(line)):
        return label
    if found := _MARK.match(line):
        number = found.group(found.lastgroup or 0)
        marker = _KINDS[found.lastgroup or ""]
        rest = line[found.end() :]
        if marker is Marker.MUC and parse_roman(number[:-1]) is None:
            return MarkedLine(None, "", line)
        # "A.MỤC ĐÍCH" is mended; "P.VHXH chủ trì" is an abbreviation.
        if marker is Marker.CHU_HOA and line[len(number)].isalpha() and not (rest.isupper() and " " in rest):
            return MarkedLine(None, "", line)
        return MarkedLine(marker, number, rest)
    if line[:1].isdigit() and "." in line[1:3] and (found := _UNDOTTED.match(line)) and found["first"].isupper():
        return MarkedLine(_DEPTHS[found["number"].count(".")], found["number"], line[found.end() :])
    return MarkedLine(None, "", line)


def _read_sign(marker: Marker, line: str) -> MarkedLine:
    """Cut off a dash, a plus or a star; most marked lines of a paper open so, and need no pattern."""
    behind, rest = line[1:2], line[1:].lstrip()
    may_follow = behind.isspace() or (marker is not Marker.SAO and behind.isalnum() and not behind.isdecimal())
    return MarkedLine(marker, line[0], rest) if rest and may_follow else MarkedLine(None, "", line)


def _read_label(line: str) -> MarkedLine | None:
    found = _LABEL.match(line)
    if found is None:
        return None
    rest = line[found.end() :]
    if not found["sign"] and rest and not rest.isupper():
        return None  # "Điều 5 Luật Tổ chức …", "Mục 1 của Kế hoạch này": a reference
    marker = _LABELS[" ".join(found["word"].lower().split())]
    if _place_of(found["place"]) is None or (marker is Marker.DIEU and not found["place"].isdigit()):
        return None
    # The sign behind "Điều 1" is printed, on one row with what follows; a title stands below its "Phần I".
    end = found.end("sign") if marker is Marker.DIEU else max(found.end("place"), found.end("insertion"))
    return MarkedLine(marker, line[:end], rest)


def _place_of(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    words = text.lower().split()
    return _PLACES.get(" ".join(words[1:])) if len(words) > 1 else parse_roman(text)


def read_insertion(marker: Marker, number: str) -> int:
    """Place of a mark that was put in ("1a.", "Điều 7b.", "a1)") behind the one of its ordinal; 0 for all others."""
    if marker is Marker.DIEM:
        return int(number[1]) if number[1].isdigit() else 0
    if marker in LABELLED or marker is Marker.DIEU:
        found = _LABEL.match(number)
        letter = found["insertion"] if found else None
    elif marker in _DEPTHS:
        letter = number.rstrip(".")[-1]
    else:
        letter = None
    return _LETTERS.find(letter.upper()) + 1 if letter else 0


def read_ordinal(marker: Marker, number: str) -> int | None:
    """Place of a mark among its siblings, from 1; `None` for dashes, and for f, j, w, z, which do not count.

    A mark that was put in ("1a.") has the place of the one before it.
    """
    match marker:
        case Marker.MUC:
            return parse_roman(number.rstrip("."))
        case Marker.KHOAN | Marker.TIEU_KHOAN | Marker.TIEU_KHOAN_3 | Marker.TIEU_KHOAN_4:
            return int(number.rstrip(_INSERTIONS).rpartition(".")[2])
        case Marker.DIEM:
            return parse_diem(number[0])
        case Marker.NGOAC:
            return int(number[1:-1])
        case Marker.CHU_HOA:
            return _LETTERS.find(number[0]) + 1 or None
        case Marker.SAO | Marker.GACH | Marker.CONG:
            return None
        case _:
            found = _LABEL.match(number)
            return _place_of(found["place"]) if found else None


def follows(marker: Marker, place: int, before: int) -> bool:
    """Whether the mark at `place` may come next after the one at `before` (0: it may come first)."""
    skipped = _LETTERS[before : place - 1] if marker is Marker.CHU_HOA else ""
    return place == before + 1 or (
        bool(skipped) and before > 0 and all(letter in _OPTIONAL_LETTERS for letter in skipped)
    )


def write_like(marker: Marker, number: str, place: int) -> str:
    """Write the mark that would stand at `place` in the list that `number` belongs to; "?" where letters run out."""
    match marker:
        case Marker.MUC:
            return f"{_roman(place)}."
        case Marker.DIEM:
            return f"{format_diem(place) if place <= len(DIEM_LETTERS) else '?'}{number[-1]}"
        case Marker.CHU_HOA:
            return f"{_LETTERS[place - 1] if place <= len(_LETTERS) else '?'}."
        case Marker.NGOAC:
            return f"({place})"
        case Marker.SAO | Marker.GACH | Marker.CONG:
            return number
        case Marker.KHOAN | Marker.TIEU_KHOAN | Marker.TIEU_KHOAN_3 | Marker.TIEU_KHOAN_4:
            prefix, dot, _last = number.rstrip(".").rpartition(".")
            return f"{prefix}{dot}{place}."
        case _:
            return _label_like(number, place)


def _label_like(number: str, place: int) -> str:
    found = _LABEL.match(number)
    if found is None:
        return number
    typed = found["place"]
    if typed.isdigit():
        written = str(place)
    elif len(typed.split()) > 1:
        word = _ORDINALS[place - 1] if place <= len(_ORDINALS) else str(place)
        written = f"{typed.split()[0]} {word.upper() if typed.isupper() else word}"
    else:
        written = _roman(place)
    end = max(found.end("place"), found.end("insertion"))
    return f"{number[: found.start('place')]}{written}{number[end:]}"


def _roman(place: int) -> str:
    return format_roman(place) if place < 4000 else str(place)
