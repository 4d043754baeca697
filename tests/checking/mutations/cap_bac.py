"""Phần, Chương, Mục: capitals, one row with the title, wrong numerals, letters, not centred, no title."""

from __future__ import annotations

from tests.checking.changes import both, drop, each, one, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_DE_AN = "examples/mau/phan-muc.yaml"

MUTATIONS = [
    Mutation("CHƯƠNG I in hoa", "ND30-420", reword("Chương I", "CHƯƠNG I"), _QC),
    Mutation("PHẦN I in hoa", "ND30-420", reword("Phần I", "PHẦN I"), _DE_AN),
    Mutation("MỤC 1 in hoa", "ND30-420", reword("Mục 1", "MỤC 1"), _QC),
    Mutation(
        "tiêu đề cùng dòng với chương",
        "ND30-421",
        both(drop("TỔ CHỨC TIẾP CÔNG DÂN"), reword("Chương II", "Chương II. TỔ CHỨC TIẾP CÔNG DÂN")),
        _QC,
    ),
    Mutation(
        "tiêu đề cùng dòng với phần",
        "ND30-421",
        both(drop("NỘI DUNG ĐỀ ÁN"), reword("Phần II", "Phần II: NỘI DUNG ĐỀ ÁN")),
        _DE_AN,
    ),
    Mutation(
        "chương đánh số Ả Rập",
        "ND30-422",
        both(reword("Chương III", "Chương 3"), reword("Chương II", "Chương 2"), reword("Chương I", "Chương 1")),
        _QC,
    ),
    Mutation("mục đánh số La Mã", "ND30-422", both(reword("Mục 1", "Mục I"), reword("Mục 2", "Mục II")), _QC),
    Mutation(
        "phần ghi bằng chữ",
        "ND30-422",
        both(reword("Phần II", "Phần thứ hai"), reword("Phần I", "Phần thứ nhất")),
        _DE_AN,
    ),
    Mutation("“Chương I” không đậm", "ND30-423", restyle("SoPhan", letters={"b": "0"}), _QC),
    Mutation("“Chương I” in nghiêng", "ND30-423", each("SoPhan", letters={"i": "1"}), _QC),
    Mutation("“Chương I” cỡ 12", "ND30-423", each("SoPhan", letters={"sz": "24"}), _QC),
    Mutation("“Phần I” cỡ 16", "ND30-423", each("SoPhan", letters={"sz": "32"}), _DE_AN),
    Mutation("tên chương in thường", "ND30-424", reword("QUY ĐỊNH CHUNG", "Quy định chung"), _QC),
    Mutation("tên chương không đậm", "ND30-424", restyle("TenPhan", letters={"b": "0"}), _QC),
    Mutation("tên chương cỡ 15", "ND30-424", restyle("TenPhan", letters={"sz": "30"}), _QC),
    Mutation("tên mục in nghiêng", "ND30-424", one("TIẾP CÔNG DÂN ĐỊNH KỲ", letters={"i": "1"}), _QC),
    Mutation("chương canh trái", "ND30-425", restyle("SoPhan", jc="left"), _QC),
    Mutation("tên phần canh trái", "ND30-425", each("TenPhan", jc="left"), _DE_AN),
    Mutation("chương không có tên", "ND30-426", drop("ĐIỀU KHOẢN THI HÀNH"), _QC),
    Mutation("phần không có tên", "ND30-426", drop("NỘI DUNG ĐỀ ÁN"), _DE_AN),
]
