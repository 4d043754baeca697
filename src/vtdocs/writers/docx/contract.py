"""What a Word template has to hold: the flat tags and the slots that the writer fills, and the styles, by name.

A tag stands in running text, `{{ so }}`, and takes a short value; it may stand in headers and footers too. A slot
stands alone in its paragraph, `{{p noi_dung }}` (docxtpl's notation: the paragraph gives way to its value), and
becomes none, one or many paragraphs or tables.

`docs/mau-word.md` is made from this module by `tools/make_contract.py`.
"""

from __future__ import annotations

from vtdocs.patterns import compile_late
from vtdocs.tree import CharStyle, Style

__all__ = [
    "APPENDIX_SLOT",
    "BODY_SLOT",
    "CORE_STYLES",
    "DERIVED_STYLES",
    "FAULTS",
    "RECIPIENTS_SLOT",
    "REQUIRED_STYLES",
    "SLOT",
    "SLOTS",
    "TABLE_STYLE",
    "TAGS",
    "mark",
]

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
SLOT = compile_late(r"\{\{p\s+(\w+)\s*\}\}")
"""How a slot is written; its name is the one group."""


def mark(name: str) -> str:
    """Write a tag or a slot as it stands in a template."""
    return f"{{{{p {name} }}}}" if name in SLOTS else f"{{{{ {name} }}}}"


CORE_STYLES: dict[str, str] = {
    Style.QUOC_HIEU: "dòng Quốc hiệu",
    Style.TIEU_NGU: "dòng Tiêu ngữ",
    Style.CO_QUAN_CHU_QUAN: "tên cơ quan chủ quản",
    Style.CO_QUAN_BAN_HANH: "tên cơ quan ban hành",
    Style.SO_KY_HIEU: "số và ký hiệu",
    Style.DIA_DANH_THOI_GIAN: "địa danh và thời gian",
    Style.TRICH_YEU_CONG_VAN: "trích yếu “V/v …” của công văn",
    Style.KINH_GUI: "“Kính gửi: …”",
    Style.TEN_LOAI: "tên loại văn bản",
    Style.TRICH_YEU: "trích yếu dưới tên loại",
    Style.DUONG_KE: "đường kẻ dưới Tiêu ngữ và dưới tên cơ quan; độ dài do vtdocs đo",
    Style.DUONG_KE_TRICH_YEU: "đường kẻ dưới trích yếu",
    Style.CAN_CU: "căn cứ ban hành",
    Style.MUC: "mục có tiêu đề: I., II.",
    Style.KHOAN_TIEU_DE: "khoản có tiêu đề: 1., 2.",
    Style.TIEU_KHOAN_TIEU_DE: "tiểu khoản có tiêu đề: 1.1.",
    Style.TIEU_KHOAN_3_TIEU_DE: "tiểu khoản có tiêu đề: 1.1.1.",
    Style.DIEM_TIEU_DE: "điểm có tiêu đề: a)",
    Style.KHOAN: "khoản: 1., 2.",
    Style.TIEU_KHOAN: "tiểu khoản: 1.1.",
    Style.DIEM: "điểm: a), b)",
    Style.GACH: "gạch đầu dòng",
    Style.CONG: "dấu cộng đầu dòng",
    Style.NOI_DUNG: "đoạn lời văn; các cấp của nội dung kế thừa kiểu này",
    Style.NOI_NHAN: "hai chữ “Nơi nhận:”",
    Style.NOI_NHAN_MUC: "các dòng nơi nhận, dòng lưu",
    Style.QUYEN_HAN_CHUC_VU: "quyền hạn, chức vụ của người ký",
    Style.CHO_KY: "khoảng trống để ký và đóng dấu",
    Style.CHUC_VU_KHAC: "chức vụ khác, ghi trên họ tên",
    Style.HO_TEN: "họ tên người ký",
    Style.PHU_LUC: "chữ “Phụ lục” và số của nó",
    Style.TEN_PHU_LUC: "tên phụ lục",
    Style.KEM_THEO: "“(Kèm theo …)” dưới tên phụ lục",
    Style.DUONG_KE_PHU_LUC: "đường kẻ ở đầu phụ lục",
    Style.BANG_TIEU_DE: "bảng: tiêu đề cột",
    Style.BANG_TRAI: "bảng: chữ canh trái",
    Style.BANG_GIUA: "bảng: chữ canh giữa",
}
"""The styles without which a template cannot be used, and what each is for."""

