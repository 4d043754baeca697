"""Word files made by hand for the tests of the recogniser: heads, signatures and lists as people lay them out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from vtdocs.checking.office import Office
from vtdocs.checking.paper import Paper
from vtdocs.checking.recognising import recognise
from vtdocs.readers.docx import read_docx

__all__ = ["ISSUER", "MOTTO", "TEXT", "Sheet", "fill", "item_list", "kind", "sheet", "words"]

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ISSUER = ("ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG")
NUMBER, DATE = "Số: 12/KH-UBND", "Vĩnh Thông, ngày 05 tháng 01 năm 2026"
TEXT = (
    "Thực hiện Nghị quyết của Hội đồng nhân dân xã, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "Nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính trên địa bàn xã.",
    "2. Yêu cầu",
    "Bảo đảm thiết thực, hiệu quả, đúng tiến độ và phù hợp với điều kiện thực tế của địa phương./.",
)


_ALIGNS = {
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWN = """<w:r {w} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>
<wp:extent cx="2520000" cy="900000"/><wp:wrapNone/><wp:docPr id="{id}" name="Box {id}"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>
</a:graphic></wp:anchor></w:drawing></w:r>"""


class Sheet:
    """A paper in the making; lines in a list are paragraphs, "\\n" in one of them is a line break."""

    def __init__(self) -> None:
        self.docx = docx.Document()
        section = self.docx.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(15)

    def line(
        self, text: str = "", *, align: str = "", bold: bool = False, italic: bool = False, indent: int = 0
    ) -> Paragraph:
        """Add a paragraph; `align` "centre", "right", "both"; `indent` in millimetres."""
        return _set(self.docx.add_paragraph(), text, align, bold, italic, indent)

    def lines(self, texts: Iterable[str], *, align: str = "", bold: bool = False) -> Sheet:
        """Add paragraphs."""
        for text in texts:
            self.line(text, align=align, bold=bold)
        return self

    def centre(self, *texts: str, bold: bool = True) -> Sheet:
        """Add paragraphs in the middle."""
        return self.lines(texts, align="centre", bold=bold)

    def grid(self, *rows: Sequence[Sequence[str]], widths: Sequence[int] = (), borders: bool = False) -> Sheet:
        """Add a table: rows of cells of lines, all centred. `widths` in millimetres."""
        table = self.docx.add_table(len(rows), len(rows[0]))
        table.autofit = False
        if borders:
            table.style = "Table Grid"
        for row, cells in zip(table.rows, rows, strict=True):
            for place, (cell, lines) in enumerate(zip(row.cells, cells, strict=True)):
                if widths:
                    cell.width = Mm(widths[place])
                fill(cell, lines)
        return self

    def head(self, left: Sequence[str] = (*ISSUER, NUMBER), right: Sequence[str] = (*MOTTO, DATE)) -> Sheet:
        """Add the usual head: a table of one row."""
        return self.grid((left, right), widths=(70, 95))

    def title(self, kind: str = "KẾ HOẠCH", *subject: str) -> Sheet:
        """Add name and subject."""
        return self.centre(kind, *(subject or ("Tuyên truyền cải cách hành chính năm 2026",)))

    def body(self, texts: Iterable[str] = TEXT) -> Sheet:
        """Add the text."""
        return self.lines(texts, align="both")

    def sign(
        self,
        left: Sequence[str] = ("Nơi nhận:", "- Các phòng;", "- Lưu: VT, VHXH."),
        right: Sequence[str] = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"),
    ) -> Sheet:
        """Add recipients and signature: a table of one row."""
        return self.grid((left, right), widths=(80, 85))

    def box(self, texts: Iterable[str], left: int) -> Sheet:
        """Hang a text box so many millimetres from the left edge of the page, at a paragraph of its own."""
        paragraph = self.docx.add_paragraph()
        content = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        number = len(self.docx.paragraphs)
        paragraph._p.append(parse_xml(_DRAWN.format(w=_W, left=left * 36000, id=number, content=content)))
        return self

    def new_page(self) -> Sheet:
        """Begin a page."""
        self.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return self

    def save(self) -> bytes:
        """Give the file."""
        out = io.BytesIO()
        self.docx.save(out)
        return out.getvalue()

    def read(self, office: Office | None = None) -> Paper:
        """Read and recognise it."""
        return recognise(read_docx(self.save(), "thu.docx"), office)


def fill(cell: _Cell, lines: Sequence[str]) -> None:
    """Write lines into a cell, one a paragraph."""
    for place, text in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        left = text.startswith(("-", "Nơi nhận"))
        _set(paragraph, text, "" if left else "centre", text.isupper(), text.startswith("Nơi nhận"), 0)


def _set(paragraph: Paragraph, text: str, align: str, bold: bool, italic: bool, indent: int) -> Paragraph:
    pieces = text.split("\n")
    for place, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run.bold, run.italic = bold or None, italic or None
        run.font.size = Pt(14)
        if place < len(pieces) - 1:
            run.add_break()
    if align:
        paragraph.alignment = _ALIGNS[align]
    if indent:
        paragraph.paragraph_format.left_indent = Mm(indent)
    return paragraph


def words(paper: Paper, *keys: str) -> dict[str, tuple[str, ...]]:
    """The lines of components, with single blanks; keys that have none are left out."""
    found = {key: paper.part(key) for key in keys or paper.parts}
    return {key: tuple(" ".join(line.text.split()) for line in part.lines) for key, part in found.items() if part}


def item_list(paper: Paper, body: int = 0) -> list[tuple[str, str, str]]:
    """Role, mark and first words of every item that is not empty."""
    return [
        (item.role.name, item.number, " ".join(item.line.text.split())[:30])
        for item in paper.items
        if item.body == body and item.role.name != "EMPTY"
    ]


def sheet(number: str = NUMBER, *about: str) -> Sheet:
    """A paper with its head; `about` stands below the number."""
    return Sheet().head((*ISSUER, number, *about))


def kind(paper: Paper) -> str | None:
    """The key of its kind."""
    return paper.loai.key if paper.loai else None
