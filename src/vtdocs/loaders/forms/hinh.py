"""A picture: its file, its width on paper, its caption, and what it shows for those who cannot see it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import FileFaultError
from vtdocs.loaders.nested import DocumentReader
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.shapes import Field, Number, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.totals import add_picture
from vtdocs.model import Hinh
from vtdocs.units import Mm

if TYPE_CHECKING:
    from vtdocs.loaders.pictures import Image

__all__ = ["HINH"]

# In millimetres: narrower shows nothing, wider than a large sheet is a slip for another unit.
_NARROWEST, _WIDEST = 10, 400


def _make_hinh(fields: Fields, reader: DocumentReader, node: YamlNode) -> Any:
    from vtdocs.loaders.pictures import MAX_PICTURE_BYTES, PictureFaultError, read_image

    at = fields.at("tep")
    try:
        fetched = reader.files.fetch(fields["tep"], MAX_PICTURE_BYTES)
    except FileFaultError as fault:
        hint = fault.hint
        if fault.code is Code.TOO_LARGE:
            hint = "thu nhỏ ảnh: mở bằng Paint, chọn Thay đổi kích cỡ (Resize), lưu kiểu JPEG, rồi ghi tên tệp mới"
        return reader.fail(fault.code, fault.message, at, hint)
    try:
        image = read_image(fetched.data, fetched.name)
    except PictureFaultError as fault:
        return reader.fail(fault.code, fault.message, at, fault.hint)
    data = add_picture(fetched.data, reader, at)
    if data is INVALID:
        return INVALID
    _doubt(image, fetched.name, reader, at)
    return Hinh(
        du_lieu=data,
        kieu=image.kind,
        diem_ngang=image.width,
        diem_doc=image.height,
        mo_ta=_describe(fields, reader, node),
        rong=Mm(fields["rong"]) if fields["rong"] else None,
        tieu_de=fields["tieu_de"],
        xoay=image.turn,
    )


def _describe(fields: Fields, reader: Reader, node: YamlNode) -> str:
    """Give what is read out of a picture: its description, or else its caption, or else the name of its file."""
    if words := fields["mo_ta"] or fields["tieu_de"]:
        return str(words)
    stem = PurePosixPath(fields["tep"].replace("\\", "/")).stem
    hint = "thêm mo_ta: một câu nói hình vẽ gì, cho người khiếm thị nghe; hoặc thêm tieu_de in dưới hình"
    reader.warn(Code.PICTURE_UNDESCRIBED, "hình chưa có mo_ta và tieu_de", node, hint)
    return stem


def _doubt(image: Image, name: str, reader: Reader, at: YamlNode) -> None:
    if image.animated:
        message = f"“{name}” là ảnh động; trên giấy chỉ có ảnh đầu tiên"
        reader.warn(Code.PICTURE_DOUBT, message, at, "lưu riêng ảnh cần in thành tệp PNG khác")
    if image.mirrored:
        message = f"“{name}” được máy ảnh ghi là ảnh lật gương; Word in ảnh chưa lật"
        reader.warn(Code.PICTURE_DOUBT, message, at, "mở bằng Paint, chọn Lật (Flip) cho đúng, lưu thành tệp mới")


HINH = Record(
    "Hình",
    (
        Field(
            "tep",
            Text(),
            "Tệp ảnh PNG hoặc JPEG, cùng thư mục với văn bản.",
            required=True,
            example="so-do-to-chuc.png",
        ),
        Field(
            "rong",
            Number(_NARROWEST, _WIDEST),
            "Bề ngang trên giấy, tính bằng mi-li-mét; không ghi thì lấy cỡ tự nhiên của ảnh. "
            "Ảnh không bao giờ rộng hơn phần chữ.",
            example="120",
        ),
        Field("tieu_de", Text(), "Tiêu đề in dưới hình.", example="Hình 1. Sơ đồ tổ chức Ban Chỉ đạo"),
        Field(
            "mo_ta",
            Text(),
            "Hình vẽ gì, để đọc cho người không nhìn thấy; không ghi thì lấy tieu_de.",
            example="Sơ đồ ba cấp: Trưởng ban, hai Phó Trưởng ban, các thành viên",
        ),
    ),
    make=_make_hinh,
)
