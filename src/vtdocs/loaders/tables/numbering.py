"""The numbers of rows: put in where nobody typed any, looked through where somebody did."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, Sequence

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.model import KieuHang
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import ROMAN_MAX, format_roman, parse_roman

from .kinds import is_group_number
from .options import DanhSo, Place

__all__ = ["check_numbers", "number_groups", "number_rows", "opens_with_number"]

_NUMBER = compile_late(r"(\d{1,6}(?:\.\d{1,6}){0,5})\.?", re.ASCII)
# Parts of the row above, which need no number of their own.
_PART = compile_late(r"[-–+•*]|trong đó\b|gồm\b", re.IGNORECASE)
_Row = tuple[str, ...]


def number_rows(
    rows: list[_Row],
    at: int,
    kinds: Mapping[int, KieuHang],
    covered: Collection[tuple[int, int]],
    numbering: DanhSo,
) -> list[_Row]:
    """Number the plain rows in column `at`: anew in each group, or running on."""
    if not kinds and not covered:
        return [(*row[:at], str(number), *row[at + 1 :]) for number, row in enumerate(rows, 1)]
    numbered = []
    number = 0
    for place, row in enumerate(rows):
        kind = kinds.get(place)
        if kind is KieuHang.NHOM and numbering is DanhSo.THEO_NHOM:
            number = 0
        if kind is None and (place, at) not in covered:
            number += 1
            numbered.append((*row[:at], str(number), *row[at + 1 :]))
        else:
            numbered.append(row)
    return numbered


def number_groups(rows: list[_Row], at: int, groups: Sequence[int], free: Container[int]) -> list[_Row]:
    """Give the `groups` that are `free` to take one a Roman numeral, going on from the typed ones."""
    rows = list(rows)
    number = 0
    for place in groups:
        row = rows[place]
        if row[at]:
            number = parse_roman(row[at].rstrip(".)")) or number
        elif place in free and number < ROMAN_MAX:
            number += 1
            rows[place] = (*row[:at], format_roman(number), *row[at + 1 :])
    return rows


def opens_with_number(text: str) -> bool:
    """Whether the text of a group has its number before it: "I. Công tác chỉ đạo"."""
    opening = text.split(" ", 1)[0]
    return opening.endswith((".", ")")) and is_group_number(opening)


def check_numbers(
    rows: Sequence[_Row],
    at: int,
    first: int,
    kinds: Mapping[int, KieuHang],
    covered: Container[tuple[int, int]],
    place: Place,
    faults: Faults,
) -> None:
    """Warn of numbers that are left out, skipped or repeated; `first` is the column of the first text."""
    last: tuple[int, ...] = (0,)
    opened = False
    for row, cells in enumerate(rows):
        text = cells[at]
        if text.isdigit() and len(last) == 1 and len(text) < 7 and text.isascii():
            number: tuple[int, ...] = (int(text),)
            if number[0] == last[0] + 1 and row not in kinds:
                last, opened = number, False
                continue
        if row in kinds:
            opened = opened or kinds[row] is KieuHang.NHOM
            continue
        if not text:
            if (row, at) not in covered and not _PART.match(cells[first]):
                message = "số thứ tự để trống, trong khi các hàng khác có"
                hint = "điền số, hoặc xóa hết số của cột để được đánh số tự động"
                faults.warn(Code.STT_GAP, message, place(row, at), hint)
            continue
        match = _NUMBER.fullmatch(text)
        if match is None:
            continue
        number = tuple(map(int, match[1].split(".")))
        if not _follows(number, last) and not (opened and number[-1] == 1):
            before, now = ".".join(map(str, last)), ".".join(map(str, number))
            message = f"số thứ tự bị nhảy: sau {before} là {now}" if any(last) else f"số thứ tự bắt đầu bằng {now}"
            if number == last:
                message = f"số thứ tự bị lặp: hai hàng cùng ghi {now}"
            expected = ".".join(map(str, (*last[:-1], last[-1] + 1)))
            faults.warn(Code.STT_GAP, message, place(row, at), f"có thể phải là {expected}")
        last, opened = number, False


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number may stand behind another: the next of its level or of one above, the first of one below."""
    if set(number) == {1}:
        return True
    same = next((k for k, (new, old) in enumerate(zip(number, last, strict=False)) if new != old), None)
    if same is None:
        # One begins with the other: 1.1 goes on below 1, 1 does not come again behind 1.1.
        return len(number) > len(last) and set(number[len(last) :]) == {1}
    return number[same] == last[same] + 1 and set(number[same + 1 :]) <= {1}
