"""How a table is set on a page: its size, and the widths of its columns.

A table is set in its normal size. Where words would break in that, it takes the small one as a whole, and where they
still would the smallest, unless it is one column alone whose words break in either (an address, a name of sixty letters
without a blank): that one gives way.
"""

from __future__ import annotations

from msgspec import Struct

from vtdocs.tree import Orientation, Table
from vtdocs.units import Length

from .columns import column_widths, count_broken
from .decimals import Figures
from .orientation import MAY_TURN_FROM, Reading, read_ease, reads_badly
from .pages import Page
from .plans import Plan, plan_table
from .sizes import NORMAL, SIZES, Size
from .strands import Measured, measure_table
from .template import Template

__all__ = ["Layout", "Layouts"]


class Layout(Struct, frozen=True):
    """A table's size, the widths of its columns in twips, the figures of those that hold numbers, and its plan.

    `taken` is what of a cell's width is not for words, in twips.
    """

    size: Size
    widths: tuple[int, ...]
    figures: tuple[Figures | None, ...]
    plan: Plan
    taken: int


class Layouts:
    """The layouts of one document's tables, each found once. The tables are known by identity: keep them alive."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._plans: dict[int, Plan] = {}
        self._measured: dict[tuple[int, Size], Measured] = {}
        self._sides: dict[Size, Length] = {}
        self._widths: dict[tuple[int, Size, int], tuple[int, ...]] = {}

    def lay_out(self, table: Table, room: int) -> Layout:
        """Lay a table out in a room of so many twips."""
        size, widths, _broken = self._choose(table, room)
        return self._layout(table, size, widths)

    def _choose(self, table: Table, room: int) -> tuple[Size, tuple[int, ...], int]:
        """Choose a table's size; give it with the widths and the number of columns whose words break in them."""
        size, widths, broken = self._try(table, NORMAL, room)
        for smaller in SIZES[1:]:
            if not broken:
                break
            tried = self._try(table, smaller, room)
            # One column alone whose words break in either size gives way.
            if tried[2] >= broken == 1:
                break
            size, widths, broken = tried
        return size, widths, broken

    def _try(self, table: Table, size: Size, room: int) -> tuple[Size, tuple[int, ...], int]:
        widths = self._share(table, size, room)
        return size, widths, count_broken(self._measure(table, size), widths)

    def _layout(self, table: Table, size: Size, widths: tuple[int, ...]) -> Layout:
        return Layout(size, widths, self._measure(table, size).figures, self._plan(table), self._taken(size).twips)

    def turns(self, table: Table) -> bool:
        """Whether a table stands on a turned page: as it is told, or by how it reads upright."""
        upright, turned = self.template.upright, self.template.turned
        if table.orientation is not Orientation.AUTO or upright == turned:
            return table.orientation is Orientation.LANDSCAPE and upright != turned
        if len(table.columns) < MAY_TURN_FROM:
            return False
        if reads_badly(self._read(table, upright), self._read(table, turned)):
            return True
        # One whose words break in its normal size either way is turned for a size in which they do not, or a larger.
        (small, _, broken), (large, _, fewer) = (
            self._choose(table, page.text_width.twips) for page in (upright, turned)
        )
        return (fewer, SIZES.index(large)) < (broken, SIZES.index(small))

    def _read(self, table: Table, page: Page) -> Reading:
        size = self.template.looks[NORMAL.head].size
        widths = self._share(table, NORMAL, page.text_width.twips)
        return read_ease(self._measure(table, NORMAL), widths, size, page.text_height)

    def _plan(self, table: Table) -> Plan:
        if id(table) not in self._plans:
            self._plans[id(table)] = plan_table(table)
        return self._plans[id(table)]

    def _measure(self, table: Table, size: Size) -> Measured:
        key = id(table), size
        if key not in self._measured:
            self._measured[key] = measure_table(self._plan(table), self.template.looks, size, self._taken(size))
        return self._measured[key]

    def _taken(self, size: Size) -> Length:
        if size not in self._sides:
            self._sides[size] = size.taken(self.template.table, self.template.looks)
        return self._sides[size]

    def _share(self, table: Table, size: Size, room: int) -> tuple[int, ...]:
        key = id(table), size, room
        if key not in self._widths:
            self._widths[key] = column_widths(self._measure(table, size), room)
        return self._widths[key]
