"""Kính gửi: where it has no place, where it is missing, its form."""

from __future__ import annotations

from tests.checking.changes import add_paragraph, drop, each, one, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_TTR = "examples/mau/to-trinh.yaml"
_CV = "examples/mau/cong-van.yaml"
_QC = "examples/mau/chuong-dieu.yaml"
_ONE = "Kính gửi: Các phòng, đơn vị thuộc Ủy ban nhân dân xã"
_HEAD = "Tiếp công dân của Ủy ban nhân dân xã Bình Minh"

MUTATIONS = [
    Mutation(
        "Kính gửi trong quy chế",
        "ND30-550",
        add_paragraph(_HEAD, "Kính gửi: Các phòng, đơn vị", "KinhGui"),
        _QC,
        # The line below the title is no longer right below it.
        also=frozenset({"ND30-316"}),
    ),
    Mutation("công văn không có Kính gửi", "ND30-551", drop("Kính gửi:"), _CV),
    Mutation("Kính gửi thiếu hai chấm", "ND30-552", reword("Kính gửi: Các", "Kính gửi Các"), _CV),
    Mutation("Kính gửi in đậm", "ND30-553", each("KinhGui", letters={"b": "1"}), _CV),
    Mutation("Kính gửi in nghiêng", "ND30-553", restyle("KinhGui", letters={"i": "1"}), _CV),
    Mutation("Kính gửi cỡ 12", "ND30-553", restyle("KinhGui", letters={"sz": "24"}), _CV),
    Mutation("Kính gửi cỡ 15", "ND30-553", restyle("KinhGui", letters={"sz": "30"}), _CV),
    Mutation("nơi nhận dưới Kính gửi in đậm", "ND30-553", each("KinhGuiMuc", letters={"b": "1"}), _TTR),
    Mutation("hai nơi nhận trên dòng Kính gửi", "ND30-554", reword(_ONE, "Kính gửi: Sở Nội vụ; Sở Tài chính"), _CV),
    Mutation("nơi nhận không có gạch đầu dòng", "ND30-555", reword("- Sở Tài chính;", "Sở Tài chính;"), _TTR),
    Mutation("cuối dòng là dấu phẩy", "ND30-556", reword("- Sở Tài chính;", "- Sở Tài chính,"), _TTR),
    Mutation("dòng cuối là chấm phẩy", "ND30-556", reword("- Sở Nội vụ.", "- Sở Nội vụ;"), _TTR),
    Mutation("dòng cuối không có dấu", "ND30-556", reword("- Sở Nội vụ.", "- Sở Nội vụ"), _TTR),
    Mutation("một nơi mà có gạch đầu dòng", "ND30-557", reword(_ONE, "Kính gửi: - Sở Nội vụ."), _CV),
    Mutation("gạch đầu dòng không thẳng", "ND30-558", one("- Sở Tài chính;", left="2835"), _TTR),
]
