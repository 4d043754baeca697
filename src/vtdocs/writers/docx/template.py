"""A Word template, read and compiled once into a value that fills any number of documents.

The text of `word/document.xml` is cut at its tags and slots; nothing of it is parsed again when a document is
written. The value is immutable and can be pickled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.errors import TemplateError
from vtdocs.tree import Style
from vtdocs.units import Length, Twips

from .contract import APPENDIX_SLOT, RECIPIENTS_SLOT, REQUIRED_STYLES, SLOTS, TABLE_STYLE, TAGS
from .package import read_package
from .pages import Page, bare_xml, read_pages
from .paragraphs import empty_paragraph
from .seams import TYPES_PART, Seams, cut_parts
from .stylesheet import Look, TableLook, read_looks, read_table_look
from .xml import qname

__all__ = ["Chunk", "OverflowChunk", "SectionChunk", "SlotChunk", "TagChunk", "Template", "compile_template"]

DOCUMENT_PART = "word/document.xml"
STYLES_PART = "word/styles.xml"

_TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_SLOT = re.compile(r"\{\{p\s+(\w+)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
# Private-use characters mark the cuts between two passes; a template that holds them itself is refused.
_OPEN, _CLOSE = "\ue000", "\ue001"
_CUT = re.compile(f"{_OPEN}(\\d+){_CLOSE}|<\\?vtdocs (\\d+)\\?>")
_LARGEST_TEMPLATE = 32 * 1024 * 1024


class TagChunk(Struct, frozen=True):
    """A place for a short value, and the look of the text around it."""

    name: str
    look: Look


class SlotChunk(Struct, frozen=True):
    """A place for blocks, the width that they may fill, and whether it alone holds its cell open."""

    name: str
    width: Length
    sole: bool


class SectionChunk(Struct, frozen=True):
    """The place of the last section's properties."""


class OverflowChunk(Struct, frozen=True):
    """A place for one more row of the signature's table: what opens it, and what closes it behind the recipients."""

    opening: str
    closing: str
    width: Length


Chunk = str | TagChunk | SlotChunk | SectionChunk | OverflowChunk


class Template(Struct, frozen=True):
    """A compiled template.

    `parts` are the parts that no document changes, by name; `upright` are the template's own pages and `turned` the
    same ones lying across; `seams` is where a document adds to the parts.
    """

    parts: Mapping[str, bytes]
    chunks: tuple[Chunk, ...]
    looks: Mapping[str, Look]
    table: TableLook
    upright: Page
    turned: Page
    seams: Seams

    @property
    def text_width(self) -> Length:
        """The width of the text of an upright page."""
        return self.upright.text_width

    @property
    def text_height(self) -> Length:
        """The height of the text of an upright page."""
        return self.upright.text_height


def compile_template(data: bytes, name: str = "mẫu") -> Template:
    """Read a template from the bytes of its file; `name` is what faults call it.

    Raises TemplateError with every fault: a tag or slot that does not exist, one that is missing, torn over
    runs or in a wrong place, and missing styles.
    """
    parts = _read_parts(data, name)
    document = _parse(parts.pop(DOCUMENT_PART), name, DOCUMENT_PART)
    styles = _parse(parts[STYLES_PART], name, STYLES_PART)
    looks = read_looks(styles)
    faults = list(_check_styles(styles, name))
    seams = cut_parts(parts, DOCUMENT_PART, document, lambda xml, part: _parse(xml, name, part))
    compiler = _Compiler(document, styles, looks, name)
    faults += compiler.run()
    if faults:
        raise TemplateError(faults)
    return Template(
        parts=parts,
        chunks=tuple(compiler.chunks()),
        looks=looks,
        table=read_table_look(styles, TABLE_STYLE),
        upright=compiler.upright,
        turned=compiler.turned,
        seams=seams,
    )


def _read_parts(data: bytes, name: str) -> dict[str, bytes]:
    parts = read_package(data, _LARGEST_TEMPLATE)
    again = "mở bằng Word, bỏ bớt ảnh, lưu lại dạng .docx"
    if parts is None:
        raise _fault("VT-402", "tệp mẫu không phải tệp .docx, bị hỏng hoặc quá lớn", name, again)
    for part in (TYPES_PART, DOCUMENT_PART, STYLES_PART):
        if part not in parts:
            raise _fault("VT-402", f"tệp mẫu thiếu phần {part}", name, again)
    return parts


