"""Every format fact of Nghị định 30/2020/NĐ-CP, once: value, unit, article, and the decree's own few words.

A table, not code: writers, templates, style sheets and the checker read their numbers here. Defaults are the
choice of an office inside the decree's range. What the decree does not give is in `vtdocs.standards.custom`.
"""

# fmt: off
# A table reads best with what is allowed on one line and where it is written on the next.
from __future__ import annotations

from fractions import Fraction

from vtdocs.standards.base import (
    AtLeast,
    Between,
    ChuFact,
    CountFact,
    FlagFact,
    KhungFact,
    LengthFact,
    ListFact,
    OneOf,
    RatioFact,
    TextFact,
    collect_facts,
    only,
)
from vtdocs.units import Mm, Pt

VAN_BAN = "30/2020/NĐ-CP"
_CHUNG = f"{VAN_BAN}, Phụ lục I, Phần I, Mục I"
_CHINH = f"{VAN_BAN}, Phụ lục I, Phần I, Mục II"
_KHAC = f"{VAN_BAN}, Phụ lục I, Phần I, Mục III"
_MAU_CHU = f"{VAN_BAN}, Phụ lục I, Phần I, Mục V"
_SAO_DIEN_TU = f"{VAN_BAN}, Phụ lục I, Phần II, Mục I"
_SAO_GIAY = f"{VAN_BAN}, Phụ lục I, Phần II, Mục II"

# Where the decree says what is written with capitals.
VIET_HOA = f"{VAN_BAN}, Phụ lục II"

_CO_12_13 = Between(Pt(12), Pt(13))
_CO_13_14 = Between(Pt(13), Pt(14))
_CO_11_12 = Between(Pt(11), Pt(12))
_THUT_DONG = OneOf((Mm(10), Mm(Fraction(127, 10))))
_MOT_PHAN_BA_DEN_MOT_NUA = Between(Fraction(1, 3), Fraction(1, 2))
CANH_GIUA = "canh giữa"
CANH_DEU_HAI_LE = "canh đều cả hai lề"

# --- Trang --------------------------------------------------------------------------------------------------

KHO_GIAY = TextFact(
    id="trang.kho_giay", allowed=only("A4"), default="A4",
    source=f"{_CHUNG}, khoản 1", quote="Khổ A4 (210 mm x 297 mm)")
KHO_GIAY_RONG = LengthFact(
    id="trang.kho_giay_rong", allowed=only(Mm(210)), default=Mm(210),
    source=f"{_CHUNG}, khoản 1", quote="Khổ A4 (210 mm x 297 mm)")
KHO_GIAY_DAI = LengthFact(
    id="trang.kho_giay_dai", allowed=only(Mm(297)), default=Mm(297),
    source=f"{_CHUNG}, khoản 1", quote="Khổ A4 (210 mm x 297 mm)")
# The width is for tables that are not made into appendices; real papers turn the appendix too.
KIEU_TRINH_BAY = TextFact(
    id="trang.kieu_trinh_bay", allowed=OneOf(("chiều dài", "chiều rộng")), default="chiều dài",
    source=f"{_CHUNG}, khoản 2",
    quote="Theo chiều dài của khổ A4. Trường hợp nội dung văn bản có các bảng, biểu nhưng không được làm "
          "thành các phụ lục riêng thì văn bản có thể được trình bày theo chiều rộng")
LE_TREN = LengthFact(
    id="trang.le_tren", allowed=Between(Mm(20), Mm(25)), default=Mm(20),
    source=f"{_CHUNG}, khoản 3", quote="Cách mép trên và mép dưới 20 - 25 mm")
LE_DUOI = LengthFact(
    id="trang.le_duoi", allowed=Between(Mm(20), Mm(25)), default=Mm(20),
    source=f"{_CHUNG}, khoản 3", quote="Cách mép trên và mép dưới 20 - 25 mm")
LE_TRAI = LengthFact(
    id="trang.le_trai", allowed=Between(Mm(30), Mm(35)), default=Mm(30),
    source=f"{_CHUNG}, khoản 3", quote="cách mép trái 30 - 35 mm")
LE_PHAI = LengthFact(
    id="trang.le_phai", allowed=Between(Mm(15), Mm(20)), default=Mm(20),
    source=f"{_CHUNG}, khoản 3", quote="cách mép phải 15 - 20 mm")
PHONG_CHU = TextFact(
    id="trang.phong_chu", allowed=only("Times New Roman"), default="Times New Roman",
    source=f"{_CHUNG}, khoản 4", quote="Phông chữ tiếng Việt Times New Roman")
BO_MA = TextFact(
    id="trang.bo_ma", allowed=only("Unicode"), default="Unicode",
    source=f"{_CHUNG}, khoản 4", quote="bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001")
MAU_CHU = TextFact(
    id="trang.mau_chu", allowed=only("đen"), default="đen",
    source=f"{_CHUNG}, khoản 4",
    quote="Phông chữ tiếng Việt Times New Roman, bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN "
          "6909:2001, màu đen")
# Two examples of sizes that go together (Quốc hiệu, Tiêu ngữ, địa danh), not a closed list.
CO_CHU_THONG_NHAT = ListFact(
    id="trang.co_chu_thong_nhat", members=((Pt(13), Pt(14), Pt(14)), (Pt(12), Pt(13), Pt(13))),
    source=f"{_MAU_CHU}, chú thích 1",
    quote="Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất, ví dụ: Quốc hiệu cỡ chữ 13, Tiêu ngữ "
          "cỡ chữ 14, địa danh và ngày, tháng, năm văn bản cỡ chữ 14 hoặc Quốc hiệu cỡ chữ 12, Tiêu ngữ cỡ "
          "chữ 13, địa danh và ngày, tháng, năm văn bản cỡ chữ 13")

