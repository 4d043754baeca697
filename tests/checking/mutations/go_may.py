"""Typing and spelling."""

from __future__ import annotations

import unicodedata

from tests.checking.changes import reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_WORDS = "công khai, dân chủ, kịp thời"


def _put(name: str, rule: str, words: str, *also: str) -> Mutation:
    return Mutation(name, rule, reword(_WORDS, words), _QC, frozenset(also))


def _add(name: str, rule: str, words: str, *also: str) -> Mutation:
    return _put(name, rule, f"{_WORDS}, {words}", *also)


MUTATIONS = [
    _put("dấu rời", "VB-801", unicodedata.normalize("NFD", _WORDS)),
    _put("ký tự không nhìn thấy", "VB-802", "công khai, dân\u200b chủ, kịp thời"),
    _put("gạch nối mềm", "VB-802", "công khai, dân chủ, kịp\u00ad thời"),
    _put("hai dấu cách", "VB-803", "công khai, dân  chủ, kịp thời"),
    _put("dấu cách trước dấu phẩy", "VB-804", "công khai , dân chủ, kịp thời"),
    _add("dấu cách trong ngoặc", "VB-804", "đúng luật ( nếu có)"),
    _put("thiếu dấu cách sau dấu phẩy", "VB-805", "công khai,dân chủ, kịp thời"),
    _add("thiếu dấu cách sau dấu chấm", "VB-805", "đúng luật.Các thôn thực hiện"),
    _add("thiếu dấu cách trước ngoặc", "VB-805", "đúng luật(nếu có)"),
    _add("từ gõ hai lần", "VB-806", "trên trên địa bàn"),
    _add("hai từ gõ hai lần", "VB-806", "thực hiện thực hiện nhiệm vụ"),
    _add("gạch ngang dài", "VB-807", "kinh tế – xã hội, văn hóa - xã hội"),
    _add("khoảng năm", "VB-808", "giai đoạn 2021-2025, giai đoạn 2026 - 2030"),
    _add("hai kiểu dấu thanh", "VB-809", "hòa giải, thuỷ lợi"),
    _add("bảng mã cũ", "VB-810", "céng hoµ x· héi chñ nghÜa, chÝnh s¸ch vµ ph¸p luËt"),
    _put("hai dấu câu", "VB-811", "công khai,, dân chủ, kịp thời"),
    _add("thiếu dấu đóng ngoặc", "VB-812", "đúng luật (nếu có"),
    _add("bổ xung", "VB-835", "được bổ xung"),
    _add("kế họach", "VB-836", "theo kế họach"),
]
