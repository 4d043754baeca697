"""The zip file itself: what other programs read from it, and what it refuses."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.errors import WriteError
from vtdocs.writers.docx import archive
from vtdocs.writers.docx.archive import Member, deflate, join_block, make_shell, store, write_archive
from vtdocs.writers.docx.compression import find_compressor

COMPRESSOR = find_compressor("zlib-6")
# No name that a part of a package may not have; zipfile itself makes a slash of a backslash.
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\\"), min_size=1, max_size=30)


def packed(parts: Mapping[str, bytes]) -> list[Member]:
    return [deflate(name, content, COMPRESSOR) for name, content in parts.items()]


@given(st.dictionaries(NAMES, st.binary(max_size=9_000), max_size=6), st.integers(0, 6))
def test_whatever_is_written_is_read_back_in_its_order(parts: dict[str, bytes], first: int) -> None:
    members = packed(parts)
    data = write_archive(join_block(members[:first]), members[first:])
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == parts
        assert read.namelist() == list(parts)
        assert [info.file_size for info in read.infolist()] == [len(content) for content in parts.values()]


def test_nothing_of_the_machine_or_the_time_is_in_the_file() -> None:
    members = [*packed({"a.xml": b"<a/>", "word/ảnh.xml": b"<b/>"}), store("word/media/image1.png", b"\x89PNG")]
    data = write_archive(join_block(members[:1]), members[1:])
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        infos = read.infolist()
    assert [info.date_time for info in infos] == [(1980, 1, 1, 0, 0, 0)] * 3
    assert [(info.create_system, info.external_attr, info.extra, info.comment) for info in infos] == [
        (0, 0, b"", b"")
    ] * 3
    assert [info.flag_bits for info in infos] == [0, 0x800, 0]  # UTF-8 is said where the name is not ASCII
    assert [info.compress_type for info in infos] == [8, 8, 0]


def test_a_part_in_pieces_is_the_part_in_one() -> None:
    pieces = [f"<p>{number}</p>".encode() for number in range(5_000)]
    streamed, whole = (deflate("a", content, COMPRESSOR) for content in (iter(pieces), b"".join(pieces)))
    assert (streamed.crc, streamed.size) == (whole.crc, whole.size)
    for member in (streamed, whole):
        with zipfile.ZipFile(io.BytesIO(write_archive(join_block([]), [member]))) as read:
            assert read.read("a") == b"".join(pieces)


@given(st.binary(max_size=300))
def test_a_shell_is_filled_with_anything(content: bytes) -> None:
    member = make_shell(b"<a xmlns='urn:x'>" * 9, b"</a>").fill("a", content)
    with zipfile.ZipFile(io.BytesIO(write_archive(join_block([]), [member]))) as read:
        assert read.read("a") == b"<a xmlns='urn:x'>" * 9 + content + b"</a>"


@pytest.mark.parametrize("size", [0, 0xFFFE, 0xFFFF, 0x1_0000, 200_000])
def test_a_shell_is_filled_with_more_than_one_block_holds(size: int) -> None:
    member = make_shell(b"<a>", b"</a>").fill("a", b"x" * size)
    with zipfile.ZipFile(io.BytesIO(write_archive(join_block([]), [member]))) as read:
        assert read.read("a") == b"<a>" + b"x" * size + b"</a>"


def test_a_file_that_needs_zip64_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    members = packed({"a": b"x" * 5_000, "b": Random(1).randbytes(900), "c": b""})
    write_archive(join_block([]), members)
    with monkeypatch.context() as small:
        small.setattr(archive, "_LARGEST", 600)
        with pytest.raises(WriteError, match="VT-303  lỗi: tài liệu quá lớn"):
            deflate("a", b"x" * 5_000, COMPRESSOR)
        with pytest.raises(WriteError, match="VT-303"):
            write_archive(join_block([]), members)
        with pytest.raises(WriteError, match="VT-303"):
            join_block(members)
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 2)
    with pytest.raises(WriteError, match=r"quá 65\.535 phần"):
        write_archive(join_block([]), members)


def test_a_member_and_a_block_are_pickled() -> None:
    members = packed({"a": b"<a/>", "b": b"<b/>"})
    again = pickle.loads(pickle.dumps((members, join_block(members))))
    assert again == (members, join_block(members))
    assert write_archive(again[1], []) == write_archive(join_block(members), [])


def test_the_end_says_where_the_directory_stands() -> None:
    members = packed({"a": b"<a/>", "b": b"<b/>"})
    data = write_archive(join_block(members[:1]), members[1:])
    signature, *disks, here, count, size, place, comment = struct.unpack("<4s4H2LH", data[-22:])
    assert (signature, disks, here, count, comment) == (b"PK\5\6", [0, 0], 2, 2, 0)
    assert place + size == len(data) - 22
    assert data[place : place + 4] == b"PK\1\2"
