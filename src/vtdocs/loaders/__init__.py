"""From files to model values: YAML, Excel and CSV in, a `VanBan` out, all faults at once and each with its place."""

from __future__ import annotations

from .loading import (
    KINDS,
    detect_kind,
    find_documents,
    json_schema,
    load_file,
    load_text,
)

__all__ = [
    "KINDS",
    "detect_kind",
    "find_documents",
    "json_schema",
    "load_file",
    "load_text",
]
