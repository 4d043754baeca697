"""Make the Word template of examples/dien-mau, as somebody would set it up in Word: tags in paragraphs and in a table.

python tools/make_form_example.py            write examples/dien-mau/giay-moi.docx
python tools/make_form_example.py --check    fail if the file differs from what would be written
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import freeze_parts, pack, read_package

TARGET = Path(__file__).parents[1] / "examples" / "dien-mau" / "giay-moi.docx"
FONT = "Times New Roman"
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LIMIT = 64 * 1024 * 1024


def main() -> int:
    """Write the template, or compare it."""
    parts = read_package(make_template(), LIMIT)
    assert parts is not None
    if "--check" in sys.argv[1:]:
        if not TARGET.is_file() or read_package(TARGET.read_bytes(), LIMIT) != parts:
            print(f"{TARGET.name} is not what tools/make_form_example.py writes")
            return 1
        return 0
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(pack(freeze_parts(parts, with_properties=True), {}, None, find_compressor()))
    return 0


def make_template() -> bytes:
    """Give the bytes of the template."""
    document = Document()
    set_page(document)
    write_head(document)
    for text, bold in (("GIẤY MỜI", True), ("{{ viec }}", True)):
        write(document.add_paragraph(), text, bold=bold, align=CENTRE, after=6)
    write(document.add_paragraph(), "Kính gửi: {{ kinh_gui }}.", align=CENTRE, before=6, after=12)
    opening = document.add_paragraph()
    write(opening, "{{ co_quan }} trân trọng kính mời {{ kinh_gui }} dự {{ viec|lower }}:", align=JUSTIFY, indent=True)
    for label, tag in (
        ("Thời gian: ", "{{ thoi_gian }}."),
        ("Địa điểm: ", "{{ dia_diem }}."),
        ("Chủ trì: ", "{{ chu_tri }}."),
    ):
        line = document.add_paragraph()
        write(line, label, bold=True, align=JUSTIFY, indent=True)
        write(line, tag, align=JUSTIFY, indent=True)
    write(document.add_paragraph(), "Chương trình:", bold=True, align=JUSTIFY, indent=True)
    write_programme(document)
    write(document.add_paragraph(), "{%p if luu_y %}")
    write(document.add_paragraph(), "{{ luu_y }}", align=JUSTIFY, indent=True, before=6)
    write(document.add_paragraph(), "{%p endif %}")
    write(
        document.add_paragraph(),
        "Rất mong {{ kinh_gui }} dự họp đầy đủ, đúng giờ./.",
        align=JUSTIFY,
        indent=True,
        before=6,
    )
    write_end(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def set_page(document: WordDocument) -> None:
    """Set paper, margins, font and what Word notes of the file."""
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = "{{ viec }}", "vi-VN"
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)


def write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int | None = None,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: bool = False,
    before: int = 0,
    after: int = 3,
) -> None:
    """Add a run to a paragraph, and say how the paragraph stands."""
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size) if size else None
    style = paragraph.paragraph_format
    style.alignment, style.space_before, style.space_after = align, Pt(before), Pt(after)
    style.first_line_indent = Mm(10) if indent else None


def write_cell(cell: _Cell, *lines: tuple[str, bool, bool, int], align: WD_ALIGN_PARAGRAPH | None = None) -> None:
    """Write lines (text, bold, italic, size) into a cell, a paragraph each."""
    for number, (text, bold, italic, size) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        write(paragraph, text, bold=bold, italic=italic, size=size, align=align, after=0)


def set_widths(table: Table, *widths: Mm) -> None:
    """Set the columns of a table, in its grid and in its cells."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def write_head(document: WordDocument) -> None:
    """Write the issuer beside the name of the state."""
    table = document.add_table(1, 2)
    table.autofit = False
    set_widths(table, Mm(65), Mm(100))
    write_cell(
        table.cell(0, 0),
        ("{{ co_quan|upper }}", True, False, 13),
        ("Số: {{ so }}/GM-UBND", False, False, 13),
        align=CENTRE,
    )
    write_cell(
        table.cell(0, 1),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False, 13),
        ("Độc lập - Tự do - Hạnh phúc", True, False, 14),
        ("{{ dia_danh }}, {{ ngay }}", False, True, 14),
        align=CENTRE,
    )
    write(document.add_paragraph(), "", size=6)


def write_programme(document: WordDocument) -> None:
    """Write the table: the row between the tags of the loop comes once for each item."""
    table = document.add_table(4, 3)
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    set_widths(table, Mm(25), Mm(90), Mm(50))
    rows = (
        ("Giờ", "Nội dung", "Người trình bày"),
        ("{%tr for muc in chuong_trinh %}", "", ""),
        ("{{ muc.gio }}", "{{ muc.noi_dung }}", "{{ muc.nguoi }}"),
        ("{%tr endfor %}", "", ""),
    )
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            write_cell(cell, (text, number == 0, False, 13), align=None if number and column else CENTRE)


def write_end(document: WordDocument) -> None:
    """Write who gets it beside who signs it."""
    write(document.add_paragraph(), "", size=6)
    table = document.add_table(1, 2)
    write_cell(
        table.cell(0, 0),
        ("Nơi nhận:", True, True, 12),
        ("{%p for ten in noi_nhan %}", False, False, 11),
        ("- {{ ten }};", False, False, 11),
        ("{%p endfor %}", False, False, 11),
        ("- Lưu: VT.", False, False, 11),
    )
    write_cell(
        table.cell(0, 1),
        ("{{ nguoi_ky.quyen_han }}", True, False, 14),
        ("{{ nguoi_ky.chuc_vu|upper }}", True, False, 14),
        *(("", False, False, 14),) * 4,
        ("{{ nguoi_ky.ho_ten }}", True, False, 14),
        align=CENTRE,
    )


if __name__ == "__main__":
    raise SystemExit(main())
