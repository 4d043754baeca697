"""How a table and its cells look: borders, padding, and what its style says of each cell by where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TypeVar

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from .letters import Letters, read_letters
from .measures import read_int, read_twips
from .names import W_NS, W_P_PR, W_R_PR, W_TBL_PR, W_TBL_STYLE_PR, W_TC_PR, W_TYPE, W_VAL
from .standing import Standing, lay_over, read_standing
from .styles import Style, Styles
from .theme import Theme

__all__ = ["CellLook", "TableLook", "TableLooks"]

_T = TypeVar("_T", int, None)
_BASIC_STYLE = "normal table"
_PADDING = {"left": 108, "right": 108, "top": 0, "bottom": 0}
_FIRST_ROW, _LAST_ROW, _FIRST_COLUMN, _LAST_COLUMN, _NO_ROW_BANDS, _NO_COLUMN_BANDS = (
    0x20, 0x40, 0x80, 0x100, 0x200, 0x400,
)  # fmt: skip
_NO_BANDS = _NO_ROW_BANDS | _NO_COLUMN_BANDS
_FLAGS = (
    ("firstRow", _FIRST_ROW), ("lastRow", _LAST_ROW), ("firstColumn", _FIRST_COLUMN), ("lastColumn", _LAST_COLUMN),
    ("noHBand", _NO_ROW_BANDS), ("noVBand", _NO_COLUMN_BANDS),
)  # fmt: skip
_START_END = {"start": "left", "end": "right"}
_NOT_DRAWN = ("nil", "none")


class TableLook(Struct, frozen=True, eq=False):
    """A table: lengths in twips, `width` `None` where it is automatic or a share of the page.

    `borders` tells of each side that something says of ("top" … "insideH", "insideV") whether it is drawn. `look` are
    Word's flags of which parts of the style count.
    """

    style: str = ""
    style_id: str = ""
    align: str = "left"
    indent: int = 0
    width: int | None = None
    floats: bool = False
    padding: Mapping[str, int] = {}
    borders: Mapping[str, bool] = {}
    look: int = _NO_BANDS
    row_band: int = 1
    column_band: int = 1

    @property
    def has_borders(self) -> bool:
        """Whether the table draws any line, its cells' own borders apart."""
        return any(self.borders.values())


class CellLook(Struct, frozen=True, eq=False):
    """A cell: which sides are drawn, its padding in twips, and what its table's style says of what is in it."""

    borders: frozenset[str] = frozenset()
    padding_left: int = 108
    padding_right: int = 108
    vertical: str = "top"
    key: int = 0
    letters: Letters = {}
    standing: Standing = {}


def _w(name: str) -> str:
    return f"{{{W_NS}}}{name}"


_TBL_BORDERS, _TBL_CELL_MAR, _TC_BORDERS, _TC_MAR, _V_ALIGN = map(
    _w, ("tblBorders", "tblCellMar", "tcBorders", "tcMar", "vAlign")
)
_OWN = frozenset({_TC_BORDERS, _TC_MAR})


class _Condition(Struct, frozen=True):
    """What one conditional format of a table style says."""

    letters: Letters
    standing: Standing
    borders: Mapping[str, bool]
    padding: Mapping[str, int]
    vertical: str | None


