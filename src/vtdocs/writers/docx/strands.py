"""A table, measured: the cells of each column, and those that span the same columns, at any width they are asked for.

Two things are wanted of every strand: how wide it must be that no word breaks, and how many lines each of its cells
takes. The first takes every cell into account, the second a sample of the rows, for that a long table costs little.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from vtdocs.metrics import Face, Ruler
from vtdocs.metrics.rulers import split_words
from vtdocs.tree import Align, Merge, Row
from vtdocs.units import Length

from .decimals import Figures, part_figures
from .longest import longest_word, read_texts
from .plans import Plan
from .sizes import Size
from .stylesheet import Looks
from .texts import CellText, Paragraphs, measure_lines, measure_texts

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


class Strand(Struct, eq=False):
    """Cells over the columns from `first` to before `stop`, one for each row of the sample, `None` for no text.

    `pad` is what of a cell's width is not for words, in twips: its side padding, and the indents of its paragraphs.
    """

    first: int
    stop: int
    pad: int
    cells: list[CellText | None]

    def lines(self, width: int) -> list[int]:
        """Count the lines that each row's cell takes at a width, padding included."""
        room = max(1, width - self.pad)
        each = {cell: 0 if cell is None else cell.lines(room) for cell in set(self.cells)}
        return [each[cell] for cell in self.cells]

    def loads(self) -> list[int]:
        """Give the area of each row's cell: how long its text is on one endless row."""
        return [0 if cell is None else cell.load for cell in self.cells]


class Measured(Struct, frozen=True):
    """A measured table: a strand for each column, those that span columns, and the least width of each column.

    The first `head` places of a strand are those of the head. In an `uneven` table some texts have several paragraphs.
    """

    head: int
    columns: tuple[Strand, ...]
    spans: tuple[Strand, ...]
    least: tuple[int, ...]
    figures: tuple[Figures | None, ...]
    uneven: bool = False


def measure_table(plan: Plan, looks: Looks, size: Size, taken: Length) -> Measured:
    """Measure a table in one of its sizes; `taken` is what of a cell's width is not for words."""
    return _Measuring(plan, looks, size, taken).measure()


