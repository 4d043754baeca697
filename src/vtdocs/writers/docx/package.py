"""Parts into one file: document properties, digest, zip. No clock, no random id, no machine's name.

Every file carries a digest of its parts in its custom properties, so that a file which a person has edited
since can be told from one that vtdocs may write anew.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping

from vtdocs.tree import Properties

from .xml import escape

__all__ = ["is_untouched", "pack", "read_package"]

CORE_PART = "docProps/core.xml"
CUSTOM_PART = "docProps/custom.xml"
DIGEST_PROPERTY = "vtdocs.digest"

# The first moment that a zip file can name; any fixed one does.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_DIGEST = re.compile(rb'name="vtdocs\.digest"[^>]*>\s*<vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>')
_LARGEST_FILE = 512 * 1024 * 1024
_MOST_PARTS = 2_000


def pack(parts: Mapping[str, bytes], properties: Properties) -> bytes:
    """Make the file of these parts, and of the properties and the digest that go with them."""
    parts = {**parts, CORE_PART: _core_xml(properties)}
    parts[CUSTOM_PART] = _custom_xml(_digest(parts))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(parts, key=_place):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else it would tell on which system it was made
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def _place(name: str) -> tuple[int, str]:
    """Order of the parts: the content types first, as Word writes them; the digest of all others last."""
    return {"[Content_Types].xml": 0, CUSTOM_PART: 2}.get(name, 1), name


def read_package(data: bytes, limit: int) -> dict[str, bytes] | None:
    """Read all parts of a zip file; `None` where it is none, is damaged, or unpacks to more than `limit` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > limit:
                return None
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError):
        return None
    except (RuntimeError, OSError, ValueError):  # a password, a wrong offset, a name that is no name
        return None


def is_untouched(data: bytes) -> bool:
    """Whether these are the bytes of a file that vtdocs made and nobody has edited since."""
    parts = read_package(data, _LARGEST_FILE)
    if parts is None:
        return False
    found = _DIGEST.search(parts.pop(CUSTOM_PART, b""))
    return found is not None and found[1].decode() == _digest(parts)


def _digest(parts: Mapping[str, bytes]) -> str:
    """Digest all parts but the one that carries the digest, by the digest of each: a part may be streamed."""
    whole = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM_PART:
            whole.update(f"{name}\0{hashlib.sha256(parts[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def _core_xml(properties: Properties) -> bytes:
    created = (
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{properties.created}T00:00:00Z</dcterms:created>'
        if properties.created
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.creator)}</dc:creator>{created}<dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def _custom_xml(digest: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{DIGEST_PROPERTY}">'
        f"<vt:lpwstr>{digest}</vt:lpwstr></property></Properties>"
    ).encode()