DERIVED_STYLES: dict[str, str] = {
    Style.DIA_DANH_THOI_GIAN_DAI: "địa danh và thời gian, khi dài quá một dòng",
    Style.KINH_GUI_MUC: "danh sách dưới “Kính gửi:”",
    Style.THAM_QUYEN: "thẩm quyền ban hành, ở quyết định",
    Style.SO_PHAN: "“Phần I”, “Chương I”",
    Style.TEN_PHAN: "tên phần, tên chương",
    Style.MUC_LIEN: "mục I. có nhãn liền lời văn",
    Style.DIEU: "Điều",
    Style.TIEU_KHOAN_4_TIEU_DE: "tiểu khoản có tiêu đề: 1.1.1.1.",
    Style.NGOAC: "số trong ngoặc: (1)",
    Style.SAO: "dấu sao đầu dòng",
    Style.KET_PHAN: "đoạn trống thấp sát, ngăn hai bảng hoặc hết phần; không đổi",
    Style.BANG_PHAI: "bảng: chữ canh phải",
    Style.BANG_SO: "bảng: số liệu",
    Style.BANG_TIEU_DE_NHO: "bảng cỡ nhỏ: tiêu đề cột",
    Style.BANG_TRAI_NHO: "bảng cỡ nhỏ: chữ canh trái",
    Style.BANG_GIUA_NHO: "bảng cỡ nhỏ: chữ canh giữa",
    Style.BANG_PHAI_NHO: "bảng cỡ nhỏ: chữ canh phải",
    Style.BANG_SO_NHO: "bảng cỡ nhỏ: số liệu",
    Style.BANG_TIEU_DE_RAT_NHO: "bảng cỡ rất nhỏ: tiêu đề cột",
    Style.BANG_TRAI_RAT_NHO: "bảng cỡ rất nhỏ: chữ canh trái",
    Style.BANG_GIUA_RAT_NHO: "bảng cỡ rất nhỏ: chữ canh giữa",
    Style.BANG_PHAI_RAT_NHO: "bảng cỡ rất nhỏ: chữ canh phải",
    Style.BANG_SO_RAT_NHO: "bảng cỡ rất nhỏ: số liệu",
    Style.TEN_BANG: "tên bảng",
    Style.DON_VI_TINH: "đơn vị tính, trên bảng",
    Style.GHI_CHU_BANG: "ghi chú dưới bảng",
    Style.HINH: "hình",
    Style.TEN_HINH: "tên hình",
    Style.CHU_THICH: "chú thích cuối trang",
    Style.SO_TRANG: "số trang, ở đầu trang",
    CharStyle.TIEU_DE_LIEN: "nhãn liền lời văn (kiểu ký tự)",
    CharStyle.DAM: "chữ đậm (kiểu ký tự)",
    CharStyle.NGHIENG: "chữ nghiêng (kiểu ký tự)",
    CharStyle.DAM_NGHIENG: "chữ đậm nghiêng (kiểu ký tự)",
    CharStyle.LIEN_KET: "liên kết (kiểu ký tự)",
    CharStyle.SO_CHU_THICH: "số chú thích (kiểu ký tự)",
    TABLE_STYLE: "bảng số liệu: đường kẻ và khoảng đệm của ô (kiểu bảng)",
}
"""The styles that a template may lack: it gets the stock template's, in its own font and sizes (`adopting`).

A template made with an older vtdocs lacks those that came since, and some programs drop styles that no text has.
"""

REQUIRED_STYLES: dict[str, str] = {
    **dict.fromkeys(Style, "paragraph"),
    **dict.fromkeys(CharStyle, "character"),
    TABLE_STYLE: "table",
}
"""All styles that the writer uses, and the type of each."""

