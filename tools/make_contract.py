"""Make docs/mau-word.md from the contract of Word templates, or check that it is current.

python tools/make_contract.py            write docs/mau-word.md
python tools/make_contract.py --check    compare; exit 1 where it differs
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from style_rows import ROWS
from template_styles import CHARACTER_ROWS, TABLE_STYLE_NAMES
from vtdocs.writers.docx.contract import CORE_STYLES, DERIVED_STYLES, FAULTS, SLOTS, TAGS, mark

PAGE = Path(__file__).parents[1] / "docs" / "mau-word.md"

_NAMES: dict[str, str] = {
    **{row.style: row.name for row in ROWS},
    **{style: name for style, name, _kind, _properties in CHARACTER_ROWS},
    **TABLE_STYLE_NAMES,
}

_OPENING = """\
<!-- Made by tools/make_contract.py from the code; edit it there. -->

# Mẫu văn bản

Văn bản do vtdocs soạn lấy cách trình bày từ một tệp Word gọi là **mẫu văn bản**: khổ giấy, lề, phông, cỡ chữ, khung
đầu trang, chỗ ký. Sửa mẫu trong Word (hay LibreOffice) là đổi được cách trình bày của mọi văn bản, không phải sửa dữ
liệu.

Có sẵn một mẫu Word (giấy mời, hợp đồng …) và muốn điền dữ liệu vào thì đó là một **mẫu tự do**: xem
[dien-mau.md](dien-mau.md). vtdocs tự nhận ra: tệp có từ hai chỗ điền trở lên trong [danh sách bên
dưới](#các-chỗ-điền) là mẫu văn bản, còn lại là mẫu tự do; `vtdocs template check` cho biết loại nào.

## Lấy mẫu gốc, sửa, kiểm tra, dùng

```console
$ vtdocs template new mau
Đã chép mẫu vào mau:
  Tệp
  mau/van-ban-co-ten-loai.docx
Tiếp theo: sửa mẫu trong Word, kiểm tra bằng   vtdocs template check mau
rồi soạn bằng   vtdocs build ĐƯỜNG_DẪN --templates mau
$ vtdocs template check mau
Mẫu Word:
  Tệp                           Loại mẫu     Kết quả
  mau/van-ban-co-ten-loai.docx  mẫu văn bản  đạt
```

Tệp đã có sẵn thì không bị ghi đè. Khi soạn, thêm `--templates mau`:

```sh
vtdocs build examples/cchc-2026 --templates mau --dry-run
```

Với mỗi loại văn bản, vtdocs tìm trong thư mục mẫu tệp mang tên loại (`ke-hoach.docx`, `quyet-dinh.docx`,
`cong-van.docx` …); không có thì dùng `van-ban-co-ten-loai.docx`. Muốn một loại trình bày khác đi, chép mẫu chung thành
tệp mang tên loại đó rồi sửa. Mẫu có lỗi thì mọi lỗi được báo cùng một lượt và không tệp nào được ghi.

Trong Python:

```python
import vtdocs

van_ban = vtdocs.load("examples/cchc-2026/ke-hoach.yaml")
mau = vtdocs.open_template("mau/van-ban-co-ten-loai.docx")
vtdocs.write_docx(van_ban, "ke-hoach.docx", template=mau)
```

Mở mẫu một lần rồi dùng cho bao nhiêu văn bản cũng được, ở nhiều luồng hay nhiều tiến trình. Soạn cả thư mục như lệnh
trên: `vtdocs.build("nam-2027", templates="mau")`.

## Được đổi những gì

- **Trang**: lề, khổ giấy, gáy đóng; trang ngang của bảng rộng theo lề ấy. Nếu lề rộng ra, thu các bảng của khung lại
  cho vừa (VT-415).
- **Kiểu** (Styles): cỡ chữ, giãn dòng, thụt lề, đậm, màu. Sửa kiểu chứ đừng sửa từng đoạn: các chỗ điền chỉ nhận
  kiểu. Các cấp của nội dung kế thừa kiểu “Nội dung”, nên đổi cỡ chữ ở đó là đủ.
- **Khung**: thêm logo, dòng địa chỉ, đường kẻ; chia lại bảng đầu trang và bảng chữ ký; đổi thứ tự các chỗ điền, đặt
  nhiều chỗ điền trong một ô của bảng, hay bỏ hẳn bảng. Logo được neo vào đoạn của một chỗ điền thì ở lại đó.
- **Đầu trang, chân trang**: chữ tùy ý, số trang ở đâu cũng được, và các thẻ bên dưới. Đầu trang riêng của trang đầu
  (Different First Page) cũng hiện ở trang đầu của mỗi phụ lục.

Độ dài đường kẻ, chỗ ngắt tên loại, độ rộng cột và hướng trang của bảng được đo lại theo mẫu: theo lề, cỡ chữ, bề rộng
từng ô và khoảng đệm của nó. Phần nào khác với Nghị định 30/2020/NĐ-CP thì `vtdocs template check` nhắc, kèm điều khoản.

Đừng thêm ngắt phần (section break), đừng đặt chỗ điền trong hộp chữ hay điều khiển nội dung, và duyệt hết các sửa
đổi đang chờ (Track Changes) trước khi dùng.
"""

_TAGS = """
## Các thẻ

Thẻ đứng giữa dòng chữ, ở thân văn bản, đầu trang, chân trang hay hộp chữ, bao nhiêu lần cũng được; phải có mỗi thẻ ít
nhất một lần. Định dạng cả thẻ như nhau; Word có cắt thẻ ra vì lỗi chính tả hay ngôn ngữ thì không sao.
"""

_SLOTS = """
## Các chỗ điền

Mỗi chỗ điền đứng một mình trong một đoạn, đúng một lần, và nhường chỗ cho các đoạn, bảng của văn bản. Thứ tự của chúng
trong khung tùy bạn; `noi_dung` phải ở ngoài bảng, `phu_luc` phải là đoạn cuối cùng.
"""

_CORE = """
## Các kiểu phải có

Nhận ra kiểu theo mã của nó, hoặc theo tên: Word và LibreOffice có thể đổi mã khi lưu, tên thì giữ nguyên. Đừng đổi tên.
"""

_DERIVED = """
## Các kiểu lấy từ mẫu gốc nếu thiếu

Thiếu các kiểu này thì vtdocs lấy ở mẫu gốc, theo phông và cỡ chữ của mẫu bạn; nhờ vậy mẫu làm từ bản vtdocs cũ vẫn dùng
được. Có thì theo mẫu.
"""

_FAULTS = """
## Mã lỗi của mẫu văn bản

Lỗi nêu tệp, phần của tệp (`word/document.xml` là thân, `word/header1.xml` là một đầu trang), rồi chỗ trong phần đó:
`bảng 1, hàng 2, ô 1, đoạn 1` là đoạn đầu của ô đầu ở hàng thứ hai của bảng đầu; `đoạn 3` là đoạn thứ ba ở ngoài bảng.
"""


def page() -> str:
    """Write the page."""
    tags = [(f"`{mark(name)}`", what) for name, what in TAGS.items()]
    slots = [(f"`{mark(name)}`", what) for name, what in SLOTS.items()]
    faults = [(code, meaning, mend) for code, (meaning, mend) in FAULTS.items()]
    return (
        _OPENING
        + _TAGS
        + _table(("thẻ", "là gì"), tags)
        + _SLOTS
        + _table(("chỗ điền", "là gì"), slots)
        + _CORE
        + _table(("tên", "mã", "dùng cho"), _styles(CORE_STYLES))
        + _DERIVED
        + _table(("tên", "mã", "dùng cho"), _styles(DERIVED_STYLES))
        + _FAULTS
        + _table(("mã", "ý nghĩa", "cách xử lý"), faults)
    )


def _styles(styles: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return [(_NAMES[style], f"`{style}`", what) for style, what in styles.items()]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    text = page()
    if PAGE.exists() and PAGE.read_text("utf-8") == text:
        return 0
    if check:
        print(f"{PAGE.relative_to(PAGE.parents[1])} is not current: run python tools/make_contract.py")
        return 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"written: {PAGE.relative_to(PAGE.parents[1])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
