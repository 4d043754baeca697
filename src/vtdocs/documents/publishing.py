"""A document as it is issued: without the columns that are for the office's own copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from vtdocs.components.noi_bo import drop_internal
from vtdocs.diagnostics import Diagnostic, Severity
from vtdocs.errors import WriteError
from vtdocs.model import Bang, VanBan

__all__ = ["publish"]


def publish(document: VanBan) -> VanBan:
    """Leave out every internal column, of the document's tables and of its appendices'.

    Raises WriteError, naming each, where a table would be left without a column.
    """
    faults: list[Diagnostic] = []
    tables: Mapping[str, Bang] = {
        name: _issued(bang, f"bảng “{name}”", faults.append) for name, bang in document.bang.items()
    }
    appendices = tuple(
        replace(
            phu_luc,
            bang=tuple(
                _issued(bang, f"bảng {number} của phụ lục {place}", faults.append)
                for number, bang in enumerate(phu_luc.bang, 1)
            ),
        )
        for place, phu_luc in enumerate(document.phu_luc, 1)
    )
    if faults:
        raise WriteError(faults)
    return replace(document, bang=tables, phu_luc=appendices)


def _issued(bang: Bang, name: str, report: Callable[[Diagnostic], None]) -> Bang:
    if all(cot.noi_bo for cot in bang.cot):
        message = f"{name}: mọi cột đều là cột nội bộ, bản phát hành không còn cột nào"
        report(Diagnostic("VT-312", Severity.ERROR, message, hint="bỏ noi_bo ở ít nhất một cột, hoặc bỏ bảng"))
        return bang
    return drop_internal(bang)
