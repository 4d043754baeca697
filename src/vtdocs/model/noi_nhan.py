"""Who gets the document, and the archive line (Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import check_optional, check_texts, check_whole

__all__ = ["Luu", "NhomNoiNhan"]


@dataclass(frozen=True, slots=True)
class NhomNoiNhan:
    """A group of recipients; `nhom` is its heading ("Gửi bản giấy"), `None` for a list without one.

    `chung` is a note that a brace behind the recipients gives to all of them ("để báo cáo").
    Raises ValueError for a recipient that is empty, TypeError for what is no text.
    """

    noi: tuple[str, ...]
    nhom: str | None = None
    chung: str | None = None

    def __post_init__(self) -> None:
        check_texts("noi", self.noi)
        check_optional(self, "nhom", "chung")


@dataclass(frozen=True, slots=True)
class Luu:
    """The line "- Lưu: VT, VHXH (2). PL.(300)": drafting units, archive copies, drafter, copies issued.

    Drafter and copies issued are the decree's ô 12, which its sample forms put behind the full stop. With `chu` the
    author wrote all that follows "Lưu:" himself ("VT, CST (PLP) (02b)."), and it is printed as it is.
    Raises ValueError or TypeError for numbers below 1, and for what is no text.
    """

    don_vi_soan_thao: tuple[str, ...] = ()
    so_ban: int | None = None
    nguoi_soan_thao: str | None = None
    so_ban_phat_hanh: int | None = None
    chu: str | None = None

    def __post_init__(self) -> None:
        check_texts("don_vi_soan_thao", self.don_vi_soan_thao)
        check_optional(self, "nguoi_soan_thao", "chu")
        check_whole("so_ban", self.so_ban, 1)
        check_whole("so_ban_phat_hanh", self.so_ban_phat_hanh, 1)