SO_TRANG = ChuFact(
    id="so_trang", size=_CO_13_14, default=Pt(14), bold=False, italic=False, caps=False,
    source=f"{_CHUNG}, khoản 7", quote="bằng chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng")
SO_TRANG_DAU = CountFact(
    id="so_trang.dau", allowed=only(1), default=1, source=f"{_CHUNG}, khoản 7", quote="Được đánh từ số 1")
SO_TRANG_CANH = TextFact(
    id="so_trang.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHUNG}, khoản 7", quote="được đặt canh giữa theo chiều ngang")
SO_TRANG_VI_TRI = TextFact(
    id="so_trang.vi_tri", allowed=only("lề trên"), default="lề trên",
    source=f"{_CHUNG}, khoản 7", quote="trong phần lề trên của văn bản")
SO_TRANG_AN_TRANG_DAU = FlagFact(
    id="so_trang.an_trang_dau", default=True,
    source=f"{_CHUNG}, khoản 7", quote="không hiển thị số trang thứ nhất")

# --- 1. Quốc hiệu và Tiêu ngữ -------------------------------------------------------------------------------

QUOC_HIEU = ChuFact(
    id="quoc_hieu", size=_CO_12_13, default=Pt(13), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 1, điểm a",
    quote="Được trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm")
# The decree prints HÒA in its text and samples, HOÀ in its table of sizes.
QUOC_HIEU_TEXT = TextFact(
    id="quoc_hieu.loi",
    allowed=OneOf(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    default="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    source=f"{_CHINH}, khoản 1, điểm a; {_MAU_CHU}, số thứ tự 1",
    quote="Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” […] CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
QUOC_HIEU_VI_TRI = TextFact(
    id="quoc_hieu.vi_tri", allowed=only("bên phải"), default="bên phải",
    source=f"{_CHINH}, khoản 1, điểm a", quote="ở phía trên cùng, bên phải trang đầu tiên của văn bản")
# Of single spacing, between Quốc hiệu and Tiêu ngữ.
QUOC_HIEU_GIAN_DONG = RatioFact(
    id="quoc_hieu.gian_dong", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_CHINH}, khoản 1, điểm c",
    quote="Hai dòng chữ Quốc hiệu và Tiêu ngữ được trình bày cách nhau dòng đơn")
TIEU_NGU = ChuFact(
    id="tieu_ngu", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_CHINH}, khoản 1, điểm b",
    quote="Được trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
TIEU_NGU_TEXT = TextFact(
    id="tieu_ngu.loi", allowed=only("Độc lập - Tự do - Hạnh phúc"), default="Độc lập - Tự do - Hạnh phúc",
    source=f"{_CHINH}, khoản 1, điểm b", quote="Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”")
TIEU_NGU_CANH = TextFact(
    id="tieu_ngu.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 1, điểm b", quote="được canh giữa dưới Quốc hiệu")
# Of the text line above it.
TIEU_NGU_KE = RatioFact(
    id="tieu_ngu.ke", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_CHINH}, khoản 1, điểm b",
    quote="phía dưới có đường kẻ ngang, nét liền, có độ dài bằng độ dài của dòng chữ")

# --- 2. Tên cơ quan, tổ chức ban hành văn bản ---------------------------------------------------------------

CO_QUAN_CHU_QUAN = ChuFact(
    id="co_quan_chu_quan", size=_CO_12_13, default=Pt(13), bold=False, italic=False, caps=True,
    source=f"{_CHINH}, khoản 2, điểm b",
    quote="Tên cơ quan, tổ chức chủ quản trực tiếp được trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, "
          "kiểu chữ đứng.")
CO_QUAN_BAN_HANH = ChuFact(
    id="co_quan_ban_hanh", size=_CO_12_13, default=Pt(13), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 2, điểm b",
    quote="Tên cơ quan, tổ chức ban hành văn bản được trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu "
          "chữ đứng, đậm")
CO_QUAN_BAN_HANH_CANH = TextFact(
    id="co_quan_ban_hanh.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 2, điểm b",
    quote="được đặt canh giữa dưới tên cơ quan, tổ chức chủ quản trực tiếp")
# Of the text line above it.
CO_QUAN_BAN_HANH_KE = RatioFact(
    id="co_quan_ban_hanh.ke", allowed=_MOT_PHAN_BA_DEN_MOT_NUA, default=Fraction(5, 12),
    source=f"{_CHINH}, khoản 2, điểm b",
    quote="phía dưới có đường kẻ ngang, nét liền, có độ dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ")
# Of single spacing.
CO_QUAN_GIAN_DONG = RatioFact(
    id="co_quan.gian_dong", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_CHINH}, khoản 2, điểm b",
    quote="Tên cơ quan, tổ chức ban hành văn bản và tên cơ quan, tổ chức chủ quản trực tiếp được trình bày "
          "cách nhau dòng đơn")

# --- 3. Số, ký hiệu -----------------------------------------------------------------------------------------

SO = ChuFact(
    id="so", size=only(Pt(13)), default=Pt(13), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 3, điểm c",
    quote="Từ “Số” được trình bày bằng chữ in thường, cỡ chữ 13, kiểu chữ đứng")
SO_TEXT = TextFact(
    id="so.loi", allowed=only("Số:"), default="Số:", source=f"{_MAU_CHU}, số thứ tự 3", quote="Số: 15/QĐ-BNV")
