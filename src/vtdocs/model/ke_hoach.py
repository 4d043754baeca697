"""The plan (Kế hoạch), a named kind of document (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from dataclasses import dataclass

from .van_ban import VanBan

__all__ = ["KeHoach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeHoach(VanBan):
    """A plan: a document of the kind `ke_hoach`."""

    loai: str = "ke_hoach"
