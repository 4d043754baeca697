from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.docx_xml import paragraph_texts
from tests.filling.papers import extents, paper, picture, runs
from tests.loaders.inputs import workbook
from vtdocs.errors import LoadError
from vtdocs.filling import Paragraphs, Picture, RichText, Subdocument, compile_form
from vtdocs.filling.data import Named, load_data, load_data_text
from vtdocs.units import Mm

PNG = picture()
FILES = {
    "dấu.png": PNG,
    "phan.docx": paper("một", "hai"),
    "hu.png": b"no",
    "ma.docm": b"no",
    "so.csv": b"STT,Ten\n1,A\n",
}


def values(text: str, **files: bytes) -> dict[str, object]:
    loaded = load_data_text(text, {**FILES, **files})
    assert loaded.diagnostics == ()
    return dict(loaded.values)


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(LoadError) as error:
        load_data_text(text, FILES)
    return [f"{fault.location} {fault.code}" for fault in error.value.diagnostics]


def printed(text: str, template: str = "{{ x }}") -> bytes:
    return compile_form(paper(template)).render(values(text))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("-7", -7),
        ("0", 0),
        ("-0", "-0"),
        ("012", "012"),
        ("+5", "+5"),
        ("1.50", "1.50"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("7:30", "7:30"),
        ("2026-03-05", "2026-03-05"),
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("yes", "yes"),
        ("no", "no"),
        ('"true"', "true"),
        ("'12'", "12"),
        ("", None),
        ("null", None),
        ("~", None),
        ('""', ""),
        ("'null'", "null"),
        ("|\n  một\n  hai\n", "một\nhai"),
        ("[1, {a: 05}]", [1, {"a": "05"}]),
        ("A & B < C “d” {{ x }}", "A & B < C “d” {{ x }}"),
    ],
)
def test_a_scalar_is_what_was_typed(typed: str, value: object) -> None:
    (found,) = values(f"x: {typed}").values()
    assert found == value
    assert type(found) is type(value)


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_a_whole_number_prints_as_it_was_typed(number: int) -> None:
    assert str(values(f"x: {number}")["x"]) == str(number)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text("abc đ&<'\"{}%\\:#-[]", max_size=12)))
def test_json_is_read_as_it_is(data: dict[str, str]) -> None:
    # A group that stands for a value is that value; here all keys are of the top.
    loaded = load_data_text(json.dumps(data, ensure_ascii=False), name="du-lieu.json") if data else None
    assert loaded is None or loaded.values == data


def test_a_group_may_stand_for_a_picture_and_stays_a_group() -> None:
    found = values("x: {anh: dấu.png, rong: 3cm, mo_ta: Dấu, lien_ket: 'https://vidu.vn'}")["x"]
    assert isinstance(found, Named)
    assert found.value == Picture(PNG, Mm(30), None, "Dấu", "https://vidu.vn", "dấu.png")
    assert dict(found) == {"anh": "dấu.png", "rong": "3cm", "mo_ta": "Dấu", "lien_ket": "https://vidu.vn"}
    assert dict(pickle.loads(pickle.dumps(found))) == dict(found)
    filled = printed("x: {anh: dấu.png, rong: 3cm}", "{{ x }}{{ x.anh }}")
    assert extents(filled) == [(Mm(30).emu, Mm(15).emu)]
    assert paragraph_texts(filled) == ["dấu.png"]


@pytest.mark.parametrize(
    ("typed", "emu"), [("30", Mm(30)), ("30 mm", Mm(30)), ("2,5cm", Mm(25)), ("1in", Mm(25.4)), ("72PT", Mm(25.4))]
)
def test_a_length_has_a_unit_or_is_in_millimetres(typed: str, emu: object) -> None:
    found = values(f"x: {{anh: dấu.png, cao: '{typed}'}}")["x"]
    assert isinstance(found, Named)
    assert isinstance(found.value, Picture)
    assert found.value.height == emu


@pytest.mark.parametrize(
    "group",
    [
        "{anh: dấu.png, ten: X}",
        "{anh: Nguyễn Văn A}",
        "{anh: [dấu.png]}",
        "{anh: }",
        "{rong: 3cm}",
        "{tep: hồ sơ}",
        "{tep: phan.docx, ten: X}",
        "{bang: Danh sách}",
        "{bang: so.csv, cot: 2}",
        "{chu: a, b: c}",
        "{chu: [a]}",
        "{cac_doan: [a, b]}",
        "{doan: a}",
    ],
)
def test_any_other_group_is_a_group(group: str) -> None:
    found = values(f"x: {group}")["x"]
    assert type(found) is dict


def test_a_group_may_stand_for_marked_text_paragraphs_or_a_document() -> None:
    found = values("a: {chu: '**b** & c'}\nb: {cac_doan: \"d\\ne\"}\nc: {tep: phan.docx}")
    assert isinstance(found["a"], Named)
    assert found["a"].value == RichText.marked("**b** & c")
    assert found["b"] == Paragraphs("d\ne")
    assert isinstance(found["c"], Named)
    assert found["c"].value == Subdocument(FILES["phan.docx"], "phan.docx")
    assert runs(printed("x: {chu: '**b** & c'}")) == [("b bCs", "b"), ("", " & c")]
    assert paragraph_texts(printed('x: {cac_doan: "d\\ne"}')) == ["d", "e"]
    assert paragraph_texts(printed("x: {tep: phan.docx}", "{{p x }}")) == ["một", "hai"]


