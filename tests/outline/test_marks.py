"""Every mark of the outline: what is one, what only looks like one, and which lines are headings."""

from __future__ import annotations

import pytest

from vtdocs.outline import Marker, Node, Reference, RefKind, parse_outline, parse_prose


def one(text: str) -> Node:
    (node,) = parse_outline(text)[0]
    return node


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in parse_outline(text)[1]]


@pytest.mark.parametrize(
    ("line", "marker", "number", "heading"),
    [
        ("Phần I", Marker.PHAN, "Phần I", ""),
        ("PHẦN II", Marker.PHAN, "PHẦN II", ""),
        ("Phần I. TÊN", Marker.PHAN, "Phần I", "TÊN"),
        ("PHẦN THỨ NHẤT - TÊN", Marker.PHAN, "PHẦN THỨ NHẤT", "TÊN"),
        ("Phần thứ mười hai: Tên", Marker.PHAN, "Phần thứ mười hai", "Tên"),
        ("Chương I: TÊN", Marker.CHUONG, "Chương I", "TÊN"),
        ("Chương II QUY ĐỊNH CHUNG", Marker.CHUONG, "Chương II", "QUY ĐỊNH CHUNG"),
        ("Mục 1. Tên", Marker.MUC_SO, "Mục 1", "Tên"),
        ("Tiểu mục 2. Tên", Marker.TIEU_MUC, "Tiểu mục 2", "Tên"),
        ("A. ĐẶC ĐIỂM", Marker.CHU_HOA, "A.", "ĐẶC ĐIỂM"),
        ("Đ. ĐẶC ĐIỂM", Marker.CHU_HOA, "Đ.", "ĐẶC ĐIỂM"),
        ("A. Đặc điểm {tieu_de}", Marker.CHU_HOA, "A.", "Đặc điểm"),
        ("A. ĐẶC ĐIỂM: Xã có ba thôn.", Marker.CHU_HOA, "A.", "ĐẶC ĐIỂM:"),
        ("Điều 1. Phạm vi", Marker.DIEU, "Điều 1.", ""),
        ("Điều 1: Phạm vi", Marker.DIEU, "Điều 1:", ""),
        ("Điều 1 - Phạm vi", Marker.DIEU, "Điều 1 -", ""),
        ("Điều 1.Phạm vi", Marker.DIEU, "Điều 1.", ""),
        ("1.1.1.1. Tên", Marker.TIEU_KHOAN_4, "1.1.1.1.", ""),
        ("1.1 Tên", Marker.TIEU_KHOAN, "1.1", ""),
        ("1.1.1 Tên", Marker.TIEU_KHOAN_3, "1.1.1", ""),
        ("1.1 **Tên**", Marker.TIEU_KHOAN, "1.1", ""),
        ("a. một", Marker.DIEM, "a.", ""),
        ("(1) Một", Marker.NGOAC, "(1)", ""),
        ("* Băng rôn", Marker.SAO, "*", ""),
        ("— Một", Marker.GACH, "—", ""),
    ],
)
def test_a_mark_is_read_and_kept_as_typed(line: str, marker: Marker, number: str, heading: str) -> None:
    node = one(line)
    assert (node.marker, node.number, node.heading) == (marker, number, heading)


@pytest.mark.parametrize(
    "line",
    [
        *("Điều 5 Luật Tổ chức chính quyền địa phương", "Mục 1 của Kế hoạch này", "Điều 1, Điều 2 Quyết định này"),
        *("Phần mềm quản lý", "Chương trình 135 của Chính phủ", "Mục tiêu chung", "Phần thứ cuối", "Mục 1 - 3 Đề án"),
        *("Điều 5.1 của Thông tư", "Điều V. Tên", "Chương IIII", "A. Nguyễn Văn", "1.1 triệu đồng", "1.500 Người"),
        *("8.00 Khai mạc", "(2026) là mốc", "*Ghi chú", "(a) một", "Phần I của Kế hoạch"),
    ],
)
def test_a_reference_or_a_name_is_text(line: str) -> None:
    node = one(line)
    assert (node.marker, node.text, node.heading) == (None, line, "")


