"""A template's parts and what one document changes in them into one file, with properties and a digest.

Every file carries a digest of its parts in its custom properties, so that a file which a person has edited
since can be told from one that vtdocs may write anew.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from typing import IO, TypeVar

from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.tree import Properties

from .archive import Block, Member, Shell, deflate, join_block, make_shell, store, write_archive
from .compression import Compressor, find_compressor
from .xml import escape

__all__ = [
    "CUSTOM_PART",
    "DIGEST_PROPERTY",
    "Package",
    "freeze_parts",
    "is_untouched",
    "pack",
    "read_package",
]

CORE_PART = "docProps/core.xml"
CUSTOM_PART = "docProps/custom.xml"
DIGEST_PROPERTY = "vtdocs.digest"
_PLACES = {"[Content_Types].xml": 0, CUSTOM_PART: 2}

_T = TypeVar("_T")
_DIGEST = compile_late(rb'name="vtdocs\.digest"[^>]*>\s*<vt:lpwstr>([0-9a-f]{16}|[0-9a-f]{64})</vt:lpwstr>')
_LONG_DIGEST = 64  # as the first versions made it
_LARGEST_FILE = 512 * 1024 * 1024
_MOST_PARTS = 2_000
_READ_AT_ONCE = 1 << 18
# Parts of a template are deflated once, to what is small: level 9 would take twice as long for 1 % less.
_FROZEN = "zlib-6"
# What is packed in itself gains nothing by deflating.
_PACKED = (".png", ".jpg", ".jpeg", ".gif")


class Package(Struct, frozen=True):
    """Parts that documents share, packed once: by name, and all of them together as they stand in a file."""

    members: dict[str, Member]
    block: Block


def freeze_parts(parts: Mapping[str, bytes], *, with_properties: bool = False) -> Package:
    """Pack the parts that documents share.

    A template's own properties are left out, as every document has others; `with_properties` keeps them, for
    documents that are packed without any.
    """
    compressor = find_compressor(_FROZEN)
    members = {
        name: _packed(name, parts[name], compressor)
        for name in sorted(parts, key=_place)
        if with_properties or name not in (CORE_PART, CUSTOM_PART)
    }
    return Package(members, join_block(members.values()))


def pack(
    package: Package,
    changed: Mapping[str, bytes | Member],
    properties: Properties | None,
    compressor: Compressor,
    *,
    custom: Shell | None = None,
) -> bytes:
    """Make the file of the shared parts, those that the document changes or adds, its properties and the digest.

    `custom` is what the custom properties are before and after the digest, by default nothing else. With neither these
    nor `properties` the file carries no digest. The same arguments give the same bytes.
    """
    own = {name: _packed(name, part, compressor) for name, part in changed.items()}
    if properties is not None:
        own[CORE_PART] = _CORE.fill(CORE_PART, _core_xml(properties))
        custom = custom or _CUSTOM
    if custom is not None:
        sums = {name: _sum(member.size, member.crc) for name, member in (package.members | own).items()}
        own[CUSTOM_PART] = custom.fill(CUSTOM_PART, _digest(sums).encode())
    shared = package.members
    block = package.block
    if not shared.keys().isdisjoint(own):
        # Where a document changes a shared part, the new one takes its place.
        block = join_block(own.get(name, member) for name, member in shared.items())
    return write_archive(block, [own[name] for name in sorted(own.keys() - shared.keys(), key=_place)])


def _packed(name: str, part: bytes | Member, compressor: Compressor) -> Member:
    if isinstance(part, Member):
        return part
    return store(name, part) if name.lower().endswith(_PACKED) else deflate(name, part, compressor)


def _place(name: str) -> tuple[int, str]:
    """Order of the parts: the content types first, as Word writes them; the digest of all others last."""
    return _PLACES.get(name, 1), name


def read_package(data: bytes, limit: int) -> dict[str, bytes] | None:
    """Read all parts of a zip file; `None` where it is none, is damaged, or unpacks to more than `limit` bytes."""
    return _read(data, limit, lambda _name, part: part.read())


def _read(data: bytes, limit: int, take: Callable[[str, IO[bytes]], _T]) -> dict[str, _T] | None:
    # Nothing that is written is read: these two take 5 ms of a start.
    import lzma
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > limit:
                return None
            if len({info.filename.casefold() for info in infos}) < len(infos):
                return None  # two parts of one name: it is not known which of them Word would take
            taken = {}
            for info in infos:
                with archive.open(info) as part:
                    taken[info.filename] = take(info.filename, part)
            return taken
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError):
        return None
    except (RuntimeError, OSError, ValueError):  # a password, a wrong offset, a name that is no name
        return None


def is_untouched(data: bytes) -> bool:
    """Whether these are the bytes of a file that vtdocs made and nobody has edited since."""
    # Of a long table's file no part is held whole.
    found = _read(data, _LARGEST_FILE, _sum_up)
    carried = (found or {}).get(CUSTOM_PART, "")
    if found is None or len(carried) != _LONG_DIGEST:
        return found is not None and carried == _digest(found)
    from .earlier import digest_hashes, hash_part

    hashed = _read(data, _LARGEST_FILE, hash_part)
    return hashed is not None and carried == digest_hashes(
        {name: hashed[name] for name in hashed.keys() - {CUSTOM_PART}}
    )


def _sum_up(name: str, part: IO[bytes]) -> str:
    """Give a part's sum; of the one that carries the digest of all others, this one, if it has one."""
    if name == CUSTOM_PART:
        carried = _DIGEST.search(part.read())
        return carried[1].decode() if carried else ""
    size = crc = 0
    while piece := part.read(_READ_AT_ONCE):
        size, crc = size + len(piece), zlib.crc32(piece, crc)
    return _sum(size, crc)


def _sum(size: int, crc: int) -> str:
    """Sum a part up by what its place in a zip file says of it."""
    return f"{size}\0{crc:08x}"


def _digest(sums: Mapping[str, str]) -> str:
    """Digest all parts but the one that carries the digest, by the sum of each: a part may be streamed.

    This tells an edit from none, and is no seal: whoever forges a file can sign it too. A person who edits one changes
    several parts, and hits upon the size and the checksum of every one of them, or upon both checksums of them all,
    less than once in 2³² times. A SHA-256 of each part took 30 of the 110 microseconds of packing a plan, and its
    library, which nothing else on the way needs, 2.5 ms and 3.7 MB of every start.
    """
    rows = "".join([f"{name}\0{sums[name]}\n" for name in sorted(sums) if name != CUSTOM_PART]).encode()
    return f"{zlib.crc32(rows):08x}{zlib.crc32(rows[::-1]):08x}"


def _core_xml(properties: Properties) -> bytes:
    """Write what stands inside of cp:coreProperties."""
    created = (
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{properties.created}T00:00:00Z</dcterms:created>'
        if properties.created
        else ""
    )
    return (
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.creator)}</dc:creator>{created}"
    ).encode()


_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = make_shell(
    (
        _HEADER
        + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    ).encode(),
    b"<dc:language>vi-VN</dc:language></cp:coreProperties>",
)
_CUSTOM = make_shell(
    (
        _HEADER + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{DIGEST_PROPERTY}"><vt:lpwstr>'
    ).encode(),
    b"</vt:lpwstr></property></Properties>",
)
