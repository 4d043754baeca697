"""The package written again with some parts replaced: every other member keeps its bytes, its order and its time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from vtdocs.readers.docx.archive import Archive

__all__ = ["replace_parts"]

# What is added has the time that zip files begin with, as the clock has no place in a file.
_BEGINNING = (1980, 1, 1, 0, 0, 0)


def replace_parts(data: bytes, parts: Mapping[str, bytes], name: str) -> bytes:
    """Give the package with these parts in place of its own; parts that it does not have are added at its end.

    `name` is what messages call the file. Raises ReadError for a member that is damaged, one that nothing has read yet.
    """
    members = Archive(data, name)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            if info.filename in parts:
                content = parts[info.filename]
            else:
                content = b"" if info.is_dir() else members.read(info.filename.replace("\\", "/"))
            target.writestr(_entry(info.filename, info.date_time), content)
        for name in sorted(set(parts) - set(source.namelist())):
            target.writestr(_entry(name, _BEGINNING), parts[name])
    return out.getvalue()


def _entry(name: str, time: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
