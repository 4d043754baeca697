"""A document with what all kinds of it have (Điều 7, Điều 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vtdocs.diagnostics import Diagnostic
from vtdocs.outline import Node

from .bang import Bang
from .co_quan import CoQuan
from .hinh import Hinh
from .ngay_thang import NgayThang
from .nguoi_ky import NguoiKy
from .noi_nhan import Luu, NhomNoiNhan
from .phu_luc import PhuLuc

__all__ = ["VanBan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VanBan:
    """A document: what its author says, and what the form needs to print it.

    `loai` is the kind's key in `vtdocs.standards.loai_van_ban`. `trich_yeu` may hold line breaks, which are then
    kept; without them it is broken by sense.
    `can_cu` are the legal bases, printed italic, one a line; `tham_quyen` is the authority that a decision names
    above them. `kinh_gui` are the addressees of a letter, a submission or a report. `mo_dau` and `ket_thuc` are
    paragraphs of prose before and after the body, plain or as nodes; `noi_dung` is the body, as
    `vtdocs.outline.parse_outline` gives it, and `bang` and `hinh` are the tables and pictures that it names.
    `so` is the number of the document, `None` while it is blank; `ky_hieu` is given where it is not made of the
    kind's and the office's abbreviations. `diagnostics` are the warnings of loading.
    Raises ValueError or TypeError for values that no document can hold.
    """

    loai: str
    co_quan: CoQuan
    trich_yeu: str
    noi_dung: tuple[Node, ...]
    nguoi_ky: NguoiKy
    noi_nhan: tuple[NhomNoiNhan, ...]
    so: int | None = None
    ky_hieu: str | None = None
    ngay_ban_hanh: NgayThang = NgayThang()
    kinh_gui: tuple[str, ...] = ()
    tham_quyen: str | None = None
    can_cu: tuple[str, ...] = ()
    mo_dau: tuple[str | Node, ...] = ()
    ket_thuc: tuple[str | Node, ...] = ()
    luu: Luu = Luu()
    phu_luc: tuple[PhuLuc, ...] = ()
    bang: Mapping[str, Bang] = field(default_factory=dict)
    hinh: Mapping[str, Hinh] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.so is not None and self.so < 1:
            raise ValueError(f"so is {self.so}, and goes from 1")
        for name in ("mo_dau", "ket_thuc", "can_cu", "kinh_gui", "noi_dung", "noi_nhan", "phu_luc"):
            if not isinstance(getattr(self, name), tuple):
                raise TypeError(f"{name} is a tuple: one text alone would be taken letter by letter")
