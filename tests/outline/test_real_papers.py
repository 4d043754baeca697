"""What judges met when they typed real papers: sentences, lead-ins, lists in lists, marks put in, near misses."""

from __future__ import annotations

import pytest

from vtdocs.outline import Node, parse_outline


def shape(nodes: tuple[Node, ...]) -> str:
    """The tree on one line; a star behind a heading, and in brackets what stands below."""
    return " ".join(
        (node.number or "¶") + ("*" if node.heading else "") + (f" [{shape(node.children)}]" if node.children else "")
        for node in nodes
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Ban Chỉ đạo họp mỗi quý một lần.\nTrường hợp cần thiết, họp thêm.\n2. Họp:\na) Thành viên;",
            "1. [¶] 2. [a)]",
        ),
        ("1. Ban Chỉ đạo họp mỗi quý.\nx\n2. Trưởng ban quyết định.\nx", "1. [¶] 2. [¶]"),
        ("1. Lập kế hoạch.\n2. Triển khai.\n- Từ tháng 3.\n3. Tổng kết, báo cáo cấp trên.", "1. 2. [-] 3."),
        (
            "1. Giao Văn phòng.\n- x\n2. Giao Công an xã bảo đảm an ninh trật tự.\n- x\n3. Các thôn thực hiện.\n- x",
            "1. [-] 2. [-] 3. [-]",
        ),
        ("1. Mục đích.\n- x\n2. Yêu cầu.\n- y", "1.* [-] 2.* [-]"),
        ("1. Văn thư cơ quan có trách nhiệm\na) x", "1. [a)]"),
        ("Điều 1. Thành lập Tổ công tác gồm các ông, bà có tên sau đây\n1. A", "Điều 1. [1.]"),
        ("Điều 1. Tổ công tác có nhiệm vụ\n1. x", "Điều 1. [1.]"),
        (
            "1. Khoản\na) x:\n1. p\n2. q\nb) y\n1. r\n2. s\n2. Khoản hai",
            "1.* [a) [1. 2.] b) [1. 2.]] 2.*",
        ),
        ("a) x:\n- y:\na) p;\nb) q.\n- z.\nb) t.", "a) [- [a) b)] -] b)"),
        ("Điều 1. A.\nĐiều 1a. B.\nĐiều 1b. C.\nĐiều 2. D.", "Điều 1. Điều 1a. Điều 1b. Điều 2."),
        ("1. x;\n1a. y;\n1b. z;\n2. t.", "1. 1a. 1b. 2."),
        ("a) x;\na1) y;\nb) z.", "a) a1) b)"),
        ("**1. Mục đích**\n**- x**", "1.* [-]"),
        ("A.MỤC ĐÍCH\n− x", "A.* [−]"),
    ],
)
def test_trees_without_a_doubt(text: str, expected: str) -> None:
    nodes, doubts = parse_outline(text)
    assert (shape(nodes), doubts) == (expected, ())


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("IV/ Kinh phí", "mục viết “IV.”"),
        ("I) MỤC ĐÍCH", "mục viết “I.”"),
        ("2)Mục tiêu", "khoản viết “2.”"),
        ("A) ĐẶC ĐIỂM", "viết “A.”"),
        ("b/ Một", "điểm viết “b)”, có dấu đóng ngoặc"),
        ("a- Một", "điểm viết “a)”, dấu đóng ngoặc liền sau chữ"),
        ("a ) Một", "điểm viết “a)”, dấu đóng ngoặc liền sau chữ"),
        ("(a) Một", "điểm viết “a)”"),
        ("1.1) Một", "tiểu khoản viết “1.1.”"),
        ("1.1.1.1.1. Một", "số có nhiều nhất bốn bậc: “1.1.1.1.”"),
        ("o\tMột", "gạch đầu dòng viết “- ”"),
        ("§ Một", "gạch đầu dòng viết “- ”"),
        ("Mục A. CHUNG", "viết “Mục 1”"),
        ("Chương I Quy định chung", "viết “Chương I. …”"),
        ("Điều 2 Đối tượng", "viết “Điều 2. …”"),
    ],
)
def test_what_looks_marked_is_doubted_with_its_own_number(line: str, hint: str) -> None:
    nodes, (doubt,) = parse_outline(f"{line}\nx")
    assert nodes[0].text == line
    assert (doubt.code, doubt.hint) == ("VT-105", f"{hint}; nếu đúng ý thì thêm {{doan_van}} ở cuối dòng")


def test_a_bullet_that_prints_nothing_is_named_by_its_code_point() -> None:
    (doubt,) = parse_outline("\uf0b7 Một")[1]
    assert doubt.message.startswith("ký hiệu U+F0B7, ")


@pytest.mark.parametrize("line", ["{Bang: a}", "{bảng: a}", "{bang a}", "{bang: }", "- {bang: a}"])
def test_a_line_that_is_a_nearly_right_call_is_an_error(line: str) -> None:
    assert [(doubt.code, doubt.is_error) for doubt in parse_outline(line)[1]] == [("VT-107", True)]
    assert parse_outline(f"{line} {{doan_van}}")[1] == ()


def test_no_number_is_offered_that_another_line_has() -> None:
    (doubt,) = parse_outline("3. x\n3.1. a\n3.2. b\n3.2. c\n3.3. d")[1][1:]
    assert (doubt.code, doubt.hint) == ("VT-102", "số “3.3.” cũng đã có; xem lại số của các dòng cùng cấp từ đây")


@pytest.mark.parametrize(
    "word", ["{chu_thich}", "{Chu_thich: x}", "{chú_thích: y}", "{chu_thich x}", "{doan van}", "{loivan}"]
)
def test_words_in_braces_that_are_nearly_ours_are_doubted(word: str) -> None:
    nodes, doubts = parse_outline(f"Một {word}")
    assert (nodes[0].text, [doubt.code for doubt in doubts]) == (f"Một {word}", ["VT-106"])
