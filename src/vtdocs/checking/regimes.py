"""Under which law a paper is made, and which components it has to have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vtdocs.patterns import compile_late
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan

from .headlines import Number
from .heads import Head
from .kinds import Kind
from .paper import Line, Regime
from .sign_columns import Signature
from .titles import UNTITLED, Title

__all__ = ["find_absent", "judge_kind", "judge_regime"]

# Legal normative papers carry the year in their number; a plan with a year has a wrong number.
_QPPL_SYMBOL = compile_late(
    r"(?:NQ|QĐ|QD|TT|TTLT|NĐ|ND|CT|QH\d{1,2}|L|PL|UBTVQH\d{0,2})\s?[-–]|QH\d{1,2}\b|UBTVQH\d{1,2}\b"
)
_QPPL_KINDS = frozenset({"nghi_quyet", "quyet_dinh"})
_PARTY_NUMBER = compile_late(
    r"[Ss][Ốố]\s{0,3}:?\s{0,3}\d{0,6}\s{0,9}[-–]\s?[A-ZĐ][A-Za-zĐđ]{0,3}\s?/\s?(?:ĐU|ĐUX|TU|TW|HU|ThU|BTC|BTG|UBKT|CB|ĐB|BCH)"
)
_SIGNS = ("tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian", "ten_loai", "noi_nhan", "kinh_gui", "co_quan_ban_hanh")
_ENOUGH_SIGNS = 3
# Components that some kinds have not: Mẫu 1.9 of Phụ lục III; contracts and letters have no sample form.
_UNDATED = frozenset({"bien_ban", "hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong"})
_UNNUMBERED = frozenset({"hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong", "bien_ban"})
_SIGNED = ("chuc_vu", "ho_ten", "noi_nhan")


def judge_regime(head: Head, title: Title, number: Number, found: Iterable[str], number_words: str) -> Regime:
    """Tell the regime from the head; `found` are the keys of all parts, `number_words` the number's line."""
    if head.is_party or ("quoc_hieu" not in head.parts and _PARTY_NUMBER.match(number_words)):
        return Regime.DANG
    if title.kind is not None and title.kind.loai is None:
        return Regime.QPPL
    loai = title.kind.loai if title.kind is not None else None
    if number.year is not None and _QPPL_SYMBOL.match(number.symbol) and (loai is None or loai.key in _QPPL_KINDS):
        return Regime.QPPL
    keys = set(found)
    signs = keys.intersection(_SIGNS)
    if "quoc_hieu" in keys or {"so_ky_hieu", "ten_loai"} <= signs or len(signs) >= _ENOUGH_SIGNS:
        return Regime.ND30
    return Regime.UNKNOWN


def judge_kind(kind: Kind | None, parts: Mapping[str, Sequence[Line]], number: Number) -> LoaiVanBan | None:
    """Tell the kind: by its name on the paper, else a letter by what only letters have."""
    if kind is not None:
        return kind.loai
    abbreviation = number.symbol.replace("/", "-").split("-")[0].strip()
    named = any(loai.viet_tat == abbreviation for loai in LOAI_VAN_BAN.values())
    if "trich_yeu_cong_van" in parts or ("kinh_gui" in parts and not named):
        return LOAI_VAN_BAN["cong_van"]
    return None


def find_absent(
    parts: Mapping[str, Sequence[Line]], loai: LoaiVanBan | None, head: Head, title: Title, signature: Signature | None
) -> frozenset[str]:
    """Give the required components that are surely not there.

    Nothing of a head is missing for sure where a line of it was not placed, nor a title where one stands in its place,
    nor a signature where a line of it was not placed.
    """
    if not head.is_found or ("kem_theo" in parts and "so_ky_hieu" not in parts):
        return frozenset()  # the latter is a text issued with another paper, in a file of its own (Mẫu 1.3)
    wanted = set(_SIGNED) if signature is None or not signature.unplaced else set()
    if "noi_nhan" in parts and "noi_nhan" in wanted:
        wanted.update(("luu", "noi_nhan_danh_sach"))
    if not head.unplaced:
        wanted.update(_of_head(loai))
    if not title.unplaced:
        wanted.update(_of_title(loai))
    return frozenset(wanted - parts.keys())


def _of_head(loai: LoaiVanBan | None) -> Iterator[str]:
    key = loai.key if loai is not None else ""
    yield from ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh")
    if key not in _UNNUMBERED:
        yield "so_ky_hieu"
    if key not in _UNDATED:
        yield "dia_danh_thoi_gian"
    if loai is not None and not loai.co_ten:
        yield "trich_yeu_cong_van"


def _of_title(loai: LoaiVanBan | None) -> Iterator[str]:
    if loai is None:
        yield "ten_loai"
        return
    if loai.co_ten and loai.key not in UNTITLED:
        yield "trich_yeu"
    if loai.kinh_gui == "must":
        yield "kinh_gui"
