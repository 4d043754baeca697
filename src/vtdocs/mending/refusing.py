"""Files that are not mended, as any change would break what they are: signed, protected, strict, with macros."""

from __future__ import annotations

from vtdocs.errors import ReadError
from vtdocs.readers.docx.names import W_STRICT_NS
from vtdocs.readers.docx.observed import Observed
from vtdocs.readers.docx.package import Package

__all__ = ["check_mendable"]

# Where the root element of a part names what language it is in.
_ROOT_BYTES = 32_000


def check_mendable(package: Package, observed: Observed) -> None:
    """Raise ReadError for a file that must stay as it is, with what its owner can do."""
    name = observed.name
    if any(part.startswith("_xmlsignatures/") for part in package.names):
        message = f"{name} đã ký số; sửa tệp làm chữ ký số mất hiệu lực, nên không sửa"
        raise ReadError.one("VT-644", message, hint="sửa bản chưa ký, rồi ký lại")
    if observed.protected:
        message = f"{name} đang bị hạn chế chỉnh sửa, nên không sửa"
        hint = "mở bằng Word, chọn Review > Restrict Editing > Stop Protection rồi lưu"
        raise ReadError.one("VT-645", message, hint=hint)
    if package.macros:
        message = f"{name} có macro; vtdocs không mở và không sửa tệp có macro"
        raise ReadError.one("VT-646", message, hint="mở bằng Word, lưu lại thành Word Document (.docx)")
    if W_STRICT_NS.encode() in package.read(package.main)[:_ROOT_BYTES]:
        message = f"{name} lưu ở dạng Strict Open XML, vtdocs đọc được nhưng không sửa"
        raise ReadError.one("VT-647", message, hint="mở bằng Word, lưu lại thành Word Document (.docx)")
