"""Tables from Excel, CSV and the YAML itself: columns by role, cells as text, every fault at its cell."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.loaders.inputs import (
    HEADINGS,
    OFFICE,
    PLAN,
    ROW,
    diagnostics,
    load,
    only,
    short,
    told,
    told_of_sheet,
    with_table,
    workbook,
)
from vtdocs.likeness import fold
from vtdocs.loaders.tables.grid import Cell, column_letters, share_texts
from vtdocs.loaders.tables.headings import KNOWN_HEADINGS
from vtdocs.model import Bang, Cot, VaiTro

ROLES = (VaiTro.STT, VaiTro.NOI_DUNG, VaiTro.CHU_TRI, VaiTro.PHOI_HOP, VaiTro.THOI_GIAN)
COLUMNS = tuple(Cot(role, heading) for role, heading in zip(ROLES, HEADINGS, strict=True))


def bang(what: str = "hoat-dong.xlsx", **files: bytes) -> Bang:
    plan = load(with_table(what), **files)
    return plan.phu_luc[0].bang[0]


def sheet(*rows: tuple[Any, ...], what: str = "hoat-dong.xlsx", **more: Any) -> Bang:
    return bang(what, hoat_dong_xlsx=workbook(*rows, **more))


def csv(text: str, encoding: str = "utf-8") -> Bang:
    return bang("hoat-dong.csv", hoat_dong_csv=text.encode(encoding))


def told_of_csv(text: str | bytes, what: str = "hoat-dong.csv") -> list[str]:
    return told(with_table(what), hoat_dong_csv=text if isinstance(text, bytes) else text.encode())


# --- what is read ----------------------------------------------------------------------------------


def test_a_sheet_is_read_whole() -> None:
    assert sheet(ROW, (2, "Tập huấn", "VP", "", "Tháng 5")) == Bang(
        COLUMNS,
        (
            ("1", "Phát tờ rơi", "Phòng VHXH", "Các thôn", "Quý II/2026"),
            ("2", "Tập huấn", "VP", "", "Tháng 5"),
        ),
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  Các  thôn ", "Các  thôn"),
        ("a\r\nb\n\n c ", "a\nb\nc"),
        ("ngu\u0301", "ngú"),
        (5, "5"),
        (5.0, "5"),
        (-3, "-3"),
        (0, "0"),
        (2026, "2026"),
        ("'05", "'05"),
        ("007", "007"),
        (datetime.date(2026, 6, 5), "05/6/2026"),
        (datetime.datetime(2026, 12, 25), "25/12/2026"),
        (CellRichText("Các ", TextBlock(InlineFont(b=True), "thôn")), "Các thôn"),
        ("a_x000D_b", "a\nb"),
        ("A & B <c>", "A & B <c>"),
    ],
)
def test_a_cell_is_printed_as_it_reads(value: Any, expected: str) -> None:
    assert sheet((1, "a", "b", value, "d")).hang[0][3] == expected


def test_wholly_empty_rows_are_left_out() -> None:
    assert [row[0] for row in sheet(ROW, (), ("", " ", None), (2, "b")).hang] == ["1", "2"]


def test_rows_without_numbers_are_numbered() -> None:
    rows = [(None, "a", "b", "c", "d"), (None, "e", "f", "g", "h")]
    assert [row[0] for row in sheet(*rows).hang] == ["1", "2"]
    without = sheet(*(row[1:] for row in rows), head=HEADINGS[1:])
    assert without.cot == COLUMNS
    assert [row[:2] for row in without.hang] == [("1", "a"), ("2", "e")]


def test_columns_keep_the_order_and_the_headings_of_the_sheet() -> None:
    table = sheet(("a", "Quý I", "x", "y"), head=("Nhiệm vụ", "Thời hạn", "Chủ trì", "Phối\nhợp"))
    assert [(cot.vai_tro, cot.ten) for cot in table.cot] == [
        ("stt", "STT"),
        ("noi_dung", "Nhiệm vụ"),
        ("thoi_gian", "Thời hạn"),
        ("chu_tri", "Chủ trì"),
        ("phoi_hop", "Phối hợp"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("TT", "Nội dung công việc", "Cơ quan, đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
        ("Số TT", "NHIỆM VỤ", "Đơn vị chủ trì", "CƠ QUAN PHỐI HỢP", "Thời  gian"),
        ("stt", "noi dung", "co quan chu tri", "phoi hop", "thoi gian thuc hien"),
    ],
)
def test_known_headings_are_recognised(head: tuple[str, ...]) -> None:
    assert [cot.vai_tro for cot in sheet(ROW, head=head).cot] == list(ROLES)


def test_no_two_roles_share_a_heading() -> None:
    folded = [(fold(heading), role) for role, headings in KNOWN_HEADINGS.items() for heading in headings]
    assert len({name for name, _role in folded}) == len(set(folded))


def test_the_heading_row_is_found_below_titles_and_beside_empty_columns() -> None:
    rows = [(), (None, None, "PHỤ LỤC"), (None, *HEADINGS), (None, *ROW)]
    table = bang(hoat_dong_xlsx=workbook(*rows, head=None))
    assert table.hang == (("1", "Phát tờ rơi", "Phòng VHXH", "Các thôn", "Quý II/2026"),)


def test_columns_may_be_declared() -> None:
    data = workbook((1, "a", "b", "c", "d"), head=("STT", "Mục tiêu", "Ai làm", "Cùng ai", "Hạn"))
    what = "{tep: hoat-dong.xlsx, cot: {noi_dung: Mục tiêu, chu_tri: ai làm, phoi_hop: Cùng ai, thoi_gian: Hạn}}"
    assert bang(what, hoat_dong_xlsx=data).hang == (("1", "a", "b", "c", "d"),)


def test_a_sheet_may_be_chosen_and_otherwise_is_the_first_with_the_headings() -> None:
    def edit(first: Any) -> None:
        first.title = "Ghi chép"
        other = first.parent.create_sheet("Bảng 2")
        for row in (HEADINGS, (1, "b2", "x", "y", "z")):
            other.append(row)
        hidden = first.parent.create_sheet("Ẩn", 0)
        hidden.append(HEADINGS)
        hidden.sheet_state = "hidden"
        third = first.parent.create_sheet("Bảng 3")
        for row in (HEADINGS, (1, "b3", "x", "y", "z")):
            third.append(row)

    data = workbook(("gì đó",), head=None, edit=edit)
    assert bang(hoat_dong_xlsx=data).hang[0][1] == "b2"
    assert bang("{tep: hoat-dong.xlsx, trang_tinh: Bảng 3}", hoat_dong_xlsx=data).hang[0][1] == "b3"
    fault = only(with_table("{tep: hoat-dong.xlsx, trang_tinh: Bảng 4}"), hoat_dong_xlsx=data)
    assert short(fault) == "ke-hoach.yaml:12:45 VT-043"
    assert "có phải ý là “Bảng" in fault.message


# --- faults of columns -----------------------------------------------------------------------------


def test_any_columns_make_a_table_and_a_heading_that_is_nearly_known_is_its_own() -> None:
    table = sheet(ROW[:4], head=HEADINGS[:4])
    assert [(cot.vai_tro, cot.ten) for cot in table.cot] == list(zip(ROLES[:4], HEADINGS[:4], strict=True))
    data = workbook(ROW, head=(*HEADINGS[:4], "Thời gian thực hiệm"))
    assert told_of_sheet(data) == []
    assert bang(hoat_dong_xlsx=data).cot[4] == Cot(None, "Thời gian thực hiệm")


def test_a_declared_column_that_is_missing_is_told_at_its_declaration() -> None:
    what = "{tep: hoat-dong.xlsx, cot: {noi_dung: Việc}}"
    fault = only(with_table(what), hoat_dong_xlsx=workbook(ROW))
    assert short(fault) == "ke-hoach.yaml:12:49 VT-045"
    assert "“Việc”" in fault.message


def test_a_column_that_is_not_listed_is_a_warning() -> None:
    data = workbook((*ROW, "bí mật"), head=(*HEADINGS, "Đánh giá"))
    fault = only(with_table("{tep: hoat-dong.xlsx, cot: [STT, Nội dung, Cơ quan chủ trì, Cơ quan phối hợp, "
                            "Thời gian thực hiện]}"), hoat_dong_xlsx=data)  # fmt: skip
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!F1 VT-046?"
    assert "“Đánh giá”" in fault.message


def test_text_in_a_column_without_a_heading_is_a_warning() -> None:
    assert told_of_sheet(workbook((*ROW, None, "x"))) == ["hoat-dong.xlsx!Phụ lục!G2 VT-056?"]


@pytest.mark.parametrize("head", [("a",), None])
def test_a_sheet_without_a_heading_row_is_a_fault(head: Any) -> None:
    assert told_of_sheet(workbook((1, 2, 3), head=head)) == ["hoat-dong.xlsx!Phụ lục VT-044"]


def test_a_declared_heading_row_is_the_one_that_is_used() -> None:
    data = workbook(HEADINGS, ROW)
    assert bang("{tep: hoat-dong.xlsx, dong_dau: 2}", hoat_dong_xlsx=data).hang[0][1] == "Phát tờ rơi"
    assert told_of_sheet(data, "{tep: hoat-dong.xlsx, dong_dau: 9}") == ["hoat-dong.xlsx!Phụ lục VT-044"]


# --- faults of cells -------------------------------------------------------------------------------


def test_a_serial_number_where_a_date_is_meant_is_told_with_the_date() -> None:
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook((1, "a", "b", "c", 46178)))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!E2 VT-049"
    assert "05/6/2026" in fault.message


@pytest.mark.parametrize(
    "value", [True, False, datetime.time(7, 30), datetime.datetime(2026, 6, 5, 7, 30), datetime.timedelta(hours=30)]
)
def test_a_cell_that_is_no_text_is_a_fault(value: Any) -> None:
    assert told_of_sheet(workbook((1, "a", "b", "c", value))) == ["hoat-dong.xlsx!Phụ lục!E2 VT-051"]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"])
def test_an_error_value_is_a_fault(error: str) -> None:
    def edit(sheet: Any) -> None:
        sheet["C3"] = error
        sheet["C3"].data_type = "e"

    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook(ROW, (2, "b", "c", "d", "e"), edit=edit))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!C3 VT-050"
    assert error in fault.message


def test_a_formula_without_a_value_is_a_fault_and_not_an_empty_cell() -> None:
    assert told_of_sheet(workbook((1, "=A1", "b", "c", "d"))) == ["hoat-dong.xlsx!Phụ lục!B2 VT-052"]


def test_a_first_of_the_month_may_have_been_a_month() -> None:
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook((1, "a", "b", "c", datetime.date(2026, 6, 1))))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!E2 VT-057?"
    assert "6/2026" in fault.message


def test_a_fraction_may_show_otherwise_in_excel() -> None:
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook((1, "a", "b", 0.67, "d")))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!D2 VT-057?"
    assert "“0,67”" in fault.message


def number_format(cell: str, code: str, odd: str = "") -> Any:
    def edit(sheet: Any) -> None:
        sheet[cell].number_format = code
        if odd:  # a formula sends the scan through its exact way
            sheet["H1"] = odd

    return edit


@pytest.mark.parametrize("odd", ["", "=1"])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        (5, "0000"),
        (15000, "#,##0"),
        (15000, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'),
        (1, "0%"),
        (5, "0.00"),
        (5, '0" thôn"'),
        (-5, "0;(0)"),
        (0, "#"),
        (0, '0;-0;"không"'),
    ],
)
def test_a_whole_number_that_excel_shows_otherwise_is_doubted(value: int, code: str, odd: str) -> None:
    data = workbook((1, "a", "b", value, "d"), edit=number_format("D2", code, odd))
    faults = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
    (fault,) = (fault for fault in faults if fault.code == "VT-057")
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!D2 VT-057?"
    assert f"“{value}”" in fault.message


@pytest.mark.parametrize(
    ("value", "code"),
    [(2026, "0000"), (999, "#,##0"), (0, "#,##0"), (5, "0"), (-5, "0;-0"), (5, "[Red]0_)"), (5, "@"), (5, "General")],
)
def test_a_whole_number_that_excel_shows_as_it_is_is_not_doubted(value: int, code: str) -> None:
    assert told_of_sheet(workbook((1, "a", "b", value, "d"), edit=number_format("D2", code))) == []


def test_a_text_is_shown_as_it_is_whatever_the_number_format() -> None:
    assert told_of_sheet(workbook((1, "a", "b", "c", "d"), edit=number_format("D2", "0000"))) == []


@pytest.mark.parametrize("value", [1e20, -1e20])
def test_a_number_beyond_the_whole_ones_is_a_fault(value: float) -> None:
    assert told_of_sheet(workbook((1, "a", "b", value, "d"))) == ["hoat-dong.xlsx!Phụ lục!D2 VT-051"]


@pytest.mark.parametrize("odd", ["", "=1"])
def test_hidden_rows_are_printed_with_one_warning(odd: str) -> None:
    def edit(sheet: Any) -> None:
        for row in (3, 4, 9):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["J"].hidden = True
        if odd:
            sheet["H9"] = odd

    data = workbook(*((number, "a", "b", "c", "d") for number in range(1, 5)), edit=edit)
    faults = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
    (fault,) = (fault for fault in faults if fault.code == "VT-059")
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!A3 VT-059?"
    assert "2 hàng" in fault.message
    if not odd:
        assert len(bang(hoat_dong_xlsx=data).hang) == 4


def test_a_control_character_in_a_cell_is_a_fault() -> None:
    assert told_of_sheet(workbook((1, "a_x000B_b", "b", "c", "d"))) == ["hoat-dong.xlsx!Phụ lục!B2 VT-002"]


def test_a_row_without_content_is_a_fault() -> None:
    assert told_of_sheet(workbook(ROW, (2, None, "b", None, None))) == ["hoat-dong.xlsx!Phụ lục!B3 VT-048"]


def test_a_table_without_rows_is_a_fault() -> None:
    assert told_of_sheet(workbook()) == ["hoat-dong.xlsx!Phụ lục!A1 VT-047"]


def test_gaps_in_the_numbers_are_warnings_and_groups_may_begin_anew() -> None:
    numbers = [1, 2, 4, "5.", "I", 1, None, 2]
    data = workbook(*((number, "a", "b", "c", "d") for number in numbers))
    assert told_of_sheet(data) == ["hoat-dong.xlsx!Phụ lục!A4 VT-054?", "hoat-dong.xlsx!Phụ lục!A8 VT-054?"]
    assert [row[0] for row in bang(hoat_dong_xlsx=data).hang] == ["1", "2", "4", "5.", "I", "1", "", "2"]


def test_many_faults_of_cells_are_counted() -> None:
    faults = diagnostics(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook(*[(None, "a", True)] * 120))
    assert len(faults) == 50
    assert "70 chỗ nữa" in faults[-1].message


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


# --- CSV -------------------------------------------------------------------------------------------

CSV = "STT;Nội dung;Chủ trì;Phối hợp;Thời gian\n1;a, b;c;d;e\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_whatever_stands_between_cells(delimiter: str, ending: str, encoding: str) -> None:
    text = CSV.replace("a, b", '"a, b"' if delimiter == "," else "a, b").replace(";", delimiter)
    assert csv(text.replace("\n", ending), encoding).hang == (("1", "a, b", "c", "d", "e"),)


def test_the_separator_line_of_excel_is_read() -> None:
    assert csv("sep=,\n" + CSV.replace("a, b", '"a, b"').replace(";", ",")).hang == (("1", "a, b", "c", "d", "e"),)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\r\n"])
def test_csv_ends_with_or_without_a_line_end(end: str) -> None:
    assert csv(CSV.rstrip("\n") + end).hang == csv(CSV).hang
    assert csv(CSV.rstrip("\n") + '\n2;"x\ny";c;d;"e\nf"' + end).hang[1] == ("2", "x\ny", "c", "d", "e\nf")


def test_equal_texts_of_a_table_are_kept_once() -> None:
    rows = list(share_texts(row.split(";") for row in ("1;Các thôn", "1;Các thôn")))
    assert rows == [["1", "Các thôn"]] * 2
    assert rows[0][1] is rows[1][1]


def test_only_texts_are_made_one() -> None:
    cells: list[list[Cell]] = [[1.0, True, "1"], [True, 1.0, "1"]]
    assert [[type(cell) for cell in row] for row in share_texts(cells)] == [[float, bool, str], [bool, float, str]]


def test_a_cell_of_csv_may_hold_line_breaks_and_places_go_on_rightly() -> None:
    text = CSV + '2;"x\ny";c;d;e\n3;;c;d;e\n'
    assert told_of_csv(text) == ["hoat-dong.csv:5:2 VT-048"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CSV + "2;x;y;z;t;thừa\n", "3:6 VT-056"),
        (CSV + "2;x;y;z;46178\n", "3:5 VT-049"),
        (CSV + '2;"x;y;z;t\n', "3:1 VT-055"),
        (CSV + '2;"x"y;z;t\n', "3:1 VT-055"),
        (CSV + "2;x\x0by;z;t;u\n", "3:4 VT-002"),
        (CSV + "3;x;y;z;t\n", "3:1 VT-054?"),
        (CSV.split("\n", maxsplit=1)[0], "1 VT-047"),
    ],
)
def test_a_fault_of_csv_is_told_at_its_line_and_field(text: str, place: str) -> None:
    assert told_of_csv(text) == [f"hoat-dong.csv:{place}"]


def test_csv_in_another_encoding_is_told_with_the_way_to_save() -> None:
    fault = only(with_table("hoat-dong.csv"), hoat_dong_csv=CSV.encode().replace(b"a, b", b"\xe1"))
    assert short(fault) == "hoat-dong.csv:2:3 VT-001"
    assert fault.hint is not None
    assert "CSV UTF-8" in fault.hint


def test_csv_beyond_the_bounds_is_a_fault() -> None:
    assert told_of_csv(CSV + ";" * 100 + "\n") == ["hoat-dong.csv:3:1 VT-042"]
    assert told_of_csv(CSV + "1;" + "a" * 200_000) == ["hoat-dong.csv:3:1 VT-055"]


# --- rows in the plan, other files -----------------------------------------------------------------


def test_rows_may_stand_in_the_plan() -> None:
    table = bang("{hang: [{noi_dung: a, chu_tri: b, thoi_gian: 7:30}, [c, d, e, ''], ['2', f, g, h, i]]}")
    assert table == Bang(COLUMNS, (("", "a", "b", "", "7:30"), ("", "c", "d", "e", ""), ("2", "f", "g", "h", "i")))


def test_rows_in_the_plan_are_numbered_and_may_have_own_headings() -> None:
    table = bang("{cot: {noi_dung: Việc, thoi_gian: Hạn}, hang: [[a, Quý I], [b, Quý II]]}")
    assert [cot.ten for cot in table.cot] == ["STT", "Việc", "Hạn"]
    assert table.hang == (("1", "a", "Quý I"), ("2", "b", "Quý II"))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("{}", "12:11 VT-022"),
        ("{tep: a.csv, hang: [[a]]}", "12:11 VT-022"),
        ("{hang: [[a, b, c, d]], dong_dau: 1}", "12:44 VT-022"),
        ("{hang: []}", "12:18 VT-020"),
        ("{hang: [[a]]}", "12:19 VT-020"),
        ("{hang: [{noi_dung: '', chu_tri: a}]}", "12:19 VT-048"),
        ("{hang: [{chu_tri: a}]}", "12:19 VT-048"),
        ("{hang: [a]}", "12:19 VT-013"),
        ("[a]", "12:12 VT-030"),
        ("hoat-dong.xls", "12:11 VT-030"),
    ],
)
def test_a_fault_of_a_table_in_the_plan_is_told_at_its_place(what: str, expected: str) -> None:
    assert f"ke-hoach.yaml:{expected}" in told(with_table(what))


@pytest.mark.parametrize("suffix", ["xls", "xlsb", "ods", "doc", "docx", "pdf", "png"])
def test_other_kinds_of_files_are_refused_with_the_way_to_convert(suffix: str) -> None:
    fault = only(with_table(f"hoat-dong.{suffix}"), **{f"hoat_dong_{suffix}": b"x"})
    assert short(fault) == "ke-hoach.yaml:12:11 VT-033"
    assert fault.hint is not None
    assert ".xlsx" in fault.hint


def test_an_appendix_keeps_its_own_words() -> None:
    words = "    tieu_de: Các hoạt động\n    nhan: PHỤ LỤC\n    kem_theo: (Kèm theo Kế hoạch)\n"
    appendix = load(with_table("hoat-dong.csv") + words, hoat_dong_csv=CSV.encode()).phu_luc[0]
    assert (appendix.tieu_de, appendix.nhan, appendix.kem_theo) == ("Các hoạt động", "PHỤ LỤC", "(Kèm theo Kế hoạch)")


def test_a_plan_without_appendix_opens_no_table() -> None:
    assert load(PLAN).phu_luc == ()


def test_text_above_the_heading_row_is_said_not_to_be_printed() -> None:
    data = f"PHỤ LỤC;;;;\n(Kèm theo KH);;;;\n{chr(59).join(HEADINGS)}\n1;a;b;c;d\n"
    fault = only(with_table("hoat-dong.csv"), hoat_dong_csv=data.encode())
    assert short(fault) == "hoat-dong.csv:1 VT-058?"
    assert "PHỤ LỤC (Kèm theo KH)" in fault.message


def test_a_forgotten_blank_in_the_signers_capacity_is_put_in() -> None:
    assert load(PLAN, OFFICE.replace("KT. CHỦ", "KT.CHỦ")).nguoi_ky.quyen_han == ("KT. CHỦ TỊCH",)


def test_invisible_characters_of_a_sheet_are_doubted_at_their_cell() -> None:
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook((1, "Phát\u200b tờ rơi", "a", "b", "c")))
    assert short(fault) == "hoat-dong.xlsx!Phụ lục!B2 VT-060?"


def test_a_lone_row_without_content_is_told_once() -> None:
    data = f"{';'.join(HEADINGS)}\n1;;b;c;d\n".encode()
    assert told(with_table("hoat-dong.csv"), hoat_dong_csv=data) == ["hoat-dong.csv:2:2 VT-048"]
