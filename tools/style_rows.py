"""The table of styles of the stock Word templates: one row a paragraph style, its values by the decree and custom."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vtdocs.standards import custom, nd30
from vtdocs.standards.base import ChuFact
from vtdocs.tree import Style
from vtdocs.units import Length, Pt, Twips

__all__ = ["END_HEIGHT", "ROWS", "Row"]

# The paragraph that ends a section takes no room at all. It still falls on a page of its own where the signature ends
# that near to the margin, so it is lower than low.
END_HEIGHT = Pt(1)
_END_LINE = Twips(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph style: its name in Word, its type by a fact, its place by the fields that follow.

    One that is `built_in` has the name of Word's own style for the same thing, which Word shows in the user's
    language and takes for what a user adds by hand.
    """

    style: Style
    name: str
    type: ChuFact | None = None
    size: Length | None = None
    based_on: str = "Normal"
    next: Style | None = None
    align: str = ""
    before: Length | None = None
    after: Length | None = None
    line: Fraction | None = None
    exact: Length | None = None
    at_least: Length | None = None
    indent: Length | None = None
    left: Length | None = None
    keep_next: bool = False
    keep_lines: bool = False
    rule: bool = False
    built_in: bool = False


def _heading(style: Style, name: str, type_: ChuFact) -> Row:
    return Row(
        style=style, name=name, type=type_, based_on=Style.NOI_DUNG, next=Style.NOI_DUNG, keep_next=True,
        keep_lines=True,
    )  # fmt: skip


_BODY = Row(
    style=Style.NOI_DUNG, name="Nội dung", type=nd30.NOI_DUNG, align="both", before=nd30.NOI_DUNG_CACH_DOAN.default,
    after=custom.DOAN_SAU.value, line=nd30.NOI_DUNG_GIAN_DONG.default, indent=nd30.NOI_DUNG_THUT_DONG.default,
)  # fmt: skip


def _level(style: Style, name: str, type_: ChuFact) -> Row:
    return Row(style=style, name=name, type=type_, based_on=Style.NOI_DUNG)


def _small(style: Style, name: str, based_on: Style, size: Length = custom.BANG_CO_CHU_NHO.value) -> Row:
    return Row(style=style, name=name, size=size, based_on=based_on)


_CENTRE = "center"
_CELL = custom.BANG_DEM_DOC.value
_TINY = custom.BANG_CO_CHU_RAT_NHO.value

