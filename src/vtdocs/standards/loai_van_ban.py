"""The 29 kinds of administrative paper and the three of copy, with their abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["BAN_SAO", "LOAI_VAN_BAN", "NGUON_TEN_LOAI", "NGUON_VIET_TAT", "LoaiVanBan"]

NGUON_TEN_LOAI = "30/2020/NĐ-CP, Điều 7"
NGUON_VIET_TAT = "30/2020/NĐ-CP, Phụ lục III, Mục I"


@dataclass(frozen=True, slots=True)
class LoaiVanBan:
    """A kind of paper; `viet_tat` is None where the decree gives none (công văn, thư công)."""

    key: str
    ten: str
    viet_tat: str | None


def _index(*rows: tuple[str, str, str | None]) -> Mapping[str, LoaiVanBan]:
    return MappingProxyType({key: LoaiVanBan(key, ten, viet_tat) for key, ten, viet_tat in rows})


# In the order of Điều 7. The decree mixes uỷ and ủy, thỏa and thoả; here they are of one kind.
LOAI_VAN_BAN = _index(
    ("nghi_quyet", "Nghị quyết", "NQ"),
    ("quyet_dinh", "Quyết định", "QĐ"),
    ("chi_thi", "Chỉ thị", "CT"),
    ("quy_che", "Quy chế", "QC"),
    ("quy_dinh", "Quy định", "QyĐ"),
    ("thong_cao", "Thông cáo", "TC"),
    ("thong_bao", "Thông báo", "TB"),
    ("huong_dan", "Hướng dẫn", "HD"),
    ("chuong_trinh", "Chương trình", "CTr"),
    ("ke_hoach", "Kế hoạch", "KH"),
    ("phuong_an", "Phương án", "PA"),
    ("de_an", "Đề án", "ĐA"),
    ("du_an", "Dự án", "DA"),
    ("bao_cao", "Báo cáo", "BC"),
    ("bien_ban", "Biên bản", "BB"),
    ("to_trinh", "Tờ trình", "TTr"),
    ("hop_dong", "Hợp đồng", "HĐ"),
    ("cong_van", "Công văn", None),
    ("cong_dien", "Công điện", "CĐ"),
    ("ban_ghi_nho", "Bản ghi nhớ", "BGN"),
    ("ban_thoa_thuan", "Bản thỏa thuận", "BTT"),
    ("giay_uy_quyen", "Giấy ủy quyền", "GUQ"),
    ("giay_moi", "Giấy mời", "GM"),
    ("giay_gioi_thieu", "Giấy giới thiệu", "GGT"),
    ("giay_nghi_phep", "Giấy nghỉ phép", "GNP"),
    ("phieu_gui", "Phiếu gửi", "PG"),
    ("phieu_chuyen", "Phiếu chuyển", "PC"),
    ("phieu_bao", "Phiếu báo", "PB"),
    ("thu_cong", "Thư công", None),
)

BAN_SAO = _index(
    ("sao_y", "Bản sao y", "SY"),
    ("trich_sao", "Bản trích sao", "TrS"),
    ("sao_luc", "Bản sao lục", "SL"),
)
