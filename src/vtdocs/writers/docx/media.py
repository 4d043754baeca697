"""The pictures that one document adds to a package: their files, content types and numbers."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Media"]


class Media:
    """Gathers the pictures of one document; equal bytes are stored once.

    `first` is the number of the first new file, `first_drawing` that of the first drawing; `defaults` are the content
    types that the template declares, by extension.
    """

    def __init__(self, first: int, first_drawing: int, defaults: Mapping[str, str]) -> None:
        self._first, self._next_drawing, self._defaults = first, first_drawing, defaults
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._types: dict[str, str] = {}

    def take_drawing(self) -> int:
        """Give a number for a drawing: unique in the document."""
        self._next_drawing += 1
        return self._next_drawing - 1

    def add(self, data: bytes, kind: str) -> str:
        """Add the bytes of a picture ("png", "jpeg") and give the name of its part."""
        name = self._names.get(data)
        if name is None:
            name = self._names[data] = f"word/media/image{self._first + len(self.files)}.{kind}"
            self.files[name] = data
            self._declare(name, kind)
        return name

    def types(self) -> list[str]:
        """Give the rows of content types: defaults before overrides, as Word writes them."""
        return sorted(self._types.values())

    def _declare(self, name: str, kind: str) -> None:
        """State a picture's content type: by its extension, unless the template means another thing by that."""
        content_type = f"image/{kind}"
        known = self._defaults.get(kind)
        if known is None:
            self._types[kind] = f'<Default Extension="{kind}" ContentType="{content_type}"/>'
        elif known.lower() != content_type:
            self._types[name] = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
