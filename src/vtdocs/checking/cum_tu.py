"""Words that are misspelt for sure, and words that rightly stand twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

__all__ = ["CHINH_TA", "DUNG_SAT", "LAY", "TU_CU"]


class Slip(Struct, frozen=True):
    """Two words side by side that are misspelt, and how they are written.

    Not where the first of them ends another word (`before`: "hồ sơ xuất khẩu"), or the second begins one (`after`).
    """

    right: str
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


def _slip(right: str, before: str = "", after: str = "") -> Slip:
    return Slip(right, frozenset(before.split()), frozenset(after.split()))


_DOI = "tượng tác phó thoại chiếu chất ngoại nội với ứng đầu thủ xử"
# fmt: off
CHINH_TA: Mapping[str, Slip] = MappingProxyType(
    {
        "bổ xung": _slip("bổ sung", "phân", "quanh phong đột"),
        "sát nhập": _slip("sáp nhập", "giám cảnh khảo quan trinh", "khẩu liệu cảnh viện học ngũ"),
        "chia sẽ": _slip("chia sẻ", "", "được là có"),
        "cọ sát": _slip("cọ xát"),
        "sơ xuất": _slip("sơ suất", "hồ", "khẩu xứ bản cảnh trình kho"),
        "xuất xắc": _slip("xuất sắc"),
        "suất sắc": _slip("xuất sắc"),
        "thăm quan": _slip("tham quan", "", "chức hệ"),
        "trau giồi": _slip("trau dồi"),
        "tựu chung": _slip("tựu trung", "thành"),
        "vô hình chung": _slip("vô hình trung"),
        "sử lý": _slip("xử lý", "lịch"),
        "xử dụng": _slip("sử dụng"),
        "chuẩn đoán": _slip("chẩn đoán"),
        "hổ trợ": _slip("hỗ trợ"),
        "nổ lực": _slip("nỗ lực", "cháy bùng", "lượng"),
        "trách nhiêm": _slip("trách nhiệm"),
        "nhiêm vụ": _slip("nhiệm vụ"),
        "thực hiên": _slip("thực hiện"),
        "kế hoach": _slip("kế hoạch"),
        "chỉ đao": _slip("chỉ đạo"),
        "cụ thế": _slip("cụ thể", "dụng công", "nào"),
        "thay đối": _slip("thay đổi", "", _DOI),
        "sửa đối": _slip("sửa đổi", "", _DOI),
        "chuyển đối": _slip("chuyển đổi", "", _DOI),
        "trao đối": _slip("trao đổi", "", _DOI),
        "rà roát": _slip("rà soát"),
        "rà xoát": _slip("rà soát"),
        "kiểm xoát": _slip("kiểm soát"),
        "đề suất": _slip("đề xuất", "vấn chủ chuyên tiêu"),
        "sản suất": _slip("sản xuất", "tài di"),
        "đột suất": _slip("đột xuất"),
        "kiễm tra": _slip("kiểm tra"),
        "kiễm soát": _slip("kiểm soát"),
        "chẩn bị": _slip("chuẩn bị"),
        "thủ thục": _slip("thủ tục"),
        "kỹ luật": _slip("kỷ luật"),
        "kỷ năng": _slip("kỹ năng"),
        "kỷ thuật": _slip("kỹ thuật"),
        "chặc chẽ": _slip("chặt chẽ"),
        "nghành": _slip("ngành"),
        "đề nghi": _slip("đề nghị", "", "thức lễ ngờ vấn"),
    }
)
# fmt: on

# Words that a reviewer doubles by mistake, with those that rightly end in them before them ("kèm theo theo").
DUNG_SAT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "và": frozenset(),
        "của": frozenset(),
        "các": frozenset(("nội",)),
        "những": frozenset(),
        "được": frozenset(("đạt", "có", "nhận", "thu")),
        "trên": frozenset(("bên", "cấp", "nêu", "như", "ở")),
        "trong": frozenset(("bên", "ở")),
        "cho": frozenset(("làm",)),
        "với": frozenset(("đối",)),
        "để": frozenset(),
        "theo": frozenset(("kèm", "tiếp", "gửi", "mang", "đi")),
        "tại": frozenset(("hiện", "tồn", "thực", "nội", "ngoại")),
        "về": frozenset(("trở", "quay", "đi", "gửi")),
        "đã": frozenset(),
        "sẽ": frozenset(),
        "đang": frozenset(),
        "bị": frozenset(("thiết", "trang", "chuẩn", "dự")),
        "hoặc": frozenset(),
        "nhưng": frozenset(),
        "đến": frozenset(),
        "từng": frozenset(),
        "khi": frozenset(),
        "nếu": frozenset(),
        "do": frozenset(("lý", "tự")),
        "thì": frozenset(),
        "như": frozenset(),
        "này": frozenset(),
        "là": frozenset(),
        # First words of compounds, with those that end in them.
        "kiên": frozenset(("trung",)),
        "quyết": frozenset(("nghị", "giải", "kiên", "biểu", "cương", "phán", "tiên", "lý", "cảm", "khẩu", "tự")),
        "triển": frozenset(("phát", "tiến")),
        "nâng": frozenset(),
        "tăng": frozenset(("gia",)),
        "đẩy": frozenset(("thúc", "xô")),
        "khẩn": frozenset(),
        "tuyên": frozenset(),
        "phối": frozenset(("phân", "chi", "giao")),
        "rà": frozenset(),
    }
)

# Words that are doubled on purpose.
_LAY = (
    "nhà người ngày luôn đời năm tháng tuần giờ lớp nơi ai chiều sáng đêm ngành nghề đều dần từ song chung mãi thường "
    "vừa càng từng nhiều xa gần khắp đâu hằng hàng muôn ba bảy chín mười hai một năm sáu tám bốn không lần thôn xã "
    "xanh cao nhanh đông thi tên trường"
)
LAY = frozenset(_LAY.split())

# Words that a law has given another name: what to say now, since when, by which law.
TU_CU: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "căn cước công dân": ("căn cước", "Luật Căn cước ngày 27 tháng 11 năm 2023"),
        "chứng minh nhân dân": ("căn cước", "Luật Căn cước ngày 27 tháng 11 năm 2023"),
        "người tàn tật": ("người khuyết tật", "Luật Người khuyết tật ngày 17 tháng 6 năm 2010"),
        "văn phòng đăng ký quyền sử dụng đất": ("văn phòng đăng ký đất đai", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
    }
)
