"""The file that a value names from Python."""

from __future__ import annotations

from pathlib import Path

from vtdocs.diagnostics import Location
from vtdocs.errors import LoadError
from vtdocs.loaders.folder import FileFaultError, read_bytes

__all__ = ["read_named"]


def read_named(path: Path, limit: int) -> bytes:
    """Read a file of `limit` bytes at most. Raises LoadError."""
    try:
        return read_bytes(path, limit)
    except FileFaultError as fault:
        raise LoadError.one(str(fault.code), fault.message, location=Location(str(path)), hint=fault.hint) from None