FAULTS: dict[str, tuple[str, str]] = {
    "VT-401": ("không đọc được tệp mẫu", "kiểm tra đường dẫn và quyền đọc"),
    "VT-402": (
        "không phải tệp .docx thường, bị hỏng, quá lớn, hoặc thiếu một phần của nó",
        "mở bằng Word, lưu lại dạng Word Document (.docx)",
    ),
    "VT-403": (
        "thẻ hoặc chỗ điền có tên không tồn tại, hoặc thẻ viết như chỗ điền, chỗ điền viết như thẻ",
        "dùng đúng tên được nêu",
    ),
    "VT-404": ("thiếu một thẻ hay một chỗ điền, hoặc một chỗ điền có hai lần", "thêm vào, hoặc giữ lại một"),
    "VT-405": (
        "thiếu một kiểu bắt buộc, hoặc kiểu không đúng loại (đoạn, ký tự, bảng)",
        "chép kiểu này từ tệp mẫu gốc",
    ),
    "VT-406": (
        "dấu ngoặc nhọn không đọc được: thiếu dấu đóng, thẻ vắt qua hai đoạn, hay các chữ trong một thẻ khác kiểu chữ",
        "gõ lại thẻ liền một mạch, rồi mới định dạng cả thẻ",
    ),
    "VT-407": (
        (
            "chỗ điền hoặc thẻ không đúng nơi: chỗ điền không đứng một mình trong đoạn, nằm trong hộp chữ, điều khiển "
            "nội dung, đầu trang, chú thích; `noi_dung` nằm trong bảng; `phu_luc` không ở cuối"
        ),
        "đưa ra chỗ khác theo lời nhắc",
    ),
    "VT-408": (
        "thẻ hoặc chỗ điền nằm trong phần sửa đổi đang chờ duyệt (Track Changes); là cảnh báo nếu chỗ đó không có thẻ",
        "duyệt hết các sửa đổi (Review > Accept All Changes), rồi lưu lại",
    ),
    "VT-409": (
        "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính: chỉ có thẻ và chỗ điền",
        "bỏ câu lệnh; muốn dùng thì làm một mẫu tự do",
    ),
    "VT-410": ("thiếu khổ giấy hay lề, có ngắt phần ở giữa, hoặc chỗ cho chữ quá hẹp", "sửa ở Layout > Page Setup"),
    "VT-411": (
        "dùng mẫu tự do ở chỗ cần mẫu văn bản, hoặc ngược lại",
        "mẫu văn bản: `vtdocs build --templates`, `write_docx`; mẫu tự do: `vtdocs fill`, `render`",
    ),
    "VT-412": (
        "thư mục mẫu không có mẫu nào, không có mẫu cho loại văn bản, hoặc `--templates` không phải thư mục",
        "chạy `vtdocs template new mau`, rồi soạn với `--templates mau`",
    ),
    "VT-413": (
        "(cảnh báo) khổ giấy, lề, cỡ chữ, phông hay số trang khác với Nghị định",
        "sửa theo điều khoản được nêu",
    ),
    "VT-414": (
        "(cảnh báo) kiểu có chữ in hoa, co giãn hay giãn cách chữ, là những thứ vtdocs không đo",
        "bỏ thuộc tính đó; muốn chữ in hoa thì gõ chữ in hoa",
    ),
    "VT-415": ("(cảnh báo) một bảng của mẫu rộng hơn chỗ cho chữ giữa hai lề", "thu các cột lại, hoặc đặt lại lề"),
    "VT-416": (
        "(cảnh báo) chữ lệch chỗ vtdocs đo: chữ xoay trong ô, lưới ký tự, kiểu tự đánh số, thụt lề quá khổ, số đo hỏng",
        "bỏ thứ được nêu trong Word",
    ),
    "VT-417": (
        "(cảnh báo) Quốc hiệu hoặc Tiêu ngữ rộng hơn ô của nó, nên bị xuống dòng",
        "nới ô, giảm cỡ chữ hoặc bỏ thụt lề của kiểu đó",
    ),
    "VT-418": (
        "mẫu lấy nội dung từ nơi khác khi mở: ảnh, đối tượng liên kết, văn bản con, trường đọc tệp khác",
        "chèn hẳn vào mẫu, hoặc xóa đi",
    ),
}
"""The faults of a template with tags and slots: what each means, and how it is mended."""
