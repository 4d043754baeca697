"""The bytes of a Word template from the disk; each fault says what a person does next."""

from __future__ import annotations

from pathlib import Path

from vtdocs.diagnostics import Location
from vtdocs.errors import TemplateError
from vtdocs.loaders.codes import Code
from vtdocs.loaders.folder import FileFaultError, read_bytes
from vtdocs.writers.docx.recognising import LARGEST_TEMPLATE

from .word_template import NEW_TEMPLATES

__all__ = ["LOOK", "START", "read_template_file"]

LOOK = "kiểm tra lại đường dẫn"
START = f"chưa có mẫu thì chạy {NEW_TEMPLATES} mau để có mẫu gốc"


def read_template_file(path: Path) -> bytes:
    """Read a template's file of at most 32 MB. Raises TemplateError."""
    try:
        return read_bytes(path, LARGEST_TEMPLATE)
    except FileFaultError as fault:
        message, hint = fault.message, fault.hint
        if fault.code is Code.FILE_MISSING:
            message, hint = "không có tệp mẫu này", LOOK
        elif fault.code is Code.TOO_LARGE:
            message, hint = "tệp mẫu quá lớn (trên 32 MB)", "bỏ bớt ảnh trong mẫu"
        elif path.is_dir():
            message = "đây là thư mục, không phải tệp mẫu"
            hint = "ghi tên một tệp .docx; cả thư mục mẫu thì dùng ở vtdocs build --templates"
        raise TemplateError.one("VT-401", message, location=Location(str(path)), hint=hint) from None
