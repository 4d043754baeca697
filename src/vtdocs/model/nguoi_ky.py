"""Who signs, and in what capacity (Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NguoiKy"]


@dataclass(frozen=True, slots=True)
class NguoiKy:
    """A signer: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH` / (signature) / `Nguyễn Đức Chung`.

    `quyen_han` holds the capacity lines above the title, none to three of them; `chuc_vu_khac` is the
    second title, printed above the name (ô 7b).
    """

    ho_ten: str
    chuc_vu: str
    quyen_han: tuple[str, ...] = ()
    chuc_vu_khac: str | None = None
