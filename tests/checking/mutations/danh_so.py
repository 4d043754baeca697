"""Numbers that are skipped or stand twice, letters that do not count."""

from __future__ import annotations

from tests.checking.changes import both, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_DE_AN = "examples/mau/phan-muc.yaml"

MUTATIONS = [
    Mutation(
        "mục I, II, IV", "ND30-450", both(reword("III. KINH PHÍ", "IV. KINH PHÍ"), reword("IV. TỔ CHỨC", "V. TỔ CHỨC"))
    ),
    Mutation("khoản 1, 3", "ND30-450", reword("2. Yêu cầu", "3. Yêu cầu")),
    Mutation("điểm a, c", "ND30-450", reword("b) Tập huấn", "c) Tập huấn"), _DE_AN),
    Mutation("Điều 3 rồi Điều 5", "ND30-450", both(reword("Điều 5.", "Điều 6."), reword("Điều 4.", "Điều 5.")), _QC),
    Mutation("chương II rồi chương IV", "ND30-450", reword("Chương III", "Chương IV"), _QC),
    Mutation("danh sách bắt đầu từ b", "ND30-450", reword("a) Nâng cấp", "c) Nâng cấp"), _DE_AN),
    Mutation("mục II hai lần", "ND30-451", reword("III. KINH PHÍ", "II. KINH PHÍ"), also=frozenset({"ND30-450"})),
    Mutation("khoản 1 hai lần", "ND30-451", reword("2. Yêu cầu", "1. Yêu cầu")),
    Mutation("điểm a hai lần", "ND30-451", reword("b) Tập huấn", "a) Tập huấn"), _DE_AN),
    Mutation("Điều 2 hai lần", "ND30-451", reword("Điều 3.", "Điều 2."), _QC, also=frozenset({"ND30-450"})),
    Mutation("điểm f", "ND30-452", reword("b) Tập huấn", "f) Tập huấn"), _DE_AN),
    Mutation("1.2 dưới khoản 2", "VB-453", reword("1.2. Hồ sơ trực tuyến", "2.2. Hồ sơ trực tuyến"), _DE_AN),
]
