"""Heights of rows, in twips: which of them go on a page, and which merged ones stay together."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.metrics import line_height
from vtdocs.tree import Row, Table
from vtdocs.units import Length

from .heads import place_head
from .layouts import Layout
from .merges import Merged
from .rulers import Ruler, count_lines
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
        self.ruler = Ruler(look)
        self.line = line_height(look.size).twips + 1  # rounded up
        self.around, self.size = look.around.twips, look.size.twips

    def height(self, text: str, room: int) -> int:
        paragraphs = text.split("\n")
        width = max(1, room) + self.ruler.blank
        lines = sum(count_lines(self.ruler.ends(paragraph), width) for paragraph in paragraphs)
        return self.line * lines + self.around * len(paragraphs)


class Heights:
    """Measures the rows of one table against the height of a page's text."""

    def __init__(self, table: Table, layout: Layout, template: Template, page: Length) -> None:
        self.table, self.layout = table, layout
        self._padding = layout.size.padding(template.table).twips
        looks = [template.looks[layout.size.cells[column.align]] for column in table.columns]
        measures = {look: _Measure(look) for look in {*looks, *map(embolden, looks)}}
        self._plain = [measures[look] for look in looks]
        self._strong = [measures[embolden(look)] for look in looks]
        head = self._head_height(_Measure(template.looks[layout.size.head]))
        # A head that repeats leaves its pages that much lower; half of a page at least must be left for rows.
        self.head_repeats = head * 2 <= page.twips
        line = max(measure.line for measure in self._plain)
        self.limit = page.twips - (head if self.head_repeats else 0) - line * _SPARE_ROWS
        # So short a cell goes on a page whatever its words are.
        around, size = (max(getattr(measure, name) for measure in self._plain) for name in ("around", "size"))
        lines = max(0, (self.limit - around) // line - 1)
        self._short = max(0, lines * (min(layout.widths) - self._padding)) // (_LETTERS * size)
        self._kept: dict[int, bool] = {}

    def fits(self, row: Sequence[str]) -> bool:
        """Whether a plain row goes on a page below the repeated head.

        One that does never breaks. A higher one has to be allowed to: LibreOffice would print it past the foot of
        the page, and lose what stands there.
        """
        return all(
            (len(text) <= self._short and "\n" not in text) or self._height(number, 1, text) <= self.limit
            for number, text in enumerate(row)
        )

    def row_fits(self, row: Row) -> bool:
        """Whether a row goes on a page, cells that are merged down apart."""
        return self._row_height(row) <= self.limit

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
        rows = self.table.rows[merged.first : merged.first + merged.rows]
        return sum(self._row_height(row) for row in rows if isinstance(row, Row)) <= most

    def _merged_height(self, merged: Merged) -> int:
        return self._height(merged.column, merged.cell.columns, merged.cell.text, strong=merged.strong)

    def _row_height(self, row: Row) -> int:
        highest, column = 0, 0
        for cell in row.cells:
            if cell.merge is None:
                highest = max(highest, self._height(column, cell.columns, cell.text, strong=row.strong))
            column += cell.columns
        return highest

    def _height(self, column: int, columns: int, text: str, *, strong: bool = False) -> int:
        measure = (self._strong if strong else self._plain)[column]
        return measure.height(text, self._room(column, columns))

    def _room(self, column: int, columns: int) -> int:
        return sum(self.layout.widths[column : column + columns]) - self._padding

    def _head_height(self, measure: _Measure) -> int:
        height = 0
        for row in place_head(self.table.head, len(self.table.columns)):
            highest = 0
            for placed in row:
                cell = placed.cell or placed.above
                if cell is not None:
                    whole = measure.height(cell.text, self._room(placed.first, placed.columns))
                    highest = max(highest, whole // cell.rows)
            height += highest
        signs = self.table.signs[: len(self._plain)]
        return height + max((self._height(number, 1, text) for number, text in enumerate(signs)), default=0)
