"""Capacity, title, room for the signature, name (ô 7a, 7b, 7c; Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from vtdocs.model import NguoiKy
from vtdocs.tree import Paragraph, Style

from .tieu_de import build_tieu_de

__all__ = ["build_chu_ky"]


def build_chu_ky(nguoi_ky: NguoiKy) -> tuple[Paragraph, ...]:
    """Make the signer's block: none to three lines of capacity, the title, the second title above the name.

    The signature's own room is a paragraph, where its picture may be put. A draft may lack the name: its row stays.
    """
    above = filter(None, (*nguoi_ky.quyen_han, nguoi_ky.chuc_vu))
    second = (nguoi_ky.chuc_vu_khac,) if nguoi_ky.chuc_vu_khac else ()
    return (
        *(build_tieu_de(Style.QUYEN_HAN_CHUC_VU, line, capitals=True) for line in above),
        Paragraph(Style.CHO_KY, ()),
        *(build_tieu_de(Style.CHUC_VU_KHAC, line, capitals=True) for line in second),
        build_tieu_de(Style.HO_TEN, nguoi_ky.ho_ten),
    )
