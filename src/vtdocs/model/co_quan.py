"""The issuing office: written once in `co-quan.yaml`, used by every document of the folder."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import check_all, check_optional, check_text, check_texts
from .nguoi_ky import NguoiKy

__all__ = ["CoQuan", "DonVi"]


@dataclass(frozen=True, slots=True)
class DonVi:
    """A unit of the office and its abbreviation, as the archive line and the ký hiệu use it."""

    ten: str
    ten_viet_tat: str

    def __post_init__(self) -> None:
        check_text("ten", self.ten)
        check_text("ten_viet_tat", self.ten_viet_tat)


@dataclass(frozen=True, slots=True)
class CoQuan:
    """An office that issues documents.

    `ten` is its full name ("Ủy ban nhân dân xã Vĩnh Thông"), `ten_viet_tat` what stands in the ký hiệu
    ("UBND"), `dia_danh` the place of the date line. `ten_trinh_bay` gives the lines of the name in the
    head of the paper where the default break is not wanted; `co_quan_chu_quan` is the body above it, printed
    over the name, which a Ủy ban nhân dân does not have.
    Raises ValueError or TypeError for names that are empty, and for what is no text.
    """

    ten: str
    ten_viet_tat: str
    dia_danh: str
    ten_trinh_bay: tuple[str, ...] = ()
    co_quan_chu_quan: str | None = None
    don_vi: tuple[DonVi, ...] = ()
    nguoi_ky: tuple[NguoiKy, ...] = ()

    def __post_init__(self) -> None:
        for name in ("ten", "ten_viet_tat", "dia_danh"):
            check_text(name, getattr(self, name))
        check_texts("ten_trinh_bay", self.ten_trinh_bay)
        check_optional(self, "co_quan_chu_quan")
        check_all("don_vi", self.don_vi, DonVi)
        check_all("nguoi_ky", self.nguoi_ky, NguoiKy)
