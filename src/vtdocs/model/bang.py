"""A table: columns as the user declares them, rows of plain text, and what is not plain about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Bang", "CanhO", "Cot", "Gop", "Huong", "KieuHang", "VaiTro"]


class VaiTro(StrEnum):
    """What a column holds, which decides how it is set, and what may be computed from it."""

    STT = "stt"
    NOI_DUNG = "noi_dung"
    NHIEM_VU = "nhiem_vu"
    SAN_PHAM = "san_pham"
    CHU_TRI = "chu_tri"
    PHOI_HOP = "phoi_hop"
    THEO_DOI = "theo_doi"
    THOI_GIAN = "thoi_gian"
    DON_VI_TINH = "don_vi_tinh"
    SO_LIEU = "so_lieu"
    SO_LUONG = "so_luong"
    DON_GIA = "don_gia"
    THANH_TIEN = "thanh_tien"
    GHI_CHU = "ghi_chu"


class CanhO(StrEnum):
    """How the cells of a column are set; SO lines numbers up by their decimals."""

    TRAI = "trai"
    GIUA = "giua"
    PHAI = "phai"
    SO = "so"


class KieuHang(StrEnum):
    """A row that is not plain: NHOM opens a group ("I. Công tác chỉ đạo"), TONG sums up ("Tổng cộng")."""

    NHOM = "nhom"
    TONG = "tong"


class Huong(StrEnum):
    """How the page of a table is turned: DOC is portrait, NGANG landscape."""

    DOC = "doc"
    NGANG = "ngang"


@dataclass(frozen=True, slots=True)
class Cot:
    """A column: its role, if any, and its heading as the user wrote it.

    Neighbours with the same `nhom` stand below one heading of that name; a column without one has a heading of two
    rows there. `ky_hieu` is what the row of signs below the heading says of it ("A", "1=2+3"). `canh` is how its
    cells are set, where the role's own way is not wanted. With `gop_doc` equal neighbours are merged down. One that
    is `noi_bo` is for the office's own copy, and is left out of what is issued.
    """

    vai_tro: VaiTro | None
    ten: str
    nhom: str | None = None
    ky_hieu: str | None = None
    canh: CanhO | None = None
    gop_doc: bool = False
    noi_bo: bool = False


@dataclass(frozen=True, slots=True)
class Gop:
    """A merged cell of the body: its first row and column, counted from 0, and how many it covers.

    Its text is that of its first cell; the others are empty.
    """

    hang: int
    cot: int
    so_hang: int = 1
    so_cot: int = 1


@dataclass(frozen=True, slots=True)
class Bang:
    """Columns and rows. Every row has one text per column; a line break in a text is a new paragraph of the cell.

    `kieu_hang` names the rows that are not plain, by their place from 0. `tieu_de` and `don_vi_tinh` stand above the
    table, `ghi_chu` below it, a paragraph each. `huong` turns the page; without it the table is turned where it
    reads badly upright.
    Raises ValueError for a table without columns, a row of another length, and cells merged past the table's edge
    or over each other.
    Rows are plain tuples: a table of many thousand rows costs what its text costs.
    """

    cot: tuple[Cot, ...]
    hang: tuple[tuple[str, ...], ...]
    tieu_de: str | None = None
    don_vi_tinh: str | None = None
    ghi_chu: tuple[str, ...] = ()
    kieu_hang: Mapping[int, KieuHang] = field(default_factory=dict)
    gop: tuple[Gop, ...] = ()
    huong: Huong | None = None

    def __post_init__(self) -> None:
        if not self.cot:
            raise ValueError("a table needs a column")
        ragged = next((place for place, row in enumerate(self.hang) if len(row) != len(self.cot)), None)
        if ragged is not None:
            raise ValueError(f"hang[{ragged}] has {len(self.hang[ragged])} cells, the table {len(self.cot)} columns")
        if self.gop:
            self._check_merged()
        if any(not 0 <= place < len(self.hang) for place in self.kieu_hang):
            raise ValueError("kieu_hang names a row that is not there")

    def _check_merged(self) -> None:
        covered: set[tuple[int, int]] = set()
        for gop in self.gop:
            rows, columns = range(gop.hang, gop.hang + gop.so_hang), range(gop.cot, gop.cot + gop.so_cot)
            if gop.hang < 0 or gop.cot < 0 or min(gop.so_hang, gop.so_cot) < 1:
                raise ValueError(f"no merged cell: {gop}")
            if rows.stop > len(self.hang) or columns.stop > len(self.cot):
                raise ValueError(f"a merged cell reaches past the table: {gop}")
            cells = {(row, column) for row in rows for column in columns}
            if cells & covered:
                raise ValueError(f"two merged cells cover one place: {gop}")
            covered |= cells
