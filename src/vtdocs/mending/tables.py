"""Tables of data: the head repeats on each page, and a row stays on one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .changes import Change
from .properties import ensure, set_flag
from .telling import Told
from .work import Stretch, W, Work

__all__ = ["mend_tables"]


def mend_tables(work: Work) -> Iterator[Change]:
    """Let the heads of tables that turn a page repeat, and keep rows whole that were split; nothing else of them."""
    told = Told(work)
    for code, flag, what, before, after in (
        ("VB-650", "tblHeader", "hàng tiêu đề của bảng", "không lặp lại", "lặp lại ở mỗi trang"),
        ("VB-651", "cantSplit", "hàng của bảng", "bị tách giữa hai trang", "nằm trọn một trang"),
    ):
        for finding in work.findings(code):
            for stretch in work.stretches(finding):
                row = _row_of(work, stretch)
                if row is not None and set_flag(ensure(row, "trPr"), flag, on=True):
                    told.tell(what, before, after, finding.source or "", stretch)
    yield from told.changes()


def _row_of(work: Work, stretch: Stretch) -> etree._Element | None:
    return next(work.element(stretch.paragraph).iterancestors(f"{W}tr"), None)
