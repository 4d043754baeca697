"""Make the JSON Schemas and the Vietnamese data reference from the declarations of the inputs, or check them.

python tools/make_schema.py            write docs/schema/*.schema.json and docs/du-lieu.md
python tools/make_schema.py --check    compare; exit 1 where a file is not what would be written
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generated import write_or_check
from vtdocs.loaders import KINDS
from vtdocs.loaders.codes import EXPLANATIONS
from vtdocs.loaders.faults import dotted
from vtdocs.loaders.folder import MAX_TABLE_BYTES
from vtdocs.loaders.forms.bang import BANG
from vtdocs.loaders.forms.ngay_thang import DATE_PATTERN
from vtdocs.loaders.forms.phu_luc import MOST_APPENDICES
from vtdocs.loaders.forms.van_ban import MOST_NAMES
from vtdocs.loaders.names import LONGEST_NAME
from vtdocs.loaders.pictures import MAX_PICTURE_BYTES, MAX_PIXELS
from vtdocs.loaders.schemas import make_schema_files
from vtdocs.loaders.shapes import (
    DEEPEST_OUTLINE,
    LONGEST_LINE,
    LONGEST_LIST,
    LONGEST_OUTLINE,
    LONGEST_TEXT,
    Choice,
    Field,
    Flag,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Outline,
    Prose,
    Record,
    Shape,
    Text,
)
from vtdocs.loaders.tables.grid import MAX_COLUMNS, MAX_ROWS
from vtdocs.loaders.tables.options import MAX_HEADINGS, MIN_HEADINGS
from vtdocs.loaders.tables.workbook import MAX_CELLS, MAX_PART_BYTES, MAX_RATIO, MAX_TEXT
from vtdocs.loaders.yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES
from vtdocs.model.totals import MOST_CELLS, MOST_NOTES, MOST_PICTURE_BYTES

ROOT = Path(__file__).parents[1]
FILES = {"co_quan": "co-quan.yaml", "ke_hoach": "ke-hoach.yaml"}

HEAD = """\
# Dữ liệu đầu vào

<!-- Tệp này do tools/make_schema.py tạo ra; sửa ở src/vtdocs/loaders/forms/ rồi chạy lại. -->

Mỗi bảng dưới đây là một nhóm khóa. Khóa bắt buộc phải có giá trị; khóa khác có thể bỏ đi hoặc để trống.
Giá trị không bị đoán kiểu: `08`, `7:30`, `yes` là chữ như đã gõ. Để trống là không ghi gì sau dấu hai chấm
(`~` và `null` không nằm trong ngoặc kép cũng là để trống).

Lời văn dài viết sau dấu `|`, mỗi đoạn một dòng, thụt vào hai dấu cách:

```yaml
mo_dau: |
  Thực hiện Kế hoạch số 101/KH-UBND: triển khai …
  Ủy ban nhân dân xã ban hành Kế hoạch, cụ thể như sau:
```

Trình soạn thảo (VS Code có tiện ích YAML) gợi ý khóa và báo lỗi ngay khi gõ, nếu dòng đầu tệp là:

```yaml
# yaml-language-server: $schema=schema/ke-hoach.schema.json
```
"""


def make_files() -> dict[Path, str]:
    """Make the text of each file."""
    files = {ROOT / "docs" / "schema" / name: data.decode() for name, data in make_schema_files().items()}
    files[ROOT / "docs" / "du-lieu.md"] = make_reference()
    return files


def _but_of_files(title: str) -> str:
    """Say what of a file's keys a group inside another file does not have."""
    return ", trừ `phien_ban` và `loai`" if title.endswith(".yaml`") else ""


def make_reference() -> str:
    """Write the data reference; a group of keys that stands in several places is told once."""
    parts = [HEAD]
    told: dict[str, str] = {}
    for kind in FILES:
        shape = KINDS[kind]
        parts.append(f"\n## {shape.title}: `{FILES[kind]}`\n")
        for path, record in records("", shape):
            title = f"`{path}`" if path else f"`{FILES[kind]}`"
            if path:
                parts.append(f"\n### {title}\n")
            rows = write_rows([field for field in record.fields if field.key not in ("phien_ban", "loai")])
            if rows in told:
                parts.append(f"\nCác khóa như ở {told[rows]}{_but_of_files(told[rows])}.\n")
                continue
            told[rows] = title
            parts.append("\n| Khóa | Kiểu | Bắt buộc | Mô tả | Ví dụ |\n| --- | --- | --- | --- | --- |\n")
            parts.append(write_rows(record.fields))
    parts.append(make_differences())
    parts.append(LISTS)
    parts.append(make_bounds())
    parts.append("\n## Mã lỗi khi đọc dữ liệu\n\n| Mã | Ý nghĩa |\n| --- | --- |\n")
    parts += [f"| {code} | {meaning} |\n" for code, meaning in EXPLANATIONS.items()]
    return "".join(parts)


