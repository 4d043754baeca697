"""The codes of all faults of loading, with what each means. A code keeps its meaning for ever."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["EXPLANATIONS", "Code"]


class Code(StrEnum):
    """A kind of fault: VT-00x is about the text, VT-01x and VT-02x its data, VT-03x files, VT-04x and VT-05x tables."""

    ENCODING = "VT-001"
    CONTROL_CHARACTER = "VT-002"
    SYNTAX = "VT-003"
    COLON = "VT-004"
    TAB = "VT-005"
    INDENT = "VT-006"
    YAML_FEATURE = "VT-007"
    TOO_LARGE = "VT-008"
    UNKNOWN_KEY = "VT-009"
    MISSING_KEY = "VT-010"
    DUPLICATE_KEY = "VT-011"
    DATE = "VT-012"
    WRONG_TYPE = "VT-013"
    EMPTY = "VT-014"
    NUMBER = "VT-015"
    KIND = "VT-016"
    VERSION = "VT-017"
    FOLDED = "VT-018"
    ONE_LINE = "VT-019"
    COUNT = "VT-020"
    COMMENT = "VT-021"
    CONFLICT = "VT-022"
    SIGNER = "VT-023"
    UNIT = "VT-024"
    APPENDIX_UNMENTIONED = "VT-025"
    ARCHIVE_LINE = "VT-026"
    COMMENT_IN_BLOCK = "VT-027"
    TRICH_YEU = "VT-028"
    FILE_MISSING = "VT-030"
    FILE_OUTSIDE = "VT-031"
    FILE_UNREADABLE = "VT-032"
    FILE_KIND = "VT-033"
    NO_DOCUMENT = "VT-034"
    WORKBOOK_DAMAGED = "VT-040"
    WORKBOOK_LOCKED = "VT-041"
    WORKBOOK_TOO_LARGE = "VT-042"
    SHEET_MISSING = "VT-043"
    HEADING_MISSING = "VT-044"
    COLUMN_MISSING = "VT-045"
    COLUMN_UNUSED = "VT-046"
    NO_ROWS = "VT-047"
    ROW_WITHOUT_CONTENT = "VT-048"
    SERIAL_DATE = "VT-049"
    CELL_ERROR = "VT-050"
    CELL_TYPE = "VT-051"
    FORMULA = "VT-052"
    MERGED = "VT-053"
    STT_GAP = "VT-054"
    CSV = "VT-055"
    ROW_TOO_LONG = "VT-056"
    CELL_DOUBT = "VT-057"
    ABOVE_HEAD = "VT-058"
    HIDDEN = "VT-059"
    INVISIBLE = "VT-060"
    TEXT_TOO_LONG = "VT-061"
    STOPPED = "VT-062"
    HEAD_REPEATED = "VT-063"
    TABLE_COLUMNS = "VT-064"
    HEAD_TOO_DEEP = "VT-065"
    BELOW_TABLE = "VT-066"
    SECOND_TABLE = "VT-067"
    COVERED_TEXT = "VT-068"
    PICTURE_KIND = "VT-075"
    PICTURE_DAMAGED = "VT-076"
    PICTURE_TOO_LARGE = "VT-077"
    PICTURE_UNDESCRIBED = "VT-078"
    PICTURE_DOUBT = "VT-079"
    NAME = "VT-080"
    REFERENCE = "VT-081"
    UNUSED = "VT-082"
    SHOWN_TWICE = "VT-083"
    APPENDIX_ABSENT = "VT-084"
    APPENDIX_UNNAMED = "VT-085"
    UNSIGNED = "VT-086"
    ITEM = "VT-087"
    TOO_LONG = "VT-088"
    FORM = "VT-089"
    FIGURE = "VT-090"
    BUDGET_MISSING = "VT-091"
    BUDGET_DIFFERS = "VT-092"
    BUDGET_ROUNDED = "VT-093"
    BUDGET_WORDS = "VT-094"
    TOO_MANY_NOTES = "VT-095"
    TOO_MANY_CELLS = "VT-096"
    PICTURES_TOO_LARGE = "VT-097"


EXPLANATIONS: dict[Code, str] = {
    Code.ENCODING: "Tệp không ở mã UTF-8 (hoặc UTF-16 có dấu BOM) nên không đọc được chữ.",
    Code.CONTROL_CHARACTER: "Có ký tự điều khiển không nhìn thấy, thường do dán từ Word hoặc trang web.",
    Code.SYNTAX: "Sai cú pháp YAML (ngoặc, dấu nháy, ký tự mở đầu).",
    Code.COLON: "Dấu hai chấm trong câu chữ làm YAML hiểu nhầm thành khóa.",
    Code.TAB: "Thụt dòng bằng phím Tab; YAML chỉ nhận dấu cách.",
    Code.INDENT: "Thụt dòng sai, hoặc một dòng không thuộc khóa nào.",
    Code.YAML_FEATURE: "Dùng tính năng YAML mà vtdocs không nhận (&, *, !, nhiều tài liệu trong một tệp).",
    Code.TOO_LARGE: "Tệp quá lớn, quá nhiều mục hoặc lồng nhau quá sâu.",
    Code.UNKNOWN_KEY: "Khóa không có trong loại dữ liệu này.",
    Code.MISSING_KEY: "Thiếu một khóa bắt buộc.",
    Code.DUPLICATE_KEY: "Một khóa viết hai lần.",
    Code.DATE: "Ngày, tháng, năm không có thật hoặc viết sai cách.",
    Code.WRONG_TYPE: "Giá trị không đúng kiểu (ví dụ viết danh sách ở chỗ cần một dòng chữ).",
    Code.EMPTY: "Giá trị bắt buộc còn để trống.",
    Code.NUMBER: "Không phải số nguyên, hoặc số ngoài khoảng cho phép.",
    Code.KIND: "Loại tệp (khóa loai) không đúng.",
    Code.VERSION: "Phiên bản dữ liệu (khóa phien_ban) không được hỗ trợ.",
    Code.FOLDED: "Đoạn văn viết theo cách làm các dòng bị dồn lại thành một.",
    Code.ONE_LINE: "Giá trị phải nằm trên một dòng.",
    Code.COUNT: "Danh sách có quá ít hoặc quá nhiều mục.",
    Code.COMMENT: "Phần chữ sau dấu # bị coi là ghi chú và không được in.",
    Code.CONFLICT: "Các khóa không đi được với nhau.",
    Code.SIGNER: "Không biết ai ký: tên không có trong tệp cơ quan, chưa chọn, hoặc người đó ký với nhiều tư cách.",
    Code.UNIT: "Đơn vị soạn thảo không có trong danh sách đơn vị của cơ quan.",
    Code.APPENDIX_UNMENTIONED: "Có phụ lục nhưng phần lời chưa nhắc tới.",
    Code.ARCHIVE_LINE: "Dòng “Lưu: …” viết trong nơi nhận; dòng này do khóa luu tạo ra.",
    Code.COMMENT_IN_BLOCK: "Dòng mở đầu bằng # trong khối | là lời văn, được in ra giấy.",
    Code.TRICH_YEU: "Trích yếu lặp lại tên loại văn bản, viết toàn chữ in hoa, hoặc kết thúc bằng dấu chấm.",
    Code.FILE_MISSING: "Không tìm thấy tệp.",
    Code.FILE_OUTSIDE: "Tệp nằm ngoài thư mục của văn bản nên không được đọc.",
    Code.FILE_UNREADABLE: "Không đọc được tệp (đang mở ở chương trình khác, không có quyền, không phải tệp thường).",
    Code.FILE_KIND: "Kiểu tệp không đọc được.",
    Code.NO_DOCUMENT: "Thư mục không có tệp văn bản nào.",
    Code.WORKBOOK_DAMAGED: "Tệp Excel bị hỏng.",
    Code.WORKBOOK_LOCKED: "Tệp Excel đặt mật khẩu.",
    Code.WORKBOOK_TOO_LARGE: "Tệp bảng vượt giới hạn về số hàng, số cột hoặc dung lượng.",
    Code.SHEET_MISSING: "Không có trang tính cần đọc.",
    Code.HEADING_MISSING: "Không tìm thấy hàng tiêu đề của bảng.",
    Code.COLUMN_MISSING: "Thiếu một cột của bảng.",
    Code.COLUMN_UNUSED: "Một cột của tệp không được dùng, chữ trong đó không được in.",
    Code.NO_ROWS: "Bảng không có hàng nào.",
    Code.ROW_WITHOUT_CONTENT: "Hàng có chữ nhưng ô nội dung để trống.",
    Code.SERIAL_DATE: "Ô thời gian chứa số thứ tự ngày của Excel thay vì ngày.",
    Code.CELL_ERROR: "Ô chứa giá trị lỗi của Excel (#REF!, #N/A …).",
    Code.CELL_TYPE: "Ô chứa kiểu giá trị không in được (đúng/sai, giờ).",
    Code.FORMULA: "Ô có công thức chưa được tính.",
    Code.MERGED: "Vùng ô gộp trong thân bảng chồng lên nhau, hoặc vắt qua hàng nhóm, hàng tổng nên bị cắt.",
    Code.STT_GAP: "Số thứ tự bị nhảy, lặp hoặc bỏ trống.",
    Code.CSV: "Tệp CSV sai cách viết dấu nháy hoặc có ô quá dài.",
    Code.ROW_TOO_LONG: "Hàng có chữ nằm ngoài các cột của bảng.",
    Code.CELL_DOUBT: "Giá trị của ô có thể khác với điều Excel đang hiện.",
    Code.ABOVE_HEAD: "Chữ ở phía trên hàng tiêu đề của bảng, không được in.",
    Code.HIDDEN: "Hàng đang bị ẩn trong Excel vẫn được in.",
    Code.INVISIBLE: "Có ký tự không nhìn thấy (như dấu cách rộng bằng không); chữ vẫn giữ như đã gõ.",
    Code.TEXT_TOO_LONG: "Một giá trị hoặc một dòng dài quá mức.",
    Code.STOPPED: "Lỗi cú pháp làm tệp chưa được đọc hết; bên dưới có thể còn lỗi khác.",
    Code.HEAD_REPEATED: "Hàng tiêu đề được gõ lại ở giữa bảng; hàng đó không được in.",
    Code.TABLE_COLUMNS: "Bảng có ít hơn hai cột hoặc quá nhiều cột để in.",
    Code.HEAD_TOO_DEEP: "Phần đầu bảng có quá nhiều hàng tiêu đề, hoặc bị dong_dau, so_dong_dau cắt ngang ô gộp.",
    Code.BELOW_TABLE: "Chữ ở phía dưới bảng (nơi ký, ngày tháng), không được in.",
    Code.SECOND_TABLE: "Trong trang tính hoặc tệp còn một bảng khác ở bên dưới.",
    Code.COVERED_TEXT: "Chữ nằm khuất trong vùng ô gộp, không được in.",
    Code.PICTURE_KIND: "Tệp ảnh không phải là PNG hoặc JPEG, hai kiểu ảnh mà mọi Word đều hiện.",
    Code.PICTURE_DAMAGED: "Tệp ảnh bị hỏng hoặc bị cắt cụt.",
    Code.PICTURE_TOO_LARGE: "Ảnh có quá nhiều điểm ảnh.",
    Code.PICTURE_UNDESCRIBED: "Hình chưa có mô tả cho người không nhìn thấy ảnh, cũng chưa có tiêu đề.",
    Code.PICTURE_DOUBT: "Ảnh in ra có thể khác với ảnh đang thấy (ảnh động, ảnh lật gương).",
    Code.NAME: "Tên của bảng hoặc hình có ký tự không dùng được; tên gồm chữ, số, dấu - và dấu _.",
    Code.REFERENCE: "Nội dung gọi một bảng hoặc hình chưa được khai báo ở khóa bang, hinh.",
    Code.UNUSED: "Bảng hoặc hình đã khai báo nhưng không chỗ nào trong nội dung gọi đến, nên không được in.",
    Code.SHOWN_TWICE: "Một bảng được gọi đến ở nhiều chỗ nên in nhiều lần.",
    Code.APPENDIX_ABSENT: "Phần lời nhắc tới một phụ lục mà văn bản không có.",
    Code.APPENDIX_UNNAMED: "Phần lời nhắc tới từng phụ lục theo số nhưng bỏ sót một phụ lục.",
    Code.UNSIGNED: "Người ký chưa có họ tên; chỗ ghi họ tên để trống.",
    Code.ITEM: "Mục của nội dung viết bằng các khóa: khóa không đi được với nhau, hoặc dấu đầu dòng không đọc được.",
    Code.TOO_LONG: "Nội dung có quá nhiều đoạn, hoặc các mục lồng nhau quá sâu.",
    Code.FORM: "Chữ mà thể thức đã in ra (“Kính gửi”), hoặc không ghi (học hàm, học vị trước họ tên người ký).",
    Code.FIGURE: "Ô số của bảng dự toán không đọc được thành số.",
    Code.BUDGET_MISSING: "Hàng của bảng dự toán thiếu số để tính thành tiền.",
    Code.BUDGET_DIFFERS: "Số tiền ghi trong bảng dự toán khác với phép tính.",
    Code.BUDGET_ROUNDED: "Thành tiền lẻ dưới một đồng được làm tròn.",
    Code.BUDGET_WORDS: "Số tiền bằng chữ không khớp với tổng, hoặc tổng không viết được bằng chữ.",
    Code.TOO_MANY_NOTES: "Văn bản có quá nhiều chú thích cuối trang.",
    Code.TOO_MANY_CELLS: "Các bảng của văn bản cộng lại có quá nhiều ô (bảng gọi nhiều lần thì tính mỗi lần).",
    Code.PICTURES_TOO_LARGE: "Các ảnh của văn bản cộng lại quá lớn.",
}