def test_a_label_takes_the_line_below_it_as_its_title() -> None:
    assert one("Phần I\nThực trạng").heading == "Thực trạng"
    assert one("Chương I\n\n  QUY ĐỊNH\n  CHUNG").heading == "QUY ĐỊNH\nCHUNG"
    assert one("Chương I. QUY ĐỊNH\nCHUNG").heading == "QUY ĐỊNH\nCHUNG"
    assert one("Điều 1\nPhạm vi\n1. Một.").heading == "Phạm vi"


@pytest.mark.parametrize(
    "below", ["Thực trạng {doan_van}", "Thực trạng {loi_van}", "Việc này đã xong.", "x" * 201, "{bang: a}", "- Một"]
)
def test_a_label_leaves_what_is_no_title_below_it(below: str) -> None:
    node = one(f"Chương I\n{below}")
    assert (node.heading, node.text, len(node.children)) == ("", "", 1)


def test_a_third_line_in_capitals_is_no_title() -> None:
    node = one("Chương I\nMỘT\nHAI\nBA")
    assert (node.heading, [child.text for child in node.children]) == ("MỘT\nHAI", ["BA"])


def test_a_dieu_is_a_title_with_lines_below_it_and_text_in_a_decision() -> None:
    assert one("Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định.").heading == "Phạm vi điều chỉnh"
    first, second, third = parse_outline("Điều 1. Phạm vi\n1. Một.\nĐiều 2. Đối tượng\nĐiều 3. Áp dụng ngay.")[0]
    assert (first.heading, second.heading, third.heading) == ("Phạm vi", "Đối tượng", "")
    for line in ("Ban hành kèm theo Quyết định này Quy chế.", "Phê duyệt dự toán:", "x" * 151):
        node = one(f"Điều 1. {line}\n1. Một.")
        assert (node.heading, node.text) == ("", line)


def test_a_long_clause_that_lays_a_duty_on_somebody_is_text() -> None:
    clause = (
        "Các cơ quan, đơn vị, tổ chức chính trị - xã hội và các thôn trên địa bàn xã có trách nhiệm phối hợp thực hiện"
    )
    assert len(clause) > 100
    assert one(f"1. {clause}\n- Một;").heading == ""
    assert one("1. Khi lịch thay đổi, Văn phòng có trách nhiệm:\na) Niêm yết.").heading == ""
    assert one("1. Người có trách nhiệm\n- Một;").heading == "Người có trách nhiệm"
    title = (
        "Công tác chỉ đạo, điều hành và tổ chức thực hiện nhiệm vụ phát triển kinh tế - xã hội của xã trong năm 2026"
    )
    assert one(f"1. {title}\n- Một;").heading == title


