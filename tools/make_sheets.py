"""Make the activity sheets of the example and of `vtdocs new`, or check that they hold these rows.

python tools/make_sheets.py            write the workbooks
python tools/make_sheets.py --check    compare cell by cell; exit 1 where one differs
"""

from __future__ import annotations

import argparse
import datetime
import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

ROOT = Path(__file__).parents[1]
HEAD = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")
Row = tuple[int, str, str, str, str]

# fmt: off - a table, one row an activity
EXAMPLE: tuple[Row, ...] = (
    (
        1,
        "Xây dựng chuyên trang, chuyên mục, biên tập tin, bài viết, phóng sự tuyên truyền về CCHC",
        "Trung tâm dịch vụ tổng hợp",
        "Các cơ quan chuyên môn có liên quan",
        "Thường xuyên",
    ),
    (
        2,
        "Biên tập, phát hành tài liệu, tờ rơi tuyên truyền phù hợp với người dân",
        "Trung tâm dịch vụ tổng hợp",
        "Các cơ quan chuyên môn có liên quan",
        "Năm 2026",
    ),
    (
        3,
        "Tuyên truyền thực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng và thi hành pháp luật trên địa bàn xã",
        "Văn phòng HĐND&UBND",
        "MTTQ và các đoàn thể xã",
        "Năm 2026",
    ),
    (
        4,
        "Tuyên truyền hướng dẫn giải quyết TTHC trên môi trường điện tử",
        "Trung tâm Phục vụ Hành chính công",
        "Văn phòng H ĐND&UBND xã",
        "Năm 2026",
    ),
    (
        5,
        "Tổ chức các lớp tập huấn, bồi dưỡng nghiệp vụ CCHC; các lớp phổ biến nội dung nâng cao hiệu quả quản trị và hành chính công",
        "Phòng Văn hóa – Xã hội xã",
        "Các cơ quan, đơn vị có liên quan",
        "Quý II, Quý III/2026",
    ),
    (
        6,
        "Tuyên truyền việc thực hiện dân chủ ở cơ sở",
        "Văn phòng HĐND&UBND",
        "Các cơ quan, đơn vị có liên quan",
        "Năm 2026",
    ),
    (
        7,
        "Tuyên truyền về cung cấp và sử dụng dịch vụ công trực tuyến",
        "Trung tâm Phục vụ Hành chính công",
        "Các cơ quan, đơn vị có liên quan",
        "Năm 2026",
    ),
    (
        8,
        "Tiếp tục tuyên truyền, hướng dẫn tổ chức, cá nhân trong thực hiện các quy định pháp luật về TTHC đối với lĩnh vực đất đai",
        "Phòng Kinh tế",
        "Trung tâm Dịch vụ tổng hợp",
        "Năm 2026",
    ),
    (
        9,
        "Tuyên truyền, hướng dẫn sử dụng Cổng dịch vụ công Bộ Công an, quy định về đăng ký cư trú, căn cước, và trật tự giao thông",
        "Công an xã",
        "Trung tâm Dịch vụ tổng hợp và các đơn vị có liên quan",
        "Năm 2026",
    ),
)