class TableLooks:
    """Tables and cells as their styles and their own settings make them."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._looks: dict[str, TableLook] = {}
        self._cells: dict[tuple[TableLook, tuple[bool, ...], tuple[str, ...], str | None], CellLook] = {}
        self._conditions: dict[str, dict[str, _Condition]] = {}
        self._layers: dict[tuple[str, tuple[str, ...]], tuple[int, Letters, Standing]] = {}

    def table(self, tbl_pr: etree._Element | None) -> TableLook:
        """Give the look of a table."""
        named = tbl_pr.find(_w("tblStyle")) if tbl_pr is not None else None
        look = self._style_look(self._styles.get_or_default("table", None if named is None else named.get(W_VAL)))
        if tbl_pr is None:
            return look
        floats = tbl_pr.find(_w("tblpPr")) is not None
        return replace(_lay_table(look, tbl_pr), floats=floats, look=_read_flags(tbl_pr))

    def _style_look(self, style: Style) -> TableLook:
        """Give the look of a table that says nothing itself."""
        if style.id not in self._looks:
            says = (level for element in style.elements if (level := element.find(W_TBL_PR)) is not None)
            start = TableLook(style=style.name, style_id=style.id, padding=_PADDING)
            self._looks[style.id] = reduce(_lay_table, says, start)
        return self._looks[style.id]

    def cell(
        self, table: TableLook, tc_pr: etree._Element | None, row: int, column: int, rows: int, columns: int,
        span: int = 1, row_span: int = 1, exceptions: etree._Element | None = None,
    ) -> CellLook:  # fmt: skip
        """Give the look of a cell at a place of the grid; `exceptions` is the row's `w:tblPrEx`, if it has one."""
        vertical = None
        own: list[etree._Element] = []
        for child in tc_pr if tc_pr is not None else ():
            tag = child.tag
            if tag == _V_ALIGN:
                vertical = child.get(W_VAL, "top")
            elif tag in _OWN:
                own.append(child)
        edges = (row == 0, row + row_span >= rows, column == 0, column + span >= columns)
        names: tuple[str, ...] = ()
        if formats := self._read_conditions(table.style_id):
            wanted = _name_conditions(table, row, column, span, rows, columns)
            names = tuple(name for name in wanted if name in formats)
        if own or exceptions is not None:
            return self._make_cell(table, edges, names, vertical, own, exceptions)
        # A table of a thousand cells has nine kinds of them.
        key = (table, edges, names, vertical)
        if key not in self._cells:
            self._cells[key] = self._make_cell(table, edges, names, vertical)
        return self._cells[key]

    def _make_cell(
        self, table: TableLook, edges: tuple[bool, bool, bool, bool], names: tuple[str, ...], vertical: str | None,
        own: Sequence[etree._Element] = (), exceptions: etree._Element | None = None,
    ) -> CellLook:  # fmt: skip
        inside, padding, of_style = table.borders, table.padding, "top"
        if exceptions is not None:
            inside = {**inside, **_read_borders(exceptions.find(_TBL_BORDERS))}
            padding = {**padding, **_read_padding(exceptions.find(_TBL_CELL_MAR))}
        borders = _outline(inside, edges)
        for name in names:
            # Borders of a condition stand around each cell that it counts for.
            condition = self._read_conditions(table.style_id)[name]
            borders |= {side: drawn for side, drawn in condition.borders.items() if side in borders}
            padding = {**padding, **condition.padding}
            of_style = condition.vertical or of_style
        for child in own:
            if child.tag == _TC_BORDERS:
                borders |= {side: drawn for side, drawn in _read_borders(child).items() if side in borders}
            else:
                padding = {**padding, **_read_padding(child)}
        key, letters, standing = self._layer(table.style_id, names)
        return CellLook(
            borders=frozenset(side for side, drawn in borders.items() if drawn),
            padding_left=padding["left"],
            padding_right=padding["right"],
            vertical=vertical or of_style,
            key=key,
            letters=letters,
            standing=standing,
        )

    def _layer(self, style_id: str, names: tuple[str, ...]) -> tuple[int, Letters, Standing]:
        found = self._layers.get((style_id, names))
        if found is None:
            style = self._styles.get_or_default("table", style_id)
            # Word takes nothing from its own basic style, whatever stands in it.
            says = style.name.casefold() != _BASIC_STYLE
            letters: Letters = style.letters if says else {}
            standing: Standing = reduce(lay_over, style.levels, {}) if says else {}
            for name in names:
                condition = self._read_conditions(style_id)[name]
                letters = {**letters, **condition.letters}
                standing = lay_over(standing, condition.standing)
            # 0 is the key of what stands in no table, or in one that says nothing of it.
            key = len(self._layers) + 1 if letters or standing else 0
            found = self._layers[style_id, names] = (key, letters, standing)
        return found

    def _read_conditions(self, style_id: str) -> dict[str, _Condition]:
        if style_id not in self._conditions:
            self._conditions[style_id] = self._merge_conditions(self._styles.get_or_default("table", style_id))
        return self._conditions[style_id]

    def _merge_conditions(self, style: Style) -> dict[str, _Condition]:
        found: dict[str, _Condition] = {}
        for element in style.elements:
            for row in element.iterchildren(W_TBL_STYLE_PR):
                name = row.get(W_TYPE, "")
                found[name] = self._read_condition(row, found.get(name))
        return found

    def _read_condition(self, row: etree._Element, below: _Condition | None) -> _Condition:
        tc_pr = row.find(W_TC_PR)
        letters, standing = read_letters(row.find(W_R_PR), self._theme), read_standing(row.find(W_P_PR))
        borders = _read_borders(tc_pr.find(_TC_BORDERS)) if tc_pr is not None else {}
        padding = _read_padding(tc_pr.find(_TC_MAR)) if tc_pr is not None else {}
        align = tc_pr.find(_V_ALIGN) if tc_pr is not None else None
        vertical = None if align is None else align.get(W_VAL, "top")
        if below is None:
            return _Condition(letters, standing, borders, padding, vertical)
        return _Condition(
            {**below.letters, **letters},
            lay_over(below.standing, standing),
            {**below.borders, **borders},
            {**below.padding, **padding},
            vertical or below.vertical,
        )


