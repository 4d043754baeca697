"""A table of activities: columns by role, rows of plain text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Bang", "Cot", "VaiTro"]


class VaiTro(StrEnum):
    """What a column holds, which decides how it is set."""

    STT = "stt"
    NOI_DUNG = "noi_dung"
    CHU_TRI = "chu_tri"
    PHOI_HOP = "phoi_hop"
    THOI_GIAN = "thoi_gian"


@dataclass(frozen=True, slots=True)
class Cot:
    """A column: its role, and its heading as the user wrote it."""

    vai_tro: VaiTro
    ten: str


@dataclass(frozen=True, slots=True)
class Bang:
    """Columns and rows. Every row has one text per column; a line break in a text is a new paragraph of the cell.

    Raises ValueError for a table without columns, and for a row of another length.
    Rows are plain tuples: a table of many thousand rows costs what its text costs.
    """

    cot: tuple[Cot, ...]
    hang: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.cot:
            raise ValueError("a table needs a column")
        ragged = next((place for place, row in enumerate(self.hang) if len(row) != len(self.cot)), None)
        if ragged is not None:
            raise ValueError(f"hang[{ragged}] has {len(self.hang[ragged])} cells, the table {len(self.cot)} columns")