class _Measuring:
    def __init__(self, plan: Plan, looks: Looks, size: Size, taken: Length) -> None:
        table = plan.table
        self.plan, self.table, self.count = plan, table, len(table.columns)
        self.pad = taken.twips + _SPARE_TWIPS
        self.looks = [looks[size.cells[column.align]] for column in table.columns]
        self.plain = [Ruler.of(look.face, look.size) for look in self.looks]
        self.head = Ruler.of(looks[size.head].face, looks[size.head].size)
        most = min(_MOST_ROWS, max(_FEWEST_ROWS, _SAMPLE // max(1, self.count)))
        self.step = max(1, -(-len(table.rows) // most))
        self.rows = table.rows[:: self.step]
        self.above = len(plan.head) + 1
        self.depth = self.above + len(self.rows)
        self.columns = [Strand(n, n + 1, self.pad, [None] * self.depth) for n in range(self.count)]
        self.spans: dict[tuple[int, int], Strand] = {}
        self.least = [self.pad] * self.count
        self.wide: dict[tuple[int, int], int] = {}
        self.figures: list[Figures | None] = [None] * self.count
        self.uneven = False
        # Texts that are measured together: by ruler and share, with the columns and the row in which each stands.
        self.batches: dict[tuple[int, int], tuple[Ruler, list[tuple[int, int, int, str]]]] = {}

    def measure(self) -> Measured:
        if self.step > 1 or any(column.align is Align.NUMBER for column in self.table.columns):
            self._read()
        self._place_head()
        self._place_rows()
        for (_ruler, share), (ruler, items) in self.batches.items():
            self._measure_batch(ruler, share, items)
        self._widen_for_spans()
        spans = [strand for strand in self.spans.values() if strand.stop - strand.first < self.count][:_MOST_SPANS]
        return Measured(
            self.above, tuple(self.columns), tuple(spans), tuple(self.least), tuple(self.figures), self.uneven
        )

    def _strong(self, column: int) -> Ruler:
        look = self.looks[column]
        return Ruler.of(Face.of(bold=True, italic=look.face.is_italic), look.size)

    def _need(self, first: int, stop: int, longest: int) -> None:
        width = longest + self.pad
        if stop - first == 1:
            self.least[first] = max(self.least[first], width)
        else:
            self.wide[first, stop] = max(self.wide.get((first, stop), 0), width)

    def _read(self) -> None:
        """Read all rows: for the figures of columns that hold such, and the words of rows outside of the sample."""
        numbers = {n: (set[str](), set[str]()) for n, c in enumerate(self.table.columns) if c.align is Align.NUMBER}
        for texts in read_texts(self.table.rows, self.count):
            for n in range(self.count):
                for bold, found in enumerate((texts.plain[n] | texts.other[n], texts.strong[n])):
                    shapes, words = part_figures(found) if n in numbers else (set(), found)
                    if shapes:
                        numbers[n][bold].update(shapes)
                    if words:
                        ruler = self._strong(n) if bold else self.plain[n]
                        self._need(n, n + 1, longest_word(" ".join(words), ruler))
            for first, stop, text, bold in texts.wide:
                self._need(first, stop, (self._strong(first) if bold else self.plain[first]).longest(text))
        for n, (plain, strong) in numbers.items():
            column = Figures(plain, strong, self.looks[n])
            self.figures[n] = column
            self._need(n, n + 1, column.width)

    def _place_head(self) -> None:
        for number, row in enumerate(self.plan.head):
            for placed in row:
                cell = placed.cell or placed.above
                if cell is not None and cell.text:
                    stop = placed.first + placed.columns
                    self._batch(self.head, cell.rows).append((placed.first, stop, number, cell.text))
        for n, text in enumerate(self.table.signs[: self.count]):
            if text:
                look = self.looks[n]
                ruler = Ruler.of(Face.of(bold=look.face.is_bold, italic=True), look.size)
                self._batch(ruler).append((n, n + 1, self.above - 1, text))

    def _batch(self, ruler: Ruler, share: int = 1) -> list[tuple[int, int, int, str]]:
        return self.batches.setdefault((id(ruler), share), (ruler, []))[1]

    def _place_rows(self) -> None:
        if self.plan.plain:
            for n, texts in enumerate(zip(*self.rows, strict=True)):
                self.columns[n].cells[self.above :] = self._measure_column(n, texts)
            return
        places: list[int] = []
        plain: list[tuple[str, ...]] = []
        for place, row in enumerate(self.rows):
            if isinstance(row, tuple):
                places.append(self.above + place)
                plain.append(row)
            else:
                self._place_row(self.above + place, place * self.step, row)
        for n, texts in enumerate(zip(*plain, strict=True)):
            for place, cell in zip(places, self._measure_column(n, texts), strict=True):
                self.columns[n].cells[place] = cell

    def _measure_column(self, n: int, texts: Sequence[str]) -> list[CellText | None]:
        """Measure the plain cells of a column, those of the same text once."""
        wanted = dict.fromkeys(texts)
        wanted.pop("", None)
        ruler, figures = self.plain[n], self.figures[n]
        known: dict[str, CellText] = {}
        if figures is not None:
            known = {text: self._measure_lines(text, ruler, figures) for text in wanted if _holds(text, figures)}
            for text in known:
                del wanted[text]
        if wanted:
            cells, widths = measure_texts([*wanted], ruler)
            self.uneven |= isinstance(cells[0], Paragraphs)
            self._need(n, n + 1, max(widths) - ruler.blank)
            known.update(zip(wanted, cells, strict=True))
        return [*map(known.get, texts)]

    def _measure_lines(self, text: str, ruler: Ruler, figures: Figures, share: int = 1) -> CellText:
        """Measure a text some lines of which are figures: each of them is as wide as the widest."""
        self.uneven = True
        width = figures.width + ruler.blank
        return measure_lines(
            [[width] if line in figures else [*map(ruler.__getitem__, split_words(line))] for line in text.split("\n")],
            ruler.blank,
            share,
        )

    def _place_row(self, place: int, number: int, row: Row) -> None:
        column = 0
        for cell in row.cells:
            merged = self.plan.merged.get((number, column)) if cell.merge else None
            stop = min(self.count, column + cell.columns)
            if merged is not None:
                # Of more rows the text would cost next to nothing, and its column be starved.
                share = min(merged.rows, _MOST_SHARE)
                self._place_text(place, column, stop, merged.cell.text, strong=merged.strong, share=share)
            elif cell.merge is not Merge.CONTINUE:
                self._place_text(place, column, stop, cell.text, strong=row.strong or cell.is_bold)
            column += cell.columns

    def _place_text(self, place: int, first: int, stop: int, text: str, *, strong: bool, share: int = 1) -> None:
        if not text or first >= stop:
            return
        ruler = self._strong(first) if strong else self.plain[first]
        figures = self.figures[first] if stop == first + 1 else None
        if figures is not None and _holds(text, figures):
            self.columns[first].cells[place] = self._measure_lines(text, ruler, figures, share)
        else:
            self._batch(ruler, share).append((first, stop, place, text))

    def _measure_batch(self, ruler: Ruler, share: int, items: Sequence[tuple[int, int, int, str]]) -> None:
        cells, widths = measure_texts([item[3] for item in items], ruler, share)
        self.uneven |= isinstance(cells[0], Paragraphs)
        word = 0
        for (first, stop, place, _text), cell in zip(items, cells, strict=True):
            self._strand(first, stop).cells[place] = cell
            after = word + len(cell.ends) - 1
            self._need(first, stop, max(widths[word:after]) - ruler.blank)
            word = after

    def _strand(self, first: int, stop: int) -> Strand:
        if stop - first == 1:
            return self.columns[first]
        if (first, stop) not in self.spans:
            self.spans[first, stop] = Strand(first, stop, self.pad, [None] * self.depth)
        return self.spans[first, stop]

    def _widen_for_spans(self) -> None:
        """Give the columns below a wide cell what its longest word wants, alike, the narrower cells first."""
        for (first, stop), need in sorted(self.wide.items(), key=lambda item: (item[0][1] - item[0][0], item[0])):
            lack = need - sum(self.least[first:stop])
            for column in range(first, stop):
                part = -(-lack // (stop - column)) if lack > 0 else 0
                self.least[column] += part
                lack -= part


def _holds(text: str, figures: Figures) -> bool:
    """Whether a line of a text is a figure."""
    return any(line in figures for line in text.split("\n"))