# Numbers below this one carry a zero in front.
SO_THEM_KHONG_DUOI = CountFact(
    id="so.them_khong_duoi", allowed=only(10), default=10,
    source=f"{_CHINH}, khoản 3, điểm c", quote="với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước")
# The table of sizes says in thường for the whole; khoản 3 điểm c, which is exact, governs.
KY_HIEU = ChuFact(
    id="ky_hieu", size=only(Pt(13)), default=Pt(13), bold=False, italic=False, caps=True,
    source=f"{_CHINH}, khoản 3, điểm c",
    quote="Ký hiệu của văn bản được trình bày bằng chữ in hoa, cỡ chữ 13, kiểu chữ đứng")
KY_HIEU_SAU_SO = TextFact(
    id="ky_hieu.sau_so", allowed=only("/"), default="/",
    source=f"{_CHINH}, khoản 3, điểm c", quote="Giữa số và ký hiệu văn bản có dấu gạch chéo (/)")
KY_HIEU_GIUA_NHOM = TextFact(
    id="ky_hieu.giua_nhom", allowed=only("-"), default="-",
    source=f"{_CHINH}, khoản 3, điểm c",
    quote="giữa các nhóm chữ viết tắt trong ký hiệu văn bản có dấu gạch nối (-), không cách chữ")
SO_KY_HIEU_CANH = TextFact(
    id="so_ky_hieu.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 3, điểm c",
    quote="Số, ký hiệu của văn bản được đặt canh giữa dưới tên cơ quan, tổ chức ban hành văn bản")

# --- 4. Địa danh và thời gian -------------------------------------------------------------------------------

DIA_DANH_THOI_GIAN = ChuFact(
    id="dia_danh_thoi_gian", size=_CO_13_14, default=Pt(14), bold=False, italic=True, caps=False,
    source=f"{_CHINH}, khoản 4, điểm c", quote="bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng")
SAU_DIA_DANH = TextFact(
    id="dia_danh.dau_sau", allowed=only(","), default=",",
    source=f"{_CHINH}, khoản 4, điểm c", quote="sau địa danh có dấu phẩy (,)")
DIA_DANH_THOI_GIAN_CANH = TextFact(
    id="dia_danh_thoi_gian.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 4, điểm c",
    quote="địa danh và ngày, tháng, năm được đặt dưới, canh giữa so với Quốc hiệu và Tiêu ngữ")
# Days below this one carry a zero in front.
NGAY_THEM_KHONG_DUOI = CountFact(
    id="ngay.them_khong_duoi", allowed=only(10), default=10,
    source=f"{_CHINH}, khoản 4, điểm b",
    quote="đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước")
# The months that carry a zero in front; 3 to 9 do not.
THANG_THEM_KHONG = ListFact(
    id="thang.them_khong", members=(1, 2),
    source=f"{_CHINH}, khoản 4, điểm b",
    quote="đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước")

# --- 5. Tên loại và trích yếu -------------------------------------------------------------------------------

TEN_LOAI = ChuFact(
    id="ten_loai", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 5, điểm b",
    quote="Tên loại văn bản được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
TEN_LOAI_CANH = TextFact(
    id="ten_loai.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 5, điểm b",
    quote="Tên loại và trích yếu nội dung văn bản được trình bày tại ô số 5a Mục IV Phần I Phụ lục này, đặt "
          "canh giữa theo chiều ngang văn bản")
TRICH_YEU = ChuFact(
    id="trich_yeu", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_CHINH}, khoản 5, điểm b",
    quote="Trích yếu nội dung văn bản được đặt ngay dưới tên loại văn bản, trình bày bằng chữ in thường, cỡ "
          "chữ từ 13 đến 14, kiểu chữ đứng, đậm")
# Of the text line above it; the decree is silent about a trích yếu of several lines.
TRICH_YEU_KE = RatioFact(
    id="trich_yeu.ke", allowed=_MOT_PHAN_BA_DEN_MOT_NUA, default=Fraction(5, 12),
    source=f"{_CHINH}, khoản 5, điểm b",
    quote="Bên dưới trích yếu nội dung văn bản có đường kẻ ngang, nét liền, có độ dài bằng từ 1/3 đến 1/2 "
          "độ dài của dòng chữ")
TRICH_YEU_CONG_VAN = ChuFact(
    id="trich_yeu_cong_van", size=_CO_12_13, default=Pt(13), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 5, điểm b",
    quote="sau chữ “V/v” bằng chữ in thường, cỡ chữ từ 12 đến 13, kiểu chữ đứng;")
TRICH_YEU_CONG_VAN_TEXT = TextFact(
    id="trich_yeu_cong_van.loi", allowed=only("V/v"), default="V/v",
    source=f"{_CHINH}, khoản 5, điểm b", quote="sau chữ “V/v”")
TRICH_YEU_CONG_VAN_CANH = TextFact(
    id="trich_yeu_cong_van.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 5, điểm b", quote="đặt canh giữa dưới số và ký hiệu văn bản")
TRICH_YEU_CONG_VAN_CACH = LengthFact(
    id="trich_yeu_cong_van.cach", allowed=only(Pt(6)), default=Pt(6),
    source=f"{_CHINH}, khoản 5, điểm b", quote="cách dòng 6pt với số và ký hiệu văn bản")

# --- 6. Nội dung --------------------------------------------------------------------------------------------