def make_differences() -> str:
    """Write the keys in which other documents differ from the plan."""
    told = {write_rows([field]) for field in KINDS["ke_hoach"].fields}
    fields = [field for field in KINDS["van_ban"].fields if write_rows([field]) not in told]
    return (
        "\n## Các loại văn bản khác\n\n"
        "Khóa `loai` cho biết loại văn bản. Các khóa như của kế hoạch, trừ những khóa sau:\n\n"
        "| Khóa | Kiểu | Bắt buộc | Mô tả | Ví dụ |\n| --- | --- | --- | --- | --- |\n"
        f"{write_rows(fields)}"
        "\n`kinh_gui` chỉ có ở công văn, tờ trình (phải có) và báo cáo; `tham_quyen` chỉ có ở quyết định và nghị"
        " quyết.\nMọi loại dùng chung một schema, trừ kế hoạch và cơ quan có schema riêng:\n\n"
        "```yaml\n# yaml-language-server: $schema=schema/van-ban.schema.json\n```\n"
    )


LISTS = """
## Nội dung viết bằng danh sách

`noi_dung` (của văn bản, của phụ lục) và `con` của mỗi mục cũng có thể là một danh sách, tiện cho người tạo văn bản bằng
chương trình. Mỗi mục của danh sách là:

- một dòng chữ, đọc đúng như một dòng sau dấu `|`: các dòng chữ liền nhau cho cùng kết quả với lời văn gồm các dòng ấy;
- hoặc một nhóm khóa, nói thẳng dấu đầu dòng (`so`, hoặc `kieu` để vtdocs đánh số), `tieu_de`, `loi`, và các mục con
  (`con`). Ở đây không có quy tắc nào đoán tiêu đề: `tieu_de` là tiêu đề, `loi` là lời văn;
- hoặc `{bang: …}`, `{hinh: …}`: tên đã khai báo, tên tệp, hoặc chính bảng, chính hình.

```yaml
noi_dung:
  - Ủy ban nhân dân xã thông báo như sau
  - kieu: khoan
    tieu_de: Thời gian
    con:
      - {kieu: diem, loi: "Định kỳ: sáng thứ Năm hằng tuần."}
      - "- Dòng có dấu gạch hoặc dấu hai chấm thì đặt trong ngoặc kép."
  - {so: "2.", tieu_de: Địa điểm, loi: Trụ sở Ủy ban nhân dân xã.}
```
"""