STARTER: tuple[Row, ...] = (
    (
        1,
        "Biên tập, phát hành tờ rơi hướng dẫn nộp hồ sơ trực tuyến",
        "Trung tâm Dịch vụ tổng hợp",
        "Trung tâm Phục vụ hành chính công",
        "Tháng 3/2027",
    ),
    (
        2,
        "Tổ chức lớp tập huấn nghiệp vụ cải cách hành chính cho cán bộ, công chức xã",
        "Phòng Văn hóa - Xã hội",
        "Các cơ quan, đơn vị có liên quan",
        "Quý II/2027",
    ),
    (
        3,
        "Tuyên truyền trên hệ thống truyền thanh xã",
        "Trung tâm Dịch vụ tổng hợp",
        "Các thôn",
        "Thường xuyên",
    ),
)
# A statistics sheet as offices keep them: a head of two rows, a row of signs, parents and their parts, a total.
STATISTICS: tuple[tuple[object, ...], ...] = (
    (
        "STT",
        "Lĩnh vực",
        "Số hồ sơ tiếp nhận",
        None,
        None,
        "Số hồ sơ đã giải quyết",
        None,
        None,
        "Đang giải quyết",
        "Tỷ lệ đúng hạn (%)",
    ),
    (
        None,
        None,
        "Tổng số",
        "Trực tuyến",
        "Trực tiếp, bưu chính",
        "Tổng số",
        "Đúng hạn, trước hạn",
        "Quá hạn",
        None,
        None,
    ),
    ("A", "B", "1=2+3", "2", "3", "4=5+6", "5", "6", "7=1-4", "8=5/4"),
    ("I", "Thủ tục hành chính cấp xã", 2950, 2100, 850, 2890, 2861, 29, 60, 98.997),
    (1, "Hộ tịch, chứng thực", 1820, 1510, 310, 1811, 1811, 0, 9, 100),
    ("1.1", "Hộ tịch", 640, 520, 120, 633, 633, 0, 7, 100),
    ("1.2", "Chứng thực", 1180, 990, 190, 1178, 1178, 0, 2, 100),
    (2, "Đất đai, môi trường", 742, 310, 432, 701, 672, 29, 41, 95.863),
    (3, "Bảo trợ xã hội", 388, 280, 108, 378, 378, 0, 10, 100),
    ("II", "Thủ tục hành chính liên thông", 532, 466, 66, 512, 507, 5, 20, 99.023),
    (1, "Đăng ký khai sinh, cấp thẻ bảo hiểm y tế", 214, 214, 0, 209, 209, 0, 5, 100),
    (2, "Đăng ký khai tử, trợ cấp mai táng", 96, 80, 16, 94, 92, 2, 2, 97.872),
    (3, "Chuyển mục đích sử dụng đất", 222, 172, 50, 209, 206, 3, 13, 98.565),
    (None, "Tổng cộng", 3482, 2566, 916, 3402, 3368, 34, 80, 99.001),
)
STATISTICS_MERGED = ("A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:I2", "J1:J2")
# fmt: on


@dataclass(frozen=True)
class Sheet:
    """A sheet to make: all its rows, head included, the merged ranges, the widths of its columns in characters."""

    title: str
    rows: tuple[tuple[Any, ...], ...]
    widths: tuple[int, ...]
    merged: tuple[str, ...] = ()
    head_rows: int = 1
    formats: tuple[tuple[int, str], ...] = ()


def _activities(rows: tuple[Row, ...]) -> Sheet:
    return Sheet("Phụ lục", (HEAD, *rows), (6, 60, 28, 28, 20))


SHEETS = {
    ROOT / "examples" / "cchc-2026" / "hoat-dong.xlsx": _activities(EXAMPLE),
    ROOT / "templates" / "new" / "ke_hoach" / "hoat-dong.xlsx": _activities(STARTER),
    ROOT / "examples" / "mau" / "giai-quyet-tthc.xlsx": Sheet(
        "Biểu 1",
        STATISTICS,
        (6, 40, *[14] * 8),
        STATISTICS_MERGED,
        head_rows=2,
        formats=(*((column, "#,##0") for column in range(3, 10)), (10, "0.00")),
    ),
}


def make_workbook(made_of: Sheet) -> bytes:
    """Make a workbook that staff can go on with: a frozen head, columns wide enough, text wrapped."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = made_of.title
    for row in made_of.rows:
        sheet.append(list(row))
    for place, width in enumerate(made_of.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for merged in made_of.merged:
        sheet.merge_cells(merged)
    formats = dict(made_of.formats)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.font = Font(name="Times New Roman", size=13, bold=number <= made_of.head_rows)
            if isinstance(cell.value, int | float) and cell.column in formats:
                cell.number_format = formats[cell.column]
    sheet.freeze_panes = f"A{made_of.head_rows + 1}"
    made = datetime.datetime(2026, 1, 1)
    book.properties.created = book.properties.modified = made
    book.properties.creator = "vtdocs"
    buffer = io.BytesIO()
    book.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(data: bytes) -> bytes:
    """Pack again with one time for every member: openpyxl stamps the clock into the zip and the core properties."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            fixed = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            target.writestr(fixed, source.read(info), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read_rows(path: Path) -> list[tuple[object, ...]]:
    """Read the cells of a workbook's first sheet."""
    if not path.exists():
        return []
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    finally:
        book.close()


def main() -> int:
    """Write or check the workbooks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    failed = 0
    for path, sheet in SHEETS.items():
        if read_rows(path) == list(sheet.rows):
            continue
        if check:
            print(f"{path.relative_to(ROOT)} is not current: run python tools/make_sheets.py")
            failed = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make_workbook(sheet))
            print(f"written: {path.relative_to(ROOT)}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