CAN_CU = ChuFact(
    id="can_cu", size=_CO_13_14, default=Pt(14), bold=False, italic=True, caps=False,
    source=f"{_CHINH}, khoản 6, điểm a",
    quote="Căn cứ ban hành văn bản được trình bày bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14")
CAN_CU_CUOI_DONG = TextFact(
    id="can_cu.cuoi_dong", allowed=only(";"), default=";",
    source=f"{_CHINH}, khoản 6, điểm a",
    quote="sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chẩm phẩy (;)")
CAN_CU_CUOI_CUNG = TextFact(
    id="can_cu.cuoi_cung", allowed=only("."), default=".",
    source=f"{_CHINH}, khoản 6, điểm a", quote="dòng cuối cùng kết thúc bằng dấu chấm (.)")
NOI_DUNG = ChuFact(
    id="noi_dung", size=_CO_13_14, default=Pt(14), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 6, điểm e",
    quote="Nội dung văn bản được trình bày bằng chữ in thường, được canh đều cả hai lề, kiểu chữ đứng; cỡ "
          "chữ từ 13 đến 14")
NOI_DUNG_CANH = TextFact(
    id="noi_dung.canh", allowed=only(CANH_DEU_HAI_LE), default=CANH_DEU_HAI_LE,
    source=f"{_CHINH}, khoản 6, điểm e", quote="được canh đều cả hai lề")
NOI_DUNG_THUT_DONG = LengthFact(
    id="noi_dung.thut_dong", allowed=_THUT_DONG, default=Mm(Fraction(127, 10)),
    source=f"{_CHINH}, khoản 6, điểm e", quote="khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm")
NOI_DUNG_CACH_DOAN = LengthFact(
    id="noi_dung.cach_doan", allowed=AtLeast(Pt(6)), default=Pt(6),
    source=f"{_CHINH}, khoản 6, điểm e", quote="khoảng cách giữa các đoạn văn tối thiểu là 6pt")
# Of single spacing.
NOI_DUNG_GIAN_DONG = RatioFact(
    id="noi_dung.gian_dong", allowed=Between(Fraction(1), Fraction(3, 2)), default=Fraction(11, 10),
    source=f"{_CHINH}, khoản 6, điểm e",
    quote="khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines")

