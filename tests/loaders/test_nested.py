"""The body as a list: it gives the same tree as the text does, and every fault at its place."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loaders.inputs import OFFICE, PLAN, short
from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import LoadError
from vtdocs.loaders import load_text
from vtdocs.loaders.shapes import DEEPEST_OUTLINE
from vtdocs.model import VanBan
from vtdocs.outline import Emphasis, Marker, Node, Note, Reference, RefKind, parse_outline, to_data, walk_outline

HEAD, TAIL = PLAN.split("noi_dung: |\n")[0], "noi_nhan:\n  - Sở Nội vụ\n"


def plan(items: str) -> str:
    """Give a plan whose body is a list; each line of it is indented by two."""
    return f"{HEAD}noi_dung:\n{items}{TAIL}"


def read(items: str, more: str = "") -> VanBan:
    return load_text(plan(items) + more, {"co-quan.yaml": OFFICE.encode(), "a.csv": b"STT,N\xe1\xbb\x99i dung\n"})


def nodes(items: str) -> tuple[Node, ...]:
    return read(items).noi_dung


def faults(items: str, more: str = "") -> tuple[Diagnostic, ...]:
    try:
        return read(items, more).diagnostics
    except LoadError as error:
        return error.diagnostics


def found(items: str, more: str = "") -> list[str]:
    return [short(fault).removeprefix("van-ban.yaml:") for fault in faults(items, more)]


# --- the same tree ---------------------------------------------------------------------------------


def test_groups_of_keys_say_what_the_grammar_finds_out() -> None:
    items = """\
  - so: I.
    tieu_de: MỤC ĐÍCH
    con:
      - so: "1."
        tieu_de: Mục đích
        con:
          - {so: "-", loi: Nâng cao nhận thức., con: [Đoạn không dấu.]}
      - {so: "2.", tieu_de: Đối tượng, loi: Cán bộ xã.}
"""
    text = "I. MỤC ĐÍCH\n1. Mục đích\n- Nâng cao nhận thức.\nĐoạn không dấu.\n2. Đối tượng: Cán bộ xã."
    (node,) = nodes(items)
    (expected,) = parse_outline(text)[0]
    assert node == expected
    assert node.children[1] == Node(Marker.KHOAN, "2.", "Đối tượng:", "Cán bộ xã.")


def test_a_list_of_lines_reads_like_the_text() -> None:
    lines = ["I. MỤC ĐÍCH", "1. Mục đích", "- Nâng cao **nhận thức**.", "2. Yêu cầu", "{bang: a}"]
    items = "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    made = read(items, "bang: {a: {hang: [{noi_dung: x}]}}\n")
    assert made.noi_dung == parse_outline("\n".join(lines))[0]
    assert made.diagnostics == ()


def test_a_text_of_several_lines_may_be_an_item() -> None:
    assert nodes("  - |\n    I. MỘT\n    1. Hai\n  - 2. Ba\n") == parse_outline("I. MỘT\n1. Hai\n2. Ba")[0]


def test_a_lead_in_keeps_its_colon() -> None:
    assert (
        nodes('  - Ủy ban thông báo như sau:\n  - "1. Một: hai."\n')
        == parse_outline("Ủy ban thông báo như sau:\n1. Một: hai.")[0]
    )


def test_kinds_are_numbered_as_they_follow() -> None:
    items = """\
  - kieu: chuong
    tieu_de: MỘT
    con:
      - {kieu: dieu, loi: a}
      - kieu: dieu
        loi: b
        con:
          - {kieu: khoan, loi: c, con: [{kieu: tieu_khoan, loi: d}, {kieu: tieu_khoan, loi: e}]}
          - {kieu: khoan, loi: f, con: [{kieu: diem, loi: g}, {so: d), loi: h}, {kieu: diem, loi: i}]}
  - {kieu: chuong, tieu_de: HAI, con: [{kieu: dieu, loi: j}, {kieu: gach, loi: k}, {kieu: doan_van, loi: l}]}
