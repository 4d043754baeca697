"""A document as it is issued: without the columns that are for the office's own copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from vtdocs.diagnostics import Diagnostic, Severity
from vtdocs.errors import WriteError
from vtdocs.model import Bang, VanBan, is_inline
from vtdocs.outline import RefKind, walk_outline

from .noi_bo import drop_internal

__all__ = ["publish"]


def publish(document: VanBan) -> VanBan:
    """Leave out every internal column, of the document's tables and of its appendices'.

    Raises WriteError, naming each, where a table would be left without a column.
    """
    faults: list[Diagnostic] = []
    places = _find_inline(document)
    tables: Mapping[str, Bang] = {
        name: _issue(bang, places.get(name, f"bảng “{name}”"), faults.append) for name, bang in document.bang.items()
    }
    appendices = tuple(
        replace(
            phu_luc,
            bang=tuple(
                _issue(bang, f"bảng {number} của phụ lục {place}", faults.append)
                for number, bang in enumerate(phu_luc.bang, 1)
            ),
        )
        for place, phu_luc in enumerate(document.phu_luc, 1)
    )
    if faults:
        raise WriteError(faults)
    return replace(document, bang=tables, phu_luc=appendices)


def _find_inline(document: VanBan) -> Mapping[str, str]:
    """Say of the tables that stand in a body itself what they are: by their title, else by their place there."""
    bodies = [("nội dung", document.noi_dung)]
    bodies += [(f"nội dung của phụ lục {place}", phu_luc.noi_dung) for place, phu_luc in enumerate(document.phu_luc, 1)]
    found: dict[str, str] = {}
    for where, nodes in bodies:
        shown = [node.ref.name for node in walk_outline(nodes) if node.ref and node.ref.kind is RefKind.BANG]
        for number, name in enumerate(shown, 1):
            if is_inline(name) and name in document.bang:
                title = document.bang[name].tieu_de
                found.setdefault(name, f"bảng “{title}”" if title else f"bảng thứ {number} trong {where}")
    return found


def _issue(bang: Bang, name: str, report: Callable[[Diagnostic], None]) -> Bang:
    issued = drop_internal(bang)
    if issued is None:
        message = f"{name}: mọi cột đều là cột nội bộ, bản phát hành không còn cột nào"
        report(Diagnostic("VT-312", Severity.ERROR, message, hint="bỏ noi_bo ở ít nhất một cột, hoặc bỏ bảng"))
        return bang
    return issued
