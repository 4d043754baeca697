"""Work for threads and processes that share one template: many small documents, told by a digest of their parts."""

from __future__ import annotations

import hashlib

from tests.writers.plans import plan
from vtdocs.documents import build_document
from vtdocs.model import Bang, Cot, PhuLuc, VaiTro
from vtdocs.writers.docx import Template, render_docx

_COLUMNS = (Cot(VaiTro.STT, "STT"), Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(None, "Kinh phí"))
KINDS = 25


def digest(template: Template, number: int) -> str:
    """Make the `number`th document, one of `KINDS`, and give a digest of it."""
    kind = number % KINDS
    body = "I. MỤC ĐÍCH\n" + "\n".join(
        f"- Việc thứ {n} của kế hoạch {kind} & [tệp](https://a.vn/{n})." for n in range(kind % 4 + 1)
    )
    tables = (
        PhuLuc((Bang(_COLUMNS, tuple((str(n), "Tập huấn " * kind, f"{n}.000") for n in range(1, 3))),), f"Bảng {kind}"),
    )
    document = plan(body, so=kind + 1, trich_yeu=f"Kế hoạch số {kind}", phu_luc=tables if kind % 5 == 0 else ())
    # Of the whole file: it holds the parts packed the same way, and a digest of each.
    return hashlib.sha256(render_docx(build_document(document), template)).hexdigest()


WORDS = 6_000
"""More words than any table of widths keeps."""


def wordy(template: Template, number: int) -> str:
    """Make a document whose words push each other, and those of all others, out of what is kept of the font."""
    rows = tuple(
        (str(row), " ".join(f"chữ{number}x{row * 20 + n}" for n in range(20)), "1") for row in range(WORDS // 20)
    )
    document = plan("I. MỤC ĐÍCH", so=number, phu_luc=(PhuLuc((Bang(_COLUMNS, rows),), "Bảng"),))
    return hashlib.sha256(render_docx(build_document(document), template)).hexdigest()


def digests(template: Template, numbers: range) -> list[str]:
    """Make some documents, one after the other."""
    return [digest(template, number) for number in numbers]
