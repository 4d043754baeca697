"""A short plan as vtdocs writes it, in which nothing is found, and the same with one thing broken."""

from __future__ import annotations

import functools

import vtdocs
from tests.checking.mutating import Docx, w

__all__ = ["PLAN", "narrow", "plain"]

PLAN = """\
phien_ban: 1
loai: ke_hoach
co_quan: {ten: Ủy ban nhân dân xã An, ten_viet_tat: UBND, dia_danh: An}
trich_yeu: Tuyên truyền cải cách hành chính
noi_dung: |
  I. MỤC ĐÍCH
  - Nâng cao nhận thức của cán bộ, công chức.
nguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
noi_nhan: [Các thôn]
"""


@functools.cache
def _written() -> bytes:
    return vtdocs.write_docx(vtdocs.load_text(PLAN, {}))


def plain() -> Docx:
    """A plan in which nothing is found."""
    return Docx(_written())


def narrow(docx: Docx | None = None) -> bytes:
    """A plan, or another file, whose top margins are too narrow: ND30-102."""
    docx = docx or plain()
    for margins in docx.xml().iter(w("pgMar")):
        margins.set(w("top"), "1000")
    return docx.save()
