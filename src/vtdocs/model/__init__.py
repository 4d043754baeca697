"""What a document says, as frozen values: no files, no Word, no layout.

Class and field names are the decree's own words without accents, and so are the keys of the YAML files.
"""

from .bang import Bang, CanhO, Cot, Gop, Huong, KieuHang, VaiTro, find_role, first_text_column
from .co_quan import CoQuan, DonVi
from .hinh import Hinh, KieuAnh
from .ke_hoach import KeHoach
from .ngay_thang import NgayThang
from .nguoi_ky import NguoiKy
from .noi_nhan import Luu, NhomNoiNhan
from .phu_luc import PhuLuc
from .van_ban import INLINE_PREFIX, VanBan, is_inline

__all__ = [
    "INLINE_PREFIX",
    "Bang",
    "CanhO",
    "CoQuan",
    "Cot",
    "DonVi",
    "Gop",
    "Hinh",
    "Huong",
    "KeHoach",
    "KieuAnh",
    "KieuHang",
    "Luu",
    "NgayThang",
    "NguoiKy",
    "NhomNoiNhan",
    "PhuLuc",
    "VaiTro",
    "VanBan",
    "find_role",
    "first_text_column",
    "is_inline",
]
