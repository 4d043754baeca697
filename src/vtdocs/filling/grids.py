"""What is known of a part only when it is written: the grids of tables, numbers of drawings, ends of cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vtdocs.patterns import compile_late

from .assembly import LAST, NUMBER
from .faults import FillError
from .limits import MOST_COLUMNS
from .tables import GRID, Grid

__all__ = ["finish"]

_MARK = compile_late(
    rf"{GRID}(?P<grid>\d+);|(?P<end></w:tbl>)|(?P<table><w:tbl[ >])|<w:(?P<row>tr)[ >]|<w:(?P<cell>tc)[ >]"
    r'|<w:grid(?P<kind>Span|Before|After) w:val="(?P<count>\d{1,4})"'
)
_HELD = compile_late(rf"(?P<held></w:p>|<w:p/>|<w:p [^<>]*/>)?{LAST}")


def finish(xml: str, grids: Sequence[Grid], take_drawing: Callable[[], int]) -> str:
    """Put in what the marks stand for."""
    if "\x01" not in xml:
        return xml
    if GRID in xml:
        xml = _write_grids(xml, grids)
    if LAST in xml:
        xml = _HELD.sub(lambda found: found["held"] or "<w:p/>", xml)
    if NUMBER in xml:
        pieces = xml.split(NUMBER)
        xml = pieces[0] + "".join(f"{take_drawing()}{piece}" for piece in pieces[1:])
    return xml


class _Table:
    def __init__(self) -> None:
        self.grid = -1
        self.slot = -1
        self.most = 0
        self.row = 0


def _write_grids(xml: str, grids: Sequence[Grid]) -> str:
    """Count the columns of each marked table as it came out, and give it a grid of that many.

    The table keeps its width, as docxtpl has it: columns shrink alike for more of them, and share what is left by less.
    """
    pieces: list[str] = []
    tables: list[_Table] = [_Table()]
    position = 0
    for found in _MARK.finditer(xml):
        table = tables[-1]
        if found["table"]:
            tables.append(_Table())
        elif found["grid"]:
            pieces += (xml[position : found.start()], "")
            position = found.end()
            table.grid, table.slot = int(found["grid"]), len(pieces) - 1
        elif found["row"]:
            table.most, table.row = max(table.most, table.row), 0
        elif found["cell"]:
            table.row += 1
        elif found["count"]:
            table.row += int(found["count"]) - (found["kind"] == "Span")
        elif len(tables) > 1:
            tables.pop()
            if table.slot >= 0:
                pieces[table.slot] = _fit(grids[table.grid], max(table.most, table.row))
    pieces.append(xml[position:])
    return "".join(pieces)


def _fit(grid: Grid, count: int) -> str:
    """Give the grid for so many columns; a table without rows keeps its own."""
    widths = grid.widths
    if count > MOST_COLUMNS and count > len(widths):
        hint = "bớt mục của vòng lặp {%tc for … %}, hoặc đổi hàng thành cột"
        raise FillError("VT-463", f"bảng có {count} cột; Word chứa nhiều nhất {MOST_COLUMNS} cột", hint, grid.site)
    if count in (0, len(widths)) or not sum(widths):
        return grid.text
    if count > len(widths):
        share = sum(widths) / count
        scale = share / (sum(widths) / len(widths))
        fitted = [int(width * scale) for width in widths] + [int(share)] * (count - len(widths))
    else:
        extra = int(sum(widths[count:]) / count)
        fitted = [int(width + extra) for width in widths[:count]]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in fitted)
    return f"<w:tblGrid>{columns}</w:tblGrid>"
