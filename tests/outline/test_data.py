"""The same outline as nested data, and as the text that says it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.outline import (
    KIEU,
    Emphasis,
    Link,
    Marker,
    Node,
    Note,
    check_numbering,
    format_outline,
    make_node,
    number_nodes,
    parse_outline,
    read_mark,
    to_data,
    walk_outline,
)

WHOLE = """Mở đầu **đậm**
Chương I. QUY ĐỊNH
CHUNG
Điều 1. Phạm vi
1. Đối tượng: Cán bộ xã.
a) Một {chu_thich: xem *Luật*};
- Hai
{bang: du-toan}
Điều 2. Làm ngay.
Chương II
KẾT"""


def test_nodes_become_groups_of_keys() -> None:
    assert to_data(parse_outline(WHOLE)[0]) == [
        {"loi": "Mở đầu **đậm**"},
        {
            "so": "Chương I",
            "tieu_de": "QUY ĐỊNH\nCHUNG",
            "con": [
                {
                    "so": "Điều 1.",
                    "tieu_de": "Phạm vi",
                    "con": [
                        {
                            "so": "1.",
                            "tieu_de": "Đối tượng:",
                            "loi": "Cán bộ xã.",
                            "con": [
                                {
                                    "so": "a)",
                                    "loi": "Một{chu_thich: xem *Luật*};",
                                    "con": [{"so": "-", "loi": "Hai", "con": [{"bang": "du-toan"}]}],
                                }
                            ],
                        }
                    ],
                },
                {"so": "Điều 2.", "loi": "Làm ngay."},
            ],
        },
        {"so": "Chương II", "tieu_de": "KẾT"},
    ]


def from_data(groups: list[dict[str, Any]]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for group in groups:
        if "bang" in group:
            nodes.extend(parse_outline(f"{{bang: {group['bang']}}}")[0])
            continue
        marker, number = read_mark(group.get("so", "")) or (None, "")
        children = from_data(group.get("con", []))
        nodes.append(make_node(marker, number, group.get("tieu_de", ""), group.get("loi", ""), children)[0])
    return tuple(nodes)


def test_groups_of_keys_become_the_nodes_again() -> None:
    nodes = parse_outline(WHOLE)[0]
    assert from_data(to_data(nodes)) == nodes


@pytest.mark.parametrize(
    ("so", "read"),
    [
        ("Phần I", (Marker.PHAN, "Phần I")),
        ("Chương II.", (Marker.CHUONG, "Chương II")),
        ("Điều 1.", (Marker.DIEU, "Điều 1.")),
        ("Điều 1", (Marker.DIEU, "Điều 1")),
        ("A.", (Marker.CHU_HOA, "A.")),
        ("I.", (Marker.MUC, "I.")),
        ("1.", (Marker.KHOAN, "1.")),
        ("1.1", (Marker.TIEU_KHOAN, "1.1")),
        ("1.1.", (Marker.TIEU_KHOAN, "1.1.")),
        ("đ)", (Marker.DIEM, "đ)")),
        ("(1)", (Marker.NGOAC, "(1)")),
        ("*", (Marker.SAO, "*")),
        ("-", (Marker.GACH, "-")),
        ("+", (Marker.CONG, "+")),
        ("1", None),
        ("", None),
        ("Một", None),
        ("1. 2.", None),
        ("I. Tên", None),
    ],
)
def test_a_mark_alone_is_read(so: str, read: tuple[Marker, str] | None) -> None:
    assert read_mark(so) == read


def test_a_node_is_made_of_heading_and_text() -> None:
    node, faults = make_node(Marker.KHOAN, "1.", "Đối **tượng**", "Cán *bộ*{chu_thich: a}\nĐoạn hai {chu_thich:", (), 7)
    assert (node.heading, node.text, node.line) == ("Đối tượng:", "Cán bộ", 7)
    assert node.spans == (Emphasis(4, 9, bold=True), Emphasis(15, 17, italic=True), Note(17, "a"))
    assert [child.text for child in node.children] == ["Đoạn hai {chu_thich:"]
    assert [(fault.line, fault.code) for fault in faults] == [(7, "VT-106")]
    dieu = make_node(Marker.DIEU, "Điều 1.", "Phạm vi", "Quy chế này.")[0]
    assert (dieu.heading, dieu.text, [child.text for child in dieu.children]) == ("Phạm vi", "", ["Quy chế này."])


def kinds(*items: Any) -> tuple[Node, ...]:
    """Nodes of kinds: a name, or a name and what is below it."""
    return tuple(
        Node(KIEU[item], text="x")
        if isinstance(item, str)
        else Node(KIEU[item[0]], text="x", children=kinds(*item[1:]))
        for item in items
    )


def test_marks_are_written_by_place() -> None:
    nodes = number_nodes(
        kinds(
            ("phan", ("chuong", ("muc_so", ("tieu_muc", "dieu")), ("muc_so", "dieu")), ("chuong", "dieu")),
            (
                "chu_hoa",
                ("muc", "khoan", ("khoan", ("tieu_khoan", "tieu_khoan"), ("tieu_khoan", ("tieu_khoan", "diem")))),
            ),
            ("ngoac", "diem", "diem", "sao", "gach", "cong"),
            "ngoac",
        )
    )
    assert [node.number for node in walk_outline(nodes)] == [
        *("Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1.", "Mục 2", "Điều 2.", "Chương II", "Điều 3."),
        *("A.", "I.", "1.", "2.", "2.1.", "2.1.1.", "2.2.", "2.2.1.", "a)"),
        *("(1)", "a)", "b)", "*", "-", "+", "(2)"),
    ]
    deepest = [node.marker for node in walk_outline(nodes) if node.number == "2.2.1."]
    assert deepest == [Marker.TIEU_KHOAN_3]


def test_marks_carry_on_what_was_typed() -> None:
    nodes = number_nodes((Node(Marker.KHOAN, "3.", text="x"), Node(Marker.KHOAN, text="x"), Node(None, text="x")))
    assert [node.number for node in nodes] == ["3.", "4.", ""]
    points = number_nodes(tuple(Node(Marker.DIEM, text="x") for _ in range(24)))
    assert [node.number for node in points[-2:]] == ["y)", "?)"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (WHOLE, WHOLE.replace("Một {", "Một{").replace("Chương II\n", "Chương II. ")),
        ("a) Về việc này {tieu_de}", "a) Về việc này {tieu_de}"),
        ("1. Đối tượng: Cán bộ. {loi_van}", "1. Đối tượng: Cán bộ. {loi_van}"),
        ("I. A\n1. x {doan_van}", "I. A\n1. x {doan_van}"),
        ("Điều 1\nPhạm vi\n1. x", "Điều 1\nPhạm vi\n1. x"),
        (r"- \*a\* **b**", r"- \*a\* **b**"),
        (r"- \*a và b\*", r"- \*a và b\*"),
        (r"- \*a", "- *a"),
        ("Chương I\nMở đầu {doan_van}", "Chương I\nMở đầu {doan_van}"),
    ],
)
def test_an_outline_is_written_as_it_is_typed(text: str, written: str) -> None:
    assert format_outline(parse_outline(text)[0]) == written


MARKS = st.sampled_from(
    [
        *(
            "I. ",
            "II. ",
            "1. ",
            "2. ",
            "1.1. ",
            "1.1 ",
            "1.1.1. ",
            "1.1.1.1. ",
            "a) ",
            "a. ",
            "đ) ",
            "(1) ",
            "* ",
            "- ",
        ),
        *("+ ", "", "A. ", "B. ", "Phần I. ", "Phần I", "Chương II", "Mục 1. ", "Tiểu mục 1 - ", "Điều 1. ", "Điều 3"),
    ]
)
PARTS = st.sampled_from(
    [
        *(
            "Mục tiêu",
            " ",
            "chữ",
            "TÊN HOA",
            "**",
            "*",
            "[",
            "](https://a.vn/(x))",
            "{chu_thich: ",
            "}",
            "{",
            "\\",
            "(",
        ),
        *('"', ".", ":", ";", ": Giao ", "a", "1", "{bang: x}", "{tieu_de}", " {tieu_de}", " {loi_van}", " {doan_van}"),
    ]
)
TEXTS = st.lists(
    st.builds(lambda mark, parts: mark + "".join(parts), MARKS, st.lists(PARTS, max_size=8)), max_size=8
).map("\n".join)


@given(TEXTS)
def test_every_outline_comes_back_from_the_text_that_is_written_of_it(text: str) -> None:
    nodes = parse_outline(text)[0]
    assert parse_outline(format_outline(nodes))[0] == nodes


@given(TEXTS)
def test_data_keeps_every_word(text: str) -> None:
    nodes = parse_outline(text)[0]
    again = from_data(to_data(nodes))
    # A blank before a note at the end of a line is nobody's word.
    assert [node.words.rstrip() for node in walk_outline(again) if not node.ref] == [
        node.words.rstrip() for node in walk_outline(nodes) if not node.ref
    ]


def test_heading_and_text_know_their_spans_and_a_note_at_the_seam_is_one_sides() -> None:
    bold, link = Emphasis(4, 11, bold=True), Link(9, 11, "http://a")
    node = Node(None, "", "Nhãn:", "Lời văn", spans=(bold, Note(5, "một"), Note(6, "hai"), link, Note(13, "ba")))
    assert node.words[node.text_start :] == "Lời văn"
    assert node.heading_spans == (Emphasis(4, 5, bold=True), Note(5, "một"))
    assert node.text_spans == (Emphasis(0, 5, bold=True), Note(0, "hai"), Link(3, 5, "http://a"), Note(7, "ba"))
    alone = Node(None, text="Lời", spans=(Note(0, "x"),))
    assert (alone.text_start, alone.heading_spans, alone.text_spans) == (0, (), alone.spans)
    title = Node(None, heading="Tên", spans=(Note(3, "x"),))
    assert (title.text_start, title.heading_spans, title.text_spans) == (3, title.spans, ())


def test_a_note_that_opens_the_text_behind_a_label_comes_back_from_data() -> None:
    node, _doubts = make_node(Marker.KHOAN, "1.", "Nhãn", "{chu_thich: hai} Lời")
    assert node.spans == (Note(6, "hai"),)
    assert to_data((node,)) == [{"so": "1.", "tieu_de": "Nhãn:", "loi": "{chu_thich: hai} Lời"}]


def test_the_letters_run_out_at_the_twenty_fourth_diem() -> None:
    nodes = number_nodes([Node(Marker.DIEM, text="x") for _ in range(24)])
    assert [node.number for node in nodes[21:]] == ["x)", "y)", "?)"]
    (fault,) = check_numbering(nodes, {})
    assert (fault.code, fault.is_error) == ("VT-103", True)
    assert fault.message == "danh sách dài hơn bảng chữ cái nên không còn chữ nào để đánh tiếp"
    assert "?)" not in f"{fault.message} {fault.hint}"
    assert check_numbering(nodes[:23], {}) == ()
