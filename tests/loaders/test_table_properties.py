"""Any grid below a head: each of its words is in the table, or was told of; whatever it holds, soon."""

from __future__ import annotations

import io
from contextlib import suppress

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.bounded import ends
from tests.loaders.inputs import load, with_table
from vtdocs.diagnostics import Location
from vtdocs.errors import LoadError
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.tables.number_formats import show_number
from vtdocs.loaders.tables.options import TableOptions
from vtdocs.loaders.tables.reading import read_tables

# Words that stand once in a grid, among cells that mean something to the reader of tables.
WORDS = st.integers(100, 999).map(lambda number: f"từ{number}")
CELLS = st.one_of(
    WORDS,
    st.sampled_from(["", "", "I", "A", "1", "2", "1.1", "Tổng cộng", "(1)", "1=2+3", "-", "Ghi chú"]),
)
FILE = Location("ke-hoach.yaml")


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 6))
    head = [f"Cột {draw(WORDS)} {number}" for number in range(width)]
    known = draw(st.lists(st.sampled_from(["STT", "Sản phẩm", "Thời gian", "Số lượng", "Ghi chú"]), max_size=width))
    head[: len(known)] = known
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8))
    return [head, *body]


AREAS = st.lists(st.tuples(*[st.integers(0, 7)] * 4), max_size=3)


def book(grid: list[list[str]], areas: list[tuple[int, int, int, int]] = []) -> bytes:  # noqa: B006
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    for row in grid:
        page.append([cell or None for cell in row])
    taken: set[tuple[int, int]] = set()
    for top, left, height, width in areas:
        inside = {(row, column) for row in range(top, top + height + 1) for column in range(left, left + width + 1)}
        if len(inside) > 1 and not inside & taken:
            taken |= inside
            page.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=top + height + 1, end_column=left + width + 1
            )
            for at, column in inside - {(top, left)}:
                if at < len(grid) and column < len(grid[0]):
                    grid[at][column] = ""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def words_left(grid: list[list[str]], data: bytes, name: str, options: TableOptions = TableOptions()) -> set[str]:  # noqa: B008
    faults = Faults()
    tables = read_tables(data, name, options, faults, FILE)
    if tables is None:
        assert faults.has_errors
        return set()
    texts = [
        text
        for table in tables
        for text in (
            *(part for cot in table.cot for part in (cot.ten, cot.nhom or "", cot.ky_hieu or "")),
            *(cell for row in table.hang for cell in row),
            *table.ghi_chu,
        )
    ]
    told = [fault.message for fault in faults.told()]
    if any("từ hàng này trở xuống chưa được đọc" in message for message in told):
        return set()
    seen = " ".join(texts + told)
    return {word for row in grid for cell in row for word in cell.split() if word not in seen}


@settings(max_examples=120, deadline=None)
@given(grids())
def test_no_word_of_a_csv_file_is_lost(grid: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in grid)
    assert words_left(grid, text.encode(), "a.csv") == set()
    assert words_left(grid, text.encode(), "a.csv", TableOptions(heading_row=1, heading_rows=2)) == set()


@settings(max_examples=120, deadline=None)
@given(grids(), AREAS)
def test_no_word_of_a_workbook_is_lost(grid: list[list[str]], areas: list[tuple[int, int, int, int]]) -> None:
    data = book(grid, areas)
    assert words_left(grid, data, "a.xlsx") == set()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='0#?.,%;"\\_*@[]$-GeneralEx()đ ', max_size=40), st.floats(-1e14, 1e14))
@example('0"', 1.0)
@example("[$-", 1.0)
def test_any_number_format_is_shown_or_not_understood(code: str, value: float) -> None:
    shown = show_number(code, value)
    assert shown is None or shown.strip() == shown != ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='{}[],: "anhomstgtepcuoi12-\n', max_size=120))
def test_any_table_in_the_plan_gives_only_load_errors(text: str) -> None:
    with ends(), suppress(LoadError):
        load(with_table(text))


def test_a_long_table_is_read_soon_and_as_plain_rows() -> None:
    text = "STT;Nội dung;Chủ trì;Thời gian\n" + "".join(f"{n};Việc số {n};Phòng;Quý I\n" for n in range(1, 50_001))
    with ends():
        (table,) = read_tables(text.encode(), "a.csv", TableOptions(), Faults(), FILE) or ()
    assert len(table.hang) == 50_000
    assert table.hang[-1] == ("50000", "Việc số 50000", "Phòng", "Quý I")
    assert (table.kieu_hang, table.gop) == ({}, ())


def test_long_cells_are_read() -> None:
    long = "chữ " * 2_000
    (table,) = read_tables(f"Tên;Số\n{long};5\n".encode(), "a.csv", TableOptions(), Faults(), FILE) or ()
    assert table.hang == ((long.strip(), "5"),)
