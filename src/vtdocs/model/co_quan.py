"""The issuing office: written once in `co-quan.yaml`, used by every document of the folder."""

from __future__ import annotations

from dataclasses import dataclass

from .nguoi_ky import NguoiKy

__all__ = ["CoQuan", "DonVi"]


@dataclass(frozen=True, slots=True)
class DonVi:
    """A unit of the office and its abbreviation, as the archive line and the ký hiệu use it."""

    ten: str
    ten_viet_tat: str


@dataclass(frozen=True, slots=True)
class CoQuan:
    """An office that issues documents.

    `ten` is its full name ("Ủy ban nhân dân xã Vĩnh Thông"), `ten_viet_tat` what stands in the ký hiệu
    ("UBND"), `dia_danh` the place of the date line. `ten_trinh_bay` gives the lines of the name in the
    head of the paper where the default break is not wanted; `co_quan_chu_quan` is the body above it, printed
    over the name, which a Ủy ban nhân dân does not have.
    """

    ten: str
    ten_viet_tat: str
    dia_danh: str
    ten_trinh_bay: tuple[str, ...] = ()
    co_quan_chu_quan: str | None = None
    don_vi: tuple[DonVi, ...] = ()
    nguoi_ky: tuple[NguoiKy, ...] = ()
