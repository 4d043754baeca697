"""From files to model values: YAML, Excel and CSV in, a `VanBan` out, all faults at once and each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .loading import KINDS, detect_kind, find_documents, json_schema, load_file, load_text

__all__ = [
    "KINDS",
    "detect_kind",
    "find_documents",
    "json_schema",
    "load_file",
    "load_text",
]


def __getattr__(name: str) -> object:
    # `vtdocs fill` reads YAML by the modules of this package, and needs none of the forms of documents.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import loading

    return getattr(loading, name)
