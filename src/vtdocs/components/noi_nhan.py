"""The recipients and the archive line (ô 9b, 12; Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vtdocs.model import Luu, NhomNoiNhan
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import strip_end
from vtdocs.tree import Block, Bracket, Paragraph, Style, Text

__all__ = ["build_noi_nhan", "format_luu"]

_DASH, _END = nd30.NOI_NHAN_DAU_DONG.default, nd30.NOI_NHAN_CUOI_DONG.default
# The number of copies issued stands behind the full stop of the archive line: "VT, VP. PL.(300)".
_ISSUED_BEHIND_STOP = compile_late(r"\.\s*\(\d+\)$")
# Ways in which authors point at "Kính gửi" themselves.
_LIKE_ABOVE = compile_late(r"như\s+(?:ở\s+)?(?:trên|kính\s+gửi)\b", re.IGNORECASE)


def build_noi_nhan(groups: Iterable[NhomNoiNhan], luu: Luu, *, kinh_gui: bool = False) -> tuple[Block, ...]:
    """Make the label, the groups with their headings and braces, and the archive line at the end.

    In a document with `kinh_gui` the list begins with "Như trên", unless its author wrote that line himself.
    """
    groups = tuple(groups)
    above = kinh_gui and not any(_LIKE_ABOVE.match(name.strip(" -")) for group in groups for name in group.noi)
    return (
        Paragraph(Style.NOI_NHAN, (Text(nd30.NOI_NHAN_TEXT.default),)),
        *((_build_name(nd30.NHU_TREN_TEXT.default),) if above else ()),
        *(block for group in groups for block in _build_group(group)),
        _build_line(format_luu(luu)),
    )


def _build_group(group: NhomNoiNhan) -> list[Block]:
    blocks: list[Block] = [_build_line(group.nhom.rstrip(" :") + ":")] if group.nhom else []
    note = group.chung.strip() if group.chung else ""
    note = note if not note or note.startswith("(") else f"({note})"
    if note and len(group.noi) > 1:
        blocks.append(Bracket(tuple(map(_build_name, group.noi)), _build_line(note)))
    else:
        # One line needs no brace: its note stands on it.
        blocks += [_build_name(f"{name} {note}" if note else name) for name in group.noi]
    return blocks


def _build_name(name: str) -> Paragraph:
    return _build_line(f"{_DASH} {name}{_END}")


def _build_line(text: str) -> Paragraph:
    return Paragraph(Style.NOI_NHAN_MUC, (Text(text),))


def format_luu(luu: Luu) -> str:
    """Write the archive line: "- Lưu: VT, VHXH (2). PL.(300)".

    One that its author wrote himself stands as he wrote it, with the full stop that ends it.
    """
    if luu.chu is not None:
        ended = luu.chu.endswith((".", "…")) or _ISSUED_BEHIND_STOP.search(luu.chu)
        words = luu.chu if ended else f"{strip_end(luu.chu)}{nd30.NOI_NHAN_CUOI_CUNG.default}"
        return f"{_DASH} {nd30.LUU_TEXT.default} {words}"
    units = f"{nd30.LUU_SAU_VAN_THU.default} ".join((nd30.LUU_VAN_THU.default, *luu.don_vi_soan_thao))
    copies = "" if luu.so_ban is None else f" ({luu.so_ban})"
    # Mẫu 1.1 to 1.7 print drafter and number of copies issued behind the full stop.
    issued = "" if luu.so_ban_phat_hanh is None else f"({luu.so_ban_phat_hanh})"
    drafter = f" {luu.nguoi_soan_thao.rstrip('.')}." if luu.nguoi_soan_thao else (" " if issued else "")
    return f"{_DASH} {nd30.LUU_TEXT.default} {units}{copies}{nd30.NOI_NHAN_CUOI_CUNG.default}{drafter}{issued}"
