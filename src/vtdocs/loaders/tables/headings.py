"""Which heading means which role: the words that real tables use."""

from __future__ import annotations

from collections.abc import Collection

from vtdocs.likeness import fold
from vtdocs.model import VaiTro
from vtdocs.patterns import compile_late

__all__ = ["CONTENT_ROLES", "DEFAULT_HEADINGS", "KNOWN_HEADINGS", "MONEY_ROLES", "is_known", "role_of"]

DEFAULT_HEADINGS: dict[VaiTro, str] = {
    VaiTro.STT: "STT",
    VaiTro.NOI_DUNG: "Nội dung",
    VaiTro.CHU_TRI: "Cơ quan chủ trì",
    VaiTro.PHOI_HOP: "Cơ quan phối hợp",
    VaiTro.THOI_GIAN: "Thời gian thực hiện",
}

# What a row is about: without it a row says nothing.
CONTENT_ROLES = frozenset({VaiTro.NOI_DUNG, VaiTro.NHIEM_VU})
# The figures of a budget, whose thousands are parted whether or not Excel shows them so.
MONEY_ROLES = frozenset({VaiTro.SO_LUONG, VaiTro.DON_GIA, VaiTro.THANH_TIEN})

_BODIES = ("", "Cơ quan", "Đơn vị", "Cơ quan, đơn vị", "Đơn vị, cá nhân", "Bộ phận", "Tổ chức, cá nhân", "Phòng, ban")

KNOWN_HEADINGS: dict[VaiTro, tuple[str, ...]] = {
    VaiTro.STT: ("STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "Stt."),
    VaiTro.NOI_DUNG: (
        "Nội dung",
        "Nội dung công việc",
        "Nội dung hoạt động",
        "Nội dung nhiệm vụ",
        "Nội dung thực hiện",
        "Nội dung, nhiệm vụ",
        "Nội dung, công việc",
        "Nội dung tuyên truyền",
        "Nội dung chi",
        "Nội dung kiểm tra",
        "Nhiệm vụ",
        "Nhiệm vụ, giải pháp",
        "Nhiệm vụ, hoạt động",
        "Nhiệm vụ cụ thể",
        "Tên nhiệm vụ",
        "Công việc",
        "Tên công việc",
        "Hoạt động",
        "Tên hoạt động",
        "Đơn vị được kiểm tra",
        "Cơ quan được kiểm tra",
        "Cơ quan, đơn vị được kiểm tra",
    ),
    VaiTro.NHIEM_VU: (
        "Nhiệm vụ được giao",
        "Nhiệm vụ trọng tâm",
        "Nhiệm vụ chủ yếu",
        "Nhiệm vụ chi tiết",
        "Nhiệm vụ triển khai",
    ),
    VaiTro.SAN_PHAM: (
        "Sản phẩm",
        "Sản phẩm đầu ra",
        "Sản phẩm hoàn thành",
        "Sản phẩm dự kiến",
        "Dự kiến sản phẩm",
        "Sản phẩm, kết quả",
        "Kết quả, sản phẩm",
        "Kết quả đầu ra",
        "Kết quả dự kiến",
        "Dự kiến kết quả",
    ),
    VaiTro.CHU_TRI: (
        *(f"{body} chủ trì".strip() for body in _BODIES),
        *(f"{body} chủ trì thực hiện".strip() for body in _BODIES),
        "Trách nhiệm chủ trì",
        "Trách nhiệm thực hiện",
        "Người thực hiện",
        "Đơn vị thực hiện",
        "Cơ quan thực hiện",
        "Cơ quan, đơn vị thực hiện",
        "Bộ phận thực hiện",
        "Phân công thực hiện",
    ),
    VaiTro.PHOI_HOP: (
        *(f"{body} phối hợp".strip() for body in _BODIES),
        *(f"{body} phối hợp thực hiện".strip() for body in _BODIES),
        "Trách nhiệm phối hợp",
    ),
    VaiTro.THEO_DOI: (
        "Theo dõi",
        "Theo dõi, đôn đốc",
        "Theo dõi, kiểm tra",
        "Theo dõi, kiểm tra, đôn đốc",
        "Theo dõi, đôn đốc, kiểm tra",
        "Đơn vị theo dõi",
        "Đơn vị theo dõi, kiểm tra, đôn đốc",
        "Lãnh đạo phụ trách",
    ),
    VaiTro.THOI_GIAN: (
        "Thời gian",
        "Thời gian thực hiện",
        "Thời gian hoàn thành",
        "Thời gian tổ chức",
        "Thời gian triển khai",
        "Thời gian kiểm tra",
        "Thời hạn",
        "Thời hạn thực hiện",
        "Thời hạn hoàn thành",
        "Tiến độ",
        "Tiến độ thực hiện",
    ),
    VaiTro.DON_VI_TINH: ("Đơn vị tính", "ĐVT", "Đ.V.T", "Đơn vị đo"),
    VaiTro.SO_LIEU: ("Số liệu", "Kết quả", "Kết quả thực hiện"),
    VaiTro.SO_LUONG: ("Số lượng", "SL", "Khối lượng"),
    VaiTro.DON_GIA: ("Đơn giá", "Mức chi", "Định mức"),
    VaiTro.THANH_TIEN: ("Thành tiền", "Kinh phí", "Kinh phí thực hiện", "Dự toán", "Dự toán kinh phí", "Số tiền"),
    VaiTro.GHI_CHU: ("Ghi chú", "Lưu ý", "Ghi chép"),
}

# Case, blanks, punctuation and accents do not count. No two roles share a heading, which a test holds.
_ROLE_OF = {fold(heading): role for role, headings in KNOWN_HEADINGS.items() for heading in headings}
_LONGEST_HEADING = 80
# "Đơn giá (đồng)", "Tỷ lệ (%)": what figures are counted in.
_UNIT = compile_late(r"\s*\([^()]{1,30}\)$")


def role_of(heading: str, taken: Collection[VaiTro | None] = ()) -> VaiTro | None:
    """Give the role that a heading means, unless another column has it."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    folded = fold(heading)
    role = _ROLE_OF.get(folded) or _ROLE_OF.get(folded := fold(_UNIT.sub("", heading)))
    if role not in taken:
        return role
    # Beside "Nội dung" a column "Nhiệm vụ" is of another kind; alone it is the content.
    if role is VaiTro.NOI_DUNG and folded.startswith("nhiem vu") and VaiTro.NHIEM_VU not in taken:
        return VaiTro.NHIEM_VU
    return None


def is_known(heading: str, folded: str | None = None) -> bool:
    """Whether a heading is one of the known ones; `folded` is the heading folded, where that was done already."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return False
    if (fold(heading) if folded is None else folded) in _ROLE_OF:
        return True
    return ")" in heading and fold(_UNIT.sub("", heading)) in _ROLE_OF
