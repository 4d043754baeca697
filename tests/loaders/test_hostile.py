"""Workbooks that are damaged, locked, or made to harm: a clear fault, at once, and never the end of the process."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bounded import ends
from tests.loaders.inputs import OFFICE, PLAN, ROW, diagnostics, load, only, short, told_of_sheet, with_table, workbook
from vtdocs.errors import LoadError
from vtdocs.loaders.tables import sheet_scan
from vtdocs.loaders.tables import workbook as bounds
from vtdocs.loaders.tables.sheet_scan import scan_sheet

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(ROW)


def repack(change: Callable[[dict[str, bytes]], object], data: bytes = GOOD) -> bytes:
    """Change the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def with_cells(xml: str) -> bytes:
    """Put further rows behind those of the good sheet."""
    return repack(
        lambda parts: parts.update({SHEET: parts[SHEET].replace(b"</sheetData>", xml.encode() + b"</sheetData>")})
    )


def scanned(xml: str) -> tuple[int, int]:
    found = scan_sheet(f"<worksheet><sheetData>{xml}</sheetData></worksheet>".encode(), 60_000, 64, b"")
    return found.rows, found.columns


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="4294967295"><c><v>1</v></c></row><row><c><v>1</v></c></row>',
        '<row r="9"><c r="A99999999999999999999"><v>1</v></c></row>',
        '<row r="9"><c r="ZZZZZZZZZZZZZZ9"><v>1</v></c></row>',
        '<row r="9"><c r="xfd9"><v>1</v></c></row>',
        '<row r="9">' + "<c><v>1</v></c>" * 70 + "</row>",
        "<row><c><v>1</v></c></row>" * 60_001,
        '<row r="9"><c s=">" r="XFD9"><v>1</v></c></row>',
        '<row r="9"><c\n r = "XFD9"><v>1</v></c></row>',
        '<row r="9"><c r="A9"><is><t><![CDATA[<c "]]></t></is></c><c r="XFD9"><v>1</v></c></row>',
        '<!-- <c r="A1"> --><row r="9"><c r="XFD9"><v>1</v></c></row>',
        '<row r="9"><c r="&#88;FD9"><v>1</v></c></row>',
        '<row r="50000"><c r="A50000"><v>1</v></c><c r="BL50000"><v>1</v></c></row>',
    ],
)
def test_a_lone_far_cell_is_refused_before_memory_is_asked_for(xml: str) -> None:
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=with_cells(xml))
    assert short(fault) == "hoat-dong.xlsx VT-042"


def test_a_false_dimension_and_blank_cells_far_out_do_no_harm() -> None:
    xml = '<row r="9"><c r="XFD9" s="0"/><c r="XFD9" s="0"></c></row><row r="1048576" ht="15"></row>'
    data = repack(
        lambda parts: parts.update({SHEET: parts[SHEET].replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')}),
        with_cells(xml),
    )
    assert told_of_sheet(data) == []


@pytest.mark.parametrize(
    ("xml", "reach"),
    [
        ("", (0, 0)),
        ('<row r="2"><c r="C2"><v>1</v></c></row>', (2, 3)),
        ('<row r="2" spans="1:5" ht="15.5"><c r="AA2" s="1" t="s"><v>1</v></c></row>', (2, 27)),
        ("<row><c><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>", (2, 2)),
        ('<x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c></x:row>'.replace("x:", ""), (3, 2)),
        ('<row r="5"><c r="A7"><v>1</v></c></row>', (7, 1)),
    ],
)
def test_how_far_a_sheet_reaches(xml: str, reach: tuple[int, int]) -> None:
    assert scanned(xml) == reach


def test_the_quick_look_and_the_exact_one_agree() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(ROW, (2, "a", "b", "c", "d")))) as package:
        data = package.read(SHEET)
    quick = scan_sheet(data, 60_000, 64, b"")
    exact = scan_sheet(data.replace(b"<sheetData>", b"<sheetData><!-- -->"), 60_000, 64, b"")
    assert (quick.rows, quick.columns) == (exact.rows, exact.columns) == (3, 5)


def test_a_sheet_that_is_looked_through_piece_by_piece_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row % 3}</v></c><c r="C{row}"><v>7</v></c></row>'
        for row in range(1, 60)
    )
    data = f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()
    shared = b"<si>a</si><si>bb</si><si>ccc</si>"
    whole = scan_sheet(data, 60_000, 64, shared)
    assert (whole.rows, whole.columns, whole.textless) == (59, 3, "")
    monkeypatch.setattr(sheet_scan, "_CHUNK", 300)
    assert scan_sheet(data, 60_000, 64, shared) == whole
    assert scan_sheet(data.replace(b"<sheetData>", b"<sheetData><!-- -->"), 60_000, 64, shared) == whole


