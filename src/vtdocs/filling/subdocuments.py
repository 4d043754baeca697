"""A Word file as a value of a template: looked through before anything of it is taken over."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import force_setattr

from vtdocs.errors import LoadError, VtdocsError
from vtdocs.writers.docx.links import link_target
from vtdocs.writers.docx.package import read_package
from vtdocs.writers.docx.parsing import BrokenXmlError, parse_xml

from .checks import refuse
from .files import read_named
from .place import Place

__all__ = ["MAX_SUBDOCUMENT_BYTES", "Subdocument"]

MAX_SUBDOCUMENT_BYTES = 20 * 1024 * 1024
_MAX_UNPACKED = 100 * 1024 * 1024
_DOCUMENT = "word/document.xml"
_SAVE_AGAIN = "mở tệp bằng Word, chọn Tệp > Lưu thành (Save as), kiểu “Word Document (.docx)”, rồi ghi tên tệp mới"
# The last words of relationship types that bring in what is no text: programs, controls, files of another kind.
_FOREIGN = {
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "aFChunk": "một tệp kiểu khác chèn bên trong (altChunk)",
    "control": "điều khiển ActiveX",
    "oleObject": "đối tượng OLE",
    "subDocument": "một tài liệu con nằm ở tệp khác",
    "attachedTemplate": "",  # Word's own note of which template a file was made from: not taken over
}


class Subdocument(Struct, frozen=True):
    """A Word file whose paragraphs and tables take the place of a paragraph: `{{p phan }}` in the template.

    `source` is a path, or the file's bytes; once made it is the bytes. `name` is what faults call it. Styles of the
    same name are the template's, all others come along, as do pictures, numbered lists and footnotes; header, footer
    and page do not.

    Raises LoadError where the file cannot be read, is no Word file, carries a program, or refers to a file elsewhere.
    """

    source: bytes | str | Path
    name: str = ""

    def __post_init__(self) -> None:
        name = self.name or "tài liệu con"
        if isinstance(self.source, str | Path):
            name = self.name or Path(self.source).name
            force_setattr(self, "source", read_named(Path(self.source), MAX_SUBDOCUMENT_BYTES))
        elif not isinstance(self.source, bytes):
            message = f"Subdocument cần đường dẫn hoặc các byte của tệp Word, không phải {type(self.source).__name__}"
            raise refuse(message, 'ví dụ Subdocument("phan-2.docx")')
        _check(self.data, name)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.source if isinstance(self.source, bytes) else b""

    @property
    def level(self) -> Literal["block"]:
        """What it writes."""
        return "block"

    def xml(self, place: Place) -> str:
        """Write the paragraphs and tables; their styles, lists and pictures go into the package."""
        return place.host.merge(place.part, self.data)


def _check(data: bytes, name: str) -> None:
    parts = read_package(data, _MAX_UNPACKED) if len(data) <= MAX_SUBDOCUMENT_BYTES else None
    if parts is None or _DOCUMENT not in parts:
        raise _fault(f"“{name}” không phải là tệp Word .docx đọc được, hoặc quá lớn", _SAVE_AGAIN)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b"") or "word/vbaProject.bin" in parts:
        raise _fault(f"“{name}” có macro", _SAVE_AGAIN)
    for part, content in sorted(parts.items()):
        if part.endswith((".xml", ".rels")):
            root = _parse(content, f"{name}!{part}")
            if part.endswith(".rels"):
                _check_relations(root, name)
            elif part == _DOCUMENT and root.find(".//{*}altChunk") is not None:
                raise _fault(f"“{name}” có {_FOREIGN['aFChunk']}", "chép phần đó ra thành lời văn rồi lưu lại")


def _parse(content: bytes, name: str) -> etree._Element:
    try:
        return parse_xml(content)
    except BrokenXmlError as error:
        what = "có khai báo kiểu tài liệu (DOCTYPE), Word không ghi như thế" if error.has_doctype else "bị hỏng"
        raise _fault(f"“{name}” {what}", _SAVE_AGAIN) from None


def _check_relations(root: etree._Element, name: str) -> None:
    for row in root:
        kind = posixpath.basename(str(row.get("Type")))
        target = str(row.get("Target"))
        if what := _FOREIGN.get(kind):
            raise _fault(f"“{name}” có {what}", "xóa phần đó khỏi tệp rồi lưu lại")
        if row.get("TargetMode") == "External" and kind not in _FOREIGN:
            if kind != "hyperlink":
                message = f"“{name}” lấy nội dung từ nơi khác: {target[:80]}"
                raise _fault(message, "chèn hẳn nội dung đó vào tệp (với ảnh: Chèn, không chọn Liên kết tới tệp)")
            if link_target(target) is None:
                hint = "bỏ liên kết đó; liên kết được phép là http://…, https://…, mailto:…"
                raise _fault(f"“{name}” có liên kết tới {target[:80]}", hint)


def _fault(message: str, hint: str) -> VtdocsError:
    return LoadError.one("VT-472", message, hint=hint)
