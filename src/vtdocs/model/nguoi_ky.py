"""Who signs, and in what capacity (Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import check_optional, check_text, check_texts

__all__ = ["NguoiKy"]


@dataclass(frozen=True, slots=True)
class NguoiKy:
    """A signer: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH` / (signature) / `Nguyễn Đức Chung`.

    `quyen_han` holds the capacity lines above the title, none to three of them; `chuc_vu_khac` is the
    second title, printed above the name (ô 7b). `ho_ten` is empty while it is not known who signs.
    Raises ValueError or TypeError for what no signer is.
    """

    ho_ten: str
    chuc_vu: str
    quyen_han: tuple[str, ...] = ()
    chuc_vu_khac: str | None = None

    def __post_init__(self) -> None:
        check_text("ho_ten", self.ho_ten, blank=True)
        check_text("chuc_vu", self.chuc_vu)
        check_texts("quyen_han", self.quyen_han)
        check_optional(self, "chuc_vu_khac")
