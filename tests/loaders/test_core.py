"""What a hostile reader found: rows with odd keys, bounds, echoes, where reading stops, characters nobody sees."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.bounded import ends
from tests.loaders.inputs import HEADINGS, OFFICE, PLAN, ROW, diagnostics, load, only, short, told, with_table, workbook
from vtdocs.diagnostics import Location
from vtdocs.loaders import KINDS
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, cut, listed
from vtdocs.loaders.shapes import Field, ListOf, OneOf, Record, Shape
from vtdocs.loaders.structure import _snippet
from vtdocs.model import Cot

ROOT = Path(__file__).parents[2]


def rows(what: str, columns: str = "{noi_dung: Việc, chu_tri: Ai}") -> str:
    return with_table(f"{{cot: {columns}, hang: [{what}]}}")


# --- rows in the plan itself -----------------------------------------------------------------------


def test_a_key_of_a_row_that_is_no_column_is_told_at_the_key() -> None:
    plan = rows("{noi_dung: a, thoi_gian: MẤT}, {noi_dung: b, phoi_hop: x, thoi_gian: y}")
    faults = diagnostics(plan)
    assert [fault.code for fault in faults] == ["VT-022"] * 3
    line = plan.splitlines()[-1]
    assert faults[0].location is not None
    assert faults[0].location.column == line.index("thoi_gian") + 1
    assert "hàng 1 ghi khóa thoi_gian" in faults[0].message
    assert faults[0].hint is not None
    assert "noi_dung, chu_tri" in faults[0].hint


def test_a_blank_key_of_a_row_that_is_no_column_loses_nothing() -> None:
    assert told(rows("{noi_dung: a, thoi_gian: }")) == []


def test_a_number_of_a_row_is_kept_as_typed() -> None:
    bang = load(rows("{stt: 7, noi_dung: a}, {stt: IX, noi_dung: b}")).phu_luc[0].bang[0]
    assert [cot.ten for cot in bang.cot] == ["STT", "Việc", "Ai"]
    assert bang.hang == (("7", "a", ""), ("IX", "b", ""))


def test_rows_without_numbers_are_numbered() -> None:
    assert load(rows("{noi_dung: a}, [b, c]")).phu_luc[0].bang[0].hang == (("1", "a", ""), ("2", "b", "c"))


def test_a_row_without_its_number_among_numbered_ones_is_doubted() -> None:
    assert [short(fault).split()[1] for fault in diagnostics(rows("{stt: 1, noi_dung: a}, {noi_dung: b}"))] == [
        "VT-054?"
    ]


def test_an_only_row_without_content_is_one_fault() -> None:
    assert [fault.code for fault in diagnostics(rows("{chu_tri: a}", "{chu_tri: Ai}"))] == ["VT-048"]
    assert [fault.code for fault in diagnostics(rows("{noi_dung: '', chu_tri: a}"))] == ["VT-048"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [(2026, "2026"), (2.5, "2,5"), (datetime.date(2026, 1, 5), "05/01/2026"), (True, "True")],
)
def test_a_heading_that_is_no_text_is_a_heading_as_it_reads(heading: object, words: str) -> None:
    plan = load(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=workbook((*ROW, "x"), head=(*HEADINGS, heading)))
    assert plan.phu_luc[0].bang[0].cot[5] == Cot(None, words)
    assert plan.phu_luc[0].bang[0].hang[0][5] == "x"


def test_words_below_a_heading_of_blanks_are_not_lost_without_a_word() -> None:
    data = workbook((*ROW, "mất"), head=(*HEADINGS, "  "))
    assert told(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data) == ["hoat-dong.xlsx!Phụ lục!F2 VT-056?"]


# --- bounds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "place", "bound"),
    [
        ("Tuyên truyền năm 2026", "a " * 1001 + "b", "5:12 VT-061", "2.000"),
        ("Sở Nội vụ", "a" * 2001, "10:5 VT-061", "2.000"),
        ("1. Mục đích", "1. " + "a" * 20_000, "8:3 VT-061", "20.000"),
        ("so:", "mo_dau: |\n  a\n  " + "b" * 20_001 + "\nso:", "5:3 VT-061", "20.000"),
        ("  - Sở Nội vụ\n", "  - a\n" * 2001, "2010:5 VT-020", "2.000"),
    ],
)
def test_a_text_or_a_list_beyond_its_bound_is_told_with_the_bound(old: str, new: str, place: str, bound: str) -> None:
    fault = only(PLAN.replace(old, new, 1))
    assert short(fault) == f"ke-hoach.yaml:{place}"
    assert f"nhiều nhất là {bound}" in fault.message
    assert fault.hint


def test_what_reaches_the_bound_is_read() -> None:
    assert len(load(PLAN.replace("Sở Nội vụ", "a" * 2000)).noi_nhan[0].noi[0]) == 2000


def test_three_megabytes_of_title_are_done_with_at_once() -> None:
    with ends():
        assert told(PLAN.replace("Tuyên truyền năm 2026", "chữ " * 500_000)) == ["ke-hoach.yaml:5:12 VT-061"]


@pytest.mark.parametrize(
    "plan",
    [
        PLAN + f"nguoi_ky: {'x' * 1900}\n",
        with_table("x" * 1900 + ".xlsx"),
        with_table("x" * 1_000_000 + ".xlsx"),
        PLAN + f"nguoi_ky: {'x' * 1_000_000}\n",
        PLAN + f"luu: {{don_vi_soan_thao: {'x' * 1500}}}\n",
        PLAN + f"{'x' * 100_000}: a: b\n",
        PLAN.replace("so:", f"{'x' * 5000}\n  y: z\nso:"),
    ],
    ids=range(7),
)
def test_a_message_repeats_only_a_little_of_what_was_typed(plan: str) -> None:
    faults = diagnostics(plan)
    assert faults
    assert all("x" * 81 not in fault.message and len(fault.hint or "") <= 2000 for fault in faults)


def test_a_closing_quote_in_what_was_typed_does_not_let_the_rest_through() -> None:
    faults = Faults()
    faults.error(Code.EMPTY, f"“{'a”' * 5000}”", Location("a", 1), "b" * 5000)
    (fault,) = faults.told()
    assert len(fault.message) <= 2000
    assert len(fault.hint or "") <= 2000


def test_cutting() -> None:
    assert cut("a" * 80) == "a" * 80
    assert cut("a" * 81) == "a" * 79 + "…"
    assert listed(["b" * 100]) == f"“{'b' * 79}…”"


# --- where reading stops ---------------------------------------------------------------------------


def test_where_mending_ends_the_reader_is_told_to_come_back() -> None:
    faults = diagnostics(PLAN.replace("so:", "".join(f"k{n}: a: b\n" for n in range(40)) + "so:"))
    assert [fault.code for fault in faults] == ["VT-004"] * 30 + ["VT-062"]
    assert "mới đọc đến dòng 32" in faults[-1].message
    assert faults[-1].hint is not None
    assert "chạy lại" in faults[-1].hint


def test_as_many_faults_as_can_be_mended_do_not_stop_the_reading() -> None:
    faults = diagnostics(PLAN.replace("so:", "".join(f"k{n}: a: b\n" for n in range(29)) + "so:"))
    assert {fault.code for fault in faults} == {"VT-004", "VT-009"}


# --- quotes, brackets, ends of documents, comments ---------------------------------------------------

COMMENTED = """\
phien_ban: 1
loai: ke_hoach
so:
ngay_ban_hanh:
  nam: 2026
