"""The tables and pictures that a body names, against those that the document declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vtdocs.outline import RefKind, walk_outline

from .bodies import Body
from .codes import Code
from .faults import MOST_OF_ONE_CODE, closest, listed
from .fields import Fields
from .names import is_name
from .nodes import Mapping as YamlMapping
from .structure import Reader

__all__ = ["check_references"]

_WORDS = {RefKind.BANG: "bảng", RefKind.HINH: "hình"}


def check_references(bodies: Iterable[Body], fields: Fields, reader: Reader) -> bool:
    """Tell names that nothing is declared by, and doubt what is declared and never shown; whether all are known."""
    names = {kind: _names(fields, kind.value) for kind in RefKind}
    shown: dict[RefKind, set[str]] = {kind: set() for kind in RefKind}
    unknown = 0
    for body in bodies:
        for node in walk_outline(body.nodes):
            ref = node.ref
            if ref is None or ref.name in reader.inline[ref.kind]:
                continue
            place = body.place(node, f"{{{ref.kind.value}")
            if ref.name not in names[ref.kind]:
                unknown += 1
                if place is not None:
                    # Guessing is slow, and further ones are not told.
                    message, hint = _unknown(ref.name, ref.kind, names, guess=unknown <= MOST_OF_ONE_CODE)
                    reader.faults.error(Code.REFERENCE, message, place, hint)
            elif ref.name in shown[ref.kind] and ref.kind is RefKind.BANG and place is not None:
                message = f"bảng “{ref.name}” đã được gọi ở trên, nên in hai lần"
                reader.faults.warn(Code.SHOWN_TWICE, message, place, "xóa một trong hai chỗ, hoặc để vậy nếu đúng ý")
            shown[ref.kind].add(ref.name)
    for kind in RefKind:
        for name, key in names[kind].items():
            if name not in shown[kind]:
                message = f"{kind.value}.{name}: đã khai báo nhưng nội dung không gọi đến, nên không được in"
                hint = f"thêm vào noi_dung một dòng: {{{kind.value}: {name}}}; hoặc xóa khai báo này"
                reader.warn(Code.UNUSED, message, key, hint)
    return not unknown


def _names(fields: Fields, key: str) -> Mapping[str, Any]:
    """Give the nodes of the names that are declared, whether or not what they name is sound."""
    node = fields.value_of(key) if key in fields else None
    entries = node.entries if isinstance(node, YamlMapping) else ()
    return {entry.key.value: entry.key for entry in entries if is_name(entry.key.value)}


def _unknown(name: str, kind: RefKind, names: Mapping[RefKind, Mapping[str, Any]], *, guess: bool) -> tuple[str, str]:
    what = _WORDS[kind]
    other = RefKind.HINH if kind is RefKind.BANG else RefKind.BANG
    if name in names[other]:
        message = f"“{name}” là {_WORDS[other]}, không phải {what}"
        return message, f"viết {{{other.value}: {name}}}"
    known = names[kind]
    meant = closest(name, known) if guess else None
    message = f"không có {what} tên “{name}”" + (f"; có phải ý là “{meant}”?" if meant else "")
    if meant:
        return message, f"viết {{{kind.value}: {meant}}}"
    have = f"; đang có: {listed(known)}" if known else ""
    return message, f"khai báo {what} này ở khóa {kind.value} của văn bản{have}"
