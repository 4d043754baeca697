"""The package of a free template: which of its parts are filled, and which go as they are into every document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import TemplateError
from vtdocs.writers.docx.parsing import BrokenXmlError, parse_xml
from vtdocs.writers.docx.recognising import read_template
from vtdocs.writers.docx.seams import TYPES_PART
from vtdocs.writers.docx.soundness import find_unsound
from vtdocs.writers.docx.xml import W_NS

from .faults import diagnose

__all__ = ["find_filled", "parse_part", "read_parts"]

_AGAIN = "mở mẫu bằng Word, lưu lại dạng .docx"
_ROOT = "_rels/.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FILLED_TYPES = frozenset(f"{_WORD}.{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes"))


def read_parts(data: bytes | Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Read a template's file, or take its parts. Raises TemplateError where there is no Word document to use."""
    parts = read_template(data) if isinstance(data, bytes) else dict(data)
    if parts is None or TYPES_PART not in parts:
        raise _fault("tệp mẫu không phải tệp .docx, bị hỏng, có mật khẩu hoặc quá lớn", _AGAIN, name)
    if unsound := find_unsound(parts):
        raise TemplateError([diagnose("VT-450", one.message, one.hint, name, one.part) for one in unsound])
    types = parts[TYPES_PART]
    if b"macroEnabled" in types:
        raise _fault("tệp mẫu có macro", "mở mẫu bằng Word, lưu lại dạng .docx (không có macro)", name)
    # A template of Word's own kind (.dotx) gives documents.
    parts[TYPES_PART] = types.replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
    return parts


def parse_part(parts: dict[str, bytes], part: str, name: str) -> etree._Element:
    """Parse a part, without blanks between elements. Raises TemplateError."""
    if part not in parts:
        raise _fault(f"tệp mẫu thiếu phần {part}", _AGAIN, name)
    try:
        return parse_xml(parts[part], tidy=True)
    except BrokenXmlError as error:
        what = "có khai báo kiểu tài liệu (DOCTYPE)" if error.has_doctype else "bị hỏng"
        raise _fault(f"phần {part} của tệp mẫu {what}", _AGAIN, name) from None


def find_filled(parts: dict[str, bytes], name: str) -> list[str]:
    """Give the names of the parts that may hold tags: the document first, then headers, footers, notes, properties."""
    main = next(_targets(parts, _ROOT, "", "officeDocument", name), None)
    if main is None or main not in parts:
        raise _fault("tệp mẫu không có phần văn bản", _AGAIN, name)
    root = parse_part(parts, main, name)
    if root.tag != f"{{{W_NS}}}document" or root.nsmap.get("w") != W_NS:
        hint = "mở mẫu bằng Word, lưu lại kiểu “Word Document (.docx)”, không phải “Strict Open XML”"
        raise _fault("phần văn bản của tệp mẫu không phải kiểu Word thường dùng", hint, name)
    filled = [main]
    types = parse_part(parts, TYPES_PART, name)
    for row in types.iter("{*}Override"):
        part = str(row.get("PartName", "")).lstrip("/")
        if row.get("ContentType") in _FILLED_TYPES and part in parts and part not in filled:
            filled.append(part)
    core = next(_targets(parts, _ROOT, "", "metadata/core-properties", name), None)
    if core in parts:
        filled.append(core)
    return filled


def _targets(parts: dict[str, bytes], relations: str, folder: str, kind: str, name: str) -> Iterator[str]:
    if relations not in parts:
        return
    for row in parse_part(parts, relations, name):
        if str(row.get("Type", "")).endswith(f"/{kind}") and row.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join(folder, str(row.get("Target", "")))).lstrip("/")


def _fault(message: str, hint: str, name: str) -> TemplateError:
    found: Diagnostic = diagnose("VT-450", message, hint, name)
    return TemplateError([found])
