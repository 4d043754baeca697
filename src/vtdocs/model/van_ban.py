"""A document with what all kinds of it have (Điều 7, Điều 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vtdocs.diagnostics import Diagnostic
from vtdocs.outline import Node

from .bang import Bang
from .checks import check_all, check_instance, check_mapping, check_optional, check_text, check_texts, check_whole
from .co_quan import CoQuan
from .hinh import Hinh
from .ngay_thang import NgayThang
from .nguoi_ky import NguoiKy
from .noi_nhan import Luu, NhomNoiNhan
from .phu_luc import PhuLuc

__all__ = ["INLINE_PREFIX", "VanBan", "is_inline"]

# Opens the names of tables and pictures that stand in a body itself: no author can write such a name.
INLINE_PREFIX = "#"
# Appendices have Roman numbers, and those end there.
_MOST_APPENDICES = 3_999


def is_inline(name: str) -> bool:
    """Whether a table or a picture stands in a body itself, and has a name that its author does not know."""
    return name.startswith(INLINE_PREFIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class VanBan:
    """A document: what its author says, and what the form needs to print it.

    `loai` is the kind's key in `vtdocs.standards.loai_van_ban`. `trich_yeu` may hold line breaks, which are then
    kept; without them it is broken by sense.
    `can_cu` are the legal bases, printed italic, one a line; `tham_quyen` is the authority that a decision names
    above them. `kinh_gui` are the addressees of a letter, a submission or a report. `mo_dau` and `ket_thuc` are
    paragraphs of prose before and after the body, plain or as nodes; `noi_dung` is the body, as
    `vtdocs.outline.parse_outline` gives it, and `bang` and `hinh` are the tables and pictures that it names
    (those that stand in a body itself by names that no author can write, `is_inline`).
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
        check_text("loai", self.loai)
        check_instance("co_quan", self.co_quan, CoQuan)
        check_text("trich_yeu", self.trich_yeu)
        check_instance("nguoi_ky", self.nguoi_ky, NguoiKy)
        check_all("noi_nhan", self.noi_nhan, NhomNoiNhan)
        check_whole("so", self.so, 1)
        check_optional(self, "ky_hieu", "tham_quyen")
        check_instance("ngay_ban_hanh", self.ngay_ban_hanh, NgayThang)
        check_texts("kinh_gui", self.kinh_gui)
        check_texts("can_cu", self.can_cu)
        check_all("noi_dung", self.noi_dung, Node)
        check_all("mo_dau", self.mo_dau, (str, Node))
        check_all("ket_thuc", self.ket_thuc, (str, Node))
        check_instance("luu", self.luu, Luu)
        check_all("phu_luc", self.phu_luc, PhuLuc)
        if len(self.phu_luc) > _MOST_APPENDICES:
            raise ValueError(f"phu_luc has {len(self.phu_luc)} appendices, and their numbers end at {_MOST_APPENDICES}")
        check_mapping("bang", self.bang, str, Bang)
        check_mapping("hinh", self.hinh, str, Hinh)
        check_all("diagnostics", self.diagnostics, Diagnostic)
