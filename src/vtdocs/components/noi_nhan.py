"""The recipients and the archive line (ô 9b, 12; Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.model import Luu, NhomNoiNhan
from vtdocs.standards import nd30
from vtdocs.tree import Paragraph, Style, Text

__all__ = ["build_noi_nhan", "format_luu"]

_DASH = nd30.NOI_NHAN_DAU_DONG.default


def build_noi_nhan(groups: Iterable[NhomNoiNhan], luu: Luu) -> tuple[Paragraph, ...]:
    """Make the label, the groups with their headings, and the archive line at the end."""
    lines: list[str] = []
    for group in groups:
        if group.nhom:
            lines.append(group.nhom.rstrip(" :") + ":")
        lines += [f"{_DASH} {name}{nd30.NOI_NHAN_CUOI_DONG.default}" for name in group.noi]
    lines.append(format_luu(luu))
    return (
        Paragraph(Style.NOI_NHAN, (Text(nd30.NOI_NHAN_TEXT.default),)),
        *(Paragraph(Style.NOI_NHAN_MUC, (Text(line),)) for line in lines),
    )


def format_luu(luu: Luu) -> str:
    """Write the archive line: "- Lưu: VT, VHXH (2). PL.(300)"."""
    units = f"{nd30.LUU_SAU_VAN_THU.default} ".join((nd30.LUU_VAN_THU.default, *luu.don_vi_soan_thao))
    copies = "" if luu.so_ban is None else f" ({luu.so_ban})"
    # Mẫu 1.1 to 1.7 print drafter and number of copies issued behind the full stop.
    issued = "" if luu.so_ban_phat_hanh is None else f"({luu.so_ban_phat_hanh})"
    drafter = f" {luu.nguoi_soan_thao.rstrip('.')}." if luu.nguoi_soan_thao else (" " if issued else "")
    return f"{_DASH} {nd30.LUU_TEXT.default} {units}{copies}{nd30.NOI_NHAN_CUOI_CUNG.default}{drafter}{issued}"
