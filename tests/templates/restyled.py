"""The stock template as people edit it: by python-docx, by hand in the XML, by LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from tests.judges import soffice
from tests.writers.hand_made import image
from vtdocs.writers.docx import stock_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"


def changed(changes: dict[str, list[tuple[str, str]]], data: bytes | None = None) -> bytes:
    """The stock template with text of its parts replaced; every text to replace must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or stock_file())) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            for before, after in changes.get(info.filename, ()):
                assert before in content.decode(), before
                content = content.decode().replace(before, after).encode()
            target.writestr(info.filename, content)
    return out.getvalue()


def read_part(data: bytes, part: str) -> str:
    """The text of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


def edited(edit: Callable[[Any], None]) -> bytes:
    """The stock template after an edit by python-docx."""
    document = docx.Document(io.BytesIO(stock_file()))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- what people do -------------------------------------------------------------------------------------------------


def _smaller_text(document: Any) -> None:
    document.styles["Nội dung"].font.size = Pt(13)


def _looser_paragraphs(document: Any) -> None:
    form = document.styles["Nội dung"].paragraph_format
    form.first_line_indent, form.space_before, form.line_spacing = Mm(10), Pt(10), 1.3
    document.styles["Trích yếu"].paragraph_format.left_indent = Mm(10)
    document.styles["Trích yếu"].paragraph_format.right_indent = Mm(10)


def _wider_margins(document: Any) -> None:
    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(35), Mm(15)
    section.top_margin = section.bottom_margin = Mm(25)


def _logo(document: Any) -> None:
    cell = document.tables[0].rows[0].cells[0]
    paragraph = cell.paragraphs[0].insert_paragraph_before()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run().add_picture(io.BytesIO(image(60, 60)), Mm(15))


def _anchored_logo() -> bytes:
    """A logo that floats, anchored to the very paragraph of a slot, as Word does where the cursor stands in it."""

    def insert(document: Any) -> None:
        paragraph = document.tables[0].rows[0].cells[0].paragraphs[0]
        paragraph.add_run().add_picture(io.BytesIO(image(60, 60)), Mm(12))

    data = edited(insert)
    place = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        "<wp:posOffset>0</wp:posOffset></wp:positionV>"
    )
    xml = read_part(data, DOCUMENT)
    inline = re.search(r"<wp:inline[^>]*>(<wp:extent[^>]*/>)", xml)
    assert inline is not None
    names = " ".join(re.findall(r'xmlns:\w+="[^"]*"', inline[0]))
    opening = place.replace("<wp:anchor", f"<wp:anchor {names}".rstrip()) + inline[1]
    opening += '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    return changed({DOCUMENT: [(inline[0], opening), ("</wp:inline>", "</wp:anchor>")]}, data)


def _address_strips(document: Any) -> None:
    first = document.tables[0]._tbl
    above = document.paragraphs[0].insert_paragraph_before("ĐƯỜNG SỐ 1, XÃ VĨNH THÔNG - ĐT: 0296 3 000 000")
    above.alignment = WD_ALIGN_PARAGRAPH.CENTER
    first.addprevious(above._p)
    below = document.paragraphs[1].insert_paragraph_before("Thư điện tử: xa@example.vn & cổng thông tin")
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _one_row_head() -> bytes:
    """All of the head in one row of two cells of other widths, said by the grid alone."""
    document = docx.Document(io.BytesIO(stock_file()))
    table = document.tables[0]
    for column in (0, 1):
        target, source = table.rows[0].cells[column], table.rows[1].cells[column]
        for paragraph in list(source.paragraphs):
            target._tc.append(paragraph._p)
    table._tbl.remove(table.rows[1]._tr)
    out = io.BytesIO()
    document.save(out)
    data = out.getvalue()
    xml = read_part(data, DOCUMENT)
    head = xml[: xml.index("</w:tbl>")]
    narrow = re.sub(r"<w:tcW [^>]*/>", '<w:tcW w:w="0" w:type="auto"/>', head)
    narrow = narrow.replace('w:gridCol w:w="3515"', 'w:gridCol w:w="3402"').replace('w:w="5556"', 'w:w="5669"')
    return changed({DOCUMENT: [(head, narrow)]}, data)


def _three_row_head(document: Any) -> None:
    """The letter's trích yếu in a third row, which other papers leave empty."""
    table = document.tables[0]
    row = table.add_row()
    summary = table.rows[1].cells[0].paragraphs[1]
    first = row.cells[0]
    first._tc.remove(first.paragraphs[0]._p)
    first._tc.append(summary._p)