"""
    assert [node.number for node in walk_outline(nodes(items))] == [
        *("Chương I", "Điều 1.", "Điều 2.", "1.", "1.1.", "1.2.", "2.", "a)", "d)", "đ)"),
        *("Chương II", "Điều 3.", "-", ""),
    ]
    assert "VT-101" in {fault.code for fault in faults(items)}


def test_marks_inside_words_are_read_in_heading_and_text() -> None:
    (node,) = nodes('  - {so: "1.", tieu_de: "Một *hai*:", loi: "ba **bốn**{chu_thich: năm}."}\n')
    assert (node.heading, node.text) == ("Một hai:", "ba bốn.")
    assert node.spans == (Emphasis(4, 7, italic=True), Emphasis(12, 15, bold=True), Note(15, "năm"))


def test_tables_and_pictures_may_stand_in_the_list_itself() -> None:
    made = read("  - Một.\n  - bang: {hang: [{noi_dung: x}]}\n  - {bang: b}\n", "bang: {b: {hang: [{noi_dung: y}]}}\n")
    assert [node.ref for node in made.noi_dung] == [None, Reference(RefKind.BANG, "#1"), Reference(RefKind.BANG, "b")]
    assert sorted(made.bang) == ["#1", "b"]
    assert "x" in made.bang["#1"].hang[0]
    assert made.diagnostics == ()


MARKS = ("I.", "II.", "1.", "2.", "1.1.", "1.1.1.", "a)", "b)", "đ)", "-", "+", "(1)", "Điều 1.", "")
WORDS = st.lists(st.sampled_from(["Mục", "đích", "của", "xã:", "Kế", "hoạch.", "gồm:", "12"]), min_size=1, max_size=6)
LINES = st.lists(
    st.builds(lambda mark, words: f"{mark} {' '.join(words)}".strip(), st.sampled_from(MARKS), WORDS),
    min_size=1,
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_data_and_text_give_equal_trees(lines: list[str]) -> None:
    expected = parse_outline("\n".join(lines))[0]
    data = json.dumps(to_data(expected), ensure_ascii=False)
    made = load_text(f"{HEAD}noi_dung: {data}\n{TAIL}", {"co-quan.yaml": OFFICE.encode()})
    assert made.noi_dung == expected
    listed = json.dumps(lines, ensure_ascii=False)
    assert load_text(f"{HEAD}noi_dung: {listed}\n{TAIL}", {"co-quan.yaml": OFFICE.encode()}).noi_dung == expected


def test_what_the_library_writes_as_data_it_reads_again() -> None:
    text = "Phần I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Đối tượng: **cán bộ** xã.\na) Một {chu_thich: hai};\n- Ba."
    expected = parse_outline(text)[0]
    data = json.dumps(to_data(expected), ensure_ascii=False)
    assert load_text(f"{HEAD}noi_dung: {data}\n{TAIL}", {"co-quan.yaml": OFFICE.encode()}).noi_dung == expected


# --- faults ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("  - {so: x, loi: a}\n", ["7:10 VT-087"]),
        ("  - {so: '1.', kieu: khoan, loi: a}\n", ["7:16 VT-087"]),
        ("  - {kieu: khoang, loi: a}\n", ["7:12 VT-087"]),
        ("  - {so: '1.'}\n", ["7:5 VT-014"]),
        ("  - {loi: a, lời: b}\n", ["7:14 VT-009"]),
        ("  - {bang: a, tieu_de: b}\n", ["7:15 VT-087"]),
        ("  - {bang: a, hinh: b}\n", ["7:15 VT-087"]),
        ("  - {bang: khong-co}\n", ["7:5 VT-081"]),
        ("  - {bang: khong-co.csv}\n", ["7:12 VT-030"]),
        ("  - Một.\n  -\n  - Hai.\n", ["8:4 VT-014"]),
        ("  - - Một.\n", ["7:5 VT-087"]),
        ("  - Thời gian: cả năm\n", ["7:5 VT-004"]),
        ("  - a) Một.\n  - c) Hai.\n", ["8:5 VT-101?"]),
        ("  - {so: a), loi: Một.}\n  - {so: c), loi: Hai.}\n", ["8:5 VT-101?"]),
        ("  - {loi: 'Một {chu_thich: hai'}\n", ["7:16 VT-106?"]),
        ("  - 'Một {chu_thich: hai'\n", ["7:10 VT-106?"]),
        ("  - {loi: a, con: []}\n", ["7:19 VT-014"]),
        ("  - {loi: a, con: [{so: x, loi: b}]}\n", ["7:25 VT-087"]),
        ("  - " + "a" * 20_001 + "\n", ["7:5 VT-061"]),
    ],
)
def test_a_fault_of_the_list_is_told_at_its_place(items: str, expected: list[str]) -> None:
    assert found(items) == expected


def test_a_fault_deep_in_the_list_names_its_way() -> None:
    (fault,) = faults("  - Một.\n  - {loi: a, con: [{loi: b}, {so: x, loi: c}]}\n")
    assert fault.message.startswith("noi_dung[2].con[2]: “x” không phải dấu đầu dòng")


def test_items_may_stand_twenty_deep_and_no_deeper() -> None:
    def nest(depth: int) -> str:
        return "  - " + "{loi: a, con: [" * (depth - 1) + "{loi: b}" + "]}" * (depth - 1) + "\n"

    assert sum(1 for _node in walk_outline(nodes(nest(DEEPEST_OUTLINE)))) == DEEPEST_OUTLINE
    (fault,) = faults(nest(DEEPEST_OUTLINE + 1))
    assert fault.code == "VT-088"
    assert "20 tầng" in fault.message


def test_an_appendix_may_hold_a_list_too() -> None:
    more = "phu_luc:\n  - noi_dung:\n      - {so: I., tieu_de: MỘT}\n      - {so: x, loi: a}\n"
    assert found("  - (Có Phụ lục kèm theo)\n", more) == ["13:14 VT-087"]
    made = read("  - (Có Phụ lục kèm theo)\n", more.replace("so: x", "so: II."))
    assert [node.full_text for node in made.phu_luc[0].noi_dung] == ["I. MỘT", "II. a"]


WHOLE = (
    plan("  - Như sau:\n  - {kieu: khoan, tieu_de: Một, con: [a, {so: a), loi: b}]}\n  - bang: b\n  - {hinh: c.png}\n")
    + "phu_luc:\n  - {noi_dung: [I. Hai], bang: [b.csv]}\nbang: {b: {hang: [[x, y, z, t]]}}\nluu: VT\n"
)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(WHOLE) - 1),
    st.integers(0, 3),
    st.sampled_from(["", "{", "]", ": ", "\n", "- ", "|", "'", "\0", "x"]),
)
def test_a_list_spoilt_anywhere_gives_only_load_errors(place: int, cut: int, put: str) -> None:
    text = WHOLE[:place] + put + WHOLE[place + cut :]
    with contextlib.suppress(LoadError):
        assert load_text(text, {"co-quan.yaml": OFFICE.encode()}).noi_dung
