"""Which rows of a table open a group, and which sum up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from vtdocs.model import Cot, Gop, KieuHang, VaiTro, find_role, first_text_column
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import parse_roman

from .merges import cover

__all__ = ["find_kinds", "is_group_number", "is_total_label"]

_LETTER = compile_late(r"\(?[A-ZĐ][.)]?")
# With its accents or without any: "công" is work, and "cổng" a gate.
_TOTAL = compile_late(
    r"(?:tổng(?:\s+(?:cộng|số|kinh\s+phí|dự\s+toán))?|tong(?:\s+(?:cong|so|kinh\s+phi|du\s+toan))?|cộng|cong)"
    r"\s*(?:\([\w\s+,.;-]{1,40}\))?\s*[:.]?",
    re.IGNORECASE,
)
_LONGEST_TOTAL = 60
_DASHES = ("", "-", "–", "+", "•", "*")
# Beside "Tổng cộng" these may hold words, and it is a total all the same.
_BESIDE = frozenset({VaiTro.DON_VI_TINH, VaiTro.GHI_CHU})


def find_kinds(
    columns: Sequence[Cot],
    rows: Sequence[tuple[str, ...]],
    merged: Sequence[Gop],
    given: Mapping[int, KieuHang],
    *,
    bare: bool,
) -> dict[int, KieuHang]:
    """Give the rows that are not plain, those `given` among them.

    A group has a Roman numeral or one capital letter for its number, or reaches across the table; with `bare` a
    row is one as well that fills its first text only, where most rows fill more. Where no plain row would be left,
    or none follows, the rows are no groups.
    """
    stt = find_role(columns, VaiTro.STT)
    first = first_text_column(columns)
    across = {
        gop.hang
        for gop in merged
        if gop.so_hang == 1 and gop.cot <= first and gop.columns.stop == len(columns)
        if gop.so_cot > 1
    }
    beside = [at for at, cot in enumerate(columns) if cot.vai_tro in _BESIDE]
    kinds = dict(given)
    lettered: list[int] = []
    bare_rows: list[int] = []
    for at, row in enumerate(rows):
        number = row[stt] if stt is not None else ""
        if at in kinds or (number.isdigit() and at not in across):
            continue
        if _is_total(row, first, number, beside):
            kinds[at] = KieuHang.TONG
        elif number and is_group_number(number):
            lettered.append(at)
        elif at in across or (bare and _is_lone(row, row[first] or number)):
            bare_rows.append(at)
    if not across.issuperset(bare_rows):
        bare_rows = _true_groups(rows, merged, bare_rows, across, stt)
    kinds.update(dict.fromkeys(lettered, KieuHang.NHOM))
    kinds.update(dict.fromkeys(bare_rows, KieuHang.NHOM))
    last = next((at for at in range(len(rows) - 1, -1, -1) if at not in kinds), -1)
    for at in bare_rows:
        if at > last:
            del kinds[at]
    if last < 0:
        for at in lettered:
            del kinds[at]
    return kinds


def is_group_number(text: str) -> bool:
    """Whether the number of a row is that of a group: I, II, A, B."""
    if len(text) > 12:
        return False
    return _LETTER.fullmatch(text) is not None or parse_roman(text.rstrip(".)")) is not None


def is_total_label(text: str) -> bool:
    """Whether a row of this name sums up: "Tổng cộng", "Cộng (I + II):", "Tổng kinh phí"."""
    # Asked of every row: the first letter tells most of them.
    return text[:1] in ("T", "t", "C", "c") and len(text) <= _LONGEST_TOTAL and _TOTAL.fullmatch(text) is not None


def _is_total(row: tuple[str, ...], first: int, number: str, beside: list[int]) -> bool:
    label = row[first] or row[0]
    if not is_total_label(label) or (number and number != label):
        return False
    return not any(_is_words(text) for at, text in enumerate(row) if text and text != label and at not in beside)


def _true_groups(
    rows: Sequence[tuple[str, ...]], merged: Sequence[Gop], found: list[int], across: set[int], stt: int | None
) -> list[int]:
    """Keep those rows of one text that are so on purpose: the others of the table are fuller."""
    covered: dict[int, int] = {}
    for place, _column in cover(merged):
        covered[place] = covered.get(place, 0) + 1
    fuller = 0
    for at, row in enumerate(rows):
        texts = sum(map(bool, row)) - bool(stt is not None and row[stt]) + covered.get(at, 0)
        fuller += texts > 1
    is_rare = fuller * 2 > len(rows)
    return [at for at in found if at in across or (is_rare and at not in covered)]


def _is_lone(row: tuple[str, ...], text: str) -> bool:
    # Of two columns one may just be empty; what goes on with a dash is part of the row above.
    return len(row) > 2 and text[:1] not in _DASHES and len("".join(row)) == len(text) and _is_words(text)


def _is_words(text: str) -> bool:
    return any(character.isalpha() for character in text)
