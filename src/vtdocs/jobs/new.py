"""Start an own document: a commented, ready-to-build folder, never over an existing file."""

from __future__ import annotations

from pathlib import Path

from vtdocs.errors import WriteError
from vtdocs.kinds import STARTERS, kind_name, schema_kind
from vtdocs.loaders.schemas import make_schema_files, schema_name
from vtdocs.resources import resource_root

from .storage import refuse_existing, write_all

__all__ = ["start"]

SCHEMA_FOLDER = "schema"


def start(kind: str, folder: Path) -> tuple[Path, ...]:
    """Write a start of a document of `kind` into `folder`; gives the files that were made, in order.

    Raises WriteError for a kind that has none, or naming every file that is already there, and writes nothing.
    """
    name = kind_name(kind)
    if name not in STARTERS:
        message = f"không có mẫu khởi đầu cho loại “{kind}”"
        raise WriteError.one("VT-508", message, hint=f"các loại có: {', '.join(STARTERS)}")
    source = resource_root() / "templates" / "new" / name
    files = {folder / path.name: path.read_bytes() for path in sorted(source.iterdir()) if path.is_file()}
    used = {schema_name(schema_kind(kind)) for kind in (name, "co_quan")}
    files |= {folder / SCHEMA_FOLDER / file: data for file, data in make_schema_files().items() if file in used}
    refuse_existing(files, folder, f"vtdocs new {name} {name.replace('_', '-')}-2027")
    write_all(files)
    return tuple(files)