def test_other_capitals_with_a_stop_are_marks_beside_one_with_a_title_in_capitals() -> None:
    first, second = parse_outline("A. ĐẶC ĐIỂM\n1. x\nB. Nhiệm vụ")[0]
    assert (first.number, second.number, second.heading) == ("A.", "B.", "Nhiệm vụ")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("1.1 Tên", "viết “1.1.”; nếu là đoạn thường thì thêm {doan_van} ở cuối dòng"),
        ("a. một", "viết “a)”; nếu là đoạn thường thì thêm {doan_van} ở cuối dòng"),
    ],
)
def test_a_mark_that_wants_mending_is_doubted(line: str, hint: str) -> None:
    (doubt,) = parse_outline(line)[1]
    assert (doubt.code, doubt.hint) == ("VT-105", hint)
    assert faults(f"{line} {{loi_van}}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Phần I. A\nPhần II. B\nPhần III. C",
        "Phần thứ nhất\nA\nPhần thứ hai\nB\nPhần thứ ba\nC",
        "Chương I\nA\nMục 1. B\nĐiều 1. C\nMục 2. D\nĐiều 2. E\nChương II\nF\nMục 1. G\nĐiều 3. H",
        "Điều 1. A\n1. b\n2. c\nĐiều 2. D\n1. e",
        "Phần I. A\nChương I. B\nPhần II. C\nChương II. D",
        "A. MỘT\nI. a\nII. b\nB. HAI\nIII. c",
        "A. MỘT\nI. a\nII. b\nB. HAI\nI. c",
        "A. MỘT\nB. HAI\nC. BA\nD. BỐN\nE. NĂM",
        "D. MỘT {doan_van}\nA. X Y {tieu_de}\nB. MỘT\nC. HAI\nD. BA\nĐ. BỐN\nE. NĂM\nG. SÁU\nH. BẢY\nK. TÁM",
        "(1) a\n(2) b\n- c\n* d\n+ e",
        "1. a\n1.1. b\n1.1.1. c\n1.1.1.1. d\n1.1.1.2. e\n1.1.2. f\n1.2. g",
        "Điều 1. a.\nĐiều 2. b.\nQUY CHẾ {tieu_de}\nChương I\nCHUNG\nĐiều 1. c\nChương II\nRIÊNG\nĐiều 2. d",
    ],
)
def test_marks_that_run_on_are_not_doubted(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "line", "code", "hint"),
    [
        ("Phần thứ nhất\nA\nPhần thứ ba\nB", 2, "VT-101", "có thể phải là “Phần thứ hai”"),
        ("Chương I\nA\nChương III\nB", 2, "VT-101", "có thể phải là “Chương II”"),
        ("Chương I\nA\nĐiều 1. b\nChương II\nC\nĐiều 3. d", 5, "VT-101", "có thể phải là “Điều 2.”"),
        ("Chương I\nA\nĐiều 1. b\nChương II\nC\nĐiều 1. d", 5, "VT-102", "có thể phải là “Điều 2.”"),
        ("Chương I\nA\nMục 2. b", 2, "VT-101", "có thể phải là “Mục 1”"),
        ("A. MỘT\nC. BA", 1, "VT-101", "có thể phải là “B.”"),
        ("(1) a\n(3) b", 1, "VT-101", "có thể phải là “(2)”"),
        ("1.1.1. x\n1.1.2.1. y", 1, "VT-104", "mục đang chứa nó là “1.1.1.”"),
    ],
)
def test_gaps_are_told_for_every_kind(text: str, line: int, code: str, hint: str) -> None:
    (fault,) = parse_outline(text)[1]
    assert (fault.line, fault.code, fault.hint) == (line, code, hint)


def test_a_line_in_braces_stands_for_a_table_or_a_picture() -> None:
    (node,) = parse_outline("1. a\n{bang: du-toan_1}\n  { hinh: x }\n{hinh:sơ_đồ}")[0]
    assert [child.ref for child in node.children] == [
        Reference(RefKind.BANG, "du-toan_1"),
        None,
        Reference(RefKind.HINH, "sơ_đồ"),
    ]
    assert node.children[0].words == ""


@pytest.mark.parametrize(
    "line", ["{bang:}", "{hinh: hai chữ}", "- {bang: a}", "Xem {bang: a}", "{bang: " + "a" * 61 + "}"]
)
def test_what_only_nearly_names_a_table_is_doubted_and_printed(line: str) -> None:
    assert faults(line) == [(0, "VT-106" if line.startswith("Xem") else "VT-107")]
    assert one(line).full_text == line
    assert faults(f"{line} {{doan_van}}") == []


def test_prose_is_paragraphs_without_marks() -> None:
    nodes, doubts = parse_prose("Căn cứ **Luật**;\n\n1. Một\n{bang: a}\n {chu_thich:} b")
    assert [(node.marker, node.text, node.line) for node in nodes] == [
        (None, "Căn cứ Luật;", 0),
        (None, "1. Một", 2),
        (None, "{bang: a}", 3),
        (None, "{chu_thich:} b", 4),
    ]
    assert [(doubt.line, doubt.column, doubt.code) for doubt in doubts] == [(4, 1, "VT-106")]
