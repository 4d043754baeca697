"""The two keys that open every file: the version of the data, and what the file is."""

from __future__ import annotations

from vtdocs.loaders.codes import Code
from vtdocs.loaders.shapes import Choice, Field

__all__ = ["opening"]

VERSION = "1"


def opening(kinds: tuple[str, ...], described: str) -> tuple[Field, Field]:
    """Declare the opening keys of a file of one of `kinds`."""
    return (
        Field(
            "phien_ban",
            Choice((VERSION,), Code.VERSION, number=True),
            f"Phiên bản của cách ghi dữ liệu; hiện là {VERSION}.",
            required=True,
            example=VERSION,
        ),
        Field("loai", Choice(kinds, Code.KIND), described, required=True, example=kinds[0]),
    )
