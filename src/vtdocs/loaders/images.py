"""The bytes of PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) files: sizes, and whether the file is whole.

Nothing is decoded into pixels. Each byte is looked at once; what a PNG unpacks to is counted and thrown away.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct

from vtdocs.patterns import compile_late

__all__ = ["JPEG_START", "PNG_START", "DamagedError", "JpegHead", "PngHead", "check_png", "read_jpeg", "read_png_head"]

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"

# Of each colour type: samples a pixel, and the depths that a sample may have.
_PNG_COLOURS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
_PNG_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
# First column and row, and steps to the next, of the seven passes of an interlaced picture.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PIECE, _UNPACKED_PIECE = 1 << 16, 1 << 20

# Baseline, extended and progressive pictures in Huffman codes; no Word shows the other kinds.
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_JPEG_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
# In coded data FF is followed by 00 or by a restart; anything else is the next segment.
_NEXT_MARKER = compile_late(rb"\xff[^\x00\xd0-\xd7\xff]")
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
# EXIF's orientations: how far to turn clockwise, and whether the picture is a mirror's.
_TURNS = {
    1: (0, False), 2: (0, True), 3: (180, False), 4: (180, True),
    5: (90, True), 6: (90, False), 7: (270, True), 8: (270, False),
}  # fmt: skip


class DamagedError(Exception):
    """A file is not what its first bytes say; the text says what is wrong, in Vietnamese."""


class PngHead(Struct, frozen=True):
    """What the first chunk of a PNG says."""

    width: int
    height: int
    bits: int
    palette: bool
    interlaced: bool


class JpegHead(Struct, frozen=True):
    """What the segments of a JPEG say; `turn` in degrees clockwise."""

    width: int
    height: int
    turn: int
    mirrored: bool


def read_png_head(data: bytes) -> PngHead:
    """Read the size of a PNG; raises DamagedError."""
    kind, content = next(_chunks(data), (b"", memoryview(b"")))
    if kind != b"IHDR" or len(content) != 13:
        raise DamagedError("thiếu phần đầu")
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", content)
    samples, depths = _PNG_COLOURS.get(colour, (0, ()))
    is_sound = 0 < width < 1 << 31 and 0 < height < 1 << 31 and depth in depths
    if not is_sound or packing or filtering or interlace > 1:
        raise DamagedError("phần đầu có số liệu sai")
    return PngHead(width, height, depth * samples, colour == 3, interlace == 1)


def check_png(data: bytes, head: PngHead) -> bool:
    """Check that a PNG is whole, and say whether it is animated; raises DamagedError."""
    animated = has_palette = False
    unpacker = zlib.decompressobj()
    wanted = _unpacked_size(head)
    found = 0
    for number, (kind, content) in enumerate(_chunks(data)):
        if kind == b"IDAT":
            if head.palette and not has_palette:
                raise DamagedError("thiếu bảng màu")
            if found < wanted:  # what a file holds beyond its last row is no part of the picture
                found += _unpack(unpacker, content, wanted - found)
        elif kind == b"IEND":
            if found < wanted:
                raise DamagedError("ảnh bị cắt cụt")
            return animated
        elif kind == b"acTL":
            animated = True
        elif kind == b"PLTE":
            has_palette = True
        elif number and (kind == b"IHDR" or (not kind[0] & 0x20 and kind not in _PNG_CRITICAL)):
            raise DamagedError("có phần không đọc được")
    raise DamagedError("ảnh bị cắt cụt")


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    view = memoryview(data)
    place = len(PNG_START)
    while place < len(data):
        if place + 12 > len(data):
            raise DamagedError("ảnh bị cắt cụt")
        length = int.from_bytes(view[place : place + 4], "big")
        end = place + 8 + length
        if end + 4 > len(data):
            raise DamagedError("ảnh bị cắt cụt")
        if zlib.crc32(view[place + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise DamagedError("dữ liệu không khớp với số kiểm tra")
        yield bytes(view[place + 4 : place + 8]), view[place + 8 : end]
        place = end + 4


def _unpacked_size(head: PngHead) -> int:
    """Count the bytes that a picture's rows take, each with one that names its filter."""
    if not head.interlaced:
        return head.height * (1 + (head.width * head.bits + 7) // 8)
    size = 0
    for column, row, across, down in _PASSES:
        width, height = -(-(head.width - column) // across), -(-(head.height - row) // down)
        if width > 0 and height > 0:
            size += height * (1 + (width * head.bits + 7) // 8)
    return size


def _unpack(unpacker: zlib._Decompress, packed: memoryview, most: int) -> int:
    """Count what packed bytes unpack to, `most` at least where there is more, a piece in memory at a time."""
    count = 0
    try:
        for place in range(0, len(packed), _PIECE):
            rest = bytes(packed[place : place + _PIECE])
            while rest and count < most:
                count += len(unpacker.decompress(rest, _UNPACKED_PIECE))
                rest = unpacker.unconsumed_tail
    except zlib.error:
        raise DamagedError("dữ liệu ảnh không giải nén được") from None
    return count


def read_jpeg(data: bytes) -> JpegHead:
    """Read the size and the orientation of a JPEG, and go through it to its end; raises DamagedError."""
    size: tuple[int, int] | None = None
    turn, mirrored, scanned = 0, False, False
    for marker, start, end in _segments(data):
        if marker in _JPEG_OTHER_FRAMES:
            raise DamagedError("nén theo kiểu mà Word không đọc được")
        if marker in _JPEG_FRAMES:
            size = _frame_size(data[start:end], size)
        elif marker == 0xDA:
            if size is None:
                raise DamagedError("thiếu phần đầu")
            scanned = True
        elif marker == 0xE1 and data.startswith(_EXIF, start):
            turn, mirrored = _TURNS.get(_orientation(data[start + len(_EXIF) : end]), (0, False))
    if size is None or not scanned:
        raise DamagedError("không có phần ảnh")
    return JpegHead(*size, turn, mirrored)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Give each segment up to the end of the picture: its marker, and where its content begins and ends."""
    place = 2
    while True:
        while data[place : place + 2] == b"\xff\xff":  # a marker may have any number of fill bytes before it
            place += 1
        if data[place : place + 1] != b"\xff" or place + 2 > len(data):
            raise DamagedError("ảnh bị cắt cụt" if place + 2 > len(data) else "có phần không đọc được")
        marker = data[place + 1]
        if marker == 0xD9:
            return
        if marker in _JPEG_ALONE:
            place += 2
            continue
        start = place + 4
        end = place + 2 + int.from_bytes(data[place + 2 : start], "big")
        if end < start or end > len(data):
            raise DamagedError("ảnh bị cắt cụt")
        yield marker, start, end
        place = end
        if marker == 0xDA:
            found = _NEXT_MARKER.search(data, end)
            if found is None:
                raise DamagedError("ảnh bị cắt cụt")
            place = found.start()


def _frame_size(frame: bytes, known: tuple[int, int] | None) -> tuple[int, int]:
    if known is not None or len(frame) < 6:
        raise DamagedError("phần đầu có số liệu sai")
    depth, height, width, colours = struct.unpack(">BHHB", frame[:6])
    if depth != 8 or not height or not width or colours not in (1, 3, 4):
        raise DamagedError("phần đầu có số liệu sai")
    return width, height


def _orientation(exif: bytes) -> int:
    """Give the orientation that a camera noted in the first directory, 1 (as stored) where there is none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:
        return 1
    start = struct.unpack(f"{order}I", exif[4:8])[0]
    if start + 2 > len(exif):
        return 1
    count = struct.unpack(f"{order}H", exif[start : start + 2])[0]
    for place in range(start + 2, min(start + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind = struct.unpack(f"{order}HH", exif[place : place + 4])
        if tag == _ORIENTATION and kind == 3:
            return int(struct.unpack(f"{order}H", exif[place + 8 : place + 10])[0])
    return 1
