"""I., Điều, khoản, điểm: letters and marks; bullets, deep numbers."""

from __future__ import annotations

from tests.checking.changes import both, each, every, one, restyle, reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_QD = "examples/mau/quyet-dinh.yaml"
_DE_AN = "examples/mau/phan-muc.yaml"

MUTATIONS = [
    Mutation("mục I in thường", "ND30-430", reword("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu")),
    Mutation("mục I không đậm", "ND30-430", restyle("Muc", letters={"b": "0"})),
    Mutation("mục I in nghiêng", "ND30-430", each("Muc", letters={"i": "1"})),
    Mutation("mục I cỡ 12", "ND30-430", restyle("Muc", letters={"sz": "24"})),
    Mutation("mục I cỡ 16", "ND30-430", restyle("Muc", letters={"sz": "32"})),
    Mutation("điều không đậm", "ND30-431", restyle("Dieu", letters={"b": "0"}), _QC),
    Mutation("điều in nghiêng", "ND30-431", each("Dieu", letters={"i": "1"}), _QC),
    Mutation("“Điều 1.” của quyết định không đậm", "ND30-431", one("Điều 1.", letters={"b": "0"}), _QD),
    Mutation("tiêu đề khoản không đậm", "ND30-432", restyle("KhoanTieuDe", letters={"b": "0"})),
    Mutation("tiêu đề khoản in nghiêng", "ND30-432", each("KhoanTieuDe", letters={"i": "1"})),
    Mutation("điểm in nghiêng", "ND30-433", restyle("Diem", letters={"i": "1"}), _DE_AN),
    Mutation("điểm in đậm", "ND30-433", each("Diem", letters={"b": "1"}), _DE_AN),
    Mutation("Điều 2: hai chấm", "ND30-434", reword("Điều 2.", "Điều 2:"), _QC),
    Mutation("Điều 3 - gạch ngang", "ND30-434", reword("Điều 3.", "Điều 3 -"), _QC),
    Mutation(
        "khoản 1/", "ND30-435", every(("1. Quy chế", "2. Quy chế"), lambda old: reword(old, old.replace(".", "/"))), _QC
    ),
    Mutation(
        "khoản 1)", "ND30-435", every(("1. Quy chế", "2. Quy chế"), lambda old: reword(old, old.replace(".", ")"))), _QC
    ),
    Mutation(
        "điểm a.",
        "ND30-436",
        every(("a) Nâng cấp", "b) Tập huấn"), lambda old: reword(old, old.replace(")", "."))),
        _DE_AN,
    ),
    Mutation(
        "điểm a/",
        "ND30-436",
        every(("a) Nâng cấp", "b) Tập huấn"), lambda old: reword(old, old.replace(")", "/"))),
        _DE_AN,
    ),
    Mutation(
        "điểm (a)",
        "ND30-436",
        every(("a) Nâng cấp", "b) Tập huấn"), lambda old: reword(old, f"({old}")),
        _DE_AN,
    ),
    Mutation(
        "gạch đầu dòng là •",
        "VB-437",
        both(reword("- Phát huy vai trò", "• Phát huy vai trò"), reword("- Tăng cường sự", "• Tăng cường sự")),
    ),
    Mutation(
        "đánh số bốn tầng",
        "VB-438",
        reword("1.1.2. Nhóm hồ sơ", "1.1.1.1. Nhóm hồ sơ"),
        _DE_AN,
    ),
    Mutation(
        "điều không có tiêu đề trong quy chế",
        "ND30-439",
        both(
            reword("Điều 2. Nguyên tắc tiếp công dân", "Điều 2. Việc tiếp công dân công khai, dân chủ."),
            each("Dieu", letters={"b": "1"}),
        ),
        _QC,
        also=frozenset({"ND30-404"}),
    ),
]