def test_texts_that_are_not_there_are_found_in_a_later_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_scan, "_CHUNK", 300)
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{row % 2}</v></c></row>' for row in range(1, 60))
    data = f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()
    assert scan_sheet(data, 60_000, 64, b"<si>a</si><si>b</si>").textless == ""
    assert scan_sheet(data, 60_000, 64, b"<si>a</si>").textless == "A1"


def test_a_part_that_is_packed_too_well_is_refused() -> None:
    data = repack(lambda parts: parts.update({SHEET: parts[SHEET] + b" " * 8_000_000}))
    assert told_of_sheet(data) == ["hoat-dong.xlsx VT-042"]


def test_a_part_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_PART_BYTES", 1000)
    assert told_of_sheet(GOOD) == ["hoat-dong.xlsx VT-042"]


def test_too_many_parts_are_refused() -> None:
    data = repack(lambda parts: parts.update({f"x/{n}": b"" for n in range(bounds.MAX_MEMBERS)}))
    assert told_of_sheet(data) == ["hoat-dong.xlsx VT-042"]


def test_pictures_are_not_even_unpacked() -> None:
    assert told_of_sheet(repack(lambda parts: parts.update({"xl/media/image1.bmp": b"\x00" * 70_000_000}))) == []


def test_a_false_length_in_the_directory_is_found_out() -> None:
    data = bytearray(repack(lambda parts: parts.update({SHEET: parts[SHEET] + b" " * 900_000})))
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(SHEET.encode()))
    data[directory + 24 : directory + 28] = (2000).to_bytes(4, "little")
    assert told_of_sheet(bytes(data)) == ["hoat-dong.xlsx VT-040"]


def test_one_long_shared_text_in_every_cell_is_refused() -> None:
    def change(parts: dict[str, bytes]) -> None:
        text = "x" * 30_000
        cells = "".join(f'<row r="{n}"><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(3, 5000))
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", cells.encode() + b"</sheetData>")
        parts["xl/sharedStrings.xml"] = f"<sst><si><t>{text}</t></si></sst>".encode()
        relation = '<Relationship Id="s1" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        rels = "xl/_rels/workbook.xml.rels"
        parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())

    assert told_of_sheet(repack(change)) == ["hoat-dong.xlsx VT-042"]


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_a_part_with_entities_is_refused(name: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert told_of_sheet(repack(lambda parts: parts.update({name: bomb}))) == ["hoat-dong.xlsx VT-040"]


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_that_is_missing_or_torn_is_told(name: str) -> None:
    for data in (repack(lambda parts: parts.pop(name)), repack(lambda parts: parts.update({name: parts[name][:-30]}))):
        assert told_of_sheet(data) == ["hoat-dong.xlsx VT-040"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B3" t="s"><v>99999</v></c>',
        '<c r="B3" t="zz"><v>1</v></c>',
        '<c r="B3" t="b"><v>2</v></c>',
        '<c r="B0"><v>1</v></c>',
        '<c r="$B$3"><v>1</v></c>',
        '<c r="B3" r="C3"><v>1</v></c>',
    ],
)
def test_a_cell_that_cannot_be_is_told(cell: str) -> None:
    assert told_of_sheet(with_cells(f'<row r="3">{cell}</row>')) == ["hoat-dong.xlsx VT-040"]


@pytest.mark.parametrize("value", ["1e400", "NaN", "1e300"])
def test_a_number_that_is_none_is_told(value: str) -> None:
    cells = f'<row r="3"><c r="B3" t="str"><v>a</v></c><c r="C3"><v>{value}</v></c></row>'
    assert "hoat-dong.xlsx!Phụ lục!C3 VT-051" in told_of_sheet(with_cells(cells))


def test_a_locked_workbook_is_told_with_the_way_to_unlock_it() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    fault = only(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=data)
    assert short(fault) == "hoat-dong.xlsx VT-041"
    assert fault.hint is not None
    assert "mật khẩu" in fault.hint


