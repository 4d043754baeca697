"""Tables: heads that are not repeated, rows that split, too wide."""

from __future__ import annotations

from lxml import etree

from tests.checking.changes import Change
from tests.checking.mutating import Docx, Mutation, deep, w

__all__ = ["MUTATIONS"]


def _tables(docx: Docx) -> list[etree._Element]:
    """The tables with data: those that have rows for heads."""
    return [table for table in docx.xml().iter(w("tbl")) if next(table.iter(w("tblHeader")), None) is not None]


def _forget_head(docx: Docx) -> None:
    for table in _tables(docx):
        for mark in list(table.iter(w("tblHeader"))):
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)


def _forget_head_of_long_table(docx: Docx) -> None:
    table = _tables(docx)[0]
    last = table.findall(w("tr"))[-1]
    for _ in range(40):
        last.addnext(deep(last))
    _forget_head(docx)


def _break_in_row(docx: Docx) -> None:
    """Mark where Word broke the page: in the second paragraph of a cell."""
    row = _tables(docx)[0].findall(w("tr"))[2]
    for mark in list(row.iter(w("cantSplit"))):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    cell = row.findall(w("tc"))[1]
    p = cell.findall(w("p"))[-1]
    copy = deep(p)
    p.addnext(copy)
    run = copy.find(w("r"))
    assert run is not None
    run.insert(0, run.makeelement(w("lastRenderedPageBreak")))


def _widen(by: int) -> Change:
    def change(docx: Docx) -> None:
        table = _tables(docx)[0]
        for name in ("gridCol", "tcW"):
            for width in table.iter(w(name)):
                width.set(w("w"), str(int(width.get(w("w"), "0")) * by // 100))

    return change


MUTATIONS = [
    Mutation("bảng dài không lặp hàng tiêu đề", "VB-650", _forget_head),
    Mutation(
        "bảng 40 hàng không lặp hàng tiêu đề", "VB-650", _forget_head_of_long_table, "examples/mau/quyet-dinh.yaml"
    ),
    Mutation("hàng bị tách trang", "VB-651", _break_in_row, "examples/mau/quyet-dinh.yaml"),
    Mutation("bảng rộng gấp rưỡi", "VB-652", _widen(150), "examples/mau/quyet-dinh.yaml"),
    Mutation("bảng rộng hơn một phần mười", "VB-652", _widen(110), "examples/mau/bang-trong-loi.yaml"),
]
