"""Capitals in running text."""

from __future__ import annotations

from tests.checking.changes import reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_WORDS = "công khai, dân chủ, kịp thời"


def _add(name: str, rule: str, words: str, *also: str) -> Mutation:
    return Mutation(name, rule, reword(_WORDS, f"{_WORDS}, {words}"), _QC, frozenset(also))


MUTATIONS = [
    _add("Khoản viết hoa giữa câu", "ND30-701", "theo Khoản 2 Điều 5 Luật Đất đai"),
    _add("Điểm viết hoa giữa câu", "ND30-701", "theo Điểm a khoản 2 Điều 5 Luật Đất đai"),
    _add("điều viết thường", "ND30-702", "theo khoản 2 điều 5 Luật Đất đai"),
    _add("chương viết thường", "ND30-702", "theo quy định tại chương II Luật Đất đai"),
    _add("Ủy Ban Nhân Dân", "ND30-703", "do Ủy Ban Nhân Dân xã quyết định"),
    _add("Ủy ban Nhân dân", "ND30-703", "do Ủy ban Nhân dân xã quyết định"),
    _add("Bộ nội vụ", "ND30-703", "theo hướng dẫn của Bộ nội vụ"),
    _add("Tỉnh Thái Nguyên giữa câu", "ND30-704", "trên địa bàn Tỉnh Thái Nguyên"),
    _add("nhân dân", "ND30-705", "phục vụ nhân dân"),
    _add("Đảng và nhà nước", "ND30-705", "theo chủ trương của Đảng và nhà nước"),
    _add("tết Nguyên Đán", "ND30-706", "nhất là dịp tết Nguyên Đán"),
    _add("thứ hai", "ND30-707", "vào sáng thứ hai"),
    _add("nghị định số", "ND30-708", "theo nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"),
    _add("Luật đất đai", "ND30-709", "theo Luật đất đai"),
    _add("đầu câu viết thường", "ND30-711", "đúng luật. các thôn thực hiện"),
    _add("đảng và Nhà nước", "ND30-713", "theo chủ trương của đảng và Nhà nước"),
    _add("thành phố Hồ Chí Minh", "ND30-714", "như ở thành phố Hồ Chí Minh"),
]
