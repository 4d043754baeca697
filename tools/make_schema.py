"""Make the JSON Schemas and the Vietnamese data reference from the declarations of the inputs, or check them.

python tools/make_schema.py            write docs/schema/*.schema.json and docs/du-lieu.md
python tools/make_schema.py --check    compare; exit 1 where a file is not what would be written
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from vtdocs.loaders import KINDS, json_schema
from vtdocs.loaders.codes import EXPLANATIONS
from vtdocs.loaders.shapes import Choice, Field, ListOf, Number, OneOf, Outline, Prose, Record, Shape, Text

ROOT = Path(__file__).parents[1]
FILES = {"ke_hoach": "ke-hoach.yaml", "co_quan": "co-quan.yaml"}

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
    files = {
        ROOT / "docs" / "schema" / f"{kind.replace('_', '-')}.schema.json": (
            json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
        )
        for kind in KINDS
    }
    files[ROOT / "docs" / "du-lieu.md"] = make_reference()
    return files


def make_reference() -> str:
    """Write the data reference; a group of keys that stands in several places is told once."""
    parts = [HEAD]
    told: dict[str, str] = {}
    for kind in ("co_quan", "ke_hoach"):
        shape = KINDS[kind]
        parts.append(f"\n## {shape.title}: `{FILES[kind]}`\n")
        for path, record in records("", shape):
            title = f"`{path}`" if path else f"`{FILES[kind]}`"
            if path:
                parts.append(f"\n### {title}\n")
            rows = write_rows([field for field in record.fields if field.key not in ("phien_ban", "loai")])
            if rows in told:
                parts.append(f"\nCác khóa như ở {told[rows]}.\n")
                continue
            told[rows] = title
            parts.append("\n| Khóa | Kiểu | Bắt buộc | Mô tả | Ví dụ |\n| --- | --- | --- | --- | --- |\n")
            parts.append(write_rows(record.fields))
    parts.append("\n## Mã lỗi khi đọc dữ liệu\n\n| Mã | Ý nghĩa |\n| --- | --- |\n")
    parts += [f"| {code} | {meaning} |\n" for code, meaning in EXPLANATIONS.items()]
    return "".join(parts)


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
        yield from records(f"{path}[]", shape.item)
    elif isinstance(shape, OneOf):
        for part in (shape.mapping, shape.sequence):
            if part is not None:
                yield from records(path, part)


def describe(shape: Shape) -> str:
    """Say in Vietnamese what may stand for a shape."""
    match shape:
        case Text(pattern=str()):
            return "ngày: `05/01/2026` hoặc `2026-01-05`"
        case Text(lines=True):
            return "chữ, một hoặc nhiều dòng"
        case Text():
            return "chữ, một dòng"
        case Prose():
            return "lời văn sau dấu |"
        case Outline():
            return "nội dung nhiều cấp sau dấu |"
        case Number():
            return "số nguyên"
        case Choice():
            return " hoặc ".join(f"`{word}`" for word in shape.words)
        case ListOf():
            many = f"danh sách ({describe(shape.item)})"
            return f"{describe(shape.item)}; hoặc {many}" if shape.single else many
        case Record():
            return "nhóm khóa"
        case OneOf():
            parts = (shape.text, shape.mapping, shape.sequence)
            return "; hoặc ".join(describe(part) for part in parts if part is not None)


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    stale = []
    for path, text in make_files().items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    if check and stale:
        print(f"not current: {', '.join(stale)}; run python tools/make_schema.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
