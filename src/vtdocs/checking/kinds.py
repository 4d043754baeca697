"""The name of a kind of paper on its line: "KẾ HOẠCH", also with words behind it, also of kinds of other laws."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from vtdocs.likeness import fold
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan

from .strips import Side, Strip

__all__ = ["Kind", "is_title", "read_kind"]

# Kinds of legal normative papers that are none of the decree's.
_QPPL = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
_LONGEST = 150


class Kind(Struct, frozen=True):
    """A kind: `loai` is None for one of another law; `words` how many of the line's words name it, of `total`."""

    loai: LoaiVanBan | None
    words: int
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether the line says nothing else."""
        return self.words == self.total


@cache
def _names() -> dict[str, LoaiVanBan | None]:
    names: dict[str, LoaiVanBan | None] = {fold(ten): None for ten in _QPPL}
    names.update({fold(loai.ten): loai for loai in LOAI_VAN_BAN.values()})
    return names


@cache
def _tight_names() -> dict[str, LoaiVanBan | None]:
    return {name.replace(" ", ""): loai for name, loai in _names().items()}


def read_kind(strip: Strip) -> Kind | None:
    """Read the kind that a line begins with, "DỰ THẢO" beside it left out; None where it names none."""
    if len(strip.words) > _LONGEST:
        return None
    words = strip.key.split()
    skipped = 2 if words[:2] == ["du", "thao"] else 0
    bare = words[skipped:]
    if bare[-2:] == ["du", "thao"]:
        bare = bare[:-2]
    # Letters may be set apart by blanks, and the mark of a note may stand behind them.
    whole = "".join(bare).rstrip("0123456789")
    if whole in _tight_names():
        return Kind(_tight_names()[whole], len(words), len(words))
    for count in range(min(4, len(bare)), 0, -1):
        name = " ".join(bare[:count])
        # "LỆNH ĐIỀU ĐỘNG" is no law: their names stand alone.
        if (loai := _names().get(name)) is not None:
            return Kind(loai, skipped + count, len(words))
    return None


def is_title(strip: Strip) -> bool:
    """Whether a line is the name of a kind, or in capitals begins with one, in the middle of a page."""
    if strip.side is Side.LEFT or (strip.side is Side.RIGHT and strip.table is not None):
        return False
    kind = read_kind(strip)
    if kind is None or strip.words.endswith((";", ".", ":")):
        return False
    if kind.is_whole:
        return strip.is_caps or strip.is_centred or strip.is_bold
    return strip.is_caps and (strip.is_centred or strip.is_bold)
