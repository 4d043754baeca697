"""The plan (Kế hoạch), a named kind of document (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .van_ban import VanBan

__all__ = ["KeHoach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeHoach(VanBan):
    """A plan: a document whose kind is `ke_hoach`, which is not asked for."""

    loai: str = field(default="ke_hoach", init=False)
