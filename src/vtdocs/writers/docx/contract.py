"""What a Word template has to hold: the flat tags and the slots that the writer fills, by name.

A tag stands in running text, `{{ so }}`, and takes a short value. A slot stands alone in its paragraph,
`{{p noi_dung }}` (docxtpl's notation: the paragraph gives way to its value), and becomes none, one or many
paragraphs or tables.
"""

from __future__ import annotations

from vtdocs.tree import CharStyle, Style

__all__ = ["APPENDIX_SLOT", "BODY_SLOT", "RECIPIENTS_SLOT", "REQUIRED_STYLES", "SLOTS", "TABLE_STYLE", "TAGS"]

TAGS = {
    "so": "số của văn bản, hoặc khoảng trống chờ điền",
    "ky_hieu": "ký hiệu, ví dụ KH-UBND",
}
BODY_SLOT = "noi_dung"
APPENDIX_SLOT = "phu_luc"
RECIPIENTS_SLOT = "noi_nhan"
SLOTS = {
    "co_quan": "cơ quan chủ quản (nếu có), cơ quan ban hành và đường kẻ",
    "quoc_hieu": "Quốc hiệu, Tiêu ngữ và đường kẻ",
    "dia_danh_thoi_gian": "địa danh, ngày, tháng, năm ban hành",
    "trich_yeu_cong_van": "trích yếu “V/v …” của công văn; trống ở văn bản có tên loại",
    "ten_loai": "tên loại, trích yếu và đường kẻ",
    "kinh_gui": "“Kính gửi: …”; trống ở kế hoạch",
    BODY_SLOT: "căn cứ, mở đầu, nội dung và kết thúc",
    RECIPIENTS_SLOT: "nơi nhận và dòng lưu; danh sách dài chảy tiếp xuống dưới chữ ký",
    "nguoi_ky": "quyền hạn, chức vụ, chỗ ký, họ tên",
    APPENDIX_SLOT: "hết phần chính và các phụ lục; phải là đoạn cuối cùng",
}
TABLE_STYLE = "BangSoLieu"
REQUIRED_STYLES = frozenset({*Style, *CharStyle, TABLE_STYLE})
