"""The head of an appendix (Phụ lục I, Phần I, Mục III, khoản 1; Mẫu 2.1)."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.model import PhuLuc
from vtdocs.patterns import compile_late
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

# Who heads an office, and so signs in a name of his own (Phụ lục I, Phần I, Mục II, khoản 2, điểm a).
_TITLES = (
    *("chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng", "cục trưởng", "chi cục trưởng"),
    *("trưởng phòng", "trưởng ban", "chủ nhiệm", "chánh văn phòng", "chánh thanh tra", "tổng cục trưởng"),
)
_BODIES = ("ủy ban nhân dân", "hội đồng nhân dân")
_ABBREVIATIONS = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}
_ABBREVIATED = compile_late(r"\b(?:ubnd|hđnd)\b")
# "hoà" and "hòa", "uỷ" and "ủy" are one word, whose mark stands on either letter; "quý" has it on the second alone.
_ON_THE_SECOND, _ON_THE_FIRST = (
    "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ",
    "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy",
)
_MOVED = dict(zip(_ON_THE_SECOND.split(), _ON_THE_FIRST.split(), strict=True))
_TONES = compile_late(f"(?<!q)(?:{'|'.join(_MOVED)})\\b")


class Source(Struct, frozen=True):
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
        FixedRule(Style.DUONG_KE_PHU_LUC, custom.KEM_THEO_KE_DAI.value, Style.KEM_THEO),
    )


def name_issuer(authority: str | None, office: str) -> str:
    """Name who issued the main document: the authority that it names, else the office; both on one line.

    One that was typed in capitals is written anew where it is a title, a people's body, or both, before what the
    office's name ends with ("CHỦ TỊCH UBND XÃ TÂN DÂN"). Else the office is named: no name is put into small letters
    by guess.
    """
    name = " ".join((authority or office).split())
    if any(char.islower() for char in name):
        return name
    own, words = office.split(), _fold(name).split()
    shared = 0
    for ours, theirs in zip(_fold(office).split()[::-1], words[::-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    for kept in range(shared, 0, -1):
        title, body = _split_title(" ".join(words[: len(words) - kept]))
        if body in ("", *_BODIES):
            return " ".join((*(part.capitalize() for part in (title, body) if part), *own[len(own) - kept :]))
    title, body = _split_title(" ".join(words))
    # "CHỦ TỊCH", "CHỦ TỊCH ỦY BAN NHÂN DÂN": of the office, whose place was left out.
    of_office = title and (not body or _fold(office).startswith(f"{body} "))
    return " ".join((title.capitalize(), *own) if of_office else own)


def _split_title(name: str) -> tuple[str, str]:
    """Cut a folded name into the title before it, if any, and the rest."""
    title = next((title for title in _TITLES if f"{name} ".startswith(f"{title} ")), "")
    return title, name.removeprefix(title).strip()


def _fold(name: str) -> str:
    """Write a name in small letters, unabbreviated, with the marks of tones where the decree's own samples put them."""
    folded = _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[0]], name.casefold())
    return _TONES.sub(lambda found: _MOVED[found[0]], folded)


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
