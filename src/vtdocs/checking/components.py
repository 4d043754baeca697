"""The components by their keys, with the words that people know them by (Điều 8 and Phụ lục I of the decree)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["COMPONENTS"]

COMPONENTS: Mapping[str, str] = MappingProxyType(
    {
        "quoc_hieu": "Quốc hiệu",
        "tieu_ngu": "Tiêu ngữ",
        "co_quan_chu_quan": "cơ quan chủ quản",
        "co_quan_ban_hanh": "cơ quan ban hành",
        "so_ky_hieu": "số, ký hiệu",
        "dia_danh_thoi_gian": "địa danh và thời gian",
        "ten_loai": "tên loại",
        "trich_yeu": "trích yếu",
        "trich_yeu_cong_van": "trích yếu công văn (V/v)",
        "kinh_gui": "Kính gửi",
        "can_cu": "căn cứ",
        "mo_dau": "phần mở đầu",
        "ket_thuc": "phần kết thúc",
        "quyen_han": "quyền hạn",
        "chuc_vu": "chức vụ",
        "ho_ten": "họ và tên người ký",
        "noi_nhan": "Nơi nhận",
        "noi_nhan_danh_sach": "danh sách nơi nhận",
        "luu": "dòng Lưu",
        "do_khan": "dấu chỉ mức độ khẩn",
        "do_mat": "dấu chỉ độ mật",
        "pham_vi_luu_hanh": "chỉ dẫn phạm vi lưu hành",
        "du_thao": "dấu dự thảo",
        "dia_chi": "địa chỉ cơ quan",
        "phu_luc": "Phụ lục",
        "phu_luc_tieu_de": "tên phụ lục",
        "kem_theo": "dòng kèm theo",
        "so_trang": "số trang",
    }
)
