"""The tables and pictures of a document as blocks, by the names that its lines give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vtdocs.components.bang import build_bang
from vtdocs.components.hinh import build_hinh
from vtdocs.diagnostics import Diagnostic, Severity
from vtdocs.errors import WriteError
from vtdocs.model import VanBan
from vtdocs.outline import Reference, RefKind
from vtdocs.tree import Block

__all__ = ["build_named_blocks"]


def build_named_blocks(van_ban: VanBan, references: Iterable[Reference]) -> Mapping[Reference, Block]:
    """Make every table and picture that the lines may name; `references` are those that they do name.

    Raises WriteError with the names of all of these that the document does not have.
    """
    named: dict[Reference, Block] = {
        **{Reference(RefKind.BANG, name): build_bang(bang) for name, bang in van_ban.bang.items()},
        **{Reference(RefKind.HINH, name): build_hinh(hinh) for name, hinh in van_ban.hinh.items()},
    }
    unknown = dict.fromkeys(ref for ref in references if ref not in named)
    if unknown:
        raise WriteError(
            Diagnostic(
                "VT-311",
                Severity.ERROR,
                f"nội dung gọi {ref.kind.word} “{ref.name}” mà văn bản không có",
                hint=f"thêm “{ref.name}” vào khóa {ref.kind.value}, hoặc sửa tên ở chỗ gọi",
            )
            for ref in unknown
        )
    return named
