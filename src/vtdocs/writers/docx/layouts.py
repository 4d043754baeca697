"""How a table is set on a page: its size, and the widths of its columns.

A table is set in its normal size. Where words would break in that, it takes the small one as a whole, unless it is one
column alone whose words break in either (an address, a name of sixty letters without a blank): that one gives way.
"""

from __future__ import annotations

from dataclasses import dataclass

from vtdocs.tree import Orientation, Table

from .columns import column_widths, count_broken
from .decimals import Figures
from .orientation import MAY_TURN_FROM, Reading, read_ease, reads_badly
from .pages import Page
from .sizes import NORMAL, SMALL, Size
from .strands import Measured, measure_table
from .template import Template

__all__ = ["Layout", "Layouts"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's size, the widths of its columns in twips, and the figures of those that hold numbers."""

    size: Size
    widths: tuple[int, ...]
    figures: tuple[Figures | None, ...]


class Layouts:
    """The layouts of one document's tables, each found once. The tables are known by identity: keep them alive."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._measured: dict[tuple[int, Size], Measured] = {}
        self._widths: dict[tuple[int, Size, int], tuple[int, ...]] = {}

    def lay_out(self, table: Table, room: int) -> Layout:
        """Lay a table out in a room of so many twips."""
        widths = self._share(table, NORMAL, room)
        broken = count_broken(self._measure(table, NORMAL), widths)
        if broken:
            small = self._share(table, SMALL, room)
            still = count_broken(self._measure(table, SMALL), small)
            if still < broken or broken > 1:
                return Layout(SMALL, small, self._measure(table, SMALL).figures)
        return Layout(NORMAL, widths, self._measure(table, NORMAL).figures)

    def turns(self, table: Table) -> bool:
        """Whether a table stands on a turned page: as it is told, or by how it reads upright."""
        upright, turned = self.template.upright, self.template.turned
        if table.orientation is not Orientation.AUTO or upright == turned:
            return table.orientation is Orientation.LANDSCAPE and upright != turned
        if len(table.columns) < MAY_TURN_FROM:
            return False
        return reads_badly(self._read(table, upright), self._read(table, turned))

    def _read(self, table: Table, page: Page) -> Reading:
        size = self.template.looks[NORMAL.head].size
        widths = self._share(table, NORMAL, page.text_width.twips)
        return read_ease(self._measure(table, NORMAL), widths, size, page.text_height)

    def _measure(self, table: Table, size: Size) -> Measured:
        key = id(table), size
        if key not in self._measured:
            padding = size.padding(self.template.table)
            self._measured[key] = measure_table(table, self.template.looks, size, padding)
        return self._measured[key]

    def _share(self, table: Table, size: Size, room: int) -> tuple[int, ...]:
        key = id(table), size, room
        if key not in self._widths:
            self._widths[key] = column_widths(self._measure(table, size), room)
        return self._widths[key]
