"""A picture in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vtdocs.units import Length

__all__ = ["Hinh", "KieuAnh"]


class KieuAnh(StrEnum):
    """The file formats of pictures that every Word shows; the value is the ending of the file's name."""

    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class Hinh:
    """A picture: the bytes of its file, what they are, and what is said of it.

    `diem_ngang` and `diem_doc` count its pixels as they are stored; `xoay` is how far it is to be turned clockwise, in
    degrees (0, 90, 180, 270), as a camera noted it. `rong` is its width on paper; without it the picture takes its
    natural size, and at most the width of the text. `tieu_de` stands below it; `mo_ta` is read out to those who
    cannot see it.
    """

    du_lieu: bytes
    kieu: KieuAnh
    diem_ngang: int
    diem_doc: int
    mo_ta: str
    rong: Length | None = None
    tieu_de: str | None = None
    xoay: int = 0

    def __post_init__(self) -> None:
        if self.diem_ngang < 1 or self.diem_doc < 1:
            raise ValueError("a picture has at least one pixel each way")
        if self.xoay not in (0, 90, 180, 270):
            raise ValueError(f"xoay is {self.xoay}, and is 0, 90, 180 or 270")