PHAN = ChuFact(
    id="phan", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Từ “Phần”, “Chương” và số thứ tự của phần, chương được trình bày trên một dòng riêng, canh giữa, "
          "bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
PHAN_TEXT = TextFact(
    id="phan.loi", allowed=only("Phần"), default="Phần",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Từ “Phần”, “Chương” và số thứ tự của phần, chương")
PHAN_CANH = TextFact(
    id="phan.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Từ “Phần”, “Chương” và số thứ tự của phần, chương được trình bày trên một dòng riêng, canh giữa")
PHAN_SO = TextFact(
    id="phan.so", allowed=only("La Mã"), default="La Mã",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Số thứ tự của phần, chương dùng chữ số La Mã")
PHAN_TIEU_DE = ChuFact(
    id="phan.tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Tiêu đề của phần, chương được trình bày ngay dưới, canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến "
          "14, kiểu chữ đứng, đậm")
CHUONG = ChuFact(
    id="chuong", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=PHAN.source, quote=PHAN.quote)
CHUONG_TEXT = TextFact(
    id="chuong.loi", allowed=only("Chương"), default="Chương",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Từ “Phần”, “Chương” và số thứ tự của phần, chương")
CHUONG_CANH = TextFact(
    id="chuong.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=PHAN_CANH.source, quote=PHAN_CANH.quote)
CHUONG_SO = TextFact(
    id="chuong.so", allowed=only("La Mã"), default="La Mã", source=PHAN_SO.source, quote=PHAN_SO.quote)
CHUONG_TIEU_DE = ChuFact(
    id="chuong.tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=PHAN_TIEU_DE.source, quote=PHAN_TIEU_DE.quote)
MUC = ChuFact(
    id="muc", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Từ “Mục”, “Tiểu mục” và số thứ tự của mục, tiểu mục được trình bày trên một dòng riêng, canh "
          "giữa, bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
MUC_TEXT = TextFact(
    id="muc.loi", allowed=only("Mục"), default="Mục",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Từ “Mục”, “Tiểu mục” và số thứ tự của mục, tiểu mục")
MUC_CANH = TextFact(
    id="muc.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Từ “Mục”, “Tiểu mục” và số thứ tự của mục, tiểu mục được trình bày trên một dòng riêng, canh giữa")
MUC_SO = TextFact(
    id="muc.so", allowed=only("Ả Rập"), default="Ả Rập",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Số thứ tự của mục, tiểu mục dùng chữ số Ả Rập")
MUC_TIEU_DE = ChuFact(
    id="muc.tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Tiêu đề của mục, tiểu mục được trình bày ngay dưới, canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến "
          "14, kiểu chữ đứng, đậm")
TIEU_MUC = ChuFact(
    id="tieu_muc", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=MUC.source, quote=MUC.quote)
TIEU_MUC_TEXT = TextFact(
    id="tieu_muc.loi", allowed=only("Tiểu mục"), default="Tiểu mục",
    source=MUC_TEXT.source, quote=MUC_TEXT.quote)
TIEU_MUC_CANH = TextFact(
    id="tieu_muc.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=MUC_CANH.source, quote=MUC_CANH.quote)
TIEU_MUC_SO = TextFact(
    id="tieu_muc.so", allowed=only("Ả Rập"), default="Ả Rập", source=MUC_SO.source, quote=MUC_SO.quote)
TIEU_MUC_TIEU_DE = ChuFact(
    id="tieu_muc.tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=MUC_TIEU_DE.source, quote=MUC_TIEU_DE.quote)
# "I. NHỮNG KẾT QUẢ…", number and title together: the usual form of a Kế hoạch or Báo cáo.
MUC_LA_MA = ChuFact(
    id="muc_la_ma", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_MAU_CHU}, số thứ tự 6, điểm b",
    quote="- Số thứ tự và tiêu đề của mục | In hoa | 13 - 14 | Đứng, đậm | I. NHỮNG KẾT QUẢ...")
DIEU = ChuFact(
    id="dieu", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False, same_size_as="noi_dung",
    source=f"{_CHINH}, khoản 6, điểm đ; {_MAU_CHU}, số thứ tự 6, điểm a",
    quote="cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng, đậm […] - Điều | In thường | 13 - 14 | Đứng, "
          "đậm")
DIEU_TEXT = TextFact(
    id="dieu.loi", allowed=only("Điều"), default="Điều",
    source=f"{_CHINH}, khoản 6, điểm đ", quote="Từ “Điều”, số thứ tự và tiêu đề của điều")
DIEU_THUT_DONG = LengthFact(
    id="dieu.thut_dong", allowed=_THUT_DONG, default=Mm(Fraction(127, 10)),
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="được trình bày bằng chữ in thường, lùi đầu dòng 1 cm hoặc 1,27 cm")
DIEU_SAU_SO = TextFact(
    id="dieu.sau_so", allowed=only("."), default=".",
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Số thứ tự của điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.)")
KHOAN = ChuFact(
    id="khoan", size=_CO_13_14, default=Pt(14), bold=False, italic=False, caps=False, same_size_as="noi_dung",
    source=f"{_CHINH}, khoản 6, điểm đ; {_MAU_CHU}, số thứ tự 6, điểm a",
    quote="cỡ chữ số bằng cỡ chữ của phần lời văn, kiểu chữ đứng. […] - Khoản | In thường | 13 - 14 | Đứng |")
KHOAN_SAU_SO = TextFact(
    id="khoan.sau_so", allowed=only("."), default=".",
    source=f"{_CHINH}, khoản 6, điểm đ",
    quote="Số thứ tự các khoản trong mỗi mục dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.)")
KHOAN_CO_TIEU_DE = ChuFact(
    id="khoan_co_tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    same_size_as="noi_dung",
    source=f"{_CHINH}, khoản 6, điểm đ; {_MAU_CHU}, số thứ tự 6, điểm b",
    quote="số thứ tự và tiêu đề của khoản được trình bày trên một dòng riêng, bằng chữ in thường, cỡ chữ "
          "bằng cỡ chữ của phần lời văn, kiểu chữ đứng, đậm […] Trường hợp có tiêu đề | In thường | 13 - 14 "
          "| Đứng, đậm")
DIEM = ChuFact(
    id="diem", size=_CO_13_14, default=Pt(14), bold=False, italic=False, caps=False, same_size_as="noi_dung",
    source=f"{_CHINH}, khoản 6, điểm đ; {_MAU_CHU}, số thứ tự 6, điểm a",
    quote="bằng chữ in thường, cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng. […] - Điểm | In thường | "
          "13 - 14 | Đứng |")
DIEM_SAU_CHU = TextFact(
    id="diem.sau_chu", allowed=only(")"), default=")",
    source=f"{_CHINH}, khoản 6, điểm đ; {_MAU_CHU}, số thứ tự 6, điểm a",
    quote="dùng các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn […] "
          "a) Đối với")

# --- 7. Chức vụ, họ tên và chữ ký ---------------------------------------------------------------------------

QUYEN_HAN = ChuFact(
    id="quyen_han", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_CHINH}, khoản 7, điểm đ",
    quote="các chữ viết tắt quyền hạn như: “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.” và quyền hạn chức vụ của người "
          "ký được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
CHUC_VU = ChuFact(
    id="chuc_vu", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_MAU_CHU}, số thứ tự 7", quote="- Chức vụ của người ký | In hoa | 13 - 14 | Đứng, đậm")
HO_TEN = ChuFact(
    id="ho_ten", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_CHINH}, khoản 7, điểm đ",
    quote="bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, được đặt canh giữa quyền hạn, chức "
          "vụ của người ký")
HO_TEN_CANH = TextFact(
    id="ho_ten.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_CHINH}, khoản 7, điểm đ", quote="được đặt canh giữa quyền hạn, chức vụ của người ký")
QUYEN_HAN_VIET_TAT = ListFact(
    id="quyen_han.viet_tat", members=("TM.", "Q.", "KT.", "TL.", "TUQ."),
    source=f"{_CHINH}, khoản 7, điểm đ", quote="“TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”")
QUYEN_HAN_TM = TextFact(
    id="quyen_han.tm", allowed=only("TM."), default="TM.",
    source=f"{_CHINH}, khoản 7, điểm b",
    quote="ký thay mặt tập thể thì phải ghi chữ viết tắt “TM.” vào trước tên tập thể lãnh đạo hoặc tên cơ "
          "quan, tổ chức")
QUYEN_HAN_Q = TextFact(
    id="quyen_han.q", allowed=only("Q."), default="Q.",
    source=f"{_CHINH}, khoản 7, điểm b",
    quote="được giao quyền cấp trưởng thì phải ghi chữ viết tắt “Q.” vào trước chức vụ của người đứng đầu "
          "cơ quan, tổ chức")
QUYEN_HAN_KT = TextFact(
    id="quyen_han.kt", allowed=only("KT."), default="KT.",
    source=f"{_CHINH}, khoản 7, điểm b",
    quote="ký thay người đứng đầu cơ quan, tổ chức thì phải ghi chữ viết tắt “KT.” vào trước chức vụ của "
          "người đứng đầu")
QUYEN_HAN_TL = TextFact(
    id="quyen_han.tl", allowed=only("TL."), default="TL.",
    source=f"{_CHINH}, khoản 7, điểm b",
    quote="ký thừa lệnh thì phải ghi chữ viết tắt “TL.” vào trước chức vụ của người đứng đầu cơ quan, tổ "
          "chức")
QUYEN_HAN_TUQ = TextFact(
    id="quyen_han.tuq", allowed=only("TUQ."), default="TUQ.",
    source=f"{_CHINH}, khoản 7, điểm b",
    quote="ký thừa uỷ quyền thì phải ghi chữ viết tắt “TUQ.” vào trước chức vụ của người đứng đầu cơ quan, "
          "tổ chức")
CHU_KY_SO_MAU = TextFact(
    id="chu_ky_so.mau", allowed=only("xanh"), default="xanh",
    source=f"{_CHINH}, khoản 7, điểm d",
    quote="hình ảnh chữ ký của người có thẩm quyền trên văn bản giấy, màu xanh")

# --- 8. Dấu, chữ ký số --------------------------------------------------------------------------------------

DAU_MAU = TextFact(
    id="dau.mau", allowed=only("đỏ"), default="đỏ",
    source=f"{_CHINH}, khoản 8, điểm a",
    quote="hình ảnh dấu của cơ quan, tổ chức ban hành văn bản trên văn bản, màu đỏ")
# Of the signature's image, over its left side.
DAU_TRUM = RatioFact(
    id="dau.trum", allowed=only(Fraction(1, 3)), default=Fraction(1, 3),
    source=f"{_CHINH}, khoản 8, điểm a",
    quote="trùm lên khoảng 1/3 hình ảnh chữ ký số của người có thẩm quyền về bên trái")
THONG_TIN_KY_SO = ChuFact(
    id="thong_tin_ky_so", size=only(Pt(10)), default=Pt(10), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 8, điểm b", quote="chữ in thường, kiểu chữ đứng, cỡ chữ 10, màu đen")
THONG_TIN_KY_SO_VI_TRI = TextFact(
    id="thong_tin_ky_so.vi_tri", allowed=only("Góc trên, bên phải"), default="Góc trên, bên phải",
    source=f"{_CHINH}, khoản 8, điểm b", quote="Góc trên, bên phải, trang đầu của văn bản kèm theo")

# --- 9. Nơi nhận --------------------------------------------------------------------------------------------

KINH_GUI = ChuFact(
    id="kinh_gui", size=_CO_13_14, default=Pt(14), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="Từ “Kính gửi” và tên các cơ quan, tổ chức hoặc cá nhân nhận văn bản được trình bày bằng chữ in "
          "thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng")
KINH_GUI_TEXT = TextFact(
    id="kinh_gui.loi", allowed=only("Kính gửi:"), default="Kính gửi:",
    source=f"{_MAU_CHU}, số thứ tự 8, điểm a", quote="Kính gửi: Bộ Nội vụ")
# From this many addressees on, each has a line of its own.
KINH_GUI_XUONG_DONG_TU = CountFact(
    id="kinh_gui.xuong_dong_tu", allowed=only(2), default=2,
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="trường hợp văn bản gửi cho hai cơ quan, tổ chức hoặc cá nhân trở lên thì xuống dòng")
KINH_GUI_DAU_DONG = TextFact(
    id="kinh_gui.dau_dong", allowed=only("-"), default="-",
    source=f"{_CHINH}, khoản 9, điểm d", quote="được trình bày trên một dòng riêng, đầu dòng có gạch đầu dòng (-)")
KINH_GUI_CUOI_DONG = TextFact(
    id="kinh_gui.cuoi_dong", allowed=only(";"), default=";",
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="đầu dòng có gạch đầu dòng (-), cuối dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.)")
KINH_GUI_CUOI_CUNG = TextFact(
    id="kinh_gui.cuoi_cung", allowed=only("."), default=".",
    source=KINH_GUI_CUOI_DONG.source, quote="cuối dòng cuối cùng có dấu chấm (.)")
NOI_NHAN = ChuFact(
    id="noi_nhan", size=only(Pt(12)), default=Pt(12), bold=True, italic=True, caps=False,
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="sau có dấu hai chấm (:), bằng chữ in thường, cỡ chữ 12, kiểu chữ nghiêng, đậm")
NOI_NHAN_TEXT = TextFact(
    id="noi_nhan.loi", allowed=only("Nơi nhận:"), default="Nơi nhận:",
    source=f"{_MAU_CHU}, số thứ tự 8, điểm b", quote="Nơi nhận: (đối với công văn)")
NOI_NHAN_DANH_SACH = ChuFact(
    id="noi_nhan.danh_sach", size=only(Pt(11)), default=Pt(11), bold=False, italic=False, caps=False,
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="phần liệt kê các cơ quan, tổ chức, đơn vị và cá nhân nhận văn bản được trình bày bằng chữ in "
          "thường, cỡ chữ 11, kiểu chữ đứng")
NOI_NHAN_DAU_DONG = TextFact(
    id="noi_nhan.dau_dong", allowed=only("-"), default="-",
    source=f"{_CHINH}, khoản 9, điểm d", quote="đầu dòng có gạch đầu dòng (-) sát lề trái")
NOI_NHAN_CUOI_DONG = TextFact(
    id="noi_nhan.cuoi_dong", allowed=only(";"), default=";",
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="đầu dòng có gạch đầu dòng (-) sát lề trái, cuối dòng có dấu chấm phẩy (;)")
NOI_NHAN_CUOI_CUNG = TextFact(
    id="noi_nhan.cuoi_cung", allowed=only("."), default=".",
    source=f"{_CHINH}, khoản 9, điểm d", quote="và số lượng bản lưu, cuối cùng là dấu chấm (.)")
NHU_TREN_TEXT = TextFact(
    id="noi_nhan.nhu_tren", allowed=only("Như trên"), default="Như trên",
    source=f"{_CHINH}, khoản 9, điểm b", quote="phía dưới là từ “Như trên”")
LUU_TEXT = TextFact(
    id="luu.loi", allowed=only("Lưu:"), default="Lưu:",
    source=f"{_MAU_CHU}, số thứ tự 8, điểm b", quote="- Lưu: VT, TCCB.")
LUU_VAN_THU = TextFact(
    id="luu.van_thu", allowed=only("VT"), default="VT",
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="dòng cuối cùng bao gồm chữ “Lưu” sau có dấu hai chấm (:), tiếp theo là chữ viết tắt “VT”")
LUU_SAU_VAN_THU = TextFact(
    id="luu.sau_van_thu", allowed=only(","), default=",",
    source=f"{_CHINH}, khoản 9, điểm d",
    quote="chữ viết tắt “VT”, dấu phẩy (,), chữ viết tắt tên đơn vị (hoặc bộ phận) soạn thảo văn bản và số "
          "lượng bản lưu")

# --- Các thành phần khác ------------------------------------------------------------------------------------

PHU_LUC = ChuFact(
    id="phu_luc", size=only(Pt(14)), default=Pt(14), bold=True, italic=False, caps=False,
    source=f"{_KHAC}, khoản 1, điểm b",
    quote="Từ “Phụ lục” và số thứ tự của Phụ lục được trình bày thành một dòng riêng, canh giữa, bằng chữ "
          "in thường, cỡ chữ 14, kiểu chữ đứng, đậm")
PHU_LUC_TEXT = TextFact(
    id="phu_luc.loi", allowed=only("Phụ lục"), default="Phụ lục",
    source=f"{_KHAC}, khoản 1, điểm b", quote="Từ “Phụ lục” và số thứ tự của Phụ lục")
PHU_LUC_CANH = TextFact(
    id="phu_luc.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_KHAC}, khoản 1, điểm b",
    quote="Từ “Phụ lục” và số thứ tự của Phụ lục được trình bày thành một dòng riêng, canh giữa")
# From this many appendices on, each carries a Roman numeral.
PHU_LUC_DANH_SO_TU = CountFact(
    id="phu_luc.danh_so_tu", allowed=only(2), default=2,
    source=f"{_KHAC}, khoản 1, điểm a",
    quote="Văn bản có từ hai Phụ lục trở lên thì các Phụ lục phải được đánh số thứ tự bằng chữ số La Mã")
PHU_LUC_SO = TextFact(
    id="phu_luc.so", allowed=only("La Mã"), default="La Mã",
    source=f"{_KHAC}, khoản 1, điểm a", quote="các Phụ lục phải được đánh số thứ tự bằng chữ số La Mã")
PHU_LUC_SO_TRANG_RIENG = FlagFact(
    id="phu_luc.so_trang_rieng", default=True,
    source=f"{_KHAC}, khoản 1, điểm đ", quote="Số trang của Phụ lục được đánh số riêng theo từng Phụ lục")
PHU_LUC_TIEU_DE = ChuFact(
    id="phu_luc.tieu_de", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_KHAC}, khoản 1, điểm b",
    quote="tên Phụ lục (nếu có) được trình bày canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ "
          "đứng, đậm")
PHU_LUC_TIEU_DE_CANH = TextFact(
    id="phu_luc.tieu_de.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_KHAC}, khoản 1, điểm b", quote="tên Phụ lục (nếu có) được trình bày canh giữa")
KEM_THEO = ChuFact(
    id="kem_theo", size=_CO_13_14, default=Pt(13), bold=False, italic=True, caps=False,
    source=f"{_KHAC}, khoản 1, điểm c",
    quote="canh giữa phía dưới tên của Phụ lục, chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng")
KEM_THEO_TEXT = TextFact(
    id="kem_theo.loi", allowed=only("Kèm theo"), default="Kèm theo",
    source=f"{_KHAC}, khoản 1, điểm c", quote="(Kèm theo văn bản số …/…-… ngày …. tháng ….năm ….)")
KEM_THEO_CANH = TextFact(
    id="kem_theo.canh", allowed=only(CANH_GIUA), default=CANH_GIUA,
    source=f"{_KHAC}, khoản 1, điểm c",
    quote="Thông tin chỉ dẫn kèm theo văn bản được canh giữa phía dưới tên của Phụ lục")

DO_KHAN = ChuFact(
    id="do_khan", size=_CO_13_14, default=Pt(13), bold=True, italic=False, caps=True,
    source=f"{_KHAC}, khoản 2, điểm b",
    quote="trình bày bằng chữ in hoa, phông chữ Times New Roman, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
DO_KHAN_MAU = TextFact(
    id="do_khan.mau", allowed=only("đỏ tươi"), default="đỏ tươi",
    source=f"{_KHAC}, khoản 2, điểm b", quote="Mực để đóng dấu chỉ mức độ khẩn dùng màu đỏ tươi")
# The decree gives sizes and words in the same order; it writes HOẢ in its text, HỎA in its samples.
DO_KHAN_HOA_TOC = KhungFact(
    id="do_khan.hoa_toc", text=OneOf(("HOẢ TỐC", "HỎA TỐC")), default="HỎA TỐC", width=Mm(30), height=Mm(8),
    source=f"{_KHAC}, khoản 2, điểm b; {_MAU_CHU}, số thứ tự 10",
    quote="có kích thước 30 mm x 8 mm, 40 mm x 8 mm và 20 mm x 8 mm, trên đó các từ “HOẢ TỐC”, “THƯỢNG "
          "KHẨN” và “KHẨN” […] HỎA TỐC")
DO_KHAN_THUONG_KHAN = KhungFact(
    id="do_khan.thuong_khan", text=only("THƯỢNG KHẨN"), default="THƯỢNG KHẨN", width=Mm(40), height=Mm(8),
    source=f"{_KHAC}, khoản 2, điểm b",
    quote="có kích thước 30 mm x 8 mm, 40 mm x 8 mm và 20 mm x 8 mm, trên đó các từ “HOẢ TỐC”, “THƯỢNG "
          "KHẨN” và “KHẨN”")
DO_KHAN_KHAN = KhungFact(
    id="do_khan.khan", text=only("KHẨN"), default="KHẨN", width=Mm(20), height=Mm(8),
    source=f"{_KHAC}, khoản 2, điểm b",
    quote="có kích thước 30 mm x 8 mm, 40 mm x 8 mm và 20 mm x 8 mm, trên đó các từ “HOẢ TỐC”, “THƯỢNG "
          "KHẨN” và “KHẨN”")
PHAM_VI_LUU_HANH = ChuFact(
    id="pham_vi_luu_hanh", size=_CO_13_14, default=Pt(13), bold=True, italic=False, caps=True,
    source=f"{_KHAC}, khoản 2, điểm c",
    quote="bằng chữ in hoa, phông chữ Times New Roman, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
# Examples ("như"), not a closed list.
PHAM_VI_LUU_HANH_VI_DU = ListFact(
    id="pham_vi_luu_hanh.vi_du", members=("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"),
    source=f"{_KHAC}, khoản 2, điểm c",
    quote="các chỉ dẫn về phạm vi lưu hành như “XEM XONG TRẢ LẠI”, “LƯU HÀNH NỘI BỘ”")
KY_HIEU_NGUOI_SOAN = ChuFact(
    id="ky_hieu_nguoi_soan", size=only(Pt(11)), default=Pt(11), bold=False, italic=False, caps=True,
    source=f"{_KHAC}, khoản 3",
    quote="ký hiệu bằng chữ in hoa, số lượng bản bằng chữ số Ả Rập, cỡ chữ 11, kiểu chữ đứng")
DIA_CHI = ChuFact(
    id="dia_chi", size=_CO_11_12, default=Pt(11), bold=False, italic=False, caps=False,
    source=f"{_KHAC}, khoản 4", quote="bằng chữ in thường, cỡ chữ từ 11 đến 12, kiểu chữ đứng")
# Of the width of the text area.
DIA_CHI_KE = RatioFact(
    id="dia_chi.ke", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_KHAC}, khoản 4",
    quote="dưới một đường kẻ nét liền kéo dài hết chiều ngang của vùng trình bày văn bản")

# --- Bản sao ------------------------------------------------------------------------------------------------

HINH_THUC_SAO = ChuFact(
    id="hinh_thuc_sao", size=_CO_13_14, default=Pt(14), bold=True, italic=False, caps=True,
    source=f"{_SAO_GIAY}, khoản 2, điểm b",
    quote="được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm")
HINH_THUC_SAO_LOI = ListFact(
    id="hinh_thuc_sao.loi", members=("SAO Y", "SAO LỤC", "TRÍCH SAO"),
    source=f"{_SAO_GIAY}, khoản 1, điểm a", quote="“SAO Y” hoặc “SAO LỤC” hoặc “TRÍCH SAO”")
# Of the width of the text area.
BAN_SAO_KE = RatioFact(
    id="ban_sao.ke", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_SAO_GIAY}, khoản 2, điểm a",
    quote="dưới một đường kẻ nét liền, kéo dài hết chiều ngang của vùng trình bày văn bản")
BAN_SAO_DIEN_TU_DPI = CountFact(
    id="ban_sao_dien_tu.dpi", allowed=AtLeast(200), default=200,
    source=f"{_SAO_DIEN_TU}, khoản 2, điểm c", quote="Độ phân giải tối thiểu: 200dpi")
BAN_SAO_DIEN_TU_TY_LE = RatioFact(
    id="ban_sao_dien_tu.ty_le", allowed=only(Fraction(1)), default=Fraction(1),
    source=f"{_SAO_DIEN_TU}, khoản 2, điểm d", quote="Tỷ lệ số hóa: 100%")
BAN_SAO_DIEN_TU_THONG_TIN = ChuFact(
    id="ban_sao_dien_tu.thong_tin", size=only(Pt(10)), default=Pt(10), bold=False, italic=False, caps=False,
    source=f"{_SAO_DIEN_TU}, khoản 3, điểm c", quote="chữ in thường, kiểu chữ đứng, cỡ chữ 10, màu đen")

ALL = collect_facts(globals())
"""Every fact of this decree by its id, in the order of the table."""
