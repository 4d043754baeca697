"""The package of a free template: which of its parts are filled, and which go as they are into every document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import TemplateError
from vtdocs.writers.docx.package import read_package
from vtdocs.writers.docx.seams import TYPES_PART
from vtdocs.writers.docx.xml import W_NS

from .faults import diagnose

__all__ = ["find_filled", "parse_part", "read_parts"]

_LARGEST_TEMPLATE = 32 * 1024 * 1024
_AGAIN = "mở mẫu bằng Word, lưu lại dạng .docx"
_ROOT = "_rels/.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FILLED_TYPES = frozenset(f"{_WORD}.{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes"))


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """Read a template's file. Raises TemplateError for one that is no Word document, is damaged or too large."""
    parts = read_package(data, _LARGEST_TEMPLATE)
    if parts is None or TYPES_PART not in parts:
        raise _fault("tệp mẫu không phải tệp .docx, bị hỏng, có mật khẩu hoặc quá lớn", _AGAIN, name)
    types = parts[TYPES_PART]
    if b"macroEnabled" in types:
        raise _fault("tệp mẫu có macro", "mở mẫu bằng Word, lưu lại dạng .docx (không có macro)", name)
    # A template of Word's own kind (.dotx) gives documents.
    parts[TYPES_PART] = types.replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
    return parts


def parse_part(parts: dict[str, bytes], part: str, name: str) -> etree._Element:
    """Parse a part: no entities, no DTD, no network, no blanks between elements. Raises TemplateError."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_blank_text=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(parts[part], parser)
    except KeyError:
        raise _fault(f"tệp mẫu thiếu phần {part}", _AGAIN, name) from None
    except (etree.XMLSyntaxError, ValueError):
        raise _fault(f"phần {part} của tệp mẫu bị hỏng", _AGAIN, name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _fault(f"phần {part} của tệp mẫu có DTD", _AGAIN, name)
    return root


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