# fmt: off
ROWS = (
    Row(style=Style.QUOC_HIEU, name="Quốc hiệu", type=nd30.QUOC_HIEU, next=Style.TIEU_NGU, align=_CENTRE,
        line=nd30.QUOC_HIEU_GIAN_DONG.default),
    Row(style=Style.TIEU_NGU, name="Tiêu ngữ", type=nd30.TIEU_NGU, align=_CENTRE,
        line=nd30.QUOC_HIEU_GIAN_DONG.default),
    Row(style=Style.CO_QUAN_CHU_QUAN, name="Cơ quan chủ quản", type=nd30.CO_QUAN_CHU_QUAN, align=_CENTRE,
        next=Style.CO_QUAN_BAN_HANH, line=nd30.CO_QUAN_GIAN_DONG.default),
    Row(style=Style.CO_QUAN_BAN_HANH, name="Cơ quan ban hành", type=nd30.CO_QUAN_BAN_HANH, align=_CENTRE,
        line=nd30.CO_QUAN_GIAN_DONG.default),
    Row(style=Style.SO_KY_HIEU, name="Số và ký hiệu", type=nd30.SO, align=_CENTRE, before=custom.DAU_CACH_SO.value),
    Row(style=Style.DIA_DANH_THOI_GIAN, name="Địa danh và thời gian", type=nd30.DIA_DANH_THOI_GIAN, align=_CENTRE,
        before=custom.DAU_CACH_SO.value),
    Row(style=Style.DIA_DANH_THOI_GIAN_DAI, name="Địa danh và thời gian (dài)",
        size=min(nd30.DIA_DANH_THOI_GIAN.size.values), based_on=Style.DIA_DANH_THOI_GIAN),
    Row(style=Style.TRICH_YEU_CONG_VAN, name="Trích yếu công văn", type=nd30.TRICH_YEU_CONG_VAN, align=_CENTRE,
        before=nd30.TRICH_YEU_CONG_VAN_CACH.default, after=custom.TRICH_YEU_SAU.value),
    # Below the line under the trích yếu, or the trích yếu of a letter, which bring room of their own.
    Row(style=Style.KINH_GUI, name="Kính gửi", type=nd30.KINH_GUI, next=Style.KINH_GUI_MUC,
        before=nd30.NOI_DUNG_CACH_DOAN.default, left=custom.KINH_GUI_LE.value),
    Row(style=Style.KINH_GUI_MUC, name="Kính gửi: danh sách", type=nd30.KINH_GUI, left=custom.KINH_GUI_GACH.value),
    Row(style=Style.TEN_LOAI, name="Tên loại", type=nd30.TEN_LOAI, next=Style.TRICH_YEU, align=_CENTRE,
        before=custom.TEN_LOAI_TRUOC.value, keep_next=True),
    Row(style=Style.TRICH_YEU, name="Trích yếu", type=nd30.TRICH_YEU, next=Style.NOI_DUNG, align=_CENTRE,
        line=custom.TRICH_YEU_GIAN_DONG.value, keep_next=True),
    Row(style=Style.DUONG_KE, name="Đường kẻ", rule=True),
    Row(style=Style.DUONG_KE_TRICH_YEU, name="Đường kẻ dưới trích yếu", based_on=Style.DUONG_KE,
        after=custom.TRICH_YEU_SAU.value, rule=True),
    _BODY,
    Row(style=Style.THAM_QUYEN, name="Thẩm quyền ban hành", type=nd30.TEN_LOAI, align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default, keep_next=True),
    Row(style=Style.CAN_CU, name="Căn cứ", type=nd30.CAN_CU, based_on=Style.NOI_DUNG),
    Row(style=Style.SO_PHAN, name="Phần và chương: số", type=nd30.PHAN, align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default * 2, keep_next=True, keep_lines=True, next=Style.TEN_PHAN),
    Row(style=Style.TEN_PHAN, name="Phần và chương: tiêu đề", type=nd30.PHAN_TIEU_DE, align=_CENTRE, keep_next=True,
        keep_lines=True, next=Style.NOI_DUNG),
    _heading(Style.DIEU, "Điều", nd30.DIEU),
    _heading(Style.MUC, "Mục (I.)", nd30.MUC_LA_MA),
    Row(style=Style.MUC_LIEN, name="Mục (I.) liền lời văn", type=nd30.NOI_DUNG, based_on=Style.NOI_DUNG),
    _heading(Style.KHOAN_TIEU_DE, "Khoản có tiêu đề (1.)", nd30.KHOAN_CO_TIEU_DE),
    _heading(Style.TIEU_KHOAN_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.)", nd30.KHOAN_CO_TIEU_DE),
    _heading(Style.TIEU_KHOAN_3_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.1.)", nd30.KHOAN_CO_TIEU_DE),
    _heading(Style.TIEU_KHOAN_4_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.1.1.)", nd30.KHOAN_CO_TIEU_DE),
    _heading(Style.DIEM_TIEU_DE, "Điểm có tiêu đề (a)", nd30.KHOAN_CO_TIEU_DE),
    _level(Style.KHOAN, "Khoản (1.)", nd30.KHOAN),
    _level(Style.TIEU_KHOAN, "Tiểu khoản (1.1.)", nd30.KHOAN),
    _level(Style.DIEM, "Điểm (a)", nd30.DIEM),
    _level(Style.NGOAC, "Số trong ngoặc (1)", nd30.NOI_DUNG),
    _level(Style.SAO, "Dấu sao đầu dòng (*)", nd30.NOI_DUNG),
    _level(Style.GACH, "Gạch đầu dòng (-)", nd30.NOI_DUNG),
    _level(Style.CONG, "Dấu cộng đầu dòng (+)", nd30.NOI_DUNG),
    Row(style=Style.NOI_NHAN, name="Nơi nhận", type=nd30.NOI_NHAN, next=Style.NOI_NHAN_MUC,
        line=custom.NOI_NHAN_GIAN_DONG.value),
    Row(style=Style.NOI_NHAN_MUC, name="Danh sách nơi nhận", type=nd30.NOI_NHAN_DANH_SACH,
        line=custom.NOI_NHAN_GIAN_DONG.value),
    Row(style=Style.QUYEN_HAN_CHUC_VU, name="Quyền hạn và chức vụ", type=nd30.QUYEN_HAN, align=_CENTRE, keep_next=True),
    Row(style=Style.CHO_KY, name="Chỗ ký và đóng dấu", type=nd30.QUYEN_HAN, align=_CENTRE, at_least=custom.CHO_KY.value,
        keep_next=True),
    Row(style=Style.CHUC_VU_KHAC, name="Chức vụ khác của người ký", type=nd30.CHUC_VU, align=_CENTRE, keep_next=True),
    Row(style=Style.HO_TEN, name="Họ tên người ký", type=nd30.HO_TEN, align=_CENTRE),
    Row(style=Style.KET_PHAN, name="Hết phần", size=END_HEIGHT, exact=_END_LINE),
    Row(style=Style.PHU_LUC, name="Phụ lục", type=nd30.PHU_LUC, next=Style.TEN_PHU_LUC, align=_CENTRE, keep_next=True),
    Row(style=Style.TEN_PHU_LUC, name="Tên phụ lục", type=nd30.PHU_LUC_TIEU_DE, align=_CENTRE, keep_next=True),
    Row(style=Style.KEM_THEO, name="Kèm theo văn bản", type=nd30.KEM_THEO, align=_CENTRE, keep_next=True),
    Row(style=Style.DUONG_KE_PHU_LUC, name="Đường kẻ đầu phụ lục", based_on=Style.DUONG_KE,
        after=custom.TRICH_YEU_SAU.value, keep_next=True, rule=True),
    Row(style=Style.BANG_TIEU_DE, name="Bảng: tiêu đề cột", type=nd30.KHOAN_CO_TIEU_DE, size=custom.BANG_CO_CHU.value,
        align=_CENTRE, before=_CELL, after=_CELL, line=custom.BANG_GIAN_DONG.value, keep_next=True),
    Row(style=Style.BANG_TRAI, name="Bảng: nội dung", size=custom.BANG_CO_CHU.value, before=_CELL, after=_CELL,
        line=custom.BANG_GIAN_DONG.value),
    Row(style=Style.BANG_GIUA, name="Bảng: nội dung canh giữa", size=custom.BANG_CO_CHU.value, align=_CENTRE,
        before=_CELL, after=_CELL, line=custom.BANG_GIAN_DONG.value),
    Row(style=Style.BANG_PHAI, name="Bảng: nội dung canh phải", size=custom.BANG_CO_CHU.value, align="right",
        before=_CELL, after=_CELL, line=custom.BANG_GIAN_DONG.value),
    Row(style=Style.BANG_SO, name="Bảng: số liệu", based_on=Style.BANG_PHAI),
    _small(Style.BANG_TIEU_DE_NHO, "Bảng: tiêu đề cột (nhỏ)", Style.BANG_TIEU_DE),
    _small(Style.BANG_TRAI_NHO, "Bảng: nội dung (nhỏ)", Style.BANG_TRAI),
    _small(Style.BANG_GIUA_NHO, "Bảng: nội dung canh giữa (nhỏ)", Style.BANG_GIUA),
    _small(Style.BANG_PHAI_NHO, "Bảng: nội dung canh phải (nhỏ)", Style.BANG_PHAI),
    _small(Style.BANG_SO_NHO, "Bảng: số liệu (nhỏ)", Style.BANG_SO),
    _small(Style.BANG_TIEU_DE_RAT_NHO, "Bảng: tiêu đề cột (rất nhỏ)", Style.BANG_TIEU_DE, _TINY),
    _small(Style.BANG_TRAI_RAT_NHO, "Bảng: nội dung (rất nhỏ)", Style.BANG_TRAI, _TINY),
    _small(Style.BANG_GIUA_RAT_NHO, "Bảng: nội dung canh giữa (rất nhỏ)", Style.BANG_GIUA, _TINY),
    _small(Style.BANG_PHAI_RAT_NHO, "Bảng: nội dung canh phải (rất nhỏ)", Style.BANG_PHAI, _TINY),
    _small(Style.BANG_SO_RAT_NHO, "Bảng: số liệu (rất nhỏ)", Style.BANG_SO, _TINY),
    Row(style=Style.TEN_BANG, name="Tên bảng", type=nd30.KHOAN_CO_TIEU_DE, align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default, after=custom.BANG_DEM_DOC.value, keep_next=True, keep_lines=True),
    Row(style=Style.DON_VI_TINH, name="Đơn vị tính của bảng", type=nd30.KEM_THEO, size=custom.BANG_CO_CHU.value,
        align="right", after=custom.BANG_DEM_DOC.value, keep_next=True),
    Row(style=Style.GHI_CHU_BANG, name="Ghi chú dưới bảng", type=nd30.KEM_THEO, size=custom.GHI_CHU_CO_CHU.value,
        align="both", before=custom.BANG_DEM_DOC.value),
    Row(style=Style.HINH, name="Hình", align=_CENTRE, before=nd30.NOI_DUNG_CACH_DOAN.default),
    Row(style=Style.TEN_HINH, name="Tên hình", type=nd30.KEM_THEO, size=custom.BANG_CO_CHU.value, align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default, after=nd30.NOI_DUNG_CACH_DOAN.default, keep_lines=True),
    Row(style=Style.CHU_THICH, name="footnote text", type=nd30.NOI_DUNG, size=custom.CHU_THICH_CO_CHU.value,
        align="both", built_in=True),
    Row(style=Style.SO_TRANG, name="Số trang", type=nd30.SO_TRANG, align=_CENTRE),
)
# fmt: on
