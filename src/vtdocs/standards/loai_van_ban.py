"""The 29 kinds of administrative paper and the three of copy, with their abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from . import custom

__all__ = ["BAN_SAO", "LOAI_VAN_BAN", "NGUON_TEN_LOAI", "NGUON_VIET_TAT", "LoaiVanBan"]

NGUON_TEN_LOAI = "30/2020/NĐ-CP, Điều 7"
NGUON_VIET_TAT = "30/2020/NĐ-CP, Phụ lục III, Mục I"


class LoaiVanBan(Struct, frozen=True):
    """A kind of paper; `viet_tat` is None where the decree gives none (công văn, thư công).

    `kinh_gui` says whether such a paper names whom it is for: it may, it must, or (empty) it never does. `loi` are
    the words between bases and articles, of the kinds that name their authority above the bases. A kind without its
    name on the paper (`co_ten`) has what it is about below its number, and the unit that drafts it in the ký hiệu.
    """

    key: str
    ten: str
    viet_tat: str | None
    kinh_gui: Literal["", "may", "must"] = ""
    loi: str | None = None
    co_ten: bool = True


def _index(*rows: LoaiVanBan) -> Mapping[str, LoaiVanBan]:
    return MappingProxyType({row.key: row for row in rows})


# In the order of Điều 7. The decree mixes uỷ and ủy, thỏa and thoả; here they are of one kind.
# `kinh_gui` is of Phụ lục I, Phần I, Mục II, khoản 9; `loi` of Mẫu 1.1 to 1.3; a letter is without its name (Mẫu 1.5).
LOAI_VAN_BAN = _index(
    LoaiVanBan("nghi_quyet", "Nghị quyết", "NQ", loi=custom.QUYET_NGHI_LOI.value),
    LoaiVanBan("quyet_dinh", "Quyết định", "QĐ", loi=custom.QUYET_DINH_LOI.value),
    LoaiVanBan("chi_thi", "Chỉ thị", "CT"),
    LoaiVanBan("quy_che", "Quy chế", "QC"),
    LoaiVanBan("quy_dinh", "Quy định", "QyĐ"),
    LoaiVanBan("thong_cao", "Thông cáo", "TC"),
    LoaiVanBan("thong_bao", "Thông báo", "TB"),
    LoaiVanBan("huong_dan", "Hướng dẫn", "HD"),
    LoaiVanBan("chuong_trinh", "Chương trình", "CTr"),
    LoaiVanBan("ke_hoach", "Kế hoạch", "KH"),
    LoaiVanBan("phuong_an", "Phương án", "PA"),
    LoaiVanBan("de_an", "Đề án", "ĐA"),
    LoaiVanBan("du_an", "Dự án", "DA"),
    LoaiVanBan("bao_cao", "Báo cáo", "BC", kinh_gui="may"),
    LoaiVanBan("bien_ban", "Biên bản", "BB"),
    LoaiVanBan("to_trinh", "Tờ trình", "TTr", kinh_gui="must"),
    LoaiVanBan("hop_dong", "Hợp đồng", "HĐ"),
    LoaiVanBan("cong_van", "Công văn", None, kinh_gui="must", co_ten=False),
    LoaiVanBan("cong_dien", "Công điện", "CĐ"),
    LoaiVanBan("ban_ghi_nho", "Bản ghi nhớ", "BGN"),
    LoaiVanBan("ban_thoa_thuan", "Bản thỏa thuận", "BTT"),
    LoaiVanBan("giay_uy_quyen", "Giấy ủy quyền", "GUQ"),
    LoaiVanBan("giay_moi", "Giấy mời", "GM"),
    LoaiVanBan("giay_gioi_thieu", "Giấy giới thiệu", "GGT"),
    LoaiVanBan("giay_nghi_phep", "Giấy nghỉ phép", "GNP"),
    LoaiVanBan("phieu_gui", "Phiếu gửi", "PG"),
    LoaiVanBan("phieu_chuyen", "Phiếu chuyển", "PC"),
    LoaiVanBan("phieu_bao", "Phiếu báo", "PB"),
    LoaiVanBan("thu_cong", "Thư công", None),
)

BAN_SAO = _index(
    LoaiVanBan("sao_y", "Bản sao y", "SY"),
    LoaiVanBan("trich_sao", "Bản trích sao", "TrS"),
    LoaiVanBan("sao_luc", "Bản sao lục", "SL"),
)
