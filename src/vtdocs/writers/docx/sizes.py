"""The three sizes in which a table may be set: its styles, and what they say in a template."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from vtdocs.standards import custom
from vtdocs.tree import Align, Style
from vtdocs.units import Length

from .stylesheet import Looks, TableLook

__all__ = ["NORMAL", "SIZES", "SMALL", "TINY", "Size"]


class Size(Struct, frozen=True, eq=False):
    """The styles of a table's cells: of its headings, and of each way to set a cell.

    `side` is the room left and right of a cell's text, each, where that of the template's tables is larger.
    """

    head: Style
    cells: Mapping[Align, Style]
    side: Length | None = None

    def padding(self, template: TableLook) -> Length:
        """Give the side padding of cells, left and right together."""
        return template.padding if self.side is None else min(template.padding, self.side * 2)

    def taken(self, template: TableLook, looks: Looks) -> Length:
        """Give what of a cell's width is not for words: its padding, and the widest indents of its paragraphs."""
        indents = max(looks[style].indents.emu for style in (self.head, *self.cells.values()))
        return Length(self.padding(template).emu + indents)


NORMAL = Size(Style.BANG_TIEU_DE, {align: align.value for align in Align})
SMALL = Size(
    Style.BANG_TIEU_DE_NHO,
    {
        Align.LEFT: Style.BANG_TRAI_NHO,
        Align.CENTRE: Style.BANG_GIUA_NHO,
        Align.RIGHT: Style.BANG_PHAI_NHO,
        Align.NUMBER: Style.BANG_SO_NHO,
    },
    custom.BANG_DEM_NGANG_NHO.value,
)
TINY = Size(
    Style.BANG_TIEU_DE_RAT_NHO,
    {
        Align.LEFT: Style.BANG_TRAI_RAT_NHO,
        Align.CENTRE: Style.BANG_GIUA_RAT_NHO,
        Align.RIGHT: Style.BANG_PHAI_RAT_NHO,
        Align.NUMBER: Style.BANG_SO_RAT_NHO,
    },
    custom.BANG_DEM_NGANG_NHO.value,
)
SIZES = (NORMAL, SMALL, TINY)
"""The sizes in the order in which they are tried."""
