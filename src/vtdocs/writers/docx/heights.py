"""Heights of rows, in twips: which of them go on a page, and which merged ones stay together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from vtdocs.metrics import Ruler
from vtdocs.metrics.rulers import split_words
from vtdocs.metrics.text import UNITS_PER_EM, WIDEST
from vtdocs.tree import Row
from vtdocs.units import Length

from .layouts import Layout
from .merges import Merged
from .stylesheet import Look, embolden
from .template import Template

__all__ = ["Heights"]

# Rows of text by which a row's measured height may fall short of its real one.
_SPARE_ROWS = 3
# A character is at most one em wide, and a line that breaks at blanks is on average more than half full.
_LETTERS = 2
# Rows below a merged cell are held together where they take no more than this part of a page.
_HELD_PART = 3


class _Measure:
    """Measures the height of texts of one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.ruler = Ruler.of(look.face, look.size)
        self.line = look.row_height.twips + 1  # rounded up
        self.around, self.size = look.around.twips, look.size.twips

    def height(self, text: str, room: int) -> int:
        return self.line * self.ruler.lines(text, room) + self.around * (text.count("\n") + 1)


class Heights:
    """Measures the rows of one table against the height of a page's text."""

    def __init__(self, layout: Layout, template: Template, page: Length) -> None:
        self.table, self.layout = layout.plan.table, layout
        self._taken, self._page = layout.taken, page.twips
        self._head_look = template.looks[layout.size.head]
        styles = [layout.size.cells[column.align] for column in self.table.columns]
        measures = {style: _Measure(template.looks[style]) for style in dict.fromkeys(styles)}
        self._plain = [measures[style] for style in styles]
        # Few tables have strong rows: their measures are made with the first.
        self._strong: dict[int, _Measure] = {}
        self._line = max([measure.line for measure in measures.values()])
        # The head of nearly every table is so low, however its words break, that its lines need not be counted.
        head = self._page if self.table.signs else self._most_head()
        self._surely_repeats = head * 2 <= self._page
        limit = self._page - head - self._line * _SPARE_ROWS if self._surely_repeats else self.limit
        # So short a cell goes on a page whatever its words are.
        around = max([measure.around for measure in measures.values()])
        size = max([measure.size for measure in measures.values()])
        lines = max(0, (limit - around) // self._line - 1)
        self._short = max(0, lines * (min(layout.widths) - self._taken)) // (_LETTERS * size)
        self._shorts = [lines * (width - self._taken) // (_LETTERS * size) for width in layout.widths]
        self._kept: dict[int, bool] = {}
        self._known: dict[int, int] = {}

    def _most_head(self) -> int:
        """Give a height that the head never passes: each word on a line of its own, and on more where it may break."""
        measure = _Measure(self._head_look)
        letter = measure.size * WIDEST // UNITS_PER_EM + 1
        height = 0
        for row in self.layout.plan.head:
            texts = [(cell.cell.text, self._room(cell.first, cell.columns)) for cell in row if cell.cell is not None]
            lines = [len(split_words(text)) + len(text) * letter // max(1, room) for text, room in texts]
            height += measure.line * max(lines, default=0)
            height += measure.around * max([text.count("\n") + 1 for text, _room in texts], default=0)
        return height

    @cached_property
    def head_rows(self) -> list[int]:
        """The height of each row of the head, above the row of signs."""
        return self._head_rows(_Measure(self._head_look))

    @cached_property
    def _head(self) -> int:
        signs = self.table.signs[: len(self._plain)]
        return sum(self.head_rows) + max([self._height(n, 1, text) for n, text in enumerate(signs)], default=0)

    @property
    def head_repeats(self) -> bool:
        """Whether the head is repeated on every page: half of one at least must be left for rows."""
        return self._surely_repeats or self._head * 2 <= self._page

    @cached_property
    def limit(self) -> int:
        """How high a row may be that goes on a page: the head that repeats leaves it that much lower."""
        return self._page - (self._head if self.head_repeats else 0) - self._line * _SPARE_ROWS

    def fits(self, row: Sequence[str]) -> bool:
        """Whether a plain row goes on a page below the repeated head.

        One that does never breaks. A higher one has to be allowed to: LibreOffice would print it past the foot of
        the page, and lose what stands there.
        """
        if max(map(len, row)) <= self._short and "\n" not in "".join(row):
            return True
        return all(
            self._is_short(text) or self._height(number, 1, text) <= self.limit for number, text in enumerate(row)
        )

    def all_fit(self, columns: Iterable[Sequence[str]]) -> bool:
        """Whether all texts of these columns are so short that their rows go on a page whatever they say."""
        return all(
            max(map(len, texts)) <= short and "\n" not in "".join(texts)
            for texts, short in zip(columns, self._shorts, strict=True)
        )

    def _is_short(self, text: str) -> bool:
        return len(text) <= self._short and "\n" not in text

    def row_fits(self, number: int, row: Row) -> bool:
        """Whether the `number`th row goes on a page, cells that are merged down apart."""
        if number not in self._known and all(cell.merge or self._is_short(cell.text) for cell in row.cells):
            return True
        return self._row_height(number, row) <= self.limit

    def merged_fits(self, merged: Merged) -> bool:
        """Whether the text of a cell merged down goes on a page: its rows may break else."""
        return self._merged_height(merged) <= self.limit

    def kept_together(self, merged: Merged) -> bool:
        """Whether the rows below a merged cell are low enough to be held on one page: a third of it."""
        known = self._kept.get(merged.number)
        if known is None:
            known = self._kept[merged.number] = self._is_low(merged)
        return known

    def _is_low(self, merged: Merged) -> bool:
        most = self.limit // _HELD_PART
        if merged.rows * self._plain[0].line > most or self._merged_height(merged) > most:
            return False
        rows = enumerate(self.table.rows[merged.first : merged.first + merged.rows], merged.first)
        return sum(self._row_height(number, row) for number, row in rows if isinstance(row, Row)) <= most

    def _merged_height(self, merged: Merged) -> int:
        return self._height(merged.column, merged.cell.columns, merged.cell.text, strong=merged.strong)

    def _row_height(self, number: int, row: Row) -> int:
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._highest(row)
        return known

    def _highest(self, row: Row) -> int:
        highest, column = 0, 0
        for cell in row.cells:
            if cell.merge is None:
                highest = max(highest, self._height(column, cell.columns, cell.text, strong=row.strong))
            column += cell.columns
        return highest

    def _height(self, column: int, columns: int, text: str, *, strong: bool = False) -> int:
        measure = self._measure_strong(column) if strong else self._plain[column]
        return measure.height(text, self._room(column, columns))

    def _measure_strong(self, column: int) -> _Measure:
        if column not in self._strong:
            self._strong[column] = _Measure(embolden(self._plain[column].look))
        return self._strong[column]

    def _room(self, column: int, columns: int) -> int:
        return sum(self.layout.widths[column : column + columns]) - self._taken

    def _head_rows(self, measure: _Measure) -> list[int]:
        """Give the rows of the head heights that hold what reaches over them, the rows alike."""
        heights = [0] * len(self.layout.plan.head)
        down: list[tuple[int, int, int]] = []
        for number, row in enumerate(self.layout.plan.head):
            for placed in row:
                if placed.cell is None:
                    continue
                whole = measure.height(placed.cell.text, self._room(placed.first, placed.columns))
                if placed.cell.rows > 1:
                    down.append((number, placed.cell.rows, whole))
                else:
                    heights[number] = max(heights[number], whole)
        for first, rows, whole in sorted(down, key=lambda reaching: reaching[1]):
            lack = max(0, whole - sum(heights[first : first + rows]))
            for number in range(first, first + rows):
                heights[number] += -(-lack // rows)
        return heights
