"""Bases: upright, bold, too small, wrong marks at the end, two on one line."""

from __future__ import annotations

from tests.checking.changes import both, each, one, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QD = "examples/mau/quyet-dinh.yaml"
_LAW = "ngày 16 tháng 6 năm 2025;"

MUTATIONS = [
    Mutation("căn cứ in đứng", "ND30-350", restyle("CanCu", letters={"i": "0"}), _QD),
    Mutation("một căn cứ in đứng", "ND30-350", one("Căn cứ Luật", letters={"i": "0"}), _QD),
    Mutation("căn cứ in đậm", "ND30-351", each("CanCu", letters={"b": "1"}), _QD),
    Mutation("căn cứ cỡ 12", "ND30-401", restyle("CanCu", letters={"sz": "24"}), _QD),
    Mutation("căn cứ cỡ 15", "ND30-401", each("CanCu", letters={"sz": "30"}), _QD),
    Mutation("căn cứ kết thúc bằng dấu phẩy", "ND30-352", reword(_LAW, _LAW.replace(";", ",")), _QD),
    Mutation("căn cứ kết thúc bằng dấu chấm", "ND30-352", reword(_LAW, _LAW.replace(";", ".")), _QD),
    Mutation("căn cứ không có dấu cuối dòng", "ND30-352", reword(_LAW, _LAW.rstrip(";")), _QD),
    Mutation("căn cứ cuối kết thúc bằng chấm phẩy", "ND30-353", reword("Văn hóa - Xã hội.", "Văn hóa - Xã hội;"), _QD),
    Mutation("căn cứ cuối kết thúc bằng dấu phẩy", "ND30-353", reword("Văn hóa - Xã hội.", "Văn hóa - Xã hội,"), _QD),
    Mutation("hai căn cứ một dòng", "ND30-354", reword(_LAW, f"{_LAW} Căn cứ Luật Tiếp công dân;"), _QD),
    Mutation("QUYẾT ĐỊNH không có hai chấm", "VB-355", reword("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"), _QD),
    Mutation("căn cứ canh trái", "ND30-411", restyle("CanCu", jc="left"), _QD),
    Mutation("căn cứ không lùi đầu dòng", "ND30-412", both(each("CanCu", firstLine="0")), _QD),
]
