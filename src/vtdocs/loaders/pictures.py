"""Picture files: what their bytes say they are, and whether they are whole. Nothing is decoded into pixels.

A document carries a picture's file as it is, so of its pixels only the number is needed.
"""

from __future__ import annotations

from msgspec import Struct

from vtdocs.model import KieuAnh

from .codes import Code
from .images import JPEG_START, PNG_START, DamagedError, check_png, read_jpeg, read_png_head

__all__ = ["MAX_PICTURE_BYTES", "MAX_PIXELS", "Image", "PictureFaultError", "read_image"]

MAX_PICTURE_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 100_000_000

_SAVE_AS = "mở ảnh bằng Paint, chọn Lưu thành (Save as) kiểu PNG hoặc JPEG, rồi ghi tên tệp mới"
_EXPORT = "mở bằng chương trình đã vẽ ra hình, xuất (Export) thành PNG 300 dpi, rồi ghi tên tệp mới"
_PHONE = "ở điện thoại, đặt máy ảnh lưu kiểu “Tương thích nhất” (JPEG) rồi chụp lại; hoặc đổi sang JPEG trên máy tính"
_OFFICE = "mở tệp, bấm chuột phải vào hình, chọn Lưu thành ảnh (Save as Picture) kiểu PNG, rồi ghi tên tệp mới"
_SAVE_AGAIN = "mở ảnh xem có còn nguyên không; nếu còn, lưu lại thành tệp mới bằng Paint; nếu không, xin lại tệp gốc"

# What stands at a place of a file, what that is, and how to make a PNG or JPEG of it.
_OTHERS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"GIF8", "GIF", _SAVE_AS),
    (0, b"BM", "BMP", _SAVE_AS),
    (8, b"WEBP", "WEBP", _SAVE_AS),
    (0, b"II*\0", "TIFF", _SAVE_AS),
    (0, b"MM\0*", "TIFF", _SAVE_AS),
    (4, b"ftypavif", "AVIF", _SAVE_AS),
    (4, b"ftyp", "HEIC (ảnh điện thoại) hoặc phim", _PHONE),
    (40, b" EMF", "EMF", _EXPORT),
    (0, b"\xd7\xcd\xc6\x9a", "WMF", _EXPORT),
    (0, b"%PDF", "PDF", _EXPORT),
    (0, b"PK\x03\x04", "tệp Word, Excel, PowerPoint hoặc zip", _OFFICE),
)
_SVG_WITHIN = 1_000  # comments and a document type may stand before the first element


class Image(Struct, frozen=True):
    """What a picture's file says: its kind, its pixels as stored, how far to turn it clockwise, and what may surprise.

    A camera that stored it `mirrored` is rare; of an `animated` one paper shows the first picture.
    """

    kind: KieuAnh
    width: int
    height: int
    turn: int = 0
    mirrored: bool = False
    animated: bool = False


class PictureFaultError(Exception):
    """A file is no picture that can be printed; told at the place that names it, and never seen outside of loading."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read_image(data: bytes, name: str) -> Image:
    """Read what a picture's bytes say, whatever its name does; raises PictureFaultError."""
    try:
        if data.startswith(PNG_START):
            head = read_png_head(data)
            _check_pixels(head.width, head.height, name)  # before anything is unpacked
            return Image(KieuAnh.PNG, head.width, head.height, animated=check_png(data, head))
        if data.startswith(JPEG_START):
            jpeg = read_jpeg(data)
            _check_pixels(jpeg.width, jpeg.height, name)
            return Image(KieuAnh.JPEG, jpeg.width, jpeg.height, jpeg.turn, jpeg.mirrored)
    except DamagedError as error:
        raise PictureFaultError(Code.PICTURE_DAMAGED, f"tệp ảnh “{name}” bị hỏng: {error}", _SAVE_AGAIN) from None
    raise _unknown(data, name)


def _check_pixels(width: int, height: int, name: str) -> None:
    if width * height > MAX_PIXELS:
        raise PictureFaultError(
            Code.PICTURE_TOO_LARGE,
            f"ảnh “{name}” có {width} x {height} điểm ảnh, nhiều nhất là {MAX_PIXELS // 1_000_000} triệu điểm",
            "thu nhỏ ảnh: mở bằng Paint, chọn Thay đổi kích cỡ (Resize), lưu thành tệp mới; "
            "in trên khổ A4 chỉ cần chiều ngang 2000 điểm",
        )


def _unknown(data: bytes, name: str) -> PictureFaultError:
    if not data:
        return PictureFaultError(Code.PICTURE_DAMAGED, f"tệp ảnh “{name}” rỗng", "chép lại tệp ảnh gốc")
    for place, mark, what, hint in _OTHERS:
        if data.startswith(mark, place):
            return _wrong_kind(name, f"là {what}", hint)
    if b"<svg" in data[:_SVG_WITHIN]:
        return _wrong_kind(name, "là SVG", _EXPORT)
    return _wrong_kind(name, "không phải là ảnh PNG hoặc JPEG", "kiểm tra lại tên tệp; " + _SAVE_AS)


def _wrong_kind(name: str, what: str, hint: str) -> PictureFaultError:
    message = f"tệp “{name}” {what}" + ("" if "PNG" in what else ", cần PNG hoặc JPEG")
    return PictureFaultError(Code.PICTURE_KIND, message, hint)
