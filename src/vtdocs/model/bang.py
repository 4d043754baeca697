"""A table: columns as the user declares them, rows of plain text, and what is not plain about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, product

from .checks import (
    check_all,
    check_flags,
    check_instance,
    check_mapping,
    check_optional,
    check_text,
    check_texts,
    check_whole,
)

__all__ = ["Bang", "CanhO", "Cot", "Gop", "Huong", "KieuHang", "VaiTro", "find_role", "first_text_column"]


# Word's bound: it opens no table of more columns ("The number must be between 1 and 63").
_MOST_COLUMNS = 63


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
    Raises TypeError for values of other types.
    """

    vai_tro: VaiTro | None
    ten: str
    nhom: str | None = None
    ky_hieu: str | None = None
    canh: CanhO | None = None
    gop_doc: bool = False
    noi_bo: bool = False

    def __post_init__(self) -> None:
        check_instance("vai_tro", self.vai_tro, VaiTro, optional=True)
        check_text("ten", self.ten, blank=True)
        check_optional(self, "nhom", "ky_hieu")
        check_instance("canh", self.canh, CanhO, optional=True)
        check_flags(self, "gop_doc", "noi_bo")


@dataclass(frozen=True, slots=True)
class Gop:
    """A merged cell of the body: its first row and column, counted from 0, and how many it covers.

    Its text is that of its first cell; the others are empty.
    Raises ValueError for one before the table or without a cell, TypeError for other than whole numbers.
    """

    hang: int
    cot: int
    so_hang: int = 1
    so_cot: int = 1

    def __post_init__(self) -> None:
        for name, least in (("hang", 0), ("cot", 0), ("so_hang", 1), ("so_cot", 1)):
            check_whole(name, getattr(self, name), least, optional=False)

    @property
    def rows(self) -> range:
        """The rows that it covers, from 0."""
        return range(self.hang, self.hang + self.so_hang)

    @property
    def columns(self) -> range:
        """The columns that it covers, from 0."""
        return range(self.cot, self.cot + self.so_cot)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Give the places that it covers by row and column, row by row: the first is that of its text."""
        return product(self.rows, self.columns)


def find_role(columns: Sequence[Cot], role: VaiTro) -> int | None:
    """Give the place of the first column with a role."""
    return next((place for place, cot in enumerate(columns) if cot.vai_tro is role), None)


def first_text_column(columns: Sequence[Cot]) -> int:
    """Give the place of the first column of texts: the second one where the numbers of the rows stand first."""
    return 1 if len(columns) > 1 and columns[0].vai_tro is VaiTro.STT else 0


@dataclass(frozen=True, slots=True)
class Bang:
    """Columns and rows. Every row has one text per column; a line break in a text is a new paragraph of the cell.

    `kieu_hang` names the rows that are not plain, by their place from 0. `tieu_de` and `don_vi_tinh` stand above the
    table, `ghi_chu` below it, a paragraph each. `huong` turns the page; without it the table is turned where it
    reads badly upright.
    Raises ValueError for a table without columns or with more than Word has, a row of another length, cells merged
    past the table's edge, over each other or over words, and TypeError for values of other types.
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
        check_all("cot", self.cot, Cot)
        if not self.cot:
            raise ValueError("a table needs a column")
        if len(self.cot) > _MOST_COLUMNS:
            raise ValueError(f"a table has {len(self.cot)} columns, Word at most {_MOST_COLUMNS}")
        self._check_rows()
        check_optional(self, "tieu_de", "don_vi_tinh")
        check_texts("ghi_chu", self.ghi_chu)
        check_mapping("kieu_hang", self.kieu_hang, int, KieuHang)
        if any(not 0 <= place < len(self.hang) for place in self.kieu_hang):
            raise ValueError("kieu_hang names a row that is not there")
        check_all("gop", self.gop, Gop)
        if self.gop:
            self._check_merged()
        check_instance("huong", self.huong, Huong, optional=True)

    def _check_rows(self) -> None:
        check_all("hang", self.hang, tuple)
        # One pass over the lengths of all rows, and one over the types of all cells; only where one is wrong are they
        # gone through by place.
        if set(map(len, self.hang)) - {len(self.cot)}:
            ragged = next(place for place, row in enumerate(self.hang) if len(row) != len(self.cot))
            raise ValueError(f"hang[{ragged}] has {len(self.hang[ragged])} cells, the table {len(self.cot)} columns")
        if set(map(type, chain.from_iterable(self.hang))) - {str}:
            for place, row in enumerate(self.hang):
                check_all(f"hang[{place}]", row, str)

    def _check_merged(self) -> None:
        width = len(self.cot)
        covered = bytearray(width * len(self.hang))
        for gop in self.gop:
            if gop.rows.stop > len(self.hang) or gop.columns.stop > width:
                raise ValueError(f"a merged cell reaches past the table: {gop}")
            for row in gop.rows:
                start, stop = row * width + gop.cot, row * width + gop.columns.stop
                if any(covered[start:stop]):
                    raise ValueError(f"two merged cells cover one place: {gop}")
                covered[start:stop] = b"\1" * gop.so_cot
                if any(self.hang[row][gop.cot + (row == gop.hang) : gop.columns.stop]):
                    raise ValueError(f"hang[{row}] has words that a merged cell covers, and they would be lost: {gop}")
