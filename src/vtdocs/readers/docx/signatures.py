"""What a file is, told by its bytes and never by its name; and what to do with one that is no Word file of today."""

from __future__ import annotations

from vtdocs.errors import VtdocsError

from .refusals import CONVERT, Refusal, refuse

__all__ = ["check_signature"]

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHOOSE = "chọn tệp Word (.docx)"
_UNLOCK = (
    "mở bằng Word, nhập mật khẩu, vào Tệp > Thông tin > Bảo vệ tài liệu > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu"
)
# Names of streams in a compound file are UTF-16.
_STREAMS = (
    ("EncryptedPackage", Refusal.LOCKED, "tệp có mật khẩu mở", _UNLOCK),
    ("DRMContent", Refusal.LOCKED, "tệp bị khóa bằng quyền truy cập (IRM)", "bỏ hạn chế truy cập trong Word rồi lưu"),
    ("WordDocument", Refusal.OLD_WORD, "tệp Word kiểu cũ (.doc, Word 97-2003), không phải .docx", CONVERT),
    ("Workbook", Refusal.OTHER_KIND, "đây là tệp Excel kiểu cũ (.xls)", _CHOOSE),
    ("PowerPoint Document", Refusal.OTHER_KIND, "đây là tệp PowerPoint kiểu cũ (.ppt)", _CHOOSE),
)  # fmt: skip
_OTHERS = (
    (b"{\\rtf", Refusal.OLD_WORD, "tệp RTF, dù có tên khác", CONVERT),
    (b"%PDF", Refusal.OTHER_KIND, "đây là tệp PDF", "chọn tệp Word (.docx) đã dùng để xuất ra PDF"),
    (b"\x89PNG", Refusal.OTHER_KIND, "đây là ảnh", _CHOOSE),
    (b"\xff\xd8\xff", Refusal.OTHER_KIND, "đây là ảnh", _CHOOSE),
    (b"Rar!", Refusal.OTHER_KIND, "đây là tệp nén RAR", "giải nén rồi chọn tệp .docx ở trong"),
    (b"7z\xbc\xaf", Refusal.OTHER_KIND, "đây là tệp nén 7z", "giải nén rồi chọn tệp .docx ở trong"),
    (b"\x1f\x8b", Refusal.OTHER_KIND, "đây là tệp nén gzip", "giải nén rồi chọn tệp .docx ở trong"),
)
_FLAT = (b"schemas.microsoft.com/office/word/2003/wordml", b"schemas.microsoft.com/office/2006/xmlPackage")
_MHT = (b"MIME-Version:", b"From: <Saved by")


def check_signature(data: bytes, name: str) -> None:
    """Refuse what is no zip file, by what it really is. Raises ReadError."""
    if not data:
        raise refuse(Refusal.UNREADABLE, "tệp rỗng (0 byte)", "chọn tệp khác, hoặc chép lại tệp này", name)
    if name.replace("\\", "/").rpartition("/")[2].startswith("~$"):
        hint = "chọn tệp có cùng tên mà không có “~$” ở đầu"
        raise refuse(Refusal.OTHER_KIND, "đây là tệp tạm mà Word để lại khi đang mở văn bản", hint, name)
    if not data.startswith(_ZIP):
        raise _name_kind(data, name)


def _name_kind(data: bytes, name: str) -> VtdocsError:
    if data.startswith(_OLE):
        for stream, code, message, hint in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return refuse(code, message, hint, name)
        return refuse(Refusal.OTHER_KIND, "tệp Office kiểu cũ, không có văn bản Word ở trong", _CHOOSE, name)
    for start, code, message, hint in _OTHERS:
        if data.startswith(start):
            return refuse(code, message, hint, name)
    if data.startswith(_EMPTY_ZIP):
        return refuse(Refusal.OTHER_KIND, "tệp nén rỗng, không có văn bản ở trong", _CHOOSE, name)
    if (marked_up := _name_markup(data[:_HEAD], name)) is not None:
        return marked_up
    if _looks_typed(data[:_HEAD]):
        return refuse(Refusal.OTHER_KIND, "đây là tệp chữ thường (text), dù có tên khác", _CHOOSE, name)
    return refuse(Refusal.OTHER_KIND, "không phải tệp Word (.docx), hoặc tệp đã hỏng từ đầu", _CHOOSE, name)


def _name_markup(data: bytes, name: str) -> VtdocsError | None:
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head.lower()
    if any(mark in head for mark in _FLAT):
        return refuse(Refusal.OLD_WORD, "tệp Word lưu dạng XML", CONVERT, name)
    if b"<html" in lower or lower.startswith(b"<!doctype html"):
        return refuse(Refusal.OLD_WORD, "đây là trang web (HTML), dù có tên khác", CONVERT, name)
    if head.startswith(_MHT):
        return refuse(Refusal.OLD_WORD, "đây là trang web (MHT), dù có tên khác", CONVERT, name)
    if b"urn:oasis:names:tc:opendocument" in head:
        return refuse(Refusal.OLD_WORD, "đây là tệp OpenDocument dạng XML", CONVERT, name)
    return refuse(Refusal.OTHER_KIND, "đây là tệp XML", _CHOOSE, name) if head.startswith(b"<?xml") else None


def _looks_typed(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in b"\t\n\r\f" for byte in head)
