"""Word files put into the places that wait for them in a filled package.

The engine writes a mark where a subdocument stands; python-docx then opens the package once, and docxcompose (as
docxtpl uses it) brings over styles, lists, notes and pictures. A document without subdocuments needs none of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from vtdocs.diagnostics import Location
from vtdocs.errors import TemplateError, VtdocsError
from vtdocs.loaders.faults import cut
from vtdocs.writers.docx.package import read_package

from .grafting import graft_files
from .hosting import PackageHost, drop_made_up_properties, settle_numbering

__all__ = ["merge_documents"]

_MAX_UNPACKED = 256 * 1024 * 1024


def merge_documents(data: bytes, documents: Sequence[bytes], name: str) -> dict[str, bytes]:
    """Give the parts of a filled file with the documents in the places of their marks; `name` is what faults call it.

    Raises TemplateError where docxtpl or docxcompose is not installed or cannot take one over, WriteError where one
    stands where no paragraph can.
    """
    parts = read_package(data, _MAX_UNPACKED) or {}
    try:
        merged = _graft(parts, documents)
    except VtdocsError:
        raise
    except ImportError as error:
        message = f"chèn tài liệu con cần gói {cut(error.name or 'docxcompose')}, máy này chưa cài"
        hint = "hai gói này đi cùng vtdocs; cài lại bằng lệnh: pip install --force-reinstall vtdocs"
        raise TemplateError.one("VT-476", message, location=Location(name), hint=hint) from None
    except Exception as error:
        # python-docx and docxcompose meet a stranger's file here, and have no exception of their own for what is odd.
        hint = "mở tài liệu con bằng Word, lưu lại thành tệp .docx mới rồi chạy lại"
        message = "không chèn được tài liệu con: trong tệp đó có thứ mà docxcompose không ghép được"
        raise TemplateError.one("VT-477", message, location=Location(name), hint=hint) from error
    return drop_made_up_properties(settle_numbering(merged, parts), parts)


def _graft(parts: Mapping[str, bytes], files: Sequence[bytes]) -> dict[str, bytes]:
    from docx import Document

    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    buffer.seek(0)
    document = Document(buffer)
    host = PackageHost(document)
    graft_files(document, files, host)
    host.settle()
    buffer = BytesIO()
    document.save(buffer)
    merged = read_package(buffer.getvalue(), _MAX_UNPACKED)
    if merged is None:
        raise TemplateError.one("VT-477", "tệp làm ra quá lớn", hint="bớt dữ liệu, hoặc tách thành nhiều tệp")
    return merged
