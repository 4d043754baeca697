"""Numbers of good custom that the decree does not give, each with where it was seen; the law is in `nd30`.

A house template may choose otherwise, and the checker never calls a departure from these an error.
"""

# fmt: off
# A table, one row a practice.
from __future__ import annotations

from fractions import Fraction

from vtdocs.standards.base import AtLeast, Between, Practice, collect_practices
from vtdocs.units import Mm, Pt, Twips

_THE_HIEN = "kế hoạch mẫu của UBND xã Vĩnh Thông, thống nhất giữa hai người soạn thảo"
_MAU_ND30 = "30/2020/NĐ-CP, Phụ lục III"
_KHAO_SAT = "khảo sát 300 văn bản"

# --- Trang --------------------------------------------------------------------------------------------------

# From the edge of the paper; the decree's own Word file has the same.
CACH_MEP_SO_TRANG = Practice(
    id="trang.cach_mep_so_trang", value=Mm(10), seen=f"{_THE_HIEN}; tệp Word của Nghị định")
CACH_MEP_CHAN_TRANG = Practice(
    id="trang.cach_mep_chan_trang", value=Mm(10), seen=f"{_THE_HIEN}; tệp Word của Nghị định")
MAU_DEN_RGB = Practice(id="trang.mau_den_rgb", value="000000", seen="màu đen của nd30.MAU_CHU trong RGB")
# The decree is silent about the first page of an appendix; by analogy with page one of the paper.
PHU_LUC_AN_SO_TRANG_DAU = Practice(
    id="phu_luc.an_so_trang_dau", value=True, seen="suy từ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 7")

# Sheets are cut with this tolerance, and programs write A4 as 595 x 842 pt, 8,27 x 11,69 inch and the like.
DUNG_SAI_KHO_GIAY = Practice(id="trang.dung_sai_kho_giay", value=Mm(2), seen="ISO 216: dung sai của khổ giấy")
# Half of what a field of Word shows in inches: 1,18 inch is meant for 30 mm.
DUNG_SAI_LE = Practice(
    id="trang.dung_sai_le", value=Twips(7), seen="ô nhập lề trang của Word làm tròn đến 0,01 inch")
# As dark as this in each of red, green and blue a letter is read as black, though it is not.
GAN_DEN_RGB = Practice(id="trang.gan_den_rgb", value="333333", seen="các màu “Black, Lighter” của Word")

# --- Phần đầu -----------------------------------------------------------------------------------------------

# Of a text area of 160 mm; templates with other margins share their width in the same proportion.
COT_DAU_TRAI = Practice(id="dau.cot_trai", value=Mm(62), seen=_THE_HIEN)
COT_DAU_PHAI = Practice(id="dau.cot_phai", value=Mm(98), seen=_THE_HIEN)
# From the lines under the names to the row of số, ký hiệu and of the date.
DAU_CACH_SO = Practice(id="dau.cach_so", value=Pt(6), seen=_THE_HIEN)
CHO_TRONG_SO = Practice(id="so.cho_trong", value=Mm(12), seen=_THE_HIEN)
CHO_TRONG_NGAY = Practice(id="ngay.cho_trong", value=Mm(8), seen=_THE_HIEN)
CHO_TRONG_THANG = Practice(id="thang.cho_trong", value=Mm(8), seen=_THE_HIEN)
# As wide as four figures of the date line.
CHO_TRONG_NAM = Practice(id="nam.cho_trong", value=Mm(10), seen="suy từ chỗ trống của ngày và tháng")
NET_KE = Practice(id="ke.net", value=Pt(Fraction(3, 4)), seen="nét mặc định của đường kẻ trong Word")

# Of a text line's length: a line is drawn by hand; those of the decree's own samples are up to 12 % too long.
DUNG_SAI_KE = Practice(
    id="ke.dung_sai", value=Fraction(3, 20), seen=f"{_MAU_ND30}, Mẫu 1.1 đến 1.10; đường kẻ vẽ tay")
# Beyond this share of the wanted length anybody sees it without measuring.
KE_SAI_RO = Practice(id="ke.sai_ro", value=Fraction(1, 4), seen="lệch một phần tư thì mắt thường thấy được")
# Two things whose middles differ by less look centred: the width of a word.
DUNG_SAI_CANH_GIUA = Practice(
    id="dau.dung_sai_canh_giua", value=Mm(5), seen="lệch ít hơn một chữ; bảng đầu văn bản kéo cột bằng tay")
DUNG_SAI_CACH_DONG = Practice(
    id="dau.dung_sai_cach_dong", value=Pt(1), seen="khoảng cách dòng làm tròn trong Word")
# Of single spacing: below, letters are cut; above, two lines are seen to stand apart.
GAN_DONG_DON = Practice(
    id="dau.gan_dong_don", value=(Fraction(19, 20), Fraction(23, 20)),
    seen="giãn dòng mặc định của Word là 1,15; dưới 0,95 dấu thanh bị cắt")

TEN_LOAI_TRUOC = Practice(id="ten_loai.truoc", value=Pt(15), allowed=Between(Pt(12), Pt(18)), seen=_THE_HIEN)
# Of single spacing: both lines of the title.
TRICH_YEU_GIAN_DONG = Practice(id="trich_yeu.gian_dong", value=Fraction(1), seen=_THE_HIEN)
TRICH_YEU_SAU = Practice(id="trich_yeu.sau", value=Pt(12), seen=_THE_HIEN)
KINH_GUI_LE = Practice(id="kinh_gui.le", value=Mm(35), seen=f"{_MAU_ND30}, Mẫu 1.5")
KINH_GUI_GACH = Practice(id="kinh_gui.gach", value=Mm(45), seen=f"{_MAU_ND30}, Mẫu 1.5")
# Dashes less far apart than this stand in one line.
DUNG_SAI_THANG_HANG = Practice(
    id="kinh_gui.dung_sai_thang_hang", value=Twips(30), seen="lệch nửa milimét thì mắt thường không thấy")

