"""The rules, one module a family; here the names of all, so that who asks for form imports none of words alone."""

from __future__ import annotations

__all__ = ["OF_FORM", "OF_WORDS"]

# fmt: off
OF_FORM = (
    "bang", "can_cu", "cap_bac", "co_quan", "de_muc", "dia_danh", "doan_van", "doi_chieu_kem_theo", "gian_cach",
    "ho_ten", "kem_theo", "kinh_gui", "ky_hieu", "loi_van", "luu", "mau_chu", "noi_nhan", "phong_chu", "phu_luc",
    "quoc_hieu", "so_ky_hieu", "so_trang", "so_trang_phu_luc", "ten_loai", "thanh_phan_khac", "thieu_thanh_phan",
    "thoi_gian", "tieu_ngu", "trang", "trich_yeu", "trich_yeu_cong_van",
)
"""Families with rules of form, by `groups.is_of_form`; some hold rules of words as well."""

OF_WORDS = (
    "cap_huyen", "cau_muc", "che_do", "chi_dan_phu_luc", "chinh_ta", "chu_ky", "danh_so", "doi_chieu", "du_thao",
    "gach_noi", "go_may", "hieu_luc", "ky_hieu_vien_dan", "ky_tu", "ngay_thang", "ten_goi", "tu_ngu", "van",
    "vien_dan", "viet_hoa", "viet_hoa_ten", "viet_hoa_thuong", "viet_hoa_vien_dan", "viet_tat", "viet_tat_sai",
)
"""Families that only look at words, marks and numbers which an author types."""
# fmt: on
