"""The numbers of automatic lists as they are printed, counted through a paper from its first paragraph to its last."""

from __future__ import annotations

import re

from vtdocs.patterns import compile_late

from .formats import MOST_KEPT, Formats, ParagraphLook
from .lists import LEVELS, Level
from .observed import RunFormat
from .package import Package

__all__ = ["Numbering"]

_PLACE = compile_late("%([1-9])")
_PICTURE = "•"


class Numbering:
    """How far all lists have counted. Each story counts for itself: the body, each text box, headers and footers."""

    def __init__(self, package: Package, formats: Formats) -> None:
        self._package = package
        self._formats = formats
        self._lists = formats.lists
        # By pattern, as lists of one pattern go on with each other's numbers: the number of each level, `None` where
        # it has not begun.
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        self._letters: dict[tuple[ParagraphLook, Level], RunFormat] = {}

    def story(self) -> Numbering:
        """Give the numbering of another story of the same file, which begins anew."""
        return Numbering(self._package, self._formats)

    def label(self, num_id: int, level: int, look: ParagraphLook) -> tuple[str, RunFormat] | None:
        """Give the number of the next paragraph of a list, as printed ("1.", "a)", "-"), and how it looks.

        Called once for each numbered paragraph, in the order of the file. `None` where nothing is printed.
        """
        found = self._lists.level(num_id, level) if self._lists.has(num_id) else None
        if found is None:
            return None
        counts = self._count(num_id, level)
        letters = self._letters.get((look, found))
        if letters is None:
            if len(self._letters) >= MOST_KEPT:
                self._letters.clear()
            letters = self._letters[look, found] = self._formats.label(look, found.letters)
        if found.letters.get("vanish"):
            return None
        if found.format == "bullet":
            from .symbols import read_symbols

            text = read_symbols(found.text, letters.ascii) or (_PICTURE if found.has_picture else "")
        else:
            text = self._print(num_id, level, found, counts)
        return (text, letters) if text else None

    def _count(self, num_id: int, level: int) -> list[int | None]:
        counts = self._counts.setdefault(self._lists.pattern(num_id), [None] * LEVELS)
        now = counts[level]
        is_new = (num_id, level) not in self._begun and self._lists.start_override(num_id, level) is not None
        counts[level] = self._start(num_id, level) if now is None or is_new else now + 1
        self._begun.add((num_id, level))
        for above in reversed(range(level)):
            # A level that is jumped over counts as begun.
            if counts[above] is not None:
                break
            counts[above] = self._start(num_id, above)
        for below in range(level + 1, LEVELS):
            lower = self._lists.level(num_id, below)
            restart = lower.restart if lower is not None else None
            if restart is None or level < restart:
                counts[below] = None
        return counts

    def _start(self, num_id: int, level: int) -> int:
        override = self._lists.start_override(num_id, level)
        if override is not None:
            return override
        found = self._lists.level(num_id, level)
        return found.start if found is not None else 1

    def _print(self, num_id: int, level: int, found: Level, counts: list[int | None]) -> str:
        # Only here, as the signs of bullets: most papers have their numbers typed.
        from .numerals import write_number

        def write(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            one = found if index == level else self._lists.level(num_id, index)
            kind = one.format if one is not None else "decimal"
            if found.is_legal and index < level:
                # Legal numbering: what a number takes from the levels above stands in figures.
                kind = "decimal"
            number = counts[index]
            return "" if number is None else write_number(number, kind)

        return _PLACE.sub(write, found.text)
