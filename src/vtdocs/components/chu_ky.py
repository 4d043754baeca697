"""Capacity, title, room for the signature, name (ô 7a, 7b, 7c; Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from vtdocs.model import NguoiKy
from vtdocs.tree import Paragraph, Style, Text

__all__ = ["build_chu_ky"]


def build_chu_ky(nguoi_ky: NguoiKy) -> tuple[Paragraph, ...]:
    """Make the signer's block. The signature's own room is a paragraph, where its picture may be put."""
    above = (*nguoi_ky.quyen_han, nguoi_ky.chuc_vu)
    second = (nguoi_ky.chuc_vu_khac,) if nguoi_ky.chuc_vu_khac else ()
    return (
        *(Paragraph(Style.QUYEN_HAN_CHUC_VU, (Text(line.upper()),)) for line in above),
        Paragraph(Style.CHO_KY, ()),
        *(Paragraph(Style.CHUC_VU_KHAC, (Text(line.upper()),)) for line in second),
        Paragraph(Style.HO_TEN, (Text(nguoi_ky.ho_ten),)),
    )
