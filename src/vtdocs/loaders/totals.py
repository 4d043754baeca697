"""What a whole document holds, against its bounds: told at the place that passes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vtdocs.model import Bang
from vtdocs.model.totals import MOST_CELLS, MOST_NOTES, MOST_PICTURE_BYTES, count_notes_of, count_table
from vtdocs.outline import RefKind, walk_outline

from .bodies import Body
from .codes import Code
from .faults import dotted
from .fields import INVALID
from .nested import DocumentReader
from .nodes import YamlNode
from .structure import Reader

__all__ = ["Part", "add_picture", "add_tables", "check_printed", "has_too_many_cells"]

# A body, the tables behind it, and where these are declared.
Part = tuple[Body, Sequence[Bang], YamlNode | None]

_FEWER_ROWS = "tách thành nhiều văn bản, hoặc gửi số liệu bằng tệp Excel kèm theo"


def has_too_many_cells(reader: DocumentReader) -> bool:
    """Whether the tables that were read are too many already: no further file needs to be read to know."""
    return reader.bodies.cells > MOST_CELLS


def add_tables(tables: Sequence[Bang], reader: DocumentReader, node: YamlNode) -> Any:
    """Give tables that were read, if with those before them they are not more than a document can hold.

    It is asked table by table, so that none is kept that would not be printed.
    """
    before = reader.bodies.cells
    reader.bodies.cells += sum(map(count_table, tables))
    if reader.bodies.cells <= MOST_CELLS:
        return tables
    if before <= MOST_CELLS:  # told once
        reader.fail(Code.TOO_MANY_CELLS, _many_cells(reader.bodies.cells), node, _FEWER_ROWS)
    return INVALID


def add_picture(data: bytes, reader: DocumentReader, node: YamlNode) -> Any:
    """Give the bytes of a picture, the same for the same file, if all pictures are not too large together."""
    bodies = reader.bodies
    if (held := bodies.pictures.get(data)) is not None:
        return held
    before = bodies.picture_bytes
    bodies.picture_bytes += len(data)
    if bodies.picture_bytes <= MOST_PICTURE_BYTES:
        bodies.pictures[data] = data
        return data
    if before <= MOST_PICTURE_BYTES:
        message = f"đến ảnh này, các ảnh của văn bản cộng lại quá {MOST_PICTURE_BYTES // 1024 // 1024} MB"
        hint = "thu nhỏ ảnh: mở bằng Paint, chọn Thay đổi kích cỡ (Resize), lưu kiểu JPEG, rồi ghi tên tệp mới"
        reader.fail(Code.PICTURES_TOO_LARGE, message, node, hint)
    return INVALID


def check_printed(parts: Sequence[Part], tables: Mapping[str, Bang], reader: Reader) -> bool:
    """Tell more footnotes and more cells than a document can hold, cells as often as they are printed."""
    sizes = {name: count_table(bang) for name, bang in tables.items()}
    notes = cells = 0
    for body, attached, declared in parts:
        for node in walk_outline(body.nodes):
            before, notes = notes, notes + count_notes_of(node)
            if before <= MOST_NOTES < notes and (place := body.place(node)):
                message = f"đến đây đã có {dotted(notes)} chú thích cuối trang, nhiều nhất là {dotted(MOST_NOTES)}"
                hint = "bỏ bớt chú thích, hoặc tách thành nhiều văn bản"
                reader.faults.error(Code.TOO_MANY_NOTES, message, place, hint)
            if node.ref is not None and node.ref.kind is RefKind.BANG:
                before, cells = cells, cells + sizes.get(node.ref.name, 0)
                if before <= MOST_CELLS < cells and (place := body.place(node)):
                    reader.faults.error(Code.TOO_MANY_CELLS, _many_cells(cells), place, _FEWER_ROWS)
        before, cells = cells, cells + sum(map(count_table, attached))
        if before <= MOST_CELLS < cells and declared is not None:
            reader.fail(Code.TOO_MANY_CELLS, _many_cells(cells), declared, _FEWER_ROWS)
    return notes <= MOST_NOTES and cells <= MOST_CELLS


def _many_cells(cells: int) -> str:
    return f"đến đây các bảng của văn bản có {dotted(cells)} ô, nhiều nhất là {dotted(MOST_CELLS)}"
