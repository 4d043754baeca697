"""The plan (Kế hoạch), a named kind of document (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from vtdocs.diagnostics import Diagnostic
from vtdocs.outline import Node

from .co_quan import CoQuan
from .ngay_thang import NgayThang
from .nguoi_ky import NguoiKy
from .noi_nhan import Luu, NhomNoiNhan
from .phu_luc import PhuLuc

__all__ = ["KeHoach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeHoach:
    """A plan: what its author says, and what the form needs to print it.

    `trich_yeu` may hold line breaks, which are then kept; without them it is broken by sense.
    `can_cu` are the legal bases, printed italic, one a line; `mo_dau` and `ket_thuc` are paragraphs of
    prose before and after the body; `noi_dung` is the body, as `vtdocs.outline.parse_outline` gives it.
    Raises ValueError or TypeError for values that no document can hold.
    `so` is the number of the document, `None` while it is blank. `diagnostics` are the warnings of loading.
    """

    co_quan: CoQuan
    trich_yeu: str
    noi_dung: tuple[Node, ...]
    nguoi_ky: NguoiKy
    noi_nhan: tuple[NhomNoiNhan, ...]
    so: int | None = None
    ngay_ban_hanh: NgayThang = NgayThang()
    can_cu: tuple[str, ...] = ()
    mo_dau: tuple[str, ...] = ()
    ket_thuc: tuple[str, ...] = ()
    luu: Luu = Luu()
    phu_luc: tuple[PhuLuc, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.so is not None and self.so < 1:
            raise ValueError(f"so is {self.so}, and goes from 1")
        for name in ("mo_dau", "ket_thuc", "can_cu", "noi_dung", "noi_nhan", "phu_luc"):
            if not isinstance(getattr(self, name), tuple):
                raise TypeError(f"{name} is a tuple: one text alone would be taken letter by letter")
