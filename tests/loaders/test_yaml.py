"""YAML text: places, syntax, encodings, bounds."""

from __future__ import annotations

import unicodedata

import pytest

from tests.loaders.inputs import PLAN, diagnostics, load, only, short, told
from vtdocs.errors import LoadError
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.nodes import Document, Mapping, Scalar, Sequence
from vtdocs.loaders.source import read_source
from vtdocs.loaders.yaml import MAX_DEPTH, parse_yaml


def parse(text: str | bytes) -> tuple[Document, list[str]]:
    faults = Faults()
    source = read_source(text if isinstance(text, bytes) else text.encode(), "a.yaml", faults)
    assert source is not None
    document = parse_yaml(source, faults)
    return document, [short(fault) for fault in faults.told()]


def scalar(text: str | bytes, key: str) -> tuple[Document, Scalar]:
    document, faults = parse(text)
    assert faults == []
    assert isinstance(document.root, Mapping)
    (value,) = [entry.value for entry in document.root.entries if entry.key.value == key]
    assert isinstance(value, Scalar)
    return document, value


@pytest.mark.parametrize("text", ["7:30", "08", "yes", "0123456", "1_000", "2026-01-05", "1e3", "NaN", "0x1F", "true"])
def test_a_scalar_is_never_guessed(text: str) -> None:
    assert scalar(f"a: {text}\n", "a")[1].value == text


def test_every_key_and_value_knows_its_line_and_column() -> None:
    document, _ = parse("a: 1\nb:\n  - x\n  - {c: y}\n")
    assert isinstance(document.root, Mapping)
    items = document.root.entries[1].value
    assert isinstance(items, Sequence)
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    places = [
        (node.line, node.column) for node in (document.root.entries[1].key, items.items[0], inner.entries[0].value)
    ]
    assert places == [(1, 0), (2, 4), (3, 8)]


def test_the_pure_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    expected = load()
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert load() == expected
    assert told(PLAN.replace("Tuyên truyền", "Về việc: a")) == ["ke-hoach.yaml:5:19 VT-004"]


