"""Groups, totals, numbers and merged cells of the rows below a head."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.bounded import ends
from tests.loaders.inputs import diagnostics, load, short, told, told_of_sheet, with_table, workbook
from vtdocs.components.bang import build_bang
from vtdocs.diagnostics import Location
from vtdocs.loaders import json_schema
from vtdocs.loaders.budget.options import Budget
from vtdocs.loaders.budget.reckoning import apply_budget
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.tables.kinds import is_total_label
from vtdocs.model import Bang, Cot, Gop, KieuHang, VaiTro
from vtdocs.tree import Merge, Row

HEAD = ("STT", "Nội dung", "Chủ trì", "Thời gian")
NHOM, TONG = KieuHang.NHOM, KieuHang.TONG


def book(*rows: tuple[Any, ...], head: tuple[str, ...] = HEAD, merged: str = "") -> bytes:
    return workbook(*rows, head=head, edit=lambda page: [page.merge_cells(area) for area in merged.split()])


def sheet(
    *rows: tuple[Any, ...], head: tuple[str, ...] = HEAD, merged: str = "", what: str = "tep: hoat-dong.xlsx"
) -> Bang:
    data = book(*rows, head=head, merged=merged)
    return load(with_table(f"{{{what}}}"), hoat_dong_xlsx=data).phu_luc[0].bang[0]


# --- groups and totals -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["I", "IV", "I.", "A", "B.", "Đ"])
def test_a_roman_numeral_or_a_capital_letter_opens_a_group(number: str) -> None:
    found = sheet((number, "Công tác chỉ đạo"), (1, "a", "b", "c"), (2, "a", "b", "c"))
    assert found.kieu_hang == {0: NHOM}
    assert found.hang[0] == (number, "Công tác chỉ đạo", "", "")


@pytest.mark.parametrize("number", ["IC", "a", "AB", "1.1", "-", "*"])
def test_other_numbers_open_none(number: str) -> None:
    assert sheet((number, "a", "b", "c"), (1, "a", "b", "c")).kieu_hang == {}


def test_a_table_of_letters_alone_has_no_groups() -> None:
    assert sheet(("A", "a", "b", "c"), ("B", "a", "b", "c")).kieu_hang == {}


@pytest.mark.parametrize("merged", ["A2:D2", "B2:D2"])
def test_a_row_merged_across_opens_a_group(merged: str) -> None:
    text = ("Công tác chỉ đạo",) if merged.startswith("A") else (None, "Công tác chỉ đạo")
    found = sheet(text, (1, "a", "b", "c"), merged=merged)
    assert found.kieu_hang == {0: NHOM}
    assert found.gop == (Gop(0, 0, 1, 4) if merged.startswith("A") else Gop(0, 1, 1, 3),)
    assert "".join(found.hang[0]) == "Công tác chỉ đạo"


def test_a_row_of_one_text_among_fuller_ones_opens_a_group() -> None:
    rows = [(None, "Công tác chỉ đạo"), (1, "a", "b", "c"), (2, "d", "e", "f"), (3, "d", "e", "f")]
    assert sheet(*rows).kieu_hang == {0: NHOM}
    assert sheet(*rows, (None, "Lưu ý cuối bảng"), what="tep: hoat-dong.xlsx, danh_so: khong").kieu_hang == {0: NHOM}
    assert sheet((None, "- Trong đó"), *rows[1:]).kieu_hang == {}
    assert sheet(("A", 1), ("B", None), ("C", 2), head=("Tên", "Số")).kieu_hang == {}
    assert sheet((None, "x"), (None, "y"), (None, "z"), (None, "a", "b", "c")).kieu_hang == {}


def test_a_row_whose_other_cells_are_merged_down_is_no_group() -> None:
    rows = [(None, "a", "b", "c"), (None, "d"), (None, "e", "b", "c")]
    found = sheet(*rows, merged="C2:C3 D2:D3")
    assert found.kieu_hang == {}
    assert [row[0] for row in found.hang] == ["1", "2", "3"]


TOTALS = [
    "Tổng cộng", "TỔNG CỘNG:", "Tổng số", "Tổng", "Cộng", "cộng :", "Tổng cộng (I+II)", "Tổng kinh phí",
    "TỔNG DỰ TOÁN.", "tong cong", "Cong",
]  # fmt: skip


@pytest.mark.parametrize("label", TOTALS)
def test_a_total_row_is_known(label: str) -> None:
    head = ("STT", "Nội dung", "ĐVT", "Thành tiền")
    found = sheet((1, "a", "cái", 5), (None, label, None, 5), head=head)
    assert found.kieu_hang == {1: TONG}
    assert found.hang[1] == ("", label, "", "5")
    assert sheet((1, "a", "cái", 5), (label, None, None, 5), head=head, merged="A3:C3").kieu_hang == {1: TONG}


@pytest.mark.parametrize("label", ["Công", "Cổng", "Tông cộng", "Tổng kinh phí hỗ trợ", "Cộng tác viên", "Tổng (", ""])
def test_another_name_is_that_of_no_total(label: str) -> None:
    assert not is_total_label(label)
    columns = (Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(VaiTro.THANH_TIEN, "Thành tiền"))
    faults = Faults()
    bang = apply_budget(Bang(columns, (("a", "1"), (label, "1"))), Budget(), lambda *_: Location("a"), faults)
    assert bang is not None
    assert bang.hang[-1] == ("Tổng cộng", "2")


def test_a_parent_row_is_no_total() -> None:
    rows = [(1, "Tổng số hồ sơ tiếp nhận", "x", 5), (None, "Tổng số hồ sơ", "x", 5), (2, "Tổng số", "x", 3)]
    assert sheet(*rows).kieu_hang == {}


# --- numbers ---------------------------------------------------------------------------------------

GROUPED = [("Nhóm một",), ("a", "b", "c"), ("d", "e", "f"), ("Nhóm hai",), ("g", "h", "i"), ("k", "l", "m")]


@pytest.mark.parametrize(
    ("how", "numbers"),
    [
        ("theo_nhom", ["I", "1", "2", "II", "1", "2"]),
        ("lien_tuc", ["I", "1", "2", "II", "3", "4"]),
        ("khong", ["", "", "", "", "", ""]),
    ],
)
def test_rows_are_numbered_as_asked(how: str, numbers: list[str]) -> None:
    found = sheet(*((None, *row) for row in GROUPED), what=f"tep: hoat-dong.xlsx, danh_so: {how}")
    assert [row[0] for row in found.hang] == numbers
    assert found.kieu_hang == {0: NHOM, 3: NHOM}


def test_a_table_of_activities_gets_a_column_of_numbers() -> None:
    found = sheet(*GROUPED, ("Tổng cộng",), head=HEAD[1:])
    assert [row[0] for row in found.hang] == ["I", "1", "2", "II", "1", "2", ""]
    assert sheet(("a", "b"), head=("Tên", "Mã")).hang == (("a", "b"),)
    assert sheet(("a", "b"), head=HEAD[1:3], what="tep: hoat-dong.xlsx, cot: [Nội dung, Chủ trì]").hang == (("a", "b"),)


def test_groups_with_their_own_numbers_in_the_text_get_no_others() -> None:
    rows = [(None, "I. Chỉ đạo"), (None, "a", "b", "c"), (None, "d", "e", "f"), (None, "g", "h", "i")]
    assert [row[0] for row in sheet(*rows).hang] == ["", "1", "2", "3"]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "3"],
        ["1.", "1.1.", "1.2", "2."],
        ["I", "1", "2", "II", "1", "2"],
        ["I", "1", "2", "II", "3", "4"],
        ["I", "1.1", "1.2", "II", "2.1", "2.2"],
        ["1", "1", "2"],
        ["01", "02", "03"],
        ["1", "a", "b", "2", "-", "3"],
        [1, 1.1, 1.2, 2],
    ],
)
def test_numbers_that_go_on_are_not_doubted(numbers: list[Any]) -> None:
    data = book(*((number, "a", "b", "c") for number in numbers))
    assert told_of_sheet(data) == []
    found = load(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data).phu_luc[0].bang[0]
    assert [row[0] for row in found.hang] == [str(number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "row"),
    [(["1", "3"], 3), (["1", "1.1", "1.3"], 4), (["1", "1.2"], 3), (["1", "2", "2"], 4), (["1", "3.1"], 3), (["2"], 2)],
)
def test_numbers_that_do_not_go_on_are_doubted(numbers: list[str], row: int) -> None:
    data = book(*((number, "a", "b", "c") for number in numbers))
    assert told_of_sheet(data) == [f"hoat-dong.xlsx!Phụ lục!A{row} VT-054?"]


def test_parts_of_a_row_need_no_number() -> None:
    assert told_of_sheet(book((1, "a", "b", "c"), (None, "- Trong đó: x", "b", "c"), (2, "a", "b", "c"))) == []


# --- merged cells ----------------------------------------------------------------------------------


def test_merged_cells_of_the_body_are_kept() -> None:
    rows = [(1, "a", "Phòng", "Quý I"), (2, "b", None, None), (), (3, "c", "x", None)]
    found = sheet(*rows, merged="C2:C3 D2:D5 F1:G9 A4:D4")
    assert found.gop == (Gop(0, 2, 2, 1), Gop(0, 3, 3, 1))
    assert [row[2:] for row in found.hang] == [("Phòng", "Quý I"), ("", ""), ("x", "")]


def test_a_row_whose_content_is_merged_is_no_fault() -> None:
    assert told_of_sheet(book((1, "a", "b", "c"), (None, None, "d", "e"), merged="A2:A3 B2:B3")) == []


def test_merged_cells_are_cut_at_a_group_with_a_word() -> None:
    rows = [(1, "a", "x", "c"), (2, "a", None, "c"), ("II", "Nhóm"), (1, "a", None, "c")]
    data = book(*rows, merged="C2:C5")
    assert told_of_sheet(data) == ["hoat-dong.xlsx!Phụ lục!C2 VT-053?"]
    assert sheet(*rows, merged="C2:C5").gop == (Gop(0, 2, 2, 1),)


def test_merged_cells_that_reach_from_the_head_into_the_body_are_a_fault() -> None:
    data = book((1, "a", "b", "c"), merged="D1:D2")
    (fault,) = diagnostics(with_table("{tep: hoat-dong.xlsx, so_dong_dau: 1}"), hoat_dong_xlsx=data)
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!A1 VT-065"
    assert fault.hint == "ghi dong_dau: 1, so_dong_dau: 2; hoặc bỏ gộp ô ở đầu bảng trong Excel"


def test_merged_cells_over_each_other_are_told() -> None:
    import io
    import zipfile

    data = book((1, "a", "b", "c"), (2, "d", "e", "f"), merged="C2:C3")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as spoilt:
        for name in package.namelist():
            part = package.read(name).replace(
                b'<mergeCell ref="C2:C3"/>', b'<mergeCell ref="C2:C3"/><mergeCell ref="C2:D3"/>'
            )
            spoilt.writestr(name, part)
    assert told_of_sheet(buffer.getvalue()) == ["hoat-dong.xlsx!Phụ lục!C2 VT-053?"]


def merged_down(bang: Bang) -> list[tuple[int, int]]:
    """Rows and columns of the cells that go on with the one above them, as the table is set."""
    rows = [(at, row) for at, row in enumerate(build_bang(bang).rows) if isinstance(row, Row)]
    return [(at, column) for at, row in rows for column, cell in enumerate(row.cells) if cell.merge is Merge.CONTINUE]


def test_equal_neighbours_are_merged_down_where_asked() -> None:
    cot = "cot: [STT, Nội dung, {ten: Chủ trì, gop_doc: true}, {ten: Thời gian, gop_doc: khong}]"
    rows = [
        (1, "a", "x", "q"),
        (2, "b", "x", "q"),
        ("II", "Nhóm"),
        (3, "c", "x", "q"),
        (4, "d", "x", "q"),
        (5, "e", "y"),
    ]
    found = sheet(*rows, what=f"tep: hoat-dong.xlsx, {cot}")
    assert merged_down(found) == [(1, 2), (4, 2)]
    # What the rows say is not lost: the cells are merged when the table is set.
    assert found.gop == ()
    assert [row[2] for row in found.hang] == ["x", "x", "", "x", "x", "y"]
    assert [row[3] for row in found.hang] == ["q", "q", "", "q", "q", ""]
    text = "STT;Nội dung;Chủ trì;Thời gian\n1;a;x;q\n2;b;x;q\n"
    plan = load(with_table(f"{{tep: hoat-dong.csv, {cot}}}"), hoat_dong_csv=text.encode())
    assert merged_down(plan.phu_luc[0].bang[0]) == [(1, 2)]
    listed = load(with_table(f"{{hang: [[1, a, x, q], [2, b, x, q]], {cot}}}"))
    assert merged_down(listed.phu_luc[0].bang[0]) == [(1, 2)]


def test_neighbours_that_a_merged_cell_covers_are_not_merged_again() -> None:
    cot = "cot: [STT, Nội dung, {ten: Chủ trì, gop_doc: co}, Thời gian]"
    rows = [(1, "a", "x", "q"), (2, "b", "x", "q"), (3, "c", "x", None), (4, "d", "x", "q")]
    found = sheet(*rows, what=f"tep: hoat-dong.xlsx, {cot}", merged="C4:D4")
    assert found.gop == (Gop(2, 2, 1, 2),)
    assert merged_down(found) == [(1, 2)]


@pytest.mark.parametrize(
    ("word", "asked"),
    [("co", True), ("có", True), ("true", True), ("khong", False), ("không", False), ("false", False), ("", False)],
)
def test_yes_and_no_are_said_in_the_same_words_everywhere(word: str, asked: bool) -> None:
    cot = f"cot: [Nội dung, {{ten: Chủ trì, gop_doc: {word}, noi_bo: {word}}}]"
    column = load(with_table(f"{{hang: [[a, x]], {cot}}}")).phu_luc[0].bang[0].cot[-1]
    assert (column.gop_doc, column.noi_bo) == (asked, asked)


@pytest.mark.parametrize("gop_doc", ["co", "khong"])
def test_merging_equal_amounts_leaves_the_sum_as_it_is(gop_doc: str) -> None:
    cot = f"cot: [Nội dung, {{ten: Thành tiền, gop_doc: {gop_doc}}}]"
    plan = load(with_table(f"{{hang: [[Bút, '1000'], [Sổ, '1000'], [Mực, '5000']], {cot}, du_toan: co}}"))
    bang = plan.phu_luc[0].bang[0]
    assert [row[-1] for row in bang.hang] == ["1.000", "1.000", "5.000", "7.000"]
    assert bang.ghi_chu == ("Bằng chữ: Bảy nghìn đồng.",)
    assert merged_down(bang) == ([(1, 1)] if gop_doc == "co" else [])


def test_many_merged_cells_are_done_with_soon() -> None:
    from vtdocs.loaders.faults import Faults
    from vtdocs.loaders.tables.grid import Grid
    from vtdocs.loaders.tables.merges import map_merged

    grid = Grid("a", [], "b", merged=[(0, 0, 59_999, 63)] * 100_000)
    with ends():
        assert map_merged(grid, range(4), range(60_000), Faults()) == [Gop(0, 0, 60_000, 4)]


# --- rows in the plan ------------------------------------------------------------------------------


def written(what: str) -> Bang:
    return load(with_table(f"{{{what}}}")).phu_luc[0].bang[0]


COT = "cot: [STT, Tên chi, ĐVT, {ten: Năm 2025, nhom: Kinh phí}, {ten: Năm 2026, nhom: Kinh phí}]"


def test_rows_may_be_by_role_or_by_heading_with_groups_and_totals() -> None:
    found = written(
        f"{COT}, hang: [{{nhom: Chỉ đạo, Năm 2025: 7}}, [In ấn, tờ, 1, 2], {{stt: 2, ten chi: Họp, NAM 2026: 5}}, "
        "{nhom: Kiểm tra, so: B}, ['', x, y, 3, 4], {nhom: Khác}, ['', z, '', '', ''], {tong: Tổng cộng, Năm 2025: 9}]"
    )
    assert found.hang == (
        ("I", "Chỉ đạo", "", "7", ""),
        ("", "In ấn", "tờ", "1", "2"),
        ("2", "Họp", "", "", "5"),
        ("B", "Kiểm tra", "", "", ""),
        ("", "x", "y", "3", "4"),
        ("II", "Khác", "", "", ""),
        ("", "z", "", "", ""),
        ("", "Tổng cộng", "", "9", ""),
    )
    assert found.kieu_hang == {0: NHOM, 3: NHOM, 5: NHOM, 7: TONG}


def test_a_listed_table_gets_no_numbers_of_its_own() -> None:
    assert written("cot: [Nội dung, Thời gian], hang: [[a, b], {nhom: c, so: I}]").hang == (("a", "b"), ("I. c", ""))


def test_what_stands_around_a_table_is_read() -> None:
    found = written("hang: [[a, b, c, d]], tieu_de: Biểu 1, don_vi_tinh: đồng, ghi_chu: Theo báo cáo, huong: ngang")
    assert (found.tieu_de, found.don_vi_tinh, found.ghi_chu, found.huong) == (
        "Biểu 1",
        "đồng",
        ("Theo báo cáo",),
        "ngang",
    )


def test_several_tables_make_one_appendix() -> None:
    plan = load(with_table("[hoat-dong.csv, {hang: [[a, b, c, d]]}]"), hoat_dong_csv=b"A;B\n1;2\n")
    assert [len(bang.cot) for bang in plan.phu_luc[0].bang] == [2, 5]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("cot: [a], hang: [[1]]", ["12:17 VT-064"]),
        ("cot: [a, b, {ten: c, vai_tro: stt}, {ten: d, vai_tro: stt}], hang: [[1, 2, 3, 4]]", ["12:48 VT-022"]),
        ("cot: [a, b], hang: [{a: 1, c: 2}, {a: 1, A: 2}]", ["12:39 VT-022", "12:53 VT-022"]),
        ("cot: [a, b], hang: [{so: 1, a: 2}]", ["12:33 VT-022"]),
        ("cot: [a, b], hang: [{nhom: 1, tong: 2}]", ["12:42 VT-022"]),
        ("cot: [a, b], hang: [[1, 2]], so_dong_dau: 2", ["12:54 VT-022"]),
        ("cot: [a, b], hang: [[1, 2]], huong: xoay", ["12:48 VT-013"]),
        ("tep: hoat-dong.csv, trang_tinh: A", ["12:44 VT-043"]),
    ],
)
def test_faults_of_a_written_table_are_told_at_their_places(what: str, expected: list[str]) -> None:
    told_of = told(with_table(f"{{{what}}}"), hoat_dong_csv=b"A;B\n1;2\n")
    assert told_of == [f"ke-hoach.yaml:{place}" for place in expected]


def test_a_budget_is_computed() -> None:
    what = (
        "cot: [TT, Nội dung, Số lượng, Đơn giá, Thành tiền], du_toan: co, "
        "hang: [[In tờ rơi, 500, '2.000', ''], {tong: Tổng cộng}]"
    )
    found = written(what)
    assert found.hang == (("1", "In tờ rơi", "500", "2.000", "1.000.000"), ("", "Tổng cộng", "", "", "1.000.000"))
    assert found.ghi_chu == ("Bằng chữ: Một triệu đồng.",)
    (fault,) = diagnostics(with_table(f"{{{what.replace(chr(39) * 2, '5')}}}"))
    assert short(fault).startswith("ke-hoach.yaml:12:")


def test_a_budget_of_a_sheet_is_computed_with_places_of_cells() -> None:
    head = ("Nội dung", "Thời gian", "Số lượng", "Đơn giá", "Thành tiền")
    data = book(("In", "Quý I", 500, 2000, None), head=head)
    plan = load(with_table("{tep: hoat-dong.xlsx, du_toan: co}"), hoat_dong_xlsx=data)
    assert plan.phu_luc[0].bang[0].hang[0] == ("1", "In", "Quý I", "500", "2.000", "1.000.000")
    wrong = book(("In", "Quý I", 500, 2000, 7), head=head)
    faults = told(with_table("{tep: hoat-dong.xlsx, du_toan: co}"), hoat_dong_xlsx=wrong)
    assert "hoat-dong.xlsx!Phụ lục!E2 VT-092" in faults


def test_every_key_of_a_table_is_in_the_schema() -> None:
    plan = with_table(
        "[a.xlsx, {tep: b.xlsx, trang_tinh: [x, y], dong_dau: 3, so_dong_dau: 2, cot: {noi_dung: Việc, theo_doi: Ai}}, "
        "{cot: [TT, {ten: Tên, gop_doc: true, noi_bo: khong, canh: so, vai_tro: noi_dung, nhom: a, ky_hieu: 1=2}], "
        "hang: [[1, a], {nhom: b, so: I}, {tong: c, Tên khác: 2}], tieu_de: a, don_vi_tinh: b, ghi_chu: c, "
        "huong: ngang, danh_so: lien_tuc, du_toan: co}]"
    )
    data = json.loads(json.dumps(yaml.safe_load(plan.replace(":,", ": ,"))))
    validator = Draft202012Validator(json_schema("ke_hoach"))
    assert list(validator.iter_errors(data)) == []
    column = data["phu_luc"][0]["bang"][2]["cot"][1]
    for word in ("co", "có", "khong", "không", "true", "false", True, False, None):
        column["gop_doc"] = word
        assert validator.is_valid(data)
    for other in ("maybe", 1, "yes"):
        column["gop_doc"] = other
        assert not validator.is_valid(data)
