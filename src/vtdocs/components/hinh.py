"""A picture in the text, and its caption below it."""

from __future__ import annotations

from vtdocs.model import Hinh
from vtdocs.tree import Picture, Style

from .tieu_de import build_tieu_de

__all__ = ["build_hinh"]


def build_hinh(hinh: Hinh) -> Picture:
    """Make the picture; its bytes are handed on as they are."""
    return Picture(
        data=hinh.du_lieu,
        kind=hinh.kieu.value,
        pixels=(hinh.diem_ngang, hinh.diem_doc),
        description=hinh.mo_ta,
        width=hinh.rong,
        turn=hinh.xoay,
        caption=build_tieu_de(Style.TEN_HINH, hinh.tieu_de) if hinh.tieu_de else None,
    )
