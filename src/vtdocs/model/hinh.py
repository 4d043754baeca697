"""A picture in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vtdocs.units import Length

from .checks import check_instance, check_optional, check_text, check_whole

__all__ = ["Hinh", "KieuAnh"]


class KieuAnh(StrEnum):
    """The file formats of pictures that every Word shows; the value is the ending of the file's name."""

    PNG = "png"
    JPEG = "jpeg"


# How the bytes of a file begin (PNG, ISO/IEC 15948, 5.2; JPEG, ISO/IEC 10918-1, B.1: SOI, and a marker behind it).
_STARTS = {KieuAnh.PNG: b"\x89PNG\r\n\x1a\n", KieuAnh.JPEG: b"\xff\xd8\xff"}
# The most that the head of a PNG can say of a side (11.2.2).
_MOST_PIXELS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Hinh:
    """A picture: the bytes of its file, what they are, and what is said of it.

    `diem_ngang` and `diem_doc` count its pixels as they are stored; `xoay` is how far it is to be turned clockwise, in
    degrees (0, 90, 180, 270), as a camera noted it. `rong` is its width on paper; without it the picture takes its
    natural size, and at most the width of the text. `tieu_de` stands below it; `mo_ta` is read out to those who
    cannot see it.
    Raises ValueError for bytes that do not begin as such a file does, for pixels, turns and widths that no picture
    has, and TypeError for other types.
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
        check_instance("kieu", self.kieu, KieuAnh)
        check_instance("du_lieu", self.du_lieu, bytes)
        if not self.du_lieu.startswith(_STARTS[self.kieu]):
            raise ValueError(f"du_lieu does not begin as a file of kind {self.kieu.value} does")
        check_whole("diem_ngang", self.diem_ngang, 1, _MOST_PIXELS, optional=False)
        check_whole("diem_doc", self.diem_doc, 1, _MOST_PIXELS, optional=False)
        check_text("mo_ta", self.mo_ta, blank=True)
        check_optional(self, "tieu_de")
        check_instance("rong", self.rong, Length, optional=True)
        if self.rong is not None and self.rong.emu < 1:
            raise ValueError(f"rong is {self.rong.mm} mm, and a picture has a width")
        check_whole("xoay", self.xoay, 0, 270, optional=False)
        if self.xoay not in (0, 90, 180, 270):
            raise ValueError(f"xoay is {self.xoay}, and is 0, 90, 180 or 270")
