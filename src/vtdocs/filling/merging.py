"""Word files put into the places that wait for them in a filled package.

The engine writes a mark where a subdocument stands; python-docx then opens the package once, and docxcompose (as
docxtpl uses it) brings over styles, lists, notes and pictures. A document without subdocuments needs none of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_STORED, ZipFile

from msgspec import Struct

from vtdocs.errors import TemplateError, VtdocsError
from vtdocs.loaders.faults import cut
from vtdocs.writers.docx.compression import Compressor
from vtdocs.writers.docx.package import freeze_parts, pack, read_package

from .grafting import Graft, graft_values
from .hosting import PackageHost, drop_made_up_properties, settle_numbering
from .place import Place

__all__ = ["MAX_UNPACKED", "graft_into", "merge_documents", "save_parts"]

MAX_UNPACKED = 256 * 1024 * 1024


class _Waiting(Struct, frozen=True):
    """A Word file that was looked through when its value was made."""

    data: bytes
    level: Literal["block"] = "block"

    def xml(self, place: Place) -> str:
        """Write its paragraphs and tables."""
        return place.host.merge(place.part, self.data)


def merge_documents(data: bytes, documents: Sequence[bytes], compressor: Compressor) -> bytes:
    """Give a filled file with the documents in the places of their marks.

    Raises TemplateError where docxtpl or docxcompose is not installed or cannot take one over, WriteError where one
    stands where no paragraph can.
    """
    parts = read_package(data, MAX_UNPACKED) or {}
    try:
        merged = graft_into(parts, [Graft(_Waiting(document)) for document in documents])
    except VtdocsError:
        raise
    except ImportError as error:
        message = f"chèn tài liệu con cần gói {cut(error.name or 'docxcompose')}, máy này chưa cài"
        raise TemplateError.one("VT-476", message, hint="hai gói này đi cùng vtdocs; cài lại bằng lệnh: pip install --force-reinstall vtdocs") from None
    except Exception as error:
        # python-docx and docxcompose meet a stranger's file here, and have no exception of their own for what is odd.
        hint = "mở tài liệu con bằng Word, lưu lại thành tệp .docx mới rồi chạy lại"
        message = f"không chèn được tài liệu con ({type(error).__name__})"
        raise TemplateError.one("VT-477", message, hint=hint) from error
    merged = drop_made_up_properties(settle_numbering(merged, parts), parts)
    return pack(freeze_parts({}), merged, None, compressor)


def graft_into(parts: Mapping[str, bytes], grafts: list[Graft]) -> dict[str, bytes]:
    """Put values into the places of their marks, and give the parts."""
    from docx import Document

    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    buffer.seek(0)
    document = Document(buffer)
    host = PackageHost(document)
    graft_values(document, grafts, host)
    host.settle()
    return save_parts(document)


def save_parts(document: Any) -> dict[str, bytes]:
    """Give the parts of a python-docx document."""
    buffer = BytesIO()
    document.save(buffer)
    parts = read_package(buffer.getvalue(), MAX_UNPACKED)
    if parts is None:
        raise TemplateError.one("VT-477", "tệp làm ra quá lớn", hint="bớt dữ liệu, hoặc tách thành nhiều tệp")
    return parts
