"""The values that a program may put into a template, and how docxtpl's own objects become them.

    from vtdocs.filling.values import Paragraphs, Picture, RichText, Subdocument

docxtpl is never imported here: its objects are known by the names of their classes.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from msgspec import Struct

from vtdocs.errors import VtdocsError, WriteError
from vtdocs.writers.docx.package import read_package
from vtdocs.writers.docx.parsing import BrokenXmlError, parse_xml
from vtdocs.writers.docx.xml import W_NS, qname

from .checks import check_colour
from .paragraphs import Paragraphs
from .pictures import Picture
from .place import Place
from .rich_text import RUN_ORDER, RichText
from .subdocuments import Subdocument

__all__ = ["Paragraphs", "Picture", "RichText", "Subdocument", "Written", "adopt"]

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAX_UNPACKED = 100 * 1024 * 1024
_BREAKS = {"\n": "br", "\t": "tab"}


class Written(Struct, frozen=True):
    """XML that another library has written, looked through: runs of one paragraph, or paragraphs."""

    level: Literal["run", "block"]
    text: str

    def xml(self, _place: Place) -> str:
        """Give it as it is."""
        return self.text


def adopt(value: object) -> object:
    """Give our own value for one of docxtpl's objects, or a text for its Listing; any other value as it is.

    Raises WriteError for one that cannot leave the template that it was made for.
    """
    if isinstance(value, str | int | list | dict | None):
        return value
    for kind in type(value).__mro__:
        if kind.__module__.partition(".")[0] == "docxtpl" and kind.__name__ in _ADOPTERS:
            return _ADOPTERS[kind.__name__](value)
    return value


def _adopt_listing(value: Any) -> str:
    return html.unescape(value.xml)


def _adopt_image(value: Any) -> Picture:
    source = value.image_descriptor
    if hasattr(source, "read"):
        source.seek(0)
        source = source.read()
    return Picture(source, value.width, value.height, url=value.anchor or "")


def _adopt_text(value: Any) -> Written:
    return Written("run", _look_through(value.xml, "RichText"))


def _adopt_paragraph(value: Any) -> Written:
    return Written("block", _look_through(value.xml, "RichTextParagraph"))


def _look_through(xml: str, name: str) -> str:
    """Put the properties of docxtpl's runs in order, and breaks where docxtpl leaves them to be found later."""
    names = f'xmlns:w="{W_NS}" xmlns:r="{_REL}"'
    if "\a" in xml:
        hint = "xuống dòng bằng \\n, hoặc dùng Paragraphs của vtdocs cho nhiều đoạn"
        raise _refuse(name, "có ký tự \\a (ngắt đoạn) ở giữa chữ định dạng", hint)
    if sign := next((sign for sign in xml if sign < " " and sign not in "\t\n\r\f"), ""):
        raise _refuse(name, f"có ký tự điều khiển U+{ord(sign):04X} mà Word không chứa được", "xóa ký tự này")
    try:
        # A form feed is no character of XML; docxtpl would make a page of it.
        root = parse_xml(f"<w:body {names}>{xml.replace(chr(12), chr(0xE00C))}</w:body>")
    except BrokenXmlError:
        raise _refuse(name, "có ký tự mà Word không chứa được, hoặc XML viết tay chưa đúng") from None
    if any(_REL in str(key) for node in root.iter(etree.Element) for key in node.attrib):
        hint = "dùng RichText của vtdocs: RichText('chữ', url='https://…')"
        raise _refuse(name, "có liên kết (url_id) thuộc về một DocxTemplate khác", hint)
    for properties in root.iter(qname("rPr")):
        properties[:] = sorted(properties, key=lambda child: RUN_ORDER.get(str(child.tag), len(RUN_ORDER)))
        for shade in properties.findall(qname("shd")):
            fill = check_colour(str(shade.get(qname("fill"))))
            shade.attrib.clear()
            for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
                shade.set(qname(key), value)
        for colour in properties.findall(qname("color")):
            colour.set(qname("val"), check_colour(str(colour.get(qname("val")))))
    for text in list(root.iter(qname("t"))):
        _break_lines(text)
    pieces = (etree.tostring(child, encoding="unicode", with_tail=False) for child in root)
    return "".join(piece.replace(f' xmlns:w="{W_NS}"', "").replace(f' xmlns:r="{_REL}"', "") for piece in pieces)


def _break_lines(text: etree._Element) -> None:
    """Cut a `w:t` at line feeds, tabs and form feeds, which become Word's own."""
    run = text.getparent()
    said = text.text or ""
    if run is None or not any(sign in said for sign in "\n\t\ue00c"):
        return
    at = run.index(text)
    pieces: list[etree._Element] = []
    for sign in _split(said):
        if sign in _BREAKS or sign == "\ue00c":
            piece = etree.Element(qname(_BREAKS.get(sign, "br")))
            if sign == "\ue00c":
                piece.set(qname("type"), "page")
        else:
            piece = etree.Element(qname("t"))
            piece.text = sign
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        pieces.append(piece)
    run[at : at + 1] = pieces


def _split(text: str) -> list[str]:
    pieces = [""]
    for sign in text:
        if sign in "\n\t\ue00c":
            pieces += [sign, ""]
        else:
            pieces[-1] += sign
    return [piece for piece in pieces if piece]


def _adopt_subdocument(value: Any) -> Subdocument:
    """Make a Word file of its own of docxtpl's subdocument: its paragraphs, in the package that they refer to."""
    buffer = BytesIO()
    value.tpl.get_docx().save(buffer)
    parts = read_package(buffer.getvalue(), _MAX_UNPACKED)
    if parts is None:
        raise _refuse("Subdoc", "không lưu lại được thành một tệp")
    element = value.subdocx.element
    body = parse_xml(etree.tostring(element))
    parts["word/document.xml"] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return Subdocument(data.getvalue())


_ADOPTERS: dict[str, Callable[[Any], object]] = {
    "InlineImage": _adopt_image,
    "Listing": _adopt_listing,
    "RichText": _adopt_text,
    "RichTextParagraph": _adopt_paragraph,
    "Subdoc": _adopt_subdocument,
}


def _refuse(name: str, message: str, hint: str | None = None) -> VtdocsError:
    hint = hint or f"dùng giá trị của vtdocs thay cho {name} của docxtpl: from vtdocs.filling.values import …"
    return WriteError.one("VT-471", f"{name} của docxtpl {message}", hint=hint)
