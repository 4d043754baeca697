"""Tables: grid, merged cells, places, lines that are drawn; lengths in twips."""

from __future__ import annotations

import pytest

from tests.readers.making import p, read
from vtdocs.readers.docx.observed import Spot, Table

A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="0" w:footer="0" w:gutter="0"/>'
    "</w:sectPr>"
)
LINE = '<w:{} w:val="single" w:sz="4"/>'
ALL = "".join(LINE.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def cell(text: str = "", tc_pr: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{tc_pr}</w:tcPr>{p(text)}{inside}</w:tc>"


def wide(width: int, more: str = "") -> str:
    return cell("", f'<w:tcW w:w="{width}" w:type="dxa"/>{more}')


def row(*cells: str, tr_pr: str = "") -> str:
    return f"<w:tr><w:trPr>{tr_pr}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, tbl_pr: str = "", grid: tuple[int, ...] | None = None) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid or ())
    said = f"<w:tblGrid>{columns}</w:tblGrid>" if grid is not None else ""
    return f"<w:tbl><w:tblPr>{tbl_pr}</w:tblPr>{said}{''.join(rows)}</w:tbl>"


def read_table(*rows: str, tbl_pr: str = "", grid: tuple[int, ...] | None = None, **more: str) -> Table:
    return read(table(*rows, tbl_pr=tbl_pr, grid=grid) + A4, **more).tables[0]


def shape(seen: Table) -> list[list[tuple[int, int, int, bool]]]:
    """Column, span, width and whether it is covered, of each cell."""
    return [[(each.column, each.span, each.width, each.merged) for each in line.cells] for line in seen.rows]


# --- grid and merging -------------------------------------------------------------------------------


def test_spans_and_free_columns() -> None:
    span = '<w:gridSpan w:val="2"/>'
    seen = read_table(
        row(cell(), cell("", span)),
        row(cell("", span), tr_pr='<w:gridBefore w:val="1"/>'),
        row(cell(), tr_pr='<w:gridAfter w:val="2"/>'),
        grid=(1000, 2000, 3000),
    )
    assert shape(seen) == [[(0, 1, 1000, False), (1, 2, 5000, False)], [(1, 2, 5000, False)], [(0, 1, 1000, False)]]
    assert (seen.grid, seen.extent) == ((1000, 2000, 3000), 6000)


def test_cells_merged_down() -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    seen = read_table(
        row(cell("a", begin), cell("b")), row(cell("", on), cell("c")), row(cell("d", begin), cell("e", on)),
        grid=(1000, 1000),
    )  # fmt: skip
    assert [[each.merged for each in line.cells] for line in seen.rows] == [
        [False, False],
        [True, False],
        [False, False],
    ]


def test_cells_merged_across_in_the_old_way() -> None:
    begin, on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    seen = read_table(row(cell("a", begin), cell("b", on), cell("c")), grid=(1000, 2000, 3000))
    assert shape(seen) == [[(0, 2, 3000, False), (2, 1, 3000, False)]]
    assert len(seen.rows[0].cells[0].blocks) == 2


@pytest.mark.parametrize(
    ("grid", "rows", "seen"),
    [
        pytest.param(None, [[1000, 2000]], (1000, 2000), id="no grid"),
        pytest.param((1000,), [[1000, 2000]], (1000, 2000), id="too short"),
        pytest.param((0, 0), [[1000, 2000]], (1000, 2000), id="of nothing"),
        pytest.param((1500, 1500), [[1000, 2000], [1000, 2000]], (1000, 2000), id="other than all cells"),
        pytest.param((1500, 1500), [[1000, 2000], [1500, 1500]], (1500, 1500), id="cells differ"),
        pytest.param((1500, 1500), [[1000, 9000]], (1500, 1500), id="cells wider than the page"),
        pytest.param((1000, 2000, 500), [[1000, 2000]], (1000, 2000), id="too long"),
    ],
)
def test_a_grid_is_mended_by_the_cells(
    grid: tuple[int, ...] | None, rows: list[list[int]], seen: tuple[int, ...]
) -> None:
    assert read_table(*(row(*map(wide, widths)) for widths in rows), grid=grid).grid == seen


def test_columns_that_nothing_tells_share_what_is_left() -> None:
    assert read_table(row(cell(), cell(), cell())).grid == (3023, 3023, 3023)
    assert read_table(row(wide(1000), cell(), cell()), tbl_pr='<w:tblW w:w="5000" w:type="dxa"/>').grid == (
        1000, 2000, 2000,
    )  # fmt: skip
    spanned = row(wide(3000, '<w:gridSpan w:val="2"/>'), wide(4000)), row(wide(1000), cell(), cell())
    assert read_table(*spanned).grid == (1000, 2000, 4000)


def test_a_table_without_rows() -> None:
    seen = read("<w:tbl/>" + table(grid=(1000,)) + p("a")).tables
    assert [(each.grid, each.rows, each.first, each.last) for each in seen] == [((), (), 1, 0), ((1000,), (), 1, 0)]


# --- what tables, rows and cells say ----------------------------------------------------------------


def test_rows_say_how_they_stand() -> None:
    head = '<w:tblHeader/><w:cantSplit/><w:trHeight w:val="500" w:hRule="exact"/>'
    other = '<w:tblHeader w:val="0"/><w:trHeight w:val="400"/>'
    seen = read_table(row(cell(), tr_pr=head), row(cell(), tr_pr=other), row(cell()))
    assert [(x.is_header, x.cant_split, x.height, x.height_rule) for x in seen.rows] == [
        (True, True, 500, "exact"),
        (False, False, 400, "atLeast"),
        (False, False, None, "auto"),
    ]


def test_cells_say_how_they_stand() -> None:
    own = '<w:tcMar><w:left w:w="50" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
    margins = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    cells = read_table(row(cell("", own), cell()), tbl_pr=margins).rows[0].cells
    assert [(x.padding_left, x.padding_right, x.vertical) for x in cells] == [(50, 80, "center"), (70, 80, "top")]


@pytest.mark.parametrize(
    ("tbl_pr", "width"),
    [
        ('<w:tblW w:w="5000" w:type="dxa"/>', 5000),
        ('<w:tblW w:w="5000" w:type="pct"/>', 9071),
        ('<w:tblW w:w="50%" w:type="pct"/>', 4535),
        ('<w:tblW w:w="0" w:type="auto"/>', None),
        ('<w:tblW w:w="0" w:type="dxa"/>', None),
        ("", None),
    ],
)
def test_the_width_that_a_table_asks_for(tbl_pr: str, width: int | None) -> None:
    assert read_table(row(cell()), tbl_pr=tbl_pr).width == width


def test_place_of_a_table() -> None:
    said = '<w:jc w:val="center"/><w:tblpPr w:tblpX="100"/>'
    seen = read_table(row(cell()), tbl_pr=said)
    assert (seen.align, seen.floats, seen.indent) == ("center", True, 0)
    indented = '<w:tblInd w:w="300" w:type="dxa"/>'
    assert read_table(row(cell()), tbl_pr=indented).indent == 300
    # Up to Word 2010 the text of the first cell stands at the indent.
    assert read_table(row(cell()), tbl_pr=indented, settings="").indent == 192


def test_nested_tables() -> None:
    inner = table(row(cell("c")), grid=(800,))
    seen = read(p("a") + table(row(cell("b", inside=inner + p("d")), cell("e")), grid=(3000, 4000)) + p("f") + A4)
    assert [x.text for x in seen.paragraphs] == ["a", "b", "c", "d", "e", "f"]
    assert [x.spot for x in seen.paragraphs] == [
        None, Spot(0, 0, 0), Spot(1, 0, 0), Spot(0, 0, 0), Spot(0, 0, 1), None,
    ]  # fmt: skip
    assert [(x.index, x.inside, x.first, x.last) for x in seen.tables] == [(0, None, 2, 5), (1, Spot(0, 0, 0), 3, 3)]
    assert seen.tables[0].rows[0].cells[0].blocks[1] is seen.tables[1]


# --- lines ------------------------------------------------------------------------------------------


def borders(seen: Table) -> list[list[str]]:
    return [["".join(sorted(side[0] for side in each.borders)) for each in line.cells] for line in seen.rows]


def test_lines_of_the_table() -> None:
    seen = read_table(row(cell(), cell()), row(cell(), cell()), tbl_pr=f"<w:tblBorders>{ALL}</w:tblBorders>")
    assert (seen.has_borders, borders(seen)) == (True, [["blrt", "blrt"], ["blrt", "blrt"]])


@pytest.mark.parametrize(
    "said", ["", "<w:tblBorders/>", f"<w:tblBorders>{ALL.replace('single', 'nil')}</w:tblBorders>"]
)
def test_a_table_that_only_lays_out(said: str) -> None:
    seen = read_table(row(cell(), cell()), tbl_pr=said)
    assert (seen.has_borders, borders(seen)) == (False, [["", ""]])


def test_lines_of_cells_stand_before_those_of_the_table() -> None:
    none = f"<w:tcBorders>{ALL.replace('single', 'nil')}</w:tcBorders>"
    seen = read_table(row(cell("", none), cell("", none)), tbl_pr=f"<w:tblBorders>{ALL}</w:tblBorders>")
    assert (seen.has_borders, borders(seen)) == (False, [["", ""]])


def test_a_line_between_cells_is_of_both() -> None:
    own = f"<w:tcBorders>{LINE.format('right')}{LINE.format('bottom')}</w:tcBorders>"
    seen = read_table(row(cell("", own), cell()), row(cell(), cell()))
    assert (seen.has_borders, borders(seen)) == (True, [["br", "l"], ["t", ""]])


def test_no_line_through_a_cell_that_is_merged_down() -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    seen = read_table(
        row(cell("", begin), cell()), row(cell("", on), cell()), tbl_pr=f"<w:tblBorders>{ALL}</w:tblBorders>"
    )
    assert borders(seen)[0][0] == "lrt"
    assert borders(seen)[1] == ["blr", "blrt"]


def test_lines_of_the_style() -> None:
    style = (
        '<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Lưới"/>'
        f"<w:tblPr><w:tblBorders>{ALL}</w:tblBorders></w:tblPr></w:style>"
    )
    seen = read_table(row(cell()), tbl_pr='<w:tblStyle w:val="Luoi"/>', styles=style)
    assert (seen.style, seen.has_borders, borders(seen)) == ("Lưới", True, [["blrt"]])
