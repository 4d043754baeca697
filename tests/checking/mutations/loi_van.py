"""Running text: size, slant, weight, capitals, its end."""

from __future__ import annotations

from tests.checking.changes import both, each, one, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_DE_AN = "examples/mau/phan-muc.yaml"
_QC = "examples/mau/chuong-dieu.yaml"
_CAPITALS = "VIỆC TIẾP CÔNG DÂN PHẢI CÔNG KHAI, DÂN CHỦ, KỊP THỜI, ĐÚNG PHÁP LUẬT."

# Headings are based on the style of the text.
_HEADINGS = frozenset({"ND30-430", "ND30-432"})

MUTATIONS = [
    Mutation("lời văn cỡ 15", "ND30-401", restyle("NoiDung", letters={"sz": "30"})),
    Mutation("lời văn cỡ 12", "ND30-401", restyle("NoiDung", letters={"sz": "24"})),
    Mutation("vài đoạn cỡ 16", "ND30-401", each("GachDauDong", count=3, letters={"sz": "32"})),
    Mutation("cỡ 11 ở một điểm", "ND30-401", each("Diem", count=1, letters={"sz": "22"}), _DE_AN),
    Mutation("một khoản cỡ 13", "ND30-402", each("Khoan", count=1, letters={"sz": "26"}), _QC),
    Mutation("gạch đầu dòng cỡ 13", "ND30-402", each("GachDauDong", count=4, letters={"sz": "26"})),
    Mutation("cả lời văn in nghiêng", "ND30-403", restyle("NoiDung", letters={"i": "1"}), also=_HEADINGS),
    Mutation("một đoạn in nghiêng", "ND30-403", one("Chi từ nguồn ngân sách", letters={"i": "1"})),
    Mutation("cả lời văn in đậm", "ND30-404", each("GachDauDong", "NoiDung", letters={"b": "1"})),
    Mutation("một đoạn in đậm", "ND30-404", one("Chi từ nguồn ngân sách", letters={"b": "1"})),
    Mutation("một đoạn in hoa", "ND30-405", one("Chi từ nguồn ngân sách", letters={"caps": "1"})),
    Mutation(
        "một đoạn gõ chữ hoa",
        "ND30-405",
        reword("Việc tiếp công dân công khai, dân chủ, kịp thời, đúng pháp luật.", _CAPITALS),
        _QC,
    ),
    Mutation("hết văn bản không có ./.", "VB-419", reword("Quy chế này./.", "Quy chế này."), _QC),
    Mutation("hết văn bản ghi ./", "VB-419", reword("Quy chế này./.", "Quy chế này./"), _QC),
    Mutation("hết văn bản ghi ./.;", "VB-419", both(reword("Quy chế này./.", "Quy chế này./.;")), _QC),
]