def make_bounds() -> str:
    """Write the bounds of the inputs."""
    mb = 1024 * 1024
    rows = (
        ("tệp YAML", f"{MAX_BYTES // mb} MB, {dotted(MAX_NODES)} giá trị, lồng nhau {MAX_DEPTH} tầng"),
        ("tệp Excel, CSV", f"{MAX_TABLE_BYTES // mb} MB"),
        (
            "một trang tính, một tệp CSV",
            f"{dotted(MAX_ROWS)} hàng (kể cả hàng tiêu đề), {MAX_COLUMNS} cột, {dotted(MAX_CELLS)} ô",
        ),
        (
            "bên trong tệp Excel",
            f"mỗi phần {MAX_PART_BYTES // mb} MB sau khi giải nén, nén {MAX_RATIO} lần, {MAX_TEXT // mb} MB chữ",
        ),
        ("một bảng", f"{MIN_HEADINGS} đến {MAX_HEADINGS} cột"),
        ("các bảng của văn bản cộng lại", f"{dotted(MOST_CELLS)} ô; bảng gọi nhiều lần thì tính mỗi lần"),
        ("tệp ảnh", f"{MAX_PICTURE_BYTES // mb} MB, {MAX_PIXELS // 1_000_000} triệu điểm ảnh"),
        ("các ảnh của văn bản cộng lại", f"{MOST_PICTURE_BYTES // mb} MB; mỗi ảnh khác nhau tính một lần"),
        ("chú thích cuối trang của văn bản", dotted(MOST_NOTES)),
        ("một giá trị chữ (trích yếu, nơi nhận …)", f"{dotted(LONGEST_TEXT)} ký tự"),
        ("một đoạn của lời văn, một ô của bảng", f"{dotted(LONGEST_LINE)} ký tự"),
        ("noi_dung, mo_dau, ket_thuc: mỗi khóa", f"{dotted(LONGEST_OUTLINE)} đoạn"),
        ("noi_dung viết bằng danh sách lồng nhau", f"{DEEPEST_OUTLINE} tầng"),
        ("một danh sách (căn cứ, nơi nhận …)", f"{dotted(LONGEST_LIST)} mục"),
        ("phụ lục", f"{MOST_APPENDICES}; mỗi phụ lục {BANG.sequence.maximum if BANG.sequence else 1} bảng"),
        ("bang, hinh của văn bản", f"{MOST_NAMES} tên mỗi khóa, mỗi tên {LONGEST_NAME} ký tự"),
    )
    table = "".join(f"| {what} | {bound} |\n" for what, bound in rows)
    return (
        "\n## Giới hạn\n\nVăn bản 300 trang còn cách xa các giới hạn này; quá giới hạn thì vtdocs nói rõ chỗ và"
        f" giới hạn.\n\n| Cái gì | Nhiều nhất |\n| --- | --- |\n{table}"
    )


def write_rows(fields: Iterable[Field]) -> str:
    """Write a row of the reference for each key."""
    rows = []
    for field in fields:
        example = "<br>".join(f"`{line}`" for line in field.example.splitlines())
        cells = (f"`{field.key}`", describe(field.shape), "có" if field.required else "", field.description, example)
        rows.append(" | ".join(cell.replace("|", "\\|") for cell in cells))
    return "".join(f"| {row} |\n" for row in rows)


def records(path: str, shape: Shape) -> Iterator[tuple[str, Record]]:
    """Give every group of keys below a shape, with the path that leads to it."""
    if isinstance(shape, Record):
        yield path, shape
        for field in shape.fields:
            yield from records(f"{path}.{field.key}" if path else field.key, field.shape)
    elif isinstance(shape, ListOf):
        yield from records(path if shape.single else f"{path}[]", shape.item)
    elif isinstance(shape, MapOf):
        yield from records(f"{path}.<tên>", shape.item)
    elif isinstance(shape, Outline) and path == "noi_dung":
        # An item may hold items, which are told of once.
        yield from records(f"{path}[]", shape.item())
    elif isinstance(shape, OneOf):
        for part in (shape.mapping, shape.sequence):
            if part is not None:
                yield from records(path, part)


def describe(shape: Shape) -> str:
    """Say in Vietnamese what may stand for a shape."""
    match shape:
        case Text(pattern=str()) if shape.pattern == DATE_PATTERN:
            return "ngày: `05/01/2026` hoặc `2026-01-05`"
        case Text(lines=True):
            return "chữ, một hoặc nhiều dòng"
        case Text():
            return "chữ, một dòng"
        case Prose():
            return "lời văn sau dấu |"
        case Outline():
            return "nội dung nhiều cấp sau dấu |; hoặc danh sách các mục"
        case MapOf():
            return f"các {shape.title} có tên"
        case Number():
            return "số nguyên"
        case Choice() | Flag():
            return " hoặc ".join(f"`{word}`" for word in _words(shape))
        case ListOf():
            many = f"danh sách ({describe(shape.item)})"
            return f"{describe(shape.item)}; hoặc {many}" if shape.single else many
        case Record():
            return "nhóm khóa"
        case OneOf():
            parts = (shape.text, shape.mapping, shape.sequence)
            return "; hoặc ".join(describe(part) for part in parts if part is not None)


def _words(shape: Choice | Flag) -> tuple[str, ...]:
    """Give the words to choose from; of those for yes and no the first of each."""
    return (Flag.YES[0], Flag.NO[0]) if isinstance(shape, Flag) else shape.words


def main() -> int:
    """Write or check the files."""
    return write_or_check(make_files(), ROOT, "make_schema.py", __doc__)


if __name__ == "__main__":
    sys.exit(main())