def _parse(xml: bytes, name: str, part: str) -> etree._Element:
    # A template may come from a stranger: no entities, no DTD, no network.
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise _fault("VT-402", f"phần {part} của tệp mẫu bị hỏng", name, "mở bằng Word, lưu lại dạng .docx") from error


def _fault(code: str, message: str, name: str, hint: str) -> TemplateError:
    return TemplateError([Diagnostic(code, Severity.ERROR, message, Location(name), hint)])


def _check_styles(styles: etree._Element, name: str) -> Iterator[Diagnostic]:
    there = {style.get(qname("styleId")) for style in styles.iter(qname("style"))}
    for missing in sorted(REQUIRED_STYLES - there):
        yield Diagnostic(
            "VT-405",
            Severity.ERROR,
            f"tệp mẫu thiếu kiểu “{missing}”",
            Location(name),
            "chép kiểu này từ tệp mẫu gốc của vtdocs",
        )


class _Compiler:
    """One pass over the tree of document.xml that puts cuts at tags and slots."""

    def __init__(self, document: etree._Element, styles: etree._Element, looks: Mapping[str, Look], name: str) -> None:
        self.document, self.styles, self.looks, self.name = document, styles, looks, name
        self.cuts: list[Chunk] = []
        self.faults: list[Diagnostic] = []
        body = document.find(qname("body"))
        section = None if body is None else body.find(qname("sectPr"))
        if body is None or section is None:
            raise _fault("VT-402", "tệp mẫu thiếu phần định dạng trang", name, "mở bằng Word, lưu lại dạng .docx")
        self.body, self.section = body, section
        pages = read_pages(section)
        if pages is None:
            raise _fault("VT-402", "tệp mẫu thiếu khổ giấy hoặc lề", name, "đặt khổ A4 và lề trong Word")
        self.upright, self.turned = pages

    def run(self) -> list[Diagnostic]:
        """Put in the cuts, and say what is wrong with the tags."""
        text = etree.tostring(self.document, encoding="unicode")
        if _OPEN in text or _CLOSE in text or "<?vtdocs" in text:
            self._report("VT-402", "tệp mẫu có ký tự dành riêng của vtdocs", "xóa ký tự lạ trong mẫu")
            return self.faults
        for paragraph in list(self.document.iter(qname("p"))):
            self._cut_paragraph(paragraph)
        self._cut_overflow()
        self._replace(self.section, SectionChunk())
        seen = [cut.name for cut in self.cuts if isinstance(cut, TagChunk | SlotChunk)]
        for missing in sorted((TAGS.keys() | SLOTS.keys()) - set(seen)):
            mark = f"{{{{p {missing} }}}}" if missing in SLOTS else f"{{{{ {missing} }}}}"
            self._report("VT-404", f"tệp mẫu thiếu “{mark}”", f"nơi dành cho: {(SLOTS | TAGS)[missing]}")
        for name in sorted({name for name in seen if name in SLOTS and seen.count(name) > 1}):
            self._report("VT-404", f"“{{{{p {name} }}}}” có hai lần trong tệp mẫu", "giữ lại một")
        return self.faults

    def chunks(self) -> Iterator[Chunk]:
        """Give the text between the cuts, and the cuts, in order."""
        xml = etree.tostring(self.document, encoding="unicode")
        position = 0
        for cut in _CUT.finditer(xml):
            yield xml[position : cut.start()]
            yield self.cuts[int(cut[1] or cut[2])]
            position = cut.end()
        yield xml[position:]

    def _cut_paragraph(self, paragraph: etree._Element) -> None:
        texts = list(paragraph.iter(qname("t")))
        whole = "".join(text.text or "" for text in texts)
        if not _BRACES.search(whole):
            return
        slot = _SLOT.fullmatch(whole.strip())
        if slot is not None:
            self._cut_slot(paragraph, slot[1])
            return
        look = self._look_of(paragraph)
        for text in texts:
            text.text = _TAG.sub(lambda found: self._cut_tag(found[1], look, whole), text.text or "")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        left = "".join(text.text or "" for text in texts)
        if _BRACES.search(left):
            self._report(
                "VT-403",
                f"dấu ngoặc nhọn không đọc được ở “{whole.strip()[:60]}”",
                "viết liền một mạch, cùng một kiểu chữ: {{ ten }}, hoặc {{p ten }} đứng một mình trong đoạn",
            )

    def _cut_slot(self, paragraph: etree._Element, name: str) -> None:
        if name not in SLOTS:
            self._report("VT-403", f"không có ô nào tên “{name}”", f"các ô có: {', '.join(SLOTS)}")
            return
        parent = paragraph.getparent()
        if (
            parent is not None
            and name == APPENDIX_SLOT
            and (parent is not self.body or paragraph.getnext() is not self.section)
        ):
            self._report("VT-403", "“{{p phu_luc }}” không đứng cuối tệp mẫu", "đưa xuống làm đoạn cuối cùng")
        in_cell = parent is not None and parent.tag == qname("tc")
        sole = in_cell and parent is not None and len(parent.findall(qname("p"))) <= 1
        self._replace(paragraph, SlotChunk(name, self._width_of(paragraph), sole))

    def _cut_overflow(self) -> None:
        """Put a place behind the row of the recipients, for those that the row cannot hold beside the signature."""
        number = next((n for n, cut in enumerate(self.cuts) if getattr(cut, "name", "") == RECIPIENTS_SLOT), None)
        marks = (node for node in self.document.iter(etree.ProcessingInstruction) if node.text == str(number))
        mark = next(marks, None)
        row = None if mark is None else next(mark.iterancestors(qname("tr")), None)
        if mark is None or row is None or number is None:
            return
        own = next(mark.iterancestors(qname("tc")))
        cells = [self._empty_cell(cell, holds=cell is own) for cell in row.findall(qname("tc"))]
        opening, closing = f"<w:tr>{''.join(cells)}</w:tr>".split(_OPEN)
        slot = self.cuts[number]
        width = slot.width if isinstance(slot, SlotChunk) else self.upright.text_width
        self.cuts.append(OverflowChunk(opening, closing, width))
        row.addnext(etree.ProcessingInstruction("vtdocs", str(len(self.cuts) - 1)))

    def _empty_cell(self, cell: etree._Element, *, holds: bool) -> str:
        """Copy a cell without its text: as wide and with the same borders, no room above."""
        properties = cell.find(qname("tcPr"))
        inner = ""
        if properties is not None:
            copy = deepcopy(properties)
            for margin in copy.findall(qname("tcMar")):
                copy.remove(margin)
            inner = bare_xml(copy)
        return f"<w:tc>{inner}{_OPEN if holds else empty_paragraph(Style.KET_PHAN)}</w:tc>"

    def _cut_tag(self, name: str, look: Look, around: str) -> str:
        if name not in TAGS:
            self._report(
                "VT-403",
                f"không có tên “{name}” (ở “{around.strip()[:60]}”)",
                f"các tên có: {', '.join(TAGS)}",
            )
            return ""
        self.cuts.append(TagChunk(name, look))
        return f"{_OPEN}{len(self.cuts) - 1}{_CLOSE}"

    def _replace(self, element: etree._Element, chunk: Chunk) -> None:
        self.cuts.append(chunk)
        parent = element.getparent()
        if parent is not None:
            cut = etree.ProcessingInstruction("vtdocs", str(len(self.cuts) - 1))
            cut.tail = element.tail
            parent.replace(element, cut)

    def _look_of(self, paragraph: etree._Element) -> Look:
        style = paragraph.find(f"{qname('pPr')}/{qname('pStyle')}")
        style_id = "" if style is None else style.get(qname("val"), "")
        return self.looks.get(style_id) or next(iter(self.looks.values()))

    def _width_of(self, paragraph: etree._Element) -> Length:
        """Width of the place of a paragraph: its cell without the side padding, or the page's text."""
        for cell in paragraph.iterancestors(qname("tc")):
            width = cell.find(f"{qname('tcPr')}/{qname('tcW')}")
            if width is not None and width.get(qname("type"), "dxa") == "dxa":
                table = next(cell.iterancestors(qname("tbl")))
                style = table.find(f"{qname('tblPr')}/{qname('tblStyle')}")
                padding = read_table_look(self.styles, "" if style is None else style.get(qname("val"), ""))
                return Twips(_int(width, "w")) - padding.padding
        return self.upright.text_width

    def _report(self, code: str, message: str, hint: str) -> None:
        self.faults.append(Diagnostic(code, Severity.ERROR, message, Location(self.name), hint))


def _int(element: etree._Element, name: str) -> int:
    try:
        return int(element.get(qname(name), "0"))
    except ValueError:
        return 0
