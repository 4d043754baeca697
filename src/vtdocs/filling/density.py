"""How many pixels of a picture make an inch: what its file says of it, read as python-docx reads it.

A picture without a width gets the size that docxtpl would give it, so the same rules are needed: 72 where nothing is
said. The bytes have been checked before (`vtdocs.loaders.pictures`); what is odd here counts as nothing said.
"""

from __future__ import annotations

import struct

from vtdocs.loaders.images import JPEG_START, PNG_START

__all__ = ["read_density"]

_UNSAID = 72
_CM_PER_INCH = 2.54
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 0x011A, 0x011B, 0x0128


def read_density(data: bytes) -> tuple[int, int]:
    """Give the pixels of an inch, across and down."""
    found = (0, 0)
    try:
        if data.startswith(PNG_START):
            found = _read_png(data)
        elif data.startswith(JPEG_START) and data[6:10] == b"JFIF":
            unit, across, down = struct.unpack(">BHH", data[13:18])
            found = _per_inch((across, down), {1: 1.0, 2: _CM_PER_INCH}.get(unit, 0.0))
        elif data.startswith(JPEG_START) and data[6:10] == b"Exif":
            found = _read_exif(data[12 : 4 + int.from_bytes(data[4:6], "big")])
    except (struct.error, ZeroDivisionError):
        pass
    across, down = found
    return across or _UNSAID, down or _UNSAID


def _per_inch(values: tuple[float, float], factor: float) -> tuple[int, int]:
    return round(values[0] * factor), round(values[1] * factor)


def _read_png(data: bytes) -> tuple[int, int]:
    place = len(PNG_START)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind == b"pHYs":
            across, down, unit = struct.unpack(">IIB", data[place + 8 : place + 17])
            return _per_inch((across, down), 0.0254 if unit == 1 else 0.0)
        if kind == b"IDAT":  # the standard puts pHYs before the picture's own data
            break
        place += 12 + length
    return 0, 0


def _read_exif(tiff: bytes) -> tuple[int, int]:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0, 0
    start = struct.unpack(f"{order}I", tiff[4:8])[0]
    count = struct.unpack(f"{order}H", tiff[start : start + 2])[0]
    values = {_X_RESOLUTION: 0.0, _Y_RESOLUTION: 0.0}
    factor = 1.0
    for place in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag = struct.unpack(f"{order}H", tiff[place : place + 2])[0]
        if tag in values:
            at = struct.unpack(f"{order}I", tiff[place + 8 : place + 12])[0]
            number, by = struct.unpack(f"{order}II", tiff[at : at + 8])
            values[tag] = number / by
        elif tag == _RESOLUTION_UNIT:
            unit = struct.unpack(f"{order}H", tiff[place + 8 : place + 10])[0]
            factor = {1: 0.0, 3: _CM_PER_INCH}.get(unit, 1.0)
    return _per_inch((values[_X_RESOLUTION], values[_Y_RESOLUTION]), factor)
