"""The head of an appendix (Phụ lục I, Phần I, Mục III, khoản 1; Mẫu 2.1)."""

from __future__ import annotations

from dataclasses import dataclass

from vtdocs.model import PhuLuc
from vtdocs.standards import custom, nd30
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN
from vtdocs.standards.nd30_text import format_roman
from vtdocs.tree import Block, Field, FixedRule, Paragraph, Style, Text

from .tieu_de import build_tieu_de

__all__ = ["Source", "build_dau_phu_luc", "name_issuer"]

# Papers that are issued with another one, and so stand where its appendices do: below the name of such a kind its
# title is as below that of any paper, bold and in thường (Mẫu 1.3; Mẫu 2.1 has a "Phụ lục" in capitals).
_PAPERS = frozenset(loai.ten.casefold() for loai in LOAI_VAN_BAN.values()) | {
    "bảng",
    "danh mục",
    "danh sách",
    "nội quy",
    "quy trình",
    "điều lệ",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The main document, as the line "(Kèm theo …)" of each appendix names it."""

    loai: str
    so: Field
    ky_hieu: str
    ngay: Field
    thang: Field
    nam: Field
    co_quan: str


def build_dau_phu_luc(phu_luc: PhuLuc, place: int | None, source: Source) -> tuple[Block, ...]:
    """Make label, title, "(Kèm theo …)" and its short line.

    `place` is the appendix's number, from 1; `None` for a lone one, which carries none.
    """
    label = phu_luc.nhan or nd30.PHU_LUC_TEXT.default + (f" {format_roman(place)}" if place else "")
    capitals = label.strip().casefold() not in _PAPERS
    title = (build_tieu_de(Style.TEN_PHU_LUC, phu_luc.tieu_de, capitals=capitals),) if phu_luc.tieu_de else ()
    attached = build_tieu_de(Style.KEM_THEO, phu_luc.kem_theo) if phu_luc.kem_theo else _build_kem_theo(source)
    return (
        Paragraph(Style.PHU_LUC, (Text(label),)),
        *title,
        attached,
        FixedRule(Style.DUONG_KE_PHU_LUC, custom.KEM_THEO_KE_DAI.value),
    )


def name_issuer(authority: str | None, office: str) -> str:
    """Name who issued the main document: the authority that it names, else the office; both on one line.

    An authority that was typed in capitals takes the case of each word from the office's name.
    """
    words = (authority or office).split()
    if any(char.islower() for word in words for char in word):
        return " ".join(words)
    cases = {word.casefold(): word for word in office.split()}
    first, *others = (cases.get(word.casefold(), word.lower()) for word in words)
    return " ".join((first[:1].upper() + first[1:], *others))


def _build_kem_theo(source: Source) -> Paragraph:
    return Paragraph(
        Style.KEM_THEO,
        (
            Text(f"({nd30.KEM_THEO_TEXT.default} {source.loai} số "),
            source.so,
            Text(f"/{source.ky_hieu} ngày "),
            source.ngay,
            Text(" tháng "),
            source.thang,
            Text(" năm "),
            source.nam,
            Text(f" của {source.co_quan})"),
        ),
        by_sense=True,
    )