def _gutter(document: Any) -> None:
    """Room for the binding, and the tables of the head and the signature as much narrower."""
    document.sections[0].gutter = Mm(3)
    for table, widths in zip(document.tables, ((60, 97), (75, 82)), strict=True):
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)


def _other_tables() -> bytes:
    """More room in cells, by the names of left and right in newer files, and smaller letters further apart."""
    data = edited(_smaller_cells)
    styles = read_part(data, STYLES)
    start = styles.rindex("<w:tblCellMar>")
    wide = (
        '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:start w:w="170" w:type="dxa"/>'
        '<w:bottom w:w="57" w:type="dxa"/><w:end w:w="170" w:type="dxa"/>'
    )
    return changed({STYLES: [(styles[start : styles.index("</w:tblCellMar>", start)], wide)]}, data)


def _smaller_cells(document: Any) -> None:
    for name in ("Bảng: tiêu đề cột", "Bảng: nội dung", "Bảng: nội dung canh giữa", "Bảng: nội dung canh phải"):
        document.styles[name].font.size = Pt(12)
        document.styles[name].paragraph_format.line_spacing = 1.2


def _office_in_header() -> bytes:
    number = '<w:fldSimple w:instr=" PAGE ">'
    office = (
        '<w:r><w:t xml:space="preserve">UBND xã Vĩnh Thông - {{ ky_</w:t></w:r><w:proofErr w:type="spellStart"/>'
        '<w:r w:rsidR="00AB12CD"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">hieu }}</w:t></w:r>'
        "<w:r><w:tab/></w:r>"
    )
    tabs = '<w:pPr><w:pStyle w:val="SoTrang"/><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:jc w:val="left"/>'
    return changed({HEADER: [(number, office + number), ('<w:pPr><w:pStyle w:val="SoTrang"/>', tabs)]})


def _other_font() -> bytes:
    return changed({STYLES: [("Times New Roman", "Liberation Serif")]})


def _bold_and_coloured(document: Any) -> None:
    for name in ("Tên loại", "Mục (I.)", "Bảng: tiêu đề cột"):
        document.styles[name].font.color.rgb = RGBColor(0, 32, 96)
    document.styles["Bảng: nội dung"].font.bold = True
    document.styles["Địa danh và thời gian"].font.size = Pt(13)


def _older() -> bytes:
    """A template made when styles of later versions were not there yet."""
    styles = read_part(stock_file(), STYLES)
    names = r"Bang\w*Nho|BangSo|BangPhai|Dieu|Dam|KetPhan|LienKet|SoChuThich"
    each = r"(?:(?!</w:style>).)*"
    later = [found[0] for found in re.finditer(rf'<w:style {each}w:styleId="(?:{names})"{each}</w:style>', styles)]
    assert len(later) == 17
    return changed({STYLES: [(style, "") for style in later] + [('<w:sz w:val="28"/>', '<w:sz w:val="26"/>')]})


def by_libreoffice(folder: Path) -> bytes:
    """The stock template, opened and saved by LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mau.docx").write_bytes(stock_file())
    program = soffice()
    assert program is not None
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved"), str(folder / "mau.docx")]
    subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
    return (folder / "saved" / "mau.docx").read_bytes()


RESTYLED: dict[str, Callable[[], bytes]] = {
    "chữ 13": lambda: edited(_smaller_text),
    "đoạn thưa hơn": lambda: edited(_looser_paragraphs),
    "lề rộng hơn": lambda: edited(_wider_margins),
    "logo": lambda: edited(_logo),
    "logo neo vào ô": _anchored_logo,
    "dải địa chỉ": lambda: edited(_address_strips),
    "đầu một hàng": _one_row_head,
    "đầu ba hàng": lambda: edited(_three_row_head),
    "gáy đóng": lambda: edited(_gutter),
    "bảng khác": _other_tables,
    "tên cơ quan ở đầu trang": _office_in_header,
    "phông khác": _other_font,
    "đậm và màu": lambda: edited(_bold_and_coloured),
    "mẫu đời cũ": _older,
}
"""Templates that people made of the stock one, by what they did to it."""
