"""Picture files: judged by their bytes, whole or told, never decoded."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.fields import INVALID
from vtdocs.loaders.folder import Memory
from vtdocs.loaders.forms.hinh import HINH
from vtdocs.loaders.nested import DocumentReader
from vtdocs.loaders.pictures import Image, PictureFaultError, read_image
from vtdocs.loaders.source import read_source
from vtdocs.loaders.yaml import parse_yaml
from vtdocs.model import Hinh, KieuAnh
from vtdocs.units import Mm

START = b"\x89PNG\r\n\x1a\n"


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (20, 10), **options: Any) -> bytes:
    out = io.BytesIO()
    Pillow.effect_noise(size, 80).convert(mode).save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(
    width: int, height: int, *between: bytes, depth: int = 8, colour: int = 0, rows: bytes | None = None, last: int = 0
) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, last)
    packed = zlib.compress(bytes(height * (width + 1)) if rows is None else rows)
    return START + chunk(b"IHDR", head) + b"".join(between) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def exif(orientation: int, order: str = "<") -> bytes:
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    start = b"II*\0" if order == "<" else b"MM\0*"
    return start + struct.pack(f"{order}IH", 8, 1) + entry + bytes(4)


def with_exif(content: bytes) -> bytes:
    data = saved("jpeg")
    segment = b"Exif\0\0" + content
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:]


def fault(data: bytes) -> tuple[str, str]:
    with pytest.raises(PictureFaultError) as caught:
        read_image(data, "anh.png")
    assert caught.value.hint
    return str(caught.value.code), caught.value.message


# --- what is read ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_every_colour_type_of_png_is_read(mode: str) -> None:
    assert read_image(saved("png", mode), "x") == Image(KieuAnh.PNG, 20, 10)


# ISO/IEC 15948, 8.2: where each pass begins, and how far its pixels stand apart.
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (8, 8), (5, 1), (1, 9), (33, 17)])
@pytest.mark.parametrize("depth", [1, 8])
def test_an_interlaced_png_is_as_long_as_its_seven_passes(width: int, height: int, depth: int) -> None:
    rows = 0
    for x, y, across, down in PASSES:
        columns = len(range(x, width, across))
        rows += len(range(y, height, down)) * (1 + -(-columns * depth // 8)) if columns else 0
    whole = png(width, height, depth=depth, rows=bytes(rows), last=1)
    assert read_image(whole, "x") == Image(KieuAnh.PNG, width, height)
    Pillow.open(io.BytesIO(whole)).load()
    assert fault(png(width, height, depth=depth, rows=bytes(rows - 1), last=1))[0] == "VT-076"


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_every_kind_of_jpeg_that_word_shows_is_read(mode: str, progressive: bool) -> None:
    assert read_image(saved("jpeg", mode, progressive=progressive), "x") == Image(KieuAnh.JPEG, 20, 10)


def test_a_jpeg_with_restarts_and_fill_bytes_is_read() -> None:
    data = saved("jpeg", size=(200, 200), restart_marker_blocks=1)
    assert b"\xff\xd0" in data
    assert read_image(data[:2] + b"\xff\xff" + data[2:], "x") == Image(KieuAnh.JPEG, 200, 200)


@pytest.mark.parametrize(
    ("orientation", "turn", "mirrored"),
    [
        (1, 0, False), (2, 0, True), (3, 180, False), (4, 180, True), (5, 90, True), (6, 90, False), (7, 270, True),
        (8, 270, False), (0, 0, False), (9, 0, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", "<>")
def test_a_picture_is_turned_as_its_camera_noted(orientation: int, turn: int, mirrored: bool, order: str) -> None:
    data = with_exif(exif(orientation, order))
    assert read_image(data, "x") == Image(KieuAnh.JPEG, 20, 10, turn, mirrored)
    if orientation in (3, 6, 8):
        from PIL import ImageOps

        upright = ImageOps.exif_transpose(Pillow.open(io.BytesIO(data)))
        assert upright.size == ((20, 10) if turn == 180 else (10, 20))


@pytest.mark.parametrize(
    "content", [b"", b"II*\0", b"XX*\0" + bytes(20), b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff" + bytes(5)]
)
def test_notes_of_a_camera_that_make_no_sense_are_passed_over(content: bytes) -> None:
    assert read_image(with_exif(content), "x") == Image(KieuAnh.JPEG, 20, 10)


def test_an_animated_png_says_so() -> None:
    assert read_image(png(2, 2, chunk(b"acTL", bytes(8))), "x").animated
    assert not read_image(png(2, 2, chunk(b"tEXt", b"a\0b")), "x").animated


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (saved("gif"), "GIF"),
        (saved("bmp"), "BMP"),
        (saved("tiff"), "TIFF"),
        (b"MM\0*" + bytes(9), "TIFF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WEBP"),
        (b"\0\0\0\x18ftypheic\0\0", "HEIC"),
        (b"\0\0\0\x18ftypavif\0\0", "AVIF"),
        (bytes(40) + b" EMF" + bytes(40), "EMF"),
        (b"\xd7\xcd\xc6\x9a", "WMF"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "Word"),
        (b'<?xml version="1.0"?><!-- x --><svg xmlns=""/>', "SVG"),
        (b"hello", "không phải là ảnh"),
        (b"<html>", "không phải là ảnh"),
    ],
)
def test_other_kinds_are_named_with_the_way_to_convert_them(data: bytes, what: str) -> None:
    code, message = fault(data)
    assert code == "VT-075"
    assert what in message


DAMAGED = {
    "empty": b"",
    "start alone": START,
    "no first chunk": START + chunk(b"IEND", b""),
    "short first chunk": START + chunk(b"IHDR", bytes(12)),
    "no width": png(0, 1),
    "no height": png(1, 0),
    "width past 31 bits": START + chunk(b"IHDR", struct.pack(">IIBBBBB", 1 << 31, 1, 8, 0, 0, 0, 0)),
    "odd depth": png(1, 1, depth=3),
    "odd colours": png(1, 1, colour=5),
    "odd interlacing": png(1, 1, last=2),
    "two first chunks": png(1, 1, chunk(b"IHDR", bytes(13))),
    "unknown critical chunk": png(1, 1, chunk(b"CgBI", bytes(4))),
    "no palette": png(1, 1, colour=3),
    "rows missing": png(10, 10, rows=bytes(109)),
    "no rows": START + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"IEND", b""),
    "no zlib": START + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"IDAT", b"xyz"),
    "no end": png(1, 1)[:-12],
    "wrong sum": png(1, 1)[:40] + b"\xaa" + png(1, 1)[41:],
    "length past the end": START + b"\xff\xff\xff\xffIHDR" + bytes(30),
    "jpeg start": b"\xff\xd8\xff",
    "jpeg without a picture": b"\xff\xd8\xff\xd9",
    "jpeg without a frame": b"\xff\xd8\xff\xda\0\x02\x01\xff\xd9",
    "jpeg without length": b"\xff\xd8\xff\xe0",
    "jpeg segment too short": b"\xff\xd8\xff\xe0\0\x01\xff\xd9",
    "jpeg cut": saved("jpeg")[:-2],
    "jpeg cut in half": saved("jpeg")[:300],
    "jpeg frame too short": b"\xff\xd8\xff\xc0\0\x04ab\xff\xd9",
    "jpeg of no height": b"\xff\xd8\xff\xc0\0\x0b\x08\0\0\0\x01\x01abc\xff\xd9",
    "jpeg of 12 bits": b"\xff\xd8\xff\xc1\0\x0b\x0c\0\x01\0\x01\x01abc\xff\xd9",
    "jpeg without loss": b"\xff\xd8\xff\xc3\0\x0b\x08\0\x01\0\x01\x01abc\xff\xd9",
    "jpeg with text between": b"\xff\xd8\xff\xe0\0\x02abc",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_picture_is_told(name: str) -> None:
    assert fault(DAMAGED[name])[0] == "VT-076"


def test_too_many_pixels_are_told_before_anything_is_unpacked() -> None:
    bomb = png(1 << 16, 1 << 16, rows=bytes(1 << 20))
    code, message = fault(bomb)
    assert code == "VT-077"
    assert "65536 x 65536" in message
    frame = b"\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01abc"
    assert fault(b"\xff\xd8" + frame + b"\xff\xda\0\x02\x01\xff\xd9")[0] == "VT-077"


def test_a_picture_is_unpacked_in_small_pieces() -> None:
    data = png(9_000, 9_000, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(10_000_000))), rows=bytes(81_009_000))
    assert len(data) < 200_000
    tracemalloc.start()
    read_image(data, "x")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@settings(max_examples=200)
@given(
    st.sampled_from([saved("jpeg"), saved("png"), with_exif(exif(6)), png(5, 5)]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=4),
    st.integers(0, 2000),
)
def test_spoiled_bytes_are_read_or_told(data: bytes, changes: list[tuple[int, int]], end: int) -> None:
    spoiled = bytearray(data)
    for place, value in changes:
        spoiled[place % len(spoiled)] = value
    told = ""
    try:
        image = read_image(bytes(spoiled[: len(data) - end % 7]), "x")
    except PictureFaultError as error:
        told = error.message
    assert told.startswith(("tệp", "ảnh")) or (image.width > 0 and image.height > 0)


# --- the form -------------------------------------------------------------------------------------------------------


def load(text: str, **files: bytes) -> tuple[Any, list[tuple[str, str, str]]]:
    faults = Faults()
    source = read_source(text.encode(), "hinh.yaml", faults)
    assert source is not None
    parsed = parse_yaml(source, faults)
    assert parsed.root is not None
    named = {name.replace("_", "."): data for name, data in files.items()}
    hinh = DocumentReader(parsed, faults, Memory(named)).read(HINH, parsed.root)
    return hinh, [(str(f.location), f.code, f.message) for f in faults.told()]


def test_a_picture_is_made_of_its_keys() -> None:
    data = with_exif(exif(6))
    hinh, told = load("tep: a.jpg\nrong: 120\ntieu_de: Hình 1\nmo_ta: Sơ đồ", a_jpg=data)
    assert told == []
    assert hinh == Hinh(data, KieuAnh.JPEG, 20, 10, "Sơ đồ", Mm(120), "Hình 1", 90)


def test_the_bytes_say_what_a_file_is_and_not_its_name() -> None:
    hinh, told = load("tep: a.jpg\nmo_ta: x", a_jpg=png(1, 1))
    assert told == []
    assert hinh.kieu is KieuAnh.PNG


def test_a_caption_describes_a_picture_that_has_no_words_of_its_own() -> None:
    assert load("tep: a.png\ntieu_de: Hình 1", a_png=png(1, 1))[0].mo_ta == "Hình 1"
    hinh, told = load("tep: a.png", a_png=png(1, 1))
    assert hinh.mo_ta == "a"
    assert [(place, code) for place, code, _ in told] == [("hinh.yaml:1:1", "VT-078")]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("tieu_de: x", "hinh.yaml:1:1", Code.MISSING_KEY),
        ("mo_ta: x\ntep: b.png", "hinh.yaml:2:6", Code.FILE_MISSING),
        ("mo_ta: x\ntep: ../a.png", "hinh.yaml:2:6", Code.FILE_MISSING),
        ("mo_ta: x\ntep: /etc/passwd", "hinh.yaml:2:6", Code.FILE_OUTSIDE),
        ("mo_ta: x\ntep: a.gif", "hinh.yaml:2:6", Code.PICTURE_KIND),
        ("mo_ta: x\ntep: cut.png", "hinh.yaml:2:6", Code.PICTURE_DAMAGED),
        ("mo_ta: x\ntep: large.png", "hinh.yaml:2:6", Code.TOO_LARGE),
        ("mo_ta: x\ntep: a.png\nrong: 9", "hinh.yaml:3:7", Code.NUMBER),
        ("mo_ta: x\ntep: a.png\nrong: 401", "hinh.yaml:3:7", Code.NUMBER),
        ("mo_ta: x\ntep: a.png\nrong: 12,5", "hinh.yaml:3:7", Code.NUMBER),
        ("mo_ta: x\ntep: a.png\ncao: 12", "hinh.yaml:3:1", Code.UNKNOWN_KEY),
        ("- a.png", "hinh.yaml:1:1", Code.WRONG_TYPE),
    ],
)
def test_each_fault_is_told_at_its_place(text: str, place: str, code: Code) -> None:
    files = {"a_png": png(1, 1), "a_gif": saved("gif"), "cut_png": png(1, 1)[:-3], "large_png": bytes(10 * 1024**2 + 1)}
    hinh, told = load(text, **files)
    if code is not Code.UNKNOWN_KEY:
        assert hinh is INVALID
    assert [(at, found) for at, found, _ in told] == [(place, str(code))]


def test_what_paper_shows_otherwise_is_doubted() -> None:
    _, told = load("tep: a.png\nmo_ta: x", a_png=png(1, 1, chunk(b"acTL", bytes(8))))
    assert [(place, code) for place, code, _ in told] == [("hinh.yaml:1:6", "VT-079")]
    _, told = load("tep: a.jpg\nmo_ta: x", a_jpg=with_exif(exif(5)))
    assert [(place, code) for place, code, _ in told] == [("hinh.yaml:1:6", "VT-079")]