def _read_flags(tbl_pr: etree._Element | None) -> int:
    """Read `w:tblLook`, which older files give as one hexadecimal number."""
    look = tbl_pr.find(_w("tblLook")) if tbl_pr is not None else None
    if look is None:
        return _NO_BANDS
    if any(look.get(_w(name)) is not None for name, _ in _FLAGS):
        return sum(flag for name, flag in _FLAGS if look.get(_w(name), "0").lower() in ("1", "true", "on"))
    try:
        return int(look.get(W_VAL, "0")[:8], 16)
    except ValueError:
        return 0


def _name_conditions(table: TableLook, row: int, column: int, span: int, rows: int, columns: int) -> Iterator[str]:
    """Name the conditional formats that count for a cell, weakest first (ISO/IEC 29500-1, 17.7.6)."""
    look = table.look
    first_row = bool(look & _FIRST_ROW) and row == 0
    last_row = bool(look & _LAST_ROW) and 0 < row == rows - 1
    first_column = bool(look & _FIRST_COLUMN) and column == 0
    last_column = bool(look & _LAST_COLUMN) and column > 0 and column + span >= columns
    yield "wholeTable"
    if not look & _NO_COLUMN_BANDS and not first_column and not last_column:
        band = (column - (1 if look & _FIRST_COLUMN else 0)) // table.column_band
        yield "band2Vert" if band % 2 else "band1Vert"
    if not look & _NO_ROW_BANDS and not first_row and not last_row:
        band = (row - (1 if look & _FIRST_ROW else 0)) // table.row_band
        yield "band2Horz" if band % 2 else "band1Horz"
    for is_there, name in (
        (first_column, "firstCol"), (last_column, "lastCol"), (first_row, "firstRow"), (last_row, "lastRow"),
        (first_row and last_column, "neCell"), (first_row and first_column, "nwCell"),
        (last_row and last_column, "seCell"), (last_row and first_column, "swCell"),
    ):  # fmt: skip
        if is_there:
            yield name


def _read_borders(borders: etree._Element | None) -> dict[str, bool]:
    """Read which sides are drawn and which are said not to be."""
    said: dict[str, bool] = {}
    for side in borders if borders is not None else ():
        name = etree.QName(side).localname
        said[_START_END.get(name, name)] = side.get(W_VAL, "none") not in _NOT_DRAWN
    return said


def _read_padding(margins: etree._Element | None) -> dict[str, int]:
    """Read the margins of cells, in twips."""
    said: dict[str, int] = {}
    for side in margins if margins is not None else ():
        if (width := _read_width(side)) is not None:
            name = etree.QName(side).localname
            said[_START_END.get(name, name)] = width
    return said


def _read_width(element: etree._Element | None) -> int | None:
    """Read a width in twips; `None` for an automatic one and a share."""
    if element is None:
        return None
    kind = element.get(_w("type"), "dxa")
    if kind == "nil":
        return 0
    return read_twips(element.get(_w("w"))) if kind == "dxa" else None


def _read_band(tbl_pr: etree._Element, name: str) -> int | None:
    """Read how many rows or columns make one band."""
    band = tbl_pr.find(_w(name))
    return None if band is None else max(1, read_int(band.get(W_VAL)) or 1)


def _lay_table(look: TableLook, tbl_pr: etree._Element) -> TableLook:
    """Lay what a `w:tblPr` says over a look."""
    return replace(
        look,
        borders={**look.borders, **_read_borders(tbl_pr.find(_TBL_BORDERS))},
        padding={**look.padding, **_read_padding(tbl_pr.find(_TBL_CELL_MAR))},
        align=_read_align(tbl_pr) or look.align,
        indent=_or(_read_width(tbl_pr.find(_w("tblInd"))), look.indent),
        width=_or(_read_width(tbl_pr.find(_w("tblW"))), look.width),
        row_band=_read_band(tbl_pr, "tblStyleRowBandSize") or look.row_band,
        column_band=_read_band(tbl_pr, "tblStyleColBandSize") or look.column_band,
    )


def _read_align(tbl_pr: etree._Element) -> str | None:
    jc = tbl_pr.find(_w("jc"))
    return None if jc is None else {"start": "left", "end": "right"}.get(jc.get(W_VAL, ""), jc.get(W_VAL, "left"))


def _outline(said: Mapping[str, bool], edges: tuple[bool, bool, bool, bool]) -> dict[str, bool]:
    """Tell which of a table's borders run along a cell: the outer ones at its edges, else the inner ones."""
    across, down = said.get("insideH", False), said.get("insideV", False)
    inner = (across, across, down, down)
    sides = ("top", "bottom", "left", "right")
    return {
        side: said.get(side, False) if is_edge else within
        for side, is_edge, within in zip(sides, edges, inner, strict=True)
    }


def _or(value: int | None, default: _T) -> int | _T:
    return default if value is None else value
