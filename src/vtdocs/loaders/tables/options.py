"""What a plan says about how its table is to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from vtdocs.diagnostics import Location
from vtdocs.loaders.faults import Faults
from vtdocs.model import Bang, Cot, Huong, VaiTro

__all__ = [
    "MAX_HEADINGS",
    "MIN_HEADINGS",
    "DanhSo",
    "Declared",
    "DeclaredColumn",
    "Finish",
    "Place",
    "SheetName",
    "Stored",
    "TableOptions",
]

# Below two there is nothing to tabulate; beyond this no paper is wide enough.
MIN_HEADINGS, MAX_HEADINGS = 2, 24

# The location of a cell of the table, by its row and column from 0.
Place = Callable[[int, int], Location]

# The numbers that a workbook stores for cells of figures, by row and column from 0: they may have more digits than
# it shows.
Stored = Mapping[tuple[int, int], Decimal]

# What is done with a table at last; it gives `None` where it told a fault.
Finish = Callable[[Bang, Place, Faults, Stored], Bang | None]


class DanhSo(StrEnum):
    """How rows without numbers get them: anew in each group, running on over groups, or not at all."""

    THEO_NHOM = "theo_nhom"
    LIEN_TUC = "lien_tuc"
    KHONG = "khong"


class Declared(Struct, frozen=True):
    """The heading that the plan gives for a role, and where it does so."""

    heading: str
    at: Location


class DeclaredColumn(NamedTuple):
    """A column as the plan declares it, and where it does so."""

    cot: Cot
    at: Location


class SheetName(Struct, frozen=True):
    """A sheet that the plan names, and where it does so."""

    name: str
    at: Location


class TableOptions(Struct, frozen=True):
    """How a table is read, and what stands around it.

    `sheets` are the sheets by name, a table each; `heading_row` is the first row of the head, from 1, and
    `heading_rows` how many it has: found where they are not given. `declared` are headings by role; `columns` are
    all columns of the table, where the plan lists them. `finish` is done with each table at last, and gets the
    places of its cells. Of several tables the caption is that of the first,
    the notes are those of the last.
    """

    sheets: tuple[SheetName, ...] = ()
    heading_row: int | None = None
    heading_rows: int | None = None
    declared: Mapping[VaiTro, Declared] = field(default_factory=dict)
    columns: tuple[DeclaredColumn, ...] | None = None
    numbering: DanhSo = DanhSo.THEO_NHOM
    caption: str | None = None
    unit: str | None = None
    notes: tuple[str, ...] = ()
    orientation: Huong | None = None
    finish: Finish | None = None
