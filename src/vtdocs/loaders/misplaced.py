"""Keys of a table or a picture that stand where its name should: the name was forgotten, or they are not indented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .codes import Code
from .faults import listed
from .nodes import Entry, Mapping, Scalar
from .shapes import MapOf, OneOf, Record

if TYPE_CHECKING:
    from .structure import Reader

__all__ = ["gather_entries"]


def gather_entries(shape: MapOf, node: Mapping, reader: Reader) -> tuple[tuple[Entry, ...], bool]:
    """Give the entries that have names, with the keys that belong to them, and whether all were in their place.

    What has no name is read for its own faults, and told once.
    """
    record = shape.item.mapping if isinstance(shape.item, OneOf) else None
    if record is None or not any(_is_misplaced(entry, record) for entry in node.entries):
        return node.entries, True
    reader.nameless.add(reader.path[0])
    named: list[Entry] = []
    nameless: list[Entry] = []
    owned: list[list[Entry]] = []
    for entry in node.entries:
        if not _is_misplaced(entry, record):
            named.append(entry)
            owned.append([])
        elif named:
            owned[-1].append(entry)
        else:
            nameless.append(entry)
    if nameless:
        keys = listed(entry.key.value for entry in nameless)
        message = f"thiếu tên {shape.title}: {keys} là khóa của {shape.title}, không phải tên"
        hint = f"thêm một dòng tên, ví dụ “{reader.path[0]}-1:”, và thụt các khóa này thêm hai dấu cách dưới tên đó"
        reader.fail(Code.NAME, message, nameless[0].key, hint)
        reader.read(shape.item, Mapping(tuple(nameless), node.line, node.column))
    return tuple(_with(entry, keys, shape, reader) for entry, keys in zip(named, owned, strict=True)), False


def _with(entry: Entry, keys: list[Entry], shape: MapOf, reader: Reader) -> Entry:
    """Give an entry with the keys that stand behind it and belong to it."""
    if not keys:
        return entry
    what = listed(key.key.value for key in keys)
    message = f"{what} là khóa của {shape.title} “{entry.key.value}”, chưa thụt vào dưới tên đó"
    reader.fail(
        Code.INDENT, message, keys[0].key, f"thụt vào thêm hai dấu cách, thẳng với các khóa khác của {shape.title}"
    )
    value = entry.value
    if isinstance(value, Mapping):
        return Entry(entry.key, Mapping((*value.entries, *keys), value.line, value.column))
    if isinstance(value, Scalar) and value.is_blank:
        return Entry(entry.key, Mapping(tuple(keys), keys[0].key.line, keys[0].key.column))
    return entry


def _is_misplaced(entry: Entry, record: Record) -> bool:
    """Whether a key is one of the record's own; a whole record or a file behind it makes it a name all the same."""
    if entry.key.value not in record.by_key:
        return False
    match entry.value:
        case Mapping():
            return not entry.value.entries or any(key.value not in record.by_key for key, _value in entry.value.entries)
        case Scalar():
            name, dot, ending = entry.value.value.rpartition(".")
            return entry.key.value == "tep" or not (name and dot and ending.isalnum() and len(ending) <= 4)
        case _:
            return True