def test_a_table_becomes_rows_by_their_headings() -> None:
    sheet = workbook((1, "Nguyễn Văn A", 1500), (2, "Trần B", 20), head=("STT", "Họ và tên", "Số tiền (đồng)"))
    found = values("x: {bang: ds.xlsx}", **{"ds.xlsx": sheet})["x"]
    assert found == [
        {"stt": "1", "ho_va_ten": "Nguyễn Văn A", "so_tien_dong": "1.500"},
        {"stt": "2", "ho_va_ten": "Trần B", "so_tien_dong": "20"},
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b", ["du-lieu.yaml:1 VT-013"]),
        ("chỉ có chữ", ["du-lieu.yaml:1 VT-013"]),
        ("", ["du-lieu.yaml:1 VT-013"]),
        ("a: 1\nb: {c: 1, c: 2}\na: 3", ["du-lieu.yaml:2:11 VT-011", "du-lieu.yaml:3:1 VT-011"]),
        ("a: &x 1\nb: *x", ["du-lieu.yaml:1:4 VT-007", "du-lieu.yaml:2:4 VT-007"]),
        ("a: !!python/object:os.system 1", ["du-lieu.yaml:1:4 VT-007"]),
        ("a: {anh: thieu.png}\nb: {anh: hu.png}", ["du-lieu.yaml:1:10 VT-030", "du-lieu.yaml:2:10 VT-075"]),
        ("a: {anh: ../dấu.png}", ["du-lieu.yaml:1:10 VT-030"]),
        ("a: {anh: /etc/hosts.png}", ["du-lieu.yaml:1:10 VT-031"]),
        ("a: {anh: dấu.png, rong: to}", ["du-lieu.yaml:1:25 VT-015"]),
        ("a: {anh: dấu.png, rong: 9m}", ["du-lieu.yaml:1:25 VT-015"]),
        ("a: {anh: dấu.png, rong: 0}", ["du-lieu.yaml:1:10 VT-470"]),
        ("a: {anh: dấu.png, lien_ket: 'javascript:x'}", ["du-lieu.yaml:1:10 VT-470"]),
        ("a: {tep: ma.docm}", ["du-lieu.yaml:1:10 VT-472"]),
        ("a: {chu: 'a {chu_thich: b}'}", ["du-lieu.yaml:1:10 VT-470"]),
        ("a: {bang: thieu.xlsx}", ["du-lieu.yaml:1:11 VT-030"]),
        ("a: b\x07", ["du-lieu.yaml:1:5 VT-002"]),
        (b"\xff\xfe\x00", ["du-lieu.yaml:1 VT-001"]),
        (b"PK\x03\x04word/", ["du-lieu.yaml:1 VT-001"]),
    ],
)
def test_every_fault_has_its_place(text: str | bytes, told: list[str]) -> None:
    assert faults(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "{a: " * 10_000,
        "a:\n" + "".join(f"{' ' * n}- b:\n" for n in range(1, 3_000)),
        "a: [" + "1," * 250_000 + "]",
        "a: " + "x" * 5_000_000,
        "a: &a [*a,*a]\n" * 1_000,
    ],
    ids=["lists", "groups", "blocks", "items", "bytes", "aliases"],
)
def test_a_file_without_measure_is_told(text: str) -> None:
    with ends():
        assert faults(text)


def test_a_table_with_two_columns_of_one_name_is_told() -> None:
    sheet = workbook((1, "A", "B"), head=("STT", "Họ tên", "Ho ten"))
    with pytest.raises(LoadError, match="hai cột cùng tên “ho_ten”"):
        load_data_text("x: {bang: ds.xlsx}", {"ds.xlsx": sheet})


def test_files_lie_in_the_folder_of_the_data(tmp_path: Path) -> None:
    folder = tmp_path / "du-lieu"
    folder.mkdir()
    (folder / "dau.png").write_bytes(PNG)
    (tmp_path / "ngoai.png").write_bytes(PNG)
    path = folder / "a.yaml"
    path.write_text("x: {anh: dau.png}\ny: {anh: ../ngoai.png}", encoding="utf-8")
    with pytest.raises(LoadError) as error:
        load_data(path)
    assert [(fault.code, fault.location.line if fault.location else 0) for fault in error.value.diagnostics] == [
        ("VT-031", 2)
    ]
    path.write_text("x: {anh: dau.png}", encoding="utf-8")
    assert list(load_data(path).values) == ["x"]
    with pytest.raises(LoadError, match="không tìm thấy"):
        load_data(folder / "b.yaml")


def test_a_file_that_is_named_often_is_read_once() -> None:
    found = values("".join(f"x{n}: {{anh: dấu.png}}\n" for n in range(50)))
    pictures = {
        id(one.value.data) for one in found.values() if isinstance(one, Named) and isinstance(one.value, Picture)
    }
    assert len(found) == 50
    assert len(pictures) == 1


def test_files_that_are_too_large_together_are_told() -> None:
    large = picture("png") + bytes(9 * 1024 * 1024)
    files = {f"{n}.png": large + bytes(n) for n in range(13)}
    with pytest.raises(LoadError) as error:
        load_data_text("".join(f"x{n}: {{anh: {n}.png}}\n" for n in range(13)), files)
    assert {fault.code for fault in error.value.diagnostics} == {"VT-097"}
