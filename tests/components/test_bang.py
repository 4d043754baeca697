"""Tables: columns by what they hold, heads of one and two rows, groups, totals, merged cells, internal columns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.writers.plans import tables
from vtdocs.components.bang import build_bang
from vtdocs.documents.noi_bo import drop_internal
from vtdocs.model import Bang, CanhO, Cot, Gop, Huong, KieuHang, VaiTro
from vtdocs.tree import Align, Cell, HeadCell, Merge, Orientation, Paragraph, Row, Style, Table, Text

STT, ND, CT, SO = (
    Cot(VaiTro.STT, "STT"),
    Cot(VaiTro.NOI_DUNG, "Nội dung"),
    Cot(VaiTro.CHU_TRI, "Chủ trì"),
    Cot(VaiTro.THANH_TIEN, "Thành tiền"),
)


def rows_of(bang: Bang) -> list[tuple[str, ...] | Row]:
    return list(build_bang(bang).rows)


# --- columns ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "align"),
    [
        (VaiTro.STT, Align.CENTRE),
        (VaiTro.NOI_DUNG, Align.LEFT),
        (VaiTro.NHIEM_VU, Align.LEFT),
        (VaiTro.SAN_PHAM, Align.LEFT),
        (VaiTro.CHU_TRI, Align.CENTRE),
        (VaiTro.PHOI_HOP, Align.CENTRE),
        (VaiTro.THEO_DOI, Align.CENTRE),
        (VaiTro.THOI_GIAN, Align.CENTRE),
        (VaiTro.DON_VI_TINH, Align.CENTRE),
        (VaiTro.SO_LIEU, Align.NUMBER),
        (VaiTro.SO_LUONG, Align.NUMBER),
        (VaiTro.DON_GIA, Align.NUMBER),
        (VaiTro.THANH_TIEN, Align.NUMBER),
        (VaiTro.GHI_CHU, Align.LEFT),
    ],
)
def test_a_column_is_set_by_its_role(role: VaiTro, align: Align) -> None:
    assert build_bang(Bang((Cot(role, "x"),), (("1.234",),))).columns[0].align is align


@pytest.mark.parametrize(
    ("canh", "align"),
    [(CanhO.TRAI, Align.LEFT), (CanhO.GIUA, Align.CENTRE), (CanhO.PHAI, Align.RIGHT), (CanhO.SO, Align.NUMBER)],
)
def test_its_author_may_say_otherwise(canh: CanhO, align: Align) -> None:
    assert build_bang(Bang((Cot(VaiTro.STT, "STT", canh=canh),), (("1",),))).columns[0].align is align


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (("25.898", "99,10", "67,05%", "-", ""), Align.NUMBER),
        (("(1.200)", "-3", "8.00"), Align.NUMBER),
        (("1", "hai", "ba"), Align.LEFT),
        (("2026", "năm nay"), Align.LEFT),
        (("", " "), Align.LEFT),
        (("12/5/2026", "13/5/2026"), Align.LEFT),
        (("1 " * 60, "1"), Align.LEFT),
    ],
)
def test_a_column_without_a_role_lines_up_its_figures_where_most_cells_are(
    cells: tuple[str, ...], align: Align
) -> None:
    assert build_bang(Bang((Cot(None, "x"),), tuple((cell,) for cell in cells))).columns[0].align is align


# --- head, above, below -------------------------------------------------------------------------------------------


def test_a_head_of_one_row() -> None:
    assert build_bang(Bang((STT, ND), ())).head == ((HeadCell("STT"), HeadCell("Nội dung")),)


def test_a_head_of_two_rows_with_spans_both_ways() -> None:
    columns = (STT, Cot(None, "Năm", "Trong kỳ"), Cot(None, "Quý", "Trong kỳ"), Cot(None, "Năm", "Lũy kế"), ND)
    assert build_bang(Bang(columns, ())).head == (
        (
            HeadCell("STT", rows=2),
            HeadCell("Trong kỳ", columns=2),
            HeadCell("Lũy kế"),
            HeadCell("Nội dung", rows=2),
        ),
        (HeadCell("Năm"), HeadCell("Quý"), HeadCell("Năm")),
    )


def test_a_row_of_signs() -> None:
    columns = (Cot(None, "Chỉ tiêu", ky_hieu="A"), Cot(None, "Tổng", ky_hieu="1=2+3"), Cot(None, "Ghi chú"))
    assert build_bang(Bang(columns, ())).signs == ("A", "1=2+3", "")
    assert build_bang(Bang((STT, ND), ())).signs == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("triệu đồng", "Đơn vị tính: triệu đồng"),
        ("Đơn vị tính: đồng", "Đơn vị tính: đồng"),
        ("ĐVT: đồng", "ĐVT: đồng"),
        ("đơn vị", "Đơn vị tính: đơn vị"),
    ],
)
def test_what_stands_above_and_below(typed: str, printed: str) -> None:
    table = build_bang(Bang((ND,), (("x",),), tieu_de="Lịch", don_vi_tinh=typed, ghi_chu=("Một.", "Ghi chú: Hai.")))
    assert table.above == (
        Paragraph(Style.TEN_BANG, (Text("Lịch"),), by_sense=True),
        Paragraph(Style.DON_VI_TINH, (Text(printed),)),
    )
    assert table.below == (
        Paragraph(Style.GHI_CHU_BANG, (Text("Một."),)),
        Paragraph(Style.GHI_CHU_BANG, (Text("Ghi chú: Hai."),)),
    )


def test_the_turn_of_the_page() -> None:
    assert [build_bang(Bang((ND,), (), huong=huong)).orientation for huong in (None, Huong.DOC, Huong.NGANG)] == [
        Orientation.AUTO,
        Orientation.PORTRAIT,
        Orientation.LANDSCAPE,
    ]


# --- rows ---------------------------------------------------------------------------------------------------------


def test_plain_rows_are_handed_on_as_they_are() -> None:
    rows = (("1", "Một"), ("2", "Hai"))
    assert build_bang(Bang((STT, ND), rows)).rows is rows


def test_plain_rows_beside_special_ones_are_the_same_objects() -> None:
    rows = (("I", "Nhóm"), ("1", "Một"))
    assert build_bang(Bang((STT, ND), rows, kieu_hang={0: KieuHang.NHOM})).rows[1] is rows[1]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("I", "Chỉ đạo", "", ""), (Cell("I"), Cell("Chỉ đạo", 3))),
        (("", "Chỉ đạo", "", ""), (Cell(""), Cell("Chỉ đạo", 3))),
        (("I. Chỉ đạo", "", "", ""), (Cell("I. Chỉ đạo", 4, align=Align.LEFT),)),
        (("I", "", "VP", ""), (Cell("I"), Cell(""), Cell("VP", 2, align=Align.LEFT))),
        (("I", "Chỉ đạo", "", "500"), (Cell("I"), Cell("Chỉ đạo"), Cell(""), Cell("500"))),
        (("", "", "", ""), (Cell(""), Cell(""), Cell(""), Cell(""))),
    ],
)
def test_a_group_takes_the_rest_of_its_row(row: tuple[str, ...], cells: tuple[Cell, ...]) -> None:
    bang = Bang((STT, ND, CT, SO), (row,), kieu_hang={0: KieuHang.NHOM})
    assert rows_of(bang) == [Row(cells, strong=True, keep_next=True)]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("", "Tổng cộng", "", "500"), (Cell("Tổng cộng", 3), Cell("500"))),
        (("Tổng cộng", "", "", "500"), (Cell("Tổng cộng", 3), Cell("500"))),
        (("Tổng", "1 234 567", "", "−3"), (Cell("Tổng"), Cell("1 234 567"), Cell(""), Cell("−3"))),
        (("Tổng", "1.2.3", "", "500"), (Cell("Tổng"), Cell("1.2.3", 2, align=Align.CENTRE), Cell("500"))),
        (("III", "Tổng cộng", "", "500"), (Cell("III"), Cell("Tổng cộng", 2, align=Align.CENTRE), Cell("500"))),
        (("", "Bằng chữ: năm trăm đồng", "", ""), (Cell("Bằng chữ: năm trăm đồng", 4, align=Align.LEFT),)),
        (("", "", "", ""), (Cell(""), Cell(""), Cell(""), Cell(""))),
    ],
)
def test_the_label_of_a_sum_reaches_up_to_the_first_figure(row: tuple[str, ...], cells: tuple[Cell, ...]) -> None:
    bang = Bang((STT, ND, CT, SO), (row,), kieu_hang={0: KieuHang.TONG})
    assert rows_of(bang) == [Row(cells, strong=True)]


def test_merged_cells_across_and_down() -> None:
    bang = Bang(
        (STT, ND, CT, SO),
        (("1", "Một", "VP", ""), ("2", "Hai", "", ""), ("3", "Ba", "Cả hai", "")),
        gop=(Gop(0, 2, so_hang=2), Gop(2, 2, so_cot=2)),
    )
    assert rows_of(bang) == [
        Row((Cell("1"), Cell("Một"), Cell("VP", merge=Merge.START), Cell(""))),
        Row((Cell("2"), Cell("Hai"), Cell("", merge=Merge.CONTINUE), Cell(""))),
        Row((Cell("3"), Cell("Ba"), Cell("Cả hai", 2))),
    ]


def test_a_block_merged_both_ways() -> None:
    bang = Bang((STT, ND, CT), (("1", "x", ""), ("2", "", "")), gop=(Gop(0, 1, 2, 2),))
    assert rows_of(bang) == [
        Row((Cell("1"), Cell("x", 2, Merge.START))),
        Row((Cell("2"), Cell("", 2, Merge.CONTINUE))),
    ]


def test_equal_neighbours_are_merged_down_where_asked_and_never_across_a_group() -> None:
    merged = Cot(VaiTro.CHU_TRI, "Chủ trì", gop_doc=True)
    rows = (("a", "VP"), ("b", "VP"), ("c", "VP"), ("Nhóm", ""), ("d", "VP"), ("e", ""), ("f", ""))
    assert rows_of(Bang((ND, merged), rows, kieu_hang={3: KieuHang.NHOM})) == [
        Row((Cell("a"), Cell("VP", merge=Merge.START))),
        Row((Cell("b"), Cell("", merge=Merge.CONTINUE))),
        Row((Cell("c"), Cell("", merge=Merge.CONTINUE))),
        Row((Cell("Nhóm", 2),), strong=True, keep_next=True),
        ("d", "VP"),
        ("e", ""),
        ("f", ""),
    ]


def test_equal_neighbours_below_a_merged_cell_are_merged_among_themselves() -> None:
    merged = Cot(VaiTro.CHU_TRI, "Chủ trì", gop_doc=True)
    rows = (("a", "VP"), ("b", ""), ("c", "VP"), ("d", "VP"))
    assert rows_of(Bang((ND, merged), rows, gop=(Gop(0, 1, so_hang=2),))) == [
        Row((Cell("a"), Cell("VP", merge=Merge.START))),
        Row((Cell("b"), Cell("", merge=Merge.CONTINUE))),
        Row((Cell("c"), Cell("VP", merge=Merge.START))),
        Row((Cell("d"), Cell("", merge=Merge.CONTINUE))),
    ]


# --- internal columns ---------------------------------------------------------------------------------------------


def test_a_table_without_internal_columns_is_handed_on() -> None:
    bang = Bang((STT, ND), (("1", "a"),))
    assert drop_internal(bang) is bang


def test_internal_columns_go_and_merged_cells_shrink() -> None:
    inner = Cot(None, "Lý do", noi_bo=True)
    bang = Bang(
        (inner, STT, inner, ND, CT),
        (("Nhóm I", "", "", "", ""), ("bí mật", "1", "kín", "a", "VP"), ("bí mật", "2", "", "b", "")),
        kieu_hang={0: KieuHang.NHOM},
        gop=(Gop(0, 0, so_cot=5), Gop(1, 2, so_hang=2), Gop(1, 4, so_hang=2)),
    )
    assert drop_internal(bang) == Bang(
        (STT, ND, CT),
        (("Nhóm I", "", ""), ("1", "a", "VP"), ("2", "b", "")),
        kieu_hang={0: KieuHang.NHOM},
        gop=(Gop(0, 0, so_cot=3), Gop(1, 2, so_hang=2)),
    )


def test_a_table_of_internal_columns_alone_cannot_be_issued() -> None:
    assert drop_internal(Bang((Cot(None, "Lý do", noi_bo=True),), (("x",),))) is None


TABLES = tables(st.sampled_from(["x", "y", "z"]), most=6)


@given(TABLES)
def test_every_row_covers_every_column_and_says_what_it_held(bang: Bang) -> None:
    table = build_bang(bang)
    down = [bang.cot[place].gop_doc for place in range(len(bang.cot))]
    for given_row, row in zip(bang.hang, table.rows, strict=True):
        cells = row.cells if isinstance(row, Row) else tuple(map(Cell, row))
        assert sum(cell.columns for cell in cells) == len(bang.cot)
        said = [cell.text for cell in cells if cell.text]
        if not any(down):
            assert said == [text for text in given_row if text]
    assert _covers(table)
    for before, row in pairwise(table.rows):
        if isinstance(row, Row):
            for start, cell in _places(row):
                if cell.merge is Merge.CONTINUE:
                    assert isinstance(before, Row)
                    upper = dict(_places(before))[start]
                    assert (upper.columns, upper.merge is not None) == (cell.columns, True)


def _places(row: Row) -> list[tuple[int, Cell]]:
    starts, at = [], 0
    for cell in row.cells:
        starts.append((at, cell))
        at += cell.columns
    return starts


def _covers(table: Table) -> bool:
    across = sum(cell.columns for cell in table.head[0]) == len(table.columns)
    below = sum(cell.columns for cell in table.head[0] if cell.rows == 1)
    return across and (len(table.head) == 1 or len(table.head[1]) == below)


@given(TABLES)
def test_issuing_loses_no_word_of_a_public_column_and_keeps_none_of_an_internal_one(bang: Bang) -> None:
    kept = [place for place, cot in enumerate(bang.cot) if not cot.noi_bo]
    # The text of a merged cell stands in its first column that is left.
    held = [(gop, [place for place in kept if gop.cot <= place < gop.cot + gop.so_cot]) for gop in bang.gop]
    shared = {(gop.hang, places[0]): (gop.hang, gop.cot) for gop, places in held if places}
    issued = drop_internal(bang)
    assert (issued is None) == (not kept)
    if issued is None:
        return
    assert [cot.ten for cot in issued.cot] == [bang.cot[place].ten for place in kept]
    for row, texts in enumerate(issued.hang):
        for text, place in zip(texts, kept, strict=True):
            source = shared.get((row, place), (row, place))
            assert text == bang.hang[source[0]][source[1]]
    assert issued.kieu_hang == bang.kieu_hang
    build_bang(issued)
