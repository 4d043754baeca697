"""Long reports to be checked: pages of prose at four levels, and nine tables of statistics."""

from __future__ import annotations

import vtdocs

__all__ = ["PAGES", "report_docx"]

# The report that the bound of the checker is about.
PAGES = 30
_TABLES = 9
# What fills a page of 14 pt, counted on rendered pages: so many paragraphs of four lines, and of a table so many rows.
_PARAGRAPHS_A_PAGE = 9
_ROWS_A_TABLE = 24

_OFFICE = """\
phien_ban: 1
loai: co_quan
ten: Ủy ban nhân dân xã Bình Minh
ten_viet_tat: UBND
dia_danh: Bình Minh
don_vi: [{ten: Văn phòng HĐND và UBND, ten_viet_tat: VP}]
nguoi_ky: [{chuc_vu: CHỦ TỊCH, ho_ten: Trần Văn Bình}]
"""
_HEAD = """\
phien_ban: 1
loai: bao_cao
so: 15
ngay_ban_hanh: {ngay: 20, thang: 6, nam: 2026}
trich_yeu: Kết quả thực hiện công tác cải cách hành chính sáu tháng đầu năm 2026
mo_dau: |
  Ủy ban nhân dân xã Bình Minh báo cáo kết quả thực hiện công tác cải cách hành chính như sau:
nguoi_ky: Trần Văn Bình
noi_nhan: [Sở Nội vụ, Các phòng, Các thôn]
luu: {don_vi_soan_thao: VP}
"""
_SENTENCES = (
    (
        "Ủy ban nhân dân xã đã chỉ đạo các phòng, các thôn rà soát {n} thủ tục hành chính, niêm yết công khai tại trụ "
        "sở và trên trang thông tin điện tử, bảo đảm người dân tra cứu được ở mọi thời điểm trong năm."
    ),
    (
        "Công chức phụ trách hướng dẫn {n} lượt người dân nộp hồ sơ trực tuyến; hồ sơ được tiếp nhận, chuyển xử lý và "
        "trả kết quả đúng hạn theo quy trình nội bộ đã được phê duyệt, không để xảy ra khiếu nại kéo dài."
    ),
    (
        "Việc tuyên truyền được thực hiện qua hệ thống truyền thanh, hội nghị thôn và {n} tờ gấp phát tận hộ gia đình, "
        "nội dung ngắn gọn, dễ hiểu, dễ nhớ, phù hợp với điều kiện thực tế của địa phương."
    ),
)


def report_docx(pages: int) -> bytes:
    """Make a report of about so many pages; the tables are spread over it."""
    table_pages = _TABLES * _ROWS_A_TABLE // 30
    paragraphs = max(1, pages - table_pages) * _PARAGRAPHS_A_PAGE
    lines: list[str] = []
    every = max(1, paragraphs // _TABLES)
    tables = 0
    for number in range(paragraphs):
        if number % 48 == 0:
            lines.append(f"{_roman(number // 48 + 1)}. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NHÓM THỨ {number // 48 + 1}")
        if number % 12 == 0:
            lines.append(f"{number % 48 // 12 + 1}. Công tác chỉ đạo, điều hành")
        mark = "abcdđeghi"[number % 12 // 2] + ") " if number % 12 < 9 and number % 2 == 0 else "- "
        lines.append(mark + _SENTENCES[number % 3].format(n=number + 17))
        if number % every == every - 1 and tables < _TABLES:
            tables += 1
            lines.append(f"{{bang: bieu-{tables}}}")
    text = _HEAD + "noi_dung: |\n" + "".join(f"  {line}\n" for line in lines) + "bang:\n" + _tables(tables)
    return vtdocs.write_docx(vtdocs.load_text(text, {"co-quan.yaml": _OFFICE.encode()}))


def _tables(count: int) -> str:
    parts = []
    for table in range(1, count + 1):
        parts.append(f"  bieu-{table}:\n    cot: [STT, Chỉ tiêu, Đơn vị tính, Số liệu, Ghi chú]\n    hang:\n")
        parts += [
            f"      - ['{row}', 'Tổng số hồ sơ lĩnh vực thứ {row} đã giải quyết đúng hạn', Hồ sơ, '{row * 7}', '']\n"
            for row in range(1, _ROWS_A_TABLE + 1)
        ]
    return "".join(parts)


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    found = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        found += sign * count
    return found
