"""Citations, days and words."""

from __future__ import annotations

from tests.checking.changes import reword
from tests.checking.mutating import Mutation

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_WORDS = "công khai, dân chủ, kịp thời"
_OF = "của Chính phủ"


def _add(name: str, rule: str, words: str, *also: str) -> Mutation:
    return Mutation(name, rule, reword(_WORDS, f"{_WORDS}, {words}"), _QC, frozenset(also))


MUTATIONS = [
    _add("thiếu “số”", "VB-901", f"theo Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 {_OF}"),
    _add("thiếu tên loại", "VB-902", "thực hiện 101/KH-UBND ngày 17 tháng 3 năm 2026"),
    _add("“Văn bản số”", "VB-902", "theo Văn bản số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã"),
    _add("lần đầu chưa đầy đủ", "VB-906", "theo Kế hoạch số 101/KH-UBND"),
    _add(
        "văn bản hết hiệu lực",
        "VB-908",
        f"theo Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 {_OF}; "
        "Kế hoạch số 1/KH-UBND ngày 05 tháng 01 năm 2026",
    ),
    _add("ngày khác ngày đã biết", "VB-909", f"theo Nghị định số 30/2020/NĐ-CP ngày 03 tháng 5 năm 2020 {_OF}"),
    _add("năm khác năm trong số", "VB-910", "theo Thông tư số 03/2025/TT-BNV ngày 05 tháng 3 năm 2024 của Bộ Nội vụ"),
    _add("ngày không có", "ND30-921", "trước ngày 31 tháng 4 năm 2026"),
    _add("thứ không đúng", "VB-924", "vào thứ Ba, ngày 05 tháng 01 năm 2026"),
    _add("khoảng ngược", "VB-925", "từ ngày 15 tháng 5 năm 2026 đến ngày 14 tháng 4 năm 2026"),
    _add("hàng năm", "VB-831", "hàng năm"),
    _add("ngày có gạch", "VB-832", "trước ngày 15/7/2026"),
    _add("giờ phút viết tắt", "VB-833", "trước 20 giờ 15'"),
    _add("thiếu “các”", "VB-834", "yêu cầu cơ quan, đơn vị thực hiện"),
    _add("tên gọi cũ", "VB-837", "cấp căn cước, căn cước công dân"),
    _add("viết tắt chưa giải thích", "VB-853", "tại Trung tâm PVHCC"),
    _add("viết tắt không dùng", "VB-854", "theo kế hoạch đề ra (KHĐR)"),
    _add("viết tắt dùng trước", "VB-851", "tại KHĐR, theo kế hoạch đề ra (KHĐR)"),
    _add("giải thích hai lần", "VB-852", "kế hoạch đề ra (KHĐR), kế hoạch đề ra (KHĐR), KHĐR"),
    _add("H ĐND", "VB-856", "trình H ĐND xã"),
    _add("hai chữ viết tắt gần giống", "VB-855", "các dự án HTPT, các dự án HTTT, các dự án HTPT", "VB-853"),
    _add("MTTQ thiếu Việt Nam", "VB-862", "phối hợp với Ủy ban Mặt trận Tổ quốc xã"),
    _add("hai tên", "VB-863", "tại Trung tâm Phục vụ hành chính công, tại Bộ phận Một cửa"),
]
