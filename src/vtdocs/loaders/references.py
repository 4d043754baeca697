"""The tables and pictures that a body names, against those that the document declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vtdocs.likeness import closest
from vtdocs.model import is_inline
from vtdocs.outline import RefKind, walk_outline

from .bodies import Body
from .codes import Code
from .faults import MOST_OF_ONE_CODE, listed
from .fields import Fields
from .names import is_name
from .nodes import Mapping as YamlMapping
from .structure import Reader

__all__ = ["check_references"]


def check_references(bodies: Iterable[Body], fields: Fields, reader: Reader, *, whole: bool) -> bool:
    """Tell names that nothing is declared by, and doubt what is declared and never shown; whether all are known.

    Where faults took a part of the bodies (not `whole`) or of the declarations nothing is said that hangs on it, and
    a name that is misspelt is not told again where it is declared.
    """
    lost = reader.document.broken | reader.nameless
    names = {kind: _names(fields, kind.value) for kind in RefKind}
    shown: dict[RefKind, set[str]] = {kind: set() for kind in RefKind}
    unknown = 0
    for body in bodies:
        for node in walk_outline(body.nodes):
            ref = node.ref
            if ref is None or is_inline(ref.name):
                continue
            place = body.place(node, f"{{{ref.kind.value}")
            kind = ref.kind
            if ref.name not in names[kind]:
                if kind.value in lost:
                    continue
                unknown += 1
                if place is not None:
                    # Guessing is slow, and further ones are not told.
                    meant = closest(ref.name, names[kind]) if unknown <= MOST_OF_ONE_CODE else None
                    message, hint = _unknown(ref.name, kind, names, meant)
                    reader.faults.error(Code.REFERENCE, message, place, hint)
                    shown[kind].update((meant,) if meant else names[kind])
            elif ref.name in shown[ref.kind] and ref.kind is RefKind.BANG and place is not None:
                message = f"bảng “{ref.name}” đã được gọi ở trên, nên in hai lần"
                reader.faults.warn(Code.SHOWN_TWICE, message, place, "xóa một trong hai chỗ, hoặc để vậy nếu đúng ý")
            shown[ref.kind].add(ref.name)
    whole = whole and not lost & {"noi_dung", "phu_luc"}
    for kind in RefKind if whole else ():
        for name, key in names[kind].items():
            if name not in shown[kind] and kind.value not in lost:
                message = f"{kind.value}.{name}: đã khai báo nhưng nội dung không gọi đến, nên không được in"
                hint = f"thêm vào noi_dung một dòng: {{{kind.value}: {name}}}; hoặc xóa khai báo này"
                reader.warn(Code.UNUSED, message, key, hint)
    return not unknown


def _names(fields: Fields, key: str) -> Mapping[str, Any]:
    """Give the nodes of the names that are declared, whether or not what they name is sound."""
    node = fields.value_of(key) if key in fields else None
    entries = node.entries if isinstance(node, YamlMapping) else ()
    return {entry.key.value: entry.key for entry in entries if is_name(entry.key.value)}


def _unknown(
    name: str, kind: RefKind, names: Mapping[RefKind, Mapping[str, Any]], meant: str | None
) -> tuple[str, str]:
    what = kind.word
    other = RefKind.HINH if kind is RefKind.BANG else RefKind.BANG
    if name in names[other]:
        message = f"“{name}” là {other.word}, không phải {what}"
        return message, f"viết {{{other.value}: {name}}}"
    known = names[kind]
    message = f"không có {what} tên “{name}”" + (f"; có phải ý là “{meant}”?" if meant else "")
    if meant:
        return message, f"viết {{{kind.value}: {meant}}}"
    have = f"; đang có: {listed(known)}" if known else ""
    return message, f"khai báo {what} này ở khóa {kind.value} của văn bản{have}"
