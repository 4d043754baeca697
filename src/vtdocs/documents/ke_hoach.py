"""The plan (Mẫu 1.4): head, titles, bases and opening, body, closing, signature, recipients, appendices."""

from __future__ import annotations

from vtdocs.components.bang import build_bang
from vtdocs.components.can_cu import build_can_cu
from vtdocs.components.chu_ky import build_chu_ky
from vtdocs.components.co_quan_ban_hanh import build_co_quan_ban_hanh
from vtdocs.components.dia_danh_thoi_gian import (
    build_dia_danh_thoi_gian,
    build_nam,
    build_ngay,
    build_thang,
)
from vtdocs.components.noi_dung import build_noi_dung, build_prose, close_content
from vtdocs.components.noi_nhan import build_noi_nhan
from vtdocs.components.phu_luc import Source, build_dau_phu_luc
from vtdocs.components.quoc_hieu import build_quoc_hieu
from vtdocs.components.so_ky_hieu import build_ky_hieu, build_so
from vtdocs.components.ten_loai_trich_yeu import build_ten_loai_trich_yeu
from vtdocs.model import KeHoach, NgayThang
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.tree import Appendix, Document, Frame, Paragraph, Properties

__all__ = ["build_ke_hoach"]


def build_ke_hoach(plan: KeHoach) -> Document:
    """Make the tree of a plan."""
    loai = LOAI_VAN_BAN["ke_hoach"]
    body = close_content((*build_prose(plan.mo_dau), *build_noi_dung(plan.noi_dung), *build_prose(plan.ket_thuc)))
    return Document(
        properties=_build_properties(plan, loai),
        frame=_build_frame(plan, loai),
        body=(*build_can_cu(plan.can_cu), *body),
        appendices=_build_appendices(plan, loai),
    )


def _build_properties(plan: KeHoach, loai: LoaiVanBan) -> Properties:
    about = " ".join(plan.trich_yeu.split())
    return Properties(f"{loai.ten} {about}", about, plan.co_quan.ten, _iso_date(plan.ngay_ban_hanh))


def _iso_date(date: NgayThang) -> str:
    return f"{date.nam:04}-{date.thang:02}-{date.ngay:02}" if date.is_complete else ""


def _build_frame(plan: KeHoach, loai: LoaiVanBan) -> Frame:
    empty: tuple[Paragraph, ...] = ()
    return Frame(
        tags={
            "so": build_so(plan.so),
            "ky_hieu": build_ky_hieu(loai, plan.co_quan),
        },
        slots={
            "co_quan": build_co_quan_ban_hanh(plan.co_quan),
            "quoc_hieu": build_quoc_hieu(),
            "dia_danh_thoi_gian": (build_dia_danh_thoi_gian(plan.co_quan.dia_danh, plan.ngay_ban_hanh),),
            "trich_yeu_cong_van": empty,
            "ten_loai": build_ten_loai_trich_yeu(loai, plan.trich_yeu),
            "kinh_gui": empty,
            "noi_nhan": build_noi_nhan(plan.noi_nhan, plan.luu),
            "nguoi_ky": build_chu_ky(plan.nguoi_ky),
        },
    )


def _build_appendices(plan: KeHoach, loai: LoaiVanBan) -> tuple[Appendix, ...]:
    if not plan.phu_luc:
        return ()
    date = plan.ngay_ban_hanh
    source = Source(
        loai=loai.ten,
        so=build_so(plan.so),
        ky_hieu=build_ky_hieu(loai, plan.co_quan).text,
        ngay=build_ngay(date),
        thang=build_thang(date),
        nam=build_nam(date),
        co_quan=plan.co_quan.ten,
    )
    numbered = len(plan.phu_luc) >= nd30.PHU_LUC_DANH_SO_TU.default
    appendices = []
    for place, phu_luc in enumerate(plan.phu_luc, 1):
        head = build_dau_phu_luc(phu_luc, place if numbered else None, source)
        appendices.append(Appendix(head, tuple(map(build_bang, phu_luc.bang))))
    return tuple(appendices)
