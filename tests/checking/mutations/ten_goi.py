"""Names of bodies, and the law that a paper is under."""

from __future__ import annotations

from tests.checking.changes import reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_TABLES = "examples/mau/phu-luc-loi-van.yaml"

MUTATIONS = [
    Mutation("Đảng ủy có Quốc hiệu", "ND30-932", reword("ỦY BAN NHÂN DÂN", "ĐẢNG ỦY"), "examples/mau/quyet-dinh.yaml"),
    Mutation(
        "một cơ quan hai cách viết hoa",
        "VB-861",
        reword("Văn phòng; Phòng Kinh tế", "Văn phòng; Phòng kinh tế"),
        _TABLES,
    ),
    Mutation(
        "một cơ quan với hai loại gạch",
        "VB-807",
        reword("Văn phòng; Phòng Văn hóa - Xã hội", "Văn phòng; Phòng Văn hóa – Xã hội"),
        _TABLES,
    ),
]
