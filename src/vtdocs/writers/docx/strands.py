"""A table, measured: the cells of each column, and those that span the same columns, at any width they are asked for.

Two things are wanted of every strand: how wide it must be that no word breaks, and how many lines each of its cells
takes. The first takes every cell into account, the second a sample of the rows, for that a long table costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from vtdocs.metrics import Ends, Ruler, count_lines
from vtdocs.tree import Align, Cell, Merge, Row
from vtdocs.units import Length

from .decimals import Figures
from .merges import Merged
from .plans import Plan
from .sizes import Size
from .stylesheet import Look, Looks, embolden, slant

__all__ = ["Measured", "Strand", "measure_table"]

# The layout of a long table is judged by this many of its cells, in rows spread evenly.
_SAMPLE = 800
_FEWEST_ROWS, _MOST_ROWS = 30, 100
# Cells that span columns in more different ways than this no longer count for the height, only for their words.
_MOST_SPANS = 16
# A cell merged down gives each of its rows a part of its text, but no less than this.
_MOST_SHARE = 2
# Word and LibreOffice round widths of letters differently; a word that fits by less than this may break.
_SPARE_TWIPS = 30


class Strand:
    """Cells over the columns from `first` to before `stop`, one for each row of the sample."""

    def __init__(self, first: int, stop: int, rows: int, pad: int, blank: int) -> None:
        self.first, self.stop, self.pad, self._blank = first, stop, pad, blank
        self.natural = 0
        self._cells: list[tuple[int, int, Sequence[Ends], int]] = [(0, 0, (), 1)]
        self._places: dict[object, int] = {}
        self.index = [0] * rows
        self._known: dict[int, list[int]] = {}

    def add(self, row: int, key: object, paragraphs: Sequence[Ends], share: int = 1) -> None:
        """Put a cell into a row; one merged down over `share` rows gives each of them its part."""
        place = self._places.get((key, share))
        if place is None:
            place = self._places[key, share] = len(self._cells)
            width = max(ends[-1] for ends in paragraphs)
            self._cells.append((width, -(-len(paragraphs) // share), paragraphs, share))
            self.natural = max(self.natural, width - self._blank + self.pad)
        self.index[row] = place

    def lines(self, width: int) -> list[int]:
        """Count the lines that each row's cell takes at a width, padding included."""
        known = self._known.get(width)
        if known is None:
            room, blank = max(1, width - self.pad), self._blank
            each = [
                one
                if whole <= room + blank
                else -(-sum(count_lines(ends, room, blank) for ends in paragraphs) // share)
                for whole, one, paragraphs, share in self._cells
            ]
            known = self._known[width] = [each[place] for place in self.index]
        return known

    def loads(self) -> list[int]:
        """Give the area of each row's cell: how long its text is on one endless row."""
        each = [sum(ends[-1] for ends in paragraphs) // share for _whole, _one, paragraphs, share in self._cells]
        return [each[place] for place in self.index]


class Measured(Struct, frozen=True):
    """A measured table: a strand for each column, those that span columns, and the least width of each column.

    The first `head` places of a strand are those of the head.
    """

    head: int
    columns: tuple[Strand, ...]
    spans: tuple[Strand, ...]
    least: tuple[int, ...]
    figures: tuple[Figures | None, ...]


def measure_table(plan: Plan, looks: Looks, size: Size, padding: Length) -> Measured:
    """Measure a table in one of its sizes."""
    return _Measuring(plan, looks, size, padding).measure()


class _Measuring:
    def __init__(self, plan: Plan, looks: Looks, size: Size, padding: Length) -> None:
        table = plan.table
        self.plan, self.table, self.count = plan, table, len(table.columns)
        self.pad = padding.twips + _SPARE_TWIPS
        self._rulers: dict[Look, Ruler] = {}
        self.head = self._ruler(looks[size.head])
        cells = [looks[size.cells[column.align]] for column in table.columns]
        self.plain = [self._ruler(look) for look in cells]
        self.strong = [self._ruler(embolden(look)) for look in cells]
        self.looks = cells
        self.head_rows = plan.head
        self.rows = range(0, len(table.rows), self._step())
        self.depth = len(self.head_rows) + 1 + len(self.rows)
        blank = self.plain[0].blank if self.plain else 0
        self.strands = {(n, n + 1): Strand(n, n + 1, self.depth, self.pad, blank) for n in range(self.count)}
        self.blank = blank
        self.least = [0] * self.count
        self.wide: dict[tuple[int, int], int] = {}

    def _ruler(self, look: Look) -> Ruler:
        return self._rulers.setdefault(look, Ruler(look.face, look.size))

    def _step(self) -> int:
        rows = min(_MOST_ROWS, max(_FEWEST_ROWS, _SAMPLE // max(1, self.count)))
        return max(1, -(-len(self.table.rows) // rows))

    def measure(self) -> Measured:
        plain = self.plan.plain
        texts = [set(column) for column in zip(*plain, strict=True)] if plain else [set() for _ in range(self.count)]
        strong: list[set[str]] = [set() for _ in range(self.count)]
        self._read_rows(self.plan.others, texts, strong)
        self.figures = tuple(
            Figures(_lines(texts[n]), _lines(strong[n]), self.looks[n]) if column.align is Align.NUMBER else None
            for n, column in enumerate(self.table.columns)
        )
        for n in range(self.count):
            self._need_words(n, texts[n], self.plain[n])
            self._need_words(n, strong[n], self.strong[n])
        self._add_head()
        for place, number in enumerate(self.rows, len(self.head_rows) + 1):
            self._add_row(place, number)
        self._widen_for_spans()
        columns = tuple(self.strands[n, n + 1] for n in range(self.count))
        spans = [strand for (first, stop), strand in self.strands.items() if 1 < stop - first < self.count]
        return Measured(len(self.head_rows) + 1, columns, tuple(spans[:_MOST_SPANS]), tuple(self.least), self.figures)

    def _read_rows(self, rows: Iterable[Row], plain: list[set[str]], strong: list[set[str]]) -> None:
        for row in rows:
            column = 0
            for cell in row.cells:
                stop = min(self.count, column + cell.columns)
                if column >= self.count:
                    break
                if stop - column == 1:
                    (strong if row.strong or cell.is_bold else plain)[column].add(cell.text)
                elif cell.text:
                    ruler = (self.strong if row.strong or cell.is_bold else self.plain)[column]
                    self._need_wide(column, stop, ruler, cell.text)
                column = stop

    def _need_words(self, column: int, texts: set[str], ruler: Ruler) -> None:
        """Give a column its longest word. Each word is measured once: that is what makes 50,000 rows cheap."""
        figures = self.figures[column]
        if figures is not None:
            texts = {line for line in _lines(texts) if line not in figures}
            self.least[column] = max(self.least[column], figures.width + self.pad)
        self.least[column] = max(self.least[column], ruler.longest(" ".join(texts)) + self.pad)

    def _need_wide(self, first: int, stop: int, ruler: Ruler, text: str) -> None:
        self.wide[first, stop] = max(self.wide.get((first, stop), 0), ruler.longest(text) + self.pad)

    def _add_head(self) -> None:
        for number, row in enumerate(self.head_rows):
            for placed in row:
                cell = placed.cell or placed.above
                if cell is None or not cell.text:
                    continue
                first, stop = placed.first, placed.first + placed.columns
                self._strand(first, stop).add(number, ("head", cell.text), self._ends(cell.text, self.head), cell.rows)
                self._need_wide(first, stop, self.head, cell.text)
        for column, text in enumerate(self.table.signs[: self.count]):
            ruler = self._ruler(slant(self.looks[column]))
            self._need_wide(column, column + 1, ruler, text)
            self._strand(column, column + 1).add(len(self.head_rows), ("sign", text), self._ends(text, ruler))

    def _add_row(self, place: int, number: int) -> None:
        row = self.table.rows[number]
        if isinstance(row, tuple):
            for column, text in enumerate(row):
                if text:
                    self._add_cell(place, column, column + 1, text, strong=False)
            return
        column = 0
        for cell in row.cells:
            merged = self.plan.merged.get((number, column)) if cell.merge else None
            self._add_spanning(place, column, cell, merged, strong=row.strong)
            column += cell.columns

    def _add_spanning(self, place: int, column: int, cell: Cell, merged: Merged | None, *, strong: bool) -> None:
        stop = min(self.count, column + cell.columns)
        if merged is not None:
            # Of more rows the text would cost next to nothing, and its column be starved.
            share = min(merged.rows, _MOST_SHARE)
            self._add_cell(place, column, stop, merged.cell.text, strong=merged.strong, share=share)
        elif cell.merge is not Merge.CONTINUE:
            self._add_cell(place, column, stop, cell.text, strong=strong or cell.is_bold)

    def _add_cell(self, place: int, first: int, stop: int, text: str, *, strong: bool, share: int = 1) -> None:
        if not text or first >= stop:
            return
        ruler = (self.strong if strong else self.plain)[first]
        figures = self.figures[first] if stop == first + 1 else None
        if figures is not None:
            ends = [[figures.width + ruler.blank] if line in figures else ruler.ends(line) for line in text.split("\n")]
        else:
            ends = self._ends(text, ruler)
        self._strand(first, stop).add(place, (text, strong), ends, share)

    def _strand(self, first: int, stop: int) -> Strand:
        if (first, stop) not in self.strands:
            self.strands[first, stop] = Strand(first, stop, self.depth, self.pad, self.blank)
        return self.strands[first, stop]

    @staticmethod
    def _ends(text: str, ruler: Ruler) -> list[Ends]:
        return [ruler.ends(line) for line in text.split("\n")]

    def _widen_for_spans(self) -> None:
        """Give the columns below a wide cell what its longest word wants, alike, the narrower cells first."""
        for (first, stop), need in sorted(self.wide.items(), key=lambda item: (item[0][1] - item[0][0], item[0])):
            lack = need - sum(self.least[first:stop])
            for column in range(first, stop):
                part = -(-lack // (stop - column)) if lack > 0 else 0
                self.least[column] += part
                lack -= part


def _lines(texts: set[str]) -> set[str]:
    return {line for text in texts for line in text.split("\n")}