def test_an_old_workbook_under_a_new_name_is_told() -> None:
    assert told_of_sheet(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == ["hoat-dong.xlsx VT-033"]


def test_a_sheet_that_points_out_of_the_file_is_told() -> None:
    rels = "xl/_rels/workbook.xml.rels"
    data = repack(lambda parts: parts.update({rels: parts[rels].replace(b"/xl/worksheets/", b"../../../etc/")}))
    assert told_of_sheet(data) == ["hoat-dong.xlsx VT-040"]


def test_another_sheet_that_is_too_large_does_not_spoil_the_one_that_is_wanted() -> None:
    def edit(sheet: object) -> None:
        other = sheet.parent.create_sheet("Khác", 0)  # type: ignore[attr-defined]
        other["XFD1048576"] = 1

    assert told_of_sheet(workbook(ROW, edit=edit)) == []


# --- fuzz: nothing but LoadError, and soon ---------------------------------------------------------


def spoilt(plan: str | bytes, **files: bytes) -> None:
    with ends():
        try:
            load(plan, **files)
        except LoadError as error:
            told = error.diagnostics
        else:
            told = ()
        assert all(fault.message and fault.location for fault in told)


@given(st.text())
def test_any_text_gives_only_load_errors(text: str) -> None:
    spoilt(text)


@given(st.binary())
def test_any_bytes_give_only_load_errors(data: bytes) -> None:
    spoilt(data)


RICH = (
    PLAN.replace("so:", "so: 5\ncan_cu: [a, 'b']\nmo_dau: |\n  x: y\nluu: {don_vi_soan_thao: VHXH, so_ban:}")
    + "phu_luc:\n  - {tieu_de: A, bang: {hang: [{noi_dung: a}, [b, c, d, e]]}}\n"
    + "nguoi_ky:\n  quyen_han: [KT. CHỦ TỊCH]\n  chuc_vu: PCT\n  ho_ten: A\n"
)
PIECES = st.sampled_from(
    [*"\t\n\r\x00\x0b\u2028\ufeff\"'{}[],#%@`\\ ế", "e\u0301", ": ", "- ", "|\n", "> ", "&a ", "*a", "!x ", "\n\n",
     "? ", "---\n", "...\n", "\\x07", "  ", "<<: ", "null"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.tuples(st.integers(0, len(RICH)), st.integers(0, 12), PIECES), min_size=1, max_size=6))
def test_a_plan_spoilt_anywhere_gives_only_load_errors(changes: list[tuple[int, int, str]]) -> None:
    text = RICH
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    spoilt(text)


@settings(max_examples=200)
@given(st.permutations(RICH.split("\n")))
def test_lines_in_any_order_give_only_load_errors(lines: list[str]) -> None:
    spoilt("\n".join(lines))


@given(st.text(alphabet='",;\t\n\rSTNội dung=#é\x00', max_size=200))
def test_any_csv_gives_only_load_errors(text: str) -> None:
    spoilt(with_table("hoat-dong.csv"), hoat_dong_csv=text.encode())


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_spoilt_anywhere_gives_only_load_errors(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    spoilt(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=bytes(data))


ODD_BYTES = [b"9", b"<", b">", b'"', b"</c>", b"<c>", b"", b"&", b"\xff"]


@settings(max_examples=300)
@given(
    st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]),
    st.randoms(use_true_random=False),
)
def test_a_part_spoilt_anywhere_gives_only_load_errors(name: str, chance: random.Random) -> None:
    def change(parts: dict[str, bytes]) -> None:
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            data[place : place + chance.randint(0, 9)] = chance.choice(
                [b"9", b"<", b">", b'"', b"</c>", b"<c>", b"", b"&", b"\xff"]
            )
        parts[name] = bytes(data)

    spoilt(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=repack(change))


@given(st.integers(0, len(GOOD)))
def test_a_workbook_that_was_cut_off_gives_only_load_errors(length: int) -> None:
    spoilt(with_table("hoat-dong.xlsx"), hoat_dong_xlsx=GOOD[:length])


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "a: " * 100_000,
        "? " * 50_000,
        "a: b\n" * 100_000,
        "a: b: c\n" * 20_000,
        "\ta\n" * 50_000,
        "\x01" * 1_000_000,
        '"' + "\\" * 100_000,
        "x" * 2_000_000,
        "a: {b:, " + "c:, " * 50_000,
        PLAN + "".join(f"x{n}: 1\n" for n in range(50_000)),
        PLAN + "y: [" + "a, " * 150_000 + "]",
        PLAN.replace("  1. Mục đích\n", "  1. Mục đích\n" * 20_000),
        PLAN.replace("Sở Nội vụ", "e\u0301" * 300_000),
        "%" * 100_000,
        "&a " * 30_000,
        "\n" * 500_000 + "a: b: c",
        PLAN + "a" + " " * 300_000 + "b:c: d\n",
    ],
    ids=range(20),
)
def test_long_and_odd_texts_are_done_with_soon(text: str) -> None:
    spoilt(text)


def test_faults_have_codes_of_the_table() -> None:
    from vtdocs.loaders.codes import EXPLANATIONS, Code

    assert set(EXPLANATIONS) == set(Code)
    assert all(type(fault.code) is str for fault in diagnostics(PLAN.replace("so:", "so: x"), OFFICE))
