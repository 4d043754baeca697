"""Which lines of an office are the body above it, which the issuer (Phụ lục I, Phần I, Mục II, khoản 2)."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.likeness import fold

from .office import Office
from .strips import Strip

__all__ = ["split_issuer"]

# Words that begin the name of a body; with accents, as "SỐ", "PHÒNG CHỐNG" and "NHÀ NƯỚC" begin none.
_BODIES = tuple(
    f"{name} "
    for name in (
        "ủy ban", "uỷ ban", "ubnd", "hội đồng", "hđnd", "sở", "phòng", "văn phòng", "trung tâm", "ban", "trường",
        "chi cục", "cục", "vụ", "tổng cục", "viện", "công ty", "tổng công ty", "xí nghiệp", "tổ", "đội", "trạm", "hạt",
        "bộ", "công an", "bảo hiểm xã hội", "tòa án", "toà án", "liên đoàn", "hội", "đoàn", "đảng ủy", "đảng uỷ",
        "đảng bộ", "huyện ủy", "tỉnh ủy", "thành ủy", "chi bộ", "chi đoàn", "kho bạc", "ngân hàng", "bệnh viện",
        "nhà văn hóa", "nhà văn hoá", "nhà thiếu nhi", "thanh tra", "học viện", "đại học", "tiểu ban", "thư viện",
        "bảo tàng", "khoa", "tập đoàn", "hiệp hội", "liên minh", "phân viện", "hợp tác xã",
    )
)  # fmt: skip
_NO_BODIES = ("phòng chống ", "phòng, chống ", "ban hành ", "đoàn kết ", "tổ chức ", "bộ máy ", "vụ việc ", "hội nhập ")
# A word alone on its row that the next row goes on with, although that begins like a body of its own.
_OPEN = frozenset({"van phong", "phong", "so", "ban", "truong", "thuong truc", "co quan", "to", "ban quan ly"})
_OPEN_ENDS = (" va", " cua", " thuoc", " hdnd va", " hoi dong nhan dan va", " chi dao", " quan ly")
_TITLES = ("chu tich", "thu tuong", "bo truong", "giam doc", "truong ban", "tong", "chanh")


def split_issuer(lines: Sequence[Strip], office: Office | None = None) -> int:
    """Give how many of the lines are the parent's; the others are the issuer's.

    Two rows may be one name ("ỦY BAN NHÂN DÂN / XÃ BÌNH MINH"): a row begins a name of its own where it opens with
    the word for a body. Where no row says so, weight does, as the decree has the parent light and the issuer bold.
    """
    if len(lines) < 2 or lines[0].key.startswith(_TITLES):
        return 0
    if office is not None and (known := _by_office(lines, office)) is not None:
        return known
    starts = [index for index in range(1, len(lines)) if _begins_body(lines[index - 1].key, lines[index])]
    if starts:
        return starts[-1]
    if _names_body(lines[0]) or lines[0].is_bold or not lines[-1].is_bold:
        return 0
    return next(index for index, line in enumerate(lines) if line.is_bold)


def _by_office(lines: Sequence[Strip], office: Office) -> int | None:
    names = {
        fold(name).replace(" ", "") for name in (office.name, *office.also, *(unit for unit, _short in office.units))
    }
    for index in range(len(lines)):
        if "".join(line.tight for line in lines[index:]) in names:
            return index
    return None


def _begins_body(before: str, strip: Strip) -> bool:
    if before in _OPEN or before.endswith(_OPEN_ENDS) or strip.line.text.startswith(("-", "–")):
        return False
    return _names_body(strip)


def _names_body(strip: Strip) -> bool:
    words = f"{strip.words.casefold()} "
    return words.startswith(_BODIES) and not words.startswith(_NO_BODIES)
