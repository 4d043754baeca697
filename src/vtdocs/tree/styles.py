"""The names of the styles that a tree may carry.

The value is the style's id in a Word template; the name that Word shows is Vietnamese and stands with the style's
look in the template. Whoever edits a style in Word restyles every document made from that template.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

__all__ = ["LEVELS", "CharStyle", "Style"]


class Style(StrEnum):
    """Paragraph styles."""

    QUOC_HIEU = "QuocHieu"
    TIEU_NGU = "TieuNgu"
    CO_QUAN_CHU_QUAN = "CoQuanChuQuan"
    CO_QUAN_BAN_HANH = "CoQuanBanHanh"
    SO_KY_HIEU = "SoKyHieu"
    DIA_DANH_THOI_GIAN = "DiaDanhThoiGian"
    DIA_DANH_THOI_GIAN_DAI = "DiaDanhThoiGianDai"
    TRICH_YEU_CONG_VAN = "TrichYeuCongVan"
    KINH_GUI = "KinhGui"
    KINH_GUI_MUC = "KinhGuiMuc"
    TEN_LOAI = "TenLoai"
    TRICH_YEU = "TrichYeu"
    DUONG_KE = "DuongKe"
    DUONG_KE_TRICH_YEU = "DuongKeTrichYeu"
    THAM_QUYEN = "ThamQuyen"
    CAN_CU = "CanCu"
    SO_PHAN = "SoPhan"
    TEN_PHAN = "TenPhan"
    MUC = "Muc"
    MUC_LIEN = "MucLien"
    DIEU = "Dieu"
    KHOAN_TIEU_DE = "KhoanTieuDe"
    TIEU_KHOAN_TIEU_DE = "TieuKhoanTieuDe"
    TIEU_KHOAN_3_TIEU_DE = "TieuKhoan3TieuDe"
    TIEU_KHOAN_4_TIEU_DE = "TieuKhoan4TieuDe"
    DIEM_TIEU_DE = "DiemTieuDe"
    KHOAN = "Khoan"
    TIEU_KHOAN = "TieuKhoan"
    DIEM = "Diem"
    NGOAC = "Ngoac"
    SAO = "DauSao"
    GACH = "GachDauDong"
    CONG = "DauCong"
    NOI_DUNG = "NoiDung"
    NOI_NHAN = "NoiNhan"
    NOI_NHAN_MUC = "NoiNhanMuc"
    QUYEN_HAN_CHUC_VU = "QuyenHanChucVu"
    CHO_KY = "ChoKy"
    CHUC_VU_KHAC = "ChucVuKhac"
    HO_TEN = "HoTen"
    KET_PHAN = "KetPhan"
    PHU_LUC = "PhuLuc"
    TEN_PHU_LUC = "TenPhuLuc"
    KEM_THEO = "KemTheo"
    DUONG_KE_PHU_LUC = "DuongKePhuLuc"
    BANG_TIEU_DE = "BangTieuDe"
    BANG_TRAI = "BangTrai"
    BANG_GIUA = "BangGiua"
    BANG_PHAI = "BangPhai"
    BANG_SO = "BangSo"
    BANG_TIEU_DE_NHO = "BangTieuDeNho"
    BANG_TRAI_NHO = "BangTraiNho"
    BANG_GIUA_NHO = "BangGiuaNho"
    BANG_PHAI_NHO = "BangPhaiNho"
    BANG_SO_NHO = "BangSoNho"
    BANG_TIEU_DE_RAT_NHO = "BangTieuDeRatNho"
    BANG_TRAI_RAT_NHO = "BangTraiRatNho"
    BANG_GIUA_RAT_NHO = "BangGiuaRatNho"
    BANG_PHAI_RAT_NHO = "BangPhaiRatNho"
    BANG_SO_RAT_NHO = "BangSoRatNho"
    TEN_BANG = "TenBang"
    DON_VI_TINH = "DonViTinh"
    GHI_CHU_BANG = "GhiChuBang"
    HINH = "Hinh"
    TEN_HINH = "TenHinh"
    CHU_THICH = "ChuThich"
    SO_TRANG = "SoTrang"


LEVELS: Mapping[Style, int] = {
    Style.PHU_LUC: 0,
    Style.SO_PHAN: 0,
    Style.TEN_PHAN: 0,
    Style.MUC: 0,
    Style.MUC_LIEN: 0,
    Style.DIEU: 1,
    Style.KHOAN_TIEU_DE: 1,
    Style.TIEU_KHOAN_TIEU_DE: 2,
    Style.TIEU_KHOAN_3_TIEU_DE: 3,
    Style.TIEU_KHOAN_4_TIEU_DE: 4,
    Style.DIEM_TIEU_DE: 5,
}
"""The level of each heading in the outline, from 0, where none of its own level stands above it.

A label ("Phần I") has the level of the title below it, and is in the outline itself where it has none.
"""


class CharStyle(StrEnum):
    """Character styles."""

    TIEU_DE_LIEN = "TieuDeLien"
    DAM = "Dam"
    NGHIENG = "Nghieng"
    DAM_NGHIENG = "DamNghieng"
    LIEN_KET = "LienKet"
    SO_CHU_THICH = "SoChuThich"

    @property
    def is_bold(self) -> bool:
        """Whether the style is there to make words bold."""
        return self in _BOLD

    @property
    def is_italic(self) -> bool:
        """Whether the style is there to slant words."""
        return self in _ITALIC


_BOLD = frozenset({CharStyle.DAM, CharStyle.DAM_NGHIENG, CharStyle.TIEU_DE_LIEN})
_ITALIC = frozenset({CharStyle.NGHIENG, CharStyle.DAM_NGHIENG})
