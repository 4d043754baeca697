"""A Word template is compiled: its package is read, its styles are looked at, its parts are cut at tags and slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from vtdocs.diagnostics import Severity
from vtdocs.errors import TemplateError
from vtdocs.patterns import compile_late

from .comments import drop_comments
from .contract import REQUIRED_STYLES, SLOTS, TABLE_STYLE, TAGS, mark
from .cutting import CUT, Cutter, replace_by_cut
from .faults import Faults
from .mending import mend_foreign
from .outside import drop_attached, find_outside
from .overflow import cut_overflow
from .package import freeze_parts
from .pages import Page, read_pages
from .places import shorten
from .recognising import read_template
from .rooms import NARROWEST_MM
from .seams import REL, TYPES_PART, cut_parts
from .soundness import find_unsound
from .stylesheet import Stylesheet
from .template import DOCUMENT_PART, Chunk, SectionChunk, TagChunk, Template
from .tokens import CELL_CHANGES, CHANGES
from .wiring import connect_properties
from .xml import W_NS, qname

__all__ = ["compile_parts", "compile_template"]

STYLES_PART = "word/styles.xml"
SETTINGS_PART = "word/settings.xml"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_EDGE = compile_late(r"word/(?:header|footer)\d*\.xml")
_CUT = compile_late(rf"<\?{CUT} (\d+)\?>")
_BRACES = compile_late(r"\{\{|\}\}|\{%|%\}")
_BRACES_IN_BYTES = compile_late(rb"\{\{|\{%")
_TAGS = compile_late(r"<[^>]*>?")
# The stock template has a thousand of them, a letterhead that is drawn ten thousand. Each paragraph of a slot or a tag
# takes six, and costs 70 microseconds to report.
_MOST_TAGS = 200_000
_AGAIN = "mở bằng Word, bỏ mật khẩu nếu có, lưu lại dạng Word Document (.docx)"
"""What to do with a file that is damaged, or of another kind."""


def compile_template(data: bytes, name: str = "mẫu", *, judged: bool = False) -> Template:
    """Read a template from the bytes of its file: see `compile_parts`."""
    return compile_parts(read_template(data), name, judged=judged)


def compile_parts(parts: Mapping[str, bytes] | None, name: str = "mẫu", *, judged: bool = False) -> Template:
    """Compile a template that `read_template` has read, `None` where it could not; `name` is what faults call it.

    Raises TemplateError with every fault (see `contract.FAULTS`). Where it is `judged`, what can be used but leaves
    the decree is in the template's `warnings`; the stock template need not be, at every start.
    """
    return _Compiler(parts, name).compile(judged=judged)


class _Compiler:
    def __init__(self, parts: Mapping[str, bytes] | None, name: str) -> None:
        self.faults = Faults(name)
        self.parts = self._check_parts(parts)
        self.document = self._declared(self._parse(self.parts.pop(DOCUMENT_PART), DOCUMENT_PART))
        mend_foreign(self.document)
        self.body, self.section = self._find_section()
        self.upright, self.turned = self._read_pages()
        self.sheet = self._read_styles()
        self.cutter = Cutter(self.sheet, self.faults)

    def compile(self, *, judged: bool) -> Template:
        self._check_sections()  # before anything is replaced, as places are counted
        self.cutter.cut(self.document, DOCUMENT_PART, self.body, self.upright.text_width)
        edges = self._cut_edges()
        self._check_aside()
        self._check_outside()
        self._check_changes()
        self._check_names()
        if self.faults.are_grave:
            raise TemplateError(self.faults.all())
        cut_overflow(self.cutter)
        drop_comments(self.document, self.parts, self._parse)
        connect_properties(self.parts, self._parse)
        seams = cut_parts(self.parts, DOCUMENT_PART, self.document, self._parse)
        if judged:
            from .unmeasured import warn_of_unmeasured
            from .verdicts import warn

            warn(self.faults, self.parts, self.body, self.sheet, self.upright)
            warn_of_unmeasured(self.faults, self.body, self.sheet, self.upright, self.cutter.cuts)
        self.cutter.cuts.append(SectionChunk())
        replace_by_cut(self.section, len(self.cutter.cuts) - 1)
        chunks = tuple(self._chunks(self.document))
        self._check_leftovers(DOCUMENT_PART, chunks)
        if self.faults.are_grave:
            raise TemplateError(self.faults.all())
        return Template(
            package=freeze_parts({part: data for part, data in self.parts.items() if part not in edges}),
            chunks=chunks,
            looks=self.cutter.looks,
            table=self.sheet.table_look(TABLE_STYLE),
            upright=self.upright,
            turned=self.turned,
            seams=seams,
            edges=edges,
            warnings=tuple(self.faults.all()),
        )

    # --- the package --------------------------------------------------------------------------------------------

    def _check_parts(self, parts: Mapping[str, bytes] | None) -> dict[str, bytes]:
        if parts is None:
            message = "tệp mẫu không phải tệp .docx, bị hỏng, có mật khẩu hoặc quá lớn"
            raise self._unusable("VT-402", message, f"chọn đúng tệp Word; nếu đúng rồi thì {_AGAIN}")
        for part in (TYPES_PART, DOCUMENT_PART, STYLES_PART):
            if part not in parts:
                raise self._unusable("VT-402", f"tệp mẫu thiếu phần {part}", _AGAIN)
        for unsound in find_unsound(parts, most_tags=_MOST_TAGS):
            self.faults.add("VT-402", unsound.message, unsound.hint, part=unsound.part or None)
        if self.faults.are_grave:
            raise TemplateError(self.faults.all())
        if _MAIN_TYPE not in parts[TYPES_PART]:
            # A .dotx or a .docm under another name: Word would refuse what is made of it.
            message = "tệp mẫu không phải văn bản Word thường (.docx), có thể là .dotx hay .docm"
            raise self._unusable("VT-402", message, _AGAIN)
        return dict(parts)

    def _parse(self, xml: bytes, part: str) -> etree._Element:
        # A template may come from a stranger: no entities, no DTD, no network. Comments and instructions mean nothing
        # to Word, and would be taken for cuts.
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(xml, parser)
        except etree.XMLSyntaxError as error:
            raise self._unusable("VT-402", f"phần {part} của tệp mẫu bị hỏng", _AGAIN) from error

    def _unusable(self, code: str, message: str, hint: str) -> TemplateError:
        self.faults.add(code, message, hint)
        return TemplateError(self.faults.all())

    @staticmethod
    def _declared(document: etree._Element) -> etree._Element:
        """Give the document with the prefixes that the writer uses, and all others, declared at its root."""
        names: dict[Any, str] = document.nsmap  # lxml-stubs know no default namespace
        for section in document.iter(qname("sectPr")):
            for element in section.iter():
                names = {**element.nsmap, **names}
        names = {**names, "w": W_NS, "r": REL}
        if names == document.nsmap:
            return document
        root = etree.Element(document.tag, nsmap=names)
        for name, value in document.attrib.items():
            root.set(name, value)
        root.extend(list(document))
        return root

    def _find_section(self) -> tuple[etree._Element, etree._Element]:
        body = self.document.find(qname("body"))
        if body is None:
            # Strict files have other namespaces; Word writes one only where it is asked to.
            raise self._unusable("VT-402", "tệp mẫu không có thân văn bản, hoặc ở dạng Strict Open XML", _AGAIN)
        section = body.find(qname("sectPr"))
        if section is None:
            raise self._unusable("VT-410", "tệp mẫu thiếu phần định dạng trang", "đặt khổ A4 và lề trong Word")
        for change in section.findall(qname("sectPrChange")):
            section.remove(change)
        return body, section

    def _read_pages(self) -> tuple[Page, Page]:
        pages = read_pages(self.section, gutter_at_top=b"gutterAtTop" in self.parts.get(SETTINGS_PART, b""))
        if pages is None:
            raise self._unusable("VT-410", "tệp mẫu thiếu khổ giấy hoặc lề", "đặt khổ A4 và lề trong Word")
        if min(pages[0].text_width.mm, pages[0].text_height.mm) < NARROWEST_MM:
            raise self._unusable("VT-410", "lề của tệp mẫu không chừa chỗ cho chữ", "đặt lại lề trong Word")
        return pages

    # --- styles -------------------------------------------------------------------------------------------------

    def _read_styles(self) -> Stylesheet:
        root = self._parse(self.parts[STYLES_PART], STYLES_PART)
        sheet = Stylesheet(root)
        kinds = {style_id: style.get(qname("type"), "paragraph") for style_id, style in sheet.by_id.items()}
        if kinds.items() >= REQUIRED_STYLES.items():
            return sheet
        from .adopting import Stock, adopt_styles, rename_styles

        renamed, missing = adopt_styles(root)
        for each in missing:
            self.faults.add(
                "VT-405",
                f"tệp mẫu thiếu kiểu “{Stock().name(each)}” ({each}), hoặc kiểu này không đúng loại",
                "chép kiểu này từ tệp mẫu gốc (vtdocs template new mau-goc)",
                part=STYLES_PART,
            )
        rename_styles(self.document, renamed)
        self.parts[STYLES_PART] = to_bytes(root)
        for part, data in self.parts.items() if renamed else ():
            if part.startswith("word/") and part.endswith(".xml") and part != STYLES_PART and b"Style" in data:
                other = self._parse(data, part)
                if rename_styles(other, renamed):
                    self.parts[part] = to_bytes(other)
        return Stylesheet(root)

    # --- parts beside the document ------------------------------------------------------------------------------

    def _cut_edges(self) -> dict[str, tuple[str | TagChunk, ...]]:
        """Cut the headers and footers that hold tags."""
        edges: dict[str, tuple[str | TagChunk, ...]] = {}
        for part, data in self.parts.items():
            if _EDGE.fullmatch(part) and b"{" in data:
                root = self._parse(data, part)
                before = len(self.cutter.cuts)
                self.cutter.cut(root, part, None, self.upright.text_width)
                if len(self.cutter.cuts) > before:
                    chunks = tuple(self._chunks(root))
                    self._check_leftovers(part, chunks)
                    edges[part] = tuple(chunk for chunk in chunks if isinstance(chunk, str | TagChunk))
        return edges

    def _check_aside(self) -> None:
        """Tell of tags in parts that are not filled: they would be printed as they are."""
        for part, data in self.parts.items():
            is_text = part.startswith("word/") and part.endswith(".xml")
            if is_text and not _EDGE.fullmatch(part) and _BRACES_IN_BYTES.search(data):
                hint = "đưa thẻ ra thân văn bản, đầu trang hoặc chân trang"
                self.faults.add("VT-407", "thẻ không đứng được ở đây: chú thích, nhận xét, biểu đồ …", hint, part=part)

    def _check_outside(self) -> None:
        """Tell of what every reader's computer would fetch from elsewhere: a document is whole in its own file."""
        drop_attached(self.parts, self._parse)
        for outside in find_outside(self.document, DOCUMENT_PART, self.parts, self._parse):
            hint = "chèn hẳn vào mẫu (File > Info > Edit Links to Files > Break Link), hoặc xóa đi"
            self.faults.add("VT-418", f"mẫu lấy nội dung từ nơi khác: {outside.words}", hint, part=outside.part)

    # --- what the whole must have -------------------------------------------------------------------------------

    def _check_sections(self) -> None:
        for properties in self.document.iter(qname("pPr")):
            if properties.find(qname("sectPr")) is not None:
                self.faults.add(
                    "VT-410",
                    "tệp mẫu có ngắt phần (section break) ở giữa",
                    "xóa ngắt phần; vtdocs tự tạo phần riêng cho phụ lục và trang ngang",
                    part=DOCUMENT_PART,
                    at=properties.getparent(),
                )

    def _check_changes(self) -> None:
        deleted = "".join(text.text or "" for text in self.document.iter(qname("delText")))
        tracked = next(self.document.iter(*CHANGES, *CELL_CHANGES), None)
        if tracked is not None and not self.faults.has("VT-408"):
            grave = _BRACES.search(deleted) is not None
            self.faults.add(
                "VT-408",
                "tệp mẫu có thẻ bị xóa đang chờ duyệt" if grave else "tệp mẫu còn phần sửa đổi đang chờ duyệt",
                "duyệt hết các sửa đổi (Review > Accept All Changes), rồi lưu lại",
                part=DOCUMENT_PART,
                severity=Severity.ERROR if grave else Severity.WARNING,
            )

    def _check_names(self) -> None:
        for missing in (name for name in (*TAGS, *SLOTS) if name not in self.cutter.tried | self.cutter.odd):
            self.faults.add(
                "VT-404", f"tệp mẫu thiếu “{mark(missing)}”", f"thêm vào mẫu, nơi dành cho: {(SLOTS | TAGS)[missing]}"
            )

    # --- chunks -------------------------------------------------------------------------------------------------

    def _chunks(self, root: etree._Element) -> Iterator[Chunk]:
        """Give the text between the cuts of a part, and the cuts, in order."""
        xml = etree.tostring(root, encoding="unicode")
        position = 0
        for cut in _CUT.finditer(xml):
            yield xml[position : cut.start()]
            yield self.cutter.cuts[int(cut[1])]
            position = cut.end()
        yield xml[position:]

    def _check_leftovers(self, part: str, chunks: tuple[Chunk, ...]) -> None:
        """Tell of tags where none can be filled: the description of a picture, the code of a field."""
        for chunk in chunks:
            found = _BRACES.search(chunk) if isinstance(chunk, str) else None
            if isinstance(chunk, str) and found:
                around = shorten(_TAGS.sub(" ", chunk[max(0, found.start() - 20) : found.start() + 40]))
                self.faults.add(
                    "VT-407",
                    f"thẻ ở chỗ không điền được, như mô tả của ảnh hay mã của trường: “{around}”",
                    "đưa thẻ ra dòng chữ thường",
                    part=part,
                )


def to_bytes(root: etree._Element) -> bytes:
    """Write a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
