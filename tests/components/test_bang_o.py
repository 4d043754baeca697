"""Cells: their marks, and how columns of dashes, doubts and ranges are set."""

from __future__ import annotations

import pytest

from tests.bounded import ends
from vtdocs.components.bang import build_bang
from vtdocs.model import Bang, Cot, KieuHang, VaiTro
from vtdocs.tree import Align, Break, Cell, CharStyle, HeadCell, Link, Note, Paragraph, Row, Style, Text


def aligns(*columns: tuple[str, ...], nhom: str | None = None) -> list[Align]:
    cots = tuple(Cot(None, f"Cột {at}", nhom) for at in range(len(columns)))
    return [column.align for column in build_bang(Bang(cots, tuple(zip(*columns, strict=True)))).columns]


@pytest.mark.parametrize("text", ["-", "–", "…", ".", "x", "~50", "< 10"])
def test_what_says_nothing_does_not_count(text: str) -> None:
    assert aligns(("12", text, text)) == [Align.NUMBER]
    assert aligns(("chữ", text, text)) == [Align.LEFT]


def test_a_column_of_dashes_stands_as_its_neighbours() -> None:
    assert aligns(("12", "7"), ("-", "–"), nhom="Kết quả") == [Align.NUMBER, Align.NUMBER]
    assert aligns(("chữ", "chữ"), ("-", "x")) == [Align.LEFT, Align.CENTRE]
    assert aligns(("~50", "-")) == [Align.NUMBER]


def test_ranges_stand_in_the_middle() -> None:
    assert aligns(("930 - 990", "1.000–1.200", "-")) == [Align.CENTRE]


def test_marks_of_cells_headings_titles_and_notes() -> None:
    bang = Bang(
        (Cot(None, "Tên {chu_thich: theo số cũ}"), Cot(None, "Số 2*3*4")),
        (("a *b*", "[c](https://a.vn)"), ("x", "*"), ("Nhóm **đậm**", "")),
        tieu_de="Bảng {chu_thich: nguồn}",
        ghi_chu=("(*) y", "*z*"),
        kieu_hang={2: KieuHang.NHOM},
    )
    made = build_bang(bang)
    assert made.head == ((HeadCell("Tên", inlines=(Text("Tên"), Note((Text("theo số cũ"),)))), HeadCell("Số 2*3*4")),)
    assert made.rows == (
        Row(
            (
                Cell("a b", inlines=(Text("a "), Text("b", CharStyle.NGHIENG))),
                Cell("c", inlines=(Link((Text("c"),), "https://a.vn"),)),
            )
        ),
        ("x", "*"),
        Row((Cell("Nhóm đậm", 2, inlines=(Text("Nhóm đậm"),)),), strong=True, keep_next=True),
    )
    assert made.above == (Paragraph(Style.TEN_BANG, (Text("Bảng"), Note((Text("nguồn"),)))),)
    assert made.below == (
        Paragraph(Style.GHI_CHU_BANG, (Text("(*) y"),)),
        Paragraph(Style.GHI_CHU_BANG, (Text("z", CharStyle.NGHIENG),)),
    )


def test_rows_without_marks_are_the_tuples_of_the_model_and_cost_little() -> None:
    rows = tuple((str(at), "việc *", "5 * 3") for at in range(50_000))
    bang = Bang((Cot(VaiTro.STT, "TT"), Cot(None, "A"), Cot(None, "B")), rows)
    with ends():
        assert build_bang(bang).rows is rows


def test_marks_far_down_a_long_table_make_their_own_rows_and_leave_the_others() -> None:
    rows = [(str(at), "a * b") for at in range(700)]
    rows[255] = ("255", "a\n*b*")
    rows[256] = ("256", "[c](https://a.vn)")
    rows[699] = ("699", "d{chu_thich: e}")
    made = build_bang(Bang((Cot(VaiTro.STT, "TT"), Cot(None, "A")), tuple(rows))).rows
    b = Text("b", CharStyle.NGHIENG)
    assert {at: row for at, row in enumerate(made) if row is not rows[at]} == {
        255: Row((Cell("255"), Cell("a\nb", inlines=(Text("a"), Break(), b)))),
        256: Row((Cell("256"), Cell("c", inlines=(Link((Text("c"),), "https://a.vn"),)))),
        699: Row((Cell("699"), Cell("d", inlines=(Text("d"), Note((Text("e"),)))))),
    }


@pytest.mark.parametrize("text", ["2*3*4", "a* b*", "** a", "{bang: x}", "[a] (b)", "a]", "***", "*", "a\n* b"])
def test_signs_that_mark_nothing_leave_their_row_as_it_is(text: str) -> None:
    rows = ((text,), (f"{text} và",))
    assert build_bang(Bang((Cot(None, "A"),), rows)).rows is rows