# --- Nội dung -----------------------------------------------------------------------------------------------

DOAN_SAU = Practice(id="noi_dung.sau", value=Pt(0), seen=f"{_THE_HIEN}; {_KHAO_SAT}: 163 văn bản")
# People set 1.25 cm (709 twips) for 1.27 cm and mean the same.
DUNG_SAI_THUT_DONG = Practice(id="noi_dung.dung_sai_thut_dong", value=Mm(Fraction(3, 10)), seen=_KHAO_SAT)
# Less than a millimetre off: wrong, and nobody sees it in print.
THUT_DONG_GAN = Practice(
    id="noi_dung.thut_dong_gan", value=Twips(56), seen="lệch chưa đến một milimét thì mắt thường không thấy trên giấy")
KET_THUC = Practice(
    id="noi_dung.ket_thuc", value="./.", seen=f"{_MAU_ND30}, Mẫu 1.1 đến 1.10, 2.1, 2.2, 3.1, 3.2")
# Behind the bases of a decision, and of a resolution: the words that its articles begin with.
QUYET_DINH_LOI = Practice(id="quyet_dinh.loi", value="QUYẾT ĐỊNH:", seen=f"{_MAU_ND30}, Mẫu 1.2, 1.3")
QUYET_NGHI_LOI = Practice(id="nghi_quyet.loi", value="QUYẾT NGHỊ:", seen=f"{_MAU_ND30}, Mẫu 1.1")

# --- Chữ ký và nơi nhận -------------------------------------------------------------------------------------

# Of a text area of 160 mm, as the head's.
COT_KY_TRAI = Practice(id="ky.cot_trai", value=Mm(78), seen=_THE_HIEN)
COT_KY_PHAI = Practice(id="ky.cot_phai", value=Mm(82), seen=_THE_HIEN)
# For hand and seal, between chức vụ and họ tên.
CHO_KY = Practice(id="ky.cho_ky", value=Mm(30), seen=_THE_HIEN)
# Rows of text that stay on the page of the signature.
DONG_GIU_CUNG_CHU_KY = Practice(id="ky.dong_giu_cung", value=2, allowed=AtLeast(1), seen=_THE_HIEN)
NOI_NHAN_GIAN_DONG = Practice(id="noi_nhan.gian_dong", value=Fraction(1), seen=_THE_HIEN)

# --- Phụ lục và bảng ----------------------------------------------------------------------------------------

KEM_THEO_KE_DAI = Practice(
    id="kem_theo.ke_dai", value=Mm(30), seen=f"{_MAU_ND30}, Mẫu 2.1 có đường kẻ ngắn; độ dài theo thói quen")
# The decree sets no size for the text of tables.
BANG_CO_CHU = Practice(id="bang.co_chu", value=Pt(13), allowed=Between(Pt(12), Pt(13)), seen=_THE_HIEN)
# Of tables whose words would break otherwise, though the page is turned.
BANG_CO_CHU_NHO = Practice(id="bang.co_chu_nho", value=Pt(11), allowed=Between(Pt(10), Pt(12)), seen=_KHAO_SAT)
# Of tables of so many columns that words and figures would break even in that.
BANG_CO_CHU_RAT_NHO = Practice(
    id="bang.co_chu_rat_nho", value=Pt(9), allowed=Between(Pt(8), Pt(10)),
    seen="biểu mẫu ngang từ 16 cột trở lên, cột hẹp hơn một ngày, tháng, năm ở cỡ 11")
GHI_CHU_CO_CHU = Practice(id="bang.ghi_chu_co_chu", value=Pt(12), allowed=Between(Pt(11), Pt(13)), seen=_KHAO_SAT)
CHU_THICH_CO_CHU = Practice(
    id="chu_thich.co_chu", value=Pt(10), allowed=Between(Pt(10), Pt(12)), seen="cỡ chữ chú thích mặc định của Word")
DON_VI_TINH_LOI = Practice(id="bang.don_vi_tinh_loi", value="Đơn vị tính:", seen=_KHAO_SAT)
BANG_NET = Practice(id="bang.net", value=Pt(Fraction(1, 2)), seen=_THE_HIEN)
# Word lets a table hang out by the padding of its cells, and people pull it a little further.
BANG_THO_RA = Practice(
    id="bang.tho_ra", value=Twips(284), seen="bảng mặc định của Word thò ra lề bằng lề ô; người soạn kéo bảng bằng tay")
# Above and below the text of a cell.
BANG_DEM_DOC = Practice(id="bang.dem_doc", value=Pt(3), seen=_THE_HIEN)
# Left and right of the text of a cell.
BANG_DEM_NGANG = Practice(id="bang.dem_ngang", value=Twips(108), seen="lề ô mặc định của bảng trong Word")
# The same in tables of the small size, whose columns are narrow.
BANG_DEM_NGANG_NHO = Practice(
    id="bang.dem_ngang_nho", value=Twips(57), seen="nửa lề ô mặc định của bảng trong Word, làm tròn đến 1 mm")
BANG_GIAN_DONG = Practice(id="bang.gian_dong", value=Fraction(1), seen=_THE_HIEN)

ALL = collect_practices(globals())
"""Every practice by its id, in the order of the table."""
