"""The bounds of a whole document: told at the place that passes one, and counted alike for documents of programs."""

from __future__ import annotations

import pytest

from tests.loaders.inputs import OFFICE, PLAN, short
from tests.loaders.test_pictures import png
from tests.writers.plans import plan
from vtdocs.errors import LoadError
from vtdocs.loaders import load_text, totals
from vtdocs.model import Bang, Cot, Hinh, KieuAnh, PhuLuc
from vtdocs.model.totals import Totals, count_totals
from vtdocs.outline import Node, Note, Reference, RefKind

BODY = "  I. MỤC ĐÍCH\n  1. Mục đích\n"
REFERENCE = Reference(RefKind.BANG, "x")
TABLE = "{cot: [STT, Việc], hang: [[1, a], [2, b]]}"


def found(body: str, more: str = "", **files: bytes) -> list[str]:
    text = PLAN.replace(BODY, body) + more
    named = {name.replace("_", "."): data for name, data in files.items()}
    with pytest.raises(LoadError) as error:
        load_text(text, {"co-quan.yaml": OFFICE.encode(), **named}, name="ke-hoach.yaml")
    return [short(fault) for fault in error.value.diagnostics if fault.severity.name == "ERROR"]


def test_the_footnote_past_the_bound_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(totals, "MOST_NOTES", 2)
    lines = "".join(f"  Đoạn {place}{{chu_thich: Theo đề án.}} dài.\n" for place in range(4))
    [fault] = found(lines)
    assert "VT-095" in fault
    assert ":9:" in fault


def test_a_table_that_is_called_again_counts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(totals, "MOST_CELLS", 11)
    more = f"bang:\n  lich: {TABLE}\n"
    [fault] = found("  Lịch:\n  {bang: lich}\n  {bang: lich}\n  {bang: lich}\n", more)
    assert "VT-096" in fault
    assert ":10:" in fault


def test_tables_that_are_too_many_are_told_once_and_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(totals, "MOST_CELLS", 7)
    more = f"phu_luc:\n  - bang:\n    - {TABLE}\n    - {TABLE}\n    - {TABLE}\n    - bang.csv\n"
    [fault] = found("  Theo Phụ lục.\n", more, bang_csv=b"\xff\xfe\x00")
    assert "VT-096" in fault


def test_pictures_count_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    small, other = png(1, 1), png(2, 2)
    monkeypatch.setattr(totals, "MOST_PICTURE_BYTES", len(small) + len(other) - 1)
    body = "  {hinh: a}\n  {hinh: b}\n"
    same = "hinh:\n  a: {tep: a.png, mo_ta: A}\n  b: {tep: b.png, mo_ta: B}\n"
    [fault] = found(body, same, a_png=small, b_png=other)
    assert "VT-097" in fault
    text = PLAN.replace(BODY, body) + same
    files = {"co-quan.yaml": OFFICE.encode(), "a.png": small, "b.png": bytes(bytearray(small))}
    document = load_text(text, files)
    assert document.hinh["a"].du_lieu is document.hinh["b"].du_lieu


def test_a_document_of_a_program_is_counted_alike() -> None:
    table = Bang((Cot(None, "A"), Cot(None, "B")), (("1", "2"), ("3", "4"), ("5", "6")))
    data = b"\x89PNG\r\n\x1a\n"
    called = Node(None, ref=REFERENCE)
    noted = Node(None, text="abc", spans=(Note(1, "một"), Note(3, "hai")))
    document = plan(
        noi_dung=(called, called, Node(None, text="a", children=(noted,))),
        ket_thuc=("Hết.", noted),
        phu_luc=(PhuLuc((table,), noi_dung=(noted, called)),),
        bang={"x": table, "y": table},
        hinh={name: Hinh(data, KieuAnh.PNG, 1, 1, "") for name in "ab"},
    )
    assert count_totals(document) == Totals(6, 24, 8, (REFERENCE, REFERENCE, REFERENCE))
