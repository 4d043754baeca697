"""What stands between the titles of a decision or a resolution and its articles (Phụ lục III, Mẫu 1.1 đến 1.3).

ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG     "THẨM QUYỀN BAN HÀNH"
Căn cứ …;                         "Căn cứ ...;"
Theo đề nghị của … .              "Theo đề nghị của ... ."
QUYẾT ĐỊNH:                       "QUYẾT ĐỊNH:", in a resolution "QUYẾT NGHỊ:"
"""

from __future__ import annotations

from msgspec.structs import replace

from vtdocs.outline import Node
from vtdocs.tree import Paragraph, Style

from .tieu_de import build_tieu_de

__all__ = ["build_loi_quyet_dinh", "build_tham_quyen", "drop_words"]


def build_tham_quyen(authority: str) -> Paragraph:
    """Make the line of the authority: a collective or an office by name, its head by his title (Mẫu 1.2, note 6)."""
    return build_tieu_de(Style.THAM_QUYEN, authority, capitals=True)


def build_loi_quyet_dinh(words: str) -> Paragraph:
    """Make the words that the articles follow, on whose page they stay."""
    return replace(build_tieu_de(Style.THAM_QUYEN, words), keep_next=True)


def drop_words(lines: tuple[str | Node, ...], words: str, *, at: int) -> tuple[str | Node, ...]:
    """Leave out the line at `at` (0 or -1) where its author typed those words himself: the form writes them."""
    line = lines[at] if lines else ""
    typed = line if isinstance(line, str) else "" if line.children else line.full_text
    if typed.strip(" :").casefold() != words.strip(" :").casefold():
        return lines
    return lines[1:] if at == 0 else lines[:-1]
