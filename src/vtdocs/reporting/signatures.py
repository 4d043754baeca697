"""Digital signatures, which no changed copy may carry: a reader would show them as broken."""

from __future__ import annotations

from vtdocs.readers.docx.xml_parts import parse_as_is, serialise

__all__ = ["take_signatures"]

_FOLDER = "_xmlsignatures/"
_ORIGIN = "/digital-signature/origin"


def take_signatures(parts: dict[str, bytes]) -> bool:
    """Take the signatures out of the parts of a file, with all that refers to them; gives whether there were any."""
    signed = [name for name in parts if name.casefold().startswith(_FOLDER)]
    for name in signed:
        del parts[name]
    if signed:
        # What refers to them are rows of two parts: the relations of the file itself, and the types of its parts.
        for name in [name for name in parts if name.casefold() in ("_rels/.rels", "[content_types].xml")]:
            parts[name] = _without_rows(parts[name])
    return bool(signed)


def _without_rows(data: bytes) -> bytes:
    root = parse_as_is(data)
    for row in list(root):
        if row.get("Type", "").endswith(_ORIGIN) or row.get("PartName", "").casefold().startswith(f"/{_FOLDER}"):
            root.remove(row)
    return serialise(root)