# --- places inside a block scalar ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "place"),
    [
        ("a: |\n  I. X\n  1. Y\n", 1, 0, "a.yaml:3:3"),
        ("a: |\n  I. X\n  1. Y\n", 1, 3, "a.yaml:3:6"),
        ("a: |\n\n\n    I. X\n      1. Y\n", 3, 2, "a.yaml:5:7"),
        ("b: 1\na: |-\n   I. X\n\n   1. Y\n\n", 2, 1, "a.yaml:5:5"),
        ("a: |2\n    I. X\n  1. Y\n", 0, 2, "a.yaml:2:5"),
        ("a: |2\n    I. X\n  1. Y\n", 1, 0, "a.yaml:3:3"),
        ("a:   |+  # ghi chú\n  I. X\n  1. Y\n", 1, 0, "a.yaml:3:3"),
        ("a:\n  |\n  I. X\n  1. Y\n", 0, 0, "a.yaml:3:3"),
        ("a: I. X\n", 0, 3, "a.yaml:1:7"),
        ('a: "I. X"\n', 0, 3, "a.yaml:1:8"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_place_inside_a_text_is_exact(text: str, line: int, column: int, place: str, ending: str, mark: str) -> None:
    document, value = scalar((mark + text.replace("\n", ending)).encode(), "a")
    assert str(document.place_in(value, line, column)) == place


def test_a_place_counts_the_letters_of_the_file_where_accents_are_apart() -> None:
    prose = unicodedata.normalize("NFD", "Tuyên truyền đến X")
    document, value = scalar(f"a: |\n  {prose}\n", "a")
    assert value.value == "Tuyên truyền đến X\n"
    assert document.place_in(value, 0, value.value.index("X")).column == 3 + prose.index("X")


def test_a_gap_in_typed_numbering_is_told_where_it_stands_in_the_file() -> None:
    fault = only(PLAN.replace("  1. Mục đích\n", "\n  1. Một\n  3. Ba\n"))
    assert short(fault) == "ke-hoach.yaml:10:3 VT-101?"
    assert "3." in fault.message


# --- faults of syntax ------------------------------------------------------------------------------


def test_a_colon_in_plain_text_is_told_with_both_ways_to_write_it() -> None:
    fault = only(PLAN.replace("Tuyên truyền năm", "Về việc: năm"))
    assert short(fault) == "ke-hoach.yaml:5:19 VT-004"
    assert "trich_yeu" in fault.message
    assert fault.hint is not None
    assert "trich_yeu: |" in fault.hint
    assert 'trich_yeu: "' in fault.hint


def test_several_broken_lines_and_all_later_faults_are_told_in_one_go() -> None:
    plan = PLAN.replace("Tuyên truyền năm", "Về việc: năm").replace("so:", "so: x: y")
    assert told(plan.replace("noi_nhan:", "mo_dau: a: b: c\nabc: 1\nnoi_nhan:").replace("2026}", "99}")) == [
        "ke-hoach.yaml:3:5 VT-015",
        "ke-hoach.yaml:3:6 VT-004",
        "ke-hoach.yaml:4:37 VT-012",
        "ke-hoach.yaml:5:19 VT-004",
        "ke-hoach.yaml:9:10 VT-004",
        "ke-hoach.yaml:10:1 VT-009",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected", "words"),
    [
        ("- Sở Nội vụ", "- Sở Nội vụ: để b/c: x", "10:22 VT-004", "dấu hai chấm"),
        ("- Sở Nội vụ", "- Sở Nội vụ: (B/c)", "10:5 VT-004", "Sở Nội vụ"),
        ("- Sở Nội vụ", '- "Sở Nội vụ" (B/c)', "10:17 VT-003", 'dấu "'),
        ("trich_yeu: ", "trich_yeu: [Dự thảo] ", "5:22 VT-003", "dấu ["),
        ("trich_yeu: ", "trich_yeu: %", "5:12 VT-003", "dấu %"),
        ("trich_yeu: ", "trich_yeu: @", "5:12 VT-003", "dấu @"),
        ("trich_yeu: ", "trich_yeu: - ", "5:12 VT-003", "dấu -"),
        ("trich_yeu: ", "trich_yeu: , ", "5:12 VT-003", "dấu ,"),
        ("trich_yeu: ", "trich_yeu: | ", "5:14 VT-003", "dấu |"),
        ("trich_yeu: ", 'trich_yeu: "', "5:12 VT-003", "không đóng"),
        ("trich_yeu: Tuyên", 'trich_yeu: "\\T"\nso_x: Tuyên', "5:13 VT-003", "dấu \\"),
        ("trich_yeu: ", "trich_yeu:", "5:10 VT-003", "thiếu dấu cách"),
        ("2026}", "2026", "4:16 VT-003", "ngoặc { mở ở đây nhưng không đóng"),
        ("trich_yeu: Tuyên", "trich_yeu: Tuyên\n  về việc: Tuyên", "6:10 VT-004", "nhiều dòng"),
        ("so:", "so: 1\n  can_cu: a", "4:3 VT-006", "can_cu"),
        ("  I. MỤC ĐÍCH\n  1.", "I. MỤC ĐÍCH\n1.", "7:1 VT-006", "chưa thụt vào"),
        ("so:", "so:\nMột dòng lạc", "4:1 VT-006", "không thuộc khóa nào"),
        ("  - Sở Nội vụ", "    - Sở Nội vụ\n  - Sở Y tế", "11:3 VT-006", "thụt vào sai"),
        ("trich_yeu: Tuyên truyền năm 2026", "trich_yeu: *Tuyen", "5:12 VT-007", "dấu *"),
        ("trich_yeu: ", "trich_yeu: &x ", "5:12 VT-007", "dấu &"),
        ("trich_yeu: ", "trich_yeu: !x ", "5:12 VT-007", "dấu !"),
        ("so:", "? [a]\n: b\nso:", "3:3 VT-007", "tên khóa"),
        ("  - Sở Nội vụ\n", "  - Sở Nội vụ\n---\nso: 1\n", "11:1 VT-007", "tài liệu thứ hai"),
        ("phien_ban: 1\n", "%ABC\nphien_ban: 1\n", "1:5 VT-007", "dòng lệnh"),
    ],
)
def test_a_fault_of_syntax_is_told_at_its_place(old: str, new: str, expected: str, words: str) -> None:
    faults = diagnostics(PLAN.replace(old, new, 1))
    fault = next((fault for fault in faults if short(fault) == f"ke-hoach.yaml:{expected}"), None)
    assert fault is not None, [short(fault) for fault in faults]
    assert words in fault.message
    assert fault.hint


def test_every_line_that_is_indented_by_tabs_is_told() -> None:
    plan = PLAN.replace("  I.", "\tI.").replace("  1.", "\t1.").replace("  - Sở", "\t- Sở")
    assert told(plan) == ["ke-hoach.yaml:7:1 VT-005", "ke-hoach.yaml:8:1 VT-005", "ke-hoach.yaml:10:1 VT-005"]


def test_a_tab_amid_the_words_is_no_fault() -> None:
    assert load(PLAN.replace("Mục đích", "Mục\tđích")).noi_dung[0].children[0].full_text.endswith("Mục\tđích")


def test_empty_values_in_braces_need_no_blank() -> None:
    assert load(PLAN.replace("so:", "luu: {so_ban:, nguoi_soan_thao:}\nso:")).luu.so_ban is None


def test_columns_after_an_empty_value_in_braces_are_those_of_the_file() -> None:
    assert told(PLAN.replace("nam: 2026}", "nam: 26}")) == ["ke-hoach.yaml:4:37 VT-012"]
    assert told(PLAN.replace("nam: 2026}", "x:, nam: 26}")) == [
        "ke-hoach.yaml:4:32 VT-009",
        "ke-hoach.yaml:4:41 VT-012",
    ]


def test_words_behind_a_number_sign_are_not_lost_without_a_word() -> None:
    fault = only(PLAN.replace("Tuyên truyền năm", "Kế hoạch # 5 năm"))
    assert short(fault) == "ke-hoach.yaml:5:21 VT-021?"
    assert "# 5 năm 2026" in fault.message


@pytest.mark.parametrize("comment", ["  # ghi chú", "   #ghi chú"])
def test_a_comment_behind_two_spaces_is_a_comment(comment: str) -> None:
    assert told(PLAN.replace("năm 2026\n", f"năm 2026{comment}\n").replace("so:", "so: # trống")) == []


@pytest.mark.parametrize("text", [">\n  I. A\n  1. B", "I. A\n  1. B", "'I. A\n  1. B'"])
def test_prose_whose_lines_would_be_folded_together_is_a_fault(text: str) -> None:
    fault = only(PLAN.replace("|\n  I. MỤC ĐÍCH\n  1. Mục đích", text))
    assert short(fault) == "ke-hoach.yaml:6:11 VT-018"
    assert fault.hint is not None
    assert "|" in fault.hint


# --- encodings, characters, bounds -----------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_text_is_read(encoding: str) -> None:
    assert load(PLAN.encode(encoding)) == load()


def test_another_encoding_is_told_with_its_line_and_the_way_to_save() -> None:
    fault = only(PLAN.encode().replace("Nội".encode(), b"N\xf3i"))
    assert short(fault) == "ke-hoach.yaml:10:9 VT-001"
    assert fault.hint is not None
    assert "UTF-8" in fault.hint


@pytest.mark.parametrize(
    "data",
    [PLAN.encode("utf-16-le"), b"\xff\xfea\x00\x00\xd8", b"PK\x03\x04\x00\x00", b"\xff\xfea", PLAN.encode("utf-32")],
)
def test_what_is_no_text_is_told_once(data: bytes) -> None:
    assert [fault.code for fault in diagnostics(data)] == ["VT-001"]


def test_every_control_character_is_told_and_the_rest_is_still_checked() -> None:
    plan = PLAN.replace("Mục đích\n", "Mục\x0bđích\x01\n").replace("Nội vụ", "N\u2028ội\x9f vụ").replace("2026}", "26}")
    assert told(plan) == [
        "ke-hoach.yaml:4:37 VT-012",
        "ke-hoach.yaml:8:9 VT-002",
        "ke-hoach.yaml:8:14 VT-002",
        "ke-hoach.yaml:10:9 VT-002",
        "ke-hoach.yaml:10:12 VT-002",
    ]
    assert "Shift+Enter" in diagnostics(plan)[1].message


def test_a_control_character_written_as_an_escape_is_a_fault() -> None:
    assert told(PLAN.replace("Tuyên truyền năm 2026", '"Tuyên \\x07"')) == ["ke-hoach.yaml:5:12 VT-002"]


def test_many_faults_of_one_kind_are_counted() -> None:
    faults = diagnostics(PLAN.replace("Mục đích", "\x01" * 80))
    assert len(faults) == 50
    assert "30 chỗ nữa" in faults[-1].message


def test_text_is_kept_in_nfc() -> None:
    plan = load(unicodedata.normalize("NFD", PLAN))
    assert plan == load()


def test_nesting_beyond_the_bound_is_a_fault() -> None:
    assert told(PLAN + "x: " + "[" * (MAX_DEPTH + 1)) == [f"ke-hoach.yaml:11:{3 + MAX_DEPTH} VT-008"]


def test_a_file_beyond_the_bound_is_a_fault() -> None:
    assert told(b"a" * (4 * 1024 * 1024 + 1)) == ["ke-hoach.yaml VT-008"]


def test_more_values_than_the_bound_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtdocs.loaders.yaml.MAX_NODES", 20)
    assert [fault.code for fault in diagnostics(PLAN)] == ["VT-008"]


@pytest.mark.parametrize("text", ["", "# ghi chú\n", "---\n", "\ufeff"])
def test_a_file_without_data_is_a_fault(text: str) -> None:
    assert [fault.code for fault in diagnostics(text)] == ["VT-014"]


@pytest.mark.parametrize("text", ["abc", "- a\n- b", "[a]", "'x'"])
def test_a_file_that_is_no_group_of_keys_is_a_fault(text: str) -> None:
    with pytest.raises(LoadError) as caught:
        load(text)
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-013"]
