"""The name of the kind and what the document is about (ô 5a, 5b; Phụ lục I, Phần I, Mục II, khoản 5)."""

from __future__ import annotations

import re

from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LoaiVanBan
from vtdocs.tree import Block, Paragraph, Style, Text

from .duong_ke import build_duong_ke
from .tieu_de import build_tieu_de

__all__ = ["build_ten_loai_trich_yeu", "build_trich_yeu_cong_van"]

_ABOUT_TYPED = compile_late(r"\s*(?:v/v|về\s+việc)\b[\s:]*", re.IGNORECASE)


def build_ten_loai_trich_yeu(loai: LoaiVanBan, trich_yeu: str) -> tuple[Block, ...]:
    """Make the two titles and the line under the second; under the first where it stands alone (Mẫu 1.8, 1.10)."""
    name = Paragraph(Style.TEN_LOAI, (Text(loai.ten.upper()),))
    about = (build_tieu_de(Style.TRICH_YEU, trich_yeu),) if trich_yeu.strip() else ()
    return (name, *about, build_duong_ke(Style.DUONG_KE_TRICH_YEU, about[0] if about else name, nd30.TRICH_YEU_KE))


def build_trich_yeu_cong_van(trich_yeu: str) -> tuple[Block, ...]:
    """Make what a letter is about: "V/v …", however its author began."""
    about = trich_yeu[found.end() if (found := _ABOUT_TYPED.match(trich_yeu)) else 0 :].strip()
    return (
        (build_tieu_de(Style.TRICH_YEU_CONG_VAN, f"{nd30.TRICH_YEU_CONG_VAN_TEXT.default} {about}"),) if about else ()
    )
