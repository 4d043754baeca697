"""A document of any kind: head, titles, addressees, bases, body, signature, recipients, appendices.

Named kinds follow Mẫu 1.4 of Phụ lục III, decisions and resolutions Mẫu 1.1 to 1.3, letters Mẫu 1.5.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from vtdocs.components.ket_thuc import close_content
from vtdocs.components.kinh_gui import build_kinh_gui
from vtdocs.components.noi_dung import build_noi_dung, build_prose
from vtdocs.components.noi_nhan import build_noi_nhan
from vtdocs.components.phu_luc import Source, build_dau_phu_luc, name_issuer
from vtdocs.components.quoc_hieu import build_quoc_hieu
from vtdocs.components.quyet_dinh import build_loi_quyet_dinh, build_tham_quyen, drop_words
from vtdocs.components.so_ky_hieu import build_ky_hieu, build_so
from vtdocs.components.ten_loai_trich_yeu import build_ten_loai_trich_yeu, build_trich_yeu_cong_van
from vtdocs.errors import WriteError
from vtdocs.model import NgayThang, VanBan
from vtdocs.model.totals import MOST_CELLS, MOST_NOTES, MOST_PICTURE_BYTES, Totals, count_totals
from vtdocs.outline import Reference
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.tree import Appendix, Block, Document, Frame, Properties

from .references import build_named_blocks

__all__ = ["build_document"]


def build_document(van_ban: VanBan) -> Document:
    """Make the tree of a document.

    Raises WriteError for a kind that the decree does not have, and for lines that name a table or a picture that
    the document does not have.
    """
    loai = LOAI_VAN_BAN.get(van_ban.loai)
    if loai is None:
        message = f"không có loại văn bản “{van_ban.loai}”"
        raise WriteError.one("VT-310", message, hint=f"các loại có: {', '.join(LOAI_VAN_BAN)}")
    totals = count_totals(van_ban)
    _check_totals(totals)
    named = build_named_blocks(van_ban, totals.references)
    return Document(
        properties=_build_properties(van_ban, loai),
        frame=_build_frame(van_ban, loai),
        body=_build_body(van_ban, loai, named),
        appendices=_build_appendices(van_ban, loai, named),
    )


def _check_totals(totals: Totals) -> None:
    """Refuse what no loader has looked at, and no file of Word bears."""
    for count, most, what, hint in (
        (totals.notes, MOST_NOTES, "chú thích", "bớt chú thích, hoặc tách thành nhiều văn bản"),
        (totals.cells, MOST_CELLS, "ô bảng", "bớt hàng, hoặc tách thành nhiều văn bản"),
        (totals.picture_bytes, MOST_PICTURE_BYTES, "byte ảnh", "giảm cỡ ảnh, hoặc tách thành nhiều văn bản"),
    ):
        if count > most:
            dotted = [f"{number:,}".replace(",", ".") for number in (count, most)]
            raise WriteError.one("VT-313", f"văn bản có {dotted[0]} {what}, nhiều nhất là {dotted[1]}", hint=hint)


def _build_properties(van_ban: VanBan, loai: LoaiVanBan) -> Properties:
    about = " ".join(van_ban.trich_yeu.split())
    return Properties(f"{loai.ten} {about}", about, van_ban.co_quan.ten, _iso_date(van_ban.ngay_ban_hanh))


def _iso_date(date: NgayThang) -> str:
    return f"{date.nam:04}-{date.thang:02}-{date.ngay:02}" if date.is_complete else ""


def _build_frame(van_ban: VanBan, loai: LoaiVanBan) -> Frame:
    return Frame(
        tags={
            "so": build_so(van_ban.so),
            "ky_hieu": build_ky_hieu(loai, van_ban),
        },
        slots={
            "co_quan": build_co_quan_ban_hanh(van_ban.co_quan),
            "quoc_hieu": build_quoc_hieu(),
            "dia_danh_thoi_gian": (build_dia_danh_thoi_gian(van_ban.co_quan.dia_danh, van_ban.ngay_ban_hanh),),
            "trich_yeu_cong_van": () if loai.co_ten else build_trich_yeu_cong_van(van_ban.trich_yeu),
            "ten_loai": build_ten_loai_trich_yeu(loai, van_ban.trich_yeu) if loai.co_ten else (),
            "kinh_gui": build_kinh_gui(van_ban.kinh_gui),
            "noi_nhan": build_noi_nhan(van_ban.noi_nhan, van_ban.luu, kinh_gui=bool(van_ban.kinh_gui)),
            "nguoi_ky": build_chu_ky(van_ban.nguoi_ky),
        },
    )


def _build_body(van_ban: VanBan, loai: LoaiVanBan, named: Mapping[Reference, Block]) -> tuple[Block, ...]:
    """Make bases, opening, body and closing; a decision says by whose authority, and where its articles begin."""
    words = loai.loi
    authority = van_ban.tham_quyen or (van_ban.co_quan.ten if words else None)
    head = (*((build_tham_quyen(authority),) if authority else ()), *build_can_cu(van_ban.can_cu))
    if words is None:
        lines = (*van_ban.mo_dau, *van_ban.noi_dung, *van_ban.ket_thuc)
        return (*head, *close_content(build_prose(lines, named)))
    opening = drop_words(van_ban.mo_dau, words, at=-1)
    articles = (*drop_words(van_ban.noi_dung, words, at=0), *van_ban.ket_thuc)
    return (
        *head,
        *build_prose(opening, named),
        build_loi_quyet_dinh(words),
        *close_content(build_prose(articles, named)),
    )


def _build_appendices(van_ban: VanBan, loai: LoaiVanBan, named: Mapping[Reference, Block]) -> tuple[Appendix, ...]:
    date = van_ban.ngay_ban_hanh
    source = Source(
        loai=loai.ten,
        so=build_so(van_ban.so),
        ky_hieu=build_ky_hieu(loai, van_ban).text,
        ngay=build_ngay(date),
        thang=build_thang(date),
        nam=build_nam(date),
        co_quan=name_issuer(van_ban.tham_quyen if loai.loi else None, van_ban.co_quan.ten),
    )
    numbered = len(van_ban.phu_luc) >= nd30.PHU_LUC_DANH_SO_TU.default
    appendices = []
    for place, phu_luc in enumerate(van_ban.phu_luc, 1):
        head = build_dau_phu_luc(phu_luc, place if numbered else None, source)
        blocks = (*build_noi_dung(phu_luc.noi_dung, named, goes_on=bool(phu_luc.bang)), *map(build_bang, phu_luc.bang))
        appendices.append(Appendix(head, blocks))
    return tuple(appendices)
