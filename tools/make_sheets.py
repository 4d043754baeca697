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
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font

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
# fmt: on

SHEETS = {
    ROOT / "examples" / "cchc-2026" / "hoat-dong.xlsx": EXAMPLE,
    ROOT / "templates" / "new" / "ke_hoach" / "hoat-dong.xlsx": STARTER,
}


def make_workbook(rows: tuple[Row, ...]) -> bytes:
    """Make a workbook that staff can go on with: a frozen head, columns wide enough, text wrapped."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Phụ lục"
    sheet.append(HEAD)
    for row in rows:
        sheet.append(row)
    for column, width in zip("ABCDE", (6, 60, 28, 28, 20), strict=True):
        sheet.column_dimensions[column].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.font = Font(name="Times New Roman", size=13, bold=cell.row == 1)
    sheet.freeze_panes = "A2"
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
    for path, rows in SHEETS.items():
        if read_rows(path) == [HEAD, *rows]:
            continue
        if check:
            print(f"{path.relative_to(ROOT)} is not current: run python tools/make_sheets.py")
            failed = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make_workbook(rows))
            print(f"written: {path.relative_to(ROOT)}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