# Một câu.
trich_yeu: Tuyên truyền năm 2026
# Nội dung:
# "1. Nhãn: lời văn" in đậm phần nhãn. Dòng trống không có ý nghĩa.
noi_dung: |
  I. MỤC ĐÍCH
# Lời kết; vtdocs tự thêm "./." ở cuối.
noi_nhan:
  - Sở Nội vụ
"""


@pytest.mark.parametrize("quote", ['"', "'"])
def test_an_open_quote_is_told_once_where_it_opens(quote: str) -> None:
    plan = COMMENTED.replace("trich_yeu: ", f"trich_yeu: {quote}").replace('"', quote)
    assert told(plan) == ["ke-hoach.yaml:7:12 VT-003"]
    assert "không đóng" in diagnostics(plan)[0].message


def test_an_open_quote_that_the_next_value_closes_is_told_where_it_opens() -> None:
    plan = PLAN.replace("trich_yeu: ", 'trich_yeu: "').replace("- Sở Nội vụ", '- "Sở Nội vụ"')
    assert told(plan) == ["ke-hoach.yaml:5:12 VT-003"]


def test_quotes_inside_a_block_open_nothing() -> None:
    plan = PLAN.replace("  1. Mục đích", '  Nhãn: "chữ\n  - x').replace("- Sở Nội vụ", '- "Sở Nội vụ" (B/c)')
    assert told(plan) == ["ke-hoach.yaml:11:17 VT-003"]


@pytest.mark.parametrize("end", ["...\n", "...\n\n# ghi chú\n", "... \n"])
def test_an_end_of_document_is_told_at_its_own_line(end: str) -> None:
    fault = only(PLAN.replace("trich_yeu", f"{end}trich_yeu"))
    assert short(fault) == "ke-hoach.yaml:5:1 VT-007"
    assert fault.hint == "xóa dòng này"


@pytest.mark.parametrize(
    ("old", "new", "place", "bracket"),
    [
        ("2026}", "2026", "4:16", "{"),
        ("  - Sở Nội vụ\n", "  - Sở Nội vụ\nluu: {so_ban: 1\n", "11:6", "{"),
        ("so:", "can_cu: [a, b\nso:", "3:9", "["),
        ("so:", "luu: {don_vi_soan_thao: [VHXH}\nso:", "3:25", "["),
        ("so:", "phu_luc:\n  - {bang: a.csv\n  - {bang: b.csv}\nso:", "4:5", "{"),
    ],
)
def test_an_open_bracket_is_told_where_it_opens(old: str, new: str, place: str, bracket: str) -> None:
    fault = only(PLAN.replace(old, new, 1))
    assert short(fault) == f"ke-hoach.yaml:{place} VT-003"
    assert f"ngoặc {bracket} mở ở đây nhưng không đóng" in fault.message


def test_a_comma_that_is_missing_is_told_where_it_is_missing() -> None:
    fault = only(PLAN.replace("so:", "luu: {\n  so_ban: 1\n  nguoi_soan_thao: a\n}\nso:"))
    assert short(fault) == "ke-hoach.yaml:5:18 VT-003"
    assert "dấu phẩy" in fault.message


def test_a_comment_that_ends_a_block_is_told_at_the_comment() -> None:
    plan = PLAN.replace("  1. Mục đích", "# một\n\n# hai\n  1. Mục: đích\n# ba\n  2. b")
    faults = diagnostics(plan)
    assert [short(fault) for fault in faults] == [f"ke-hoach.yaml:{line}:1 VT-006" for line in (8, 10, 12)]
    assert all("#" in fault.message and "noi_dung: |" in fault.message for fault in faults)


def test_a_comment_before_the_first_line_of_a_block_is_told_at_the_comment() -> None:
    assert told(PLAN.replace("  I. MỤC", "# một\n  I. MỤC")) == ["ke-hoach.yaml:7:1 VT-006"]


def test_a_comment_between_keys_is_none_of_these() -> None:
    assert told(PLAN.replace("noi_nhan", "# ghi chú\nnoi_nhan")) == []


# --- advice ----------------------------------------------------------------------------------------


def fields(shape: Shape) -> list[Field]:
    match shape:
        case Record():
            return [*shape.fields, *(inner for field in shape.fields for inner in fields(field.shape))]
        case ListOf():
            return fields(shape.item)
        case OneOf():
            return [field for part in (shape.mapping, shape.sequence) if part is not None for field in fields(part)]
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_to_be_added_is_yaml_as_it_stands(kind: str) -> None:
    for field in fields(KINDS[kind]):
        if field.required:
            snippet = _snippet(field).split("”")[0].removeprefix("“")
            assert list(yaml.safe_load(snippet)) == [field.key], snippet


def test_the_advice_for_a_missing_list_can_be_pasted() -> None:
    fault = only(PLAN.replace("noi_nhan:\n  - Sở Nội vụ\n", ""))
    assert fault.hint is not None
    assert load(PLAN.split("noi_nhan")[0] + fault.hint.split("“")[1].split("”")[0]).noi_nhan[0].noi == ("Các thôn",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (workbook(ROW), "tệp Excel"),
        (b"PK\x03\x04....word/document.xml", "tệp Word"),
        (b"PK\x03\x04\x00\x00", "tệp nén"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "đời cũ"),
        (b"%PDF-1.7\n", "tệp PDF"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, words: str) -> None:
    fault = only(data)
    assert fault.code == "VT-001"
    assert words in fault.message
    assert fault.hint is not None
    assert "Notepad" not in fault.hint
    assert words in only(with_table("hoat-dong.csv"), hoat_dong_csv=data).message


def test_an_office_file_that_is_too_large_gets_fitting_advice() -> None:
    fault = only(PLAN, OFFICE + "#" * 5_000_000)
    assert fault.code == "VT-008"
    assert fault.hint is not None
    assert "hình ảnh" not in fault.hint


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("-1", "VT-015", "-1 nằm ngoài khoảng 1 - 999999"),
        ("+5", "VT-015", "+5 nằm ngoài khoảng"),
        ("99999999999", "VT-015", "99999999999 nằm ngoài khoảng 1 - 999999"),
        ("9" * 10_000, "VT-015", "nằm ngoài khoảng"),
        ("{a: 1}", "VT-013", "cần một số, đang là nhóm khóa"),
        ("[1]", "VT-013", "cần một số, đang là danh sách"),
        ("năm", "VT-015", "“năm” không phải là số nguyên"),
        ("-", "VT-013", "cần một số"),
    ],
)
def test_what_is_no_number_of_a_document_is_told_as_what_it_is(value: str, code: str, words: str) -> None:
    fault = only(PLAN.replace("so:", f"so: {value}" if value != "-" else "so:\n  - 1"))
    assert fault.code == code
    assert words in fault.message
    assert len(fault.message) < 120


def test_leading_noughts_are_no_size() -> None:
    assert load(PLAN.replace("so:", "so: 000000000005")).so == 5


@pytest.mark.parametrize("day", ["32", "0", "-1", "99999"])
def test_every_part_of_a_date_that_cannot_be_is_told(day: str) -> None:
    faults = diagnostics(PLAN.replace("{ngay:, thang:, nam: 2026}", f"{{ngay: {day}, thang: 13, nam: 26}}"))
    assert [fault.code for fault in faults] == ["VT-012"] * 3
    assert [fault.message.split(": ")[1] for fault in faults] == [
        f"không có ngày {day}",
        "không có tháng 13",
        "năm 26 không dùng được",
    ]


# --- characters that nobody sees ---------------------------------------------------------------------


@pytest.mark.parametrize("character", "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069")
def test_a_character_that_nobody_sees_is_doubted_and_kept(character: str) -> None:
    plan = load(PLAN.replace("Tuyên truyền", f"Tuyên{character} truyền"))
    (fault,) = plan.diagnostics
    assert short(fault) == "ke-hoach.yaml:5:17 VT-060?"
    assert f"U+{ord(character):04X}" in fault.message
    assert "Tuyên" in fault.message
    assert fault.hint is not None
    assert "xóa" in fault.hint
    assert plan.trich_yeu == f"Tuyên{character} truyền năm 2026"


def test_each_kind_of_them_is_told_once_with_its_count() -> None:
    faults = diagnostics(PLAN.replace("Tuyên truyền", "T\u200bu\u200byên\u00ad truyền\u200b"))
    assert [short(fault) for fault in faults] == ["ke-hoach.yaml:5:13 VT-060?", "ke-hoach.yaml:5:19 VT-060?"]
    assert "cả tệp có 3 ký tự" in faults[0].message
    assert "cả tệp" not in faults[1].message


def test_a_byte_order_mark_amid_the_text_stays_a_fault() -> None:
    assert told(PLAN.replace("Tuyên truyền", "Tuyên\ufeff truyền")) == ["ke-hoach.yaml:5:17 VT-002"]


# --- make ------------------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
@pytest.mark.parametrize("code", [0, 1, 2])
def test_make_demo_fails_where_the_build_fails(tmp_path: Path, code: int) -> None:
    (tmp_path / "bin").mkdir()
    vtdocs = tmp_path / "bin" / "vtdocs"
    vtdocs.write_text(f"#!/bin/sh\nexit {code}\n")
    vtdocs.chmod(0o755)
    (tmp_path / ".runtime").touch()
    done = subprocess.run(
        ["make", "-C", str(ROOT), "demo", f"VENV={tmp_path}"], check=False, capture_output=True, timeout=60
    )
    assert (done.returncode != 0) == (code != 0)
