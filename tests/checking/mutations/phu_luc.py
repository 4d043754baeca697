"""Appendices: the head, the title, numbers, whether the text points to them."""

from __future__ import annotations

from tests.checking.changes import both, drop, each, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_TWO = "examples/mau/phu-luc-loi-van.yaml"
_QD = "examples/mau/quyet-dinh.yaml"
_QC = "examples/mau/chuong-dieu.yaml"
_PL = "PhuLuc"


MUTATIONS = [
    Mutation("PHỤ LỤC II in hoa", "ND30-601", reword("Phụ lục II", "PHỤ LỤC II", _PL), _TWO),
    Mutation("một PHỤ LỤC in hoa", "ND30-601", reword("Phụ lục", "PHỤ LỤC", _PL), _QD),
    Mutation(
        "phụ lục đánh số Ả Rập",
        "ND30-602",
        both(reword("Phụ lục II", "Phụ lục 2", _PL), reword("Phụ lục I", "Phụ lục 1", _PL)),
        _TWO,
    ),
    Mutation(
        "hai phụ lục không đánh số",
        "ND30-602",
        both(reword("Phụ lục II", "Phụ lục", _PL), reword("Phụ lục I", "Phụ lục", _PL)),
        _TWO,
        also=frozenset({"ND30-620", "VB-621"}),
    ),
    Mutation("một phụ lục mà đánh số", "VB-603", reword("Phụ lục", "Phụ lục I", _PL), _QD),
    Mutation(
        "phụ lục I rồi III",
        "ND30-604",
        reword("Phụ lục II", "Phụ lục III", _PL),
        _TWO,
        frozenset({"ND30-620", "VB-621"}),
    ),
    Mutation("phụ lục I hai lần", "ND30-604", reword("Phụ lục II", "Phụ lục I", _PL), _TWO, frozenset({"VB-621"})),
    Mutation("“Phụ lục” cỡ 13", "ND30-605", restyle(_PL, letters={"sz": "26"}), _TWO),
    Mutation("“Phụ lục” cỡ 15", "ND30-605", restyle(_PL, letters={"sz": "30"}), _TWO),
    Mutation("“Phụ lục” không đậm", "ND30-605", restyle(_PL, letters={"b": "0"}), _TWO),
    Mutation("“Phụ lục” in nghiêng", "ND30-605", each(_PL, letters={"i": "1"}), _TWO),
    Mutation("“Phụ lục” canh phải", "ND30-606", each(_PL, jc="right"), _TWO),
    Mutation("tên phụ lục canh trái", "ND30-606", restyle("TenPhuLuc", jc="left"), _QD),
    Mutation("tên phụ lục in thường", "ND30-607", reword("LỊCH KIỂM TRA", "Lịch kiểm tra"), _TWO),
    Mutation("tên phụ lục không đậm", "ND30-607", restyle("TenPhuLuc", letters={"b": "0"}), _TWO),
    Mutation("tên phụ lục cỡ 12", "ND30-607", restyle("TenPhuLuc", letters={"sz": "24"}), _TWO),
    Mutation("tên phụ lục cỡ 16", "ND30-607", restyle("TenPhuLuc", letters={"sz": "32"}), _TWO),
    Mutation("tên phụ lục in nghiêng", "ND30-607", each("TenPhuLuc", letters={"i": "1"}), _TWO),
    Mutation(
        "tên cùng dòng với “Phụ lục”",
        "ND30-608",
        both(drop("LỊCH KIỂM TRA"), reword("Phụ lục I", "Phụ lục I: LỊCH KIỂM TRA", _PL)),
        _TWO,
    ),
    Mutation(
        "lời không nhắc phụ lục nào",
        "ND30-620",
        reword(" (có danh sách tại Phụ lục kèm theo)", ""),
        _QD,
    ),
    Mutation("lời chỉ nhắc một trong hai phụ lục", "ND30-620", reword("; lịch kiểm tra tại Phụ lục I", ""), _TWO),
    Mutation(
        "nhắc phụ lục kèm theo mà không có",
        "VB-621",
        reword("công khai, dân chủ, kịp thời", "công khai, dân chủ (theo Phụ lục kèm theo), kịp thời"),
        _QC,
    ),
    Mutation(
        "nhắc Phụ lục III mà chỉ có hai",
        "VB-621",
        reword("tại Phụ lục II,", "tại Phụ lục II và Phụ lục III,"),
        _TWO,
    ),
]
