"""The decree's own text, cut at its articles, so that a quote is looked for only where it is said to stand."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "nghi_dinh"

Place = tuple[str, ...]


def fold(text: str) -> str:
    return " ".join(text.split())


@cache
def articles() -> dict[Place, str]:
    """The text of each place of Phụ lục I; a place is ("Phần I", "Mục II", "khoản 1", "điểm a"), as deep as it goes."""
    found: defaultdict[Place, list[str]] = defaultdict(list)
    place: list[str] = []
    for line in (FOLDER / "phu-luc-1.txt").read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"Phần (I|II)", line):
            place = [f"Phần {match[1]}"]
        elif match := re.match(r"(I|II|III|IV|V)\. [A-ZÀ-Ỹ]", line):
            place = [*place[:1], f"Mục {match[1]}"]
        elif match := re.match(r"(\d{1,2})\. ", line):
            place = [*place[:2], f"khoản {match[1]}"]
        elif match := re.match(r"\| (\d{1,2}) \| ", line):
            place = [*place[:2], f"số thứ tự {match[1]}"]
        elif (match := re.match(r"\| ([a-zđ]) \| ", line)) or (match := re.match(r"([a-zđ])\) ", line)):
            place = [*place[:3], f"điểm {match[1]}"]
        elif match := re.match(r"\[(\d)\] ", line):
            place = ["Phần I", "Mục V", f"chú thích {match[1]}"]
        for depth in range(len(place) + 1):
            found[tuple(place[:depth])].append(line)
    return {key: fold(" ".join(lines)) for key, lines in found.items()}


def text_of(source: str) -> str:
    """The text that a fact's source points to; several places are joined."""
    places = [tuple(part.split(", ")) for part in source.split("; ")]
    assert all(place[:2] == ("30/2020/NĐ-CP", "Phụ lục I") for place in places), source
    return " ".join(articles()[place[2:]] for place in places)
